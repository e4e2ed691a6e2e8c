import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import { bucketNames } from '../store/monitoring-migration.ts';
import type { Db } from '../store/open.ts';
import { subjects } from './subjects.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** The periods of the charts: which rows they are drawn from, and how many. */
export const periods = {
  hour: { span: 'minute', ms: MINUTE_MS, points: 60 },
  day: { span: 'hour', ms: HOUR_MS, points: 24 },
  month: { span: 'day', ms: DAY_MS, points: 30 },
} as const;
export type Period = keyof typeof periods;
/** Beginning of the first point of a period that ends now. */
export const periodBegin = (period: Period, now: number): number => {
  const { ms, points } = periods[period];
  return Math.floor(now / ms) * ms - (points - 1) * ms;
};

const count = z.coerce.number();
const numbers = {
  calls: count,
  failed: count,
  silent: count,
  hits: count,
  misses: count,
  quota: z.coerce.number().nullable(),
  buckets: z.array(count),
};
const summarySchema = z.object({
  connection: z.string(),
  subject: z.enum(subjects).catch('connection'),
  ok_at: z.date().nullable(),
  failed_at: z.date().nullable(),
  ...numbers,
});
export type Summary = z.infer<typeof summarySchema>;
const pointSchema = z.object({ at: z.date(), ...numbers });
export type Point = z.infer<typeof pointSchema>;
const waitingSchema = z.object({
  connection: z.string(),
  kind: z.string(),
  oldest: z.date().nullable(),
  attention: count,
});
export type Waiting = z.infer<typeof waitingSchema>;

const sums = sql.raw(
  `${['calls', 'failed', 'silent', 'hits', 'misses'].map((name) => `sum(${name}) as ${name}`).join(', ')}, max(quota) as quota,
   array[${bucketNames.map((name) => `sum(${name})`).join(', ')}]::int[] as buckets`,
);

/** Figures of an account's flows, for the pages and the alerts. */
export function flowFigures(db: Db) {
  return {
    /** Sums of each flow and connection since `from`. */
    async summaries(account: AccountId, span: 'minute' | 'hour' | 'day', from: number): Promise<Summary[]> {
      const { rows } =
        await sql`select connection, subject, max(ok_at) as ok_at, max(failed_at) as failed_at, ${sums} from flow_stats
        where account = ${account} and span = ${span} and at >= ${new Date(from)}::timestamptz group by connection, subject`.execute(
          db,
        );
      return rows.map((row) => summarySchema.parse(row));
    },
    /** Points of one flow, over one connection or all of them. */
    async series(
      account: AccountId,
      period: Period,
      subject: string,
      connection: string | null,
      now: number,
    ): Promise<Point[]> {
      const { span } = periods[period];
      const { rows } = await sql`select at, ${sums} from flow_stats where account = ${account} and span = ${span}
        and at >= ${new Date(periodBegin(period, now))}::timestamptz and subject = ${subject}
        and (${connection}::text is null or connection = ${connection}) group by at order by at`.execute(db);
      return rows.map((row) => pointSchema.parse(row));
    },
    /** Writes that are not finished: the oldest of each kind, and how many need a person. */
    async waiting(account: AccountId): Promise<Waiting[]> {
      const { rows } =
        await sql`select connection, kind, min(created_at) filter (where state <> 'needs_attention') as oldest,
        count(*) filter (where state = 'needs_attention') as attention from submissions
        where account = ${account} and state in ('queued', 'sending', 'checking', 'waiting', 'needs_attention') group by connection, kind`.execute(
          db,
        );
      return rows.map((row) => waitingSchema.parse(row));
    },
  };
}
export type FlowFigures = ReturnType<typeof flowFigures>;
