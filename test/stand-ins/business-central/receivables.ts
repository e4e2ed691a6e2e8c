import { add, type Decimal, decimal, subtract } from '@backroom/shared';
import type { Row, Store } from './database.ts';
import { daysAfter, today } from './days.ts';

const zero = decimal('0');
const sum = (values: readonly (string | number | undefined)[]) =>
  add(zero, ...values.map((value) => String(value ?? 0) as Decimal));
const entriesOf = (store: Store, customer: Row) =>
  store.all('select * from customer_ledger where customer = ? order by id', String(customer.id));

/** `customerFinancialDetails`: the customer's ledger in the company's currency, as of the work date. */
export function financialDetailsOf(store: Store, customer: Row): Row {
  const entries = entriesOf(store, customer);
  const day = today();
  const sales = store.all(
    "select totalAmountExcludingTax as net from salesInvoices where customerId = ? and status in ('Open', 'Paid')",
    String(customer.id),
  );
  return {
    id: String(customer.id),
    number: String(customer.number),
    balance: sum(entries.map(({ amount_lcy }) => amount_lcy)),
    totalSalesExcludingTax: sum(sales.map(({ net }) => net)),
    overdueAmount: sum(entries.filter(({ due }) => String(due) < day).map(({ remaining_lcy }) => remaining_lcy)),
    lastModifiedDateTime: String(customer.lastModifiedDateTime),
  };
}

/** `agedAccountsReceivable`: what is open, by the age of its due date, in periods of 30 days. */
export function agedOf(store: Store, customer: Row): Row {
  const open = entriesOf(store, customer);
  const day = today();
  const since = [0, 30, 60].map((days) => daysAfter(day, -days));
  const within = (from: string | null, to: string | null) =>
    sum(
      open
        .filter(({ due }) => (from === null || String(due) < from) && (to === null || String(due) >= to))
        .map(({ remaining_lcy }) => remaining_lcy),
    );
  const [now = day, month = day, two = day] = since;
  return {
    customerId: String(customer.id),
    customerNumber: String(customer.number),
    name: String(customer.displayName),
    currencyCode: '',
    balanceDue: within(null, null),
    currentAmount: within(null, now),
    period1Label: '1 - 30',
    period1Amount: within(now, month),
    period2Label: '31 - 60',
    period2Amount: within(month, two),
    period3Label: '61 -',
    period3Amount: within(two, null),
    agedAsOfDate: day,
    periodLengthFilter: '30D',
  };
}

export type Entry = {
  company: string;
  customer: string;
  document: string;
  kind: 'invoice' | 'payment' | 'credit_memo';
  currency: string;
  amount: Decimal;
  amountLcy: Decimal;
  posted: string;
  due: string;
};
export function post(store: Store, entry: Entry): number {
  const { company, customer, document, kind, currency, amount, amountLcy, posted, due } = entry;
  store.run(
    `insert into customer_ledger (company, customer, document, kind, currency, amount, remaining, amount_lcy, remaining_lcy, posted, due)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[company, customer, document, kind, currency, amount, amount, amountLcy, amountLcy, posted, due],
  );
  const id = Number(store.one('select last_insert_rowid() as id')?.id);
  refreshBalance(store, customer);
  return id;
}
/** Takes a payment or a credit memo off what is open of an invoice; what is left of it stays open on its own entry. */
export function apply(store: Store, from: number, to: number): void {
  const [left, right] = [from, to].map((id) => store.one('select * from customer_ledger where id = ?', id));
  if (!left || !right) throw new Error('no such ledger entry');
  const least = (one: Decimal, other: Decimal) => (Number(one) < Number(other) ? one : other);
  for (const column of ['remaining', 'remaining_lcy'] as const) {
    const [credit, debit] = [subtract(zero, String(left[column]) as Decimal), String(right[column]) as Decimal];
    const settled = least(credit, debit);
    store.run(`update customer_ledger set ${column} = ? where id = ?`, subtract(settled, credit), from);
    store.run(`update customer_ledger set ${column} = ? where id = ?`, subtract(debit, settled), to);
  }
  refreshBalance(store, String(right.customer));
}
/** `balanceDue` is kept on the customer, so that it can be filtered by. */
function refreshBalance(store: Store, customer: string): void {
  const entries = store.all('select amount from customer_ledger where customer = ?', customer);
  store.run(
    'update customers set balanceDue = ?, _rev = _rev + 1 where id = ?',
    sum(entries.map(({ amount }) => amount)),
    customer,
  );
}
