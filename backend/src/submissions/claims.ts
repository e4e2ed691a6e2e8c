import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import type { Db } from '../store/open.ts';
import type { Lanes } from './lanes.ts';
import { room } from './lanes.ts';
import { LEASE_MS, type Lease, type Leases } from './leases.ts';
import type { Batch } from './pump.ts';
import { type EventInput, eventColumns, eventsOf, noteColumns, notesOf, type Row, sooner, type Trx } from './rows.ts';

/** Somebody else took the row over; whatever we were about to note is theirs to find out. */
export class LostClaim extends Error {}
export type Claimed = { row: Row; lease: Lease };

/** A due time or lease further ahead than anything sets it was noted by a clock that jumped, and does not hold the row up. */
export const CLOCK_JUMPED_MS = 15 * 60_000;
/** What passes within this is not worth a call to the CRM. */
const TELL_AFTER_MS = 2000;

type Options = { db: Db; lanes: Lanes; leases: Leases; now: () => Date };

/** Claims what is due of an account, as much as its lane has room for. Two statements and the lane's lock, however many rows. */
export async function claimDue(
  { db, lanes, leases, now }: Options,
  account: AccountId,
  free: number,
): Promise<Batch<Claimed>> {
  const at = now();
  const jumped = new Date(at.getTime() + CLOCK_JUMPED_MS);
  const began = leases.steady();
  const { rows, wakeAt } = await db.transaction().execute(async (trx) => {
    const lane = await lanes.lock(trx, account, 'erp');
    const { active } = await trx
      .selectFrom('submissions')
      .select((eb) => eb.fn.countAll<string>().as('active'))
      .where('account', '=', account)
      .where('claim', 'is not', null)
      .where('lease_until', '>', at)
      .where('lease_until', '<', jumped)
      .executeTakeFirstOrThrow();
    const open = room(lane, Number(active), at);
    if (open.wakeAt || open.free === 0) return { rows: [], wakeAt: open.wakeAt };
    const limit = Math.min(free, open.free);
    const mine = lane.in_turn
      ? sql<boolean>`not exists (select 1 from submissions before where before.account = s.account and before.customer_key = s.customer_key
          and before.next_try_at is not null and (before.created_at, before.id) < (s.created_at, s.id))`
      : sql<boolean>`true`;
    // Materialized: joined, the planner may run it once a row, each time with the next ones, and the limit is none.
    const claimed =
      await sql<Row>`with due as materialized (select s.id from submissions s where s.account = ${account} and s.next_try_at is not null
          and (s.next_try_at <= ${at} or s.next_try_at > ${jumped})
          and (s.claim is null or s.lease_until <= ${at} or s.lease_until > ${jumped}) and ${mine}
          order by s.next_try_at limit ${limit} for update skip locked)
        update submissions w set claim = gen_random_uuid(), lease_until = ${new Date(at.getTime() + LEASE_MS)}
        from due where w.account = ${account} and w.id = due.id returning w.*`.execute(trx);
    // What is due later is asked for when one of these is done.
    if (claimed.rows.length > 0) return { rows: claimed.rows, wakeAt: null };
    const next = await trx
      .selectFrom('submissions')
      .select((eb) => eb.fn.min('next_try_at').as('at'))
      .where('account', '=', account)
      .where('next_try_at', '>', at)
      .executeTakeFirst();
    return { rows: [], wakeAt: next?.at ?? null };
  });
  return {
    items: rows.map((row) => ({ row, lease: leases.hold('submissions', row.claim ?? '', began) })),
    wakeAt,
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
    | 'next_try_at'
    | 'sent_once'
    | 'absent_since'
    | 'attempts'
    | 'written_back'
    | 'customer_key'
  >
> & { problem?: string | null; erp_total?: string | null; payload?: string };

type More = {
  /** Ends the claim. */
  release?: boolean;
  tell?: 'now' | 'later';
  /** What has to be kept with it, in a transaction around it. */
  with?: (trx: Trx) => Promise<void>;
};

/**
 * Row, event and, where told so, the note that the CRM page wants an update: together, in one statement and so one round trip, and only while
 * the claim is ours.
 */
export async function move(
  { db, now }: Options,
  { row }: Claimed,
  change: Change,
  event: EventInput | null,
  more: More = {},
): Promise<Row> {
  const at = now();
  const tellAt = more.tell === undefined ? null : more.tell === 'now' ? at : new Date(at.getTime() + TELL_AFTER_MS);
  const note = (trx: Trx) =>
    trx
      .with('moved', (q) =>
        q
          .updateTable('submissions')
          .set({ ...change, updated_at: at, ...(more.release ? { claim: null, lease_until: null } : {}) })
          .where('account', '=', row.account)
          .where('id', '=', row.id)
          .where('claim', '=', row.claim)
          .returningAll(),
      )
      .with('noted', (q) =>
        q
          .insertInto('submission_events')
          .columns(eventColumns)
          .expression(eventsOf('moved', at, event)),
      )
      .with('told', (q) =>
        q.insertInto('write_backs').columns(noteColumns).expression(notesOf('moved', tellAt)).onConflict(sooner),
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
