import {
  type AccountId,
  answer,
  type OrderAct,
  problemSchema,
  type RecordRef,
  recordIdSchema,
  recordTypeSchema,
  type Submission,
} from '@backroom/shared';
import { languageOf } from '@backroom/shared/messages/locale';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import type { Caller } from '../../access/caller.ts';
import type { documentTokens } from '../../access/documents.ts';
import type { Rights } from '../../access/rights.ts';
import { type Asker, type Context, openContext, type Services } from '../../flows/context.ts';
import type { LinePrices } from '../../flows/orders/line-price.ts';
import type { Variables } from '../../problems/answer.ts';
import type { AuditStore } from '../../store/audit.ts';
import type { Idempotent } from '../idempotency.ts';
import { askedOf, type RenderedAnswers } from '../rendered.ts';

export type Env = { Variables: Variables };
export type Api = OpenAPIHono<Env>;

/** An address that opens the order desk once, for the caller; at a submission or another page where one is named. */
export type DeskLink = (
  caller: Caller,
  viewer: { locale: string | null; timeZone: string | null },
  place: { submission: string | null; page: 'connection' | 'mapping' | null },
) => Promise<{ url: string; expiresAt: string }>;

/** What a handler may use. */
export type Parts = {
  services: Services;
  documents: ReturnType<typeof documentTokens>;
  /** Where a browser opens documents. */
  origin: string;
  deskLink: DeskLink;
  rights: Rights;
  linePrices: LinePrices;
  audit: Pick<AuditStore, 'note'>;
  uninstall: (account: AccountId) => Promise<void>;
  once: Idempotent<Submission>;
  onceAct: Idempotent<OrderAct>;
  rendered: RenderedAnswers;
};

/** Who looks: sent with every request, because a card knows it and a signature does not. */
export const viewer = z.object({ locale: z.string().max(35).optional(), timeZone: z.string().max(64).optional() });
export const recordParams = z.object({ type: recordTypeSchema, id: recordIdSchema });
export const dealParams = z.object({ id: recordIdSchema });

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { content: { 'application/json': { schema } }, required: true as const },
});
export const responses = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { description, content: { 'application/json': { schema: answer(schema) } } },
  default: {
    description: 'A problem, for callers that do not come through a CRM’s proxy',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
});

export const ok = <Data>(data: Data) => ({ ok: true as const, data });
export function askerOf(context: HonoContext<Env>): Asker {
  const caller = context.get('caller');
  return {
    account: caller.account,
    actor: caller.userEmail,
    userId: caller.userId,
    locale: languageOf(context.req.query('locale')),
    reference: context.get('reference'),
    ...(caller.only === undefined ? {} : { only: caller.only }),
  };
}

/** The context of a read whose answer may be remembered: `keep` passes it on. */
export async function rememberingContext(
  { services, rendered }: Pick<Parts, 'services' | 'rendered'>,
  context: HonoContext<Env>,
  ref: RecordRef,
  refresh: readonly string[] = [],
): Promise<{ ctx: Context; keep: <Answer extends object>(answer: Answer) => Answer }> {
  const asker = askerOf(context);
  const { pathname, search } = new URL(context.req.url);
  const asked = askedOf(pathname + search);
  if (!asked) return { ctx: await openContext(services, asker, ref, { refresh }), keep: (answer) => answer };
  const { trace, services: followed, keep } = rendered.follow(asker.account, services, asked);
  return {
    ctx: await openContext(followed, asker, ref, { trace }),
    keep(answer) {
      keep(answer);
      return answer;
    },
  };
}
