import type { AccountId, ErpCustomer } from '@backroom/shared';
import { erpCustomerSchema } from '@backroom/shared';
import { sql } from 'kysely';
import type { Clock } from '../store/clock.ts';
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
/** What the desk and a later write-back show of these orders. */
export async function noteStatuses(
  db: Db,
  { account, connection }: At,
  statuses: ReadonlyMap<string, string>,
): Promise<void> {
  if (statuses.size === 0) return;
  const rows = JSON.stringify([...statuses].map(([erp_id, status]) => ({ erp_id, status })));
  await sql`update submissions s set erp_status = n.status from jsonb_to_recordset(${rows}::jsonb) as n (erp_id text, status text)
    where s.account = ${account} and s.connection = ${connection} and s.kind = 'order' and s.erp_id = n.erp_id and s.erp_status is distinct from n.status`.execute(
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
