import type { Body, Rec, Store } from './database.ts';
import { dayOf, daysBetween } from './days.ts';
import { money } from './values.ts';

/** What a customer owes in its primary currency, as its form shows it. */
export function receivables(store: Store, customer: Rec, today = dayOf()): Body {
  const own = Number(store.find('currency', customer.body.currency?.id ?? '1')?.body.exchangeRate ?? 1);
  const local = ({ body }: Rec, amount: unknown) => (Number(amount) * Number(body.exchangeRate ?? 1)) / own;
  const open = store.ofEntity(customer.id, 'invoice').filter(({ body }) => body.amountRemaining > 0);
  const overdue = open.filter(({ body }) => body.dueDate < today);
  const credits = [...store.ofEntity(customer.id, 'creditMemo'), ...store.ofEntity(customer.id, 'customerPayment')];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const unapplied = sum(credits.map((rec) => local(rec, rec.body.unapplied ?? 0)));
  const unbilled = store
    .ofEntity(customer.id, 'salesOrder')
    .filter(({ body }) => !['C', 'G', 'H', 'A'].includes(body.status?.id))
    .map((rec) => {
      const lines = rec.body.item.items as Body[];
      const left = sum(
        lines
          .filter(({ isClosed }) => isClosed !== true)
          .map(({ amount, quantity = 1, quantityBilled = 0 }) => (amount * (quantity - quantityBilled)) / quantity),
      );
      const share = rec.body.subtotal === 0 ? 0 : left / rec.body.subtotal;
      return local(rec, rec.body.total * share);
    });
  return {
    balance: money(sum(open.map((rec) => local(rec, rec.body.amountRemaining))) - unapplied),
    overdueBalance: money(sum(overdue.map((rec) => local(rec, rec.body.amountRemaining)))),
    daysOverdue: Math.max(0, ...overdue.map(({ body }) => daysBetween(body.dueDate, today))),
    unbilledOrders: money(sum(unbilled)),
    depositBalance: 0,
  };
}
