import type { DatabaseSync } from 'node:sqlite';
import { noteChange, transaction } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { type CustomerDoc, customerById, customerByNumber } from './catalogue.ts';

/** Merges one customer into another, as its users do on a page of theirs: documents move, and the old id leads to the survivor. */
export function mergeCustomers(db: DatabaseSync, number: string, into: string): CustomerDoc {
  const [gone, survivor] = [customerByNumber(db, number), customerByNumber(db, into)];
  if (!gone || !survivor || gone.id === survivor.id)
    throw new Refusal('refused', `Customer ${number} cannot be merged into ${into}.`, 'into');
  return transaction(db, () => {
    for (const table of ['orders', 'invoices', 'returns'])
      db.prepare(`update ${table} set customer = ? where customer = ?`).run(survivor.id, gone.id);
    db.prepare('update merged_customers set survivor = ? where survivor = ?').run(survivor.id, gone.id);
    db.prepare('insert into merged_customers (id, survivor) values (?, ?)').run(gone.id, survivor.id);
    db.prepare('delete from customer_keys where customer = ?').run(gone.id);
    db.prepare('delete from customers where id = ?').run(gone.id);
    for (const id of [gone.id, survivor.id]) noteChange(db, 'customer', id, id);
    return customerById(db, survivor.id) ?? survivor;
  });
}
