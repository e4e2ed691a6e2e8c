import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  type ErpOrder,
  erpOrderSchema,
  erpProductIdSchema,
  isZero,
  multiply,
  type OrderBlock,
  placesOf,
  round,
} from '@backroom/shared';
import { type FoundOrder, foundOrderSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { type DeliveryRow, issuedOf, shipmentsOf } from './deliveries.ts';
import {
  BILL_TO,
  BILLING,
  CREDIT_REFUSED,
  DELIVERY,
  IN_APPROVAL,
  PRICE_CLASS,
  SHIP_TO,
  SOLD_TO,
  WHOLE,
} from './facts.ts';
import { partnerWith } from './order-partners.ts';
import type { ItemRow, OrderRow } from './order-rows.ts';
import type { Session } from './session.ts';

const zero = decimal('0');
export const isOurs = ({ HigherLevelItem }: ItemRow): boolean => HigherLevelItem === null;
export const isAlive = ({ SalesDocumentRjcnReason }: ItemRow): boolean => SalesDocumentRjcnReason === null;

/** The price of one, as it was written where that explains the net amount: a quotient of rounded amounts would not be it. */
function unitPriceOf(
  { to_PricingElement: elements = [], ...item }: ItemRow,
  currency: OrderRow['TransactionCurrency'],
): Decimal {
  if (isZero(item.RequestedQuantity)) return zero;
  const price = elements.find(
    (each) =>
      each.ConditionClass === PRICE_CLASS &&
      each.ConditionInactiveReason === null &&
      !each.ConditionIsForStatistics &&
      each.ConditionType !== null &&
      each.ConditionCurrency === currency &&
      !isZero(each.ConditionQuantity) &&
      (each.ConditionQuantityUnit ?? item.RequestedQuantityUnit) === item.RequestedQuantityUnit,
  );
  const written = price && divide(price.ConditionRateValue, price.ConditionQuantity);
  if (written && compare(round(multiply(written, item.RequestedQuantity), placesOf(currency)), item.NetAmount) === 0)
    return written;
  return divide(item.NetAmount, item.RequestedQuantity);
}

/** A customer's delivery is what left the house; a service is "not relevant" for deliveries. */
function statusOf(row: OrderRow, deliveries: readonly DeliveryRow[]): ErpOrder['status'] {
  const items = row.to_Item.filter((item) => isOurs(item) && isAlive(item));
  if (items.length === 0 && row.to_Item.length > 0) return 'cancelled';
  const goods = items.filter(({ DeliveryStatus }) => DeliveryStatus.trim() !== '');
  const issued = goods.map((item) => issuedOf(deliveries, row.SalesOrder, item.SalesOrderItem));
  const all = goods.every((item, index) => compare(issued[index] ?? zero, item.RequestedQuantity) >= 0);
  if (all && isInvoiced(row, items)) return 'invoiced';
  if (goods.length > 0 && all) return 'delivered';
  return issued.some((quantity) => !isZero(quantity)) ? 'partly_delivered' : 'confirmed';
}
/** Goods are billed by their deliveries, services by the order. */
function isInvoiced({ to_SubsequentProcFlowDoc: flow }: OrderRow, items: readonly ItemRow[]): boolean {
  const billed = flow.some((each) => BILLING.invoices.has(each.SubsequentDocumentCategory));
  const deliveries = flow.filter((each) => each.SubsequentDocumentCategory === DELIVERY);
  const byOrder = items.map(({ OrderRelatedBillingStatus: status }) => status.trim()).filter((status) => status !== '');
  return (
    billed &&
    deliveries.every((each) => each.OverallSDProcessStatus === WHOLE) &&
    byOrder.every((status) => status === WHOLE)
  );
}
/** The day on which all of it is confirmed. */
function promisedOn(row: OrderRow): string | null {
  const items = row.to_Item.filter((item) => isOurs(item) && isAlive(item) && item.to_ScheduleLine.length > 0);
  const dates = items.map(({ to_ScheduleLine: lines, RequestedQuantity }) => {
    const sure = lines.filter((line) => compare(line.ConfdOrderQtyByMatlAvailCheck, zero) > 0);
    const confirmed = add(zero, ...sure.map((line) => line.ConfdOrderQtyByMatlAvailCheck));
    if (compare(confirmed, RequestedQuantity) < 0) return null;
    return (
      sure
        .map((line) => line.ConfirmedDeliveryDate)
        .sort()
        .at(-1) ?? null
    );
  });
  return dates.length > 0 && dates.every((date) => date !== null) ? (dates.sort().at(-1) ?? null) : null;
}

/** What a person set, or a check found. The code of a block is that of customizing. */
function blocksOf(row: OrderRow): OrderBlock[] {
  return [
    ...(row.DeliveryBlockReason === null ? [] : [{ kind: 'delivery' as const, code: row.DeliveryBlockReason }]),
    ...(row.HeaderBillingBlockReason === null
      ? []
      : [{ kind: 'billing' as const, code: row.HeaderBillingBlockReason }]),
    ...(row.TotalCreditCheckStatus === CREDIT_REFUSED ? [{ kind: 'credit' as const, code: null }] : []),
    ...(row.SalesDocApprovalStatus === IN_APPROVAL ? [{ kind: 'approval' as const, code: null }] : []),
  ];
}

type Partner = NonNullable<OrderRow['to_Partner']>[number];
function nameOf(partner: Partner | undefined): string | null {
  const address = partner?.to_Address[0];
  const names = [address?.OrganizationName1, address?.OrganizationName2].filter((part) => part).join('');
  return names || (address?.AddresseeFullName ?? null);
}
function addressOf(partner: Partner | undefined) {
  if (!partner) return null;
  const address = partner.to_Address[0];
  return {
    id: partner.Customer,
    name: nameOf(partner),
    street: [address?.StreetName, address?.HouseNumber].filter((part) => part).join(' ') || null,
    postalCode: address?.PostalCode ?? null,
    city: address?.CityName ?? null,
    country: address?.Country ?? null,
  };
}

export function toOrder(session: Session, row: OrderRow, deliveries: readonly DeliveryRow[]): ErpOrder {
  const money = (amount: Decimal) => ({ amount, currency: row.TransactionCurrency });
  const tax = add(zero, ...row.to_Item.filter(isAlive).map(({ TaxAmount }) => TaxAmount));
  const note = row.to_Text?.find(({ LongTextID }) => LongTextID === session.noteText)?.LongText.trim();
  return fit(
    erpOrderSchema,
    {
      id: row.SalesOrder,
      number: row.SalesOrder,
      reference: row.PurchaseOrderByShipToParty,
      customerId: row.SoldToParty,
      status: statusOf(row, deliveries),
      blocks: blocksOf(row),
      orderedOn: row.SalesOrderDate ?? row.CreationDate,
      promisedOn: promisedOn(row),
      requestedDate: row.RequestedDeliveryDate,
      poNumber: row.PurchaseOrderByCustomer,
      partialDelivery: !row.CompleteDeliveryIsDefined,
      ...(row.to_Text ? { note: note || null } : {}),
      ...(row.to_Partner
        ? { deliverTo: addressOf(partnerWith(row, SHIP_TO)), invoiceTo: addressOf(partnerWith(row, BILL_TO)) }
        : {}),
      total: money(add(row.TotalNetAmount, tax)),
      net: money(row.TotalNetAmount),
      lines: linesOf(row).map((item) => ({
        code: item.Material,
        name: item.SalesOrderItemText ?? item.Material,
        quantity: item.RequestedQuantity,
        delivered: issuedOf(deliveries, row.SalesOrder, item.SalesOrderItem),
        unitPrice: money(unitPriceOf(item, row.TransactionCurrency)),
        net: money(item.NetAmount),
      })),
      deliveries: shipmentsOf(deliveries, row.SalesOrder),
    },
    'A_SalesOrder',
  );
}
/** Parts of a set and free goods hang below a line of ours. */
const linesOf = (row: OrderRow): ItemRow[] =>
  row.to_Item.filter(isOurs).sort((left, right) => Number(left.SalesOrderItem) - Number(right.SalesOrderItem));

export const productsIn = (row: OrderRow) =>
  linesOf(row).map(({ Material }) => (Material === '' ? null : erpProductIdSchema.parse(Material)));
export function toFoundOrder(session: Session, row: OrderRow, deliveries: readonly DeliveryRow[]): FoundOrder {
  const { deliveries: _, ...order } = toOrder(session, row, deliveries);
  const products = productsIn(row);
  return fit(
    foundOrderSchema,
    {
      ...order,
      customer: {
        id: row.SoldToParty,
        number: row.SoldToParty,
        name: nameOf(partnerWith(row, SOLD_TO)) ?? row.SoldToParty,
      },
      lines: order.lines.map((line, index) => ({ ...line, productId: products[index] ?? null })),
    },
    'A_SalesOrder',
  );
}

/**
 * A copy that a person makes of an order keeps our reference. It names the document that it was made from, or was made by another user than the
 * oldest order under the reference, which is the one that this connection sent.
 */
export function originalsOf(rows: readonly OrderRow[]): OrderRow[] {
  const own = rows.filter(({ ReferenceSDDocument }) => ReferenceSDDocument === null).sort(oldestFirst);
  return own.filter(({ CreatedByUser }) => CreatedByUser === own[0]?.CreatedByUser);
}
export const oldestFirst = (left: OrderRow, right: OrderRow): number =>
  (left.CreationDate ?? '').localeCompare(right.CreationDate ?? '') ||
  left.SalesOrder.localeCompare(right.SalesOrder, 'en', { numeric: true });
