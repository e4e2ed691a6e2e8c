import {
  type AccountId,
  type Problem,
  problemSchema,
  type Submission,
  type SubmissionEvent,
  type SubmissionState,
  submissionEventSchema,
  submissionSchema,
  submissionStateSchema,
} from '@backroom/shared';
import type { Selectable, Transaction } from 'kysely';
import type { Db } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';
import { mayCancel, mayResend } from './state.ts';

export type Row = Selectable<Tables['submissions']>;
export type Trx = Db | Transaction<Tables>;
export const stateOf = (row: Row): SubmissionState => submissionStateSchema.parse(row.state);

export type EventInput = {
  state: SubmissionState;
  step: SubmissionEvent['step'];
  actor: string;
  problem?: Problem | null;
  words?: string | null;
};
export async function appendEvent(
  trx: Trx,
  account: AccountId,
  submission: string,
  at: Date,
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

/** Rows as the wire has them, with their events. Two queries, however many rows. */
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
  return rows.map((row) => {
    const state = stateOf(row);
    return submissionSchema.parse({
      id: row.id,
      kind: row.kind,
      state,
      record: { type: row.record_type, id: row.record_id },
      revision: row.revision,
      reference: row.reference,
      erpNumber: row.erp_number,
      erpId: row.erp_id,
      createdAt: row.created_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
      createdBy: row.created_by,
      writtenBack: row.written_back,
      problem: row.problem === null ? null : problemSchema.parse(row.problem),
      nextTryAt: row.next_try_at?.toISOString() ?? null,
      canCancel: mayCancel(state, row.sent_once),
      canResend: mayResend(state),
      events: events
        .filter(({ submission }) => submission === row.id)
        .map((event) =>
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
  });
}
