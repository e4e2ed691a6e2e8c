import type { DatabaseSync } from 'node:sqlite';
import { add, type Decimal, decimal, type ErpOrder, erpOrderSchema, subtract } from '@backroom/shared';
import { z } from 'zod';

const zero = decimal('0');
const row = z.object({ customer: z.string(), doc: z.string() });
const isOpen = ({ status }: ErpOrder) => status === 'confirmed' || status === 'partly_delivered';
type Sums = { reserved: Map<string, Decimal>; owed: Map<string, Decimal>; open: Map<string, [string, ErpOrder]> };
/** One process owns the file, so what it has summed up stays true: reading ten thousand orders for each stock figure would be the whole day's work. */
const kept = new WeakMap<DatabaseSync, Sums>();
const owedKey = (customer: string, currency: string) => `${customer}|${currency}`;

function change(sums: Sums, customer: string, order: ErpOrder, by: typeof add | typeof subtract): void {
  for (const line of order.lines)
    sums.reserved.set(line.code, by(sums.reserved.get(line.code) ?? zero, subtract(line.quantity, line.delivered)));
  const key = owedKey(customer, order.total.currency);
  sums.owed.set(key, by(sums.owed.get(key) ?? zero, order.total.amount));
}

function sumsOf(db: DatabaseSync): Sums {
  const known = kept.get(db);
  if (known) return known;
  const sums: Sums = { reserved: new Map(), owed: new Map(), open: new Map() };
  kept.set(db, sums);
  for (const each of db
    .prepare("select customer, doc from orders where status in ('confirmed', 'partly_delivered')")
    .all()) {
    const { customer, doc } = row.parse(each);
    noteOrder(db, customer, erpOrderSchema.parse(JSON.parse(doc)));
  }
  return sums;
}

/** To be called with each order that was written, after its commit. */
export function noteOrder(db: DatabaseSync, customer: string, order: ErpOrder): void {
  // Not asked for yet: the first question reads the table, this order included.
  const sums = kept.get(db);
  if (!sums) return;
  const before = sums.open.get(order.id);
  if (before) change(sums, ...before, subtract);
  sums.open.delete(order.id);
  if (!isOpen(order)) return;
  sums.open.set(order.id, [customer, order]);
  change(sums, customer, order, add);
}

/** What open orders still have to deliver of a product. */
export const reservedOf = (db: DatabaseSync, code: string): Decimal => sumsOf(db).reserved.get(code) ?? zero;
/** Total of a customer's open orders in one currency. */
export const openTotalOf = (db: DatabaseSync, customer: string, currency: string): Decimal =>
  sumsOf(db).owed.get(owedKey(customer, currency)) ?? zero;
