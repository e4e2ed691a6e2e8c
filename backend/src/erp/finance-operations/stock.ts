import { add, decimal } from '@backroom/shared';
import { type Availability, availabilitySchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { isStocked, productRows } from './products.ts';
import { type OnHandRow, onHandRow } from './rows.ts';
import { rowsIn, type Session } from './session.ts';

const zero = decimal('0');
/**
 * On hand and free by warehouse, over all dimensions of a product. Nothing of it says what comes in: that needs the Inventory Visibility service.
 * The quantities are in the product's inventory unit: where it is sold in another one, its stock is not known.
 */
export async function availability(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(Availability | null)[]> {
  const [products, rows] = await Promise.all([
    productRows(session, ids, signal),
    rowsIn(session, onHandRow, 'WarehousesOnHandV2', ['ItemNumber', ids], signal),
  ]);
  const known = new Map(products.map((row) => [row.ItemNumber, row]));
  const byItem = Map.groupBy(rows, ({ ItemNumber }) => ItemNumber);
  return ids.map((id) => {
    const product = known.get(id);
    if (!product || !isStocked(product)) return null;
    if (product.SalesUnitSymbol !== '' && product.SalesUnitSymbol !== product.InventoryUnitSymbol) return null;
    return figureOf(session, id, byItem.get(id) ?? []);
  });
}
function figureOf({ warehouse }: Session, productId: string, rows: readonly OnHandRow[]): Availability {
  const serves = (row: OnHandRow) => warehouse === null || row.InventoryWarehouseId === warehouse;
  const counted = rows.filter(serves);
  const sum = (of: (row: OnHandRow) => ReturnType<typeof decimal>, some: readonly OnHandRow[]) =>
    add(zero, ...some.map(of));
  const warehouses = [...Map.groupBy(rows, ({ InventoryWarehouseId }) => InventoryWarehouseId)].map(([code, own]) => ({
    code,
    name: code,
    onHand: sum((row) => row.OnHandQuantity, own),
    available: sum((row) => row.AvailableOnHandQuantity, own),
    serves: warehouse === null || code === warehouse,
  }));
  return fit(
    availabilitySchema,
    {
      productId,
      onHand: sum((row) => row.OnHandQuantity, counted),
      reserved: sum((row) => row.ReservedOnHandQuantity, counted),
      available: sum((row) => row.AvailableOnHandQuantity, counted),
      incoming: [],
      warehouses,
    },
    'WarehousesOnHandV2',
  );
}
