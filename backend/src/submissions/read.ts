import type { AccountId, RecordRef, Submission, SubmissionState } from '@backroom/shared';
import type { OrderInput } from '../erp/contract/schemas.ts';
import { ProblemError } from '../problems/error.ts';
import type { Db } from '../store/open.ts';
import { payloadSchema } from './payload.ts';
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
/** What is sent for an order, for whoever may mend it; null for the other kinds. */
export async function readOrder(
  ctx: Ctx,
  account: AccountId,
  id: string,
): Promise<Pick<OrderInput, 'requestedDate' | 'note' | 'lines' | 'currency'> | null> {
  const payload = payloadSchema.parse((await rowOf(ctx, account, id)).payload);
  return payload.kind === 'order' ? payload.order : null;
}
export async function listForRecord({ db }: Ctx, account: AccountId, record: RecordRef): Promise<Submission[]> {
  const rows = await db
    .selectFrom('submissions')
    .selectAll()
    .where('account', '=', account)
    .where('record_type', '=', record.type)
    .where('record_id', '=', record.id)
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute();
  return toWire(db, account, rows);
}

export type ListInput = {
  state?: SubmissionState | undefined;
  /** Reference, ERP number or CRM record id, to the letter. */
  search?: string | undefined;
  /** Where the page before ended. */
  after?: { createdAt: string; id: string } | undefined;
  limit: number;
};
/** Submissions of an account, newest first, by page. The page after is found by the last row's key, so page 500 costs what page 1 does. */
export async function list({ db }: Ctx, account: AccountId, input: ListInput): Promise<Submission[]> {
  let query = db
    .selectFrom('submissions')
    .selectAll()
    .where('account', '=', account)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit);
  if (input.state) query = query.where('state', '=', input.state);
  const { search, after } = input;
  if (search)
    query = query.where((eb) =>
      eb.or([eb('reference', '=', search), eb('erp_number', '=', search), eb('record_id', '=', search)]),
    );
  if (after)
    query = query.where((eb) =>
      eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(new Date(after.createdAt), after.id)),
    );
  return toWire(db, account, await query.execute());
}
/** How many of each state have work or want a person. Finished ones are not counted: there may be a million. */
export async function openCounts({ db }: Ctx, account: AccountId): Promise<Partial<Record<SubmissionState, number>>> {
  const rows = await db
    .selectFrom('submissions')
    .select(['state', (eb) => eb.fn.countAll<string>().as('count')])
    .where('account', '=', account)
    .where('state', 'in', ['queued', 'sending', 'checking', 'waiting', 'needs_attention'])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}
