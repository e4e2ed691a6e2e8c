import type { AccountId, ErpCustomer, ErpOrder } from '@backroom/shared';
import { erpCustomerSchema } from '@backroom/shared';
import { sql } from 'kysely';
import type { Clock } from '../store/clock.ts';
import { holdsOf } from '../store/holds.ts';
import type { Db } from '../store/open.ts';
import type { At } from './rows.ts';

/** Orders of these deals that the ERP has, the newest first, and whether a newer one is under way. */
export type OrderRow = { record_id: string; state: string; erp_id: string | null; customer_key: string | null };
export async function ordersOf(db: Db, { account, connection }: At, deals: readonly string[]): Promise<OrderRow[]> {
  if (deals.length === 0) return [];
  return db
    .selectFrom('submissions')
    .select(['record_id', 'state', 'erp_id', 'customer_key'])
    .where('account', '=', account)
    .where('connection', '=', connection)
    .where('kind', '=', 'order')
    .where('record_type', '=', 'deal')
    .where('record_id', 'in', deals)
    .where('state', '!=', 'cancelled')
    .orderBy('created_at', 'desc')
    .execute();
}
/**
 * What the desk and a later write-back show of these orders. An order that is not invoiced yet is held by its customer too, where the card of the link says
 * that the ERP blocks the customer.
 */
export async function noteOrders(db: Db, { account, connection }: At, orders: readonly ErpOrder[]): Promise<void> {
  if (orders.length === 0) return;
  const rows = JSON.stringify(
    orders.map((order) => ({
      erp_id: order.id,
      status: order.status,
      holds: JSON.parse(holdsOf(order) ?? '[]'),
      open: order.status !== 'invoiced' && order.status !== 'cancelled',
    })),
  );
  await sql`with news as (
      select s.id, n.status, nullif(n.holds || case when n.open and exists (select 1 from connection_links l where l.account = s.account
          and l.connection = s.connection and l.record_type = 'company' and l.customer ->> 'id' = s.customer_key and l.customer ->> 'blocked' = 'true')
        then '[{"kind":"customer","code":null}]'::jsonb else '[]'::jsonb end, '[]'::jsonb) as holds
      from submissions s join jsonb_to_recordset(${rows}::jsonb) as n (erp_id text, status text, holds jsonb, open boolean) on n.erp_id = s.erp_id
      where s.account = ${account} and s.connection = ${connection} and s.kind = 'order')
    update submissions s set erp_status = n.status, erp_holds = n.holds from news n
      where s.account = ${account} and s.id = n.id and (s.erp_status is distinct from n.status or s.erp_holds is distinct from n.holds)`.execute(
    db,
  );
}
export async function linksOf(
  db: Db,
  { account, connection }: At,
  companies: readonly string[],
): Promise<Map<string, ErpCustomer>> {
  if (companies.length === 0) return new Map();
  const rows = await db
    .selectFrom('connection_links')
    .select(['record_id', 'customer'])
    .where('account', '=', account)
    .where('connection', '=', connection)
    .where('record_type', '=', 'company')
    .where('record_id', 'in', companies)
    .execute();
  return new Map(rows.map(({ record_id, customer }) => [record_id, erpCustomerSchema.parse(customer)]));
}
/** Whether an order's write-back waits for the CRM: those come first. */
export async function writeBacksWait(db: Db, account: AccountId, clock: Clock): Promise<boolean> {
  const { rows } =
    await sql`select 1 from write_backs where account = ${account} and due_at <= ${clock()} limit 1`.execute(db);
  return rows.length > 0;
}
