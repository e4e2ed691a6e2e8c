import { compare, type Invoice, invoiceSchema, isZero } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { requireApp } from './apps.ts';
import { knownCustomer } from './customers.ts';
import { fit } from './faults.ts';
import type { Session } from './session.ts';
import { exchange } from './transport.ts';
import { amount, dayOf, exact, id, link, recordId, text } from './values.ts';

const dayMs = 86_400_000;
const LISTED_AT_MOST = 1000;
const invoiceRow = z.object({
  id,
  name: text,
  move_type: z.string(),
  payment_state: z.string(),
  invoice_date: text,
  invoice_date_due: text,
  date: z.string(),
  amount_total: z.number(),
  amount_residual: z.number(),
  currency_id: link,
  invoice_origin: text,
});
/** An open item of the receivable account. Credit notes and payments not yet matched are below zero, and belong to the sum. */
const openItemRow = z.object({
  id,
  move_id: link,
  date: z.string(),
  date_maturity: text,
  amount_residual: z.number(),
});

export const todayIn = (session: Session): string =>
  dayOf(new Date().toISOString().slice(0, 19).replace('T', ' '), session.timeZone);
/** Days from the due day to today; negative while it is not due. */
export const daysLate = (due: string, today: string): number =>
  Math.round((Date.parse(today) - Date.parse(due)) / dayMs);

/** What a customer has open in the receivable account. */
export const openItemsOf = (session: Session, customer: number): unknown[] => [
  ['company_id', '=', session.company.id],
  ['account_id.account_type', '=', 'asset_receivable'],
  ['parent_state', '=', 'posted'],
  ['reconciled', '=', false],
  ['partner_id', '=', customer],
];
const openItems = (session: Session, customer: number, signal: AbortSignal) =>
  session.ask(z.array(openItemRow), {
    model: 'account.move.line',
    method: 'search_read',
    args: {
      domain: openItemsOf(session, customer),
      fields: ['move_id', 'date', 'date_maturity', 'amount_residual'],
    },
    signal,
  });

/**
 * A salesperson may read invoices without this right, but only some of them, and nothing says so. The credit limit is a field that Odoo
 * shows to exactly those who have it.
 */
export async function requireInvoicing(session: Session, signal: AbortSignal): Promise<void> {
  const fields = await session.fields('res.partner', signal);
  if (fields?.has('credit_limit')) return;
  // Everybody may see this one where the app is installed.
  if (!fields?.has('property_payment_term_id')) await requireApp(session, 'account.move', signal);
  throw new ErpError('unauthorised', 'no right to Invoicing', {
    field: 'key',
    words: "The key's user in Odoo lacks the right to Invoicing.",
  });
}

function statusOf(row: z.output<typeof invoiceRow>, overdueDays: number): Invoice['status'] {
  if (row.payment_state === 'reversed') return 'cancelled';
  if (isZero(exact(row.amount_residual))) return 'paid';
  if (overdueDays > 0) return 'overdue';
  return compare(exact(row.amount_residual), exact(row.amount_total)) === 0 ? 'open' : 'part_paid';
}

/**
 * Posted invoices and credit notes of the customer, newest first. One in instalments is overdue with its oldest open instalment, which
 * only its lines in the receivable account know.
 */
export async function invoicesOf(session: Session, customerId: string, signal: AbortSignal): Promise<Invoice[]> {
  await requireInvoicing(session, signal);
  const customer = recordId(customerId) ?? 0;
  const rows = await session.ask(z.array(invoiceRow), {
    model: 'account.move',
    method: 'search_read',
    args: {
      domain: [
        ['company_id', '=', session.company.id],
        ['move_type', 'in', ['out_invoice', 'out_refund']],
        ['commercial_partner_id', '=', customer],
        ['state', '=', 'posted'],
      ],
      fields: Object.keys(invoiceRow.shape).filter((name) => name !== 'id'),
      order: 'invoice_date desc, id desc',
      limit: LISTED_AT_MOST,
    },
    signal,
  });
  if (rows.length === 0) {
    await knownCustomer(session, customerId, signal);
    return [];
  }
  const today = todayIn(session);
  const late = new Map<number, number>();
  if (rows.some(({ amount_residual: open }) => open !== 0))
    for (const item of await openItems(session, customer, signal)) {
      const days = daysLate(item.date_maturity ?? item.date, today);
      if (item.move_id && item.amount_residual > 0)
        late.set(item.move_id[0], Math.max(days, late.get(item.move_id[0]) ?? 0));
    }
  return Promise.all(
    rows.map(async (row) => {
      const currency = await session.currency(row.currency_id?.[0] ?? 0, signal);
      // Its own due date where Odoo keeps the receivable in another way than by line.
      const own = row.invoice_date_due ? daysLate(row.invoice_date_due, today) : 0;
      const days = row.move_type === 'out_invoice' ? Math.max(0, late.get(row.id) ?? own) : 0;
      const status = statusOf(row, days);
      return fit(
        invoiceSchema,
        {
          id: String(row.id),
          number: row.name ?? '',
          kind: row.move_type === 'out_refund' ? 'credit_note' : 'invoice',
          issuedOn: row.invoice_date ?? row.date,
          dueOn: row.invoice_date_due,
          total: amount(row.amount_total, currency),
          open: amount(row.amount_residual, currency),
          status,
          overdueDays: status === 'overdue' ? days : 0,
          orderNumber: row.invoice_origin,
          hasPdf: true,
        },
        'account.move',
      );
    }),
  );
}

const portalAnswer = z.string().startsWith('/');
/**
 * The PDF that Odoo's portal gives out, fetched here: the address carries a token that opens the invoice to whoever has it. Odoo
 * answers its login page with 200 where something is wrong, so the content type counts. The first print takes some two seconds.
 */
export async function invoicePdf(
  session: Session,
  url: string,
  invoiceId: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  await requireInvoicing(session, signal);
  const unknown = () =>
    new ErpError('not_found', `no account.move ${invoiceId}`, { field: 'id', words: 'Odoo has no such invoice.' });
  const found = await session.ask(z.array(z.object({ id })), {
    model: 'account.move',
    method: 'search_read',
    args: {
      domain: [
        ['id', '=', recordId(invoiceId) ?? 0],
        ['company_id', '=', session.company.id],
        ['move_type', 'in', ['out_invoice', 'out_refund']],
        ['state', '=', 'posted'],
      ],
      fields: ['id'],
    },
    signal,
  });
  const [invoice] = found;
  if (!invoice) throw unknown();
  const path = await session.ask(portalAnswer, {
    model: 'account.move',
    method: 'get_portal_url',
    ids: [invoice.id],
    args: { report_type: 'pdf', download: true },
    signal,
  });
  const { status, type, bytes } = await followed(url, path, signal);
  if (status === 200 && type.startsWith('application/pdf')) return bytes;
  throw status >= 500
    ? new ErpError('refused', `invoice PDF: HTTP ${status}`, { words: 'Odoo could not print this invoice.' })
    : new ErpError('drift', `invoice PDF: HTTP ${status}, ${type}`, { field: 'content-type' });
}

/** The portal sends one on to the address with a language in it; never to another server. */
async function followed(url: string, path: string, signal: AbortSignal) {
  let at = new URL(`${url}${path}`);
  for (let hops = 0; ; hops += 1) {
    const answer = await exchange(at.href, { redirect: 'manual' }, { what: 'invoice PDF', signal });
    if (answer.status < 300 || answer.status >= 400 || answer.location === null || hops === 3) return answer;
    const next = new URL(answer.location, at);
    if (next.origin !== at.origin) return answer;
    at = next;
  }
}
