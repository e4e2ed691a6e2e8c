import {
  compare,
  type Decimal,
  decimal,
  divide,
  type ErpOrder,
  erpOrderSchema,
  isZero,
  larger,
} from '@backroom/shared';
import { type FoundOrder, foundOrderSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { type AddressRow, postalOf } from './address-rows.ts';
import { AMOUNT_LINES, NO_GOODS, NOT_SHIPPED, ORDER, SHIPPING_LINE } from './facts.ts';
import type { Session } from './session.ts';
import { zero } from './values.ts';

/** A line of an order, from a record or from a query. Quantities are in the unit of the line, amounts without tax. */
export type LineFacts = {
  line: string;
  item: string | null;
  code: string;
  name: string;
  kind: string;
  quantity: Decimal;
  fulfilled: Decimal;
  billed: Decimal;
  /** Null where it is a percentage, or nobody gave one. */
  rate: Decimal | null;
  amount: Decimal;
  isClosed: boolean;
  expected: string | null;
};
/** What an order is, from a record or from a query. `net`: with discounts and charges, without taxes. */
export type OrderFacts = {
  id: string;
  number: string;
  reference: string | null;
  customer: string;
  customerNumber: string;
  customerName: string;
  status: string;
  orderedOn: string | null;
  requested: string | null;
  poNumber: string | null;
  note: string | null;
  isWhole: boolean | null;
  currency: string | null;
  net: Decimal;
  total: Decimal;
  shipping: Decimal;
  /** Null: not asked for. */
  deliverTo: { id: string | null; address: AddressRow } | null;
  invoiceTo: { id: string | null; address: AddressRow } | null;
  lines: readonly LineFacts[];
};
export type Delivery = ErpOrder['deliveries'][number];

const one = decimal('1');
const isGoods = ({ kind }: LineFacts): boolean => !NO_GOODS.has(kind) && kind !== SHIPPING_LINE;
export const goodsOf = ({ lines }: OrderFacts): LineFacts[] => lines.filter(isGoods);
/** A service is delivered when it is invoiced. */
const deliveredOf = ({ kind, fulfilled, billed }: LineFacts): Decimal =>
  NOT_SHIPPED.has(kind) ? larger(fulfilled, billed) : fulfilled;

const started = (lines: readonly LineFacts[]): boolean =>
  lines.some(({ fulfilled, billed }) => !isZero(fulfilled) || !isZero(billed));
function statusOf({ status, lines }: OrderFacts): ErpOrder['status'] {
  switch (status) {
    case ORDER.cancelled:
      return 'cancelled';
    case ORDER.partlyFulfilled:
    case ORDER.partlyFulfilledPendingBilling:
      return 'partly_delivered';
    case ORDER.pendingBilling:
      return 'delivered';
    case ORDER.billed:
      return 'invoiced';
    // Closed by hand: what was delivered until then stays delivered, and an order of which nothing was is called off.
    case ORDER.closed:
      return !started(lines)
        ? 'cancelled'
        : lines.every(({ billed, fulfilled }) => compare(billed, fulfilled) >= 0)
          ? 'invoiced'
          : 'delivered';
    default:
      return 'confirmed';
  }
}
const quantityOf = ({ kind, quantity }: LineFacts): Decimal => (AMOUNT_LINES.has(kind) ? one : quantity);

export function toOrder(session: Session, order: OrderFacts, deliveries: readonly Delivery[]): ErpOrder {
  const money = (amount: Decimal) => session.money(amount, order.currency);
  const goods = goodsOf(order);
  const days = goods.flatMap(({ expected }) => expected ?? []).sort();
  // Charges of ours are lines. A shipping cost stands in the head, where a person enters it.
  const shipping = { kind: 'shipping', name: 'Shipping', amount: money(order.shipping) };
  const placed = (to: OrderFacts['deliverTo']) => to && { ...postalOf(to.address), id: to.id };
  return fit(
    erpOrderSchema,
    {
      id: order.id,
      number: order.number,
      reference: order.reference,
      customerId: order.customer,
      status: statusOf(order),
      blocks: order.status === ORDER.pendingApproval ? [{ kind: 'approval', code: null }] : [],
      orderedOn: order.orderedOn,
      promisedOn: days.at(-1) ?? null,
      requestedDate: order.requested,
      poNumber: order.poNumber,
      note: order.note,
      ...(order.isWhole === null ? {} : { partialDelivery: !order.isWhole }),
      ...(order.deliverTo === null ? {} : { deliverTo: placed(order.deliverTo) }),
      ...(order.invoiceTo === null ? {} : { invoiceTo: placed(order.invoiceTo) }),
      total: money(order.total),
      net: money(order.net),
      ...(isZero(order.shipping) ? {} : { charges: [shipping] }),
      lines: goods.map((line) => ({
        code: line.code,
        name: line.name,
        quantity: quantityOf(line),
        delivered: deliveredOf(line),
        unitPrice: money(priceOf(line)),
        net: money(line.amount),
      })),
      deliveries,
    },
    'salesOrder',
  );
}
const priceOf = (line: LineFacts): Decimal => {
  if (AMOUNT_LINES.has(line.kind)) return line.amount;
  if (line.rate !== null) return line.rate;
  return isZero(line.quantity) ? zero : divide(line.amount, line.quantity);
};

/** The products of the lines that `toOrder` gives, in their order. */
export const productsOf = (order: OrderFacts): (string | null)[] => goodsOf(order).map(({ item }) => item);
export function toFound(session: Session, order: OrderFacts): FoundOrder {
  const { deliveries: _, ...shown } = toOrder(session, order, []);
  const products = productsOf(order);
  return fit(
    foundOrderSchema,
    {
      ...shown,
      customer: { id: order.customer, number: order.customerNumber, name: order.customerName },
      lines: shown.lines.map((line, index) => ({ ...line, productId: products[index] ?? null })),
    },
    'salesOrder',
  );
}
