import { add, type Decimal, divide, isZero, subtract } from '@backroom/shared';
import { z } from 'zod';
import { type Availability, availabilitySchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { rowsAmong } from './customers.ts';
import { CLASS } from './facts.ts';
import { type ItemRow, isStocked, itemsByCode } from './products.ts';
import type { Session } from './session.ts';
import { amount, code, keysOf, zero } from './values.ts';

const stockRow = z.object({ ITMREF: code, STOFCY: code, PHYSTO: amount, PHYALL: amount, GLOALL: amount });
type StockRow = z.output<typeof stockRow>;

/**
 * What lies at each site with status A, less what is allocated, in the unit of sale. Goods in quality control and rejected ones are not counted. What is ordered
 * from suppliers is a sum without a day here, so it promises nothing.
 */
export async function availability(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(Availability | null)[]> {
  const known = keysOf(ids);
  if (known.length === 0) return ids.map(() => null);
  const [items, rows] = await Promise.all([
    itemsByCode(session, known, signal),
    rowsAmong(session, { row: stockRow, of: CLASS.stock, field: 'ITMREF' }, known, signal),
  ]);
  const byItem = Map.groupBy(rows, (row) => row.ITMREF);
  const figures = new Map(
    known.map((each) => [each, figureOf(session, items.get(each), byItem.get(each) ?? [])] as const),
  );
  return ids.map((each) => figures.get(each) ?? null);
}
function figureOf({ settings }: Session, item: ItemRow | undefined, rows: readonly StockRow[]): Availability | null {
  const shown = rows.filter((row) => row.PHYSTO !== null);
  // An item that no site has a figure of is not known to be out of stock.
  if (!item || !isStocked(item) || shown.length === 0) return null;
  const coefficient = item.SAUSTUCOE;
  const isSoldOtherwise = item.SAU !== null && item.STU !== null && item.SAU !== item.STU;
  // Without the coefficient nobody can say how many of the sold unit there are.
  if (isSoldOtherwise && (coefficient === null || isZero(coefficient))) return null;
  const inUnit = (value: Decimal): Decimal =>
    isSoldOtherwise && coefficient !== null ? divide(value, coefficient) : value;
  const warehouses = shown.map((row) => {
    const onHand = row.PHYSTO ?? zero;
    const allocated = add(row.PHYALL ?? zero, row.GLOALL ?? zero);
    const serves = settings.stockSites.includes(row.STOFCY);
    return {
      code: row.STOFCY,
      name: row.STOFCY,
      onHand: inUnit(onHand),
      available: inUnit(subtract(onHand, allocated)),
      ...(serves ? {} : { serves }),
    };
  });
  const counted = warehouses.filter(({ serves }) => serves !== false);
  const onHand = add(zero, ...counted.map((each) => each.onHand));
  const available = add(zero, ...counted.map((each) => each.available));
  return fit(
    availabilitySchema,
    { productId: item.ITMREF, onHand, reserved: subtract(onHand, available), available, incoming: [], warehouses },
    CLASS.stock,
  );
}
