import { add, decimal, equalIn, isZero } from '@backroom/shared';
import type { CrmAdjustment, CrmGap } from '../contract/index.ts';
import type { Row } from './client.ts';
import { type Fields, hasAll } from './describe.ts';
import { needed } from './gaps.ts';
import { number } from './rows.ts';

export const quoteNumbers = ['TotalPrice', 'Tax', 'ShippingHandling', 'GrandTotal'];
const zero = decimal('0');

/** What stands on a quote beside its lines: neither has a line of its own, and a rep types both in. */
export function adjustmentsOf(quote: Row, fields: Fields | null): CrmAdjustment[] {
  return (['shipping', 'tax'] as const).flatMap((kind) => {
    const name = kind === 'shipping' ? 'ShippingHandling' : 'Tax';
    const amount = number(quote, name);
    return amount === null || isZero(amount)
      ? []
      : [{ kind, name: fields?.get(name)?.label ?? name, percent: null, amount }];
  });
}
/** `places`: of the quote's currency. The grand total is the total with tax and shipping; where it is not, something stands on the quote that we do not know. */
export function grandTotalGap(
  quote: Row,
  fields: Fields | null,
  beside: readonly CrmAdjustment[],
  places: number,
): CrmGap[] {
  const [grand, total] = [number(quote, 'GrandTotal'), number(quote, 'TotalPrice')];
  if (grand === null || total === null || !fields || !hasAll(needed.Quote)(fields)) return [];
  const known = add(total, ...beside.map(({ amount }) => amount ?? zero));
  if (equalIn(known, grand, places)) return [];
  return [{ kind: 'adjustment', what: `${fields.get('GrandTotal')?.label ?? 'GrandTotal'}: ${grand}`, lineId: null }];
}
