import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import type { Lease } from '../../jobs/leases.ts';
import { type Batch, drawFromLane, LostClaim } from '../../jobs/queue.ts';
import { later } from '../../store/clock.ts';
import { erpLane } from '../../store/connections.ts';
import type { Trx } from '../../store/open.ts';
import type { EngineContext } from '../context.ts';
import { type ActEvent, type ActRow, actEventColumns, actEventsOf } from './rows.ts';

/** `at`: the database's time when it was claimed. */
export type ClaimedAct = { row: ActRow; lease: Lease; at: Date };
/** While conversions have all the places of the ERP, acts come back so soon. */
const FULL_MS = 250;

/** In an ERP that wants one customer's writes in their order, an act comes after the customer's open conversions. */
const inTurn = sql<boolean>`not exists (select 1 from submissions s where s.account = q.account and s.connection = q.connection and s.customer_key = q.customer_key
  and s.next_try_at is not null)`;

/** Claims what is due of an account, as far as each connection has room beside the conversions that run. */
export async function claimActs(ctx: EngineContext, account: AccountId, free: number): Promise<Batch<ClaimedAct>> {
  const { rows: due } = await sql<{ connection: string }>`select distinct connection from order_acts
    where account = ${account} and next_try_at is not null`.execute(ctx.db);
  const items: ClaimedAct[] = [];
  const wakes: number[] = [];
  for (const { connection } of due) {
    if (items.length >= free) break;
    const batch = await claimAt(ctx, account, connection, free - items.length);
    items.push(...batch.items);
    if (batch.wakeInMs !== null) wakes.push(batch.wakeInMs);
  }
  return { items, wakeInMs: wakes.length > 0 ? Math.min(...wakes) : null };
}

async function claimAt(
  { db, lanes, leases }: EngineContext,
  account: AccountId,
  connection: string,
  free: number,
): Promise<Batch<ClaimedAct>> {
  const began = leases.steady();
  const { rows, now, wakeInMs } = await db.transaction().execute(async (trx) => {
    const lane = await lanes.lock(trx, account, erpLane(connection));
    const { rows: busy } = await sql<{ count: string }>`select count(*) as count from submissions
      where account = ${account} and connection = ${connection} and claim is not null and lease_until > ${lane.at}`.execute(
      trx,
    );
    const places = Math.floor(lane.allowed) - Number(busy[0]?.count ?? 0);
    if (places < 1) return { rows: [], now: lane.at, wakeInMs: FULL_MS };
    const drawn = await drawFromLane(trx, 'order_acts', {
      lane,
      account,
      free: Math.min(free, places),
      within: sql<boolean>`q.connection = ${connection}`,
      ...(lane.in_turn ? { and: inTurn } : {}),
    });
    return { ...drawn, now: lane.at };
  });
  return {
    items: rows.map((row) => ({ row, at: now, lease: leases.hold('order_acts', row.claim ?? '', began) })),
    wakeInMs,
  };
}

export type ActChange = Partial<Pick<ActRow, 'state' | 'step' | 'attempts' | 'sends' | 'in_doubt'>> & {
  problem?: string | null;
  differences?: string | null;
  /** When it is due, in milliseconds from now; null: it rests. */
  dueInMs?: number | null;
  /** Nothing of ours leaves for the ERP later than now. */
  sent?: true;
};
export const actColumnsOf = ({ clock }: Pick<EngineContext, 'clock'>, { dueInMs, sent, ...rest }: ActChange) => ({
  ...rest,
  ...(dueInMs === undefined ? {} : { next_try_at: dueInMs === null ? null : later(clock, dueInMs) }),
  ...(sent ? { sent_at: clock() } : {}),
  updated_at: clock(),
});

type More = {
  /** Ends the claim. `fault`: not in an orderly way, so that the claims go on being counted. */
  release?: 'rest' | 'fault';
  /** What has to be kept with it, before it in the same transaction. */
  with?: (trx: Trx) => Promise<void>;
};
/** Row and event together, and only while the claim is ours. */
export async function moveAct(
  ctx: Pick<EngineContext, 'db' | 'clock'>,
  { row }: ClaimedAct,
  change: ActChange,
  event: ActEvent | null,
  more: More = {},
): Promise<ActRow> {
  const moved = await ctx.db.transaction().execute(async (trx) => {
    await more.with?.(trx);
    const there = await trx
      .with('moved', (q) =>
        q
          .updateTable('order_acts')
          .set({
            ...actColumnsOf(ctx, change),
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
          .insertInto('order_act_events')
          .columns(actEventColumns)
          .expression(actEventsOf('moved', ctx.clock(), event)),
      )
      .selectFrom('moved')
      .selectAll()
      .executeTakeFirst();
    // Taken over by another worker: what was to be kept with it is not kept.
    if (!there) throw new LostClaim();
    return there;
  });
  return moved;
}
