import type { ErpAdapter } from '../erp/contract/index.ts';
import type { Db } from '../store/open.ts';
import type { Goods } from './goods.ts';
import { newReference, sendOne } from './order.ts';
import { addCalls, lastNth, noteOrder, noteSending, type TestRow } from './rows.ts';
import type { Timer } from './timed.ts';

/** So many orders in a row without one success, and the test ends: the ERP is down, not slow. */
const HOPELESS = 20;

type Parts = {
  db: Db;
  test: TestRow;
  erp: ErpAdapter;
  goods: Goods;
  timer: Timer;
  /** Orders that are under way at once. */
  atOnce: number;
  now: () => Date;
  /** Why the test has to end now; null while it may go on. */
  ended: () => 'asked' | 'time' | 'production' | null;
  /** Throws when the process stops or has lost the test. */
  check: () => void;
};

/** Sends orders until all have been sent, or something ends the test. */
export async function sendOrders(parts: Parts): Promise<'done' | 'asked' | 'time' | 'production' | 'failed'> {
  const { db, test, erp, goods, timer } = parts;
  let next = (await lastNth(db, test)) + 1;
  let failures = 0;
  let end: Awaited<ReturnType<typeof sendOrders>> = 'done';
  let broken = false;
  async function lane(): Promise<void> {
    while (next <= test.wanted && end === 'done' && !broken) {
      parts.check();
      const why = failures >= HOPELESS ? 'failed' : parts.ended();
      if (why) {
        end = why;
        return;
      }
      const nth = next;
      next += 1;
      const reference = newReference();
      const at = parts.now();
      const order = { nth, reference, today: at.toISOString().slice(0, 10) };
      const outcome = await sendOne(erp, goods, order, timer, () => noteSending(db, test, nth, reference, at));
      failures = outcome.state === 'created' ? 0 : failures + 1;
      await noteOrder(db, test, nth, outcome);
      await addCalls(db, test, timer.take());
    }
  }
  const lanes = Array.from({ length: parts.atOnce }, () =>
    lane().catch((error: unknown) => {
      broken = true;
      throw error;
    }),
  );
  // None is left behind under way: what fails in one lane ends the others after their order.
  for (const each of await Promise.allSettled(lanes)) if (each.status === 'rejected') throw each.reason;
  return end;
}
