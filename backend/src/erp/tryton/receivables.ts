import { add, compare, type Decimal, larger, negate, smaller, subtract } from '@backroom/shared';
import { sum, zero } from './support.ts';

/** One thing to pay: what it was, when it is due, and what payments have left of it. */
export type Instalment = { dueOn: string | null; open: Decimal };

/**
 * A part payment leaves the instalment at its full amount and stands beside it. It pays what was due first: so Tryton counts too, when it
 * takes all payments off what is due by today.
 */
export function instalmentsOf(
  lines: readonly { dueOn: string | null; amount: Decimal }[],
  paid: Decimal,
): Instalment[] {
  const dues = lines.filter(({ amount }) => compare(amount, zero) > 0).sort(byDue);
  let left = add(
    paid,
    sum(lines.filter(({ amount }) => compare(amount, zero) < 0).map(({ amount }) => negate(amount))),
  );
  return dues.map(({ dueOn, amount }) => {
    const taken = smaller(larger(left, zero), amount);
    left = subtract(left, taken);
    return { dueOn, open: subtract(amount, taken) };
  });
}
/** What has no day is due last. */
const byDue = (left: { dueOn: string | null }, right: { dueOn: string | null }): number =>
  (left.dueOn ?? '9999').localeCompare(right.dueOn ?? '9999');

export const openOnes = (instalments: readonly Instalment[]): Instalment[] =>
  instalments.filter(({ open }) => compare(open, zero) > 0);
/** Past its day: what is due today may still be paid today. */
export const isOverdue = ({ dueOn, open }: Instalment, today: string): boolean =>
  dueOn !== null && dueOn < today && compare(open, zero) > 0;
