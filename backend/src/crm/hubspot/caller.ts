import { createHash } from 'node:crypto';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { z } from 'zod';
import type { CallerProof } from '../../access/caller.ts';
import { ProblemError } from '../../problems/error.ts';
import { MAX_AGE_MS, verifyV3 } from './signature.ts';

const identity = z.object({
  portalId: z.string().regex(/^\d{1,20}$/),
  userId: z.string().max(40),
  userEmail: z.string().max(320),
});
const SIGNATURE = 'x-hubspot-signature-v3';
const TIMESTAMP = 'x-hubspot-request-timestamp';

/** HubSpot's proxy: signature v3 over the whole request, the caller in four parameters that it appends. */
export function hubspotCaller(options: {
  publicOrigin: string;
  secrets: readonly string[];
  now: () => number;
  /** False where it was used before. Remembered by the store, for all instances. */
  useOnce: (account: AccountId, id: string, until: Date) => Promise<boolean>;
}): CallerProof {
  return {
    folds: true,
    carriedBy: (context) => context.req.header(SIGNATURE) !== undefined,
    async verify(context) {
      const url = new URL(context.req.url);
      const verdict = verifyV3(
        {
          method: context.req.method,
          url: `${options.publicOrigin}${context.req.url.slice(url.origin.length)}`,
          // A GET has none, and asking for it costs a stream.
          body: context.req.method === 'GET' ? '' : await context.req.text(),
          timestamp: context.req.header(TIMESTAMP) ?? '',
          signature: context.req.header(SIGNATURE),
        },
        options.secrets,
        options.now(),
      );
      if (verdict !== 'ok') throw new ProblemError(verdict);
      // A card may not bring its own copies of what HubSpot appends: with two of a name, which one counts would be a guess.
      const doubled = ['portalId', 'userId', 'userEmail'].some((name) => url.searchParams.getAll(name).length !== 1);
      const who = identity.safeParse(Object.fromEntries(url.searchParams));
      if (doubled || !who.success) throw new ProblemError('signature_invalid');
      const account = accountIdSchema.parse(`hubspot:${who.data.portalId}`);
      // HubSpot's signature carries no rights: any user with a card can have any of our addresses signed. `access/rights.ts` asks HubSpot.
      return { account, userId: who.data.userId, userEmail: who.data.userEmail, roles: ['rep'] };
    },
    /**
     * A copy of a change is worth nothing. If HubSpot's own retry carries the same signature it is refused too, and the next press, with the
     * same idempotency key, gets the first answer.
     */
    async isFirst(context, { account }) {
      const signature = context.req.header(SIGNATURE) ?? '';
      const id = `v3:${createHash('sha256').update(signature).digest('base64url')}`;
      return options.useOnce(account, id, new Date(Number(context.req.header(TIMESTAMP)) + MAX_AGE_MS));
    },
  };
}
