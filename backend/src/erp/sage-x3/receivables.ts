import { add, type Decimal, isNegative, isZero, multiply, negate, smaller, subtract } from '@backroom/shared';
import { z } from 'zod';
import { CLASS } from './facts.ts';
import { daysBetween, type Session } from './session.ts';
import { blank, code, currencyCode, day, number, zero } from './values.ts';
import { all, equal, isNot } from './where.ts';

/** A part of an invoice, a credit note or a payment that falls due on one day. `SNS`: 1 for what the customer owes, -1 for what he has to his credit. */
const dueRow = z.object({
  NUM: code,
  BPR: blank,
  DUDDAT: day,
  CUR: currencyCode,
  AMTCUR: number,
  PAYCUR: number,
  AMTLOC: number,
  PAYLOC: number,
  SNS: number,
});
type DueRow = z.output<typeof dueRow>;
/** Something that is open. `amount` and `base` are below zero for what the customer has to his credit. */
export type OpenItem = {
  document: string;
  currency: string | null;
  amount: Decimal;
  base: Decimal;
  due: string | null;
};

const toItem = (row: DueRow): OpenItem => ({
  document: row.NUM,
  currency: row.CUR,
  amount: multiply(subtract(row.AMTCUR, row.PAYCUR), row.SNS),
  base: multiply(subtract(row.AMTLOC, row.PAYLOC), row.SNS),
  due: row.DUDDAT,
});
/** Everything of a customer that is open. */
export async function openItems({ rest }: Session, customer: string, signal: AbortSignal): Promise<OpenItem[]> {
  const rows = await rest.all(dueRow, { of: CLASS.due, where: all(equal('BPR', customer), isNot('FLGCLE')) }, signal);
  return rows.map(toItem).filter((item) => !isZero(item.amount));
}

/** What is late, by days. What the customer has to his credit settles the oldest first, as far as nobody has matched it. */
export function lateOf(
  items: readonly { due: string | null; value: Decimal }[],
  today: string,
): { late: number; amount: Decimal }[] {
  let credit = negate(add(zero, ...items.filter(({ value }) => isNegative(value)).map(({ value }) => value)));
  return items
    .filter(({ due, value }) => due !== null && due < today && !isNegative(value))
    .toSorted((left, right) => (left.due ?? '').localeCompare(right.due ?? ''))
    .flatMap(({ due, value }) => {
      const settled = smaller(credit, value);
      credit = subtract(credit, settled);
      const amount = subtract(value, settled);
      return isZero(amount) ? [] : [{ late: daysBetween(due ?? today, today), amount }];
    });
}
