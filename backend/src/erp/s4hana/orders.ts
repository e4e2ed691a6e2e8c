import type { ErpOrder } from '@backroom/shared';
import type { Out } from '../contract/schemas.ts';
import { text } from '../transport/odata/query.ts';
import { sureOf } from './customers.ts';
import { deliveriesOf } from './deliveries.ts';
import { COUNTED, LENGTH } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { withAddresses } from './order-partners.ts';
import { briefPath, type OrderRow, orderRow, wholePath } from './order-rows.ts';
import { originalsOf, toFoundOrder, toOrder } from './orders-read.ts';
import { conditions, type Session } from './session.ts';
import { keyOf, keysOf } from './values.ts';

const byReference = (references: readonly string[]): string[] =>
  conditions(
    'PurchaseOrderByShipToParty',
    references.filter((each) => each.length <= LENGTH.reference),
  );
const byNumber = (numbers: readonly string[]): string[] => conditions('SalesOrder', keysOf(numbers));

async function rowsWhere(session: Session, filters: readonly string[], signal: AbortSignal): Promise<OrderRow[]> {
  const paths = filters.map((filter) => wholePath(filter));
  const rows = (await session.service('orders').lists(orderRow, paths, signal)).flat();
  return withAddresses(session, [...new Map(rows.map((row) => [row.SalesOrder, row])).values()], signal);
}
async function ordersIn(
  session: Session,
  rows: readonly OrderRow[],
  signal: AbortSignal,
): Promise<Map<string, ErpOrder>> {
  const deliveries = await deliveriesOf(session, rows, signal);
  return new Map(rows.map((row) => [row.SalesOrder, toOrder(session, row, deliveries)]));
}

export async function ordersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<ErpOrder[][]> {
  const rows = await rowsWhere(session, byReference(references), signal);
  const found = references.map((reference) =>
    originalsOf(rows.filter((row) => row.PurchaseOrderByShipToParty === reference)),
  );
  const orders = await ordersIn(session, found.flat(), signal);
  return found.map((each) => each.flatMap(({ SalesOrder }) => orders.get(SalesOrder) ?? []));
}
export const rowsByNumber = (session: Session, numbers: readonly string[], signal: AbortSignal): Promise<OrderRow[]> =>
  rowsWhere(session, byNumber(numbers), signal);
/** By number, which is the id. */
export async function ordersByNumber(
  session: Session,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<(ErpOrder | null)[]> {
  const orders = await ordersIn(session, await rowsByNumber(session, numbers, signal), signal);
  return numbers.map((number) => orders.get(keyOf(number) ?? '') ?? null);
}
export async function findOrders(
  session: Session,
  { references, numbers }: { references: readonly string[]; numbers: readonly string[] },
  signal: AbortSignal,
): Promise<Out<'orders.find'>> {
  const rows = await rowsWhere(session, [...byReference(references), ...byNumber(numbers)], signal);
  const deliveries = await deliveriesOf(session, rows, signal);
  return { orders: rows.map((row) => toFoundOrder(session, row, deliveries)) };
}

const SHOWN = 50;
export async function ordersOf(session: Session, customerId: string, signal: AbortSignal): Promise<Out<'orders.list'>> {
  const customer = keyOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const path = briefPath(`SoldToParty eq ${text(customer)}`, {
    orderby: 'SalesOrderDate desc,SalesOrder desc',
    top: SHOWN,
    more: COUNTED,
  });
  const { rows, more } = await session.service('orders').first(orderRow, path, SHOWN, signal);
  if (rows.length === 0) await sureOf(session, customerId, signal);
  const orders = await ordersIn(session, rows, signal);
  return { results: [...orders.values()], more };
}
