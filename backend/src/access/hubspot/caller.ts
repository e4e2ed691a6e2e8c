import { type AccountId, accountIdSchema } from '@backroom/shared';
import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { verifyV3 } from './signature.ts';

/** Who calls, as HubSpot signed it. The record the card names is not part of that: it is checked through the CRM API. */
export type Caller = { account: AccountId; userId: string; userEmail: string };
const identity = z.object({
  portalId: z.string().regex(/^\d{1,20}$/),
  userId: z.string().max(40),
  userEmail: z.string().max(320),
});

/** Lets only requests pass that HubSpot signed, and says who they are from in `caller`. */
export function hubspotCaller(options: {
  publicOrigin: string;
  secrets: readonly string[];
  now: () => number;
}): MiddlewareHandler<{ Variables: { caller: Caller; folded: boolean } }> {
  return async (context, next) => {
    const url = new URL(context.req.url);
    const verdict = verifyV3(
      {
        method: context.req.method,
        url: `${options.publicOrigin}${context.req.url.slice(url.origin.length)}`,
        body: await context.req.text(),
        timestamp: context.req.header('x-hubspot-request-timestamp') ?? '',
        signature: context.req.header('x-hubspot-signature-v3'),
      },
      options.secrets,
      options.now(),
    );
    if (verdict !== 'ok') throw new ProblemError(verdict);
    // A card may not bring its own copies of what HubSpot appends: with two of a name, which one counts would be a guess.
    const doubled = ['portalId', 'userId', 'userEmail'].some((name) => url.searchParams.getAll(name).length !== 1);
    const who = identity.safeParse(Object.fromEntries(url.searchParams));
    if (doubled || !who.success) throw new ProblemError('signature_invalid');
    context.set('caller', {
      account: accountIdSchema.parse(`hubspot:${who.data.portalId}`),
      userId: who.data.userId,
      userEmail: who.data.userEmail,
    });
    // From here on HubSpot's proxy is known to stand between: problems travel inside a 200.
    context.set('folded', true);
    await next();
  };
}
