import { accountIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { CallerProof } from '../caller.ts';
import { verifyV3 } from './signature.ts';

const identity = z.object({
  portalId: z.string().regex(/^\d{1,20}$/),
  userId: z.string().max(40),
  userEmail: z.string().max(320),
});
const SIGNATURE = 'x-hubspot-signature-v3';

/** HubSpot's proxy: signature v3 over the whole request, the caller in four parameters that it appends. */
export function hubspotCaller(options: {
  publicOrigin: string;
  secrets: readonly string[];
  now: () => number;
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
          timestamp: context.req.header('x-hubspot-request-timestamp') ?? '',
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
      return {
        account: accountIdSchema.parse(`hubspot:${who.data.portalId}`),
        userId: who.data.userId,
        userEmail: who.data.userEmail,
        // HubSpot's signature says nothing of rights; its own permissions decide who sees the settings page.
        roles: ['rep', 'admin'],
      };
    },
  };
}
