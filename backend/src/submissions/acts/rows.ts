import {
  type AccountId,
  type OrderAct,
  type OrderActState,
  orderActEventSchema,
  orderActSchema,
  orderActStateSchema,
  type Problem,
  problemSchema,
} from '@backroom/shared';
import { type Selectable, sql } from 'kysely';
import { ProblemError } from '../../problems/error.ts';
import type { Moment } from '../../store/clock.ts';
import type { Db, Trx } from '../../store/open.ts';
import type { Tables } from '../../store/tables.ts';
import { recordOf } from '../rows.ts';
import { readActPayload } from './payload.ts';

export type ActRow = Selectable<Tables['order_acts']>;
export const actStateOf = (row: Pick<ActRow, 'state'>): OrderActState => orderActStateSchema.parse(row.state);

/** States that are not an end: the order takes no other change meanwhile. As in the index `order_acts_open`. */
export const openStates = ['queued', 'sending', 'checking', 'waiting', 'needs_attention'] as const;

/** Withdrawing is offered only while it is certain that nothing was sent. */
export const mayWithdraw = ({ state, in_doubt: doubt }: ActRow): boolean =>
  !doubt && (state === 'queued' || state === 'waiting' || state === 'needs_attention');
export const mayResendAct = ({ state }: ActRow): boolean => state === 'needs_attention' || state === 'waiting';
export const mayClose = ({ state }: ActRow): boolean => state === 'needs_attention';

type Step = OrderAct['events'][number]['step'];
export type ActEvent = {
  state: OrderActState;
  step: Step;
  actor: string;
  problem?: Problem | null;
  words?: string | null;
};
export const actEventColumns = ['account', 'act', 'at', 'state', 'step', 'actor', 'problem', 'words'] as const;
/** One event for each row that the CTE returns. None for null. */
export const actEventsOf = (rows: 'kept' | 'moved', at: Moment, event: ActEvent | null) =>
  sql`select account, id, ${at}::timestamptz, ${event?.state ?? null}::text, ${event?.step ?? null}::text, ${event?.actor ?? null}::text,
    ${event?.problem ? JSON.stringify(event.problem) : null}::jsonb, ${event?.words ?? null}::text from ${sql.table(rows)} where ${event !== null}::boolean`;

type Joined = ActRow & { record_type: string; record_id: string };
/** Acts with the record that their order is of now, whatever was merged since. */
export const actsWithRecord = (db: Db | Trx, account: AccountId) =>
  db
    .selectFrom('order_acts as act')
    .innerJoin('submissions as made', (join) =>
      join.onRef('made.account', '=', 'act.account').onRef('made.id', '=', 'act.submission'),
    )
    .selectAll('act')
    .select(['made.record_type', 'made.record_id'])
    .where('act.account', '=', account);

/** Rows as the wire has them, with their events. One query, however many rows. */
export async function actsToWire(db: Db | Trx, account: AccountId, rows: readonly Joined[]): Promise<OrderAct[]> {
  if (rows.length === 0) return [];
  const events = await db
    .selectFrom('order_act_events')
    .selectAll()
    .where('account', '=', account)
    .where(
      'act',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('seq')
    .execute();
  return rows.map((row) => {
    const payload = readActPayload(row.payload);
    return orderActSchema.parse({
      id: row.id,
      kind: row.kind,
      state: row.state,
      submission: row.submission,
      record: recordOf(row),
      erpNumber: row.erp_number,
      revision: row.revision,
      reason: payload?.kind === 'cancel' ? payload.reason : null,
      createdAt: row.created_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
      createdBy: row.created_by,
      problem: row.problem === null ? null : problemSchema.parse(row.problem),
      nextTryAt: row.next_try_at?.toISOString() ?? null,
      canWithdraw: mayWithdraw(row),
      canResend: mayResendAct(row),
      canClose: mayClose(row),
      ...(row.differences === null ? {} : { differences: row.differences }),
      events: events
        .filter(({ act }) => act === row.id)
        .map(({ at, state, step, actor, problem, words }) =>
          orderActEventSchema.parse({ at: at.toISOString(), state, step, actor, problem, words }),
        ),
    });
  });
}

export async function readAct(db: Db | Trx, account: AccountId, id: string): Promise<OrderAct> {
  const row = await actsWithRecord(db, account).where('act.id', '=', id).executeTakeFirst();
  const [act] = row ? await actsToWire(db, account, [row]) : [];
  if (!act) throw new ProblemError('not_found');
  return act;
}
