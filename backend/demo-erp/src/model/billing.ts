import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import {
  add,
  type CreditPosition,
  type Currency,
  compare,
  currencySchema,
  type Decimal,
  decimal,
  divide,
  type Invoice,
  invoiceSchema,
  type Money,
  multiply,
  negate,
  round,
  subtract,
} from '@backroom/shared';
import { day, noteChange } from '../database.ts';
import { rates } from '../seed/cast/rates.ts';
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
/** A list shows this many; the totals are over all of them. */
const LISTED = 200;
/** Sums what is open. A credit note that is not yet used reduces it; what is overdue of invoices stays overdue until then. */
export function listInvoices(db: DatabaseSync, customer: string) {
  const all = invoicesOf(db, customer);
  const valid = all.filter(({ status }) => status !== 'cancelled');
  const totals = [...new Set(valid.map(({ open }) => open.currency))].map((currency) => {
    const these = valid.filter(({ open }) => open.currency === currency);
    const overdue = these.filter(({ status }) => status === 'overdue');
    const due = these.filter((each) => each.kind === 'invoice' && compare(each.open.amount, zero) > 0);
    return {
      open: { amount: add(zero, ...these.map(signed)), currency },
      overdue: { amount: add(zero, ...overdue.map(signed)), currency },
      nextDue: due.flatMap(({ dueOn }) => (dueOn !== null && dueOn >= day() ? [dueOn] : [])).sort()[0] ?? null,
    };
  });
  return { results: all.slice(0, LISTED), more: all.length > LISTED, totals };
}
/** What an invoice adds to what the customer owes. */
const signed = ({ kind, open }: Invoice): Decimal => (kind === 'credit_note' ? negate(open.amount) : open.amount);

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
  const row = db.prepare('select customer from invoices where id = ?').get(invoice.id);
  noteChange(db, 'invoice', invoice.id, String(row?.customer));
}

const buckets: readonly (readonly [from: number, to: number | null])[] = [
  [1, 30],
  [31, 60],
  [61, 90],
  [91, null],
];

/** What one unit of each other currency is worth in this one. */
const ratesInto = (currency: Currency): { currency: Currency; rate: Decimal }[] =>
  Object.entries(rates).flatMap(([code, rate]) =>
    code === currency
      ? []
      : [{ currency: currencySchema.parse(code), rate: divide(decimal(rates[currency] ?? '1'), decimal(rate)) }],
  );

/** Limit, open orders, receivable, ageing, in the customer's currency. Documents in other currencies count at today's rate. */
export function creditOf(db: DatabaseSync, customer: CustomerDoc): CreditPosition {
  const currency = customer.currency ?? currencySchema.parse('EUR');
  const money = (amount: Decimal): Money => ({ amount, currency });
  const others = ratesInto(currency);
  const inOwn = (amount: Decimal, of: Currency): Decimal => {
    const rate = others.find((other) => other.currency === of)?.rate;
    return rate === undefined ? amount : round(multiply(amount, rate), 2);
  };
  const documents = invoicesOf(db, customer.id).filter(({ status }) => status !== 'cancelled');
  const receivable = add(zero, ...documents.map((each) => inOwn(signed(each), each.open.currency)));
  const openAmount = add(
    zero,
    ...[currency, ...others.map((other) => other.currency)].map((each) =>
      inOwn(openTotalOf(db, customer.id, each), each),
    ),
  );
  const exposure = add(receivable, openAmount);
  const between = (from: number, to: number | null) =>
    add(
      zero,
      ...documents
        .filter(({ overdueDays }) => overdueDays >= from && (to === null || overdueDays <= to))
        .map(({ open }) => inOwn(open.amount, open.currency)),
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
    rates: others,
  };
}
