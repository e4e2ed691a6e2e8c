import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../store/open.ts';
import { type OrderState, orderStates, type TestRow } from './rows.ts';

const stateSchema = z.enum(['queued', 'running', 'cleaning', 'finished']);
const problemSchema = z.object({ code: z.string(), detail: z.string().nullish() });
/** `lost`: fell out of a killed process before it left. */
const endedSchema = z.enum(['done', 'asked', 'time', 'production', 'failed']).nullable().catch(null);
const toTest = (row: TestRow) => ({
  id: row.id,
  connection: row.connection,
  state: stateSchema.parse(row.state),
  ended: endedSchema.parse(row.ended),
  stop: row.stop,
  peak: row.peak,
  factor: row.factor,
  wanted: row.wanted,
  atOnce: row.at_once,
  requestedBy: row.requested_by,
  createdAt: row.created_at.toISOString(),
  startedAt: row.started_at,
  sentAt: row.sent_at,
  finishedAt: row.finished_at,
  problem: problemSchema.nullable().catch(null).parse(row.problem),
  dueAt: row.due_at.toISOString(),
});
export type LoadTest = ReturnType<typeof toTest>;
export type OperationFigures = {
  operation: string;
  calls: number;
  ok: number;
  busy: number;
  p50: number;
  p95: number;
  p99: number;
};
export type LoadFigures = {
  orders: Record<OrderState, number>;
  operations: OperationFigures[];
  /** Orders that the ERP keeps, for a person to take back. */
  staying: { reference: string; number: string | null; words: string | null }[];
  /** The ERP's words when it refused, with how often. */
  refusals: { words: string; count: number }[];
};
/** Rows of the lists of a page. */
const MOST = 100;

/** What a person sees of load tests. */
export function loadViews(db: Db) {
  const list = (account: AccountId) =>
    db.selectFrom('load_tests').selectAll().where('account', '=', account).orderBy('created_at', 'desc');
  return {
    /** The newest tests, the one under way among them. */
    async list(account: AccountId, limit: number): Promise<LoadTest[]> {
      return (await list(account).limit(limit).execute()).map(toTest);
    },
    async test(account: AccountId, id: string): Promise<LoadTest | null> {
      if (!z.uuid().safeParse(id).success) return null;
      const row = await list(account).where('id', '=', id).executeTakeFirst();
      return row ? toTest(row) : null;
    },
    async figures(account: AccountId, id: string): Promise<LoadFigures> {
      const of = db.selectFrom('load_orders').where('account', '=', account).where('test', '=', id);
      const [states, operations, staying, refusals] = await Promise.all([
        of
          .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
          .groupBy('state')
          .execute(),
        sql<OperationFigures>`select operation, count(*)::int as calls, (count(*) filter (where outcome = 'ok'))::int as ok, (count(*) filter (where outcome = 'busy'))::int as busy,
            percentile_disc(0.5) within group (order by ms) as p50, percentile_disc(0.95) within group (order by ms) as p95, percentile_disc(0.99) within group (order by ms) as p99
          from load_calls where account = ${account} and test = ${id}::uuid group by operation order by operation`.execute(
          db,
        ),
        of
          .select(['reference', 'erp_number', 'words'])
          .where('state', '=', 'stays')
          .orderBy('nth')
          .limit(MOST)
          .execute(),
        of
          .select((eb) => ['words', eb.fn.countAll<number>().as('count')])
          .where('state', '=', 'refused')
          .groupBy('words')
          .orderBy('count', 'desc')
          .limit(5)
          .execute(),
      ]);
      const counts = new Map(states.map(({ state, count }) => [state, Number(count)]));
      return {
        orders: Object.fromEntries(orderStates.map((state) => [state, counts.get(state) ?? 0])) as Record<
          OrderState,
          number
        >,
        operations: operations.rows,
        staying: staying.map(({ reference, erp_number, words }) => ({ reference, number: erp_number, words })),
        refusals: refusals.map(({ words, count }) => ({ words: words ?? '', count: Number(count) })),
      };
    },
  };
}
