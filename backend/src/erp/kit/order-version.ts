import { createHash } from 'node:crypto';
import { canonical, type Money, type PostalAddress } from '@backroom/shared';
import type { StandingOrder } from '../contract/standing.ts';

const money = ({ amount, currency }: Money) => `${canonical(amount)} ${currency}`;
const place = (address: (PostalAddress & { id: string | null }) | null | undefined) =>
  address && [address.id, address.name, address.street, address.postalCode, address.city, address.country];

/**
 * A version for an ERP that keeps none: a hash of everything that a person could have decided on. The day that the ERP foresees is left out because it
 * moves by itself, and so is whether the order is a draft: a change that was cut between two buttons leaves one.
 */
export function orderVersion(order: Omit<StandingOrder, 'version' | 'closedTo'>): string {
  const content = [
    order.customerId ?? null,
    order.status === 'cancelled',
    money(order.total),
    order.net ? money(order.net) : null,
    order.poNumber ?? null,
    order.requestedDate ?? null,
    order.note ?? null,
    order.contact ? [order.contact.name, order.contact.email, order.contact.phone] : null,
    place(order.deliverTo) ?? null,
    place(order.invoiceTo) ?? null,
    order.partialDelivery ?? null,
    (order.charges ?? []).map(({ kind, name, amount }) => [kind, name, money(amount)]),
    order.lines.map((line) => [
      line.productId,
      line.name,
      canonical(line.quantity),
      canonical(line.delivered),
      money(line.unitPrice),
      line.net ? money(line.net) : null,
      line.discountPercent ? canonical(line.discountPercent) : null,
    ]),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}
