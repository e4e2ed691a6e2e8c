import { absolute, add, type Currency, compare, type Invoice, invoiceSchema, isZero } from '@backroom/shared';
import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { customerWith } from './customers.ts';
import { RESOURCE } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { all, amongTexts, bare } from './query.ts';
import { documentsQuery, type EntryRow, entryRow, isCredit, isInvoice, lateOf, openEntries } from './receivables.ts';
import { dayOf, daysBetween, type Session } from './session.ts';
import { blank, idOf, present, zero } from './values.ts';

const SHOWN = 100;
const linkRow = z.object({
  sop_invoice_credit_id: z.string(),
  sop_invoice_credit_document_no: blank,
  sop_order_return_document_no: blank,
});

function toInvoice(
  session: Session,
  row: EntryRow,
  { currency, today, orders }: { currency: Currency; today: string; orders: ReadonlyMap<string, string> },
): Invoice {
  // Of a credit note both are below zero; its kind says what it is.
  const total = absolute(present(row.document_gross_value, 'document_gross_value'));
  const open = absolute(present(row.document_outstanding_value, 'document_outstanding_value'));
  const kind = isCredit(row) ? 'credit_note' : 'invoice';
  const late =
    kind === 'credit_note' || row.due_date === null || isZero(open) ? 0 : Math.max(0, daysBetween(row.due_date, today));
  const status = isZero(open) ? 'paid' : late > 0 ? 'overdue' : compare(open, total) < 0 ? 'part_paid' : 'open';
  return fit(
    invoiceSchema,
    {
      id: row.id,
      number: row.reference ?? row.id,
      kind,
      issuedOn: row.transaction_date,
      dueOn: kind === 'credit_note' ? null : row.due_date,
      total: session.money(total, currency),
      open: session.money(open, currency),
      status,
      overdueDays: late,
      orderNumber: orders.get(row.reference ?? '') ?? null,
      hasPdf: false,
    },
    RESOURCE.transactions,
  );
}
/** [K] The number of an invoice of an order is the reference of its posting. One that covers several orders names none. */
async function orderNumbers({ client }: Session, customer: string, rows: readonly EntryRow[], signal: AbortSignal) {
  const references = rows.filter(isInvoice).flatMap(({ reference }) => reference ?? []);
  const lists = await Promise.all(
    amongTexts('sop_invoice_credit_document_no', references).map((where) =>
      client.query(
        linkRow,
        {
          resource: RESOURCE.invoiceLinks,
          select: Object.keys(linkRow.shape),
          where: all(bare('customer_id', customer), where),
        },
        signal,
        'sop_invoice_credit_id',
      ),
    ),
  );
  const links = Map.groupBy(lists.flat(), (row) => row.sop_invoice_credit_document_no ?? '');
  return new Map(
    [...links].flatMap(([number, found]) => {
      const orders = new Set(found.flatMap((row) => row.sop_order_return_document_no ?? []));
      const [only] = orders;
      return orders.size === 1 && only ? [[number, only] as const] : [];
    }),
  );
}

/** Over everything that is open, also what the list does not show. An account of Sage 200 has one currency. */
function totalsOf(session: Session, items: readonly EntryRow[], currency: Currency, today: string) {
  const own = items.map((row) => ({
    due: isInvoice(row) ? row.due_date : null,
    value: present(row.document_outstanding_value, 'document_outstanding_value'),
  }));
  const late = lateOf(own, today);
  const due = own.flatMap((item) => item.due ?? []).sort();
  return [
    {
      open: session.money(add(zero, ...own.map(({ value }) => value)), currency),
      overdue: session.money(add(zero, ...late.map(({ amount }) => amount)), currency),
      nextDue: due[0] ?? null,
    },
  ];
}

export async function invoicesOf(
  session: Session,
  customerId: string,
  signal: AbortSignal,
): Promise<Out<'invoices.list'>> {
  const customer = idOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const [documents, items, account] = await Promise.all([
    session.client.first(entryRow, documentsQuery(customer), SHOWN, signal),
    openEntries(session, customer, signal),
    customerWith(session, customerId, signal),
  ]);
  const orders = await orderNumbers(session, customer, documents.rows, signal);
  const currency = account.currency_iso_code ?? session.company.currency;
  const today = dayOf(session);
  return {
    results: documents.rows.map((row) => toInvoice(session, row, { currency, today, orders })),
    more: documents.more,
    totals: totalsOf(session, items, currency, today),
  };
}
