import { randomUUID } from 'node:crypto';
import { type AccountId, accountIdSchema, daysAfter } from '@backroom/shared';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { claimRows } from '../jobs/queue.ts';
import { ProblemError } from '../problems/error.ts';
import type { Clock, Moment } from '../store/clock.ts';
import type { Db, Trx } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';
import { type Finding, type FindingKind, findingKinds, findingSchema, type Run, runSchema } from './finding.ts';

export type RunRow = Selectable<Tables['reconciliations']>;
/** Processes listen to this channel for runs that somebody asked for. */
export const RECONCILIATION_CHANNEL = 'backroom_reconciliation';
/** A year of deals is as much as anybody reads the findings of. */
const MAX_DAYS = 366;
/** So long are past runs and their findings kept; an older one says nothing that a new one would not. */
const KEEP_DAYS = 90;
export const runAccount = (row: Pick<RunRow, 'account'>): AccountId => accountIdSchema.parse(row.account);

type NewRun = { from: string; to: string; timeZone: string; requestedBy: string | null; night: string | null };
/** False where the account has a run under way, or this night's already. */
export async function addRun(trx: Trx, account: AccountId, run: NewRun, now: Date): Promise<string | null> {
  const added = await trx
    .insertInto('reconciliations')
    .values({
      account,
      id: randomUUID(),
      state: 'queued',
      night: run.night,
      requested_by: run.requestedBy,
      from_day: run.from,
      to_day: run.to,
      time_zone: run.timeZone,
      created_at: now,
      finished_at: null,
      phase: 'crm',
      cursor: null,
      compared: 0,
      tries: 0,
      claim: null,
      lease_until: null,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return null;
  await sql`select pg_notify(${RECONCILIATION_CHANNEL}, ${account})`.execute(trx);
  return added.id;
}

/** Days as a person typed them; refuses what is no period, naming the field. */
export function checkPeriod(from: string, to: string): void {
  const days = z.tuple([z.iso.date(), z.iso.date()]).safeParse([from, to]);
  if (!days.success)
    throw new ProblemError('invalid_input', { field: days.error.issues[0]?.path[0] === 1 ? 'to' : 'from' });
  if (to < from) throw new ProblemError('invalid_input', { field: 'to' });
  if (to > daysAfter(from, MAX_DAYS)) throw new ProblemError('invalid_input', { field: 'from' });
}

/** At most so many runs that nobody works on, claimed, the longest waiting first. */
export const claimRuns = (db: Db, clock: Clock, limit: number): Promise<RunRow[]> =>
  claimRows(db, 'reconciliations', { at: clock(), limit, set: sql`state = 'running'` });

/** Changes the run while the claim is ours; false where another worker has taken it over. */
export async function changeRun(
  trx: Trx,
  run: RunRow,
  change: Partial<Pick<RunRow, 'state' | 'phase' | 'cursor' | 'compared' | 'finished_at' | 'claim' | 'lease_until'>> & {
    due_at?: Moment;
    noted_at?: Moment;
  },
): Promise<boolean> {
  const changed = await trx
    .updateTable('reconciliations')
    .set(change)
    .where('account', '=', run.account)
    .where('id', '=', run.id)
    .where('claim', '=', run.claim)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}
export async function addFindings(trx: Trx, run: RunRow, findings: readonly Finding[]): Promise<void> {
  if (findings.length === 0) return;
  await trx
    .insertInto('reconciliation_findings')
    .values(
      findings.map((finding) => ({
        account: run.account,
        run: run.id,
        kind: finding.kind,
        finding: JSON.stringify(finding),
      })),
    )
    .execute();
}

function toRun(row: RunRow, counts: ReadonlyMap<string, number>): Run {
  return runSchema.parse({
    id: row.id,
    state: row.state,
    requestedBy: row.requested_by,
    from: row.from_day,
    to: row.to_day,
    timeZone: row.time_zone,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    phase: row.phase,
    compared: row.compared,
    counts: Object.fromEntries(findingKinds.map((kind) => [kind, counts.get(`${row.id} ${kind}`) ?? 0])),
  });
}
async function countsOf(db: Db, account: AccountId, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('reconciliation_findings')
    .select(['run', 'kind', (eb) => eb.fn.countAll<string>().as('count')])
    .where('account', '=', account)
    .where('run', 'in', ids)
    .groupBy(['run', 'kind'])
    .execute();
  return new Map(rows.map(({ run, kind, count }) => [`${run} ${kind}`, Number(count)]));
}

export function runStore(db: Db) {
  return {
    /** Newest first. */
    async list(account: AccountId, limit = 50): Promise<Run[]> {
      const rows = await db
        .selectFrom('reconciliations')
        .selectAll()
        .where('account', '=', account)
        .orderBy('created_at', 'desc')
        .limit(limit)
        .execute();
      const counts = await countsOf(
        db,
        account,
        rows.map(({ id }) => id),
      );
      return rows.map((row) => toRun(row, counts));
    },
    async get(account: AccountId, id: string): Promise<Run> {
      const row = z.uuid().safeParse(id).success
        ? await db
            .selectFrom('reconciliations')
            .selectAll()
            .where('account', '=', account)
            .where('id', '=', id)
            .executeTakeFirst()
        : undefined;
      if (!row) throw new ProblemError('not_found');
      return toRun(row, await countsOf(db, account, [id]));
    },
    /** Findings of a run in the order of the page: by kind, then as they were found. `after` counts those before. */
    async findings(
      account: AccountId,
      run: string,
      page: { kind?: FindingKind | undefined; after?: number; limit: number },
    ): Promise<Finding[]> {
      let query = db
        .selectFrom('reconciliation_findings')
        .select('finding')
        .where('account', '=', account)
        .where('run', '=', run)
        .orderBy(sql`array_position(${sql.val(`{${findingKinds.join(',')}}`)}::text[], kind)`)
        .orderBy('seq')
        .offset(page.after ?? 0)
        .limit(page.limit);
      if (page.kind) query = query.where('kind', '=', page.kind);
      return (await query.execute()).map(({ finding }) => findingSchema.parse(finding));
    },
    /** Runs that ended long ago go, with all that was found. */
    async forgetOld(account: AccountId, now: Date): Promise<void> {
      const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
      await sql`with old as (delete from reconciliations where account = ${account} and finished_at < ${before} returning id)
        delete from reconciliation_findings where account = ${account} and run in (select id from old)`.execute(db);
    },
  };
}
export type RunStore = ReturnType<typeof runStore>;
