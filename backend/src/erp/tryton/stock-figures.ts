import { add, compare, type Decimal, subtract } from '@backroom/shared';
import type { StockFacts } from './stock-facts.ts';
import { sum, zero } from './support.ts';
import type { Warehouse } from './warehouses.ts';

type Level = { onHand: Decimal; reserved: Decimal; available: Decimal };
/** In the product's own unit. `total` and `incoming`: of the warehouses that serve. */
export type Figures = {
  total: Level;
  warehouses: readonly (Level & { warehouse: Warehouse })[];
  incoming: readonly { date: string; quantity: Decimal; warehouse: Warehouse }[];
};

export function figuresOf(
  product: number,
  facts: StockFacts,
  warehouses: readonly Warehouse[],
  today: string,
): Figures {
  const rows = warehouses.map((warehouse, nth) => {
    const onHand = facts.onHand[nth]?.get(product) ?? zero;
    const reserved = add(movedOut(product, facts, warehouse.id), quotedOf(product, facts, warehouse.id));
    return { warehouse, onHand, reserved, available: subtract(onHand, reserved) };
  });
  const serving = rows.filter(({ warehouse }) => warehouse.serves);
  return {
    total: {
      onHand: sum(serving.map(({ onHand }) => onHand)),
      reserved: sum(serving.map(({ reserved }) => reserved)),
      available: sum(serving.map(({ available }) => available)),
    },
    warehouses: rows,
    incoming: serving
      .flatMap(({ warehouse }) => incomingOf(product, facts, warehouse, today))
      .sort((left, right) => left.date.localeCompare(right.date)),
  };
}

/** All that is promised, whenever it is due, and also what should have left already: Tryton's own forecast forgets the latter. */
const movedOut = (product: number, { moves }: StockFacts, warehouse: number): Decimal =>
  sum(
    moves
      .filter((move) => move.product === product && crossesFrom(move) === warehouse)
      .map((move) => move.internal_quantity),
  );
const quotedOf = (product: number, { quoted }: StockFacts, warehouse: number): Decimal =>
  sum(quoted.filter((line) => line.product === product && line.warehouse === warehouse).map((line) => line.quantity));

/** A delivery that should have come already, or has no day, promises nothing: Tryton's forecast leaves it out as well. */
function incomingOf(product: number, { moves }: StockFacts, warehouse: Warehouse, today: string) {
  const byDay = new Map<string, Decimal>();
  for (const move of moves) {
    if (move.product !== product || crossesTo(move) !== warehouse.id) continue;
    if (move.planned_date === null || move.planned_date < today) continue;
    byDay.set(move.planned_date, add(byDay.get(move.planned_date) ?? zero, move.internal_quantity));
  }
  return [...byDay]
    .filter(([, quantity]) => compare(quantity, zero) > 0)
    .map(([date, quantity]) => ({ date, quantity, warehouse }));
}
/** Picking and packing move goods within a warehouse: nothing leaves, nothing comes. */
type Move = StockFacts['moves'][number];
const stays = (move: Move): boolean => move['from_location.'].warehouse === move['to_location.'].warehouse;
const crossesFrom = (move: Move): number | null => (stays(move) ? null : move['from_location.'].warehouse);
const crossesTo = (move: Move): number | null => (stays(move) ? null : move['to_location.'].warehouse);
