import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { decimal, type ErpOrder, erpOrderSchema } from '@backroom/shared';
import { day, noteChange, transaction } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { customerOf, orderById } from './orders.ts';

/**
 * A draft with the lines of another order, as a person makes it. The reference says which request an order came from, and the copy came from none: it
 * does not take it along.
 */
export function copyOrder(db: DatabaseSync, id: string): ErpOrder {
  const order = orderById(db, id);
  if (!order) throw new Refusal('not_found', `There is no order ${id}.`);
  return transaction(db, () => {
    const seq = Number(db.prepare('select coalesce(max(seq), 0) + 1 as next from orders').get()?.next);
    const copy = erpOrderSchema.parse({
      ...order,
      id: randomUUID(),
      number: `SO-${100_000 + seq}`,
      reference: null,
      status: 'draft',
      orderedOn: day(),
      lines: order.lines.map((line) => ({ ...line, delivered: decimal('0') })),
      deliveries: [],
    });
    db.prepare(
      'insert into orders (id, number, reference, customer, status, doc, received_at) values (?, ?, null, ?, ?, ?, ?)',
    ).run(copy.id, copy.number, customerOf(db, order.id), copy.status, JSON.stringify(copy), new Date().toISOString());
    noteChange(db, 'order', copy.id, customerOf(db, order.id));
    return copy;
  });
}
