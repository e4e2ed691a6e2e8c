import { add, compare, type Decimal, decimal, divide, type ErpOrder, erpOrderSchema, isZero } from '@backroom/shared';
import type { z } from 'zod';
import { type FoundOrder, foundOrderSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { queryOf } from '../transport/odata/query.ts';
import { DRAFTS, IN_REVIEW, ITEM_LINE, VOID } from './facts.ts';
import {
  fieldsOf,
  type InvoiceWithLines,
  invoiceWithLines,
  type OrderRow,
  orderRow,
  type ShipmentRow,
  shipmentRow,
} from './rows.ts';
import type { Session } from './session.ts';

const zero = decimal('0');
const sum = (values: readonly Decimal[]): Decimal => add(zero, ...values);

export const ordersPath = (filter: string, more: { orderby?: string; top?: number } = {}): string =>
  `salesOrders${queryOf({ filter, select: fieldsOf(orderRow), expand: 'salesOrderLines', ...more })}`;
export const orderPath = (id: string): string =>
  `salesOrders(${id})${queryOf({ select: fieldsOf(orderRow), expand: 'salesOrderLines' })}`;
export const invoicesOfOrdersPath = (filter: string, more: { orderby?: string; top?: number } = {}): string =>
  `salesInvoices${queryOf({ filter, select: fieldsOf(invoiceWithLines), expand: 'salesInvoiceLines', ...more })}`;
export const shipmentsPath = (filter: string, more: { orderby?: string; top?: number } = {}): string =>
  `salesShipments${queryOf({ filter, select: fieldsOf(shipmentRow), ...more })}`;

/** What came of one sale: `find` needs the customer and the products too. */
export type Sale = ErpOrder & Pick<FoundOrder, 'customer'> & { productIds: (string | null)[] };

type Line = {
  itemId: string | null;
  lineType: string;
  lineObjectNumber: string;
  description: string;
  quantity: Decimal;
};
type Priced = Line & { unitPrice: Decimal; discountPercent: Decimal; netAmount: Decimal };
const goods = <One extends { lineType: string; quantity: Decimal }>(lines: readonly One[]): One[] =>
  lines.filter(({ lineType, quantity }) => lineType !== 'Comment' && lineType !== '' && !isZero(quantity));
/** Net of discount and tax: what one piece of the line comes to. */
const netPrice = (line: Priced, gross: boolean): Decimal =>
  gross || !isZero(line.discountPercent) ? divide(line.netAmount, line.quantity) : line.unitPrice;

function statusOf(lines: OrderRow['salesOrderLines'], fullyShipped: boolean): ErpOrder['status'] {
  const items = goods(lines);
  if (items.length > 0 && items.every((each) => compare(each.invoicedQuantity, each.quantity) >= 0)) return 'invoiced';
  if (items.length > 0 && (fullyShipped || items.every((each) => compare(each.shippedQuantity, each.quantity) >= 0)))
    return 'delivered';
  // "Draft" is its word for an order that is not released: an order all the same, and the API has nothing that releases it.
  return items.some((each) => !isZero(each.shippedQuantity)) ? 'partly_delivered' : 'confirmed';
}
const deliveriesOf = (shipments: readonly ShipmentRow[]): ErpOrder['deliveries'] =>
  shipments.flatMap(({ number, postingDate }) =>
    postingDate === null ? [] : [{ number, date: postingDate, status: 'shipped' as const, tracking: null }],
  );

export function saleOfOrder(session: Session, row: OrderRow, shipments: readonly ShipmentRow[]): Sale {
  const money = (amount: Decimal) => session.money(amount, row.currencyCode);
  const lines = goods(row.salesOrderLines);
  const days = lines
    .map(({ shipmentDate }) => shipmentDate)
    .filter((day) => day !== null)
    .sort();
  return {
    ...fit(
      erpOrderSchema,
      {
        id: row.id,
        number: row.number,
        reference: row.externalDocumentNumber,
        customerId: row.customerId ?? undefined,
        status: statusOf(row.salesOrderLines, row.fullyShipped),
        blocks: row.status === IN_REVIEW ? [{ kind: 'approval', code: null }] : [],
        orderedOn: row.orderDate,
        promisedOn: days.at(-1) ?? null,
        requestedDate: row.requestedDeliveryDate,
        partialDelivery: row.partialShipping,
        deliverTo: {
          id: null,
          name: row.shipToName,
          street: row.shipToAddressLine1,
          postalCode: row.shipToPostCode,
          city: row.shipToCity,
          country: row.shipToCountry,
        },
        total: money(row.totalAmountIncludingTax),
        net: money(row.totalAmountExcludingTax),
        lines: lines.map((line) => ({
          code: line.lineObjectNumber,
          name: line.description,
          quantity: line.quantity,
          delivered: line.shippedQuantity,
          unitPrice: money(netPrice(line, row.pricesIncludeTax)),
          net: money(line.netAmount),
          discountPercent: line.discountPercent,
        })),
        deliveries: deliveriesOf(shipments.filter(({ orderNumber }) => orderNumber === row.number)),
      },
      'salesOrders',
    ),
    customer: customerOf(row),
    productIds: lines.map(({ itemId, lineType }) => (lineType === ITEM_LINE ? itemId : null)),
  };
}
const customerOf = (row: Pick<OrderRow, 'customerId' | 'customerNumber' | 'customerName'>): FoundOrder['customer'] =>
  fit(
    foundOrderSchema.shape.customer,
    { id: row.customerId, number: row.customerNumber, name: row.customerName },
    'customers',
  );

/** An order that is gone, from the invoices that it became. Its own date is gone with it: the first invoice's stands for it. */
export function saleOfInvoices(
  session: Session,
  rows: readonly InvoiceWithLines[],
  shipments: readonly ShipmentRow[],
): Sale | null {
  const posted = rows.filter(({ status }) => !DRAFTS.has(status));
  const valid = posted.filter(({ status }) => !VOID.has(status));
  const counted = valid.length > 0 ? valid : posted;
  const [first] = [...counted].sort((left, right) => (left.invoiceDate ?? '').localeCompare(right.invoiceDate ?? ''));
  if (!first?.orderNumber) return null;
  const money = (amount: Decimal) => session.money(amount, first.currencyCode);
  const lines = counted.flatMap((row) =>
    goods(row.salesInvoiceLines).map((line) => ({ ...line, gross: row.pricesIncludeTax })),
  );
  return {
    ...fit(
      erpOrderSchema,
      {
        id: first.orderId ?? first.id,
        number: first.orderNumber,
        reference: first.externalDocumentNumber,
        customerId: first.customerId ?? undefined,
        status: valid.length > 0 ? 'invoiced' : 'cancelled',
        orderedOn: first.invoiceDate,
        promisedOn: null,
        total: money(sum(counted.map((row) => row.totalAmountIncludingTax))),
        net: money(sum(counted.map((row) => row.totalAmountExcludingTax))),
        lines: lines.map((line) => ({
          code: line.lineObjectNumber,
          name: line.description,
          quantity: line.quantity,
          delivered: line.quantity,
          unitPrice: money(netPrice(line, line.gross)),
          net: money(line.netAmount),
        })),
        deliveries: deliveriesOf(shipments.filter(({ orderNumber }) => orderNumber === first.orderNumber)),
      },
      'salesInvoices',
    ),
    customer: customerOf(first),
    productIds: lines.map(({ itemId, lineType }) => (lineType === ITEM_LINE ? itemId : null)),
  };
}

type Filters = { orders: readonly string[]; invoices: readonly string[]; shipments: readonly string[] };
/**
 * Sales by what identifies them, in one request: the orders, the invoices of those that are gone, the shipments. An order that is partly
 * invoiced is there and has invoices: it stands for itself.
 */
export async function salesWhere(
  session: Session,
  { orders, invoices, shipments }: Filters,
  signal: AbortSignal,
  more: { fresh?: boolean } = {},
): Promise<Sale[]> {
  const paths = [
    ...orders.map((filter) => ordersPath(filter)),
    ...invoices.map((filter) => invoicesOfOrdersPath(filter)),
    ...shipments.map((filter) => shipmentsPath(filter)),
  ];
  if (paths.length === 0) return [];
  const reads = await session.together(paths, signal, more);
  const read = async <Row extends z.ZodType>(row: Row, from: number, count: number, what: string) => {
    const found: z.output<Row>[] = [];
    for (const each of reads.slice(from, from + count))
      found.push(...(await session.client.rest(row, session.rows(row, each, what), { signal })));
    return found;
  };
  const rows = await read(orderRow, 0, orders.length, 'salesOrders');
  const posted = await read(invoiceWithLines, orders.length, invoices.length, 'salesInvoices');
  const sent = await read(shipmentRow, orders.length + invoices.length, shipments.length, 'salesShipments');
  return salesOf(session, rows, posted, sent);
}
export function salesOf(
  session: Session,
  rows: readonly OrderRow[],
  posted: readonly InvoiceWithLines[],
  sent: readonly ShipmentRow[],
): Sale[] {
  const there = new Map(rows.map((row) => [row.number, saleOfOrder(session, row, sent)]));
  const gone = Map.groupBy(
    posted.filter(({ orderNumber }) => orderNumber !== null && !there.has(orderNumber)),
    ({ orderNumber }) => orderNumber,
  );
  const past = [...gone.values()].flatMap((invoices) => saleOfInvoices(session, invoices, sent) ?? []);
  return [...there.values(), ...past];
}
export const erpOrder = ({ customer: _, productIds: __, ...order }: Sale): ErpOrder => order;
export const foundOrder = ({ customer, productIds, deliveries: _, ...order }: Sale): FoundOrder =>
  fit(
    foundOrderSchema,
    {
      ...order,
      customer,
      lines: order.lines.map((line, index) => ({ ...line, productId: productIds[index] ?? null })),
    },
    'salesOrders',
  );
