import {
  add,
  type CreditPosition,
  compare,
  decimal,
  type ErpCustomer,
  type ErpOrder,
  type ErpReturn,
  type Invoice,
  type InvoicesPanel,
  type Money,
  negate,
} from '@backroom/shared';
import type { WriteBack, WriteBackField } from '../crm/contract/index.ts';
import { verdictOf } from '../flows/credit/service.ts';
import { totalsOf } from '../flows/invoices/totals.ts';

/** What the ERP has of one customer. Undefined: the flow is off, or this ERP has no such thing. */
export type OfCustomer = {
  customer?: ErpCustomer | null;
  invoices?: { results: Invoice[]; more?: boolean | undefined; totals?: InvoicesPanel['totals'] | undefined };
  credit?: CreditPosition;
  returns?: ErpReturn[];
};

const noJudgement = { freeAfterDeal: null, unjudged: null } as const;
const creditFields = (credit: CreditPosition | undefined): WriteBack =>
  credit === undefined
    ? {}
    : {
        creditAlert: alertOf(verdictOf(credit, noJudgement)),
        creditFree: credit.free?.amount ?? null,
        erpCurrency: credit.exposure.currency,
      };
const alertOf = (verdict: ReturnType<typeof verdictOf>) => (verdict === 'not_judged' ? null : verdict);

/** One currency or none: totals in several have no sum, and a field has room for one. */
function totals({ results, more = false, totals: told }: NonNullable<OfCustomer['invoices']>): WriteBack {
  const rows = told ?? (more ? null : totalsOf(results));
  const [only] = rows ?? [];
  if (rows === null || rows.length > 1) return { openTotal: null, overdueTotal: null, nextDue: null };
  if (!only) {
    // No invoice at all is nothing open; the currency is the credit position's or not known.
    return { openTotal: null, overdueTotal: null, nextDue: null };
  }
  return {
    openTotal: only.open,
    overdueTotal: only.overdue,
    nextDue: only.nextDue ?? (more ? null : nextDueOf(results)),
    erpCurrency: only.open.currency,
  };
}
function nextDueOf(invoices: readonly Invoice[]): string | null {
  const due = invoices.flatMap(({ kind, status, dueOn, open }) =>
    kind === 'invoice' &&
    dueOn !== null &&
    status !== 'paid' &&
    status !== 'cancelled' &&
    compare(open.amount, zero) > 0
      ? dueOn
      : [],
  );
  return due.sort()[0] ?? null;
}
const zero = decimal('0');

export function companyFields(of: OfCustomer): WriteBack {
  const { customer, invoices, credit, returns } = of;
  return {
    ...(customer
      ? { erpCustomerNumber: customer.number, paymentTerms: customer.paymentTerms, blocked: customer.blocked }
      : {}),
    ...creditFields(credit),
    ...(invoices ? totals(invoices) : {}),
    ...(returns ? { returnStatus: newest(returns)?.status ?? null } : {}),
  };
}
/** Without a day, the order of the list counts: newest first. */
const dayOf = ({ requestedOn }: ErpReturn): string => requestedOn ?? '';
const newest = (returns: readonly ErpReturn[]): ErpReturn | null =>
  returns.reduce<ErpReturn | null>((best, each) => (best && dayOf(best) >= dayOf(each) ? best : each), null);

const signed = ({ kind }: Invoice, amount: Money['amount']) => (kind === 'credit_note' ? negate(amount) : amount);
/** What was invoiced for an order and paid of it. Not known where older invoices of it may be missing, or in several currencies. */
function invoicedFor(order: ErpOrder, { results, more = false }: NonNullable<OfCustomer['invoices']>): WriteBack {
  const unknown = { invoicedTotal: null, paidTotal: null };
  const oldest = results.map(({ issuedOn }) => issuedOn).sort()[0] ?? '9999';
  // An order is not invoiced before it is made, and the list is newest first.
  if (more && order.orderedOn <= oldest) return unknown;
  const own = results.filter(({ orderNumber, status }) => orderNumber === order.number && status !== 'cancelled');
  const { currency } = order.total;
  if (own.some(({ total }) => total.currency !== currency)) return unknown;
  const invoiced = add(zero, ...own.map((each) => signed(each, each.total.amount)));
  const open = add(zero, ...own.map((each) => signed(each, each.open.amount)));
  return {
    invoicedTotal: { amount: invoiced, currency },
    paidTotal: { amount: add(invoiced, negate(open)), currency },
  };
}
/** Orders with a credit note, and what they come to. None where older documents may be missing, or are in several currencies. */
export function creditedOrders({ results, more = false }: NonNullable<OfCustomer['invoices']>) {
  if (more) return [];
  const noted = results.flatMap(({ kind, orderNumber }) =>
    kind === 'credit_note' && orderNumber ? [orderNumber] : [],
  );
  return [...new Set(noted)].flatMap((number) => {
    const own = results.filter(({ orderNumber, status }) => orderNumber === number && status !== 'cancelled');
    if (new Set(own.map(({ total }) => total.currency)).size !== 1) return [];
    const invoiced = add(zero, ...own.map((each) => signed(each, each.total.amount)));
    const open = add(zero, ...own.map((each) => signed(each, each.open.amount)));
    return [{ number, invoiced, paid: add(invoiced, negate(open)) }];
  });
}
export type CreditedOrder = ReturnType<typeof creditedOrders>[number];

/** Nothing more will come to the order by itself. */
const isOver = ({ status }: ErpOrder, fields: WriteBack): boolean =>
  status === 'cancelled' ||
  (status === 'invoiced' &&
    fields.invoicedTotal != null &&
    fields.paidTotal != null &&
    compare(fields.invoicedTotal.amount, fields.paidTotal.amount) === 0);

/** Returns to which something is still to come: goods, a credit note, or an answer. */
const moving: ReadonlySet<ErpReturn['status']> = new Set(['requested', 'approved', 'received', 'partly_credited']);

/** `settled`: nothing more will come to the order or its returns. Once the order is over, its customer's credit is no matter of this deal. */
export function dealFields(order: ErpOrder, of: OfCustomer): { fields: WriteBack; settled: boolean } {
  const shipped = order.deliveries
    .filter(({ status }) => status !== 'planned')
    .sort((left, right) => right.date.localeCompare(left.date))[0];
  const invoiced = of.invoices ? invoicedFor(order, of.invoices) : {};
  const over = isOver(order, invoiced);
  const back = of.returns?.filter(({ orderNumber }) => orderNumber === order.number);
  return {
    settled: over && !back?.some(({ status }) => moving.has(status)),
    fields: {
      orderNumber: order.number,
      orderStatus: order.status,
      orderTotal: order.total,
      // Where the ERP names none, what was promised at the conversion stays.
      ...(order.promisedOn ? { promiseDate: order.promisedOn } : {}),
      shippedOn: shipped?.date ?? null,
      tracking: shipped?.tracking ?? null,
      ...invoiced,
      ...(back ? { returnStatus: newest(back)?.status ?? null } : {}),
      ...(of.credit === undefined ? {} : over ? { creditAlert: null, creditFree: null } : onDeal(of.credit)),
    },
  };
}
const onDeal = (credit: CreditPosition): WriteBack => {
  const { creditAlert, creditFree } = creditFields(credit);
  return { ...(creditAlert === undefined ? {} : { creditAlert }), ...(creditFree === undefined ? {} : { creditFree }) };
};

/** As it is kept and compared: an amount without its currency, which has a field of its own or is the deal's. */
export const plain = (value: WriteBack[WriteBackField]): string | boolean | null =>
  value === null || value === undefined ? null : typeof value === 'object' ? value.amount : value;
export type Plain = Partial<Record<WriteBackField, string | boolean | null>>;

/** What differs from what was written last. Nothing is written to say that a field is still empty. */
export function changedFields(fields: WriteBack, written: Plain): WriteBack {
  const entries = Object.entries(fields) as [WriteBackField, WriteBack[WriteBackField]][];
  return Object.fromEntries(
    entries.filter(([name, value]) => value !== undefined && plain(value) !== (written[name] ?? null)),
  );
}
