import type { ErpOrder } from '@backroom/shared';
import type { Out } from '../contract/schemas.ts';
import { text } from '../transport/odata/query.ts';
import { sureOf, unknownCustomer, whoPath } from './customers.ts';
import { LENGTH } from './facts.ts';
import { guidOf, guidsOf } from './faults.ts';
import {
  erpOrder,
  foundOrder,
  invoicesOfOrdersPath,
  ordersPath,
  type Sale,
  salesOf,
  salesWhere,
  shipmentsPath,
} from './orders-read.ts';
import { invoiceWithLines, orderRow, shipmentRow } from './rows.ts';
import { conditions, type Session } from './session.ts';

const oldestFirst = (left: Sale, right: Sale): number =>
  left.orderedOn.localeCompare(right.orderedOn) || left.number.localeCompare(right.number, 'en', { numeric: true });

function byReferences(session: Session, references: readonly string[], signal: AbortSignal): Promise<Sale[]> {
  const asked = references.filter((each) => each.length <= LENGTH.reference).map(text);
  const filters = conditions('externalDocumentNumber', asked);
  // Never from the replica: it may lag behind our own write.
  return salesWhere(session, { orders: filters, invoices: filters, shipments: filters }, signal, { fresh: true });
}
function byNumbers(session: Session, numbers: readonly string[], signal: AbortSignal): Promise<Sale[]> {
  const asked = [...new Set(numbers)].filter((each) => each !== '' && each.length <= LENGTH.code).map(text);
  const gone = conditions('orderNumber', asked);
  return salesWhere(session, { orders: conditions('number', asked), invoices: gone, shipments: gone }, signal);
}

export async function ordersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<ErpOrder[][]> {
  const sales = (await byReferences(session, references, signal)).sort(oldestFirst);
  return references.map((reference) => sales.filter((sale) => sale.reference === reference).map(erpOrder));
}
export async function ordersByNumber(
  session: Session,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<(ErpOrder | null)[]> {
  const byNumber = new Map((await byNumbers(session, numbers, signal)).map((sale) => [sale.number, sale]));
  return numbers.map((number) => {
    const found = byNumber.get(number);
    return found ? erpOrder(found) : null;
  });
}
export async function findOrders(
  session: Session,
  { references, numbers }: { references: readonly string[]; numbers: readonly string[] },
  signal: AbortSignal,
): Promise<Out<'orders.find'>> {
  const [first, second] = await Promise.all([
    byReferences(session, references, signal),
    byNumbers(session, numbers, signal),
  ]);
  return { orders: [...new Map([...first, ...second].map((sale) => [sale.id, sale])).values()].map(foundOrder) };
}

/** Two requests: an order's shipments are found by its number. */
export async function ordersById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
  more: { fresh?: boolean } = {},
): Promise<(ErpOrder | null)[]> {
  const asked = guidsOf(ids);
  const there = { orders: conditions('id', asked), invoices: conditions('orderId', asked), shipments: [] };
  const sales = await salesWhere(session, there, signal, more);
  const sent = sales.filter(({ status }) => status !== 'confirmed').map(({ number }) => text(number));
  const reads =
    sent.length > 0
      ? await session.together(
          conditions('orderNumber', sent).map((each) => shipmentsPath(each)),
          signal,
          more,
        )
      : [];
  const shipments = reads.flatMap((read) => session.rows(shipmentRow, read, 'salesShipments').rows);
  const byId = new Map(
    sales.map((sale) => {
      const own = shipments.filter(({ orderNumber }) => orderNumber === sale.number);
      const deliveries = own.flatMap(({ number, postingDate }) =>
        postingDate === null ? [] : [{ number, date: postingDate, status: 'shipped' as const, tracking: null }],
      );
      return [sale.id as string, { ...erpOrder(sale), deliveries }];
    }),
  );
  return ids.map((id) => byId.get(guidOf(id) ?? '') ?? null);
}

const SHOWN = 50;
/** The newest, of those that are there and those that are gone. */
export async function ordersOf(session: Session, customerId: string, signal: AbortSignal): Promise<Out<'orders.list'>> {
  const customer = guidOf(customerId);
  if (!customer) throw unknownCustomer(customerId);
  const mine = `customerId eq ${customer}`;
  const [who, orders, invoices, shipments] = await session.together(
    [
      whoPath(customer),
      ordersPath(mine, { orderby: 'orderDate desc', top: SHOWN + 1 }),
      invoicesOfOrdersPath(mine, { orderby: 'invoiceDate desc', top: SHOWN + 1 }),
      shipmentsPath(mine, { orderby: 'postingDate desc', top: 2 * SHOWN }),
    ],
    signal,
  );
  sureOf(session, who, customerId);
  const [there, gone, sent] = [
    session.rows(orderRow, orders, 'salesOrders').rows,
    session.rows(invoiceWithLines, invoices, 'salesInvoices').rows,
    session.rows(shipmentRow, shipments, 'salesShipments').rows,
  ];
  const sales = salesOf(session, there, gone, sent).sort(oldestFirst).reverse();
  const more = there.length > SHOWN || gone.length > SHOWN || sales.length > SHOWN;
  return { results: sales.slice(0, SHOWN).map(erpOrder), more };
}
