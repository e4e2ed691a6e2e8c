import { type Decimal, type ErpOrder, erpOrderSchema, isZero } from '@backroom/shared';
import { type FoundOrder, foundOrderSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { type Document, KIND, type Line, orderId } from './documents.ts';
import { DECLINED, NOT_POSTED, QUOTE_EXPIRED, QUOTE_INVOICED, VOID } from './facts.ts';
import type { ItemRow } from './item-rows.ts';
import { codeOf } from './products.ts';
import type { Session } from './session.ts';
import { zero } from './values.ts';

export type Items = ReadonlyMap<string, ItemRow>;
const productOf = ({ product, service }: Line): string | null => product ?? service;
/** Lines without a product are free text with a price: people of the business may have written them. */
const codeIn = (line: Line, items: Items): string => {
  const item = items.get(productOf(line) ?? '');
  return item ? codeOf(item) : '';
};

/**
 * Whether it stands: a quote until it is declined, a draft invoice until it is voided. A draft is what was asked for, so it is no draft of ours: nobody has to
 * confirm it here. An invoice that was made of it, or that it became, ends it.
 */
export function statusOf({ kind, status, hasInvoice }: Document): ErpOrder['status'] {
  if (VOID.has(status) || status === DECLINED) return 'cancelled';
  if (kind === 'quote') return hasInvoice || QUOTE_INVOICED.has(status) ? 'invoiced' : 'confirmed';
  return NOT_POSTED.has(status) ? 'confirmed' : 'invoiced';
}
const blocksOf = ({ kind, status }: Document): ErpOrder['blocks'] =>
  kind === 'quote' && QUOTE_EXPIRED.has(status) ? [{ kind: 'stopped', code: status }] : [];

export function toOrder(session: Session, document: Document, items: Items): ErpOrder {
  const money = (amount: Decimal) => session.money(amount, document.currency);
  const status = statusOf(document);
  const { shipping } = document;
  return fit(
    erpOrderSchema,
    {
      id: orderId(document),
      number: document.number,
      reference: document.reference,
      ...(document.customer.id === null ? {} : { customerId: document.customer.id }),
      status,
      blocks: blocksOf(document),
      orderedOn: document.date,
      promisedOn: null,
      note: document.notes,
      total: money(document.total),
      net: money(document.net),
      charges:
        shipping === null || isZero(shipping) ? [] : [{ kind: 'shipping', name: 'Shipping', amount: money(shipping) }],
      lines: document.lines.map((line) => ({
        code: codeIn(line, items),
        name: line.description ?? codeIn(line, items),
        quantity: line.quantity,
        // Nothing is delivered by itself: stock goes out with the invoice.
        delivered: status === 'invoiced' ? line.quantity : zero,
        unitPrice: money(line.unit_price),
        net: money(line.net_amount),
        ...(line.discount_percentage == null ? {} : { discountPercent: line.discount_percentage }),
      })),
      deliveries: [],
    },
    KIND[document.kind].list,
  );
}
/** The products of the lines that `toOrder` gives, in their order. */
export const productsOf = ({ lines }: Document): (string | null)[] => lines.map(productOf);
export function toFound(session: Session, document: Document, items: Items): FoundOrder {
  const { deliveries: _, ...shown } = toOrder(session, document, items);
  const products = productsOf(document);
  const { id, name, number } = document.customer;
  return fit(
    foundOrderSchema,
    {
      ...shown,
      customer: { id, number: number ?? name ?? '', name: name ?? number ?? '' },
      lines: shown.lines.map((line, index) => ({ ...line, productId: products[index] ?? null })),
    },
    KIND[document.kind].list,
  );
}
