import { add, canonical, type Decimal, decimal, isZero, type Money } from '@backroom/shared';
import type { StandingOrder } from '../../erp/contract/standing.ts';
import { detailDifferences } from '../detail-differences.ts';
import type { ActPayload, Change } from './payload.ts';

const text = ({ amount, currency }: Money) => `${canonical(amount)} ${currency}`;
type Line = { productId: string | null; quantity: Decimal; unitPrice: Money };
/** Lines in any order; the same product at the same price may stand in two lines or in one. A line of nothing is none. */
function goods(lines: readonly Line[]): string {
  const sums = new Map<string, Decimal>();
  for (const { productId, quantity, unitPrice } of lines) {
    const key = `${productId} ${text(unitPrice)}`;
    const before = sums.get(key);
    sums.set(key, before === undefined ? quantity : add(before, quantity));
  }
  const standing = [...sums].filter(([, quantity]) => !isZero(quantity));
  return JSON.stringify(standing.map(([key, quantity]) => [key, canonical(quantity)]).sort());
}
const sum = (amounts: readonly Money[]): string => canonical(add(decimal('0'), ...amounts.map(({ amount }) => amount)));

function hasCleared({ clear }: Change, order: StandingOrder): boolean {
  const values = {
    requested_date: order.requestedDate,
    note: order.note,
    po_number: order.poNumber,
    contact: order.contact,
  };
  return clear.every((name) => (values[name] ?? null) === null);
}

/**
 * Whether the ERP's order is what was asked for, to the last digit: it decides whether something is sent, so what is nearly the same is not the same. Charges
 * that an ERP shows as lines come last.
 */
export function isAsWanted(payload: ActPayload, order: StandingOrder): boolean {
  if (payload.kind === 'cancel') return order.status === 'cancelled';
  if (order.status === 'cancelled') return false;
  const wanted = payload.order;
  const charges = wanted.charges ?? [];
  const own = order.lines.filter(({ quantity }) => !isZero(quantity));
  const asLines = order.charges === undefined ? own.slice(own.length - charges.length) : [];
  const lines = asLines.length > 0 ? own.slice(0, own.length - asLines.length) : own;
  const charged = order.charges?.map(({ amount }) => amount) ?? asLines.map(({ net, unitPrice }) => net ?? unitPrice);
  return (
    order.total.currency === wanted.currency &&
    goods(lines) === goods(wanted.lines) &&
    sum(charged) === sum(charges.map(({ amount }) => amount)) &&
    hasCleared(payload, order) &&
    detailDifferences({ kind: 'order', awaits: null, promiseDate: null, order: wanted, places: payload.places }, order)
      .length === 0
  );
}
