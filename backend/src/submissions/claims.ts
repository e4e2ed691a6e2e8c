import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import type { Lanes } from '../jobs/lanes.ts';
import type { Lease, Leases } from '../jobs/leases.ts';
import { type Batch, drawFromLane, LostClaim } from '../jobs/queue.ts';
import { type Clock, later } from '../store/clock.ts';
import { erpLane, MAIN } from '../store/connections.ts';
import type { Db, Trx } from '../store/open.ts';
import { type EventInput, eventColumns, eventsOf, noteColumns, notesOf, type Row, sooner } from './rows.ts';

/** `at`: the database's time when it was claimed, before anything was asked. */
export type Claimed = { row: Row; lease: Lease; at: Date };

/** What passes within this is not worth a call to the CRM. */
const TELL_AFTER_MS = 2000;

/** The oldest open write of its customer, in an ERP that wants them one after the other. */
const first = sql<boolean>`not exists (select 1 from submissions before where before.account = q.account and before.customer_key = q.customer_key
  and before.connection = q.connection and before.next_try_at is not null and (before.created_at, before.id) < (q.created_at, q.id))`;

type Options = {
  db: Db;
  clock: Clock;
  lanes: Lanes;
  leases: Leases;
  connectionsOf: (account: AccountId) => Promise<readonly string[]>;
};

/** Claims what is due of an account, as much as the lanes of its connections have room for: one that is full or held does not hold up another. */
export async function claimDue(options: Options, account: AccountId, free: number): Promise<Batch<Claimed>> {
  const ids = await options.connectionsOf(account);
  const [only = MAIN] = ids;
  // The usual case; what is left of a connection that is gone is claimed with it, and says so.
  if (ids.length < 2) return claimAt(options, account, { lane: only, connection: null }, free);
  const { rows } = await sql<{ connection: string }>`select distinct connection from submissions
    where account = ${account} and next_try_at is not null`.execute(options.db);
  const items: Claimed[] = [];
  const wakes: number[] = [];
  for (const { connection } of rows) {
    if (items.length >= free) break;
    const batch = await claimAt(options, account, { lane: connection, connection }, free - items.length);
    items.push(...batch.items);
    if (batch.wakeInMs !== null) wakes.push(batch.wakeInMs);
  }
  return { items, wakeInMs: wakes.length > 0 ? Math.min(...wakes) : null };
}

/** Two statements and the lane's lock, however many rows. `connection` null: whichever the rows are for. */
async function claimAt(
  { db, lanes, leases }: Options,
  account: AccountId,
  at: { lane: string; connection: string | null },
  free: number,
): Promise<Batch<Claimed>> {
  const began = leases.steady();
  const within = at.connection === null ? null : sql<boolean>`q.connection = ${at.connection}`;
  const { rows, now, wakeInMs } = await db.transaction().execute(async (trx) => {
    const lane = await lanes.lock(trx, account, erpLane(at.lane));
    const drawn = await drawFromLane(trx, 'submissions', {
      lane,
      account,
      free,
      ...(within ? { within } : {}),
      ...(lane.in_turn ? { and: first } : {}),
    });
    return { ...drawn, now: lane.at };
  });
  return {
    items: rows.map((row) => ({ row, at: now, lease: leases.hold('submissions', row.claim ?? '', began) })),
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
    | 'erp_promised'
    | 'sent_once'
    | 'sends'
    | 'attempts'
    | 'written_back'
    | 'customer_key'
  >
> & {
  problem?: string | null;
  erp_total?: string | null;
  erp_holds?: string | null;
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
