import type { AccountId, RecordRef } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Clock, plus } from '../store/clock.ts';
import type { Db } from '../store/open.ts';
import { type FeedProblem, problemSchema } from './problem.ts';
import { refOf } from './records.ts';

const stateRow = z.object({
  connection: z.string(),
  read_at: z.date().nullable(),
  begun_at: z.date(),
  silent: z.boolean(),
  problem: problemSchema.nullable(),
  problem_at: z.date().nullable(),
  due: z.coerce.number(),
  kept: z.coerce.number(),
  stuck: z.coerce.number(),
});
export type FeedState = z.infer<typeof stateRow>;
/** Where the account's feeds stand, for people. `silentMs`: without an answer for so long, a feed counts as silent. */
export async function feedStates(db: Db, account: AccountId, clock: Clock, silentMs: number): Promise<FeedState[]> {
  const { rows } =
    await sql`select f.connection, f.read_at, f.begun_at, coalesce(f.read_at, f.begun_at) < ${plus(clock(), -silentMs)} as silent, f.problem, f.problem_at,
      count(r.record_id) filter (where r.due_at <= ${clock()}) as due, count(r.record_id) as kept, count(r.record_id) filter (where r.problem is not null) as stuck
    from feeds f left join feed_records r on r.account = f.account and r.connection = f.connection where f.account = ${account} group by f.account, f.connection`.execute(
      db,
    );
  return rows.map((row) => stateRow.parse(row));
}
/** Records that cannot be kept up to date, and why. */
export async function stuckRecords(
  db: Db,
  account: AccountId,
  limit: number,
): Promise<{ ref: RecordRef; problem: FeedProblem }[]> {
  const rows = await db
    .selectFrom('feed_records')
    .select(['record_type', 'record_id', 'problem'])
    .where('account', '=', account)
    .where('problem', 'is not', null)
    .orderBy('record_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ref: refOf(row), problem: problemSchema.parse(row.problem) }));
}
export async function silentFeeds(
  db: Db,
  clock: Clock,
  silentMs: number,
): Promise<{ account: string; problem: unknown }[]> {
  const { rows } = await sql<{ account: string; problem: unknown }>`select account, problem from feeds
    where coalesce(read_at, begun_at) < ${plus(clock(), -silentMs)}`.execute(db);
  return rows;
}
