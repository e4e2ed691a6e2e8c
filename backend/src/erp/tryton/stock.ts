import { type Decimal, erpProductIdSchema } from '@backroom/shared';
import type { ErpAdapter } from '../contract/adapter.ts';
import type { Availability } from '../contract/schemas.ts';
import { componentIdsOf, kitFigures } from './kits.ts';
import { readStock, type StockFacts, type StockProduct } from './stock-facts.ts';
import { type Figures, figuresOf } from './stock-figures.ts';
import { idOf, idsOf, type Tryton, todayOf } from './support.ts';
import { convert } from './units.ts';
import { labelOf, warehousesOf } from './warehouses.ts';

/**
 * On hand as Tryton counts it, one call for each warehouse: with several in one context it adds them up. What is promised and what is on its
 * way comes from the planned moves, and from quotations where Tryton lets them reserve.
 */
export function stockOf(tryton: Tryton): NonNullable<ErpAdapter['stock']> {
  return {
    async availability({ productIds }, call) {
      const ids = idsOf(productIds);
      if (ids.length === 0) return { results: productIds.map(() => null) };
      const there = await tryton.installation(call.signal, 'product.product', 'stock.move', 'stock.location');
      const warehouses = await warehousesOf(tryton, call);
      const today = todayOf(there);
      const facts = await readStock(tryton, there, warehouses, ids, today, call);
      const components = componentIdsOf(facts.products.values()).filter((id) => !facts.products.has(id));
      const more = components.length > 0 ? await readStock(tryton, there, warehouses, components, today, call) : null;
      const whole = more ? merged(facts, more) : facts;
      return { results: productIds.map((id) => availabilityOf(id, whole, warehouses, today)) };
    },
  };
}
const merged = (left: StockFacts, right: StockFacts): StockFacts => ({
  products: new Map([...left.products, ...right.products]),
  onHand: left.onHand.map((rows, nth) => new Map([...rows, ...(right.onHand[nth] ?? [])])),
  moves: [...left.moves, ...right.moves],
  quoted: [...left.quoted, ...right.quoted],
});

function availabilityOf(
  id: string,
  facts: StockFacts,
  warehouses: Parameters<typeof figuresOf>[2],
  today: string,
): Availability | null {
  const product = facts.products.get(idOf(id) ?? 0);
  if (!product || product.type === 'service' || product.consumable) return null;
  const figures =
    product.type === 'kit'
      ? kitFigures(product, facts, warehouses, today)
      : figuresOf(product.id, facts, warehouses, today);
  return toAvailability(id, product, figures);
}

/** Stock is counted in the product's own unit; lines, and so this panel, are in the one it is sold in. */
function toAvailability(id: string, product: StockProduct, { total, warehouses, incoming }: Figures): Availability {
  const { 'default_uom.': from, 'sale_uom.': sale } = product;
  const turned = (quantity: Decimal) => convert(quantity, from, sale ?? from);
  return {
    productId: erpProductIdSchema.parse(id),
    onHand: turned(total.onHand),
    reserved: turned(total.reserved),
    available: turned(total.available),
    incoming: incoming.map(({ date, quantity, warehouse }) => ({
      date,
      quantity: turned(quantity),
      warehouse: labelOf(warehouse),
    })),
    warehouses: warehouses.map(({ warehouse, onHand, available }) => ({
      code: labelOf(warehouse),
      name: warehouse.name,
      onHand: turned(onHand),
      available: turned(available),
      serves: warehouse.serves,
    })),
  };
}
