import { add, compare, type Decimal, subtract } from '@backroom/shared';
import { z } from 'zod';
import { type Availability, availabilitySchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { KIT, TYPE } from './facts.ts';
import { idsOf } from './faults.ts';
import { isStocked } from './products.ts';
import type { Session } from './session.ts';
import { day, type Has, optional, parts, text } from './sql.ts';
import { inSaleUnit } from './units.ts';
import { amount, blank, date, flag, id, number, optionalId, quantity, zero } from './values.ts';

const stockRow = z.object({
  item: id,
  itemtype: z.string(),
  saleunit: optionalId,
  rate: amount,
  location: optionalId,
  name: blank,
  counts: flag.optional(),
  quantityonhand: quantity,
  quantityavailable: amount,
  quantitycommitted: quantity,
});
type StockRow = z.output<typeof stockRow>;
const purchaseRow = z.object({
  item: id,
  location: optionalId,
  name: blank,
  quantity: number,
  received: quantity,
  expected: date,
});
type PurchaseRow = z.output<typeof purchaseRow>;

const stockQuery =
  (ids: readonly string[]) =>
  (has: Has): string =>
    `SELECT i.id AS item, i.itemtype, l.location, BUILTIN.DF(l.location) AS name, l.quantityonhand, l.quantityavailable, l.quantitycommitted${optional(
      has,
      'makeinventoryavailable',
      ', w.makeinventoryavailable AS counts',
    )}${optional(has, 'unitstypeuom', ', i.saleunit, u.conversionrate AS rate')} FROM item i LEFT JOIN inventoryitemlocations l ON l.item = i.id${optional(
      has,
      'makeinventoryavailable',
      ' LEFT JOIN location w ON w.id = l.location',
    )}${optional(has, 'unitstypeuom', ' LEFT JOIN unitstypeuom u ON u.internalid = i.saleunit')} WHERE i.id IN (${ids.join(',')}) ORDER BY i.id, l.location`;
/** What is ordered from suppliers and expected on a day. Without a day it promises nothing. */
const purchaseQuery =
  (ids: readonly string[]) =>
  (has: Has): string | null =>
    has('expectedreceiptdate')
      ? `SELECT tl.item, tl.location, BUILTIN.DF(tl.location) AS name, tl.quantity, tl.quantityshiprecv AS received, ${day('tl.expectedreceiptdate', 'expected')} FROM transaction t JOIN transactionline tl ON tl.transaction = t.id WHERE t.type = ${text(TYPE.purchase)} AND tl.mainline = 'F' AND tl.isclosed = 'F' AND tl.expectedreceiptdate IS NOT NULL AND tl.item IN (${ids.join(',')}) ORDER BY tl.uniquekey`
      : null;

/** What is on hand and free at each location, as NetSuite commits it, and what purchase orders bring. In the unit in which the item is sold. */
export async function availability(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(Availability | null)[]> {
  const known = idsOf(ids);
  if (known.length === 0) return ids.map(() => null);
  const some = parts(known);
  const [stock, purchases] = await Promise.all([
    Promise.all(some.map((each) => session.rows(stockRow, stockQuery(each), signal))),
    Promise.all(some.map((each) => session.rows(purchaseRow, purchaseQuery(each), signal))),
  ]);
  const byItem = Map.groupBy(stock.flat(), ({ item }) => item);
  const bought = Map.groupBy(purchases.flat(), ({ item }) => item);
  const figures = new Map(
    [...byItem].map(([item, rows]) => [item, figureOf(session, rows, bought.get(item) ?? [])] as const),
  );
  return ids.map((each) => figures.get(each) ?? null);
}
function figureOf(
  { settings: { locations } }: Session,
  rows: readonly StockRow[],
  bought: readonly PurchaseRow[],
): Availability | null {
  const [first] = rows;
  // A kit has the stock of its parts: that is not known here.
  if (!first || !isStocked(first) || first.itemtype === KIT) return null;
  const places = rows.filter(({ location }) => location !== null);
  if (places.length === 0) return null;
  const convert = (value: Decimal) => inSaleUnit(value, first.rate);
  const isServing = (location: string | null) => locations.length === 0 || locations.includes(location ?? '');
  const warehouses = places.map((row) => {
    const serves = row.counts !== false && isServing(row.location);
    const available = row.quantityavailable ?? subtract(row.quantityonhand, row.quantitycommitted);
    return {
      code: row.location ?? '',
      name: row.name ?? row.location ?? '',
      onHand: convert(row.quantityonhand),
      available: convert(available),
      ...(serves ? {} : { serves }),
    };
  });
  const counted = warehouses.filter(({ serves }) => serves !== false);
  const onHand = add(zero, ...counted.map((each) => each.onHand));
  const available = add(zero, ...counted.map((each) => each.available));
  return fit(
    availabilitySchema,
    {
      productId: first.item,
      onHand,
      reserved: subtract(onHand, available),
      available,
      incoming: bought
        .filter(({ location }) => isServing(location))
        .map(({ quantity: ordered, received, expected, name }) => ({
          date: expected,
          quantity: convert(subtract(ordered, received)),
          warehouse: name ?? '',
        }))
        .filter((each) => each.date !== null && compare(each.quantity, zero) > 0)
        .sort((left, right) => (left.date ?? '').localeCompare(right.date ?? '')),
      warehouses,
    },
    'inventoryitemlocations',
  );
}
