import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import {
  add,
  type CreditPosition,
  compare,
  currencySchema,
  type Decimal,
  decimal,
  type Invoice,
  invoiceSchema,
  type Money,
  subtract,
} from '@backroom/shared';
import { day, noteChange } from '../database.ts';
import { type CustomerDoc, readDoc } from './catalogue.ts';
import { openTotalOf } from './open-orders.ts';

const zero = decimal('0');
const dayMs = 86_400_000;

/** Status and days overdue follow from the open amount and the day, so they are never stored. */
function asOfToday(invoice: Invoice): Invoice {
  if (invoice.status === 'cancelled') return invoice;
  const paid = compare(invoice.open.amount, zero) === 0;
  const late = invoice.dueOn === null ? 0 : Math.floor((Date.parse(day()) - Date.parse(invoice.dueOn)) / dayMs);
  if (paid) return { ...invoice, status: 'paid', overdueDays: 0 };
  if (late > 0 && invoice.kind === 'invoice') return { ...invoice, status: 'overdue', overdueDays: late };
  const part = compare(invoice.open.amount, invoice.total.amount) < 0;
  return { ...invoice, status: part ? 'part_paid' : 'open', overdueDays: 0 };
}
export const invoicesOf = (db: DatabaseSync, customer: string): Invoice[] =>
  db
    .prepare("select doc from invoices where customer = ? order by doc ->> 'issuedOn' desc, number desc")
    .all(customer)
    .flatMap((row) => readDoc(invoiceSchema, row) ?? [])
    .map(asOfToday);
export function invoiceById(db: DatabaseSync, id: string): { invoice: Invoice; customer: string } | null {
  const row = db.prepare('select customer, doc from invoices where id = ?').get(id);
  const invoice = readDoc(invoiceSchema, row);
  return invoice && { invoice: asOfToday(invoice), customer: String(row?.customer) };
}

export function createInvoice(
  db: DatabaseSync,
  customer: string,
  more: {
    total: Money;
    open: Decimal;
    issuedOn: string;
    dueOn: string;
    orderNumber: string | null;
    kind?: Invoice['kind'];
  },
): Invoice {
  const count = Number(db.prepare('select count(*) as n from invoices').get()?.n);
  const invoice = invoiceSchema.parse({
    id: randomUUID(),
    number: `${more.kind === 'credit_note' ? 'CN' : 'INV'}-${20_000 + count + 1}`,
    kind: more.kind ?? 'invoice',
    issuedOn: more.issuedOn,
    dueOn: more.dueOn,
    total: more.total,
    open: { amount: more.open, currency: more.total.currency },
    status: 'open',
    overdueDays: 0,
    orderNumber: more.orderNumber,
    hasPdf: true,
  });
  db.prepare('insert into invoices (id, number, customer, doc) values (?, ?, ?, ?)').run(
    invoice.id,
    invoice.number,
    customer,
    JSON.stringify(invoice),
  );
  noteChange(db, 'invoice', invoice.id, customer);
  return invoice;
}
export function payInvoice(db: DatabaseSync, invoice: Invoice): void {
  const paid: Invoice = { ...invoice, open: { ...invoice.open, amount: zero }, status: 'paid', overdueDays: 0 };
  db.prepare('update invoices set doc = ? where id = ?').run(JSON.stringify(paid), invoice.id);
  noteChange(db, 'invoice', invoice.id, null);
}

const buckets: readonly (readonly [from: number, to: number | null])[] = [
  [1, 30],
  [31, 60],
  [61, 90],
  [91, null],
];

/** Limit, open orders, receivable, ageing. Only documents in the customer's own currency count towards it. */
export function creditOf(db: DatabaseSync, customer: CustomerDoc): CreditPosition {
  const currency = customer.currency ?? currencySchema.parse('EUR');
  const money = (amount: Decimal): Money => ({ amount, currency });
  const open = invoicesOf(db, customer.id).filter(
    (invoice) => invoice.open.currency === currency && invoice.kind === 'invoice',
  );
  const receivable = add(zero, ...open.map((invoice) => invoice.open.amount));
  const openAmount = openTotalOf(db, customer.id, currency);
  const exposure = add(receivable, openAmount);
  const between = (from: number, to: number | null) =>
    add(
      zero,
      ...open
        .filter(({ overdueDays }) => overdueDays >= from && (to === null || overdueDays <= to))
        .map((invoice) => invoice.open.amount),
    );
  const limit = customer.creditLimit === null ? null : decimal(customer.creditLimit);
  return {
    limit: limit && money(limit),
    openOrders: money(openAmount),
    receivable: money(receivable),
    exposure: money(exposure),
    free: limit && money(subtract(limit, exposure)),
    overdue: money(between(1, null)),
    ageing: buckets.map(([fromDays, toDays]) => ({ fromDays, toDays, amount: money(between(fromDays, toDays)) })),
    blocked: customer.blocked,
    blockedReason: customer.blockedReason,
  };
}
