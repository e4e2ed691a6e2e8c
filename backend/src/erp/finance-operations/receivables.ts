import {
  add,
  type CreditPosition,
  compare,
  creditPositionSchema,
  type Decimal,
  decimal,
  type Invoice,
  invoiceSchema,
  isNegative,
  isZero,
  subtract,
} from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { ageingOf } from '../kit/ageing.ts';
import { fit } from '../transport/json.ts';
import { text } from '../transport/odata/query.ts';
import { customerRowOf } from './customers.ts';
import { BLOCKED } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { invoiceRow, type TransactionRow, transactionRow } from './rows.ts';
import { dayOf, daysBetween, rowsIn, type Session } from './session.ts';

const zero = decimal('0');
const SHOWN = 100;
const openOf = ({ AmountCur, SettleAmountCur }: TransactionRow): Decimal => subtract(AmountCur, SettleAmountCur);
/** Customer transactions: their set differs by version, so the connection names it. Without it neither invoices nor receivables are known. */
async function transactionsOf(session: Session, customerId: string, signal: AbortSignal): Promise<TransactionRow[]> {
  if (session.transactions === null)
    throw new ErpError('unsupported', 'no transactions', {
      field: 'transactionsEntity',
      words: 'This connection names no entity for customer transactions.',
    });
  return session.rows(transactionRow, session.transactions, `OrderAccount eq ${text(customerId)}`, signal);
}
const late = ({ DueDate }: TransactionRow, today: string): number =>
  DueDate === null ? 0 : Math.max(0, daysBetween(DueDate, today));

/** Which order each invoice is of: a transaction does not say it. Where the set is missing or closed to us, nobody does. */
async function ordersOf(
  session: Session,
  invoices: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const unknown = (error: unknown) => {
    if (error instanceof ErpError && ['not_found', 'unauthorised', 'refused'].includes(error.kind)) return [];
    throw error;
  };
  const rows = await rowsIn(session, invoiceRow, 'SalesInvoiceHeadersV2', ['InvoiceNumber', invoices], signal).catch(
    unknown,
  );
  return new Map(
    rows.flatMap(({ InvoiceNumber, SalesOrderNumber: order }) => (order === null ? [] : [[InvoiceNumber, order]])),
  );
}

function toInvoice(session: Session, row: TransactionRow, today: string): Invoice {
  const credit = isNegative(row.AmountCur);
  const open = openOf(row);
  const days = credit || isZero(open) ? 0 : late(row, today);
  const part = compare(open, row.AmountCur) !== 0;
  return fit(
    invoiceSchema,
    {
      id: row.Invoice,
      number: row.Invoice,
      kind: credit ? 'credit_note' : 'invoice',
      issuedOn: row.TransDate,
      dueOn: credit ? null : row.DueDate,
      total: session.money(credit ? subtract(zero, row.AmountCur) : row.AmountCur, row.CurrencyCode),
      open: session.money(credit ? subtract(zero, open) : open, row.CurrencyCode),
      status: isZero(open) ? 'paid' : days > 0 ? 'overdue' : part ? 'part_paid' : 'open',
      overdueDays: days,
      orderNumber: null,
      hasPdf: false,
    },
    'transactions',
  );
}
/** All transactions are read, so the totals are those of the customer's account: payments without an invoice count in them. */
export async function invoicesOf(
  session: Session,
  customerId: string,
  signal: AbortSignal,
): Promise<Out<'invoices.list'>> {
  const rows = await transactionsOf(session, customerId, signal);
  if (rows.length === 0 && !(await customerRowOf(session, customerId, signal))) throw unknownCustomer(customerId);
  const today = dayOf(session);
  const invoices = rows
    .filter(({ Invoice: number, AmountCur }) => number !== null && !isZero(AmountCur))
    .map((row) => toInvoice(session, row, today))
    .sort((left, right) => right.issuedOn.localeCompare(left.issuedOn));
  const shown = invoices.slice(0, SHOWN);
  const numbers = shown.map(({ number }) => number);
  const orders = await ordersOf(session, numbers, signal);
  const totals = [...Map.groupBy(rows, ({ CurrencyCode }) => CurrencyCode ?? session.currency)].map(
    ([currency, own]) => {
      const due = own.filter((row) => !isNegative(row.AmountCur) && !isZero(openOf(row)));
      return {
        open: session.money(add(zero, ...own.map(openOf)), currency),
        overdue: session.money(add(zero, ...due.filter((row) => late(row, today) > 0).map(openOf)), currency),
        nextDue:
          due
            .map(({ DueDate }) => DueDate)
            .filter((day) => day !== null)
            .sort()[0] ?? null,
      };
    },
  );
  return {
    results: shown.map((each) => ({ ...each, orderNumber: orders.get(each.number) ?? null })),
    more: invoices.length > SHOWN,
    totals,
  };
}

/** Limit of the customer, and what it owes. Open orders are not counted: no entity gives their value with tax. */
export async function creditOf(session: Session, customerId: string, signal: AbortSignal): Promise<CreditPosition> {
  const [customer, rows] = await Promise.all([
    customerRowOf(session, customerId, signal),
    transactionsOf(session, customerId, signal),
  ]);
  if (!customer) throw unknownCustomer(customerId);
  const open = rows.filter((row) => !isZero(openOf(row)));
  const foreign = open.find(({ CurrencyCode }) => CurrencyCode !== null && CurrencyCode !== session.currency);
  if (foreign)
    throw new ErpError('unsupported', 'open items in another currency', {
      words: `The customer has open items in ${foreign.CurrencyCode}; what they come to in ${session.currency} is not known.`,
    });
  const today = dayOf(session);
  const money = (amount: Decimal) => session.money(amount, null);
  const receivable = add(zero, ...open.map(openOf));
  const items = open
    .filter((row) => !isNegative(row.AmountCur))
    .map((row) => ({ late: late(row, today), amount: openOf(row) }));
  const overdue = items.filter((item) => item.late > 0);
  // A limit of zero counts only where a limit is mandatory.
  const limit = isZero(customer.CreditLimit) && !customer.CreditLimitIsMandatory ? null : customer.CreditLimit;
  const position = {
    limit: limit === null ? null : money(limit),
    openOrders: null,
    receivable: money(receivable),
    exposure: money(receivable),
    free: limit === null ? null : money(subtract(limit, receivable)),
    overdue: money(add(zero, ...overdue.map(({ amount }) => amount))),
    ageing: ageingOf(overdue, money),
    blocked: BLOCKED.has(customer.OnHoldStatus),
    blockedReason: BLOCKED.has(customer.OnHoldStatus) ? `On hold: ${customer.OnHoldStatus}` : null,
  };
  return fit(creditPositionSchema, position, 'transactions');
}
