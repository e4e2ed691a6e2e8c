import { createHash } from 'node:crypto';
import {
  type AccountId,
  cleanTexts,
  type RecordRef,
  type Reference,
  type Submission,
  submissionSchema,
} from '@backroom/shared';
import { type Kysely, sql, type Transaction } from 'kysely';
import { ProblemError } from '../problems/error.ts';
import type { Clock } from '../store/clock.ts';
import { MAIN } from '../store/connections.ts';
import type { Tables } from '../store/tables.ts';
import type { EngineContext } from './context.ts';
import { whyImpossible } from './limits.ts';
import { newRow } from './new-row.ts';
import { customerKeyOf, type Payload } from './payload.ts';
import {
  appendEvent,
  type EventInput,
  type EventRow,
  eventColumns,
  eventsOf,
  noteColumns,
  notesOf,
  type Row,
  sooner,
  TELL_QUEUED_MS,
  tellLater,
  toWire,
  wireOf,
} from './rows.ts';
import { lockSale, possibleTwin, type Sale, type Twin, twinsOf } from './twins.ts';
import { ANSWER_LEAVES_MS, noTestHooks } from './unsafe.ts';

export type SubmitInput = {
  /** The connection that it is for, and stays with; the account's first one where it is not said. */
  connection?: string;
  record: RecordRef;
  revision: string;
  reference: Reference;
  payload: Payload;
  idempotencyKey: string;
  /** What the key stands for: the same key with another body is refused. */
  body: unknown;
  /** The deal is an order already, by another revision, and a person said that it is to be ordered once more. */
  again?: boolean;
  /** What the order desk calls them: the CRM record's name, and the ERP customer's. */
  names?: { record: string; customer: string | null };
  /** The CRM's contact whose data are in the payload, so that a privacy deletion finds them. */
  contactId?: string | undefined;
  /** What an order sells, by which the orders of other accounts on the same ERP know it. */
  sale?: Sale;
  /** There are such accounts: they are asked whether they sell it too, which takes a lock and four round trips more. */
  shared?: boolean;
  /** References of such orders that a person said are other sales. */
  differentFrom?: readonly string[];
};
type Ctx = { account: AccountId; actor: string };

/** Processes listen to this channel; the payload is the account that has work. */
export const WORK_CHANNEL = 'backroom_work';
const hash = (body: unknown) => createHash('sha256').update(JSON.stringify(body)).digest('hex');
const broken = (error: unknown, constraint: string) =>
  error instanceof Error && 'constraint' in error && error.constraint === constraint;

/** The answer that this key had before, byte for byte once it is JSON again; null where it is new. Throws when it stood for another body. */
export async function replayed(
  { db }: Pick<EngineContext, 'db'>,
  account: AccountId,
  key: string,
  body: unknown,
): Promise<Submission | null> {
  const used = await db
    .selectFrom('idempotency_keys')
    .select(['body_hash', 'answer'])
    .where('account', '=', account)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!used) return null;
  if (used.body_hash !== hash(body)) throw new ProblemError('idempotency_key_reused');
  return used.answer === null ? null : submissionSchema.parse(JSON.parse(used.answer));
}

/** Whose twin it is not, as the history has it; null where nobody had to say. */
const differing = (different: readonly string[]) => (different.length > 0 ? `≠ ${different.join(', ')}` : null);
const acceptedBy = (actor: string, at: Date, different: readonly string[] = []): EventRow & EventInput => ({
  at,
  state: 'queued',
  step: 'accepted',
  actor,
  problem: null,
  words: differing(different),
});

/**
 * The usual case in one statement, and so in one transaction and one round trip: row, event, key with its answer, the note that the deal is
 * to be told, and the wake-up of the workers, which leaves with the commit. False where the row was there already.
 */
async function insertAll(
  db: Kysely<Tables> | Transaction<Tables>,
  clock: Clock,
  row: Row,
  event: EventRow & EventInput,
  key: { key: string; body_hash: string; answer: string },
): Promise<boolean> {
  const result = await db
    .with('kept', (q) =>
      q
        .insertInto('submissions')
        .values({
          ...row,
          payload: JSON.stringify(row.payload),
          different_from: JSON.stringify(row.different_from),
          problem: null,
          erp_total: null,
          erp_holds: null,
          differences: null,
          // The workers compare these by the database's clock.
          next_try_at: clock(),
          updated_at: clock(),
        })
        .onConflict((on) => on.doNothing())
        .returning(['id', 'account', 'record_type', 'record_id']),
    )
    .with('noted', (q) =>
      q
        .insertInto('submission_events')
        .columns(eventColumns)
        .expression(eventsOf('kept', event.at, event)),
    )
    .with('keyed', (q) =>
      q
        .insertInto('idempotency_keys')
        .columns(['account', 'key', 'body_hash', 'submission', 'answer', 'at'])
        .expression(
          sql`select kept.account, ${key.key}::text, ${key.body_hash}::text, kept.id, ${key.answer}::text, ${event.at}::timestamptz from kept`,
        ),
    )
    .with('told', (q) =>
      q
        .insertInto('write_backs')
        .columns(noteColumns)
        .expression(notesOf('kept', clock, row.kind === 'order' ? TELL_QUEUED_MS : null))
        .onConflict(sooner),
    )
    .selectFrom('kept')
    .select(['kept.id', sql`pg_notify(${WORK_CHANNEL}, kept.account)`.as('told')])
    .executeTakeFirst();
  return result !== undefined;
}

/**
 * Keeps a submission: when this returns, it is on the disk. Whoever comes with the same revision gets the submission that is there already; a
 * cancelled one is opened again under its old reference. Throws `already_converted` for another revision of a deal that is an order, and
 * `possible_twin` where another account on the same ERP sells the same and nobody said that it is another sale.
 */
export async function accept(ctx: EngineContext, who: Ctx, asked: SubmitInput): Promise<Submission> {
  const now = ctx.now();
  // The key stands for the body as it came.
  const input = { ...cleanTexts(asked), body: asked.body };
  const impossible = await whyImpossible(ctx, who.account, input.connection ?? MAIN, input.payload);
  if (impossible && !(await isKnown(ctx, who.account, input))) throw impossible;
  const row = newRow(who, input, now);
  const event = acceptedBy(who.actor, now, input.differentFrom);
  const answer = wireOf(row, [event]);
  const key = { key: input.idempotencyKey, body_hash: hash(input.body), answer: JSON.stringify(answer) };
  await ctx.hooks.crash('before_commit');
  if (ctx.hooks.unsafe === 'split-transaction') {
    setTimeout(async () => {
      await ctx.hooks.crash('after_ack');
      await insertAll(ctx.db, ctx.clock, row, event, key).catch(ctx.onError);
    }, ANSWER_LEAVES_MS);
    return answer;
  }
  let accepted: Submission | null = null;
  let twins: Twin[] = [];
  try {
    const { sale } = input;
    if (!sale || !input.shared) accepted = (await insertAll(ctx.db, ctx.clock, row, event, key)) ? answer : null;
    else
      accepted = await ctx.db.transaction().execute(async (trx) => {
        await lockSale(trx, sale);
        twins = await twinsOf(trx, who.account, sale, now, input.differentFrom);
        await ctx.hooks.crash('sale_locked');
        return twins.length === 0 && (await insertAll(trx, ctx.clock, row, event, key)) ? answer : null;
      });
  } catch (error) {
    // The key was used a moment ago: nothing of this attempt stays, and the other's answer is the answer.
    if (!broken(error, 'idempotency_keys_pkey')) throw error;
  }
  accepted ??= await acceptKnown(ctx, who, input, key, twins);
  await ctx.hooks.crash('before_ack');
  if (ctx.hooks !== noTestHooks) setTimeout(() => void ctx.hooks.crash('after_ack'), ANSWER_LEAVES_MS);
  return accepted;
}

async function isKnown(ctx: EngineContext, account: AccountId, input: SubmitInput): Promise<boolean> {
  const known = await ctx.db.transaction().execute((trx) => sameRevision(trx, account, input));
  return known !== undefined && known.state !== 'cancelled';
}

/** Somebody was here before: the same key, the same revision, another order of this deal, or another account's order of the same sale. */
async function acceptKnown(
  ctx: EngineContext,
  who: Ctx,
  input: SubmitInput,
  key: { key: string; body_hash: string },
  twins: readonly Twin[],
): Promise<Submission> {
  const before = await replayed(ctx, who.account, input.idempotencyKey, input.body);
  if (before) return before;
  const now = ctx.now();
  return ctx.db.transaction().execute(async (trx) => {
    const known = await sameRevision(trx, who.account, input);
    if (!known) throw twins.length > 0 ? possibleTwin(twins) : new ProblemError('already_converted');
    const current = known.state === 'cancelled' ? await reopen(ctx, trx, who, known, input) : known;
    const [submission] = await toWire(trx, who.account, [current]);
    if (!submission) throw new Error('a row became no submission');
    await trx
      .insertInto('idempotency_keys')
      .values({ ...key, account: who.account, submission: known.id, answer: JSON.stringify(submission), at: now })
      .onConflict((on) => on.columns(['account', 'key']).doNothing())
      .execute();
    return submission;
  });
}
const sameRevision = (trx: Transaction<Tables>, account: AccountId, input: SubmitInput) =>
  trx
    .selectFrom('submissions')
    .selectAll()
    .where('account', '=', account)
    .where('kind', '=', input.payload.kind)
    .where('record_type', '=', input.record.type)
    .where('record_id', '=', input.record.id)
    .where('revision', '=', input.revision)
    .forUpdate()
    .executeTakeFirst();

async function reopen(
  ctx: EngineContext,
  trx: Transaction<Tables>,
  who: Ctx,
  known: Row,
  input: SubmitInput,
): Promise<Row> {
  const now = ctx.now();
  const different = input.differentFrom ?? [];
  if (input.sale && input.shared) {
    await lockSale(trx, input.sale);
    const twins = await twinsOf(trx, who.account, input.sale, now, different);
    if (twins.length > 0) throw possibleTwin(twins);
  }
  const opened = await trx
    .updateTable('submissions')
    .set({
      state: 'queued',
      step: 'look_up',
      // The ERP certainly has nothing of it: it goes where it is sent now.
      connection: input.connection ?? MAIN,
      payload: JSON.stringify(input.payload),
      customer_key: customerKeyOf(input.payload),
      again: input.again ?? known.again,
      sale: input.sale?.key ?? null,
      different_from: JSON.stringify(different),
      problem: null,
      attempts: 0,
      next_try_at: ctx.clock(),
      updated_at: ctx.clock(),
    })
    .where('account', '=', who.account)
    .where('id', '=', known.id)
    .where('state', '=', 'cancelled')
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      throw broken(error, 'submissions_one_order') ? new ProblemError('already_converted') : error;
    });
  await appendEvent(trx, who.account, known.id, now, {
    state: 'queued',
    step: 'accepted',
    actor: who.actor,
    words: differing(different),
  });
  // The deal says "cancelled" until it is told.
  if (opened.kind === 'order') await tellLater(trx, who.account, opened, ctx.clock, TELL_QUEUED_MS);
  await sql`select pg_notify(${WORK_CHANNEL}, ${who.account})`.execute(trx);
  return opened;
}
