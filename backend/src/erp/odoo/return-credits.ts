import { add, compare, type Decimal, decimal, isZero, smaller, subtract } from '@backroom/shared';
import { z } from 'zod';
import { exact, id, maybe, text } from '../transport/odoo/values.ts';
import {
  moveRow,
  moveSpec,
  orderedOf,
  type Sold,
  saleLineOf,
  soldQuantity,
  soldShape,
  soldSpec,
  unitOf,
} from './return-tree.ts';
import type { Spec } from './tree.ts';
import { converted, unitRow, unitSpec } from './units.ts';

const zero = decimal('0');
const noteSpec: Spec = { name: {}, move_type: {}, state: {}, create_date: {}, amount_total: {}, currency_id: {} };
const noteRow = z.object({
  id,
  name: text,
  move_type: z.string(),
  state: z.string(),
  create_date: z.string(),
  amount_total: z.number(),
  currency_id: id,
});
type Note = z.output<typeof noteRow>;
/** What of an order tells how much of a return is credited: the credit notes of its lines, and all that came back. */
export const creditSpec: Spec = {
  order_line: {
    fields: {
      ...soldSpec,
      invoice_lines: { fields: { quantity: {}, product_uom_id: { fields: unitSpec }, move_id: { fields: noteSpec } } },
    },
  },
  picking_ids: { fields: { picking_type_code: {}, state: {}, create_date: {}, move_ids: { fields: moveSpec } } },
};
const lineRow = z.object({
  ...soldShape,
  invoice_lines: z
    .array(z.object({ quantity: z.number(), product_uom_id: maybe(unitRow), move_id: maybe(noteRow) }))
    .default([]),
});
const pickingRow = z.object({
  id,
  picking_type_code: text,
  state: z.string(),
  create_date: z.string(),
  move_ids: z.array(moveRow),
});
export const creditRow = z.object({
  id,
  order_line: z.array(lineRow),
  picking_ids: z.array(pickingRow).default([]),
});
type Order = z.output<typeof creditRow>;
type Line = z.output<typeof lineRow>;

/** `lines`: by order line, in the unit it was sold in. `whole`: everything that came back is credited. */
export type Credited = { lines: Map<number, Decimal>; notes: Note[]; whole: boolean };

type Credit = { note: Note; left: Decimal };
/** Posted credit notes of a line, oldest first. */
function creditsOf(line: Line): Credit[] {
  const to = unitOf(line);
  return line.invoice_lines
    .flatMap(({ quantity, product_uom_id: from, move_id: note }) =>
      note && note.move_type === 'out_refund' && note.state === 'posted'
        ? [{ note, left: from && to ? converted(exact(quantity), from, to) : exact(quantity) }]
        : [],
    )
    .sort((left, right) => left.note.create_date.localeCompare(right.note.create_date));
}

/**
 * How much of one return is credited. Odoo ties a credit note to the order, not to the return: each pays for the returns that were there before it, the
 * oldest first.
 */
export function creditedOf(order: Order, picking: number): Credited {
  const returns = order.picking_ids
    .filter(
      (each) =>
        each.picking_type_code === 'incoming' &&
        each.state !== 'cancel' &&
        each.move_ids.some((move) => move.origin_returned_move_id !== null),
    )
    .sort((left, right) => left.create_date.localeCompare(right.create_date) || left.id - right.id);
  const sent = order.picking_ids
    .filter((each) => each.picking_type_code === 'outgoing')
    .flatMap((each) => each.move_ids);
  const result: Credited = { lines: new Map(), notes: [], whole: true };
  for (const line of order.order_line) {
    const credits = creditsOf(line);
    for (const each of returns) {
      const due = returnedOf(
        line,
        each.move_ids,
        sent.filter((move) => saleLineOf(move) === line.id),
      );
      if (isZero(due)) continue;
      const paid = take(credits, due, each.create_date);
      if (each.id !== picking) continue;
      result.lines.set(line.id, paid.quantity);
      result.whole &&= compare(paid.quantity, due) >= 0;
      for (const note of paid.notes) if (!result.notes.some((known) => known.id === note.id)) result.notes.push(note);
    }
  }
  result.whole &&= result.lines.size > 0;
  return result;
}
function returnedOf(line: Sold, moves: Order['picking_ids'][number]['move_ids'], sent: typeof moves): Decimal {
  const mine = moves.filter(
    (move) => saleLineOf(move) === line.id && move.origin_returned_move_id !== null && move.state !== 'cancel',
  );
  if (mine.length === 0) return zero;
  return (
    soldQuantity(
      line,
      mine,
      sent.filter((move) => move.origin_returned_move_id === null),
      orderedOf,
    ) ?? zero
  );
}
function take(credits: Credit[], due: Decimal, since: string): { quantity: Decimal; notes: Note[] } {
  let quantity = zero;
  const notes: Note[] = [];
  for (const credit of credits.filter(({ note }) => note.create_date >= since)) {
    const part = smaller(credit.left, subtract(due, quantity));
    if (compare(part, zero) <= 0) continue;
    credit.left = subtract(credit.left, part);
    quantity = add(quantity, part);
    notes.push(credit.note);
  }
  return { quantity, notes };
}
