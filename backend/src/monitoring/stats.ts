import { sql } from 'kysely';
import { bucketNames, latencyBounds } from '../store/monitoring-migration.ts';
import type { Db } from '../store/open.ts';
import type { Subject } from './subjects.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Retention of each span: long enough for its chart, and a year of days for comparisons. */
const KEPT_MS = { minute: 2 * DAY_MS, hour: 35 * DAY_MS, day: 400 * DAY_MS } as const;

type Of = { account: string; connection: string; subject: Subject };
type Row = Of & {
  minute: number;
  calls: number;
  failed: number;
  silent: number;
  hits: number;
  misses: number;
  quota: number | null;
  okAt: number | null;
  failedAt: number | null;
  buckets: number[];
};
/** How an operation ended: `ok` also where the ERP answered no. `silent`: without an answer. */
export type Ending = 'ok' | 'failed' | 'silent';

const counted = ['calls', 'failed', 'silent', 'hits', 'misses', ...bucketNames];
const latest = ['quota', 'ok_at', 'failed_at'];
const list = (parts: readonly string[]) => sql.raw(parts.join(', '));
const columns = list([...counted, ...latest]);
const types = list(counted.map((name) => `${name} int`));
const sums = list([...counted.map((name) => `sum(n.${name})::int`), ...latest.map((name) => `max(n.${name})`)]);
const added = list([
  ...counted.map((name) => `${name} = flow_stats.${name} + excluded.${name}`),
  ...latest.map((name) => `${name} = greatest(flow_stats.${name}, excluded.${name})`),
]);

/** Counts in memory and adds to the rows of the minute, the hour and the day at intervals. Counts of a process that is killed are lost. */
export function flowStats(db: Db) {
  let rows = new Map<string, Row>();
  function rowOf({ account, connection, subject }: Of, at: number): Row {
    const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
    const key = `${account}\n${connection}\n${subject}\n${minute}`;
    const known = rows.get(key);
    if (known) return known;
    const none = { calls: 0, failed: 0, silent: 0, hits: 0, misses: 0, quota: null, okAt: null, failedAt: null };
    const row: Row = { account, connection, subject, minute, ...none, buckets: bucketNames.map(() => 0) };
    rows.set(key, row);
    return row;
  }
  async function write(some: readonly Row[]): Promise<void> {
    const given = some.map(({ minute, okAt, failedAt, buckets, ...row }) => ({
      ...row,
      minute: new Date(minute).toISOString(),
      ok_at: okAt === null ? null : new Date(okAt).toISOString(),
      failed_at: failedAt === null ? null : new Date(failedAt).toISOString(),
      ...Object.fromEntries(buckets.map((count, nth) => [bucketNames[nth], count])),
    }));
    // In a fixed order, so that two processes do not deadlock.
    await sql`insert into flow_stats (account, connection, subject, span, at, ${columns})
      select n.account, n.connection, n.subject, s.span, date_trunc(s.span, n.minute, 'UTC'), ${sums}
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as n (account text, connection text, subject text, minute timestamptz, quota real,
        ok_at timestamptz, failed_at timestamptz, ${types})
      cross join (values ('minute'), ('hour'), ('day')) as s (span) join accounts on accounts.id = n.account
      group by 1, 2, 3, 4, 5 order by 1, 4, 5, 2, 3
      on conflict (account, span, at, connection, subject) do update set ${added}`.execute(db);
  }
  return {
    call(of: Of, ms: number, ending: Ending, at: number): void {
      const row = rowOf(of, at);
      row.calls += 1;
      if (ending === 'ok') row.okAt = at;
      else {
        row.failed += 1;
        row.failedAt = at;
      }
      if (ending === 'silent') row.silent += 1;
      const nth = latencyBounds.findIndex((bound) => ms <= bound);
      const bucket = nth === -1 ? latencyBounds.length : nth;
      row.buckets[bucket] = (row.buckets[bucket] ?? 0) + 1;
    },
    figure(of: Of, event: 'hit' | 'miss' | 'stale', at: number, count = 1): void {
      const row = rowOf(of, at);
      if (event === 'hit') row.hits += count;
      if (event === 'miss') row.misses += count;
    },
    /** The part of the CRM's daily calls that is spent. */
    quota(account: string, part: number, at: number): void {
      const row = rowOf({ account, connection: '', subject: 'crm' }, at);
      row.quota = Math.max(row.quota ?? 0, part);
    },
    async flush(): Promise<void> {
      if (rows.size === 0) return;
      const some = [...rows.values()];
      rows = new Map();
      await write(some);
    },
    async forgetOld(now: Date): Promise<void> {
      for (const [span, keptMs] of Object.entries(KEPT_MS))
        await sql`delete from flow_stats where span = ${span} and at < ${new Date(now.getTime() - keptMs)}::timestamptz`.execute(
          db,
        );
    },
  };
}
export type FlowStats = ReturnType<typeof flowStats>;
