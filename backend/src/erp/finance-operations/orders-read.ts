import {
  add,
  compare,
  type Decimal,
  dayIn,
  decimal,
  divide,
  type ErpOrder,
  erpOrderSchema,
  isZero,
} from '@backroom/shared';
import { z } from 'zod';
import { type FoundOrder, foundOrderSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { fieldsOf, type HeaderRow, headerRow, type LineRow, lineRow } from './rows.ts';
import { conditions, rowsIn, type Session } from './session.ts';

const zero = decimal('0');
const SET = 'SalesOrderHeadersV2';
/** A header with its lines: every figure of an order is read from its lines, because F&O leaves the header's totals at zero until somebody computes them. */
export type Sale = { header: HeaderRow; lines: LineRow[] };

/** Orders whose field has one of the values, with their lines: two requests for up to forty. */
export async function salesWhere(
  session: Session,
  [field, values]: readonly [string, readonly string[]],
  signal: AbortSignal,
): Promise<Sale[]> {
  const headers = await headersIn(session, conditions(field, values), signal);
  return withLines(session, headers, signal);
}
const rowFor = ({ referenceField }: Session) =>
  headerRow.extend({ [referenceField]: z.string() }) as unknown as typeof headerRow;
export async function headersIn(
  session: Session,
  filters: readonly string[],
  signal: AbortSignal,
): Promise<HeaderRow[]> {
  if (filters.length === 0) return [];
  const lists = await session.lists(rowFor(session), SET, filters, signal);
  return lists.flat().map((row) => headerOf(session, row));
}
export function headerOf({ referenceField }: Session, row: z.output<typeof headerRow>): HeaderRow {
  const value: unknown = (row as Record<string, unknown>)[referenceField];
  return { ...row, reference: typeof value === 'string' && value.trim() !== '' ? value.trim() : null };
}
export const headerQuery = (session: Session) => ({
  row: rowFor(session),
  select: [...new Set([...fieldsOf(headerRow), session.referenceField])],
});
export async function withLines(session: Session, headers: readonly HeaderRow[], signal: AbortSignal): Promise<Sale[]> {
  if (headers.length === 0) return [];
  const numbers = headers.map(({ SalesOrderNumber }) => SalesOrderNumber);
  const rows = await rowsIn(session, lineRow, session.lines, ['SalesOrderNumber', numbers], signal);
  const byOrder = Map.groupBy(rows, ({ SalesOrderNumber }) => SalesOrderNumber);
  return headers.map((header) => ({
    header,
    lines: [...(byOrder.get(header.SalesOrderNumber) ?? [])].sort((left, right) =>
      compare(left.LineNumber, right.LineNumber),
    ),
  }));
}

function statusOf({ SalesOrderStatus, SalesOrderProcessingStatus }: HeaderRow): ErpOrder['status'] {
  if (SalesOrderStatus === 'Canceled') return 'cancelled';
  if (SalesOrderStatus === 'Invoiced') return 'invoiced';
  if (SalesOrderStatus === 'Delivered') return 'delivered';
  return /^Partially/.test(SalesOrderProcessingStatus) ? 'partly_delivered' : 'confirmed';
}
/** A line says whether it was sent in full, and not how much of it: a part of a line is counted when the rest has gone. */
const deliveredOf = ({ SalesOrderLineStatus, OrderedSalesQuantity }: LineRow): Decimal =>
  SalesOrderLineStatus === 'Delivered' || SalesOrderLineStatus === 'Invoiced' ? OrderedSalesQuantity : zero;
/** What one piece comes to: the price as it stands, or what is left of it after a discount. */
function netPrice({ LineAmount, OrderedSalesQuantity, SalesPrice, SalesPriceQuantity, ...discount }: LineRow): Decimal {
  if (isZero(discount.LineDiscountPercentage) && isZero(discount.LineDiscountAmount))
    return compare(SalesPriceQuantity, zero) > 0 ? divide(SalesPrice, SalesPriceQuantity) : SalesPrice;
  return isZero(OrderedSalesQuantity) ? zero : divide(LineAmount, OrderedSalesQuantity);
}

export function toOrder(session: Session, { header, lines }: Sale): ErpOrder {
  const money = (amount: Decimal) => session.money(amount, header.CurrencyCode);
  const net = add(zero, ...lines.map(({ LineAmount }) => LineAmount));
  const days = lines
    .map(({ ConfirmedShippingDate }) => ConfirmedShippingDate)
    .filter((day) => day !== null)
    .sort();
  const inclusive = header.ArePricesIncludingSalesTax;
  return fit(
    erpOrderSchema,
    {
      id: header.SalesOrderNumber,
      number: header.SalesOrderNumber,
      reference: header.reference,
      customerId: header.OrderingCustomerAccountNumber,
      status: statusOf(header),
      blocks: header.IsSalesProcessingStopped ? [{ kind: 'stopped', code: null }] : [],
      orderedOn: dayIn(session.timeZone, new Date(header.OrderCreationDateTime)),
      promisedOn: header.ConfirmedShippingDate ?? days.at(-1) ?? null,
      requestedDate: header.RequestedShippingDate,
      poNumber:
        session.referenceField === 'CustomersOrderReference'
          ? header.CustomerRequisitionNumber
          : header.CustomersOrderReference,
      deliverTo: {
        id: header.IsDeliveryAddressOrderSpecific ? null : header.DeliveryAddressLocationId,
        name: header.DeliveryAddressName,
        street: header.DeliveryAddressStreet,
        postalCode: header.DeliveryAddressZipCode,
        city: header.DeliveryAddressCity,
        country: header.DeliveryAddressCountryRegionISOCode,
      },
      total: money(header.AreTotalsCalculated ? header.OrderTotalAmount : net),
      ...(inclusive ? {} : { net: money(net) }),
      lines: lines.map((line) => ({
        code: line.ItemNumber.trim(),
        name: line.LineDescription,
        quantity: line.OrderedSalesQuantity,
        delivered: deliveredOf(line),
        unitPrice: money(netPrice(line)),
        ...(inclusive ? {} : { net: money(line.LineAmount) }),
        discountPercent: line.LineDiscountPercentage,
      })),
      deliveries: [],
    },
    SET,
  );
}
export const toFound = (session: Session, sale: Sale): FoundOrder => {
  const { deliveries: _, ...order } = toOrder(session, sale);
  return fit(
    foundOrderSchema,
    {
      ...order,
      customer: {
        id: sale.header.OrderingCustomerAccountNumber,
        number: sale.header.OrderingCustomerAccountNumber.trim(),
        name: sale.header.SalesOrderName,
      },
      lines: order.lines.map((line, index) => ({ ...line, productId: sale.lines[index]?.ItemNumber || null })),
    },
    SET,
  );
};
