import { problemSchema, type Submission } from '@backroom/shared';
import { languageOf } from '@backroom/shared/messages/locale';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { callerByKey, requireScope } from '../../access/api-keys.ts';
import type { Asker, Services } from '../../flows/context.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import type { ApiKey, ApiKeyStore, KeyScope } from '../../store/api-keys.ts';
import type { Idempotent } from '../idempotency.ts';

export const BASE = '/api/v1';
export type Env = { Variables: Variables & { key: ApiKey } };
export type Api = OpenAPIHono<Env>;
export type Parts = {
  services: Services;
  /** The public address, for links in answers. */
  origin: string;
  once: Idempotent<Submission>;
};

/** Lets requests with a valid key pass, and says whose they are. */
export const provenKey =
  (keys: Pick<ApiKeyStore, 'find' | 'used'>, now: () => Date): MiddlewareHandler<Env> =>
  async (context, next) => {
    try {
      const { caller, key } = await callerByKey(keys, context.req.header('authorization'), now());
      context.set('caller', caller);
      context.set('key', key);
    } catch (error) {
      if (error instanceof ProblemError) context.header('www-authenticate', 'Bearer realm="Backroom"');
      throw error;
    }
    await next();
  };
export const scoped =
  (scope: KeyScope): MiddlewareHandler<Env> =>
  async (context, next) => {
    requireScope(context.get('key'), scope);
    await next();
  };

export const language = z.object({ locale: z.string().max(35).optional() });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});
/** What every operation may answer beside its own. */
export const problems = {
  401: problem('No valid key'),
  403: problem('The key lacks the scope, or the account may not be used'),
  404: problem('No such record or order'),
  422: problem('The request cannot be carried out as it is; `code` and `errors` say why'),
  429: problem('More requests than the key may make; `Retry-After` says when to go on'),
  503: problem('ERP, CRM or Backroom does not answer; `retryable` says whether the same request may succeed later'),
};
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A key sees what its account has: no user stands behind it whose rights the CRM could tell. */
export function askerOf(context: HonoContext<Env>): Asker {
  const { account, userEmail, userId } = context.get('caller');
  const locale = languageOf(context.req.query('locale'));
  return { account, actor: userEmail, userId, locale, reference: context.get('reference') };
}
