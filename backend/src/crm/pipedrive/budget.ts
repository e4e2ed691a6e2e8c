import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { CrmError } from '../contract/index.ts';
import type { Quota } from '../contract/tokens.ts';

/** `scan`: nobody waits for it. */
export type Turn = 'read' | 'write' | 'scan';
/**
 * `share` of a burst and `kept` of the day's budget, which are left to what goes before: writes before reads, reads before scans. `patience`: how long a
 * call waits for its turn before it is told to come back.
 */
const rules: Readonly<Record<Turn, { share: number; kept: number; patience: number }>> = {
  write: { share: 0.95, kept: 0, patience: 4000 },
  read: { share: 0.85, kept: 0.1, patience: 4000 },
  scan: { share: 0.5, kept: 0.5, patience: 12_000 },
};
/** Pipedrive's rolling window of a burst, and the calls in it on the smallest plan. */
const WINDOW_MS = 2000;
const SMALLEST = 80;
/** What was told of the day's budget counts so long: budgets can be bought, and the next answer tells again. */
const DAY_KNOWN_MS = 15 * 60_000;
type Account = {
  calls: number[];
  limit: number;
  parkedUntil: number;
  day: { limit: number; left: number; until: number } | null;
};
type Clock = { now: () => number; sleep: (ms: number, signal: AbortSignal) => Promise<void> };
const realClock: Clock = { now: Date.now, sleep: (ms, signal) => delay(ms, undefined, { signal, ref: false }) };

/** Keeps an account's calls within its bursts and its day's budget: those of this process by itself, and those of the others through `quota`. */
export function budget({ now, sleep }: Clock = realClock, quota: Quota = async () => 0) {
  const accounts = new LRUCache<string, Account>({ max: 5000 });
  function of(account: string): Account {
    const known = accounts.get(account);
    if (known) return known;
    const fresh: Account = { calls: [], limit: SMALLEST, parkedUntil: 0, day: null };
    accounts.set(account, fresh);
    return fresh;
  }
  const busy = (retryAfterMs: number, why: string) => new CrmError('busy', `Pipedrive: ${why}`, { retryAfterMs });
  return {
    async turn(account: string, turn: Turn, signal: AbortSignal): Promise<void> {
      const state = of(account);
      const { share, kept, patience } = rules[turn];
      for (let waited = 0; ; ) {
        if (state.parkedUntil > now()) throw busy(state.parkedUntil - now(), 'the limit of this account is reached');
        const { day } = state;
        if (day && day.until > now() && day.left <= day.limit * kept)
          throw busy(day.until - now(), 'what is left of the day’s budget is kept for what goes before');
        const calls = Math.max(1, Math.floor(state.limit * share));
        while (state.calls[0] !== undefined && state.calls[0] <= now() - WINDOW_MS) state.calls.shift();
        let wait = (state.calls[state.calls.length - calls] ?? now()) + WINDOW_MS - now() + 1;
        if (state.calls.length < calls) {
          // Noted before the others are asked: meanwhile the next call of this process comes here.
          const at = now();
          state.calls.push(at);
          wait = await quota(account, 'pipedrive', calls, WINDOW_MS);
          if (wait === 0) return;
          state.calls.splice(state.calls.lastIndexOf(at), 1);
        }
        if (waited + wait > patience) throw busy(wait, 'no call is left for this account');
        waited += wait;
        await sleep(wait, signal).catch((cause: unknown) => {
          throw new CrmError('unreachable', 'Pipedrive: no turn in time', { cause });
        });
      }
    },
    /** An answer named the burst's limit, or the day's. */
    learn(account: string, burst: number | null, day: { limit: number; left: number } | null): void {
      const state = of(account);
      if (burst !== null && burst > 0) state.limit = burst;
      if (day && day.limit > 0) state.day = { ...day, until: now() + DAY_KNOWN_MS };
    },
    /** Nothing goes to this account for so long. */
    park(account: string, ms: number): void {
      of(account).parkedUntil = now() + ms;
    },
  };
}
