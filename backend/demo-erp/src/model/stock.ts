import type { DatabaseSync } from 'node:sqlite';
import { type Availability, availabilitySchema } from '@backroom/backend/erp/contract/schemas';
import { add, type Decimal, decimal, decimalSchema, subtract } from '@backroom/shared';
import { z } from 'zod';
import type { ProductDoc } from './catalogue.ts';
import { reservedOf } from './open-orders.ts';

export const warehouses = [
  { code: 'HAM', name: 'Hamburg' },
  { code: 'LYS', name: 'Lyon' },
  { code: 'ZRH', name: 'Zürich' },
] as const;
const zero = decimal('0');
const stockRow = z.object({ product: z.string(), warehouse: z.string(), on_hand: decimalSchema });
const incomingRow = z.object({ product: z.string(), warehouse: z.string(), date: z.string(), quantity: decimalSchema });

/** Availability of many products in one go. Reservations are taken from the first warehouse that has stock. */
export function availabilityOf(db: DatabaseSync, products: readonly (ProductDoc | null)[]): (Availability | null)[] {
  return products.map((product) => {
    if (!product) return null;
    const rows = db
      .prepare('select * from stock where product = ?')
      .all(product.id)
      .map((row) => stockRow.parse(row));
    const incoming = db
      .prepare('select * from incoming where product = ? order by date')
      .all(product.id)
      .map((row) => incomingRow.parse(row));
    const held = reservedOf(db, product.code);
    const onHand = add(zero, ...rows.map((row) => row.on_hand));
    let open = held;
    const places = warehouses.map(({ code, name }) => {
      const here = rows.find((row) => row.warehouse === code)?.on_hand ?? zero;
      const taken = open.startsWith('-') ? zero : min(open, here);
      open = subtract(open, taken);
      return { code, name, onHand: here, available: subtract(here, taken) };
    });
    return availabilitySchema.parse({
      productId: product.id,
      onHand,
      reserved: held,
      available: subtract(onHand, held),
      incoming: incoming.map(({ date, quantity, warehouse }) => ({ date, quantity, warehouse })),
      warehouses: places,
    });
  });
}
const min = (left: Decimal, right: Decimal) => (subtract(left, right).startsWith('-') ? left : right);
