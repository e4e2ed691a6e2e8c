import { add, type Decimal, subtract } from '@backroom/shared';
import { z } from 'zod';
import { type Availability, availabilitySchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { IN_MOST, KIT, OBJECT } from './facts.ts';
import { type ItemRow, isStocked, itemsByKey } from './products.ts';
import { among } from './query.ts';
import type { Session } from './session.ts';
import { inUnit, type UnitOf, unitsOf } from './units.ts';
import { amount, blank, key, keysOf, parts, quantity, zero } from './values.ts';

const stockRow = z.object({
  key,
  'item.key': key,
  'warehouse.id': blank,
  onHand: amount,
  onHold: quantity,
  allocated: quantity,
  reserved: quantity,
});
type StockRow = z.output<typeof stockRow>;
const warehouseRow = z.object({ key, id: z.string(), name: blank });

const warehousesOf = (session: Session, signal: AbortSignal): Promise<ReadonlyMap<string, string>> =>
  session.remember('warehouses', async () => {
    const fields = Object.keys(warehouseRow.shape);
    const rows = await session.client.query(warehouseRow, { object: OBJECT.warehouse, fields }, signal);
    return new Map(rows.map((row) => [row.id, row.name ?? row.id]));
  });

/**
 * What is on hand in each warehouse, less what is on hold, allocated to orders and reserved, in the unit of sale. Purchase orders are a sum without a day here,
 * so they promise nothing.
 */
export async function availability(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(Availability | null)[]> {
  const known = keysOf(ids);
  if (known.length === 0) return ids.map(() => null);
  const [items, units, names, lists] = await Promise.all([
    itemsByKey(session, known, signal),
    unitsOf(session, signal),
    warehousesOf(session, signal),
    Promise.all(
      parts(known, IN_MOST).map((some) =>
        session.client.query(
          stockRow,
          { object: OBJECT.stock, fields: Object.keys(stockRow.shape), where: among('item.key', some) },
          signal,
        ),
      ),
    ),
  ]);
  const byItem = Map.groupBy(lists.flat(), (row) => row['item.key']);
  const figures = new Map(
    known.map((each) => [each, figureOf(session, items.get(each), byItem.get(each) ?? [], { units, names })] as const),
  );
  return ids.map((each) => figures.get(each) ?? null);
}
function figureOf(
  { settings }: Session,
  item: ItemRow | undefined,
  rows: readonly StockRow[],
  { units, names }: { units: UnitOf; names: ReadonlyMap<string, string> },
): Availability | null {
  // A kit has the stock of its parts: that is not known here. Neither is an item of which no warehouse shows a figure.
  if (!item || !isStocked(item) || item.itemType === KIT) return null;
  const shown = rows.filter((row) => row.onHand !== null && row['warehouse.id'] !== null);
  const unit = units(item['unitOfMeasureGroup.id']);
  if (shown.length === 0 || unit === null) return null;
  const convert = (value: Decimal) => inUnit(value, unit);
  const serving =
    settings.warehouses.length > 0 ? settings.warehouses : [settings.warehouse].filter((each) => each !== null);
  const warehouses = shown.map((row) => {
    const code = row['warehouse.id'] ?? '';
    const onHand = row.onHand ?? zero;
    const serves = serving.length === 0 || serving.includes(code);
    return {
      code,
      name: names.get(code) ?? code,
      onHand: convert(onHand),
      available: convert(subtract(subtract(onHand, row.onHold), add(row.allocated, row.reserved))),
      ...(serves ? {} : { serves }),
    };
  });
  const counted = warehouses.filter(({ serves }) => serves !== false);
  const onHand = add(zero, ...counted.map((each) => each.onHand));
  const available = add(zero, ...counted.map((each) => each.available));
  return fit(
    availabilitySchema,
    { productId: item.key, onHand, reserved: subtract(onHand, available), available, incoming: [], warehouses },
    OBJECT.stock,
  );
}
