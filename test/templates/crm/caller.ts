import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CallerProof } from '@backroom/backend/access/caller';
import type { CrmPorts } from '@backroom/backend/crm/contract/manifest';
import { ProblemError } from '@backroom/backend/problems/error';
import { accountIdSchema } from '@backroom/shared';
import { z } from 'zod';

const SIGNATURE = 'x-toy-signature';
const CALLER = 'x-toy-caller';
const MAX_AGE_MS = 300_000;
const callerSchema = z.object({
  account: z.string().regex(/^\d{1,10}$/),
  userId: z.string().max(40),
  email: z.string().max(320),
  /** A user who looks at a page, or the CRM that tells of changes. */
  role: z.enum(['rep', 'admin', 'system']),
  at: z.number().int(),
});
export type ToyCaller = z.infer<typeof callerSchema>;

/** The signature covers the caller and everything that a request asks. */
export const sign = (secret: string, caller: string, method: string, path: string, body: string): string =>
  createHmac('sha256', secret).update([caller, method, path, body].join('\n')).digest('hex');

/** How the CRM proves who calls. */
export function toyCaller({
  secret,
  now,
  useOnce,
}: Pick<CrmPorts, 'now' | 'useOnce'> & { secret: string }): CallerProof {
  return {
    folds: false,
    carriedBy: (context) => context.req.header(SIGNATURE) !== undefined,
    async verify(context) {
      const { method, url } = context.req;
      const said = context.req.header(CALLER) ?? '';
      const body = method === 'GET' ? '' : await context.req.text();
      const expected = Buffer.from(sign(secret, said, method, url.slice(new URL(url).origin.length), body));
      const given = Buffer.from(context.req.header(SIGNATURE) ?? '');
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        throw new ProblemError('signature_invalid');
      const { account, userId, email, role, at } = callerSchema.parse(JSON.parse(said));
      if (Math.abs(now() - at) > MAX_AGE_MS) throw new ProblemError('signature_expired');
      return { account: accountIdSchema.parse(`toy:${account}`), userId, userEmail: email, roles: [role] };
    },
    // A copy of a request that changes something is worth nothing.
    isFirst: (context, { account }) =>
      useOnce(account, context.req.header(SIGNATURE) ?? '', new Date(now() + 2 * MAX_AGE_MS)),
  };
}
