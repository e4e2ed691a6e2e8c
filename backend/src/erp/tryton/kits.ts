import { compare, type Decimal, divide, smaller, subtract } from '@backroom/shared';
import type { Component, StockFacts, StockProduct } from './stock-facts.ts';
import { type Figures, figuresOf } from './stock-figures.ts';
import { sum, zero } from './support.ts';
import { convert, towards } from './units.ts';
import type { Warehouse } from './warehouses.ts';

/** A variant's own components, else those of its template: so Tryton chooses, too. */
export const componentsOf = (product: Pick<StockProduct, 'components.' | 'template.'>): readonly Component[] =>
  product['components.']?.length ? product['components.'] : (product['template.']?.['components.'] ?? []);
export const componentIdsOf = (products: Iterable<StockProduct>): number[] => [
  ...new Set(
    [...products]
      .filter(({ type }) => type === 'kit')
      .flatMap((kit) => componentsOf(kit).map(({ product }) => product)),
  ),
];

/** A kit has no stock of its own: there are as many as its scarcest component makes, on hand, promised and to come. */
export function kitFigures(
  kit: StockProduct,
  facts: StockFacts,
  warehouses: readonly Warehouse[],
  today: string,
): Figures {
  const parts = componentsOf(kit).map((component) => ({
    component,
    figures: figuresOf(component.product, facts, warehouses, today),
  }));
  const kitsOf = (level: (figures: Figures) => Decimal): Decimal => {
    const each = parts.map(({ component, figures }) => kitsFrom(component, level(figures)));
    const [first = zero, ...others] = each;
    return towards('down', others.reduce(smaller, first), kit['default_uom.'].digits);
  };
  const rows = warehouses.map((warehouse, nth) => {
    const onHand = kitsOf((figures) => figures.warehouses[nth]?.onHand ?? zero);
    const available = kitsOf((figures) => figures.warehouses[nth]?.available ?? zero);
    return { warehouse, onHand, reserved: subtract(onHand, available), available };
  });
  // Nothing travels between warehouses for one kit, so theirs add up.
  const serving = rows.filter(({ warehouse }) => warehouse.serves);
  const total = {
    onHand: sum(serving.map(({ onHand }) => onHand)),
    reserved: sum(serving.map(({ reserved }) => reserved)),
    available: sum(serving.map(({ available }) => available)),
  };
  const days = [...new Set(parts.flatMap(({ figures }) => figures.incoming.map(({ date }) => date)))].sort();
  const incoming: Figures['incoming'][number][] = [];
  for (const [nth, { warehouse }] of rows.entries()) {
    if (!warehouse.serves) continue;
    let before = rows[nth]?.available ?? zero;
    for (const date of days) {
      const then = kitsOf((figures) =>
        sum([figures.warehouses[nth]?.available ?? zero, ...comingBy(figures, warehouse, date)]),
      );
      if (compare(then, before) > 0) incoming.push({ date, quantity: subtract(then, before), warehouse });
      before = then;
    }
  }
  return { total, warehouses: rows, incoming: incoming.sort((left, right) => left.date.localeCompare(right.date)) };
}
const comingBy = (figures: Figures, warehouse: Warehouse, day: string): Decimal[] =>
  figures.incoming
    .filter(({ date, warehouse: where }) => where.id === warehouse.id && date <= day)
    .map(({ quantity }) => quantity);

/** A component of fixed quantity is taken once an order, however many kits: Tryton counts its stock undivided. */
function kitsFrom({ quantity, fixed, 'unit.': unit, 'product.': product }: Component, stock: Decimal): Decimal {
  const inUnit = convert(stock, product['default_uom.'], unit);
  return fixed || compare(quantity, zero) === 0 ? inUnit : divide(inUnit, quantity);
}
