import { add, type Decimal, decimal, isZero, subtract } from '@backroom/shared';
import { z } from 'zod';
import { type Availability, availabilitySchema } from '../contract/schemas.ts';
import { requireApp } from './apps.ts';
import { fit } from './faults.ts';
import { productFacts } from './product-facts.ts';
import type { Session } from './session.ts';
import { dayOf, exact, id, link, recordId, recordIds } from './values.ts';

const zero = decimal('0');
const kitRow = z.object({ id, qty_available: z.number(), free_qty: z.number() });
const warehouseRow = z.object({ id, code: z.string(), name: z.string(), view_location_id: link });
const placeRow = z.object({ id, parent_path: z.string() });
const moveRow = z.object({
  product_id: link,
  product_qty: z.number(),
  date: z.string(),
  location_dest_id: link,
  location_final_id: link.optional(),
});

/** The company's warehouses, and which of them a place belongs to: the one below whose root it hangs. */
async function places(session: Session, signal: AbortSignal) {
  return session.remembered('places', async () => {
    const warehouses = await session.ask(z.array(warehouseRow), {
      model: 'stock.warehouse',
      method: 'search_read',
      args: {
        domain: [['company_id', '=', session.company.id]],
        fields: ['code', 'name', 'view_location_id'],
        order: 'sequence, id',
      },
      signal,
    });
    const roots = warehouses.flatMap(({ view_location_id: root }) => (root ? [root[0]] : []));
    const inside = await session.ask(z.array(placeRow), {
      model: 'stock.location',
      method: 'search_read',
      args: { domain: [['id', 'child_of', roots]], fields: ['parent_path'] },
      context: { active_test: false },
      signal,
    });
    const warehouseOf = new Map<number, number>();
    for (const { id: place, parent_path } of inside) {
      const above = parent_path.split('/').map(Number);
      const owner = warehouses.find(({ view_location_id: root }) => root && above.includes(root[0]));
      if (owner) warehouseOf.set(place, owner.id);
    }
    return { warehouses, roots, warehouseOf };
  });
}

/** What is on hand in each place. `read_group` was replaced by another method in 19, whose sums have other names. */
async function quantsOf(
  session: Session,
  productIds: readonly number[],
  roots: readonly number[],
  signal: AbortSignal,
) {
  const domain = [
    ['product_id', 'in', productIds],
    ['location_id', 'child_of', roots],
  ];
  const groupby = ['product_id', 'location_id'];
  if (session.transport.major >= 19) {
    const row = z.object({
      product_id: link,
      location_id: link,
      'quantity:sum': z.number(),
      'reserved_quantity:sum': z.number(),
    });
    const aggregates = ['quantity:sum', 'reserved_quantity:sum'];
    const args = { domain, groupby, aggregates };
    const rows = await session.ask(z.array(row), {
      model: 'stock.quant',
      method: 'formatted_read_group',
      args,
      signal,
    });
    return rows.map((each) => ({
      product: each.product_id?.[0],
      place: each.location_id?.[0],
      onHand: exact(each['quantity:sum']),
      reserved: exact(each['reserved_quantity:sum']),
    }));
  }
  const row = z.object({ product_id: link, location_id: link, quantity: z.number(), reserved_quantity: z.number() });
  const args = { domain, fields: ['quantity:sum', 'reserved_quantity:sum'], groupby, lazy: false };
  const rows = await session.ask(z.array(row), { model: 'stock.quant', method: 'read_group', args, signal });
  return rows.map((each) => ({
    product: each.product_id?.[0],
    place: each.location_id?.[0],
    onHand: exact(each.quantity),
    reserved: exact(each.reserved_quantity),
  }));
}

/** Planned moves into the company's warehouses from outside of them: the ones that Odoo's own "incoming" counts. */
async function incomingOf(
  session: Session,
  productIds: readonly number[],
  roots: readonly number[],
  signal: AbortSignal,
) {
  const final = (await session.fields('stock.move', signal))?.has('location_final_id');
  // In a receipt of several steps the goods are under way to the last of them (18 and later say which).
  const into = final
    ? [
        '|',
        '&',
        ['location_final_id', '!=', false],
        ['location_final_id', 'child_of', roots],
        '&',
        ['location_final_id', '=', false],
        ['location_dest_id', 'child_of', roots],
      ]
    : [['location_dest_id', 'child_of', roots]];
  return session.ask(z.array(moveRow), {
    model: 'stock.move',
    method: 'search_read',
    args: {
      domain: [
        ['product_id', 'in', productIds],
        ['state', 'in', ['waiting', 'confirmed', 'partially_available', 'assigned']],
        '!',
        ['location_id', 'child_of', roots],
        ...into,
      ],
      fields: ['product_id', 'product_qty', 'date', 'location_dest_id', ...(final ? ['location_final_id'] : [])],
      order: 'date, id',
    },
    signal,
  });
}

/** What could be built of a kit's parts is Odoo's to say. */
async function kitsOf(session: Session, ids: readonly number[], signal: AbortSignal) {
  const rows = await session.ask(z.array(kitRow), {
    model: 'product.product',
    method: 'read',
    ids,
    args: { fields: ['qty_available', 'free_qty'] },
    signal,
  });
  return new Map(rows.map((row) => [row.id, { onHand: exact(row.qty_available), available: exact(row.free_qty) }]));
}

/**
 * On hand, and free of what is reserved, summed over the company's warehouses just as Odoo's own figures are; two calls for any number of
 * products. A kit stands in no warehouse.
 */
export async function availability(session: Session, asked: readonly string[], signal: AbortSignal) {
  const ids = [...new Set(recordIds(asked))];
  if (ids.length === 0) return asked.map(() => null);
  await requireApp(session, 'stock.quant', signal);
  const facts = [...(await productFacts(session, ids, signal)).values()].filter(({ stocked }) => stocked);
  const [plain, kitIds] = [facts.filter(({ kit }) => !kit), facts.filter(({ kit }) => kit).map((each) => each.id)];
  const { warehouses, roots, warehouseOf } = await places(session, signal);
  const plainIds = plain.map((each) => each.id);
  const [quants, coming, kits] = await Promise.all([
    plainIds.length > 0 ? quantsOf(session, plainIds, roots, signal) : [],
    plainIds.length > 0 ? incomingOf(session, plainIds, roots, signal) : [],
    kitIds.length > 0 ? kitsOf(session, kitIds, signal) : new Map<number, { onHand: Decimal; available: Decimal }>(),
  ]);
  const byId = new Map(facts.map((each) => [each.id, each]));
  return asked.map((productId): Availability | null => {
    const product = byId.get(recordId(productId) ?? 0);
    if (!product) return null;
    const mine = quants.filter((quant) => quant.product === product.id);
    const total = kits.get(product.id) ?? sumOf(mine);
    return fit(
      availabilitySchema,
      {
        productId,
        onHand: total.onHand,
        reserved: subtract(total.onHand, total.available),
        available: total.available,
        incoming: arrivals(coming.filter((move) => move.product_id?.[0] === product.id)),
        warehouses: product.kit
          ? []
          : warehouses.map(({ id: warehouse, code, name }) => ({
              code,
              name,
              ...sumOf(mine.filter(({ place }) => place !== undefined && warehouseOf.get(place) === warehouse)),
            })),
      },
      'stock.quant',
    );
  });

  function arrivals(moves: readonly z.output<typeof moveRow>[]) {
    const sums = new Map<string, { date: string; quantity: Decimal; warehouse: string }>();
    for (const move of moves) {
      const place = (move.location_final_id ?? move.location_dest_id)?.[0] ?? 0;
      const warehouse = warehouses.find((each) => each.id === warehouseOf.get(place))?.code ?? '';
      const date = dayOf(move.date, session.timeZone);
      const key = `${date}|${warehouse}`;
      const before = sums.get(key)?.quantity ?? zero;
      sums.set(key, { date, warehouse, quantity: add(before, exact(move.product_qty)) });
    }
    return [...sums.values()]
      .filter(({ quantity }) => !isZero(quantity))
      .sort((left, right) => left.date.localeCompare(right.date));
  }
}
function sumOf(quants: readonly { onHand: Decimal; reserved: Decimal }[]) {
  const onHand = add(zero, ...quants.map((quant) => quant.onHand));
  return { onHand, available: subtract(onHand, add(zero, ...quants.map((quant) => quant.reserved))) };
}
