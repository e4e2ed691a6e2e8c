import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  type ErpOrder,
  erpOrderSchema,
  isZero,
  multiply,
  round,
  subtract,
} from '@backroom/shared';
import { type FoundOrder, foundOrderSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { type ContactRow, postalOf } from './contacts.ts';
import { codeOf, type Follower, type Head, type Line, nameOf } from './documents.ts';
import { APPROVAL, CATEGORY, OBJECT } from './facts.ts';
import type { Session } from './session.ts';
import { zero } from './values.ts';

/** An order with its lines and what was made from it. `contacts`: null where addresses were not asked for. */
export type OrderFacts = {
  head: Head;
  lines: readonly Line[];
  followers: readonly Follower[];
  categories: ReadonlyMap<string, string | null>;
  contacts: ReadonlyMap<string, ContactRow> | null;
};

const one = decimal('1');
/** Amounts of a document have two places. */
const PLACES = 2;

export const goodsOf = ({ lines }: Pick<OrderFacts, 'lines'>): Line[] =>
  lines.filter((line) => line['dimensions.item.key'] !== null);
/** Base units in one unit of the line. */
const factorOf = (line: Line): Decimal =>
  line.quantity === null || isZero(line.quantity) || isZero(line.unitQuantity)
    ? one
    : divide(line.quantity, line.unitQuantity);
const isForeign = ({ txnCurrency, baseCurrency }: Head): boolean =>
  txnCurrency !== null && baseCurrency !== null && txnCurrency !== baseCurrency;
export const currencyOf = ({ txnCurrency, baseCurrency }: Head): string | null => txnCurrency ?? baseCurrency;
/** Per unit of the line, in the currency of the document. Null: hidden. */
export const priceOf = (head: Head, line: Line): Decimal | null =>
  (isForeign(head) ? line.priceInTxnCurrency : line.unitPrice) ?? line.unitPrice ?? line.priceInTxnCurrency;
export const lineNet = (head: Head, line: Line): Decimal =>
  round(multiply(line.unitQuantity, priceOf(head, line) ?? zero), PLACES);

const made = (facts: OrderFacts, category: string): Follower[] =>
  facts.followers.filter(
    ({ documentType, state }) => facts.categories.get(documentType) === category && state !== 'draft',
  );
const sum = (values: readonly Decimal[]): Decimal => add(zero, ...values);
const inBase = (line: Line): Decimal => line.quantity ?? line.unitQuantity;
/** How much of a line was shipped, and how much is invoiced, in base units. An invoice that was made from the order ships as well. */
export function progressOf(facts: OrderFacts, line: Line): { delivered: Decimal; billed: Decimal } {
  const from = (category: string): Line[] =>
    made(facts, category).flatMap(({ lines }) => lines.filter((each) => each['sourceDocumentLine.key'] === line.key));
  const shipped = from(CATEGORY.shipping);
  const invoiced = from(CATEGORY.invoice);
  const direct = sum(invoiced.map(inBase));
  return {
    delivered: add(sum(shipped.map(inBase)), direct),
    billed: add(direct, sum(shipped.map((each) => each.quantityConverted ?? zero))),
  };
}
const reached = (facts: OrderFacts, what: 'delivered' | 'billed'): boolean =>
  goodsOf(facts).every((line) => compare(progressOf(facts, line)[what], inBase(line)) >= 0);
export const isBegun = (facts: OrderFacts, what: 'delivered' | 'billed'): boolean =>
  goodsOf(facts).some((line) => !isZero(progressOf(facts, line)[what]));

/** Nothing more comes of these, whatever is left of them. */
const OVER: ReadonlySet<string> = new Set(['closed', 'converted', 'convertedByLine']);
function statusOf(facts: OrderFacts): ErpOrder['status'] {
  const { state } = facts.head;
  if (state === 'draft') return 'draft';
  const hasBegun = isBegun(facts, 'delivered');
  if (state === 'closed' && !hasBegun) return 'cancelled';
  if (!hasBegun) return 'confirmed';
  const isBilled = goodsOf(facts).every((line) => {
    const { delivered, billed } = progressOf(facts, line);
    return compare(billed, delivered) >= 0;
  });
  if (OVER.has(state) || reached(facts, 'delivered')) return isBilled ? 'invoiced' : 'delivered';
  return 'partly_delivered';
}
function blocksOf({ state }: Head): ErpOrder['blocks'] {
  if (APPROVAL.has(state)) return [{ kind: 'approval', code: null }];
  if (state === 'declined') return [{ kind: 'approval', code: 'declined' }];
  return state === 'exception' ? [{ kind: 'stopped', code: state }] : [];
}
/**
 * Without taxes. Null where no line says its tax and the total holds more than the lines: whether a subtotal of the head is a tax, a discount or freight, the
 * document does not say.
 */
function netOf({ head, lines }: OrderFacts): Decimal | null {
  const total = head.totalInTxnCurrency ?? head.total;
  const goods = head.subtotalInTxnCurrency ?? head.subtotal;
  const taxes = lines.flatMap(({ taxInTxnCurrency }) => taxInTxnCurrency ?? []);
  if (lines.length > 0 && taxes.length === lines.length) return subtract(total, sum(taxes));
  return goods !== null && compare(goods, total) === 0 ? total : null;
}

export function toOrder(session: Session, facts: OrderFacts): ErpOrder {
  const { head, contacts } = facts;
  const money = (amount: Decimal) => session.money(amount, currencyOf(head));
  const net = netOf(facts);
  const placed = (id: string | null) => {
    const row = id === null ? undefined : contacts?.get(id);
    return row ? { ...postalOf(row), id } : null;
  };
  return fit(
    erpOrderSchema,
    {
      id: head.key,
      number: head.documentNumber,
      reference: head.referenceNumber,
      customerId: head['customer.key'],
      status: statusOf(facts),
      blocks: blocksOf(head),
      orderedOn: head.txnDate,
      promisedOn: null,
      requestedDate: head.requestedShippingDate,
      poNumber: head.customerPONumber,
      note: head.notes,
      ...(contacts === null
        ? {}
        : { deliverTo: placed(head['contacts.shipTo.id']), invoiceTo: placed(head['contacts.billTo.id']) }),
      total: money(head.totalInTxnCurrency ?? head.total),
      ...(net === null ? {} : { net: money(net) }),
      lines: goodsOf(facts).map((line) => ({
        code: codeOf(line),
        name: nameOf(line),
        quantity: line.unitQuantity,
        delivered: divide(progressOf(facts, line).delivered, factorOf(line)),
        unitPrice: money(priceOf(head, line) ?? zero),
        net: money(lineNet(head, line)),
      })),
      deliveries: made(facts, CATEGORY.shipping).map((shipment) => ({
        number: shipment.documentNumber,
        date: shipment.shippedDate ?? shipment.txnDate,
        status: 'shipped',
        tracking: shipment.trackingNumber,
      })),
    },
    OBJECT.document,
  );
}

/** The products of the lines that `toOrder` gives, in their order. */
export const productsOf = (facts: OrderFacts): (string | null)[] =>
  goodsOf(facts).map((line) => line['dimensions.item.key']);
export function toFound(session: Session, facts: OrderFacts): FoundOrder {
  const { deliveries: _, ...shown } = toOrder(session, facts);
  const products = productsOf(facts);
  const { head } = facts;
  return fit(
    foundOrderSchema,
    {
      ...shown,
      customer: {
        id: head['customer.key'],
        number: head['customer.id'],
        name: head['customer.name'] ?? head['customer.id'],
      },
      lines: shown.lines.map((line, index) => ({ ...line, productId: products[index] ?? null })),
    },
    OBJECT.document,
  );
}
