import {
  add,
  canonical,
  compare,
  type Decimal,
  type Difference,
  decimal,
  divide,
  type ErpOrder,
  isNegative,
  type Money,
  multiply,
  negate,
  placesOf,
  subtract,
} from '@backroom/shared';
import type { Payload } from './payload.ts';

type Sent = Extract<Payload, { kind: 'order' }>;
/** An order as any of the contract's answers tells it: some name customer and products. */
type Got = Pick<ErpOrder, 'reference' | 'total' | 'net'> & {
  customer?: { id: string };
  lines: readonly (ErpOrder['lines'][number] & { productId?: string | null })[];
};
const none = (field: Difference['field'], sent: string | null, got: string | null): Difference => ({
  field,
  line: null,
  sent,
  got,
});
const text = ({ amount, currency }: Money) => `${canonical(amount)} ${currency}`;
const absolute = (value: Decimal) => (isNegative(value) ? negate(value) : value);
const far = (left: Decimal, right: Decimal, margin: Decimal) => compare(absolute(subtract(left, right)), margin) > 0;

/** What rounding can make of one amount: the ERP rounds a line, or its unit price, to the places of the currency. */
const roundingOf = (currency: Money['currency']): Decimal =>
  divide(decimal('1'), decimal(`1${'0'.repeat(placesOf(currency))}`));

/**
 * Where an order of the ERP differs from what was sent. What the ERP does not tell is not compared. A cent a line is rounding, and more is not.
 */
export function differencesOf(sent: Sent, got: Got): Difference[] {
  try {
    return compared(sent, got);
  } catch {
    // Numbers beyond what can be said: whatever the ERP has there, it is not what was sent.
    return [none('lines', null, null)];
  }
}
function compared({ order: sent, expected }: Sent, got: Got): Difference[] {
  const found: Difference[] = [];
  const { currency } = sent;
  if (got.reference !== sent.reference) found.push(none('reference', sent.reference, got.reference));
  if (got.customer && sent.customerId !== null && got.customer.id !== sent.customerId)
    found.push(none('customer', sent.customerId, got.customer.id));
  if (got.total.currency !== currency) return [...found, none('currency', currency, got.total.currency)];
  const cent = roundingOf(currency);
  const sameLines = got.lines.length === sent.lines.length;
  let sentNet = decimal('0');
  for (const [line, wanted] of sent.lines.entries()) {
    const net = multiply(wanted.quantity, wanted.unitPrice.amount);
    sentNet = add(sentNet, net);
    const there = sameLines ? got.lines[line] : undefined;
    if (!there) continue;
    const note = (field: Difference['field'], ours: string, theirs: string) =>
      found.push({ field, line, sent: ours, got: theirs });
    if (there.productId !== undefined && there.productId !== null && there.productId !== wanted.productId)
      note('product', wanted.productId, there.productId);
    if (compare(there.quantity, wanted.quantity) !== 0)
      note('quantity', canonical(wanted.quantity), canonical(there.quantity));
    else if (there.net) {
      if (far(there.net.amount, net, cent)) note('net', text({ amount: net, currency }), text(there.net));
    } else if (!got.net && far(multiply(there.quantity, there.unitPrice.amount), net, cent))
      note('unit_price', text(wanted.unitPrice), text(there.unitPrice));
  }
  const margin = multiply(cent, decimal(String(Math.max(1, sent.lines.length))));
  const otherNet = got.net && far(got.net.amount, sentNet, margin);
  // Some split a line or put two together: with the same sum it is the same order.
  if (!sameLines && (!got.net || otherNet))
    found.push(none('lines', String(sent.lines.length), String(got.lines.length)));
  if (got.net && otherNet) found.push(none('net', text({ amount: sentNet, currency }), text(got.net)));
  if (expected && expected.currency === currency && far(got.total.amount, expected.amount, margin))
    found.push(none('total', text(expected), text(got.total)));
  return found;
}
