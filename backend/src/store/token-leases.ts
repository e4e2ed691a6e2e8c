import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RawBuilder } from 'kysely';
import { databaseClock, later } from './clock.ts';

/** Lease of a refresh, longer than the time-out of a token endpoint. A process that dies blocks others no longer than this. */
const LEASE_MS = 15_000;
/** Polling interval while another process refreshes. */
const LOOK_MS = 150;

/** Rows of leases. `take` writes one where there is none, or one that has ended, and says whether it did. */
type Leases = {
  take: (claim: string, until: RawBuilder<Date>) => Promise<boolean>;
  drop: (claim: string) => Promise<unknown>;
};
/**
 * A second process waits until the first has finished or its lease has ended. Two refreshes at once are possible only after that; the worst result
 * is a rejected refresh, because the second process reads the tokens again first.
 */
async function underLease<Result>({ take, drop }: Leases, work: () => Promise<Result>): Promise<Result> {
  const claim = randomUUID();
  while (!(await take(claim, later(databaseClock, LEASE_MS)))) await pause(LOOK_MS);
  try {
    return await work();
  } finally {
    await drop(claim);
  }
}

/** One refresh for each key at a time: in this process and, where `leases` are given, in all of them. */
export function tokenLock() {
  const local = new Map<string, Promise<unknown>>();
  return async <Result>(key: string, leases: Leases | null, work: () => Promise<Result>): Promise<Result> => {
    const before = local.get(key) ?? Promise.resolve();
    const run = before.catch(() => {}).then(() => (leases ? underLease(leases, work) : work()));
    local.set(key, run);
    try {
      return await run;
    } finally {
      if (local.get(key) === run) local.delete(key);
    }
  };
}
