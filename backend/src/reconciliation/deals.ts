import type { AccountId } from '@backroom/shared';
import { daysAfter, erpCustomerSchema, instantIn, referenceSchema } from '@backroom/shared';
import { sql } from 'kysely';
import type { SoldDeal } from '../crm/contract/index.ts';
import { MAIN } from '../store/connections.ts';
import type { Db } from '../store/open.ts';
import { netOf } from '../submissions/list.ts';
import { readPayload } from '../submissions/payload.ts';
import { type Row, stateOf, totalOf } from '../submissions/rows.ts';
import type { Deal, Sent } from './compare.ts';
import type { RunRow } from './runs.ts';

/** A deal and its orders, at the connection that they went to. */
export type PlacedDeal = Deal & { connection: string };
type Placed = Sent & { connection: string };

function toSent(row: Row): Placed | null {
  const payload = readPayload(row.payload);
  // What can no longer be read stands at the order desk.
  if (payload?.kind !== 'order') return null;
  const { order } = payload;
  return {
    id: row.id,
    connection: row.connection,
    state: stateOf(row),
    reference: referenceSchema.parse(row.reference),
    erpId: row.erp_id,
    erpNumber: row.erp_number,
    status: row.erp_status,
    customerId: order.customerId,
    currency: order.currency,
    total: totalOf(row),
    net: netOf(order),
    lines: order.lines.map(({ productId, description, quantity }) => ({ productId, name: description, quantity })),
    charges: (order.charges ?? []).map(({ amount }) => amount),
  };
}
/** All order submissions of the deals, whenever they were made: one query. */
async function sentOf(db: Db, account: AccountId, ids: readonly string[]): Promise<Map<string, Placed[]>> {
  const byDeal = new Map<string, Placed[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return byDeal;
  const rows = await db
    .selectFrom('submissions')
    .selectAll()
    .where('account', '=', account)
    .where('kind', '=', 'order')
    .where('record_type', '=', 'deal')
    .where('record_id', 'in', ids)
    .orderBy('created_at')
    .execute();
  for (const row of rows) {
    const sent = toSent(row);
    if (sent) byDeal.get(row.record_id)?.push(sent);
  }
  return byDeal;
}
/** By connection and company. */
async function linkedCustomers(db: Db, account: AccountId, companies: readonly string[]): Promise<Map<string, string>> {
  if (companies.length === 0) return new Map();
  const rows = await db
    .selectFrom('connection_links')
    .select(['connection', 'record_id', 'customer'])
    .where('account', '=', account)
    .where('record_type', '=', 'company')
    .where('record_id', 'in', companies)
    .execute();
  return new Map(
    rows.map(({ connection, record_id, customer }) => [
      `${connection}|${record_id}`,
      erpCustomerSchema.parse(customer).id,
    ]),
  );
}

/** The order that says where the deal went. */
const standing = (sent: readonly Placed[]) => sent.find(({ state }) => state !== 'cancelled') ?? sent[0];

/**
 * What the CRM says was sold, with what we sent for it to the ERP that the deal went to. `connectionOf`: of a deal that was not sent.
 */
export async function withSent(
  db: Db,
  account: AccountId,
  sold: readonly SoldDeal[],
  connectionOf: (id: string) => Promise<string>,
): Promise<PlacedDeal[]> {
  const companies = [...new Set(sold.flatMap(({ company }) => (company ? [company.id] : [])))];
  const [sent, customers] = await Promise.all([
    sentOf(
      db,
      account,
      sold.map(({ id }) => id),
    ),
    linkedCustomers(db, account, companies),
  ]);
  const deals: PlacedDeal[] = [];
  for (const deal of sold) {
    const own = sent.get(deal.id) ?? [];
    const connection = standing(own)?.connection ?? (await connectionOf(deal.id));
    deals.push({
      id: deal.id,
      connection,
      name: deal.name || null,
      company: deal.company?.name || null,
      wonOn: deal.wonOn,
      orderNumber: deal.orderNumber,
      orderStatus: deal.orderStatus,
      currency: deal.currency,
      customerId: (deal.company && customers.get(`${connection}|${deal.company.id}`)) ?? null,
      sent: own.filter((each) => each.connection === connection),
    });
  }
  return deals;
}

/** Deals that we sent orders for in the period and that the run has not been through: the CRM did not name them. */
export async function onlySent(db: Db, run: RunRow, account: AccountId, limit: number): Promise<PlacedDeal[]> {
  const from = instantIn(run.time_zone, run.from_day);
  const until = instantIn(run.time_zone, daysAfter(run.to_day, 1));
  const { rows } = await sql<{ record_id: string }>`select s.record_id from submissions s
    where s.account = ${account} and s.kind = 'order' and s.record_type = 'deal' and s.created_at >= ${from} and s.created_at < ${until}
      and s.record_id > ${run.cursor ?? ''}
      and not exists (select 1 from reconciliation_items i where i.account = s.account and i.run = ${run.id} and i.record_id = s.record_id)
    group by s.record_id order by s.record_id limit ${limit}`.execute(db);
  const sent = await sentOf(
    db,
    account,
    rows.map(({ record_id }) => record_id),
  );
  const unknown = {
    name: null,
    company: null,
    wonOn: null,
    orderNumber: null,
    orderStatus: null,
    currency: null,
    customerId: null,
  };
  return rows.map(({ record_id: id }) => {
    const own = sent.get(id) ?? [];
    const connection = standing(own)?.connection ?? MAIN;
    return { id, connection, ...unknown, sent: own.filter((each) => each.connection === connection) };
  });
}
