import { type AccountId, type ErpCustomer, erpCustomerSchema, type RecordRef, type RecordType } from '@backroom/shared';
import { sql, type Transaction } from 'kysely';
import type { Clock } from './clock.ts';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/**
 * `ids`: former ids of the record. `otherCustomers`: customers of merged companies that differ from the record's own. `strays`: a request that was in
 * progress stored something under an old id after the merge. `quoteLeft`: see there.
 */
export type Former = { ids: string[]; otherCustomers: ErpCustomer[]; strays: boolean; quoteLeft: string | null };
/** One merge: the removed records and the surviving one. */
export type Merge = { account: AccountId; type: RecordType; gone: readonly string[]; into: string };

/**
 * Merges of CRM records. Each row points directly to the surviving record, also after several merges. Data under an old id are moved when the merge is
 * recorded.
 */
export function mergeStore(db: Db) {
  /** For all records merged into this one. */
  const change = (
    account: AccountId,
    { type, id }: RecordRef,
    values: { quote_left: string } | { other_customer: null },
  ) =>
    db
      .updateTable('record_merges')
      .set(values)
      .where('account', '=', account)
      .where('record_type', '=', type)
      .where('new_id', '=', id)
      .execute();
  return {
    async former(account: AccountId, { type, id }: RecordRef): Promise<Former> {
      const rows = await db
        .selectFrom('record_merges')
        .select(['old_id', 'other_customer', 'quote_left'])
        .select(
          sql<boolean>`exists (select 1 from submissions s where s.account = record_merges.account and s.record_type = record_merges.record_type
              and s.record_id = record_merges.old_id)
            or exists (select 1 from connection_links l where l.account = record_merges.account and l.record_type = record_merges.record_type
              and l.record_id = record_merges.old_id)`.as('strays'),
        )
        .where('account', '=', account)
        .where('record_type', '=', type)
        .where('new_id', '=', id)
        .orderBy('old_id')
        .execute();
      return {
        ids: rows.map(({ old_id }) => old_id),
        otherCustomers: rows.flatMap((row) =>
          row.other_customer === null ? [] : erpCustomerSchema.parse(row.other_customer),
        ),
        strays: rows.some((row) => row.strays),
        quoteLeft: rows.every(({ quote_left }) => quote_left !== null) ? (rows[0]?.quote_left ?? null) : null,
      };
    },
    /**
     * Revision of the survivor's quote after the last merge; `current` if it was not read since. That quote is not a new sale; a later change of it may
     * be.
     */
    async quoteLeft(account: AccountId, survivor: RecordRef, current: string, known: Former): Promise<string> {
      if (known.quoteLeft !== null) return known.quoteLeft;
      await change(account, survivor, { quote_left: current });
      return current;
    },
    /** A person chose the customer. */
    async settle(account: AccountId, survivor: RecordRef): Promise<void> {
      await change(account, survivor, { other_customer: null });
    },
  };
}
export type MergeStore = ReturnType<typeof mergeStore>;

/** The current record of an id. */
export async function survivorOf(db: Db | Trx, account: AccountId, { type, id }: RecordRef): Promise<RecordRef> {
  const row = await db
    .selectFrom('record_merges')
    .select('new_id')
    .where('account', '=', account)
    .where('record_type', '=', type)
    .where('old_id', '=', id)
    .executeTakeFirst();
  return { type, id: row?.new_id ?? id };
}

/** Records a merge, one at a time per account and record type. Returns the ids to move and their target, or null where nothing is new. */
export async function noteMerge(trx: Trx, clock: Clock, { account, type, gone, into }: Merge) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`merge|${account}|${type}`}, 0))`.execute(trx);
  // Events arrive late and out of order: the survivor may itself have been merged already.
  const { id: survivor } = await survivorOf(trx, account, { type, id: into });
  const ids = [...new Set(gone)].filter((id) => id !== survivor && id !== into);
  for (const id of ids) {
    await trx
      .updateTable('record_merges')
      .set({ new_id: survivor })
      .where('account', '=', account)
      .where('record_type', '=', type)
      .where('new_id', '=', id)
      .execute();
    await trx
      .insertInto('record_merges')
      .values({
        account,
        record_type: type,
        old_id: id,
        new_id: survivor,
        merged_at: clock(),
        other_customer: null,
        quote_left: null,
      })
      .onConflict((on) => on.columns(['account', 'record_type', 'old_id']).doUpdateSet({ new_id: survivor }))
      .execute();
  }
  return { ids, survivor };
}

/**
 * Moves the links of a merged company, per connection. A link of the survivor stays, because its orders use it. A different customer is stored with
 * the merge until a person decides.
 */
export async function moveLink(trx: Trx, { account, type, id }: RecordRef & { account: AccountId }, into: string) {
  const of = (record: string) =>
    trx
      .selectFrom('connection_links')
      .select(['connection', 'customer'])
      .where('account', '=', account)
      .where('record_type', '=', type)
      .where('record_id', '=', record)
      .forUpdate()
      .execute();
  const all = await of(id);
  if (all.length === 0) return;
  const there = await of(into);
  for (const lost of all) {
    const own = there.find(({ connection }) => connection === lost.connection);
    if (!own) {
      await trx
        .updateTable('connection_links')
        .set({ record_id: into })
        .where('account', '=', account)
        .where('connection', '=', lost.connection)
        .where('record_type', '=', type)
        .where('record_id', '=', id)
        .execute();
      continue;
    }
    const [customer, other] = [erpCustomerSchema.parse(own.customer), erpCustomerSchema.parse(lost.customer)];
    if (customer.id !== other.id)
      await trx
        .updateTable('record_merges')
        .set({ other_customer: JSON.stringify(other) })
        .where('account', '=', account)
        .where('record_type', '=', type)
        .where('old_id', '=', id)
        .execute();
  }
  await trx
    .deleteFrom('connection_links')
    .where('account', '=', account)
    .where('record_type', '=', type)
    .where('record_id', '=', id)
    .execute();
}
