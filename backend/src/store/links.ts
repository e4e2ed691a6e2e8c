import { type AccountId, type ErpCustomer, erpCustomerSchema, type RecordRef } from '@backroom/shared';
import { sql } from 'kysely';
import type { Db } from './open.ts';

export type Link = { customer: ErpCustomer; linkedAt: string };

/** Which ERP customer a CRM company is. The customer's card data are kept with it, so that a panel needs no call to name it. */
export function linkStore(db: Db) {
  return {
    async get(account: AccountId, ref: RecordRef): Promise<Link | null> {
      const row = await db
        .selectFrom('links')
        .selectAll()
        .where('account', '=', account)
        .where('record_type', '=', ref.type)
        .where('record_id', '=', ref.id)
        .executeTakeFirst();
      return row ? { customer: erpCustomerSchema.parse(row.customer), linkedAt: row.linked_at.toISOString() } : null;
    },
    async put(account: AccountId, ref: RecordRef, customer: ErpCustomer, by: string, now: Date): Promise<void> {
      const value = { customer: JSON.stringify(customer), linked_at: now, linked_by: by };
      await db
        .insertInto('links')
        .values({ account, record_type: ref.type, record_id: ref.id, ...value })
        .onConflict((on) => on.columns(['account', 'record_type', 'record_id']).doUpdateSet(value))
        .execute();
    },
    /** Companies that are linked to one of the customers, at most so many. */
    async recordsOf(account: AccountId, customers: readonly string[], most: number): Promise<string[]> {
      const rows = await db
        .selectFrom('links')
        .select('record_id')
        .where('account', '=', account)
        .where('record_type', '=', 'company')
        .where(sql<string>`customer ->> 'id'`, 'in', customers)
        .limit(most)
        .execute();
      return rows.map(({ record_id }) => record_id);
    },
    /** The link of a customer that was created for the company. One that a person made meanwhile, or that came with a merge, stays. */
    async putFirst(account: AccountId, ref: RecordRef, customer: ErpCustomer, by: string, now: Date): Promise<void> {
      await db
        .insertInto('links')
        .values({
          account,
          record_type: ref.type,
          record_id: ref.id,
          customer: JSON.stringify(customer),
          linked_at: now,
          linked_by: by,
        })
        .onConflict((on) => on.columns(['account', 'record_type', 'record_id']).doNothing())
        .execute();
    },
    /** The ERP merged the customer into another, or changed its card: every company that was linked to it follows. */
    async follow(account: AccountId, customer: string, now: ErpCustomer): Promise<void> {
      await db
        .updateTable('links')
        .set({ customer: JSON.stringify(now) })
        .where('account', '=', account)
        .where(sql`customer ->> 'id'`, '=', customer)
        .execute();
    },
    async remove(account: AccountId, ref: RecordRef): Promise<void> {
      await db
        .deleteFrom('links')
        .where('account', '=', account)
        .where('record_type', '=', ref.type)
        .where('record_id', '=', ref.id)
        .execute();
    },
  };
}
export type LinkStore = ReturnType<typeof linkStore>;
