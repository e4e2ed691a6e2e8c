import { absolute, add, compare, type Decimal, type Invoice, invoiceSchema, isZero } from '@backroom/shared';
import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { customerWith, rowsAmong } from './customers.ts';
import { CLASS, CREDIT_NOTES, PRO_FORMA } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { lateOf, type OpenItem, openItems } from './receivables.ts';
import { dayOf, daysBetween, type Session } from './session.ts';
import { blank, certainDay, choice, code, currencyCode, keyOf, number, zero } from './values.ts';
import { equal } from './where.ts';

const SHOWN = 100;
const invoiceRow = z.object({ NUM: code, INVTYP: choice, ACCDAT: certainDay, CUR: currencyCode, AMTATI: number });
type InvoiceRow = z.output<typeof invoiceRow>;
const lineRow = z.object({ NUM: code, SOHNUM: blank });

/** The parts of an invoice that are open, and the first day on which one is due. */
function openOf(items: readonly OpenItem[]): { open: Decimal; due: string | null } {
  const days = items.flatMap(({ due }) => due ?? []).sort();
  return { open: absolute(add(zero, ...items.map(({ amount }) => amount))), due: days[0] ?? null };
}
function toInvoice(
  session: Session,
  row: InvoiceRow,
  items: readonly OpenItem[],
  more: { today: string; order: string | null },
): Invoice {
  const isCredit = CREDIT_NOTES.includes(row.INVTYP);
  const total = absolute(row.AMTATI);
  const { open, due } = openOf(items);
  const late = isCredit || due === null || isZero(open) ? 0 : Math.max(0, daysBetween(due, more.today));
  const status = isZero(open) ? 'paid' : late > 0 ? 'overdue' : compare(open, total) < 0 ? 'part_paid' : 'open';
  return fit(
    invoiceSchema,
    {
      id: row.NUM,
      number: row.NUM,
      kind: isCredit ? 'credit_note' : 'invoice',
      issuedOn: row.ACCDAT,
      dueOn: due,
      total: session.money(total, row.CUR),
      open: session.money(open, row.CUR),
      status,
      overdueDays: late,
      orderNumber: more.order,
      hasPdf: false,
    },
    CLASS.invoice,
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
    const late = lateOf(
      own.map(({ due, amount }) => ({ due, value: amount })),
      today,
    );
    return {
      open: money(own.map(({ amount }) => amount)),
      overdue: money(late.map(({ amount }) => amount)),
      nextDue: own.flatMap(({ due }) => due ?? []).sort()[0] ?? null,
    };
  });
}
/** The order of each invoice: that of its first line that names one. */
async function ordersOfInvoices(session: Session, numbers: readonly string[], signal: AbortSignal) {
  const lines = await rowsAmong(session, { row: lineRow, of: CLASS.invoiceLine, field: 'NUM' }, numbers, signal);
  const orders = new Map<string, string>();
  for (const { NUM, SOHNUM } of lines) if (SOHNUM !== null && !orders.has(NUM)) orders.set(NUM, SOHNUM);
  return orders;
}

export async function invoicesOf(
  session: Session,
  customerId: string,
  signal: AbortSignal,
): Promise<Out<'invoices.list'>> {
  const customer = keyOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const [{ rows, more }, items] = await Promise.all([
    session.rest.first(
      invoiceRow,
      { of: CLASS.invoice, where: equal('BPR', customer), orderBy: 'ACCDAT desc,NUM desc' },
      SHOWN,
      signal,
    ),
    openItems(session, customer, signal),
    customerWith(session, customerId, signal),
  ]);
  const counted = rows.filter(({ INVTYP }) => INVTYP !== PRO_FORMA);
  const orders = await ordersOfInvoices(
    session,
    counted.map(({ NUM }) => NUM),
    signal,
  );
  const byDocument = Map.groupBy(items, ({ document }) => document);
  const today = dayOf(session);
  return {
    results: counted.map((row) =>
      toInvoice(session, row, byDocument.get(row.NUM) ?? [], { today, order: orders.get(row.NUM) ?? null }),
    ),
    more,
    totals: totalsOf(session, items, today),
  };
}
