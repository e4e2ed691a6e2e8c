import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import type { Store } from './open.ts';

/** Interval at which processes share their counts, with one statement for any number of requests. */
const TELL_MS = 500;
type Count = { own: number; told: number; others: number };

/**
 * Counts requests of all processes in a time span. Each process counts in memory and shares its count at intervals, because a statement per request
 * would cost more than a warm panel. The embedded database has one process and needs no sharing.
 */
export function requestCounts({ db, kind }: Pick<Store, 'db' | 'kind'>) {
  let current = 0;
  let counts = new Map<string, Count>();
  /** Whether sharing is scheduled. */
  let due = false;
  const keyOf = (account: AccountId, who: string) => `${account}\u0000${who}`;

  async function tell(): Promise<void> {
    due = false;
    const span = current;
    const some = [...counts].filter(([, count]) => count.own > count.told);
    if (some.length === 0) return;
    const rows = some
      .map(([key, { own, told }]) => ({
        account: key.split('\u0000')[0],
        who: key.split('\u0000')[1],
        used: own - told,
      }))
      // In a fixed order, so that two processes do not deadlock.
      .sort((left, right) => (`${left.account}${left.who}` < `${right.account}${right.who}` ? -1 : 1));
    for (const [, count] of some) count.told = count.own;
    const told = await sql<{
      account: string;
      who: string;
      used: number;
    }>`insert into request_counts (account, who, span, used)
      select account, who, ${span}::bigint, used from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (account text, who text, used int)
      on conflict (account, who, span) do update set used = request_counts.used + excluded.used
      returning account, who, used`.execute(db);
    if (span !== current) return;
    for (const { account, who, used } of told.rows) {
      const count = counts.get(keyOf(account as AccountId, who));
      if (count) count.others = used - count.told;
    }
  }
  return {
    /** Counts a request and returns the new total. */
    add(account: AccountId, who: string, span: number): number {
      if (span !== current) {
        current = span;
        counts = new Map();
      }
      const count = counts.get(keyOf(account, who)) ?? { own: 0, told: 0, others: 0 };
      counts.set(keyOf(account, who), count);
      count.own += 1;
      // Without the database, each process counts alone.
      if (kind === 'postgres' && !due) {
        due = true;
        setTimeout(() => void tell().catch(() => {}), TELL_MS).unref();
      }
      return count.own + count.others;
    },
    of(account: AccountId, who: string, span: number): number {
      const count = span === current ? counts.get(keyOf(account, who)) : undefined;
      return count ? count.own + count.others : 0;
    },
    tell,
    async forgetOld(span: number): Promise<void> {
      await db.deleteFrom('request_counts').where('span', '<', span).execute();
    },
  };
}
export type RequestCounts = ReturnType<typeof requestCounts>;
