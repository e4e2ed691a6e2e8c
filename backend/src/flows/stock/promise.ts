import { add, compare, type Decimal, decimal, larger } from '@backroom/shared';
import type { Availability } from '../../erp/contract/schemas.ts';

const zero = decimal('0');

/**
 * The first day on which what is available and what has come in by then covers `needed`: all that the deal's lines up to this one ask of the
 * product. `null`: nothing known covers it. `today` where it is there already.
 * What comes into a warehouse that does not serve these orders counts for nothing.
 */
export function promiseDate(stock: Availability, needed: Decimal, today: string): string | null {
  // What is promised to others beyond the stock has to be served from what comes in first, so a negative figure counts.
  let covered = stock.available;
  const elsewhere = new Set(
    stock.warehouses.flatMap(({ serves, code, name }) => (serves === false ? [code, name] : [])),
  );
  if (compare(covered, needed) >= 0) return today;
  for (const { date, quantity } of [...stock.incoming]
    .filter(({ warehouse }) => !elsewhere.has(warehouse))
    .sort((left, right) => left.date.localeCompare(right.date))) {
    covered = add(covered, larger(quantity, zero));
    if (compare(covered, needed) >= 0) return date > today ? date : today;
  }
  return null;
}
