import { notFound } from './errors.ts';
import { createOrder, money, reserve, statusOf, submit, validOrder } from './orders.ts';
import { type Doc, type Store, siteDay } from './store.ts';

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** What people do on ERPNext's own pages. */
export function openDesk(store: Store) {
  const order = (name: string): Doc => {
    const found = store.get('Sales Order', name);
    if (!found) throw notFound('Sales Order', name);
    return found;
  };
  return {
    order,
    enter: (
      customer: string,
      lines: readonly (readonly [item: string, quantity: number])[],
      more: Doc = {},
    ): string => {
      const today = more.transaction_date ?? siteDay();
      const items = lines.map(([item_code, qty]) => ({ item_code, qty }));
      return String(
        submit(
          store,
          createOrder(store, { customer, transaction_date: today, delivery_date: daysAfter(today, 7), items, ...more }),
        ).name,
      );
    },
    deliver(name: string, share = 1): void {
      const found = order(name);
      const items = found.items.map((row: Doc) => {
        const quantity = money(row.qty * share);
        const bin = store.get('Bin', `${row.item_code} ${row.warehouse}`);
        if (bin) store.save('Bin', { ...bin, actual_qty: bin.actual_qty - quantity });
        reserve(store, row.item_code, row.warehouse, -quantity);
        return { ...row, delivered_qty: quantity };
      });
      const next = { ...found, items, per_delivered: share * 100 };
      store.save('Sales Order', { ...next, status: statusOf(next) });
    },
    invoice(name: string, posted = siteDay()): string {
      const found = order(name);
      const number = `ACC-SINV-${posted.slice(0, 4)}-${String(store.next('invoices')).padStart(5, '0')}`;
      const next = {
        ...found,
        per_billed: 100,
        items: found.items.map((row: Doc) => ({ ...row, billed_amt: row.amount })),
      };
      store.save('Sales Order', { ...next, status: statusOf(next) });
      const items = found.items.map(({ item_code, item_name, qty, rate, amount, name: so_detail }: Doc) => ({
        item_code,
        item_name,
        qty,
        rate,
        amount,
        sales_order: name,
        so_detail,
      }));
      const {
        customer,
        customer_name,
        company,
        currency,
        conversion_rate,
        po_no,
        net_total,
        total_taxes_and_charges,
        grand_total,
      } = found;
      store.save('Sales Invoice', {
        name: number,
        docstatus: 1,
        customer,
        customer_name,
        company,
        currency,
        conversion_rate,
        po_no,
        net_total,
        total_taxes_and_charges,
        grand_total,
        outstanding_amount: grand_total,
        posting_date: posted,
        due_date: daysAfter(posted, 30),
        is_return: 0,
        items,
        status: 'Unpaid',
      });
      return number;
    },
    allowSamePo(): void {
      store.settings.samePo = true;
    },
    pay(number: string, amount?: number): void {
      const found = store.get('Sales Invoice', number);
      if (!found) throw notFound('Sales Invoice', number);
      const left = money(found.outstanding_amount - (amount ?? found.outstanding_amount));
      store.save('Sales Invoice', { ...found, outstanding_amount: left, status: left === 0 ? 'Paid' : 'Partly Paid' });
    },
    /** A credit note against an invoice, not yet settled with it. */
    credit(number: string, amount: number): void {
      const found = store.get('Sales Invoice', number) as Doc;
      const name = `ACC-SINV-RET-${String(store.next('returns')).padStart(5, '0')}`;
      store.save('Sales Invoice', {
        ...found,
        name,
        is_return: 1,
        return_against: number,
        net_total: -amount,
        grand_total: -amount,
        outstanding_amount: -amount,
        status: 'Return',
      });
    },
    /** "Duplicate": fields that are not to be copied stay empty. */
    copy(name: string): string {
      const {
        name: _,
        backroom_reference: __,
        po_no: ___,
        docstatus: ____,
        status: _____,
        per_delivered: _d,
        per_billed: _b,
        ...rest
      } = order(name);
      return String(
        createOrder(store, {
          ...rest,
          items: rest.items.map(({ name: _n, delivered_qty: _q, billed_amt: _a, ...row }: Doc) => row),
        }).name,
      );
    },
    amend(name: string, quantity: number): void {
      const found = order(name);
      const items = found.items.map((row: Doc, nth: number) => (nth === 0 ? { ...row, qty: quantity } : row));
      store.save('Sales Order', validOrder(store, { ...found, items }, found));
    },
  };
}
export type Desk = ReturnType<typeof openDesk>;
