import type { AccountId } from '@backroom/shared';
import { type Selectable, sql } from 'kysely';
import { CrmError, type WriteBack } from '../crm/contract/index.ts';
import type { Lease } from '../jobs/leases.ts';
import { type Batch, drawFromLane } from '../jobs/queue.ts';
import { later } from '../store/clock.ts';
import type { Tables } from '../store/tables.ts';
import { type EngineContext, problemOf, soon, system } from './context.ts';
import { readPayload } from './payload.ts';
import { accountOf, appendEvent, eventColumns, eventsOf, type Row, recordOf, totalOf } from './rows.ts';

type Due = Selectable<Tables['write_backs']>;
export type ClaimedWriteBack = { due: Due; lease: Lease };
/** What the CRM refuses an admin may mend (a property, a right), so it is tried again, but not every few seconds. */
const REFUSED_MS = 10 * 60_000;

/** Claims records whose CRM page is to be told. One record at a time is told by one worker, so what is told last is the newest. */
export async function claimWriteBacks(
  ctx: EngineContext,
  account: AccountId,
  free: number,
): Promise<Batch<ClaimedWriteBack>> {
  const began = ctx.leases.steady();
  const { rows, wakeInMs } = await ctx.db.transaction().execute(async (trx) => {
    const lane = await ctx.lanes.lock(trx, account, 'crm');
    return drawFromLane(trx, 'write_backs', { lane, account, free });
  });
  return {
    items: rows.map((due) => ({ due, lease: ctx.leases.hold('write_backs', due.claim ?? '', began) })),
    wakeInMs,
  };
}

/**
 * What the page should say: the state of the newest order of the deal that was not cancelled, and the number of the newest that the ERP has,
 * which an order that is still under way does not take away. Of a company, its customer.
 */
async function pageOf(
  ctx: EngineContext,
  due: Due,
): Promise<{ newest: Row | null; confirmed: Row | null; shown: Row | null }> {
  const rows = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('account', '=', due.account)
    .where('record_type', '=', due.record_type)
    .where('record_id', '=', due.record_id)
    .where('kind', 'in', ['order', 'customer'])
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute();
  // An order that the ERP has cancelled says so only where the deal has no other.
  const standing = rows.filter(({ state, erp_status: status }) => state !== 'cancelled' && status !== 'cancelled');
  const newest = standing[0] ?? rows.find(({ state }) => state !== 'cancelled') ?? rows[0] ?? null;
  const inErp = ({ state }: Row) => state === 'confirmed';
  const confirmed = rows.find(inErp) ?? null;
  return { newest, confirmed, shown: standing.find(inErp) ?? confirmed };
}
function fieldsOf(newest: Row, confirmed: Row | null): WriteBack | null {
  const { kind } = newest;
  if (kind === 'customer') return confirmed ? { erpCustomerNumber: confirmed.erp_number } : null;
  if (kind !== 'order') return null;
  if (confirmed?.kind !== 'order') return { orderStatus: newest.state };
  const payload = readPayload(confirmed.payload);
  const total = totalOf(confirmed);
  return {
    orderNumber: confirmed.erp_number,
    orderStatus: newest.state === 'confirmed' ? (newest.erp_status ?? 'confirmed') : newest.state,
    // What the ERP promises itself; what the preview foresaw only where its order names no day.
    promiseDate: confirmed.erp_promised ?? (payload?.kind === 'order' ? payload.promiseDate : null),
    ...(total ? { orderTotal: total } : {}),
  };
}

/** Tells one record. CRM down is waiting too: no end, and what is told then is what is true then. */
export async function writeBack(ctx: EngineContext, { due, lease }: ClaimedWriteBack): Promise<void> {
  const account = accountOf(due);
  try {
    const { newest, confirmed, shown } = await pageOf(ctx, due);
    const fields = newest && fieldsOf(newest, shown);
    if (fields) {
      await ctx.hooks.crash('before_write_back');
      await ctx.writeBack(account, recordOf(due), fields);
      await ctx.hooks.crash('after_write_back');
      await ctx.lanes.report(account, 'crm', { type: 'ok' });
    }
    await told(ctx, due, confirmed);
  } catch (error) {
    await notTold(ctx, due, error);
  } finally {
    lease.release();
  }
}

async function told(ctx: EngineContext, due: Due, row: Row | null): Promise<void> {
  const mine = { account: due.account, record_type: due.record_type, record_id: due.record_id, claim: due.claim };
  // A merge locks the submissions before the note, so this does too: `gone` reads `settled`, which Postgres then does first.
  const gone = await ctx.db
    .with('settled', (q) =>
      q
        .updateTable('submissions')
        .set({ written_back: true, problem: null, updated_at: ctx.clock() })
        .where('account', '=', due.account)
        .where('record_type', '=', due.record_type)
        .where('record_id', '=', due.record_id)
        // Older orders of the deal have nothing more to tell: the page is the newest one's.
        .where('created_at', '<=', row?.created_at ?? new Date(0))
        .where('state', '=', 'confirmed')
        .where('written_back', '=', false)
        .returning(['account', 'id']),
    )
    .with('noted', (q) =>
      q
        .insertInto('submission_events')
        .columns(eventColumns)
        .expression(eventsOf('settled', ctx.clock(), { state: 'confirmed', step: 'write_back', actor: system })),
    )
    .with('gone', (q) =>
      q
        .deleteFrom('write_backs')
        .where((eb) => eb.and({ ...mine, version: due.version }))
        .where(sql<boolean>`(select count(*) from settled) >= 0`)
        .returning('version'),
    )
    .selectFrom('gone')
    .select('version')
    .executeTakeFirst();
  if (gone) return;
  // Something changed while we told: it stays due. Should this not be kept, the lease ends by itself.
  await ctx.db
    .updateTable('write_backs')
    .set({ claim: null, lease_until: null, tries: 0 })
    .where((eb) => eb.and(mine))
    .execute();
}

async function notTold(ctx: EngineContext, due: Due, error: unknown): Promise<void> {
  const account = accountOf(due);
  const kind = error instanceof CrmError ? error.kind : 'unreachable';
  if (!(error instanceof CrmError)) ctx.onError(error);
  const down = kind === 'unreachable' || kind === 'unauthorised';
  const retryAfterMs = error instanceof CrmError ? error.retryAfterMs : null;
  await ctx.lanes.report(
    account,
    'crm',
    down ? { type: 'down' } : kind === 'busy' ? { type: 'busy', retryAfterMs } : { type: 'neutral' },
  );
  const { confirmed: row } = await pageOf(ctx, due);
  const problem = problemOf(error);
  await ctx.db.transaction().execute(async (trx) => {
    if (row && !row.written_back && row.problem === null) {
      await trx
        .updateTable('submissions')
        .set({ problem: JSON.stringify(problem), updated_at: ctx.clock() })
        .where('account', '=', account)
        .where('id', '=', row.id)
        .where('state', '=', 'confirmed')
        .where('written_back', '=', false)
        .execute();
      await appendEvent(trx, account, row.id, ctx.clock(), {
        state: 'confirmed',
        step: 'write_back',
        actor: system,
        problem,
      });
    }
    const mine = { account: due.account, record_type: due.record_type, record_id: due.record_id, claim: due.claim };
    if (kind === 'not_found') {
      // Deleted or merged: there is no page left that could tell a lie.
      await trx
        .deleteFrom('write_backs')
        .where((eb) => eb.and(mine))
        .execute();
    } else {
      const hopeless = kind === 'refused' || kind === 'drift';
      await trx
        .updateTable('write_backs')
        .set({
          tries: due.tries + 1,
          due_at: later(ctx.clock, hopeless ? REFUSED_MS : soon(due.tries, retryAfterMs ?? 0)),
          noted_at: ctx.clock(),
          claim: null,
          lease_until: null,
        })
        .where((eb) => eb.and(mine))
        .execute();
    }
  });
}
