import { compare, type Decimal, decimal, type Invoice, invoiceSchema, isZero } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { queryOf, text } from '../transport/odata/query.ts';
import { blank, day, expanded } from '../transport/odata/v2-values.ts';
import { sureOf } from './customers.ts';
import { BILLING, COUNTED, WHOLE } from './facts.ts';
import { notFound, unknownCustomer } from './faults.ts';
import { type Due, duesOf, isLate, openItemsOf, sum } from './open-items.ts';
import type { Session } from './session.ts';
import { amount, daysBetween, flag, key, keyOf, reference, sure, today } from './values.ts';

const SHOWN = 100;
const zero = decimal('0');
const invoiceRow = z.object({
  BillingDocument: key,
  SDDocumentCategory: z.string(),
  BillingDocumentDate: day,
  CreationDate: day,
  BillingDocumentIsCancelled: flag,
  CancelledBillingDocument: reference,
  TotalNetAmount: amount,
  TaxAmount: amount,
  TotalGrossAmount: amount,
  TransactionCurrency: sure,
  PayerParty: key,
  FiscalYear: blank,
  AccountingDocument: reference,
  InvoiceClearingStatus: z.string(),
  to_Item: expanded(z.object({ SalesDocument: reference })),
});
type InvoiceRow = z.output<typeof invoiceRow>;
const invoicesPath = (customer: string): string =>
  `A_BillingDocument${queryOf({
    filter: `SoldToParty eq ${text(customer)}`,
    select: [...Object.keys(invoiceRow.shape).filter((name) => name !== 'to_Item'), 'to_Item/SalesDocument'],
    expand: 'to_Item',
    orderby: 'BillingDocumentDate desc,BillingDocument desc',
    top: SHOWN,
    more: COUNTED,
  })}`;
const isCredit = (row: InvoiceRow): boolean => BILLING.credits.has(row.SDDocumentCategory);
/** Reversals, pro forma and internal documents are none of what the customer owes; a reversed one stays, as cancelled. */
const isShown = (row: InvoiceRow): boolean =>
  (BILLING.invoices.has(row.SDDocumentCategory) || isCredit(row)) && row.CancelledBillingDocument === null;

/** What is left to pay of a document, by the ledger. Null: nothing of it is open there. */
function leftOf(row: InvoiceRow, dues: readonly Due[]): { open: Decimal; dueOn: string | null } | null {
  const own = dues.filter(
    ({ item }) =>
      item.BillingDocument === row.BillingDocument ||
      (row.AccountingDocument !== null &&
        item.InvoiceReference === row.AccountingDocument &&
        (item.InvoiceReferenceFiscalYear ?? row.FiscalYear) === row.FiscalYear),
  );
  if (own.length === 0) return null;
  const days = own.flatMap(({ dueOn }) => dueOn ?? []).sort();
  return { open: sum(own.map(({ amount: value }) => value)), dueOn: days[0] ?? null };
}
function stateOf(session: Session, row: InvoiceRow, dues: readonly Due[]) {
  if (row.BillingDocumentIsCancelled) return { status: 'cancelled', open: zero, dueOn: null, overdueDays: 0 } as const;
  const left = leftOf(row, dues);
  const positive = (value: Decimal): Decimal =>
    isCredit(row) ? decimal(value.startsWith('-') ? value.slice(1) : value) : value;
  // Cleared, or on its way to the ledger: the document itself says which.
  const open = left
    ? positive(left.open)
    : row.InvoiceClearingStatus === WHOLE || isPosted(row)
      ? zero
      : row.TotalGrossAmount;
  if (isZero(open)) return { status: 'paid', open: zero, dueOn: left?.dueOn ?? null, overdueDays: 0 } as const;
  const late = left?.dueOn && !isCredit(row) ? Math.max(0, daysBetween(left.dueOn, today(session))) : 0;
  const part = compare(open, row.TotalGrossAmount) < 0;
  const status = late > 0 ? 'overdue' : part ? 'part_paid' : 'open';
  return { status, open, dueOn: left?.dueOn ?? null, overdueDays: late } as const;
}
/** In the ledger, and not said to be open there. */
const isPosted = (row: InvoiceRow): boolean =>
  row.AccountingDocument !== null && row.InvoiceClearingStatus.trim() === '';

function toInvoice(session: Session, row: InvoiceRow, dues: readonly Due[]): Invoice {
  const { status, open, dueOn, overdueDays } = stateOf(session, row, dues);
  const money = (value: Decimal) => ({ amount: value, currency: row.TransactionCurrency });
  return fit(
    invoiceSchema,
    {
      id: row.BillingDocument,
      number: row.BillingDocument,
      kind: isCredit(row) ? 'credit_note' : 'invoice',
      issuedOn: row.BillingDocumentDate ?? row.CreationDate,
      dueOn: isCredit(row) ? null : dueOn,
      total: money(row.TotalGrossAmount),
      open: money(open),
      status,
      overdueDays,
      orderNumber: row.to_Item.find(({ SalesDocument }) => SalesDocument !== null)?.SalesDocument ?? null,
      hasPdf: true,
    },
    'A_BillingDocument',
  );
}

/** Documents of sales, and what is open of them by the ledger: an invoice may be on the account of a payer. */
export async function invoicesOf(
  session: Session,
  customerId: string,
  signal: AbortSignal,
): Promise<Out<'invoices.list'>> {
  const customer = keyOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const { rows, more } = await session.service('billing').first(invoiceRow, invoicesPath(customer), SHOWN, signal);
  const payers = rows.map(({ PayerParty }) => PayerParty).filter((payer) => payer !== '');
  const dues = duesOf(await openItemsOf(session, [customer, ...payers], signal), 'transaction');
  if (rows.length === 0 && dues.length === 0) await sureOf(session, customerId, signal);
  const shown = rows.filter(isShown);
  const documents = new Set(rows.map(({ BillingDocument }) => BillingDocument));
  // A payer may pay for others too.
  const mine = dues.filter(({ item }) => item.Customer === customer || documents.has(item.BillingDocument ?? ''));
  const totals = [...Map.groupBy(mine, ({ currency }) => currency)].map(([currency, some]) => {
    const money = (values: readonly Due[]) => ({ amount: sum(values.map((due) => due.amount)), currency });
    const late = some.filter((due) => isLate(due, session));
    const next = some
      .flatMap(({ dueOn, amount: value }) => (dueOn && compare(value, zero) > 0 ? [dueOn] : []))
      .sort()[0];
    return { open: money(some), overdue: money(late), nextDue: next ?? null };
  });
  return { results: shown.map((row) => toInvoice(session, row, dues)), more, totals };
}

const pdfRow = z.object({ GetPDF: z.object({ BillingDocumentBinary: z.string() }) });
/** The output that SAP made of the document. Where none was made yet, there is none. */
export async function invoicePdf(session: Session, { id }: { id: string }, signal: AbortSignal): Promise<Uint8Array> {
  const document = keyOf(id);
  if (document === null) throw notFound('id', `SAP has no billing document ${id}.`);
  const path = `GetPDF?BillingDocument=${encodeURIComponent(text(document))}`;
  const { GetPDF } = await session.service('billing').one(pdfRow, path, signal);
  const bytes = new Uint8Array(Buffer.from(GetPDF.BillingDocumentBinary.replace(/\s+/g, ''), 'base64'));
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-') return bytes;
  throw new ErpError('drift', 'invoice PDF: not a PDF', { field: 'BillingDocumentBinary' });
}
