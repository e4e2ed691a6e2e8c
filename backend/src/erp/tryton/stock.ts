import { add, compare, type Decimal, erpProductIdSchema, subtract } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import type { Availability } from '../contract/schemas.ts';
import type { Call, TrytonClient } from './client.ts';
import type { Installation, Warehouse } from './installation.ts';
import { archivedToo, convert, idOf, idsOf, sum, type Tryton, todayOf, zero } from './support.ts';
import { date, float, ratio, toDate } from './wire.ts';

const unit = z.object({ id: z.number(), factor: ratio });
const productRow = z.object({
  id: z.number(),
  type: z.string(),
  consumable: z.boolean(),
  quantity: float,
  'default_uom.': unit,
  'sale_uom.': unit.nullable(),
});
const productFields = ['type', 'consumable', 'quantity', 'default_uom.factor', 'sale_uom.factor'];
const place = z.object({ warehouse: z.number().nullable() });
const moveRow = z.object({
  product: z.number(),
  internal_quantity: float,
  planned_date: date.nullable(),
  'from_location.': place,
  'to_location.': place,
});
type ProductRow = z.infer<typeof productRow>;
type Move = z.infer<typeof moveRow>;
const moveFields = ['product', 'internal_quantity', 'planned_date', 'from_location.warehouse', 'to_location.warehouse'];

/**
 * On hand as Tryton counts it, one call for each warehouse: with several in one context it adds them up. What is promised and what is on its
 * way comes from the moves that are planned, in one more call.
 */
export function stockOf({ client, installation }: Tryton): NonNullable<ErpAdapter['stock']> {
  return {
    async availability({ productIds }, call) {
      const ids = idsOf(productIds);
      if (ids.length === 0) return { results: productIds.map(() => null) };
      const there = await installation(call.signal);
      there.need('product.product', 'stock.move', 'stock.location');
      const today = todayOf(there);
      const [moves, ...onHand] = await Promise.all([
        openMoves(client, there, ids, call),
        ...there.warehouses.map((warehouse) => quantities(client, warehouse, ids, today, call)),
      ]);
      const results = productIds.map((id) => {
        const perWarehouse = onHand.map((rows) => rows.get(idOf(id) ?? 0));
        const product = perWarehouse[0];
        if (!product || product.type === 'service' || product.consumable) return null;
        const ofProduct = moves.filter((move) => move.product === product.id);
        return inSaleUnit(product, availabilityOf(id, there.warehouses, perWarehouse, ofProduct, today));
      });
      return { results };
    },
  };
}

async function quantities(
  client: TrytonClient,
  warehouse: Warehouse,
  ids: readonly number[],
  today: string,
  call: Call,
) {
  const context = { locations: [warehouse.id], stock_date_end: toDate(today) };
  const domain = [['id', 'in', ids], archivedToo];
  const rows = await client.search(
    'product.product',
    { domain, fields: productFields, row: productRow, context },
    call,
  );
  return new Map<number, ProductRow>(rows.map((row) => [row.id, row]));
}
const openMoves = (
  client: TrytonClient,
  { company }: Installation,
  ids: readonly number[],
  call: Call,
): Promise<Move[]> =>
  client.search(
    'stock.move',
    {
      domain: [
        ['product', 'in', ids],
        ['company', '=', company.id],
        ['state', 'in', ['draft', 'assigned']],
      ],
      fields: moveFields,
      row: moveRow,
    },
    call,
  );

function availabilityOf(
  id: string,
  warehouses: readonly Warehouse[],
  onHand: readonly (ProductRow | undefined)[],
  moves: readonly Move[],
  today: string,
): Availability {
  // Picking and packing move goods within a warehouse: nothing leaves, nothing comes.
  const crossing = moves.filter((move) => move['from_location.'].warehouse !== move['to_location.'].warehouse);
  const rows = warehouses.map((warehouse, index) => {
    const there = onHand[index]?.quantity ?? zero;
    // All that has been promised, whenever it is due, and also what should have left already: Tryton's own forecast forgets the latter.
    const reserved = sum(
      crossing
        .filter((move) => move['from_location.'].warehouse === warehouse.id)
        .map((move) => move.internal_quantity),
    );
    return { warehouse, onHand: there, reserved, available: subtract(there, reserved) };
  });
  // A delivery that should have come already, or has no day, promises nothing: Tryton's forecast leaves it out as well.
  const incoming = rows.flatMap(({ warehouse }) => {
    const byDay = new Map<string, Decimal>();
    for (const move of crossing)
      if (move['to_location.'].warehouse === warehouse.id && move.planned_date !== null && move.planned_date >= today)
        byDay.set(move.planned_date, add(byDay.get(move.planned_date) ?? zero, move.internal_quantity));
    return [...byDay].map(([day, quantity]) => ({ date: day, quantity, warehouse: labelOf(warehouse) }));
  });
  return {
    productId: erpProductIdSchema.parse(id),
    onHand: sum(rows.map((row) => row.onHand)),
    reserved: sum(rows.map((row) => row.reserved)),
    available: sum(rows.map((row) => row.available)),
    incoming: incoming
      .filter(({ quantity }) => compare(quantity, zero) > 0)
      .sort((left, right) => left.date.localeCompare(right.date)),
    warehouses: rows.map(({ warehouse, onHand: there, available }) => ({
      code: labelOf(warehouse),
      name: warehouse.name,
      onHand: there,
      available,
    })),
  };
}
const labelOf = ({ code, name }: Warehouse): string => code ?? name;

/** Stock is counted in the product's own unit; lines, and so this panel, are in the one it is sold in. */
function inSaleUnit(product: ProductRow, counted: Availability): Availability {
  const { 'default_uom.': from, 'sale_uom.': to } = product;
  if (!to || to.id === from.id) return counted;
  const turned = (quantity: Decimal) => convert(quantity, from, to);
  return {
    ...counted,
    onHand: turned(counted.onHand),
    reserved: turned(counted.reserved),
    available: turned(counted.available),
    incoming: counted.incoming.map((each) => ({ ...each, quantity: turned(each.quantity) })),
    warehouses: counted.warehouses.map((each) => ({
      ...each,
      onHand: turned(each.onHand),
      available: turned(each.available),
    })),
  };
}
