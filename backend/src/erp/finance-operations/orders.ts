import type { ErpOrder } from '@backroom/shared';
import type { Out } from '../contract/schemas.ts';
import { text } from '../transport/odata/query.ts';
import { customerRowOf } from './customers.ts';
import { LENGTH } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { headerOf, headerQuery, headersIn, type Sale, salesWhere, toFound, toOrder, withLines } from './orders-read.ts';
import { conditions, type Session } from './session.ts';

const oldestFirst = (left: Sale, right: Sale): number =>
  left.header.OrderCreationDateTime.localeCompare(right.header.OrderCreationDateTime) ||
  left.header.SalesOrderNumber.localeCompare(right.header.SalesOrderNumber, 'en', { numeric: true });
/** A header without lines is no order: it is what a create left that was cut off, and the next one completes it. */
export const isWhole = ({ lines }: Sale): boolean => lines.length > 0;

export async function salesByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<Sale[]> {
  const asked = references.filter((each) => each !== '' && each.length <= LENGTH.reference);
  return (await salesWhere(session, [session.referenceField, asked], signal)).sort(oldestFirst);
}
export async function ordersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<ErpOrder[][]> {
  const sales = (await salesByReference(session, references, signal)).filter(isWhole);
  return references.map((reference) =>
    sales.filter(({ header }) => header.reference === reference).map((sale) => toOrder(session, sale)),
  );
}
const salesByNumber = (session: Session, numbers: readonly string[], signal: AbortSignal): Promise<Sale[]> =>
  salesWhere(
    session,
    ['SalesOrderNumber', numbers.filter((each) => each !== '' && each.length <= LENGTH.account)],
    signal,
  );
export async function ordersByNumber(
  session: Session,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<(ErpOrder | null)[]> {
  const byNumber = new Map(
    (await salesByNumber(session, numbers, signal)).map((sale) => [sale.header.SalesOrderNumber, sale]),
  );
  return numbers.map((number) => {
    const found = byNumber.get(number);
    return found ? toOrder(session, found) : null;
  });
}
export async function findOrders(
  session: Session,
  { references, numbers }: { references: readonly string[]; numbers: readonly string[] },
  signal: AbortSignal,
): Promise<Out<'orders.find'>> {
  const kept = references.filter((each) => each !== '' && each.length <= LENGTH.reference);
  const numbered = numbers.filter((each) => each !== '' && each.length <= LENGTH.account);
  const filters = [...conditions(session.referenceField, kept), ...conditions('SalesOrderNumber', numbered)];
  const headers = new Map(
    (await headersIn(session, filters, signal)).map((header) => [header.SalesOrderNumber, header]),
  );
  const found = await withLines(session, [...headers.values()], signal);
  // Also headers without lines: reconciliation names what is unfinished.
  return { orders: found.map((sale) => toFound(session, sale)) };
}

const SHOWN = 50;
export async function ordersOf(session: Session, customerId: string, signal: AbortSignal): Promise<Out<'orders.list'>> {
  const { row, select } = headerQuery(session);
  const mine = `OrderingCustomerAccountNumber eq ${text(customerId)}`;
  const rows = await session.rows(row, 'SalesOrderHeadersV2', mine, signal, {
    orderby: 'OrderCreationDateTime desc',
    top: SHOWN + 1,
    select,
  });
  if (rows.length === 0 && !(await customerRowOf(session, customerId, signal))) throw unknownCustomer(customerId);
  const headers = rows.slice(0, SHOWN).map((each) => headerOf(session, each));
  const sales = await withLines(session, headers, signal);
  return { results: sales.map((sale) => toOrder(session, sale)), more: rows.length > SHOWN };
}
