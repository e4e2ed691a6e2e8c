import { absolute, add, compare, type Decimal, type Invoice, invoiceSchema, isZero } from '@backroom/shared';
import type { Out } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { customerWith } from './customers.ts';
import { LIST } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import {
  type CreditRow,
  type InvoiceRow,
  isVoid,
  lateOf,
  type OpenItem,
  openItems,
  postedOf,
  withPrefix,
} from './receivables.ts';
import { dayOf, daysBetween, type Session } from './session.ts';
import { idOf, zero } from './values.ts';

const SHOWN = 100;
/** Kinds of documents have ids of their own: that of a credit note bears a mark. */
export const CREDIT = 'c-';

function stateOf(row: InvoiceRow | CreditRow, late: number, open: Decimal, total: Decimal): Invoice['status'] {
  if (isVoid(row)) return 'cancelled';
  if (isZero(open)) return 'paid';
  if (late > 0) return 'overdue';
  return compare(open, total) < 0 ? 'part_paid' : 'open';
}
function toInvoice(session: Session, row: InvoiceRow, today: string): Invoice {
  const total = row.total_amount;
  const open = isVoid(row) ? zero : row.outstanding_amount;
  const late = row.due_date === null || isZero(open) ? 0 : Math.max(0, daysBetween(row.due_date, today));
  return fit(
    invoiceSchema,
    {
      id: row.id,
      number: withPrefix(row.invoice_number, row.invoice_number_prefix, row.id),
      kind: 'invoice',
      issuedOn: row.date,
      dueOn: row.due_date,
      total: session.money(total, row.currency),
      open: session.money(open, row.currency),
      status: stateOf(row, late, open, total),
      overdueDays: late,
      orderNumber: row.original_quote_estimate?.displayed_as ?? null,
      hasPdf: true,
    },
    LIST.invoices,
  );
}
function toCredit(session: Session, row: CreditRow): Invoice {
  const total = absolute(row.total_amount);
  const open = isVoid(row) ? zero : absolute(row.outstanding_amount);
  return fit(
    invoiceSchema,
    {
      id: `${CREDIT}${row.id}`,
      number: withPrefix(row.credit_note_number, row.credit_note_number_prefix, row.id),
      kind: 'credit_note',
      issuedOn: row.date,
      dueOn: null,
      total: session.money(total, row.currency),
      open: session.money(open, row.currency),
      status: stateOf(row, 0, open, total),
      overdueDays: 0,
      orderNumber: null,
      hasPdf: true,
    },
    LIST.creditNotes,
  );
}

/** Over everything that is open, also what the list does not show. */
function totalsOf(
  session: Session,
  items: readonly OpenItem[],
  today: string,
): NonNullable<Out<'invoices.list'>['totals']> {
  const byCurrency = Map.groupBy(items, ({ currency }) => session.money(zero, currency).currency);
  const currencies = byCurrency.size === 0 ? [session.business.currency] : [...byCurrency.keys()];
  return currencies.map((currency) => {
    const own = byCurrency.get(currency) ?? [];
    const money = (values: readonly Decimal[]) => session.money(add(zero, ...values), currency);
    const late = lateOf(
      own.map((item) => ({ due: item.due, value: item.amount })),
      today,
    );
    return {
      open: money(own.map((item) => item.amount)),
      overdue: money(late.map(({ amount }) => amount)),
      nextDue: own.flatMap((item) => item.due ?? []).sort()[0] ?? null,
    };
  });
}

export async function invoicesOf(
  session: Session,
  customerId: string,
  signal: AbortSignal,
): Promise<Out<'invoices.list'>> {
  const contact = idOf(customerId);
  if (contact === null) throw unknownCustomer(customerId);
  const posted = await postedOf(session, contact, signal);
  // A list of nobody's invoices is empty, and so is that of a customer that is not there.
  if (posted.invoices.length + posted.credits.length === 0) await customerWith(session, customerId, signal);
  const today = dayOf(session);
  const all = [
    ...posted.invoices.map((row) => toInvoice(session, row, today)),
    ...posted.credits.map((row) => toCredit(session, row)),
  ].sort((left, right) => right.issuedOn.localeCompare(left.issuedOn) || right.number.localeCompare(left.number));
  return {
    results: all.slice(0, SHOWN),
    more: all.length > SHOWN,
    totals: totalsOf(session, openItems(posted), today),
  };
}
