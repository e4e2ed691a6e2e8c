import { type AccountId, type ErpCustomer, erpCustomerSchema, type RecordRef } from '@backroom/shared';
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
