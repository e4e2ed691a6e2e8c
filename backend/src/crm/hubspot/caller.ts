import { createHash, createSecretKey } from 'node:crypto';
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

/**
 * The caller, from what HubSpot appends to the target of a request. Null where it is not there, or twice: a card may not bring its own copies, because
 * which of two counts would be a guess.
 */
function identityIn(target: string): z.infer<typeof identity> | null {
  const [, query = ''] = (target.split('#', 1)[0] ?? '').split(/\?(.*)/s);
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    if (name !== 'portalId' && name !== 'userId' && name !== 'userEmail') continue;
    if (found[name] !== undefined) return null;
    found[name] = value;
  }
  return identity.safeParse(found).data ?? null;
}

/** HubSpot's proxy: signature v3 over the whole request, the caller in four parameters that it appends. */
export function hubspotCaller(options: {
  publicOrigin: string;
  secrets: readonly string[];
  now: () => number;
  /** False where it was used before. Remembered by the store, for all instances. */
  useOnce: (account: AccountId, id: string, until: Date) => Promise<boolean>;
}): CallerProof {
  const keys = options.secrets.map((secret) => createSecretKey(secret, 'utf8'));
  return {
    folds: true,
    carriedBy: (context) => context.req.header(SIGNATURE) !== undefined,
    claimed: ({ req }) =>
      accountIdSchema.safeParse(`hubspot:${new URL(req.url).searchParams.get('portalId')}`).data ?? null,
    async verify(context) {
      const { method, url } = context.req;
      const target = url.slice(url.indexOf('/', url.indexOf('//') + 2));
      const verdict = verifyV3(
        {
          method,
          url: `${options.publicOrigin}${target}`,
          // A GET has none, and asking for it costs a stream.
          body: method === 'GET' ? '' : await context.req.text(),
          timestamp: context.req.header(TIMESTAMP) ?? '',
          signature: context.req.header(SIGNATURE),
        },
        keys,
        options.now(),
      );
      if (verdict !== 'ok') throw new ProblemError(verdict);
      const who = identityIn(target);
      if (!who) throw new ProblemError('signature_invalid');
      const account = accountIdSchema.parse(`hubspot:${who.portalId}`);
      // HubSpot's signature carries no rights: any user with a card can have any of our addresses signed. `access/rights.ts` asks HubSpot.
      return { account, userId: who.userId, userEmail: who.userEmail, roles: ['rep'] };
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
