import type { AccountId, RecordRef, Submission } from '@backroom/shared';
import { ProblemError } from '../problems/error.ts';
import type { Db } from '../store/open.ts';
import { type Names, namesOf } from './list.ts';
import { type Payload, readPayload } from './payload.ts';
import { type Row, toWire } from './rows.ts';

type Ctx = { db: Db };

async function rowOf({ db }: Ctx, account: AccountId, id: string): Promise<Row> {
  const row = await db
    .selectFrom('submissions')
    .selectAll()
    .where('account', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProblemError('not_found');
  return row;
}
export async function readOne(ctx: Ctx, account: AccountId, id: string): Promise<Submission> {
  const [submission] = await toWire(ctx.db, account, [await rowOf(ctx, account, id)]);
  if (!submission) throw new ProblemError('not_found');
  return submission;
}
/** A submission with all that is shown of it to whoever mends it: what is sent (null where that cannot be read), and the names it goes by. */
export async function readDetails(
  ctx: Ctx,
  account: AccountId,
  id: string,
): Promise<{ submission: Submission; payload: Payload | null; names: Names }> {
  const row = await rowOf(ctx, account, id);
  const [submission] = await toWire(ctx.db, account, [row]);
  if (!submission) throw new ProblemError('not_found');
  return { submission, payload: readPayload(row.payload), names: namesOf(row) };
}
/** The record that a merged one is now. */
const survivorOf = (db: Db, account: AccountId, record: RecordRef) =>
  db
    .selectFrom('record_merges')
    .select('new_id')
    .where('account', '=', account)
    .where('record_type', '=', record.type)
    .where('old_id', '=', record.id);
/** Newest first; of a record that was merged away, those of the record that it is now. */
export async function listForRecord({ db }: Ctx, account: AccountId, record: RecordRef): Promise<Submission[]> {
  const rows = await db
    .selectFrom('submissions')
    .selectAll()
    .where('account', '=', account)
    .where('record_type', '=', record.type)
    .where('record_id', '=', (eb) => eb.fn.coalesce(survivorOf(db, account, record), eb.val(record.id)))
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute();
  return toWire(db, account, rows);
}
/** Whether a write of this account made the order of that number at the connection. */
export async function isOrder(
  { db }: Ctx,
  { account, connection }: { account: AccountId; connection: string },
  number: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('submissions')
    .select('id')
    .where('account', '=', account)
    .where('connection', '=', connection)
    .where('kind', '=', 'order')
    .where('erp_number', '=', number)
    .executeTakeFirst();
  return row !== undefined;
}
/** Where the first order of the record went that was not cancelled. */
export async function connectionOf({ db }: Ctx, account: AccountId, record: RecordRef): Promise<string | null> {
  const row = await db
    .selectFrom('submissions')
    .select('connection')
    .where('account', '=', account)
    .where('record_type', '=', record.type)
    .where('record_id', '=', (eb) => eb.fn.coalesce(survivorOf(db, account, record), eb.val(record.id)))
    .where('kind', '=', 'order')
    .where('state', '<>', 'cancelled')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row?.connection ?? null;
}
