import { createHash, randomUUID } from 'node:crypto';
import type { AccountId, RecordRef, Reference, Submission } from '@backroom/shared';
import { ProblemError } from '../problems/error.ts';
import type { Db } from '../store/open.ts';
import type { Payload } from './payload.ts';
import { appendEvent, type Row, type Trx, toWire } from './rows.ts';
import { ANSWER_LEAVES_MS, noTestHooks, type TestHooks } from './unsafe.ts';

export type SubmitInput = {
  record: RecordRef;
  revision: string;
  reference: Reference;
  payload: Payload;
  idempotencyKey: string /** What the key stands for: the same key with another body is refused. */;
  body: unknown;
};
export type Enqueue = (trx: Trx, account: AccountId, id: string, at: Date) => Promise<void>;

const hash = (body: unknown) => createHash('sha256').update(JSON.stringify(body)).digest('hex');

/**
 * Row, event, key and job in one transaction: when this returns, the write is kept. Whoever comes with the same revision gets the submission
 * that is there already; a cancelled one is opened again under its old reference.
 */
export async function submit(
  db: Db,
  enqueueNow: Enqueue,
  hooks: TestHooks,
  ctx: { account: AccountId; actor: string; now: Date },
  input: SubmitInput,
): Promise<Submission> {
  const bodyHash = hash(input.body);
  const { account, actor, now } = ctx;
  const later: (() => Promise<void>)[] = [];
  const enqueue: Enqueue =
    hooks.unsafe === 'split-transaction'
      ? async (_trx, ...job) => void later.push(() => enqueueNow(db, ...job))
      : enqueueNow;
  const row = await db.transaction().execute(async (trx): Promise<Row> => {
    // The insert itself decides who is first; the loser waits here for the winner's commit and then reads its row.
    const id = randomUUID();
    const inserted = await trx
      .insertInto('submissions')
      .values({
        id,
        account,
        kind: input.payload.kind,
        record_type: input.record.type,
        record_id: input.record.id,
        revision: input.revision,
        reference: input.reference,
        payload: JSON.stringify(input.payload),
        state: 'queued',
        step: 'look_up',
        erp_id: null,
        erp_number: null,
        problem: null,
        next_try_at: now,
        attempts: 0,
        created_by: actor,
        created_at: now,
        updated_at: now,
        written_back: false,
        lease_until: null,
        sent_once: false,
      })
      .onConflict((on) => on.columns(['account', 'kind', 'record_type', 'record_id', 'revision']).doNothing())
      .returningAll()
      .executeTakeFirst();
    let current = inserted;
    if (!current) {
      current = await trx
        .selectFrom('submissions')
        .selectAll()
        .where('account', '=', account)
        .where('kind', '=', input.payload.kind)
        .where('record_type', '=', input.record.type)
        .where('record_id', '=', input.record.id)
        .where('revision', '=', input.revision)
        .forUpdate()
        .executeTakeFirstOrThrow();
    }
    const key = await trx
      .insertInto('idempotency_keys')
      .values({ account, key: input.idempotencyKey, body_hash: bodyHash, submission: current.id, at: now })
      .onConflict((on) => on.columns(['account', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst();
    if (!key) {
      const used = await trx
        .selectFrom('idempotency_keys')
        .selectAll()
        .where('account', '=', account)
        .where('key', '=', input.idempotencyKey)
        .executeTakeFirstOrThrow();
      // Thrown inside the transaction: nothing of this attempt stays.
      if (used.body_hash !== bodyHash) throw new ProblemError('idempotency_key_reused');
      if (used.submission !== current.id)
        current = await trx
          .selectFrom('submissions')
          .selectAll()
          .where('account', '=', account)
          .where('id', '=', used.submission)
          .executeTakeFirstOrThrow();
    } else if (!inserted && current.state === 'cancelled') {
      current = await trx
        .updateTable('submissions')
        .set({
          state: 'queued',
          step: 'look_up',
          payload: JSON.stringify(input.payload),
          problem: null,
          next_try_at: now,
          updated_at: now,
        })
        .where('account', '=', account)
        .where('id', '=', current.id)
        .where('state', '=', 'cancelled')
        .returningAll()
        .executeTakeFirstOrThrow();
      await appendEvent(trx, account, current.id, now, { state: 'queued', step: 'accepted', actor });
      await enqueue(trx, account, current.id, now);
    }
    if (inserted) {
      await appendEvent(trx, account, inserted.id, now, { state: 'queued', step: 'accepted', actor });
      await enqueue(trx, account, inserted.id, now);
    }
    await hooks.crash('before_commit');
    return current;
  });
  await hooks.crash('before_ack');
  const leave = async () => {
    await hooks.crash('after_ack');
    for (const job of later) await job();
  };
  if (hooks !== noTestHooks) setTimeout(() => void leave(), ANSWER_LEAVES_MS);
  const [submission] = await toWire(db, account, [row]);
  if (!submission) throw new Error('a row became no submission');
  return submission;
}
