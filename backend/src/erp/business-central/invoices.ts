import { compare, type Decimal, decimal, type Invoice, invoiceSchema } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { isPdf } from '../transport/exchange.ts';
import { fit } from '../transport/json.ts';
import { queryOf } from '../transport/odata/query.ts';
import { unknownCustomer } from './customers.ts';
import { dayOf, daysBetween } from './days.ts';
import { DRAFTS, NOT_DRAFT, VOID } from './facts.ts';
import { guidOf, notFound } from './faults.ts';
import { fieldsOf, financialRow, type InvoiceRow, invoiceRow, type MemoRow, memoRow } from './rows.ts';
import type { Session } from './session.ts';

const SHOWN = 100;
const zero = decimal('0');
/** A credit memo is a document of another kind: its id says so. */
const MEMO = 'memo-';

export const financialPath = (customer: string): string =>
  `customers(${customer})/customerFinancialDetails${queryOf({ select: fieldsOf(financialRow) })}`;

function statusOf(row: InvoiceRow, today: string): Pick<Invoice, 'status' | 'overdueDays'> {
  if (VOID.has(row.status)) return { status: 'cancelled', overdueDays: 0 };
  if (row.status === 'Paid' || compare(row.remainingAmount, zero) === 0) return { status: 'paid', overdueDays: 0 };
  const late = row.dueDate === null ? 0 : daysBetween(row.dueDate, today);
  if (late > 0) return { status: 'overdue', overdueDays: late };
  const part = compare(row.remainingAmount, row.totalAmountIncludingTax) < 0;
  return { status: part ? 'part_paid' : 'open', overdueDays: 0 };
}
const toInvoice = (session: Session, row: InvoiceRow, today: string): Invoice => {
  const { status, overdueDays } = statusOf(row, today);
  const open: Decimal = status === 'cancelled' || status === 'paid' ? zero : row.remainingAmount;
  return fit(
    invoiceSchema,
    {
      id: row.id,
      number: row.number,
      kind: 'invoice',
      issuedOn: row.invoiceDate,
      dueOn: row.dueDate,
      total: session.money(row.totalAmountIncludingTax, row.currencyCode),
      open: session.money(open, row.currencyCode),
      status,
      overdueDays,
      orderNumber: row.orderNumber,
      hasPdf: true,
    },
    'salesInvoices',
  );
};
/** The API does not say how much of a credit memo is used up: an open one counts in full. The totals are Business Central's own. */
const toMemo = (session: Session, row: MemoRow): Invoice =>
  fit(
    invoiceSchema,
    {
      id: `${MEMO}${row.id}`,
      number: row.number,
      kind: 'credit_note',
      issuedOn: row.creditMemoDate,
      dueOn: null,
      total: session.money(row.totalAmountIncludingTax, row.currencyCode),
      open: session.money(row.status === 'Open' ? row.totalAmountIncludingTax : zero, row.currencyCode),
      status: VOID.has(row.status) ? 'cancelled' : row.status === 'Paid' ? 'paid' : 'open',
      overdueDays: 0,
      orderNumber: null,
      hasPdf: true,
    },
    'salesCreditMemos',
  );

export async function invoicesOf(
  session: Session,
  customerId: string,
  signal: AbortSignal,
): Promise<Out<'invoices.list'>> {
  const customer = guidOf(customerId);
  if (!customer) throw unknownCustomer(customerId);
  const filter = `customerId eq ${customer} and ${NOT_DRAFT}`;
  const [invoices, memos, money] = await session.together(
    [
      `salesInvoices${queryOf({ filter, select: fieldsOf(invoiceRow), orderby: 'invoiceDate desc', top: SHOWN + 1 })}`,
      `salesCreditMemos${queryOf({ filter, select: fieldsOf(memoRow), orderby: 'creditMemoDate desc', top: SHOWN + 1 })}`,
      financialPath(customer),
    ],
    signal,
  );
  const today = dayOf(session);
  const posted = <Row extends { status: string }>(rows: readonly Row[]) =>
    rows.filter(({ status }) => !DRAFTS.has(status));
  const all = [
    ...posted(session.rows(invoiceRow, invoices, 'salesInvoices').rows).map((row) => toInvoice(session, row, today)),
    ...posted(session.rows(memoRow, memos, 'salesCreditMemos').rows).map((row) => toMemo(session, row)),
  ].sort((left, right) => right.issuedOn.localeCompare(left.issuedOn));
  const more = all.length > SHOWN;
  const results = all.slice(0, SHOWN);
  const due = all.filter(({ kind, status }) => kind === 'invoice' && status !== 'paid' && status !== 'cancelled');
  const { balance, overdueAmount } = session.one(financialRow, money, 'customerFinancialDetails');
  // The ERP's own sums, in the company's currency: payments on account are in them, and no list shows those.
  const totals = {
    open: session.money(balance, null),
    overdue: session.money(overdueAmount, null),
    ...(more
      ? {}
      : {
          nextDue:
            due
              .map(({ dueOn }) => dueOn)
              .filter((day) => day !== null)
              .sort()[0] ?? null,
        }),
  };
  return { results, more, totals: [totals] };
}

/** Printed when it is asked for, which may take some seconds. */
export async function invoicePdf(session: Session, { id }: { id: string }, signal: AbortSignal): Promise<Uint8Array> {
  const memo = id.startsWith(MEMO);
  const guid = guidOf(memo ? id.slice(MEMO.length) : id);
  if (!guid) throw notFound('id', 'Business Central has no such invoice.');
  const path = session.at(`${memo ? 'salesCreditMemos' : 'salesInvoices'}(${guid})/pdfDocument/pdfDocumentContent`);
  const answer = await session.client.send({ method: 'GET', path }, { signal, headers: { accept: '*/*' } });
  // A stream says what it is, or only that it is one.
  const begins = new TextDecoder('latin1').decode(answer.bytes.subarray(0, 5));
  if (isPdf(answer) || begins === '%PDF-') return answer.bytes;
  throw new ErpError('drift', 'invoice PDF: not a PDF', { field: 'content-type' });
}
