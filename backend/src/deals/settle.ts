import {
  add,
  type Currency,
  canonical,
  compare,
  type Decimal,
  decimal,
  isNegative,
  placesOf,
  round,
  withinRounding,
} from '@backroom/shared';
import type { CrmDeal } from '../crm/contract/index.ts';
import { type Charge, chargesOf, discounted } from './adjust.ts';
import { allocate } from './allocate.ts';
import { lineNet, netUnitPrice, unitPriceFor } from './line-net.ts';

/** `net`: after the quote's discounts. `unitPrice` times the quantity rounds to `net`. Null: the CRM has no price or no quantity. */
export type SettledLine = { net: Decimal; unitPrice: Decimal } | null;
/** Where the CRM's own figures and ours are not the same, or cannot be. Each blocks the conversion. Amounts in the deal's currency. */
export type Difference =
  | { kind: 'line_total'; lineId: string; name: string; crm: Decimal; computed: Decimal }
  | { kind: 'quote_total'; crm: Decimal; computed: Decimal }
  | { kind: 'unclear'; name: string };
export type Settled = {
  lines: readonly SettledLine[];
  /** The sum of the lines; null while a line has no price: a smaller sum would be a wrong one. */
  net: Decimal | null;
  /** What the quote asks for beside the lines and no order carries. */
  charges: readonly Charge[];
  differences: readonly Difference[];
};

const zero = decimal('0');

/**
 * What the deal comes to, line by line: the one place where the CRM's prices, discounts and totals become what is ordered. Complete or refused:
 * what the CRM itself shows as total is compared, and a difference is named.
 */
export function settle(deal: Pick<CrmDeal, 'lines' | 'adjustments' | 'total'>, currency: Currency | null): Settled {
  // A deal without a currency is not converted.
  const places = placesOf(currency);
  const differences: Difference[] = [];
  const nets = deal.lines.map((line) => {
    const found = lineNet(line, places);
    if (found?.differs != null)
      differences.push({
        kind: 'line_total',
        lineId: line.id,
        name: line.name,
        crm: found.net,
        computed: found.differs,
      });
    return found?.net ?? null;
  });
  const known = nets.filter((net) => net !== null);
  const adjustments = deal.adjustments ?? [];
  const promised = deal.total == null ? null : round(deal.total, places);
  const sum = known.length === nets.length ? add(zero, ...known) : null;
  const after = sum && discounted(sum, adjustments, places, promised);
  if (after?.unclear != null) differences.push({ kind: 'unclear', name: after.unclear });
  // A CRM that sums before it rounds may be off by half a unit for each line. Its total is what was promised.
  const close = after && promised && withinRounding(after.net, promised, places, nets.length);
  const net = close ? promised : (after?.net ?? null);
  if (net && promised && !close) differences.push({ kind: 'quote_total', crm: promised, computed: net });
  const shares = sum && net && compare(sum, net) !== 0 ? allocate(net, known, places) : known;
  // More taken off than there is: nothing that could be spread over lines.
  if (net && (shares === null || isNegative(net)))
    differences.push({ kind: 'unclear', name: adjustments.find(({ kind }) => kind === 'discount')?.name ?? '' });
  let next = 0;
  const lines = deal.lines.map((line, index): SettledLine => {
    const own = nets[index];
    if (own == null || line.quantity === null) return null;
    const share = sum ? (shares?.[next++] ?? own) : own;
    const natural = netUnitPrice(line);
    const unitPrice = unitPriceFor(share, line.quantity, natural, places);
    if (unitPrice === null && isNegative(share) === false && compare(line.quantity, zero) > 0)
      differences.push({ kind: 'line_total', lineId: line.id, name: line.name, crm: share, computed: natural ?? zero });
    return { net: share, unitPrice: unitPrice ?? natural ?? zero };
  });
  return { lines, net, charges: net ? chargesOf(net, adjustments, places) : [], differences };
}

/** What decides the prices of an order, as text that is equal for equal orders. Empty for a deal without quote-level discounts. */
export const adjustmentsKey = (deal: Pick<CrmDeal, 'adjustments'>): readonly string[] =>
  (deal.adjustments ?? []).map(
    ({ kind, percent, amount }) =>
      `${kind}|${percent === null ? '' : canonical(percent)}|${amount === null ? '' : canonical(amount)}`,
  );
