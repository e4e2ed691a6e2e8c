import { type ErpOrder, erpOrderIdSchema, referenceSchema } from '@backroom/shared';
import { DEFAULT_MAX_COMMIT_MS, type ErpDescription } from '../erp/contract/description.ts';
import { type ErpAdapter, ErpError } from '../erp/contract/index.ts';
import type { Db } from '../store/open.ts';
import { noteOrder, type OrderRow, ordersOf, type TestRow } from './rows.ts';
import type { Timer } from './timed.ts';

type Parts = {
  db: Db;
  test: TestRow;
  erp: ErpAdapter;
  description: ErpDescription;
  timer: Timer;
  now: () => number;
  /** Called between two orders; throws when the process stops or has lost the test. */
  between: () => Promise<void>;
};

/** What the ERP may still commit, in milliseconds from now; 0 when "not found" counts. */
function openFor({ description: { idempotency, settleMs, maxCommitMs }, now }: Parts, sentAt: Date): number {
  const most = idempotency === 'native' ? settleMs : settleMs + (maxCommitMs ?? DEFAULT_MAX_COMMIT_MS);
  return Math.max(0, sentAt.getTime() + most - now());
}
/** Looks up an order whose answer was lost. Null: not there, and it may still come. */
async function lookUp(parts: Parts, row: OrderRow): Promise<OrderRow | null> {
  const { db, test, erp, timer } = parts;
  const references = [referenceSchema.parse(row.reference)];
  const found = await timer.call('orders.findByReference', (call) =>
    (erp.orders as NonNullable<ErpAdapter['orders']>).findByReference({ references }, call),
  );
  const order: ErpOrder | undefined = found.results[0]?.[0];
  if (order) {
    const known = { state: 'created', erp_id: order.id, erp_number: order.number } as const;
    await noteOrder(db, test, row.nth, known);
    return { ...row, ...known };
  }
  if (openFor(parts, row.sent_at) > 0) return null;
  await noteOrder(db, test, row.nth, { state: 'absent' });
  return { ...row, state: 'absent' };
}
/** Takes one order back. An order that the ERP does not let go of stays, with the ERP's own words. */
async function takeBack({ db, test, erp, timer }: Parts, row: OrderRow): Promise<void> {
  const cancel = erp.orders?.cancel;
  if (!cancel || row.erp_id === null) return noteOrder(db, test, row.nth, { state: 'stays', words: null });
  const id = erpOrderIdSchema.parse(row.erp_id);
  try {
    const order = await timer.call('orders.cancel', (call) => cancel({ id }, call));
    const gone = order.status === 'cancelled';
    await noteOrder(db, test, row.nth, { state: gone ? 'cancelled' : 'stays', words: gone ? null : order.status });
  } catch (error) {
    const isFinal =
      error instanceof ErpError && ['refused', 'unsupported', 'unauthorised', 'not_found'].includes(error.kind);
    if (!isFinal) throw error;
    await noteOrder(db, test, row.nth, { state: error.kind === 'not_found' ? 'absent' : 'stays', words: error.words });
  }
}

/** Takes back every order of the test. Answers in how many milliseconds it has to be tried again; 0 when nothing is left. */
export async function cleanUp(parts: Parts): Promise<number> {
  let again = 0;
  for (const row of await ordersOf(parts.db, parts.test, ['sending', 'created'])) {
    await parts.between();
    const known = row.state === 'sending' ? await lookUp(parts, row) : row;
    if (known === null) again = Math.max(again, openFor(parts, row.sent_at));
    else if (known.state === 'created') await takeBack(parts, known);
  }
  return again;
}
