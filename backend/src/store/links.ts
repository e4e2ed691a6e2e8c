import { type AccountId, type ErpCustomer, erpCustomerSchema, type RecordRef } from '@backroom/shared';
import { sql } from 'kysely';
import { MAIN } from './connections.ts';
import type { Db } from './open.ts';

export type Link = { customer: ErpCustomer; linkedAt: string };

export type LinkStore = {
  get(account: AccountId, ref: RecordRef): Promise<Link | null>;
  put(account: AccountId, ref: RecordRef, customer: ErpCustomer, by: string, now: Date): Promise<void>;
  /** Companies linked to one of the customers, up to a limit. */
  recordsOf(account: AccountId, customers: readonly string[], most: number): Promise<string[]>;
  /** Those of the customers that a company is linked to. */
  linkedAmong(account: AccountId, customers: readonly string[]): Promise<ReadonlySet<string>>;
  /** Links a customer created for the company. A link made meanwhile by a person or a merge stays. */
  putFirst(account: AccountId, ref: RecordRef, customer: ErpCustomer, by: string, now: Date): Promise<void>;
  /** Updates the links of all companies after the ERP merged or changed the customer. */
  follow(account: AccountId, customer: string, now: ErpCustomer): Promise<void>;
  remove(account: AccountId, ref: RecordRef): Promise<void>;
  /** Links of another connection of the account. */
  of(connection: string): LinkStore;
};

/** Links between CRM companies and ERP customers of one connection. The customer's data are stored with the link, so that a panel can show them without an ERP call. */
export function linkStore(db: Db, connection = MAIN, reads: Db = db): LinkStore {
  return {
    of: (other) => linkStore(db, other, reads),
    async get(account: AccountId, ref: RecordRef): Promise<Link | null> {
      const row = await reads
        .selectFrom('connection_links')
        .selectAll()
        .where('account', '=', account)
        .where('connection', '=', connection)
        .where('record_type', '=', ref.type)
        .where('record_id', '=', ref.id)
        .executeTakeFirst();
      return row ? { customer: erpCustomerSchema.parse(row.customer), linkedAt: row.linked_at.toISOString() } : null;
    },
    async put(account: AccountId, ref: RecordRef, customer: ErpCustomer, by: string, now: Date): Promise<void> {
      const value = { customer: JSON.stringify(customer), linked_at: now, linked_by: by };
      await db
        .insertInto('connection_links')
        .values({ account, connection, record_type: ref.type, record_id: ref.id, ...value })
        .onConflict((on) => on.columns(['account', 'connection', 'record_type', 'record_id']).doUpdateSet(value))
        .execute();
    },
    async recordsOf(account: AccountId, customers: readonly string[], most: number): Promise<string[]> {
      const rows = await db
        .selectFrom('connection_links')
        .select('record_id')
        .where('account', '=', account)
        .where('connection', '=', connection)
        .where('record_type', '=', 'company')
        .where(sql<string>`customer ->> 'id'`, 'in', customers)
        .limit(most)
        .execute();
      return rows.map(({ record_id }) => record_id);
    },
    async linkedAmong(account: AccountId, customers: readonly string[]): Promise<ReadonlySet<string>> {
      if (customers.length === 0) return new Set();
      const rows = await db
        .selectFrom('connection_links')
        .select(sql<string>`customer ->> 'id'`.as('customer'))
        .distinct()
        .where('account', '=', account)
        .where('connection', '=', connection)
        .where(sql<string>`customer ->> 'id'`, 'in', customers)
        .execute();
      return new Set(rows.map(({ customer }) => customer));
    },
    async putFirst(account: AccountId, ref: RecordRef, customer: ErpCustomer, by: string, now: Date): Promise<void> {
      await db
        .insertInto('connection_links')
        .values({
          account,
          connection,
          record_type: ref.type,
          record_id: ref.id,
          customer: JSON.stringify(customer),
          linked_at: now,
          linked_by: by,
        })
        .onConflict((on) => on.columns(['account', 'connection', 'record_type', 'record_id']).doNothing())
        .execute();
    },
    async follow(account: AccountId, customer: string, now: ErpCustomer): Promise<void> {
      await db
        .updateTable('connection_links')
        .set({ customer: JSON.stringify(now) })
        .where('account', '=', account)
        .where('connection', '=', connection)
        .where(sql`customer ->> 'id'`, '=', customer)
        .execute();
    },
    async remove(account: AccountId, ref: RecordRef): Promise<void> {
      await db
        .deleteFrom('connection_links')
        .where('account', '=', account)
        .where('connection', '=', connection)
        .where('record_type', '=', ref.type)
        .where('record_id', '=', ref.id)
        .execute();
    },
  };
}
