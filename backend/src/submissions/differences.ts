import {
  absolute,
  add,
  canonical,
  compare,
  type Decimal,
  type Difference,
  decimal,
  divide,
  type ErpOrder,
  type Money,
  multiply,
  placesOf,
  subtract,
} from '@backroom/shared';
import { chargedIn, detailDifferences } from './detail-differences.ts';
import type { Payload } from './payload.ts';

type Sent = Extract<Payload, { kind: 'order' }>;
/** An order as any of the contract's answers tells it: some name customer and products. */
type Got = Pick<ErpOrder, 'reference' | 'total' | 'net'> &
  Partial<ErpOrder> & {
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
function compared(whole: Sent, got: Got): Difference[] {
  const { order: sent, expected } = whole;
  const found: Difference[] = [];
  const { currency } = sent;
  if (got.reference !== sent.reference) found.push(none('reference', sent.reference, got.reference));
  const customer = got.customer?.id ?? got.customerId;
  if (customer !== undefined && sent.customerId !== null && customer !== sent.customerId)
    found.push(none('customer', sent.customerId, customer));
  found.push(...detailDifferences(whole, got));
  if (got.total.currency !== currency) return [...found, none('currency', currency, got.total.currency)];
  const cent = roundingOf(currency);
  // Charges come back as lines after the others, where the ERP does not keep them apart.
  const charges = sent.charges ?? [];
  const asLines = got.charges === undefined ? charges.length : 0;
  const sameLines = got.lines.length === sent.lines.length + asLines;
  const charged = chargedIn(sent);
  let sentNet = charged;
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
  const gotCharges =
    got.charges?.map(({ amount }) => amount) ?? got.lines.slice(sent.lines.length).map(({ net }) => net);
  if (sameLines && charges.length > 0 && gotCharges.every((amount) => amount !== undefined)) {
    const theirs = add(decimal('0'), ...gotCharges.map(({ amount }) => amount));
    if (far(theirs, charged, cent))
      found.push(none('charges', text({ amount: charged, currency }), text({ amount: theirs, currency })));
  }
  const margin = multiply(cent, decimal(String(Math.max(1, sent.lines.length))));
  const otherNet = got.net && far(got.net.amount, sentNet, margin);
  // Some split a line or put two together: with the same sum it is the same order.
  if (!sameLines && (!got.net || otherNet))
    found.push(none('lines', String(sent.lines.length + asLines), String(got.lines.length)));
  if (got.net && otherNet) found.push(none('net', text({ amount: sentNet, currency }), text(got.net)));
  if (expected && expected.currency === currency && far(got.total.amount, expected.amount, margin))
    found.push(none('total', text(expected), text(got.total)));
  return found;
}
