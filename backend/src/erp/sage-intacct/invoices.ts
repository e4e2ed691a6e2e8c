import {
  absolute,
  add,
  compare,
  type Decimal,
  type Invoice,
  invoiceSchema,
  isNegative,
  isZero,
} from '@backroom/shared';
import type { Out } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { customerWith } from './customers.ts';
import { OBJECT } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { orderNumbers } from './origins.ts';
import {
  type InvoiceRow,
  invoiceRow,
  invoicesQuery,
  isPosted,
  isReversed,
  lateOf,
  type MemoRow,
  memoRow,
  memosQuery,
  type OpenItem,
  ofCustomer,
  openItems,
} from './receivables.ts';
import { dayOf, daysBetween, type Session } from './session.ts';
import { keyOf, present, zero } from './values.ts';

const SHOWN = 100;

function toInvoice(session: Session, row: InvoiceRow, today: string, orders: ReadonlyMap<string, string>): Invoice {
  const currency = row['currency.txnCurrency'] ?? row['currency.baseCurrency'];
  const isVoid = isReversed(row);
  // An amount that is not there is not zero, unless nothing is open.
  const open = isVoid || row.state === 'paid' ? zero : present(row.totalTxnAmountDue, 'totalTxnAmountDue');
  const late = row.dueDate === null || isZero(open) ? 0 : Math.max(0, daysBetween(row.dueDate, today));
  const status = isVoid
    ? 'cancelled'
    : isZero(open)
      ? 'paid'
      : late > 0
        ? 'overdue'
        : compare(open, row.totalTxnAmount) < 0
          ? 'part_paid'
          : 'open';
  return fit(
    invoiceSchema,
    {
      id: row.key,
      number: row.invoiceNumber ?? row.key,
      kind: 'invoice',
      issuedOn: row.invoiceDate,
      dueOn: row.dueDate,
      total: session.money(row.totalTxnAmount, currency),
      open: session.money(open, currency),
      status,
      overdueDays: late,
      orderNumber: orders.get(row['salesDocument.key'] ?? '') ?? null,
      hasPdf: row['salesDocument.key'] !== null,
    },
    OBJECT.invoice,
  );
}
/** Kinds of documents have keys of their own: that of a memo bears a letter. */
const MEMO = 'A';
function toMemo(session: Session, row: MemoRow, today: string): Invoice {
  const currency = row['txnCurrency.currency'];
  const isCredit = isNegative(row['txnCurrency.totalEntered']);
  const total = absolute(row['txnCurrency.totalEntered']);
  const isVoid = isReversed(row);
  const open =
    isVoid || row.state === 'paid' ? zero : absolute(present(row['txnCurrency.totalDue'], 'txnCurrency.totalDue'));
  return fit(
    invoiceSchema,
    {
      id: `${MEMO}${row.key}`,
      number: row.adjustmentNumber ?? row.key,
      kind: isCredit ? 'credit_note' : 'invoice',
      issuedOn: row.createdDate ?? today,
      dueOn: null,
      total: session.money(total, currency),
      open: session.money(open, currency),
      status: isVoid ? 'cancelled' : isZero(open) ? 'paid' : compare(open, total) < 0 ? 'part_paid' : 'open',
      overdueDays: 0,
      orderNumber: null,
      hasPdf: false,
    },
    OBJECT.adjustment,
  );
}

/** Over everything that is open, also what the list does not show. */
function totalsOf(
  session: Session,
  items: readonly OpenItem[],
  today: string,
): NonNullable<Out<'invoices.list'>['totals']> {
  const byCurrency = Map.groupBy(items, ({ currency }) => session.money(zero, currency).currency);
  const currencies = byCurrency.size === 0 ? [session.company.currency] : [...byCurrency.keys()];
  return currencies.map((currency) => {
    const own = byCurrency.get(currency) ?? [];
    const money = (values: readonly Decimal[]) => session.money(add(zero, ...values), currency);
    const due = own.flatMap((item) => item.due ?? []).sort();
    const late = lateOf(
      own.map((item) => ({ due: item.due, value: item.amount })),
      today,
    );
    return {
      open: money(own.map((item) => item.amount)),
      overdue: money(late.map(({ amount }) => amount)),
      nextDue: due[0] ?? null,
    };
  });
}

export async function invoicesOf(
  session: Session,
  customerId: string,
  signal: AbortSignal,
): Promise<Out<'invoices.list'>> {
  const customer = keyOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const where = ofCustomer(customer);
  const [invoices, memos, items] = await Promise.all([
    session.client.first(invoiceRow, invoicesQuery(where), SHOWN, signal),
    session.client.first(memoRow, memosQuery(where), SHOWN, signal),
    openItems(session, customer, signal),
    customerWith(session, customerId, signal),
  ]);
  const today = dayOf(session);
  const posted = invoices.rows.filter(isPosted);
  const orders = await orderNumbers(
    session,
    posted.flatMap((row) => row['salesDocument.key'] ?? []),
    signal,
  );
  const all = [
    ...posted.map((row) => toInvoice(session, row, today, orders)),
    ...memos.rows.filter(isPosted).map((row) => toMemo(session, row, today)),
  ].sort((left, right) => right.issuedOn.localeCompare(left.issuedOn) || right.number.localeCompare(left.number));
  return {
    results: all.slice(0, SHOWN),
    more: invoices.more || memos.more || all.length > SHOWN,
    totals: totalsOf(session, items, today),
  };
}
