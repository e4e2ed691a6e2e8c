import { add, type Decimal, decimal, isZero, smaller, subtract } from '@backroom/shared';
import { z } from 'zod';
import { type Availability, availabilitySchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { dayOf, exact, id, recordId, recordIds } from '../transport/odoo/values.ts';
import { requireApp } from './apps.ts';
import { type ProductFacts, productFacts } from './product-facts.ts';
import { quantsOf } from './quants.ts';
import type { Session } from './session.ts';
import { type Move, plannedMoves, sumOf } from './stock-moves.ts';
import { placesOf, servingWarehouse } from './warehouses.ts';

const zero = decimal('0');
const kitRow = z.object({ id, qty_available: z.number(), free_qty: z.number(), virtual_available: z.number() });

/** What could be built of a kit's components is Odoo's to say, and what is left of it once all that is planned has happened. */
async function kitsOf(session: Session, ids: readonly number[], warehouse: number | null, signal: AbortSignal) {
  const rows = await session.ask(z.array(kitRow), {
    model: 'product.product',
    method: 'read',
    ids,
    args: { fields: ['qty_available', 'free_qty', 'virtual_available'] },
    // Each version knows one of the two names, and ignores the other.
    context: warehouse === null ? {} : { warehouse_id: warehouse, warehouse },
    signal,
  });
  return new Map(
    rows.map((row) => [
      row.id,
      { onHand: exact(row.qty_available), available: smaller(exact(row.free_qty), exact(row.virtual_available)) },
    ]),
  );
}

/**
 * On hand and free in the warehouse that serves our orders, less what confirmed orders wait for there; each warehouse by itself beside it, as
 * Odoo's own figures are. A kit stands in no warehouse.
 */
export async function availability(session: Session, asked: readonly string[], signal: AbortSignal) {
  const ids = [...new Set(recordIds(asked))];
  if (ids.length === 0) return asked.map(() => null);
  await requireApp(session, 'stock.quant', signal);
  const facts = [...(await productFacts(session, ids, signal)).values()].filter(({ stocked }) => stocked);
  const [places, serving] = await Promise.all([placesOf(session, signal), servingWarehouse(session, signal)]);
  const plainIds = facts.filter(({ kit }) => !kit).map((each) => each.id);
  const kitIds = facts.filter(({ kit }) => kit).map((each) => each.id);
  const [quants, moves, kits] = await Promise.all([
    plainIds.length > 0 ? quantsOf(session, plainIds, places.roots, signal) : [],
    plainIds.length > 0 ? plannedMoves(session, plainIds, places, signal) : [],
    kitIds.length > 0 ? kitsOf(session, kitIds, serving, signal) : new Map<number, Sum>(),
  ]);
  const serves = (warehouse: number | null) => warehouse !== null && (serving === null || warehouse === serving);
  const byId = new Map(facts.map((each) => [each.id, each]));

  function figureOf(productId: string, product: ProductFacts): Availability {
    const mine = quants
      .filter((quant) => quant.product === product.id)
      .map((quant) => ({ ...quant, warehouse: places.warehouseOf.get(quant.place ?? 0) ?? null }));
    const planned = moves.filter((move) => move.product === product.id);
    const free = sumUp(mine.filter(({ warehouse }) => serves(warehouse)));
    const waiting = sumOf(
      planned.filter(({ from }) => serves(from)),
      'unreserved',
    );
    const total = kits.get(product.id) ?? { onHand: free.onHand, available: subtract(free.available, waiting) };
    const figure = {
      productId,
      onHand: total.onHand,
      reserved: subtract(total.onHand, total.available),
      available: total.available,
      incoming: arrivals(planned),
      warehouses: product.kit
        ? []
        : places.warehouses.map(({ id: warehouse, code, name }) => ({
            code,
            name,
            ...sumUp(mine.filter((quant) => quant.warehouse === warehouse)),
            serves: serves(warehouse),
          })),
    };
    return fit(availabilitySchema, figure, 'stock.quant');
  }
  return asked.map((productId): Availability | null => {
    const product = byId.get(recordId(productId) ?? 0);
    return product ? figureOf(productId, product) : null;
  });

  /** One row for each day and warehouse. */
  function arrivals(planned: readonly Move[]) {
    const coming = planned.filter(({ into }) => into !== null);
    const days = Map.groupBy(coming, ({ stamp, into }) => `${dayOf(stamp, session.timeZone)}|${into}`);
    return [...days.values()]
      .map((moved) => ({
        date: dayOf(moved[0]?.stamp ?? '', session.timeZone),
        quantity: sumOf(moved, 'quantity'),
        warehouse: places.warehouses.find((each) => each.id === moved[0]?.into)?.code ?? '',
      }))
      .filter(({ quantity }) => !isZero(quantity))
      .sort((left, right) => left.date.localeCompare(right.date));
  }
}
type Sum = { onHand: Decimal; available: Decimal };
function sumUp(quants: readonly { onHand: Decimal; reserved: Decimal }[]): Sum {
  const onHand = add(zero, ...quants.map((quant) => quant.onHand));
  return { onHand, available: subtract(onHand, add(zero, ...quants.map((quant) => quant.reserved))) };
}
