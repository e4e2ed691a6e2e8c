import { add, canonical, type Decimal, decimal, divide, isZero, multiply, round } from '@backroom/shared';
import { z } from 'zod';
import { exact, id, maybe, text } from '../transport/odoo/values.ts';
import type { Spec } from './tree.ts';
import { converted, type Unit, unitRow, unitSpec } from './units.ts';

const zero = decimal('0');
/** A share of a kit that is no finite decimal number is one again after this rounding. */
const PLACES = 6;
const product = { fields: { default_code: {}, display_name: {} } } as const;
const productRow = maybe(z.object({ id, default_code: text, display_name: z.string() }));
const unit: Spec[string] = { fields: unitSpec };

/** A move of a delivery or of a return. Its done quantity had another name before 17. */
export const moveSpec: Spec = {
  state: {},
  product_id: product,
  product_uom: unit,
  product_uom_qty: {},
  quantity: {},
  quantity_done: {},
  sale_line_id: {},
  origin_returned_move_id: { fields: { sale_line_id: {} } },
};
export const moveRow = z.object({
  id,
  state: z.string(),
  product_id: productRow,
  product_uom: maybe(unitRow),
  product_uom_qty: z.number(),
  quantity: z.number().optional(),
  quantity_done: z.number().optional(),
  sale_line_id: maybe(id).optional(),
  origin_returned_move_id: maybe(z.object({ id, sale_line_id: maybe(id).optional() })),
});
export type Move = z.output<typeof moveRow>;
export const doneOf = (move: Pick<Move, 'quantity' | 'quantity_done'>): Decimal =>
  exact(move.quantity_done ?? move.quantity ?? 0);
export const orderedOf = (move: Pick<Move, 'product_uom_qty'>): Decimal => exact(move.product_uom_qty);
export const saleLineOf = (move: Move): number | null =>
  move.sale_line_id ?? move.origin_returned_move_id?.sale_line_id ?? null;

/** An order's line in the unit it was sold in: `product_uom_id` since 19, `product_uom` before. */
export const soldSpec: Spec = {
  product_id: product,
  product_uom: unit,
  product_uom_id: unit,
  product_uom_qty: {},
};
const soldRow = z.object({
  id,
  product_id: productRow,
  product_uom: maybe(unitRow).optional(),
  product_uom_id: maybe(unitRow).optional(),
  product_uom_qty: z.number(),
});
export const soldShape = soldRow.shape;
export type Sold = z.output<typeof soldRow>;
export const unitOf = (line: Sold): Unit | null => line.product_uom_id ?? line.product_uom ?? null;

const inUnit = (move: Move, quantity: Decimal, to: Unit | null): Decimal =>
  move.product_uom && to ? converted(quantity, move.product_uom, to) : quantity;
const total = (moves: readonly Move[], of: (move: Move) => Decimal, to: Unit | null): Decimal =>
  add(zero, ...moves.map((move) => inUnit(move, of(move), to)));

/** A kit goes out, and comes back, as its components. */
export const isKit = (line: Sold, moves: readonly Move[]): boolean =>
  moves.some((move) => move.product_id?.id !== line.product_id?.id);

/**
 * How much of each component, in the unit of its moves, goes into one of the kit, by what the order asked for. `sent`: the moves of the deliveries of the line,
 * also those that were cancelled.
 */
export function recipeOf(line: Sold, sent: readonly Move[]): Map<number, { each: Decimal; unit: Unit | null }> {
  const recipe = new Map<number, { each: Decimal; unit: Unit | null }>();
  const ordered = exact(line.product_uom_qty);
  if (isZero(ordered)) return recipe;
  for (const [component, moves] of Map.groupBy(sent, (move) => move.product_id?.id ?? 0)) {
    const to = moves[0]?.product_uom ?? null;
    recipe.set(component, { each: divide(total(moves, orderedOf, to), ordered), unit: to });
  }
  return recipe;
}

/**
 * How many of the line's product moves stand for, in the line's unit. Of a kit null where they are no whole kits, but a part of the components.
 */
export function soldQuantity(
  line: Sold,
  moves: readonly Move[],
  sent: readonly Move[],
  of: (move: Move) => Decimal = orderedOf,
): Decimal | null {
  if (!isKit(line, moves)) return total(moves, of, unitOf(line));
  const ratios = [...recipeOf(line, sent)].map(([component, { each, unit: to }]) => {
    const mine = moves.filter((move) => move.product_id?.id === component);
    return isZero(each) ? null : canonical(round(divide(total(mine, of, to), each), PLACES));
  });
  const [first = null, ...others] = ratios.filter((ratio) => ratio !== null);
  return first !== null && others.every((ratio) => ratio === first) ? first : null;
}
/** What has to move for a quantity of the line: the quantity itself, or that of each component of a kit. */
export function movedFor(
  line: Sold,
  quantity: Decimal,
  sent: readonly Move[],
): Map<number, { quantity: Decimal; unit: Unit | null }> {
  if (!isKit(line, sent)) return new Map([[line.product_id?.id ?? 0, { quantity, unit: unitOf(line) }]]);
  return new Map(
    [...recipeOf(line, sent)].map(([component, { each, unit: to }]) => [
      component,
      { quantity: canonical(round(multiply(each, quantity), PLACES)), unit: to },
    ]),
  );
}
