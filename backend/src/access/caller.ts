import type { AccountId, RecordRef } from '@backroom/shared';
import type { MiddlewareHandler } from 'hono';
import { ProblemError } from '../problems/error.ts';

/** `system`: the CRM itself, for its changes and its automation; it never passes at `/v1`. */
export type Role = 'rep' | 'admin' | 'system';
/**
 * Who calls, as the CRM proved it. The record the page names is not part of that: it is checked through the CRM's API. `only`: the one record that the
 * caller may ask about; null: none. Absent: whatever the CRM shows to the caller.
 */
export type Caller = {
  account: AccountId;
  userId: string;
  userEmail: string;
  roles: readonly Role[];
  only?: RecordRef | null;
};
/** What a proof may look at: part of Hono's context. A GET has no body. */
export type Provable = {
  req: { method: string; url: string; header: (name: string) => string | undefined; text: () => Promise<string> };
};
/** One CRM's way to prove who calls. */
export type CallerProof = {
  /** Whether the request says that it comes from this CRM; if so, this proof alone decides. */
  carriedBy: (context: Provable) => boolean;
  /** The caller, or a `ProblemError`. */
  verify: (context: Provable) => Promise<Caller>;
  /** Whether this very request comes for the first time, asked for everything but a read. Absent: `verify` has asked. */
  isFirst?: (context: Provable, caller: Caller) => Promise<boolean>;
  /** The account in whose name an unproved request comes, for the count of refused ones. Null where it names none. */
  claimed?: (context: Provable) => AccountId | null;
  /** Whether the CRM's proxy rewrites every status outside 2xx, so that problems must travel inside a 200. */
  folds: boolean;
};

/** Lets only requests pass that one of the CRMs signed, and says who they are from in `caller`. */
export function provenCaller(
  proofs: readonly CallerProof[],
  onRefused: (account: AccountId) => void = () => {},
): MiddlewareHandler<{ Variables: { caller: Caller; folded: boolean } }> {
  return async (context, next) => {
    const proof = proofs.find(({ carriedBy }) => carriedBy(context));
    if (!proof) throw new ProblemError('signature_missing');
    const caller = await proof.verify(context).catch((error: unknown) => {
      const account =
        error instanceof ProblemError && error.code.startsWith('signature_')
          ? (proof.claimed?.(context) ?? null)
          : null;
      if (account) onRefused(account);
      throw error;
    });
    context.set('caller', caller);
    // Only now: a failed proof is a plain 401, whoever sent it.
    context.set('folded', proof.folds);
    if (context.req.method !== 'GET' && proof.isFirst && !(await proof.isFirst(context, caller))) {
      context.set('folded', false);
      throw new ProblemError('signature_replayed');
    }
    await next();
  };
}
