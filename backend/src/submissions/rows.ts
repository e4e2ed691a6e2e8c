import {
  type AccountId,
  accountIdSchema,
  moneySchema,
  type Problem,
  problemSchema,
  type RecordRef,
  recordTypeSchema,
  type Submission,
  type SubmissionEvent,
  type SubmissionState,
  submissionEventSchema,
  submissionSchema,
  submissionStateSchema,
} from '@backroom/shared';
import { type OnConflictBuilder, type Selectable, sql } from 'kysely';
import { type Clock, later, type Moment } from '../store/clock.ts';
import type { Trx } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';
import { mayAdopt, mayCancel, mayMend, mayResend } from './state.ts';

export type Row = Selectable<Tables['submissions']>;
export type EventRow = Pick<
  Selectable<Tables['submission_events']>,
  'at' | 'state' | 'step' | 'actor' | 'problem' | 'words'
>;
export const stateOf = (row: Row): SubmissionState => submissionStateSchema.parse(row.state);
export const accountOf = (row: { account: string }): AccountId => accountIdSchema.parse(row.account);
export const recordOf = (row: { record_type: string; record_id: string }): RecordRef => ({
  type: recordTypeSchema.parse(row.record_type),
  id: row.record_id,
});
export const totalOf = (row: Row) => (row.erp_total === null ? null : moneySchema.parse(row.erp_total));

export type EventInput = {
  state: SubmissionState;
  step: SubmissionEvent['step'];
  actor: string;
  problem?: Problem | null;
  words?: string | null;
};
export const eventColumns = ['account', 'submission', 'at', 'state', 'step', 'actor', 'problem', 'words'] as const;
/** One event for each row that the CTE returns with `account` and `id`: what changes a row notes it in one round trip. None for null. */
export const eventsOf = (rows: 'kept' | 'moved' | 'settled', at: Moment, event: EventInput | null) =>
  sql`select account, id, ${at}::timestamptz, ${event?.state ?? null}::text, ${event?.step ?? null}::text, ${event?.actor ?? null}::text,
    ${event?.problem ? JSON.stringify(event.problem) : null}::jsonb, ${event?.words ?? null}::text from ${sql.table(rows)} where ${event !== null}::boolean`;
export async function appendEvent(
  trx: Trx,
  account: AccountId,
  submission: string,
  at: Moment,
  event: EventInput,
): Promise<void> {
  await trx
    .insertInto('submission_events')
    .values({
      account,
      submission,
      at,
      state: event.state,
      step: event.step,
      actor: event.actor,
      problem: event.problem ? JSON.stringify(event.problem) : null,
      words: event.words ?? null,
    })
    .execute();
}

/**
 * The deal of an order that is not in the ERP by then says that it is queued: until it is told something else, its page would say nothing, or what
 * was true before it was sent again. Most orders are through within a second, and those of a rush within half a minute: they need no second call to the CRM, which allows ten a second.
 */
export const TELL_QUEUED_MS = 30_000;
/** The CRM page of the record is to be brought up to date, at once or a little later, so that what passes quickly is never told. */
export async function tellLater(
  trx: Trx,
  account: AccountId,
  record: { record_type: string; record_id: string },
  clock: Clock,
  inMs: number,
): Promise<void> {
  await trx
    .insertInto('write_backs')
    .values({
      account,
      record_type: record.record_type,
      record_id: record.record_id,
      due_at: later(clock, inMs),
      noted_at: clock(),
      version: 1,
      tries: 0,
      claim: null,
      lease_until: null,
    })
    .onConflict(sooner)
    .execute();
}
export const noteColumns = ['account', 'record_type', 'record_id', 'due_at', 'noted_at', 'version', 'tries'] as const;
/** The same for the record of each row that the CTE returns, in its one round trip. None for null. */
export const notesOf = (rows: 'kept' | 'moved', clock: Clock, inMs: number | null) =>
  sql`select account, record_type, record_id, ${later(clock, inMs ?? 0)}, ${clock()}, 1, 0 from ${sql.table(rows)} where ${inMs !== null}::boolean`;
/** A record that is to be told already: whoever tells it now finds out that there is more, and the earlier time stands. */
export const sooner = (on: OnConflictBuilder<Tables, 'write_backs'>) =>
  on.columns(['account', 'record_type', 'record_id']).doUpdateSet((eb) => ({
    version: eb('write_backs.version', '+', 1),
    due_at: eb.fn<Date>('least', ['write_backs.due_at', 'excluded.due_at']),
    noted_at: eb.fn<Date>('least', ['write_backs.noted_at', 'excluded.noted_at']),
  }));

/** One row and its events as the wire has them. */
export function wireOf(row: Row, events: readonly EventRow[]): Submission {
  const state = stateOf(row);
  return submissionSchema.parse({
    id: row.id,
    kind: row.kind,
    state,
    record: recordOf(row),
    revision: row.now_revision ?? row.revision,
    reference: row.reference,
    erpNumber: row.erp_number,
    erpId: row.erp_id,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    createdBy: row.created_by,
    writtenBack: row.written_back,
    problem: row.problem === null ? null : problemSchema.parse(row.problem),
    ...(row.differences === null ? {} : { differences: row.differences }),
    nextTryAt: row.next_try_at?.toISOString() ?? null,
    canCancel: mayCancel(state, row.sent_once),
    canResend: mayResend(state, row.written_back),
    canMend: row.kind === 'order' && mayMend(state, row.sent_once),
    canAdopt: mayAdopt(state, row.kind),
    ...(row.changes > 0 ? { changes: row.changes } : {}),
    ...(row.kind === 'order' && row.erp_status === 'cancelled' ? { orderCancelled: true } : {}),
    events: events.map((event) =>
      submissionEventSchema.parse({
        at: event.at.toISOString(),
        state: event.state,
        step: event.step,
        actor: event.actor,
        problem: event.problem,
        words: event.words,
      }),
    ),
  });
}

/** Rows as the wire has them, with their events. One query, however many rows. */
export async function toWire(db: Trx, account: AccountId, rows: readonly Row[]): Promise<Submission[]> {
  if (rows.length === 0) return [];
  const events = await db
    .selectFrom('submission_events')
    .selectAll()
    .where('account', '=', account)
    .where(
      'submission',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('seq')
    .execute();
  return rows.map((row) =>
    wireOf(
      row,
      events.filter(({ submission }) => submission === row.id),
    ),
  );
}
