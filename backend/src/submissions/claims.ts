import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { ahead, type Clock, jumped, later } from '../store/clock.ts';
import type { Db } from '../store/open.ts';
import type { Lanes } from './lanes.ts';
import { room } from './lanes.ts';
import { LEASE_MS, type Lease, type Leases } from './leases.ts';
import type { Batch } from './pump.ts';
import { type EventInput, eventColumns, eventsOf, noteColumns, notesOf, type Row, sooner, type Trx } from './rows.ts';

/** Somebody else took the row over; whatever we were about to note is theirs to find out. */
export class LostClaim extends Error {}
/** `at`: the database's time when it was claimed, before anything was asked. */
export type Claimed = { row: Row; lease: Lease; at: Date };

/** What passes within this is not worth a call to the CRM. */
const TELL_AFTER_MS = 2000;

type Options = { db: Db; clock: Clock; lanes: Lanes; leases: Leases };

/** Claims what is due of an account, as much as its lane has room for. Two statements and the lane's lock, however many rows. */
export async function claimDue(
  { db, lanes, leases }: Options,
  account: AccountId,
  free: number,
): Promise<Batch<Claimed>> {
  const began = leases.steady();
  const { rows, at, wakeInMs } = await db.transaction().execute(async (trx) => {
    const { at, ...lane } = await lanes.lock(trx, account, 'erp');
    const { active } = await trx
      .selectFrom('submissions')
      .select((eb) => eb.fn.countAll<string>().as('active'))
      .where('account', '=', account)
      .where('claim', 'is not', null)
      .where('lease_until', '>', at)
      .where('lease_until', '<', jumped(at))
      .executeTakeFirstOrThrow();
    const open = room(lane, Number(active), at);
    if (open.free === 0) return { rows: [], at, wakeInMs: open.wakeInMs };
    const limit = Math.min(free, open.free);
    const mine = lane.in_turn
      ? sql<boolean>`not exists (select 1 from submissions before where before.account = s.account and before.customer_key = s.customer_key
          and before.next_try_at is not null and (before.created_at, before.id) < (s.created_at, s.id))`
      : sql<boolean>`true`;
    // Materialized: joined, the planner may run it once a row, each time with the next ones, and the limit is none.
    const claimed =
      await sql<Row>`with due as materialized (select s.id from submissions s where s.account = ${account} and s.next_try_at is not null
          and (s.next_try_at <= ${at} or s.updated_at > ${ahead(at)})
          and (s.claim is null or s.lease_until <= ${at} or s.lease_until > ${jumped(at)}) and ${mine}
          order by s.next_try_at limit ${limit} for update skip locked)
        update submissions w set claim = gen_random_uuid(), lease_until = ${new Date(at.getTime() + LEASE_MS)}, taken = w.taken + 1
        from due where w.account = ${account} and w.id = due.id returning w.*`.execute(trx);
    // What is due later is asked for when one of these is done.
    if (claimed.rows.length > 0) return { rows: claimed.rows, at, wakeInMs: null };
    const next = await trx
      .selectFrom('submissions')
      .select((eb) => eb.fn.min('next_try_at').as('at'))
      .where('account', '=', account)
      .where('next_try_at', '>', at)
      .executeTakeFirst();
    return { rows: [], at, wakeInMs: next?.at ? next.at.getTime() - at.getTime() : null };
  });
  return {
    items: rows.map((row) => ({ row, at, lease: leases.hold('submissions', row.claim ?? '', began) })),
    wakeInMs,
  };
}

export type Change = Partial<
  Pick<
    Row,
    | 'state'
    | 'step'
    | 'erp_id'
    | 'erp_number'
    | 'erp_status'
    | 'sent_once'
    | 'sends'
    | 'attempts'
    | 'written_back'
    | 'customer_key'
  >
> & {
  problem?: string | null;
  erp_total?: string | null;
  payload?: string;
  differences?: string | null;
  /** When it is due, in milliseconds from now; null: it rests. */
  dueInMs?: number | null;
  /** Nothing of ours leaves for the ERP later than now. */
  sent?: true;
};
/** A change as columns. */
export const columnsOf = (clock: Clock, { dueInMs, sent, ...rest }: Change) => ({
  ...rest,
  ...(dueInMs === undefined ? {} : { next_try_at: dueInMs === null ? null : later(clock, dueInMs) }),
  ...(sent ? { sent_at: clock() } : {}),
  updated_at: clock(),
});

type More = {
  /** Ends the claim. `fault`: not in an orderly way, so that the claims go on being counted. */
  release?: 'rest' | 'fault';
  tell?: 'now' | 'later';
  /** What has to be kept with it, in a transaction around it. */
  with?: (trx: Trx) => Promise<void>;
};

/**
 * Row, event and, where told so, the note that the CRM page wants an update: together, in one statement and so one round trip, and only while
 * the claim is ours.
 */
export async function move(
  { db, clock }: Pick<Options, 'db' | 'clock'>,
  { row }: Claimed,
  change: Change,
  event: EventInput | null,
  more: More = {},
): Promise<Row> {
  const tellInMs = more.tell === undefined ? null : more.tell === 'now' ? 0 : TELL_AFTER_MS;
  const note = (trx: Trx) =>
    trx
      .with('moved', (q) =>
        q
          .updateTable('submissions')
          .set({
            ...columnsOf(clock, change),
            ...(more.release ? { claim: null, lease_until: null } : {}),
            ...(more.release === 'rest' ? { taken: 0 } : {}),
          })
          .where('account', '=', row.account)
          .where('id', '=', row.id)
          .where('claim', '=', row.claim)
          .returningAll(),
      )
      .with('noted', (q) =>
        q
          .insertInto('submission_events')
          .columns(eventColumns)
          .expression(eventsOf('moved', clock(), event)),
      )
      .with('told', (q) =>
        q
          .insertInto('write_backs')
          .columns(noteColumns)
          .expression(notesOf('moved', clock, tellInMs))
          .onConflict(sooner),
      )
      .selectFrom('moved')
      .selectAll()
      .executeTakeFirst();
  const keep = more.with;
  const moved = keep
    ? await db.transaction().execute(async (trx) => {
        const there = await note(trx);
        if (there) await keep(trx);
        return there;
      })
    : await note(db);
  if (!moved) throw new LostClaim();
  return moved;
}
