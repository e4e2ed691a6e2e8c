import { randomUUID } from 'node:crypto';
import { type AccountId, accountIdSchema, daysAfter, problemCodeSchema } from '@backroom/shared';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { claimRows } from '../jobs/queue.ts';
import { ProblemError } from '../problems/error.ts';
import { type Clock, later, type Moment } from '../store/clock.ts';
import type { Db, Trx } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';
import { AUTOMATION_CHANNEL, LEASE_MS, LostConversion } from './rows.ts';

export type RunRow = Selectable<Tables['conversion_runs']>;
/** `previewing`: the deals are known, and looked at one after the other. `ready`: a person picks. */
export const runStates = ['listing', 'previewing', 'ready', 'running', 'paused', 'finished', 'failed'] as const;
export type RunState = (typeof runStates)[number];
/** Deals of one run: more than a person picks from at once. */
export const MOST_DEALS = 500;
const MAX_DAYS = 366;

export type BulkRun = {
  id: string;
  state: RunState;
  from: string;
  to: string;
  requestedBy: string;
  createdAt: Date;
  finishedAt: Date | null;
  /** Why it failed. */
  problem: { code: z.infer<typeof problemCodeSchema>; words: string | null } | null;
  /** How many of its deals are in which state. */
  counts: Readonly<Record<string, number>>;
};
const problemSchema = z.object({ code: problemCodeSchema, words: z.string().nullable() });
export const runAccount = (row: Pick<RunRow, 'account'>): AccountId => accountIdSchema.parse(row.account);

const toRun = (row: RunRow, counts: BulkRun['counts']): BulkRun => ({
  id: row.id,
  state: runStates.find((each) => each === row.state) ?? 'failed',
  from: row.from_day,
  to: row.to_day,
  requestedBy: row.requested_by,
  createdAt: row.created_at,
  finishedAt: row.finished_at,
  problem: problemSchema.safeParse(row.problem).data ?? null,
  counts,
});

/** The oldest run that lists its deals and that nobody works on. */
export const claimRun = async (db: Db, clock: Clock): Promise<RunRow | null> =>
  (await claimRows(db, 'conversion_runs', { at: clock(), limit: 1 }))[0] ?? null;
type Change = Partial<Pick<RunRow, 'state' | 'cursor' | 'finished_at' | 'claim' | 'tries'>> & {
  problem?: string | null;
  due_at?: Moment;
  lease_until?: Moment | null;
};
/** Changes the run while the claim is ours; throws where it is not. */
export async function changeRun(trx: Trx, run: RunRow, change: Change): Promise<void> {
  const changed = await trx
    .updateTable('conversion_runs')
    .set(change)
    .where('account', '=', run.account)
    .where('id', '=', run.id)
    .where('claim', '=', run.claim)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw new LostConversion();
}
export const prolongRun = (db: Db, clock: Clock, run: RunRow): Promise<void> =>
  changeRun(db, run, { lease_until: later(clock, LEASE_MS) });

/** Ends what the last deal of a run was: looked at, or converted. */
export async function restRun(trx: Trx, account: string, run: string, now: Date): Promise<void> {
  const open = (states: readonly string[]) =>
    sql<boolean>`not exists (select 1 from conversions c where c.account = ${account} and c.run = ${run}::uuid and c.state = any(${[...states]}::text[]))`;
  await trx
    .updateTable('conversion_runs')
    .set({ state: 'ready' })
    .where('account', '=', account)
    .where('id', '=', run)
    .where('state', '=', 'previewing')
    .where(open(['listed']))
    .execute();
  await trx
    .updateTable('conversion_runs')
    .set({ state: 'finished', finished_at: now })
    .where('account', '=', account)
    .where('id', '=', run)
    .where('state', 'in', ['running', 'paused'])
    .where(open(['queued', 'running']))
    .execute();
}

/** What people do with bulk runs. */
export function bulkRuns(db: Db, now: () => Date) {
  const tell = (trx: Trx, account: AccountId) => sql`select pg_notify(${AUTOMATION_CHANNEL}, ${account})`.execute(trx);
  async function countsOf(account: AccountId, ids: readonly string[]): Promise<Map<string, Record<string, number>>> {
    const counts = new Map<string, Record<string, number>>();
    if (ids.length === 0) return counts;
    const rows = await db
      .selectFrom('conversions')
      .select((eb) => ['run', 'state', eb.fn.countAll<string>().as('count')])
      .where('account', '=', account)
      .where('run', 'in', ids)
      .groupBy(['run', 'state'])
      .execute();
    for (const { run, state, count } of rows)
      counts.set(run ?? '', { ...counts.get(run ?? ''), [state]: Number(count) });
    return counts;
  }
  const runs = (account: AccountId) => db.selectFrom('conversion_runs').selectAll().where('account', '=', account);
  return {
    async runs(account: AccountId, limit: number): Promise<BulkRun[]> {
      const rows = await runs(account).orderBy('created_at', 'desc').limit(limit).execute();
      const counts = await countsOf(
        account,
        rows.map(({ id }) => id),
      );
      return rows.map((row) => toRun(row, counts.get(row.id) ?? {}));
    },
    async run(account: AccountId, id: string): Promise<BulkRun> {
      const row = await runs(account).where('id', '=', id).executeTakeFirst();
      if (!row) throw new ProblemError('not_found');
      return toRun(row, (await countsOf(account, [id])).get(id) ?? {});
    },
    /** Begins to look for deals; where a run is under way already, it is that one. */
    async beginRun(who: { account: AccountId; actor: string }, period: { from: string; to: string; timeZone: string }) {
      const days = z.tuple([z.iso.date(), z.iso.date()]).safeParse([period.from, period.to]);
      if (!days.success || period.to < period.from) throw new ProblemError('invalid_input', { field: 'to' });
      if (period.to > daysAfter(period.from, MAX_DAYS)) throw new ProblemError('invalid_input', { field: 'from' });
      const { account, actor } = who;
      const added = await db
        .insertInto('conversion_runs')
        .values({
          account,
          id: randomUUID(),
          state: 'listing',
          from_day: period.from,
          to_day: period.to,
          time_zone: period.timeZone,
          requested_by: actor,
          created_at: now(),
          finished_at: null,
          cursor: null,
          claim: null,
          lease_until: null,
        })
        .onConflict((on) => on.doNothing())
        .returning('id')
        .executeTakeFirst();
      await tell(db, account);
      if (added) return added.id;
      const active = await runs(account).where('state', 'not in', ['finished', 'failed']).executeTakeFirst();
      if (!active) throw new ProblemError('not_found');
      return active.id;
    },
    /** The picked deals are converted one after the other. What the preview warned of and was picked, a person has accepted. */
    async startRun(account: AccountId, id: string, picked: readonly string[]): Promise<void> {
      await db.transaction().execute(async (trx) => {
        const started = await trx
          .updateTable('conversion_runs')
          .set({ state: 'running' })
          .where('account', '=', account)
          .where('id', '=', id)
          .where('state', '=', 'ready')
          .returning('id')
          .executeTakeFirst();
        if (!started) return;
        if (picked.length > 0)
          await trx
            .updateTable('conversions')
            .set({ state: 'queued', due_at: sql<Date>`clock_timestamp()`, tries: 0 })
            .where('account', '=', account)
            .where('run', '=', id)
            .where('id', 'in', picked)
            .where('state', 'in', ['ready', 'warned'])
            .execute();
        await restRun(trx, account, id, now());
        await tell(trx, account);
      });
    },
    async pauseRun(account: AccountId, id: string): Promise<void> {
      await db
        .updateTable('conversion_runs')
        .set({ state: 'paused' })
        .where('account', '=', account)
        .where('id', '=', id)
        .where('state', '=', 'running')
        .execute();
    },
    async resumeRun(account: AccountId, id: string): Promise<void> {
      await db
        .updateTable('conversion_runs')
        .set({ state: 'running' })
        .where('account', '=', account)
        .where('id', '=', id)
        .where('state', '=', 'paused')
        .execute();
      await tell(db, account);
    },
    /** What is not begun is not ordered; what is under way is brought to its end. */
    async stopRun(account: AccountId, id: string): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx
          .updateTable('conversions')
          .set({ state: 'stopped' })
          .where('account', '=', account)
          .where('run', '=', id)
          .where('state', 'in', ['queued', 'listed'])
          .execute();
        await trx
          .updateTable('conversion_runs')
          .set({ state: 'finished', finished_at: now(), claim: null, lease_until: null })
          .where('account', '=', account)
          .where('id', '=', id)
          .where('state', 'not in', ['finished', 'failed'])
          .execute();
      });
    },
  };
}
