import {
  compare,
  currencySchema,
  type Decimal,
  erpInvoiceIdSchema,
  type Invoice,
  isNegative,
  negate,
  subtract,
} from '@backroom/shared';
import { z } from 'zod';
import type { Installation } from './installation.ts';
import { type Instalment, instalmentsOf, isOverdue, openOnes } from './receivables.ts';
import { daysBetween, sum, zero } from './support.ts';
import { date, numeric } from './wire.ts';

const lineRow = z.object({
  maturity_date: date.nullable(),
  debit: numeric,
  credit: numeric,
  amount_second_currency: numeric.nullable(),
  second_currency: z.number().nullable(),
  reconciliation: z.number().nullable(),
});
export const invoiceRow = z.object({
  id: z.number(),
  number: z.string().nullable(),
  state: z.string(),
  invoice_date: date.nullable(),
  total_amount: numeric,
  amount_to_pay: numeric,
  origins: z.string().nullable(),
  currency: z.number(),
  'currency.': z.object({ code: currencySchema }),
  invoice_report_format: z.string().nullable(),
  'lines_to_pay.': z.array(lineRow),
});
export type InvoiceRow = z.infer<typeof invoiceRow>;
const lineFields = ['maturity_date', 'debit', 'credit', 'amount_second_currency', 'second_currency', 'reconciliation'];
export const invoiceFields = [
  ...['number', 'state', 'invoice_date', 'total_amount', 'amount_to_pay', 'origins', 'currency', 'currency.code'],
  'invoice_report_format',
  ...lineFields.map((field) => `lines_to_pay.${field}`),
];

/** In the invoice's own currency, as Tryton keeps it beside the company's. Below zero on a credit note. */
const amountOf = (line: z.infer<typeof lineRow>, currency: number): Decimal =>
  line.second_currency === currency && line.amount_second_currency !== null
    ? line.amount_second_currency
    : subtract(line.debit, line.credit);
/** Which days Tryton waits for which amounts, of a credit note as amounts above zero; what is paid is what its own open amount leaves out. */
export function instalmentsOfInvoice(row: InvoiceRow): Instalment[] {
  const isNote = isNegative(row.total_amount);
  const size = (amount: Decimal) => (isNote ? negate(amount) : amount);
  const lines = row['lines_to_pay.']
    .filter(({ reconciliation }) => reconciliation === null)
    .map((line) => ({ dueOn: line.maturity_date, amount: size(amountOf(line, row.currency)) }));
  const paid = subtract(sum(lines.map(({ amount }) => amount)), size(row.amount_to_pay));
  return instalmentsOf(lines, paid);
}

export function toInvoice(row: InvoiceRow, { printsPdf }: Installation, today: string): Invoice {
  const currency = row['currency.'].code;
  const isNote = isNegative(row.total_amount);
  const size = (amount: Decimal) => (isNote ? negate(amount) : amount);
  const due = openOnes(instalmentsOfInvoice(row))[0];
  const days = row['lines_to_pay.'].map(({ maturity_date: day }) => day).filter((day) => day !== null);
  const total = size(row.total_amount);
  const open = size(row.amount_to_pay);
  const late = !isNote && due !== undefined && isOverdue(due, today) && due.dueOn !== null;
  const status =
    row.state === 'paid' || compare(open, zero) === 0
      ? 'paid'
      : late
        ? 'overdue'
        : compare(open, total) < 0
          ? 'part_paid'
          : 'open';
  return {
    id: erpInvoiceIdSchema.parse(String(row.id)),
    number: row.number ?? `(${row.id})`,
    kind: isNote ? 'credit_note' : 'invoice',
    issuedOn: row.invoice_date ?? today,
    dueOn: due?.dueOn ?? days.sort().at(-1) ?? null,
    total: { amount: total, currency },
    open: { amount: open, currency },
    status,
    overdueDays: status === 'overdue' ? daysBetween(due?.dueOn ?? today, today) : 0,
    orderNumber: orderNumberOf(row.origins),
    hasPdf: (row.invoice_report_format ?? (printsPdf ? 'pdf' : '')) === 'pdf',
  };
}
/** `origins` is a text: the orders' names, `4 [PO-1003]`, one after the other. */
function orderNumberOf(origins: string | null): string | null {
  const [first] = origins?.split(',') ?? [];
  return first?.trim().replace(/\s*\[.*$/, '') || null;
}
