import { type AccountId, accountIdSchema } from '@backroom/shared';
import type { Selectable } from 'kysely';
import { claimRows, queues } from '../jobs/queue.ts';
import { type Clock, type Moment, plus } from '../store/clock.ts';
import type { Db } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';

export type TestRow = Selectable<Tables['load_tests']>;
export type OrderRow = Selectable<Tables['load_orders']>;
/**
 * `sending`: the answer is not known yet. `created`: in the ERP. `refused`: the ERP or the line said no, nothing was written. `absent`: the answer was
 * lost and the ERP has nothing. `cancelled`: taken back. `stays`: could not be taken back.
 */
export const orderStates = ['sending', 'created', 'refused', 'absent', 'cancelled', 'stays'] as const;
export type OrderState = (typeof orderStates)[number];
/** Processes listen to this channel for tests that somebody started or stopped. */
export const LOAD_CHANNEL = 'backroom_load';
/** Another process takes a test over that gave no sign of life for so long. */
export const LEASE_MS = queues.load_tests.leaseMs;
/** Another process has the test now. */
export class LostTest extends Error {}

export const testAccount = (row: Pick<TestRow, 'account'>): AccountId => accountIdSchema.parse(row.account);

export const claimTests = (db: Db, clock: Clock, limit: number): Promise<TestRow[]> =>
  claimRows(db, 'load_tests', { at: clock(), limit });
type Change = Partial<
  Pick<TestRow, 'state' | 'ended' | 'started_at' | 'sent_at' | 'finished_at' | 'at_once' | 'claim' | 'tries'>
> & {
  problem?: string | null;
  due_at?: Moment;
  lease_until?: Moment | null;
};
/** Changes the test while the claim is ours; throws where it is not. Answers whether somebody wants it to stop. */
export async function changeTest(db: Db, test: TestRow, change: Change): Promise<{ stop: boolean }> {
  const changed = await db
    .updateTable('load_tests')
    .set(change)
    .where('account', '=', test.account)
    .where('id', '=', test.id)
    .where('claim', '=', test.claim)
    .returning('stop')
    .executeTakeFirst();
  if (!changed) throw new LostTest();
  return changed;
}
/** Keeps the claim. Answers whether somebody wants the test to stop. */
export const prolong = (db: Db, clock: Clock, test: TestRow) =>
  changeTest(db, test, { lease_until: plus(clock(), LEASE_MS) });

type At = Pick<TestRow, 'account' | 'id'>;
/** Kept before the order leaves: a killed run knows what it may have sent. */
export async function noteSending(db: Db, test: At, nth: number, reference: string, at: Date): Promise<void> {
  await db
    .insertInto('load_orders')
    .values({
      account: test.account,
      test: test.id,
      nth,
      reference,
      state: 'sending',
      erp_id: null,
      erp_number: null,
      words: null,
      sent_at: at,
    })
    .execute();
}
type Outcome = { state: OrderState; erp_id?: string; erp_number?: string; words?: string | null };
export async function noteOrder(db: Db, test: At, nth: number, outcome: Outcome): Promise<void> {
  await db
    .updateTable('load_orders')
    .set(outcome)
    .where('account', '=', test.account)
    .where('test', '=', test.id)
    .where('nth', '=', nth)
    .execute();
}
export type Timed = { operation: string; ms: number; outcome: string };
export async function addCalls(db: Db, test: At, calls: readonly Timed[]): Promise<void> {
  if (calls.length === 0) return;
  await db
    .insertInto('load_calls')
    .values(
      calls.map(({ operation, ms, outcome }) => ({
        account: test.account,
        test: test.id,
        operation,
        ms: Math.round(ms),
        outcome,
      })),
    )
    .execute();
}
export async function ordersOf(db: Db, test: At, states: readonly OrderState[]): Promise<OrderRow[]> {
  return db
    .selectFrom('load_orders')
    .selectAll()
    .where('account', '=', test.account)
    .where('test', '=', test.id)
    .where('state', 'in', states)
    .orderBy('nth')
    .execute();
}
export async function lastNth(db: Db, test: At): Promise<number> {
  const found = await db
    .selectFrom('load_orders')
    .select((eb) => eb.fn.max('nth').as('nth'))
    .where('account', '=', test.account)
    .where('test', '=', test.id)
    .executeTakeFirst();
  return found?.nth ?? 0;
}
