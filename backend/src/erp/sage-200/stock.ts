import { add, subtract } from '@backroom/shared';
import { z } from 'zod';
import { type Availability, availabilitySchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { RESOURCE } from './facts.ts';
import { isStocked, type ProductRow, productsById } from './products.ts';
import { among } from './query.ts';
import type { Session } from './session.ts';
import { amount, blank, id, idsOf, zero } from './values.ts';

const holdingRow = z.object({
  id,
  product_id: id,
  warehouse_name: blank,
  quantity_in_stock: amount,
  free_stock_available_less_reserved: amount,
});
type HoldingRow = z.output<typeof holdingRow>;

/**
 * What is in each warehouse, and what of it is free: Sage's own figure, without what is allocated and reserved. Purchase orders are a sum without a day here, so
 * they promise nothing.
 */
export async function availability(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(Availability | null)[]> {
  const known = idsOf(ids);
  const select = Object.keys(holdingRow.shape);
  const [products, lists] = await Promise.all([
    productsById(session, known, signal),
    Promise.all(
      among('product_id', known).map((where) =>
        session.client.query(holdingRow, { resource: RESOURCE.holdings, select, where }, signal),
      ),
    ),
  ]);
  const byProduct = Map.groupBy(lists.flat(), (row) => row.product_id);
  const figures = new Map(
    known.map((each) => [each, figureOf(session, products.get(each), byProduct.get(each) ?? [])] as const),
  );
  return ids.map((each) => figures.get(each) ?? null);
}
function figureOf(
  { settings }: Session,
  product: ProductRow | undefined,
  rows: readonly HoldingRow[],
): Availability | null {
  // A figure that is hidden is not zero: then nothing is known of the product.
  if (!product || !isStocked(product) || rows.length === 0) return null;
  const serving =
    settings.warehouses.length > 0 ? settings.warehouses : [settings.warehouse].filter((each) => each !== null);
  const served = new Set(serving.map((each) => each.toLowerCase()));
  const warehouses = rows.map((row) => {
    const name = row.warehouse_name ?? '';
    const { quantity_in_stock: onHand, free_stock_available_less_reserved: available } = row;
    return { name, onHand, available, serves: served.size === 0 || served.has(name.toLowerCase()) };
  });
  const shown = warehouses.flatMap(({ name, onHand, available, serves }) =>
    onHand === null || available === null
      ? []
      : [{ code: name, name, onHand, available, ...(serves ? {} : { serves }) }],
  );
  if (shown.length < warehouses.length) return null;
  const counted = shown.filter(({ serves }) => serves !== false);
  const onHand = add(zero, ...counted.map((each) => each.onHand));
  const available = add(zero, ...counted.map((each) => each.available));
  return fit(
    availabilitySchema,
    {
      productId: product.id,
      onHand,
      reserved: subtract(onHand, available),
      available,
      incoming: [],
      warehouses: shown,
    },
    RESOURCE.holdings,
  );
}
