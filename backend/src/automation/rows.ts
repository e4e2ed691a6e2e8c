import { randomUUID } from 'node:crypto';
import { type AccountId, accountIdSchema, checkSchema, problemCodeSchema } from '@backroom/shared';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { claimRows, queues, unclaimed } from '../jobs/queue.ts';
import { type Clock, later, type Moment, plus } from '../store/clock.ts';
import type { Db, Trx } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';

export type ConversionRow = Selectable<Tables['conversions']>;
/** Processes listen to this channel for conversions that were asked for. */
export const AUTOMATION_CHANNEL = 'backroom_automation';
/** Another process takes a conversion over that gave no sign of life for so long. */
export const LEASE_MS = queues.conversions.leaseMs;
/** Another process has the conversion now. */
export class LostConversion extends Error {}

export const causes = ['accepted', 'workflow', 'flow', 'bulk'] as const;
export type Cause = (typeof causes)[number];
/**
 * `person`: it waits for somebody. `nothing`: there was nothing to convert. Of bulk runs alone: `listed` is not looked at yet, `ready`, `warned` and `blocked`
 * say what the preview found, and `stopped` was picked but not begun.
 */
export const conversionStates = [
  ...(['queued', 'running', 'ordered', 'person', 'nothing', 'dismissed'] as const),
  ...(['listed', 'ready', 'warned', 'blocked', 'stopped'] as const),
] as const;
export type ConversionState = (typeof conversionStates)[number];

/** Why a deal was not converted, or what it still waits for: a problem, and the checks that a person has to look at. */
export const findingsSchema = z.object({
  problem: problemCodeSchema.nullable(),
  words: z.string().nullable(),
  checks: z.array(checkSchema),
});
export type Findings = z.infer<typeof findingsSchema>;

export type Request = {
  cause: Cause;
  key: string | null;
  record: { type: 'deal' | 'quote'; id: string };
  callback?: string | null;
  run?: string | null;
  by: string;
};

/** Keeps what was asked for. What was asked under the same key, or of the same quote and has not begun, is that. */
export async function addConversions(
  db: Trx,
  account: AccountId,
  requests: readonly Request[],
  now: Date,
): Promise<void> {
  if (requests.length === 0) return;
  await db
    .insertInto('conversions')
    .values(
      requests.map(({ cause, key, record, callback = null, run = null, by }) => ({
        account,
        id: randomUUID(),
        cause,
        key,
        record_type: record.type,
        record_id: record.id,
        deal: record.type === 'deal' ? record.id : null,
        run,
        state: 'queued',
        name: null,
        company: null,
        revision: null,
        submission: null,
        callback,
        requested_by: by,
        requested_at: now,
        settled_at: null,
        claim: null,
        lease_until: null,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
  await sql`select pg_notify(${AUTOMATION_CHANNEL}, ${account})`.execute(db);
}

export const accountOf = (row: Pick<ConversionRow, 'account'>): AccountId => accountIdSchema.parse(row.account);

/** While more is to be settled, answers wait this long and go out together. */
const TOGETHER_MS = 5000;
/** What one call tells. HubSpot names no limit; its other batches have this one. */
const MOST_TOLD = 100;

/**
 * One conversion that is due, of an account of which nothing is under way: a workflow on a thousand deals is one deal after the other, and takes no
 * other account's turn. Who waits for an answer is told before more is begun. Of a run that is over, what a stop left under way and what a person has tried
 * again goes on.
 */
export async function claimConversion(
  db: Db,
  clock: Clock,
  resting: readonly AccountId[],
): Promise<ConversionRow | null> {
  const at = clock();
  const open = sql<boolean>`q.account <> all(${[...resting]}::text[])
    and q.account <> all(array(select o.account from conversions o where o.claim is not null and o.lease_until > ${at}))`;
  const [told] = await claimRows(db, 'conversions', { at, limit: 1, and: sql<boolean>`q.telling and ${open}` });
  if (told) return told;
  const [row] = await claimRows(db, 'conversions', {
    at,
    limit: 1,
    and: sql<boolean>`${open}
      and (q.run is null or exists (select 1 from conversion_runs r where r.account = q.account and r.id = q.run
        and (r.state in ('previewing', 'running') or (r.state = 'finished' and q.state = 'running'))))`,
    set: sql`state = case w.state when 'queued' then 'running' else w.state end`,
  });
  return row ?? null;
}

/** Claims all other requests for the deal along with the row, before the deal is read: they share one answer. */
export async function claimAlike(db: Db, clock: Clock, row: ConversionRow, deal: string): Promise<void> {
  if (row.run !== null) return;
  const at = clock();
  await db
    .updateTable('conversions as q')
    .set({ claim: row.claim, lease_until: plus(at, LEASE_MS), state: 'running' })
    .where('q.account', '=', row.account)
    .where('q.deal', '=', deal)
    .where('q.cause', '=', row.cause)
    .where('q.requested_by', '=', row.requested_by)
    .where('q.run', 'is', null)
    .where('q.state', 'in', ['queued', 'running'])
    .where(unclaimed(at))
    .execute();
}
/** Claims all other answers of the account along with the row; gives them all. */
export async function claimTold(db: Db, clock: Clock, row: ConversionRow): Promise<ConversionRow[]> {
  const at = clock();
  const { rows } =
    await sql<ConversionRow>`update conversions c set claim = ${row.claim}::uuid, lease_until = ${plus(at, LEASE_MS)}
      where c.account = ${row.account} and c.id in (select q.id from conversions q where q.account = ${row.account} and q.telling and ${unclaimed(at)}
        limit ${MOST_TOLD - 1} for update skip locked) returning c.*`.execute(db);
  return [row, ...rows];
}

type Change = Partial<
  Pick<
    ConversionRow,
    'state' | 'deal' | 'name' | 'company' | 'revision' | 'submission' | 'settled_at' | 'claim' | 'tries'
  >
> & {
  telling?: boolean | RawBuilder<boolean>;
  findings?: string | null;
  total?: string | null;
  due_at?: Moment;
  lease_until?: Moment | null;
};
/** Changes the conversion, and what was claimed with it, while the claim is ours; throws where it is not. */
export async function changeConversion(trx: Trx, row: ConversionRow, change: Change): Promise<void> {
  const changed = await trx
    .updateTable('conversions')
    .set(change)
    .where('account', '=', row.account)
    .where('claim', '=', row.claim)
    .returning('id')
    .execute();
  if (!changed.some(({ id }) => id === row.id)) throw new LostConversion();
}
/** Settles the conversion. Only the answer to its automation is left to send. */
export async function settleConversion(trx: Trx, clock: Clock, row: ConversionRow, change: Change): Promise<void> {
  const at = clock();
  const more = sql`exists (select 1 from conversions o where o.account = ${row.account} and o.state in ('queued', 'running')
    and o.due_at <= ${at} and o.claim is distinct from ${row.claim}::uuid)`;
  await changeConversion(trx, row, {
    ...change,
    claim: null,
    lease_until: null,
    tries: 0,
    telling: sql<boolean>`callback is not null`,
    due_at: sql<Date>`case when ${more} then ${plus(at, TOGETHER_MS)} else ${at} end`,
  });
}
/** A person is asked about a deal once: by what was settled last. */
export async function askOnce(trx: Trx, account: string, deals: readonly (string | null)[]): Promise<void> {
  await sql`delete from conversions c where c.account = ${account} and c.deal = any(${deals.filter((deal) => deal !== null)}::text[])
    and c.state = 'person' and not c.telling and c.run is null and exists (select 1 from conversions o
      where o.account = c.account and o.deal = c.deal and (o.settled_at, o.id) > (c.settled_at, c.id))`.execute(trx);
}
export const prolong = (db: Db, clock: Clock, row: ConversionRow): Promise<void> =>
  changeConversion(db, row, { lease_until: later(clock, LEASE_MS) });
/** Nothing is left to do for it, as far as it goes; what was asked of an accepted quote that is none is forgotten. */
export const dropConversion = async (trx: Trx, row: ConversionRow): Promise<void> =>
  void (await trx
    .deleteFrom('conversions')
    .where('account', '=', row.account)
    .where('claim', '=', row.claim)
    .execute());
