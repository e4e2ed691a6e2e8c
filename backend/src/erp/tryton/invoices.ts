import {
  compare,
  currencySchema,
  type Decimal,
  erpInvoiceIdSchema,
  type Invoice,
  isNegative,
  negate,
} from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { Installation } from './installation.ts';
import { instalmentsOf, isOverdue, openOnes } from './receivables.ts';
import { daysBetween, idOf, requireCustomer, sum, type Tryton, todayOf, zero } from './support.ts';
import { bytes, date, numeric } from './wire.ts';

const LIST = 500;
const lineRow = z.object({
  maturity_date: date.nullable(),
  debit: numeric,
  credit: numeric,
  amount_second_currency: numeric.nullable(),
  second_currency: z.number().nullable(),
  reconciliation: z.number().nullable(),
});
const invoiceRow = z.object({
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
  'payment_lines.': z.array(lineRow),
});
type InvoiceRow = z.infer<typeof invoiceRow>;
const lineFields = ['maturity_date', 'debit', 'credit', 'amount_second_currency', 'second_currency', 'reconciliation'];
const fields = [
  ...['number', 'state', 'invoice_date', 'total_amount', 'amount_to_pay', 'origins', 'currency', 'currency.code'],
  'invoice_report_format',
  ...lineFields.map((field) => `lines_to_pay.${field}`),
  ...lineFields.map((field) => `payment_lines.${field}`),
];
const printed = z.tuple([z.string(), bytes.or(z.string())]).rest(z.unknown());

/** Posted and paid invoices, credit notes among them, in one call. A draft has no number and is not yet anybody's debt. */
export function invoicesOf({ client, installation }: Tryton): NonNullable<ErpAdapter['invoices']> {
  return {
    async list({ customerId }, call) {
      const there = await installation(call.signal);
      there.need('account.invoice', 'account.move.line');
      const rows = await client.search(
        'account.invoice',
        {
          domain: [
            ['type', '=', 'out'],
            ['party', '=', idOf(customerId)],
            ['state', 'in', ['posted', 'paid']],
            ['company', '=', there.company.id],
          ],
          fields,
          row: invoiceRow,
          order: [
            ['invoice_date', 'DESC'],
            ['id', 'DESC'],
          ],
          limit: LIST,
        },
        call,
      );
      if (rows.length === 0) await requireCustomer(client, customerId, call);
      const today = todayOf(there);
      return { results: rows.map((row) => toInvoice(row, there, today)) };
    },
    /** The standard set-up prints ODT, which no browser shows: then there is no PDF to give, and that is said. */
    async pdf({ id }, call) {
      const there = await installation(call.signal);
      there.need('account.invoice');
      const number = idOf(id);
      const missing = new ErpError('not_found', `no invoice ${id}`, {
        field: 'id',
        words: `Tryton has no invoice ${id}.`,
      });
      if (number === null) throw missing;
      const domain = [
        ['id', '=', number],
        ['company', '=', there.company.id],
      ];
      if ((await client.call('model.account.invoice.search_count', [domain], call)) === 0) throw missing;
      const params = [[number], { model: 'account.invoice', ids: [number], id: number }];
      const answer = await client.call('report.account.invoice.execute', params, call);
      const [extension, file] = client.parse(printed, answer, 'report.account.invoice');
      if (extension !== 'pdf' || typeof file === 'string')
        throw new ErpError('unsupported', `the server prints ${extension}`, {
          words: `Tryton prints invoices as ${extension.toUpperCase()} here, not as PDF: set the report's extension to PDF and install LibreOffice on its server.`,
          field: 'report',
        });
      return file;
    },
  };
}

function toInvoice(row: InvoiceRow, { printsPdf }: Installation, today: string): Invoice {
  const currency = row['currency.'].code;
  const isNote = isNegative(row.total_amount);
  const size = (amount: Decimal) => (isNote ? negate(amount) : amount);
  // In the invoice's own currency, as Tryton keeps it beside the company's.
  const amountOf = (line: z.infer<typeof lineRow>): Decimal =>
    line.second_currency === row.currency && line.amount_second_currency !== null
      ? line.amount_second_currency
      : sum([line.debit, negate(line.credit)]);
  const unpaid = row['lines_to_pay.'].filter(({ reconciliation }) => reconciliation === null);
  const paid = row['payment_lines.'].filter(({ reconciliation }) => reconciliation === null);
  const instalments = instalmentsOf(
    unpaid.map((line) => ({ dueOn: line.maturity_date, amount: size(amountOf(line)) })),
    sum(paid.map((line) => negate(size(amountOf(line))))),
  );
  const due = openOnes(instalments)[0];
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
