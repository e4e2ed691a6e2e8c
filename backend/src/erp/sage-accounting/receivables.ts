import { add, type Decimal, isNegative, isZero, negate, smaller, subtract } from '@backroom/shared';
import { z } from 'zod';
import { LIST, NOT_POSTED, UNNUMBERED, VOID } from './facts.ts';
import { daysBetween, type Session } from './session.ts';
import { amount, blank, currency, day, id, link, number, zero } from './values.ts';

const shape = {
  id,
  date: day,
  total_amount: number,
  outstanding_amount: number,
  base_currency_outstanding_amount: amount,
  currency,
  status: link.transform((status) => status?.toUpperCase() ?? ''),
  deleted_at: blank.optional(),
};
export const invoiceRow = z.object({
  ...shape,
  invoice_number: blank,
  invoice_number_prefix: blank,
  due_date: day,
  original_quote_estimate: z.object({ id, displayed_as: blank.optional() }).nullish(),
});
export type InvoiceRow = z.output<typeof invoiceRow>;
export const creditRow = z.object({ ...shape, credit_note_number: blank, credit_note_number_prefix: blank });
export type CreditRow = z.output<typeof creditRow>;

const fieldsOf = (row: z.ZodObject): string =>
  Object.keys(row.shape)
    .filter((name) => name !== 'id')
    .join(',');
type Open = { invoices: InvoiceRow[]; credits: CreditRow[] };
const isPosted = ({ status, deleted_at }: Pick<InvoiceRow, 'status' | 'deleted_at'>): boolean =>
  !NOT_POSTED.has(status) && !deleted_at;
export const isVoid = ({ status }: Pick<InvoiceRow, 'status'>): boolean => VOID.has(status);

/** Everything that was ever invoiced or credited to a customer. Drafts are not in the accounts. */
export async function postedOf({ client }: Session, contact: string, signal: AbortSignal): Promise<Open> {
  const query = { contact_id: contact, sort: 'date:desc' };
  const [invoices, credits] = await Promise.all([
    client.all(invoiceRow, LIST.invoices, { ...query, attributes: fieldsOf(invoiceRow) }, signal),
    client.all(creditRow, LIST.creditNotes, { ...query, attributes: fieldsOf(creditRow) }, signal),
  ]);
  return { invoices: invoices.filter(isPosted), credits: credits.filter(isPosted) };
}
export const withPrefix = (own: string | null, prefix: string | null, fallback: string): string =>
  own === null || UNNUMBERED.test(own) ? fallback : prefix === null || own.startsWith(prefix) ? own : `${prefix}${own}`;

/** Something of which something is open. Below zero for what the customer has to his credit. */
export type OpenItem = { currency: string | null; amount: Decimal; base: Decimal; due: string | null };
export function openItems({ invoices, credits }: Open): OpenItem[] {
  const of = (row: InvoiceRow | CreditRow) => ({
    currency: row.currency,
    amount: row.outstanding_amount,
    base: row.base_currency_outstanding_amount ?? row.outstanding_amount,
  });
  const owed = invoices.filter((row) => !isVoid(row)).map((row) => ({ ...of(row), due: row.due_date }));
  const credited = credits
    .filter((row) => !isVoid(row))
    .map((row) => {
      const { currency: own, amount: open, base } = of(row);
      // [K] What is open of a credit note is above zero.
      return { currency: own, amount: negate(open), base: negate(base), due: null };
    });
  return [...owed, ...credited].filter((item) => !isZero(item.amount));
}

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
      const left = subtract(value, settled);
      return isZero(left) ? [] : [{ late: daysBetween(due ?? today, today), amount: left }];
    });
}
