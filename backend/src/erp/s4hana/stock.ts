import { add, compare, type Decimal, decimal, subtract } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { type Availability, availabilitySchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { all, queryOf, text } from '../transport/odata/query.ts';
import { bodyOf } from '../transport/odata/v2-client.ts';
import { instant } from '../transport/odata/v2-values.ts';
import { COUNTED, LENGTH, OR_MOST, UNRESTRICTED } from './facts.ts';
import { inSalesUnit, isStocked, type ProductRow, productsOf, salesViewOf } from './products.ts';
import { conditions, type Session } from './session.ts';
import { amount, key, keyOf, keysOf, today } from './values.ts';

const zero = decimal('0');
const stockRow = z.object({
  Material: key,
  Plant: z.string(),
  InventorySpecialStockType: z.string(),
  InventoryStockType: z.string(),
  MatlWrhsStkQtyInMatlBaseUnit: amount,
});
type StockRow = z.output<typeof stockRow>;
const periodRow = z.object({ PeriodStartUTCDateTime: instant, AvailableQuantityInBaseUnit: amount });
type Period = z.output<typeof periodRow>;

/** The plants that deliver a product: those of the connection, else the one of its sales view, else all that have it. */
function plantsOf(row: ProductRow, session: Session): string[] {
  const own = row.to_Plant.map(({ Plant }) => Plant);
  if (session.plants.length > 0) return own.filter((plant) => session.plants.includes(plant));
  const supplying = salesViewOf(row, session)?.SupplyingPlant;
  return supplying ? [supplying] : own;
}
/** Filters for empty texts find nothing there: what is special stock is sorted out here. */
const isFree = (row: StockRow): boolean =>
  row.InventoryStockType === UNRESTRICTED && row.InventorySpecialStockType.trim() === '';

async function onHandOf(session: Session, products: readonly string[], signal: AbortSignal): Promise<StockRow[]> {
  const paths = conditions('Material', products, OR_MOST).map(
    (filter) =>
      `A_MatlStkInAcctMod${queryOf({
        filter: all(filter, `InventoryStockType eq ${text(UNRESTRICTED)}`),
        select: Object.keys(stockRow.shape),
        more: COUNTED,
      })}`,
  );
  return (await session.service('stock').lists(stockRow, paths, signal)).flat().filter(isFree);
}

type Place = { product: string; plant: string };
const placeKey = ({ product, plant }: Place): string => `${plant} ${product}`;
/** How much of each product can be promised, and from when. Null where SAP does not say. */
async function promises(session: Session, places: readonly Place[], signal: AbortSignal) {
  const service = session.service('availability');
  const literal = (value: string) => encodeURIComponent(text(value));
  const paths = places.map(
    ({ product, plant }) =>
      `CalculateAvailabilityTimeseries?ATPCheckingRule=${literal(session.checkingRule)}&Material=${literal(product)}&SupplyingPlant=${literal(plant)}`,
  );
  const reads = await service.together(paths, signal);
  const found = new Map<string, Period[] | null>();
  for (const [index, place] of places.entries()) {
    const read = reads[index];
    if (!read) continue;
    // A product that the plant has no view of, or no checking group for.
    if ('error' in read && ['refused', 'not_found'].includes(read.error.kind)) found.set(placeKey(place), null);
    else
      found.set(
        placeKey(place),
        await service.rowsOf(periodRow, bodyOf(read), 'CalculateAvailabilityTimeseries', signal),
      );
  }
  return found;
}

/** What can be promised now, and the steps by which that grows. Its periods are cumulative. */
function stepsOf(
  periods: readonly Period[],
  now: number,
): { free: Decimal; later: { date: string; quantity: Decimal }[] } {
  const sorted = periods
    .map((period) => ({ at: period.PeriodStartUTCDateTime, quantity: period.AvailableQuantityInBaseUnit }))
    .sort((left, right) => (left.at ?? '').localeCompare(right.at ?? ''));
  const passed = sorted.filter(({ at }) => at === null || Date.parse(at) <= now);
  let level = passed.at(-1)?.quantity ?? zero;
  const free = level;
  const later: { date: string; quantity: Decimal }[] = [];
  for (const { at, quantity } of sorted.slice(passed.length)) {
    const more = subtract(quantity, level);
    if (compare(more, zero) > 0 && at !== null) later.push({ date: at.slice(0, 10), quantity: more });
    level = quantity;
  }
  return { free, later };
}

export async function availability(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(Availability | null)[]> {
  const rows = await productsOf(session, keysOf(ids, LENGTH.product), signal);
  const stocked = [...rows.values()].filter(isStocked);
  if (stocked.length === 0) return ids.map(() => null);
  const places = stocked.flatMap((row) => plantsOf(row, session).map((plant) => ({ product: row.Product, plant })));
  const [onHand, periods] = await Promise.all([
    onHandOf(
      session,
      stocked.map(({ Product }) => Product),
      signal,
    ),
    promises(session, places, signal),
  ]);
  const figures = new Map(stocked.map((row) => [row.Product, figureOf(session, row, onHand, periods)]));
  return ids.map((id) => figures.get(keyOf(id, LENGTH.product) ?? '') ?? null);
}

function figureOf(
  session: Session,
  row: ProductRow,
  stock: readonly StockRow[],
  periods: ReadonlyMap<string, readonly Period[] | null>,
): Availability | null {
  const plants = plantsOf(row, session);
  const parts = plants.map((plant) => {
    const known = periods.get(placeKey({ product: row.Product, plant }));
    const here = stock.filter(({ Material, Plant }) => Material === row.Product && Plant === plant);
    const onHand = add(zero, ...here.map((each) => each.MatlWrhsStkQtyInMatlBaseUnit));
    return known ? { plant, onHand, ...stepsOf(known, session.now()) } : null;
  });
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  const known = parts
    .filter((part) => part !== null)
    .map((part) => {
      // More than is on the shelf is a receipt of today.
      const more = subtract(part.free, part.onHand);
      if (compare(more, zero) <= 0) return part;
      return { ...part, free: part.onHand, later: [{ date: today(session), quantity: more }, ...part.later] };
    });
  const sold = (quantity: Decimal): Decimal => {
    const converted = inSalesUnit(row, session, quantity);
    if (converted === null) throw noConversion;
    return converted;
  };
  try {
    const onHand = sold(add(zero, ...known.map((part) => part.onHand)));
    const free = sold(add(zero, ...known.map((part) => part.free)));
    return fit(
      availabilitySchema,
      {
        productId: row.Product,
        onHand,
        reserved: subtract(onHand, free),
        available: free,
        incoming: known
          .flatMap(({ plant, later }) =>
            later.map(({ date, quantity }) => ({ date, quantity: sold(quantity), warehouse: plant })),
          )
          .sort((left, right) => left.date.localeCompare(right.date)),
        warehouses: known.map((part) => ({
          code: part.plant,
          name: part.plant,
          onHand: sold(part.onHand),
          available: sold(part.free),
        })),
      },
      'CalculateAvailabilityTimeseries',
    );
  } catch (error) {
    if (error === noConversion) return null;
    throw error;
  }
}
/** The unit in which it is sold has no conversion to the one in which it is kept: its stock is "not known". */
const noConversion = new ErpError('unsupported', 'no conversion to the sales unit');
