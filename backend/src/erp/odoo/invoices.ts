import {
  add,
  compare,
  type Decimal,
  decimal,
  type Invoice,
  invoiceSchema,
  isZero,
  larger,
  round,
} from '@backroom/shared';
import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { amount, exact, id, recordId, text } from '../transport/odoo/values.ts';
import { knownCustomer } from './customers.ts';
import { invoicingRight, withInvoicing } from './invoicing-right.ts';
import { firstDue, itemRow, type OpenItem, openItemOf, overdueOf, readOpenItems } from './open-items.ts';
import { type Session, todayIn } from './session.ts';
import { readTree, type Spec } from './tree.ts';

const zero = decimal('0');
/** More than these nobody looks through on a card; the answer says that there are more. */
const LISTED_AT_MOST = 1000;
const invoiceSpec: Spec = {
  name: {},
  move_type: {},
  payment_state: {},
  invoice_date: {},
  invoice_date_due: {},
  date: {},
  amount_total: {},
  amount_residual: {},
  currency_id: {},
  invoice_origin: {},
  commercial_partner_id: invoicingRight,
};
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
  currency_id: id,
  invoice_origin: text,
});
type Row = z.output<typeof invoiceRow>;

function statusOf(row: Row, overdue: boolean): Invoice['status'] {
  if (row.payment_state === 'reversed') return 'cancelled';
  if (isZero(exact(row.amount_residual))) return 'paid';
  if (overdue) return 'overdue';
  return compare(exact(row.amount_residual), exact(row.amount_total)) === 0 ? 'open' : 'part_paid';
}

/** One in instalments is due with its oldest open instalment, which only its lines in the receivable account know. */
async function invoiceOf(
  session: Session,
  row: Row,
  items: readonly OpenItem[],
  signal: AbortSignal,
): Promise<Invoice> {
  const currency = await session.currency(row.currency_id, signal);
  const late = row.move_type === 'out_invoice' ? items.filter((item) => item.overdue).map((item) => item.late) : [];
  const status = statusOf(row, late.length > 0);
  return fit(
    invoiceSchema,
    {
      id: String(row.id),
      number: row.name ?? '',
      kind: row.move_type === 'out_refund' ? 'credit_note' : 'invoice',
      issuedOn: row.invoice_date ?? row.date,
      dueOn: firstDue(items) ?? row.invoice_date_due,
      total: amount(row.amount_total, currency),
      open: amount(row.amount_residual, currency),
      status,
      overdueDays: status === 'overdue' ? Math.max(...late) : 0,
      orderNumber: row.invoice_origin,
      hasPdf: true,
    },
    'account.move',
  );
}

/** Over all open items, also those of invoices that are not listed, credit notes, and payments that are not matched yet. */
async function totalsOf(session: Session, items: readonly OpenItem[], signal: AbortSignal) {
  const totals: NonNullable<Out<'invoices.list'>['totals']> = [];
  for (const [currencyId, own] of Map.groupBy(items, (item) => item.currency)) {
    const { code, places } = await session.currency(currencyId, signal);
    const money = (value: Decimal) => ({ amount: round(value, places), currency: code });
    totals.push({
      open: money(add(zero, ...own.map(({ ownAmount }) => ownAmount))),
      overdue: money(larger(overdueOf(own, 'ownAmount'), zero)),
      nextDue: firstDue(own),
    });
  }
  return totals;
}

/** Posted invoices and credit notes of the customer, newest first. */
export async function invoicesOf(
  session: Session,
  customerId: string,
  signal: AbortSignal,
): Promise<Out<'invoices.list'>> {
  const customer = recordId(customerId) ?? 0;
  const domain = [
    ['company_id', '=', session.company.id],
    ['move_type', 'in', ['out_invoice', 'out_refund']],
    ['commercial_partner_id', '=', customer],
    ['state', '=', 'posted'],
  ];
  const today = todayIn(session);
  const [rows, open] = await withInvoicing(session, signal, () =>
    Promise.all([
      readTree(session, invoiceRow, {
        model: 'account.move',
        domain,
        spec: invoiceSpec,
        order: 'invoice_date desc, id desc',
        limit: LISTED_AT_MOST + 1,
        signal,
      }).then((found) => found ?? []),
      readOpenItems(session, customer, { schema: itemRow, spec: { partner_id: invoicingRight } }, signal),
    ]),
  );
  if (rows.length + open.length === 0) {
    await withInvoicing(session, signal, () => knownCustomer(session, customerId, signal, { credit_limit: {} }));
    return { results: [], more: false, totals: [] };
  }
  const items = open.map((row) => openItemOf(row, today));
  const byMove = Map.groupBy(items, ({ move }) => move);
  const listed = rows.slice(0, LISTED_AT_MOST);
  return {
    results: await Promise.all(listed.map((row) => invoiceOf(session, row, byMove.get(row.id) ?? [], signal))),
    more: rows.length > LISTED_AT_MOST,
    totals: await totalsOf(session, items, signal),
  };
}
