import { z } from 'zod';
import { type Availability, availabilitySchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { LIST, SINGLE_MOST } from './facts.ts';
import type { Session } from './session.ts';
import { amount, id, idOf, zero } from './values.ts';

const stockRow = z.object({ id, quantity_in_stock: amount });
type StockRow = z.output<typeof stockRow>;
const query = { attributes: 'quantity_in_stock' } as const;

/** Few are asked for by their ids, many are found in the list of all items with stock. */
async function rowsOf({ client }: Session, ids: readonly string[], signal: AbortSignal): Promise<StockRow[]> {
  if (ids.length > SINGLE_MOST) return client.all(stockRow, LIST.stockItems, query, signal);
  const rows = await Promise.all(ids.map((each) => client.one(stockRow, `${LIST.stockItems}/${each}`, query, signal)));
  return rows.filter((row) => row !== null);
}

/**
 * What is in stock. Sage keeps no warehouses, no reservations and no days of delivery: all of it is available. What is no item with stock has no figure, and
 * neither has one whose quantity is not told.
 */
export async function availability(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(Availability | null)[]> {
  const wanted = [...new Set(ids.map(idOf).filter((each) => each !== null))];
  if (wanted.length === 0) return ids.map(() => null);
  const rows = await rowsOf(session, wanted, signal);
  const figures = new Map(rows.map((row) => [row.id, figureOf(row)] as const));
  return ids.map((each) => figures.get(each) ?? null);
}
function figureOf({ id: productId, quantity_in_stock: quantity }: StockRow): Availability | null {
  if (quantity === null) return null;
  return fit(
    availabilitySchema,
    { productId, onHand: quantity, reserved: zero, available: quantity, incoming: [], warehouses: [] },
    LIST.stockItems,
  );
}
