import type { Caller } from '../access/caller.ts';
import { ProblemError } from '../problems/error.ts';
import type { RequestCounts } from '../store/request-counts.ts';

export const WINDOW_MS = 10_000;
export type RequestLimits = {
  /** Requests of one user: a page of cards asks for ten, and polls. */
  user: number;
  /** Requests of one account, whoever makes them: fifteen hundred people who each open a page within ten seconds pass. */
  account: number;
  /** Different records of one user: each may cost the CRM six calls, and the account's other users need theirs. */
  records: number;
};
export const requestLimits: RequestLimits = { user: 300, account: 15_000, records: 40 };
/** Of one API key: a program in one flow, not a page of cards. */
export const keyLimits: Pick<RequestLimits, 'user' | 'records'> = { user: 100, records: 40 };

/** Middleware of any app that knows the caller by then. */
export type Limited = (
  context: { get: (name: 'caller') => Caller; req: { path: string } },
  next: () => Promise<void>,
) => Promise<void>;

/** Refuses what is beyond the limits, in all processes together. Behind the proof of the caller: a stranger spends nobody's share. */
export function limitRequests(
  counts: RequestCounts,
  now: () => number,
  limits: RequestLimits = requestLimits,
): Limited {
  let span = 0;
  let records = new Map<string, Set<string>>();
  return async (context, next) => {
    const { account, userId } = context.get('caller');
    const at = now();
    if (Math.floor(at / WINDOW_MS) !== span) {
      span = Math.floor(at / WINDOW_MS);
      records = new Map();
    }
    const refuse = () => {
      throw new ProblemError('too_many_requests', {
        retryAfterSeconds: Math.max(1, Math.ceil(((span + 1) * WINDOW_MS - at) / 1000)),
      });
    };
    if (counts.add(account, `user|${userId}`, span) > limits.user) refuse();
    if (counts.add(account, 'all', span) > limits.account) refuse();
    const record = /^(?:\/api)?\/v1\/records\/(\w+\/[\w-]+)/.exec(context.req.path)?.[1];
    if (record) {
      const key = `${account}|${userId}`;
      const opened = records.get(key) ?? new Set<string>();
      records.set(key, opened);
      if (!opened.has(record)) {
        // Counted for all processes like the requests: each tells the others how many records it has opened.
        opened.add(record);
        counts.add(account, `records|${userId}`, span);
      }
      if (counts.of(account, `records|${userId}`, span) > limits.records) refuse();
    }
    await next();
  };
}
