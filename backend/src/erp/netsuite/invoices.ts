import { compare, type Decimal, type Invoice, invoiceSchema, isZero, negate } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { type CustomerRecord, customerWith } from './customer-record.ts';
import { letterOf, PAID, TYPE, VOIDED } from './facts.ts';
import { idOf, unknownCustomer } from './faults.ts';
import { dayOf, daysBetween, type Session } from './session.ts';
import { day, type Has, optional, text, texts } from './sql.ts';
import { amount, blank, date, flag, id, number, optionalId, zero } from './values.ts';

const SHOWN = 100;
const invoiceRow = z.object({
  id,
  tranid: z.string(),
  type: z.string(),
  issued: date,
  due: date,
  status: z.string(),
  currency: optionalId,
  total: number,
  unpaid: amount,
  unused: amount,
  voided: flag,
  ordernumber: blank,
});
type InvoiceRow = z.output<typeof invoiceRow>;

const newest =
  (customer: string) =>
  (has: Has): string =>
    `SELECT t.id, t.tranid, t.type, ${day('t.trandate', 'issued')}, ${day('t.duedate', 'due')}, t.status, t.foreigntotal AS total, t.foreignamountunpaid AS unpaid${optional(
      has,
      'foreignpaymentamountunused',
      ', t.foreignpaymentamountunused AS unused',
    )}${optional(has, 'currency', ', t.currency')}${optional(has, 'voided', ', t.voided')}, o.tranid AS ordernumber FROM transaction t JOIN transactionline tl ON tl.transaction = t.id AND tl.mainline = 'T' LEFT JOIN transaction o ON o.id = tl.createdfrom AND o.type = ${text(TYPE.order)} WHERE t.type IN (${texts([TYPE.invoice, TYPE.credit])}) AND t.entity = ${customer} ORDER BY t.trandate DESC, t.id DESC FETCH FIRST ${SHOWN + 1} ROWS ONLY`;

const size = (value: Decimal): Decimal => (value.startsWith('-') ? negate(value) : value);
function statusOf(
  row: InvoiceRow,
  open: Decimal,
  total: Decimal,
  today: string,
): Pick<Invoice, 'status' | 'overdueDays'> {
  if (row.voided || letterOf(row.status) === VOIDED) return { status: 'cancelled', overdueDays: 0 };
  if (isZero(open)) return { status: 'paid', overdueDays: 0 };
  const late = row.type === TYPE.credit || row.due === null ? 0 : daysBetween(row.due, today);
  if (late > 0) return { status: 'overdue', overdueDays: late };
  return { status: compare(open, total) < 0 ? 'part_paid' : 'open', overdueDays: 0 };
}
function toInvoice(session: Session, row: InvoiceRow, today: string): Invoice {
  const isCredit = row.type === TYPE.credit;
  const total = size(row.total);
  // What is left of a credit memo is not unpaid but unused.
  const left = isCredit ? (row.unused ?? row.unpaid) : row.unpaid;
  const isPaid = letterOf(row.status) === PAID && !isCredit;
  // An amount that is not there is not zero, unless nothing is open.
  if (left === null && !isPaid && !row.voided && !isCredit)
    throw new ErpError('drift', `invoice ${row.tranid}: no open amount`, { field: 'transaction.foreignamountunpaid' });
  const open = isPaid ? zero : size(left ?? zero);
  const { status, overdueDays } = statusOf(row, open, total, today);
  return fit(
    invoiceSchema,
    {
      id: row.id,
      number: row.tranid,
      kind: isCredit ? 'credit_note' : 'invoice',
      issuedOn: row.issued,
      dueOn: isCredit ? null : row.due,
      total: session.money(total, row.currency),
      open: session.money(status === 'cancelled' ? zero : open, row.currency),
      status,
      overdueDays,
      orderNumber: row.ordernumber,
      hasPdf: session.settings.restlet !== null,
    },
    'transaction',
  );
}

/** NetSuite's own sums, by currency: payments and deposits that nobody has applied are in them, and in no invoice. */
function totalsOf(
  session: Session,
  customer: CustomerRecord,
  nextDue: (currency: string) => { nextDue?: string | null },
) {
  const lists = customer.currencyList?.filter(({ balance }) => balance !== null) ?? [];
  const sums =
    lists.length > 0
      ? lists
      : [{ currency: customer.currency, balance: customer.balance, overdueBalance: customer.overdueBalance }];
  return sums.flatMap(({ currency, balance, overdueBalance }) => {
    if (balance === null) return [];
    const open = session.money(balance, currency);
    // A balance without what is overdue of it is half a figure.
    return overdueBalance === null
      ? []
      : [{ open, overdue: session.money(overdueBalance, currency), ...nextDue(open.currency) }];
  });
}

export async function invoicesOf(
  session: Session,
  customerId: string,
  signal: AbortSignal,
): Promise<Out<'invoices.list'>> {
  const customer = idOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const [rows, record] = await Promise.all([
    session.rows(invoiceRow, newest(customer), signal),
    customerWith(session, customerId, signal),
  ]);
  const today = dayOf(session);
  const more = rows.length > SHOWN;
  const results = rows.slice(0, SHOWN).map((row) => toInvoice(session, row, today));
  const due = results.filter(({ kind, open }) => kind === 'invoice' && !isZero(open.amount));
  const totals = totalsOf(session, record, (currency) =>
    more
      ? {}
      : {
          nextDue:
            due.flatMap(({ dueOn, open }) => (dueOn !== null && open.currency === currency ? dueOn : [])).sort()[0] ??
            null,
        },
  );
  return { results, more, ...(totals.length > 0 ? { totals } : {}) };
}
