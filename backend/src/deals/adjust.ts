import { add, type Decimal, decimal, divide, isZero, multiply, round, subtract } from '@backroom/shared';
import type { CrmAdjustment } from '../crm/contract/index.ts';

const zero = decimal('0');
const hundred = decimal('100');

/** `unclear`: the name of the discount that could be read in two ways. */
export type Discounted = { net: Decimal; unclear: string | null };
export type Charge = { kind: 'fee' | 'shipping' | 'tax'; name: string; amount: Decimal };

const percentOf = (base: Decimal, percent: Decimal, places: number) =>
  round(divide(multiply(base, percent), hundred), places);

/**
 * The sum of the lines less the quote's discounts, one after the other, each rounded. A percentage beside another discount may mean the sum or what
 * is left of it: without the CRM's total to tell, it is unclear.
 */
export function discounted(
  sum: Decimal,
  adjustments: readonly CrmAdjustment[],
  places: number,
  total: Decimal | null,
): Discounted {
  const discounts = adjustments.filter(({ kind }) => kind === 'discount');
  const after = (base: (left: Decimal) => Decimal) =>
    discounts.reduce(
      (left, { percent, amount }) =>
        subtract(left, percent === null ? (amount ?? zero) : percentOf(base(left), percent, places)),
      sum,
    );
  const ofRest = round(
    after((left) => left),
    places,
  );
  const ofSum = round(
    after(() => sum),
    places,
  );
  if (ofRest === ofSum || total === null)
    return { net: ofRest, unclear: ofRest === ofSum ? null : (discounts.find(({ percent }) => percent)?.name ?? '') };
  return { net: round(total, places) === ofSum ? ofSum : ofRest, unclear: null };
}

/** Fees, shipping and taxes with their amounts; a percentage counts from `net`, taxes from net and fees. Nothing that comes to zero. */
export function chargesOf(net: Decimal, adjustments: readonly CrmAdjustment[], places: number): Charge[] {
  let base = net;
  const charges: Charge[] = [];
  for (const kind of ['fee', 'shipping', 'tax'] as const) {
    const these = adjustments
      .filter((each) => each.kind === kind)
      .map(({ name, percent, amount }) => ({
        kind,
        name,
        amount: percent === null ? round(amount ?? zero, places) : percentOf(base, percent, places),
      }));
    charges.push(...these.filter(({ amount }) => !isZero(amount)));
    base = add(base, ...these.map(({ amount }) => amount));
  }
  return charges;
}
