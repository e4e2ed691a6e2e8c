import { randomUUID } from 'node:crypto';
import { type AccountId, accountIdSchema, checkSchema, problemCodeSchema } from '@backroom/shared';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { claimRows, queues } from '../jobs/queue.ts';
import { type Clock, later, type Moment } from '../store/clock.ts';
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

/**
 * One conversion that is due, of an account of which nothing is under way: a workflow on a thousand deals is one deal after the other, and takes no
 * other account's turn. Of a run that is over, what a stop left under way and what a person has tried again goes on.
 */
export async function claimConversion(
  db: Db,
  clock: Clock,
  resting: readonly AccountId[],
): Promise<ConversionRow | null> {
  const at = clock();
  const [row] = await claimRows(db, 'conversions', {
    at,
    limit: 1,
    and: sql<boolean>`q.account <> all(${[...resting]}::text[])
      and q.account <> all(array(select o.account from conversions o where o.claim is not null and o.lease_until > ${at}))
      and (q.run is null or exists (select 1 from conversion_runs r where r.account = q.account and r.id = q.run
        and (r.state in ('previewing', 'running') or (r.state = 'finished' and q.state = 'running'))))`,
    set: sql`state = case w.state when 'queued' then 'running' else w.state end`,
  });
  return row ?? null;
}

type Change = Partial<
  Pick<
    ConversionRow,
    'state' | 'deal' | 'name' | 'company' | 'revision' | 'submission' | 'settled_at' | 'claim' | 'tries' | 'telling'
  >
> & { findings?: string | null; total?: string | null; due_at?: Moment; lease_until?: Moment | null };
/** Changes the conversion while the claim is ours; throws where it is not. */
export async function changeConversion(trx: Trx, row: ConversionRow, change: Change): Promise<void> {
  const changed = await trx
    .updateTable('conversions')
    .set(change)
    .where('account', '=', row.account)
    .where('id', '=', row.id)
    .where('claim', '=', row.claim)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw new LostConversion();
}
export const prolong = (db: Db, clock: Clock, row: ConversionRow): Promise<void> =>
  changeConversion(db, row, { lease_until: later(clock, LEASE_MS) });
/** Nothing is left to do for it, as far as it goes; what was asked of an accepted quote that is none is forgotten. */
export const dropConversion = async (trx: Trx, row: ConversionRow): Promise<void> =>
  void (await trx
    .deleteFrom('conversions')
    .where('account', '=', row.account)
    .where('id', '=', row.id)
    .where('claim', '=', row.claim)
    .execute());
