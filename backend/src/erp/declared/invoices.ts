import { compare, type Decimal, decimal, type Invoice, invoiceSchema, isZero } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { isPdf } from '../transport/exchange.ts';
import { fit } from '../transport/json.ts';
import { silenceOf } from '../transport/silence.ts';
import type { Client } from './client.ts';
import { coerced, needed } from './coerce.ts';
import { sureOf } from './customers.ts';
import type { Document } from './document.ts';
import { type Row, rowsOf } from './rows.ts';

const DAY_MS = 86_400_000;
const zero = decimal('0');
export const daysLate = (dueOn: string | null, today: string): number =>
  dueOn !== null && dueOn < today ? Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY_MS) : 0;

async function toInvoice(
  client: Client,
  { fields, pdf }: NonNullable<Document['invoices']>,
  row: Row,
): Promise<Invoice> {
  const place = (name: string) => client.place(`invoices.fields.${name}`, null);
  const yes = async (name: 'creditNote' | 'cancelled') =>
    (await coerced<boolean>(fields[name], row, 'boolean', place(name))) ?? false;
  const currency = await needed<string>(fields.currency, row, 'text', place('currency'));
  const total = await needed<Decimal>(fields.total, row, 'decimal', place('total'));
  const open = await needed<Decimal>(fields.open, row, 'decimal', place('open'));
  const dueOn = await coerced<string>(fields.dueOn, row, 'date', place('dueOn'));
  const [isCredit, isCancelled] = [await yes('creditNote'), await yes('cancelled')];
  // The state of some ERPs is set by a nightly job: amounts and days are sure.
  const late = isCredit || isCancelled || isZero(open) ? 0 : daysLate(dueOn, client.today());
  const invoice = {
    id: await needed(fields.id, row, 'text', place('id')),
    number: await needed(fields.number, row, 'text', place('number')),
    kind: isCredit ? 'credit_note' : 'invoice',
    issuedOn: await needed(fields.issuedOn, row, 'date', place('issuedOn')),
    dueOn,
    total: { amount: total, currency },
    open: { amount: isCancelled ? zero : open, currency },
    status: isCancelled
      ? 'cancelled'
      : isZero(open)
        ? 'paid'
        : late > 0
          ? 'overdue'
          : compare(open, total) === 0
            ? 'open'
            : 'part_paid',
    overdueDays: late,
    orderNumber: (await coerced<string>(fields.orderNumber, row, 'text', place('orderNumber'))) || null,
    hasPdf: pdf !== undefined,
  };
  return fit(invoiceSchema, invoice, 'invoices.fields');
}
/** All of them, the newest first: a list that is cut would make a wrong sum, and is refused instead. */
export async function invoicesOf(
  client: Client,
  customerId: string,
  signal: AbortSignal,
): Promise<Out<'invoices.list'>> {
  const { invoices } = client.document;
  if (!invoices) throw new ErpError('unsupported', 'invoices.list', { words: 'invoices.list' });
  const { ofCustomer } = invoices;
  const { rows, more } = await rowsOf(
    client,
    ofCustomer,
    { at: 'invoices.ofCustomer', input: { customerId }, signal },
    ofCustomer.most,
  );
  if (more)
    throw new ErpError('unsupported', 'invoices.list is cut', {
      words: `more than ${ofCustomer.most} invoices of one customer`,
    });
  if (rows.length === 0) await sureOf(client, customerId, signal);
  const read = await Promise.all(rows.map((row) => toInvoice(client, invoices, row)));
  return {
    results: read.sort(
      (left, right) =>
        right.issuedOn.localeCompare(left.issuedOn) || right.number.localeCompare(left.number, 'en', { numeric: true }),
    ),
  };
}
export async function invoicePdf(client: Client, { id }: { id: string }, signal: AbortSignal): Promise<Uint8Array> {
  const pdf = client.document.invoices?.pdf;
  if (!pdf) throw new ErpError('unsupported', 'invoices.pdf', { words: 'invoices.pdf' });
  const asking = { at: 'invoices.pdf', input: { id }, signal };
  const said = await client.bytes(pdf, asking);
  if (pdf.content === undefined) {
    if (isPdf({ headers: said.headers })) return said.bytes;
    throw new ErpError('drift', 'invoices.pdf: not a PDF', { field: 'invoices.pdf' });
  }
  if (said.body === undefined) throw new ErpError(silenceOf({}), 'invoices.pdf: the answer is not JSON');
  const bytes = Buffer.from(
    await needed<string>(pdf.content, said.body, 'text', client.place('invoices.pdf.content', { id })),
    'base64',
  );
  if (bytes.subarray(0, 4).toString() !== '%PDF')
    throw new ErpError('drift', 'invoices.pdf: not a PDF', { field: 'invoices.pdf.content' });
  return new Uint8Array(bytes);
}
