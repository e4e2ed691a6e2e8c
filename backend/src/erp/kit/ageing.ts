import { add, type CreditPosition, type Decimal, decimal } from '@backroom/shared';

/** Days past due; an item that is due today or later is in none. */
const buckets: readonly (readonly [from: number, to: number | null])[] = [
  [1, 30],
  [31, 60],
  [61, 90],
  [91, null],
];

/** What is overdue, by how many days it is late. */
export const ageingOf = (
  overdue: readonly { late: number; amount: Decimal }[],
  money: (value: Decimal) => CreditPosition['receivable'],
): CreditPosition['ageing'] =>
  buckets.map(([fromDays, toDays]) => {
    const here = overdue.filter(({ late }) => late >= fromDays && (toDays === null || late <= toDays));
    return { fromDays, toDays, amount: money(add(decimal('0'), ...here.map(({ amount }) => amount))) };
  });
