import { add, compare, type Decimal, larger, negate, smaller, subtract } from '@backroom/shared';
import { sum, zero } from './support.ts';

/** One thing to pay: when it is due, and what payments have left of it. */
export type Instalment = { dueOn: string | null; open: Decimal };
/** One amount of the receivable: above zero owed, below zero paid or credited. `document`: what it was booked for; null: for nothing in particular. */
export type Entry = { document: string | null; dueOn: string | null; amount: Decimal };

/**
 * A part payment leaves the instalment at its full amount and stands beside it. It pays what was due first: so Tryton counts too, when it
 * takes all payments off what is due by today.
 */
export function instalmentsOf(
  lines: readonly { dueOn: string | null; amount: Decimal }[],
  paid: Decimal,
): Instalment[] {
  const dues = lines.filter(({ amount }) => compare(amount, zero) > 0).sort(byDue);
  const credits = lines.filter(({ amount }) => compare(amount, zero) < 0).map(({ amount }) => negate(amount));
  return settle(
    dues.map(({ dueOn, amount }) => ({ dueOn, open: amount })),
    add(paid, ...credits),
  ).instalments;
}
/** Takes an amount off, the oldest first; what is left of it is `over`. */
function settle(instalments: readonly Instalment[], paid: Decimal): { instalments: Instalment[]; over: Decimal } {
  let over = larger(paid, zero);
  const rest = instalments.map(({ dueOn, open }) => {
    const taken = smaller(over, open);
    over = subtract(over, taken);
    return { dueOn, open: subtract(open, taken) };
  });
  return { instalments: rest, over };
}

/**
 * What is open of everything a customer owes in one currency, the oldest first. A payment counts for the document that it was made for; one
 * that was made for none, and a credit note whose day has come, for what is overdue: Tryton's `receivable_today` takes them off as well.
 */
export function openOf(entries: readonly Entry[], today: string): Instalment[] {
  const documents = Map.groupBy(entries, ({ document }) => document);
  const open: Instalment[] = [];
  let free = zero;
  for (const [document, own] of documents) {
    const dues = own.filter(({ amount }) => compare(amount, zero) > 0).sort(byDue);
    const credits = own.filter(({ amount }) => compare(amount, zero) < 0);
    const asOpen = dues.map(({ dueOn, amount }) => ({ dueOn, open: amount }));
    const ready = credits.filter(({ dueOn }) => dueOn === null || dueOn <= today);
    if (document === null) {
      open.push(...asOpen);
      free = add(free, negate(sum(ready.map(({ amount }) => amount))));
      continue;
    }
    const { instalments, over } = settle(asOpen, negate(sum(credits.map(({ amount }) => amount))));
    open.push(...instalments);
    free = add(free, smaller(over, negate(sum(ready.map(({ amount }) => amount)))));
  }
  const due = open.filter((each) => isOverdue(each, today)).sort(byDue);
  const { instalments } = settle(due, free);
  return openOnes([...instalments, ...open.filter((each) => !isOverdue(each, today))]).sort(byDue);
}
/** What has no day is due last. */
const byDue = (left: { dueOn: string | null }, right: { dueOn: string | null }): number =>
  (left.dueOn ?? '9999').localeCompare(right.dueOn ?? '9999');

export const openOnes = (instalments: readonly Instalment[]): Instalment[] =>
  instalments.filter(({ open }) => compare(open, zero) > 0);
/** Past its day: what is due today may still be paid today. */
export const isOverdue = ({ dueOn, open }: Instalment, today: string): boolean =>
  dueOn !== null && dueOn < today && compare(open, zero) > 0;
