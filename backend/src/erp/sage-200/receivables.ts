import { add, type Decimal, isNegative, isZero, negate, smaller, subtract } from '@backroom/shared';
import { z } from 'zod';
import { ENTRY, RESOURCE } from './facts.ts';
import { all, any, bare, equal, type Query, unlike } from './query.ts';
import { daysBetween, type Session } from './session.ts';
import { amount, blank, day, id, zero } from './values.ts';

export const entryRow = z.object({
  id,
  customer_id: id,
  trader_transaction_type: z.string(),
  reference: blank,
  transaction_date: day,
  due_date: day,
  document_gross_value: amount,
  document_outstanding_value: amount,
});
export type EntryRow = z.output<typeof entryRow>;

const select = Object.keys(entryRow.shape);
const INVOICES: readonly string[] = [ENTRY.invoice, ENTRY.openingInvoice];
const CREDITS: readonly string[] = [ENTRY.creditNote, ENTRY.openingCreditNote];
export const isInvoice = (row: EntryRow): boolean => INVOICES.includes(row.trader_transaction_type);
export const isCredit = (row: EntryRow): boolean => CREDITS.includes(row.trader_transaction_type);

/** Invoices and credit notes of a customer, the newest first. */
export const documentsQuery = (customer: string): Query => ({
  resource: RESOURCE.transactions,
  select,
  where: all(
    bare('customer_id', customer),
    any(...[...INVOICES, ...CREDITS].map((type) => equal('trader_transaction_type', type))),
  ),
  orderBy: 'transaction_date desc,id desc',
});
/** Everything of a customer of which something is open: invoices, credit notes, and receipts that nobody has allocated. The latter are below zero. */
export const openEntries = ({ client }: Session, customer: string, signal: AbortSignal): Promise<EntryRow[]> =>
  client.query(
    entryRow,
    {
      resource: RESOURCE.transactions,
      select,
      where: all(bare('customer_id', customer), unlike('document_outstanding_value', '0')),
    },
    signal,
  );

/** What is late, by days. What the customer has to his credit settles the oldest first, as far as nobody has allocated it. */
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
      const rest = subtract(value, settled);
      return isZero(rest) ? [] : [{ late: daysBetween(due ?? today, today), amount: rest }];
    });
}
