import type { DatabaseSync } from 'node:sqlite';
import type { ErpOrder } from '@backroom/shared';
import { day } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { createInvoice, invoicesOf, payInvoice } from './billing.ts';
import { customerOf, orderById, saveOrder } from './orders.ts';

/** The next step of an order's life: delivered, then invoiced, then paid. */
export function advance(db: DatabaseSync, id: string): ErpOrder {
  const order = orderById(db, id);
  if (!order) throw new Refusal('not_found', `There is no order ${id}.`);
  const customer = customerOf(db, id);
  if (order.status === 'confirmed' || order.status === 'partly_delivered')
    return saveOrder(db, {
      ...order,
      status: 'delivered',
      lines: order.lines.map((line) => ({ ...line, delivered: line.quantity })),
      deliveries: [
        ...order.deliveries,
        {
          number: `DN-${order.number.slice(3)}-${order.deliveries.length + 1}`,
          date: day(),
          status: 'shipped',
          tracking: `TRK${order.number.slice(3)}`,
        },
      ],
    });
  if (order.status === 'delivered') {
    createInvoice(db, customer, {
      total: order.total,
      open: order.total.amount,
      issuedOn: day(),
      dueOn: day(30),
      orderNumber: order.number,
    });
    return saveOrder(db, { ...order, status: 'invoiced' });
  }
  const invoice = invoicesOf(db, customer).find(
    ({ orderNumber, open }) => orderNumber === order.number && !/^0(\.0+)?$/.test(open.amount),
  );
  if (!invoice) throw new Refusal('refused', `Order ${order.number} is finished.`, 'status');
  payInvoice(db, invoice);
  return order;
}
