import { type Amount, least, rounded, times, zero } from './amounts.ts';
import { outstanding } from './computed.ts';
import { dayOf, daysAfter, midnight } from './days.ts';
import { dec, type Row, type Store, text } from './store.ts';

type Posting = {
  customer: Row;
  type: 'Invoice' | 'CreditNote' | 'PurchasePaymentSalesReceipt';
  net: Amount;
  tax: Amount;
  reference: string;
  second: string;
  day: string;
  due?: string;
};
/** Posts a transaction to the sales ledger. Credit notes and receipts are negative. */
export function post(
  store: Store,
  { customer, type, net, tax, reference, second, day, due = day }: Posting,
  now: number,
): Row {
  const currency = store.table('currency').find(text(customer, 'currency_id'));
  const rate = dec(currency, 'core_currency_rate');
  const sign = type === 'Invoice' ? 1n : -1n;
  const inBase = (value: Amount): Amount => rounded((value * 10n ** 12n) / rate, 2);
  const [goods, vat] = [net * sign, tax * sign];
  return store.table('sales_posted_transaction').save(
    {
      ...{
        customer_id: customer.id,
        trader_transaction_type: `TradingAccountEntryType${type}`,
        reference,
        second_reference: second,
      },
      ...{
        transaction_date: midnight(day),
        posted_date: midnight(dayOf(now)),
        due_date: midnight(due),
        full_settlement_date: null,
      },
      ...{
        document_goods_value: goods,
        document_tax_value: vat,
        document_gross_value: goods + vat,
        document_allocated_value: zero,
      },
      ...{
        base_goods_value: inBase(goods),
        base_tax_value: inBase(vat),
        base_gross_value: inBase(goods + vat),
        base_allocated_value: zero,
      },
      ...{
        exchange_rate: rate,
        urn: String(Number(store.number('urn'))),
        user_name: 'Accounts',
        settled_immediately: false,
      },
    },
    now,
  );
}
/** When an invoice of a day is due: so many days after it, or after the end of its month. */
export function dueDay(customer: Row, day: string): string {
  const days = Number(customer.payment_terms_days ?? 30);
  if (customer.payment_terms_basis !== 'PaymentDueFromEndOfMonth') return daysAfter(day, days);
  const [year = 0, month = 0] = day.split('-').map(Number);
  return daysAfter(dayOf(Date.UTC(year, month, 0)), days);
}
/** Allocates a receipt or credit note to an invoice. */
export function allocateTo(store: Store, invoice: Row, credit: Row, value: Amount, now: number): void {
  const size = least(least(value, outstanding(invoice)), -outstanding(credit));
  for (const [entry, by] of [
    [invoice, size],
    [credit, -size],
  ] as const) {
    const allocated = dec(entry, 'document_allocated_value') + by;
    const rate = dec(entry, 'exchange_rate');
    const isSettled = allocated === dec(entry, 'document_gross_value');
    store.table('sales_posted_transaction').save(
      {
        ...entry,
        ...{ document_allocated_value: allocated, base_allocated_value: rounded((allocated * 10n ** 12n) / rate, 2) },
        full_settlement_date: isSettled ? midnight(dayOf(now)) : null,
      },
      now,
    );
  }
}
export const inShare = (value: Amount, done: Amount, whole: Amount): Amount =>
  whole === zero ? zero : rounded((times(value, done) * 10n ** 12n) / whole, 2);
