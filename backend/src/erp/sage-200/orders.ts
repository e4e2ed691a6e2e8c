import type { ErpOrder } from '@backroom/shared';
import type { Out } from '../contract/schemas.ts';
import { deliveryAddresses } from './addresses.ts';
import { countriesOf } from './countries.ts';
import { customerWith } from './customers.ts';
import { unknownCustomer } from './faults.ts';
import { type Around, isDraft, toFound, toOrder } from './order-facts.ts';
import { despatchesOf, newestOrders, type Order, ordersWhere, referenceIn } from './order-rows.ts';
import { alternatives, among, amongTexts, bare, type Condition, equal, startingWith } from './query.ts';
import type { Session } from './session.ts';
import { idOf, idsOf } from './values.ts';

/** What orders are shown with: their despatches and, where asked, their addresses. */
async function around(
  session: Session,
  orders: readonly Order[],
  { addresses, signal }: { addresses: boolean; signal: AbortSignal },
): Promise<Around> {
  if (orders.length === 0) return { despatches: new Map(), places: null };
  // Of an order of which nothing is despatched there is nothing to ask for.
  const sent = orders.filter((order) => order.lines.some((line) => Number(line.despatch_receipt_quantity ?? 0) > 0));
  const [despatches, known, countries] = await Promise.all([
    despatchesOf(
      session,
      among(
        'sop_order_id',
        sent.map(({ id }) => id),
      ),
      signal,
    ),
    addresses
      ? deliveryAddresses(
          session,
          orders.map((order) => order.customer_id),
          signal,
        )
      : null,
    addresses ? countriesOf(session, signal) : null,
  ]);
  return { despatches, places: known && countries ? { known, countries } : null };
}
const oldestFirst = (left: Order, right: Order): number => (BigInt(left.id) < BigInt(right.id) ? -1 : 1);

/** Everything under one of these references, also what a create left that broke off. */
export async function rowsByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, Order[]>> {
  const { referenceField } = session.settings;
  const rows = await ordersWhere(
    session,
    alternatives(references.map((reference) => startingWith(referenceField, reference))),
    signal,
  );
  return Map.groupBy(rows, (row) => referenceIn(row, session).reference?.toUpperCase() ?? '');
}
/**
 * The orders that were sent under one reference: of those with one mark the oldest, the others are copies of it. A draft is no order: nobody sees it in Sage 200
 * yet, and the next create removes it.
 */
function originalsOf(session: Session, rows: readonly Order[]): Order[] {
  const orders = rows.filter((order) => !isDraft(order)).toSorted(oldestFirst);
  const marks = orders.map((order) => referenceIn(order, session).mark);
  return orders.filter((_, index) => marks.indexOf(marks[index] ?? '') === index);
}
export async function ordersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<ErpOrder[][]> {
  const rows = await rowsByReference(session, references, signal);
  const found = references.map((reference) => originalsOf(session, rows.get(reference.toUpperCase()) ?? []));
  const shown = await around(session, [...new Set(found.flat())], { addresses: true, signal });
  return found.map((each) => each.map((order) => toOrder(session, order, shown)));
}

export async function ordersByNumber(
  session: Session,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<(ErpOrder | null)[]> {
  const wanted = numbers.map((each) => each.trim());
  const rows = await ordersWhere(session, amongTexts('document_no', wanted.filter(Boolean)), signal);
  const shown = await around(session, rows, { addresses: false, signal });
  const byNumber = new Map(rows.map((order) => [order.document_no.trim(), toOrder(session, order, shown)]));
  return wanted.map((number) => byNumber.get(number) ?? null);
}

export async function findOrders(
  session: Session,
  { references, numbers }: { references: readonly string[]; numbers: readonly string[] },
  signal: AbortSignal,
): Promise<Out<'orders.find'>> {
  const conditions: Condition[] = [
    ...references.map((reference) => startingWith(session.settings.referenceField, reference)),
    ...numbers.flatMap((number) => (number.trim() ? [equal('document_no', number.trim())] : [])),
  ];
  const rows = await ordersWhere(session, alternatives(conditions), signal);
  const asked = new Set(references.map((each) => each.toUpperCase()));
  const named = new Set(numbers.map((each) => each.trim()));
  // A reference may be the beginning of a longer one.
  const wanted = rows.filter(
    (row) => asked.has(referenceIn(row, session).reference?.toUpperCase() ?? '') || named.has(row.document_no.trim()),
  );
  return { orders: wanted.map((order) => toFound(session, order)) };
}

export async function ordersById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
  addresses = false,
): Promise<(ErpOrder | null)[]> {
  const rows = await ordersWhere(session, among('id', idsOf(ids)), signal);
  const shown = await around(session, rows, { addresses, signal });
  const byId = new Map(rows.map((order) => [order.id, toOrder(session, order, shown)]));
  return ids.map((id) => byId.get(id) ?? null);
}

const SHOWN = 50;
export async function ordersOf(session: Session, customerId: string, signal: AbortSignal): Promise<Out<'orders.list'>> {
  const customer = idOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const { rows, more } = await newestOrders(session, bare('customer_id', customer), SHOWN, signal);
  // A list of nobody's orders is empty, and so is that of a customer that is not there.
  if (rows.length === 0) await customerWith(session, customerId, signal);
  const shown = await around(session, rows, { addresses: false, signal });
  // A draft is shown to nobody in Sage 200.
  return { results: rows.filter((order) => !isDraft(order)).map((order) => toOrder(session, order, shown)), more };
}
