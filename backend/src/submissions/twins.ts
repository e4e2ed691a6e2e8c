import type { AccountId, RecordRef, Reference, SubmissionState } from '@backroom/shared';
import { referenceSchema } from '@backroom/shared';
import { sql } from 'kysely';
import { ProblemError } from '../problems/error.ts';
import type { Trx } from '../store/open.ts';
import { accountOf, recordOf, stateOf } from './rows.ts';

/** What another account on the same ERP company ordered, or is about to, and what looks like the same sale. */
export type Twin = {
  account: AccountId;
  record: RecordRef;
  /** The deal's name, as it was when it was ordered. */
  name: string | null;
  reference: Reference;
  erpNumber: string | null;
  state: SubmissionState;
};
/** `key`: what is sold at which ERP, see `saleOf` of the orders flow. `customerId` is null while the customer is still to be created. */
export type Sale = { key: string; customerId: string | null };

/** A confirmed order is remembered as long as people and connectors may need to carry a deal from one CRM to the other. */
const REMEMBERED_MS = 24 * 3_600_000;

/**
 * Whoever takes an order for this sale does so one after the other until its transaction ends, across accounts and processes; other sales go
 * on. A process that freezes while it holds the lock loses its transaction after five seconds, and nothing of it was acknowledged.
 */
export async function lockSale(trx: Trx, { key }: Sale): Promise<void> {
  await sql`select set_config('idle_in_transaction_session_timeout', '5000', true), set_config('lock_timeout', '7000', true),
    pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
}

/**
 * The twins of a sale: orders of other accounts that are not finished, or became an order within a day. The one query that looks past the
 * account, because two accounts may sell for one company; `key` is of one ERP company, so nobody sees another company's.
 */
export async function twinsOf(
  trx: Trx,
  account: AccountId,
  { key, customerId }: Sale,
  now: Date,
  different: readonly string[] = [],
): Promise<Twin[]> {
  const rows = await trx
    .selectFrom('submissions')
    .selectAll()
    .where('sale', '=', key)
    .where('account', '<>', account)
    .where('state', '<>', 'cancelled')
    .where((eb) =>
      eb.or([eb('state', '<>', 'confirmed'), eb('updated_at', '>', new Date(now.getTime() - REMEMBERED_MS))]),
    )
    // A customer that is still to be created may turn out to be any.
    .where((eb) =>
      customerId === null ? eb.lit(true) : eb.or([eb('customer_key', '=', customerId), eb('customer_key', 'is', null)]),
    )
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute();
  return rows
    .filter(({ reference }) => !different.includes(reference))
    .map((row) => ({
      account: accountOf(row),
      record: recordOf(row),
      name: row.record_name,
      reference: referenceSchema.parse(row.reference),
      erpNumber: row.erp_number,
      state: stateOf(row),
    }));
}

/** The refusal that names them: a person has to say that it is another sale. */
export const possibleTwin = (twins: readonly Twin[], detail?: string): ProblemError =>
  new ProblemError('possible_twin', {
    ...(detail ? { detail } : {}),
    errors: twins.map(({ reference }) => ({ path: 'quote', message: reference })),
  });
