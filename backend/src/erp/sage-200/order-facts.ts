import {
  type Currency,
  compare,
  type Decimal,
  decimal,
  divide,
  type ErpAddress,
  type ErpOrder,
  erpOrderSchema,
  isZero,
  multiply,
  subtract,
} from '@backroom/shared';
import { type FoundOrder, foundOrderSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import type { Countries } from './countries.ts';
import { RESOURCE, STATUS, UNFINISHED } from './facts.ts';
import { chargesOf, type Despatch, goodsOf, type Line, type Order, referenceIn } from './order-rows.ts';
import { currencyWith, type Session } from './session.ts';
import { zero } from './values.ts';

/** What an order is shown with. `places`: null where addresses were not asked for. */
export type Around = {
  despatches: ReadonlyMap<string, readonly Despatch[]>;
  places: { known: ReadonlyMap<string, readonly ErpAddress[]>; countries: Countries } | null;
};

const hundred = decimal('100');
const quantityOf = (line: Line): Decimal => line.line_quantity ?? zero;
/** Net, for one of the selling unit: less what Sage takes off by itself. The value has five places, the percentage that belongs to it two. */
function priceOf(line: Line): Decimal {
  const price = line.selling_unit_price ?? zero;
  const { unit_discount_percent: percent, unit_discount_value: value } = line;
  if (value !== null && !isZero(value)) return subtract(price, value);
  return percent === null ? price : multiply(price, divide(subtract(hundred, percent), hundred));
}
const reached = (lines: readonly Line[], what: 'despatch_receipt_quantity' | 'invoice_credit_quantity'): boolean =>
  lines.length > 0 && lines.every((line) => compare(line[what] ?? zero, quantityOf(line)) >= 0);

/** An order that its entry has not finished: nobody sees it as one in Sage 200. */
export const isDraft = (order: Order): boolean =>
  order.is_draft || order.document_status === STATUS.draft || order.document_no.startsWith(UNFINISHED);
function statusOf(order: Order): ErpOrder['status'] {
  if (isDraft(order)) return 'draft';
  if (order.document_status === STATUS.cancelled) return 'cancelled';
  const goods = goodsOf(order);
  if (order.document_status === STATUS.complete || reached(goods, 'invoice_credit_quantity')) return 'invoiced';
  if (reached(goods, 'despatch_receipt_quantity')) return 'delivered';
  return goods.some((line) => !isZero(line.despatch_receipt_quantity ?? zero)) ? 'partly_delivered' : 'confirmed';
}
function blocksOf(order: Order): ErpOrder['blocks'] {
  const { document_status: code } = order;
  if (code === STATUS.onHold) return [{ kind: order.is_credit_limit_exceeded ? 'credit' : 'stopped', code }];
  return code === STATUS.dispute ? [{ kind: 'stopped', code }] : [];
}
const text = (value: string | null): string => value?.replace(/\s+/g, ' ').trim().toLowerCase() ?? '';
/** Where the goods go. The order has a copy of the address: it is one of the customer's as long as it says the same. */
function placedAt(order: Order, { places }: Around): ErpOrder['deliverTo'] {
  const own = order.delivery_address;
  if (!places || !own) return null;
  const address = {
    name: own.postal_name,
    street: own.address_1,
    postalCode: own.postcode,
    city: own.city ?? own.address_4 ?? own.address_2,
    country: places.countries.named(own.country) ?? places.countries.withId(own.country_code_id),
  };
  if (!address.street && !address.name) return null;
  const same = places.known
    .get(order.customer_id)
    ?.find(
      (each) =>
        text(each.street) === text(address.street) &&
        text(each.postalCode) === text(address.postalCode) &&
        text(each.name) === text(address.name),
    );
  return { ...address, country: address.country ?? same?.country ?? null, id: same?.id ?? null };
}
function chargesIn(session: Session, order: Order, currency: Currency): ErpOrder['charges'] {
  return chargesOf(order).map((line) => ({
    kind: line.code !== null && line.code === session.settings.feeCharge ? 'fee' : 'shipping',
    name: line.description ?? line.code ?? '',
    amount: session.money(line.line_total_value ?? zero, currency),
  }));
}

export function toOrder(session: Session, order: Order, around: Around): ErpOrder {
  const currency = currencyWith(session, order.currency_id);
  const money = (amount: Decimal) => session.money(amount, currency);
  const goods = goodsOf(order);
  const notes = (order.memos ?? []).filter((memo) => memo.is_active && memo.note !== null);
  return fit(
    erpOrderSchema,
    {
      id: order.id,
      number: order.document_no.trim(),
      reference: referenceIn(order, session).reference,
      customerId: order.customer_id,
      status: statusOf(order),
      blocks: blocksOf(order),
      orderedOn: order.document_date,
      promisedOn: order.promised_delivery_date,
      requestedDate: order.requested_delivery_date,
      poNumber: order.customer_document_no,
      note: notes[0]?.note ?? null,
      ...(around.places === null ? {} : { deliverTo: placedAt(order, around) }),
      total: money(order.total_gross_value),
      net: money(order.total_net_value),
      charges: chargesIn(session, order, currency),
      lines: goods.map((line) => ({
        code: line.code ?? '',
        name: line.description ?? line.code ?? '',
        quantity: quantityOf(line),
        delivered: line.despatch_receipt_quantity ?? zero,
        unitPrice: money(priceOf(line)),
        ...(line.line_total_value === null ? {} : { net: money(line.line_total_value) }),
      })),
      deliveries: (around.despatches.get(order.id) ?? []).flatMap((each) =>
        each.sop_despatch_date === null
          ? []
          : [
              {
                number: each.sop_despatch_document_no ?? each.sop_despatch_id,
                date: each.sop_despatch_date,
                status: 'shipped',
                tracking: each.sop_despatch_consignment_no,
              },
            ],
      ),
    },
    RESOURCE.orders,
  );
}

export function toFound(session: Session, order: Order): FoundOrder {
  const { deliveries: _, ...shown } = toOrder(session, order, { despatches: new Map(), places: null });
  const products = goodsOf(order).map((line) => line.product_id);
  return fit(
    foundOrderSchema,
    {
      ...shown,
      customer: {
        id: order.customer_id,
        number: order.customer?.reference.trim() ?? '',
        name: order.customer?.name ?? order.customer?.reference ?? '',
      },
      lines: shown.lines.map((line, index) => ({ ...line, productId: products[index] ?? null })),
    },
    RESOURCE.orders,
  );
}
