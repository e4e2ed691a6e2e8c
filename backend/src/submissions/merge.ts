import type { AccountId, RecordRef } from '@backroom/shared';
import { languageOf } from '@backroom/shared/messages/locale';
import { makeProblem } from '@backroom/shared/messages/problems';
import { sql } from 'kysely';
import type { Clock } from '../store/clock.ts';
import type { Trx } from '../store/open.ts';
import { system } from './context.ts';
import { settleCustomers } from './merge-customers.ts';
import { appendEvent, noteColumns, type Row, sooner, tellLater } from './rows.ts';

type Ctx = { clock: Clock; now: () => Date };
type Of = { account: AccountId; type: RecordRef['type'] };

const rowsOf = (trx: Trx, { account, type }: Of, id: string): Promise<Row[]> =>
  trx
    .selectFrom('submissions')
    .selectAll()
    .where('account', '=', account)
    .where('record_type', '=', type)
    .where('record_id', '=', id)
    .orderBy('created_at')
    .forUpdate()
    .execute();

const counts = ({ kind, state }: Row) => kind === 'order' && state !== 'cancelled';
/** Nothing of it has left for the ERP, and nothing will before its worker finds out that the claim is lost. */
const unsent = ({ state, sent_once }: Row) =>
  !sent_once && (state === 'queued' || state === 'waiting' || state === 'needs_attention');

/** The oldest of those that the ERP has or may have, else the oldest: the order that the merged deal is. */
const first = (orders: readonly Row[]): Row | undefined => orders.find((row) => !unsent(row)) ?? orders[0];

/**
 * Of two deals that were converted and are one now, one order stands. What was not sent yet is held for a person, who sends or cancels it; what the ERP has
 * stays, and is the deal's further order.
 */
async function settleOrders(ctx: Ctx, trx: Trx, account: AccountId, rows: readonly Row[]): Promise<void> {
  const orders = rows.filter(counts);
  const standing = first(orders);
  if (!standing || orders.length < 2) return;
  const held = orders.filter((row) => row.id !== standing.id && unsent(row) && row.state !== 'needs_attention');
  const problem = makeProblem('already_converted', languageOf('en'), 'already_converted', {
    detail: standing.erp_number ?? standing.reference,
  });
  for (const { id } of held) {
    await trx
      .updateTable('submissions')
      .set({
        state: 'needs_attention',
        problem: JSON.stringify(problem),
        next_try_at: null,
        claim: null,
        lease_until: null,
        updated_at: ctx.clock(),
      })
      .where('account', '=', account)
      .where('id', '=', id)
      .execute();
    await appendEvent(trx, account, id, ctx.now(), {
      state: 'needs_attention',
      step: 'look_up',
      actor: system,
      problem,
    });
  }
}

/** Who is asked again with the key of a moved write gets its first answer, about the record that is there now. */
const moveAnswers = (trx: Trx, account: AccountId, ids: readonly string[], into: string) =>
  sql`update idempotency_keys set answer = jsonb_set(answer::jsonb, '{record,id}', to_jsonb(${into}::text))::text
    where account = ${account} and answer is not null and submission in (${sql.join(ids.map((id) => sql`${id}::uuid`))})`.execute(
    trx,
  );

async function moveNotes(trx: Trx, { account, type }: Of, old: string, into: string): Promise<void> {
  await trx
    .insertInto('write_backs')
    .columns(noteColumns)
    .expression(
      sql`select account, record_type, ${into}::text, due_at, noted_at, 1, 0 from write_backs
        where account = ${account} and record_type = ${type} and record_id = ${old}`,
    )
    .onConflict(sooner)
    .execute();
  // A worker that is telling the old page finds its note gone, and the survivor's still due.
  await trx
    .deleteFrom('write_backs')
    .where('account', '=', account)
    .where('record_type', '=', type)
    .where('record_id', '=', old)
    .execute();
}

/**
 * Moves the writes of a record that was merged away to the survivor. Their references stay: they are what the ERP has, or will be asked for. The
 * survivor's page is told what it is now.
 */
export async function moveSubmissions(ctx: Ctx, trx: Trx, of: Of, old: string, into: string): Promise<void> {
  const moving = await rowsOf(trx, of, old);
  const there = await rowsOf(trx, of, into);
  await moveNotes(trx, of, old, into);
  if (moving.length === 0) return;
  const standing = first([...there, ...moving].filter(counts).sort((a, b) => +a.created_at - +b.created_at));
  const known = new Set(there.map(({ kind, revision }) => `${kind} ${revision}`));
  // The index that allows one order a deal must find no two in between.
  const again = (row: Row) => counts(row) && standing !== undefined && row.id !== standing.id;
  for (const row of [...there, ...moving].filter((each) => again(each) && !each.again))
    await trx
      .updateTable('submissions')
      .set({ again: true })
      .where('account', '=', of.account)
      .where('id', '=', row.id)
      .execute();
  for (const { id, kind, revision } of moving)
    await trx
      .updateTable('submissions')
      // Both had the same quote: the survivor's own goes by it.
      .set({ record_id: into, ...(known.has(`${kind} ${revision}`) ? { revision: `${revision}~${old}` } : {}) })
      .where('account', '=', of.account)
      .where('id', '=', id)
      .execute();
  await moveAnswers(
    trx,
    of.account,
    moving.map(({ id }) => id),
    into,
  );
  const rows = await rowsOf(trx, of, into);
  await settleOrders(ctx, trx, of.account, rows);
  await settleCustomers(ctx, trx, of, into, rows);
  if (rows.some(({ kind }) => kind !== 'return'))
    await tellLater(trx, of.account, { record_type: of.type, record_id: into }, ctx.clock, 0);
}
