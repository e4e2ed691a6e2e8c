import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { CrmError } from '../contract/index.ts';
import type { Quota } from '../contract/tokens.ts';

export type Turn = 'read' | 'write' | 'update' | 'search';
/** `share`: of what the account allows in its window. */
type Budget = { share: number; patience: number };
/**
 * A part of the limit is kept for write-backs, and a part for the clocks of both sides. `patience`: how long a call waits for its turn before it is
 * told to come back.
 */
const budgets: Readonly<Record<Exclude<Turn, 'search'>, Budget>> = {
  read: { share: 94 / 110, patience: 4000 },
  write: { share: 104 / 110, patience: 4000 },
  // What nobody waits for has its turn while half of the window is left, and waits for the next window.
  update: { share: 55 / 110, patience: 12_000 },
};
/** Of the five a second that all apps of an account have together. */
const searches = { window: 1000, calls: 4, patience: 6000 };
/** What HubSpot lets an app of its marketplace call, until an answer names another limit: accounts can buy more. */
export const usual = { window: 10_000, calls: 110 };
type Account = { calls: number[]; searches: number[]; parkedUntil: number; limit: typeof usual };
type Clock = { now: () => number; sleep: (ms: number, signal: AbortSignal) => Promise<void> };
const realClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) => delay(ms, undefined, { signal, ref: false }),
};

/** Counts the calls of this process, for each account by itself, and through `quota` those of the others. */
export function limiter({ now, sleep }: Clock = realClock, quota: Quota = async () => 0) {
  const accounts = new LRUCache<string, Account>({ max: 5000 });
  function of(account: string): Account {
    const known = accounts.get(account);
    if (known) return known;
    const fresh = { calls: [], searches: [], parkedUntil: 0, limit: usual };
    accounts.set(account, fresh);
    return fresh;
  }
  const busy = (retryAfterMs: number) =>
    new CrmError('busy', 'HubSpot: no call is left for this account', { retryAfterMs });
  return {
    async turn(account: string, turn: Turn, signal: AbortSignal): Promise<void> {
      const state = of(account);
      const { window, calls, patience } =
        turn === 'search'
          ? searches
          : {
              window: state.limit.window,
              calls: Math.max(1, Math.floor(state.limit.calls * budgets[turn].share)),
              patience: budgets[turn].patience,
            };
      const list = turn === 'search' ? state.searches : state.calls;
      for (let waited = 0; ; ) {
        if (state.parkedUntil > now()) throw busy(state.parkedUntil - now());
        while (list[0] !== undefined && list[0] <= now() - window) list.shift();
        let wait = (list[list.length - calls] ?? now()) + window - now() + 1;
        if (list.length < calls) {
          // Noted before the others are asked: meanwhile the next call of this process comes here.
          const at = now();
          list.push(at);
          wait = await quota(account, turn === 'search' ? 'searches' : 'calls', calls, window);
          if (wait === 0) return;
          list.splice(list.lastIndexOf(at), 1);
        }
        if (waited + wait > patience) throw busy(wait);
        waited += wait;
        await sleep(wait, signal).catch((cause: unknown) => {
          throw new CrmError('unreachable', 'HubSpot: no turn in time', { cause });
        });
      }
    },
    /** An answer named the account's limit: so many calls in so many milliseconds. */
    learn(account: string, calls: number, window: number): void {
      if (calls > 0 && window > 0) of(account).limit = { calls, window };
    },
    /** Nothing goes to this account for so long: its day is spent, or it is moving. */
    park(account: string, ms: number): void {
      of(account).parkedUntil = now() + ms;
    },
  };
}
