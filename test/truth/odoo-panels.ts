// Panels that are compared with more than a row of Odoo's tables.
import type { odoo } from '@backroom/backend/erp/odoo/index';
import type { connect } from '@backroom/backend/erp/transport/odoo/transport';
import { decimal, erpCustomerIdSchema, erpProductIdSchema, smaller } from '@backroom/shared';
import { z } from 'zod';
import * as goods from './odoo-goods-sql.ts';
import * as money from './odoo-money-sql.ts';
import type * as own from './odoo-sql.ts';
import { asked, call, type Figure, part } from './part.ts';

export type Context = {
  adapter: ReturnType<typeof odoo>;
  transport: Awaited<ReturnType<typeof connect>>;
  db: own.Db;
  company: number;
  today: string;
  /** From which Odoo delivers the orders of the key's user. */
  warehouse: number;
};
export const idOf = (id: number) => erpCustomerIdSchema.parse(String(id));
export const productIdOf = (id: number) => erpProductIdSchema.parse(String(id));

export function availableFigures(
  { adapter, db, warehouse }: Context,
  products: readonly own.Product[],
): Promise<Figure[]> {
  const productIds = products.map(({ id }) => productIdOf(id));
  return asked(
    'stock',
    () => part(adapter, 'stock').availability({ productIds }, call()),
    async ({ results }, of) => {
      for (const [index, { id, code, stocked }] of products.entries()) {
        const theirs =
          (await goods.kit(db, id, warehouse)) ?? (stocked ? await goods.available(db, id, warehouse) : null);
        const what = of(`${code} (${id}) for our orders`);
        what.decimal('on hand', results[index]?.onHand, theirs?.onhand);
        what.decimal('available', results[index]?.available, theirs?.available);
      }
    },
  );
}

/** Sums over everything open, and Odoo's own "Un-invoiced Balance" of orders where it counts all. */
export async function totalFigures({ adapter, transport, db, company, today }: Context, customer: own.Customer) {
  const customerId = idOf(customer.id);
  const sums = await asked(
    'invoices',
    () => part(adapter, 'invoices').list({ customerId }, call()),
    async ({ totals }, of) => {
      const theirs = await money.totals(db, customer.id, today);
      of(`customer ${customer.id}`).text('currencies', totals?.length, theirs.length);
      for (const each of theirs) {
        const ours = totals?.find(({ open }) => open.currency === each.currency);
        const what = of(`customer ${customer.id} in ${each.currency}`);
        what.decimal('open', ours?.open.amount, each.open);
        what.decimal('overdue', ours?.overdue.amount, each.overdue);
        what.text('next due', ours?.nextDue, each.next);
      }
    },
  );
  // 16 has no `amount_to_invoice` to compare with.
  if (!db.json) return sums;
  const orders = await money.plainOrders(db, customer.id);
  if (orders.length === 0 || !orders.every(({ plain }) => plain)) return sums;
  const balance = await asked(
    'credit',
    () => part(adapter, 'credit').position({ customerId }, call()),
    async ({ openOrders }, of) => {
      const read = { model: 'sale.order', method: 'read', ids: orders.map(({ id }) => id), ...call() };
      const context = { allowed_company_ids: [company] };
      const rows = await transport.send({ ...read, args: { fields: ['amount_to_invoice'] }, context });
      const theirs = z.array(z.object({ amount_to_invoice: z.number() })).parse(rows);
      const whole = theirs.reduce((sum, row) => sum + Math.round(Math.max(0, row.amount_to_invoice) * 100), 0);
      of(`customer ${customer.id}`).decimal('un-invoiced balance', openOrders?.amount, (whole / 100).toFixed(2));
    },
  );
  return [...sums, ...balance];
}

export function returnFigures({ adapter, db }: Context, customer: own.Customer): Promise<Figure[]> {
  return asked(
    'returns',
    () => part(adapter, 'returns').list({ customerId: idOf(customer.id) }, call()),
    async ({ results }, of) => {
      const theirs = await goods.returns(db, customer.id);
      of(`customer ${customer.id}`).text('returns', results.length, theirs.length);
      for (const each of theirs) {
        const ours = results.find(({ id }) => id === String(each.id));
        const what = of(`return ${each.number}`);
        what.text('day', ours?.requestedOn, each.day);
        what.text('order', ours?.orderNumber, each.ordernumber);
        what.text('rejected', ours?.status === 'rejected', each.state === 'cancel');
        if (each.back !== null) what.decimal('quantity', ours?.lines[0]?.quantity, each.back);
        if (each.credited !== null && each.state !== 'cancel')
          what.decimal(
            'credited',
            ours?.lines[0]?.credited,
            smaller(decimal(each.credited), decimal(each.back ?? '0')),
          );
      }
    },
  );
}
