import { add, type Decimal, isNegative, isZero, negate, smaller, subtract } from '@backroom/shared';
import { z } from 'zod';
import { NOT_POSTED, OBJECT, REVERSED } from './facts.ts';
import { all, type Condition, equal, type Query, unlike } from './query.ts';
import { daysBetween, type Session } from './session.ts';
import { amount, blank, currencyCode, day, key, number, optionalKey, present, zero } from './values.ts';

export const invoiceRow = z.object({
  key,
  invoiceNumber: blank,
  state: z.string(),
  invoiceDate: day,
  dueDate: day,
  'currency.txnCurrency': currencyCode,
  'currency.baseCurrency': currencyCode,
  totalTxnAmount: number,
  totalTxnAmountDue: amount,
  totalBaseAmountDue: amount,
  'salesDocument.key': optionalKey,
});
export type InvoiceRow = z.output<typeof invoiceRow>;
/** Credit and debit memos. A credit is below zero. */
export const memoRow = z.object({
  key,
  adjustmentNumber: blank,
  state: z.string(),
  createdDate: day,
  'txnCurrency.currency': currencyCode,
  'txnCurrency.totalEntered': number,
  'txnCurrency.totalDue': amount,
  'baseCurrency.totalDue': amount,
});
export type MemoRow = z.output<typeof memoRow>;
const advanceRow = z.object({
  key,
  state: z.string(),
  'paymentInformation.currency.txnCurrency': currencyCode,
  'paymentInformation.totalDue': amount,
  'paymentInformation.totalTxnAmountDue': amount,
});

/** Something of accounts receivable of which something is open. `amount` and `base` are below zero for what the customer has to his credit. */
export type OpenItem = { currency: string | null; amount: Decimal; base: Decimal; due: string | null };

const fieldsOf = (row: z.ZodObject) => Object.keys(row.shape);
export const invoicesQuery = (where: Condition): Query => ({
  object: OBJECT.invoice,
  fields: fieldsOf(invoiceRow),
  where,
  orderBy: [{ invoiceDate: 'desc' }, { key: 'desc' }],
});
export const memosQuery = (where: Condition): Query => ({
  object: OBJECT.adjustment,
  fields: fieldsOf(memoRow),
  where,
  orderBy: [{ createdDate: 'desc' }, { key: 'desc' }],
});
export const ofCustomer = (customer: string): Condition => equal('customer.key', customer);
export const isPosted = ({ state }: { state: string }): boolean => !NOT_POSTED.has(state);
export const isReversed = ({ state }: { state: string }): boolean => REVERSED.has(state);
const counts = (row: { state: string }): boolean => isPosted(row) && !isReversed(row) && row.state !== 'paid';

/** Everything of a customer that is open: invoices, credit memos, and payments that nobody has applied yet. */
export async function openItems({ client }: Session, customer: string, signal: AbortSignal): Promise<OpenItem[]> {
  const open = (field: string) => all(ofCustomer(customer), unlike(field, '0'));
  const [invoices, memos, advances] = await Promise.all([
    client.query(invoiceRow, invoicesQuery(open('totalTxnAmountDue')), signal),
    client.query(memoRow, memosQuery(open('txnCurrency.totalDue')), signal),
    client.query(
      advanceRow,
      {
        object: OBJECT.advance,
        fields: fieldsOf(advanceRow),
        where: open('paymentInformation.totalTxnAmountDue'),
      },
      signal,
    ),
  ]);
  const items = [
    ...invoices.filter(counts).map((row) => ({
      currency: row['currency.txnCurrency'] ?? row['currency.baseCurrency'],
      amount: present(row.totalTxnAmountDue, 'totalTxnAmountDue'),
      base: row.totalBaseAmountDue ?? row.totalTxnAmountDue ?? zero,
      due: row.dueDate,
    })),
    ...memos.filter(counts).map((row) => ({
      currency: row['txnCurrency.currency'],
      amount: present(row['txnCurrency.totalDue'], 'txnCurrency.totalDue'),
      base: row['baseCurrency.totalDue'] ?? row['txnCurrency.totalDue'] ?? zero,
      due: null,
    })),
    ...advances.filter(counts).map((row) => ({
      currency: row['paymentInformation.currency.txnCurrency'],
      amount: negate(present(row['paymentInformation.totalTxnAmountDue'], 'totalTxnAmountDue')),
      base: negate(row['paymentInformation.totalDue'] ?? row['paymentInformation.totalTxnAmountDue'] ?? zero),
      due: null,
    })),
  ];
  return items.filter((item) => !isZero(item.amount));
}

/** What is late, by days. What the customer has to his credit settles the oldest first, as far as nobody has applied it. */
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
