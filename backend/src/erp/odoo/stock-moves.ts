import { add, type Decimal, decimal, divide, isZero, larger, multiply, subtract } from '@backroom/shared';
import { z } from 'zod';
import { exact, id, link } from '../transport/odoo/values.ts';
import type { Session } from './session.ts';
import type { Places } from './warehouses.ts';

const zero = decimal('0');
const moveRow = z.object({
  id,
  product_id: link,
  product_qty: z.number(),
  product_uom_qty: z.number(),
  /** What is reserved for it, under its name of 16. */
  reserved_availability: z.number().optional(),
  quantity: z.number().optional(),
  state: z.string(),
  date: z.string(),
  location_id: link,
  location_dest_id: link,
  location_final_id: link.optional(),
});
type Row = z.output<typeof moveRow>;
export type Move = {
  product: number;
  stamp: string;
  /** Warehouses of the company; null outside of them. */
  from: number | null;
  into: number | null;
  quantity: Decimal;
  /** The part for which nothing is reserved yet. */
  unreserved: Decimal;
};

const open = ['waiting', 'confirmed', 'partially_available', 'assigned'];
function moveOf(row: Row, { warehouseOf }: Places): Move {
  const quantity = exact(row.product_qty);
  // Reserved in the move's own unit.
  const reserved = exact(row.reserved_availability ?? row.quantity ?? 0);
  const ordered = exact(row.product_uom_qty);
  const covered = isZero(ordered) ? zero : divide(multiply(reserved, quantity), ordered);
  const into = row.location_final_id ?? row.location_dest_id;
  return {
    product: row.product_id?.[0] ?? 0,
    stamp: row.date,
    from: warehouseOf.get(row.location_id?.[0] ?? 0) ?? null,
    into: warehouseOf.get(into?.[0] ?? 0) ?? null,
    quantity,
    unreserved: larger(subtract(quantity, covered), zero),
  };
}

/**
 * Planned moves that change what a warehouse has: into it, which Odoo counts as incoming, and out of it where nothing is reserved yet, which the
 * free quantity does not know of.
 */
export async function plannedMoves(
  session: Session,
  productIds: readonly number[],
  places: Places,
  signal: AbortSignal,
): Promise<Move[]> {
  const { roots } = places;
  const known = await session.fields('stock.move', signal);
  const has = (name: string) => known?.has(name) === true;
  // In a receipt of several steps the goods are under way to the last of them (18 and later say which).
  const into = has('location_final_id')
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
  // A later step of a delivery waits for goods that an earlier step has reserved.
  const out = [
    '&',
    '&',
    ['location_id', 'child_of', roots],
    ['state', 'in', open.slice(0, 3)],
    ['move_orig_ids', '=', false],
  ];
  const optional = [
    'reserved_availability',
    'location_final_id',
    ...(has('reserved_availability') ? [] : ['quantity']),
  ];
  const rows = await session.ask(z.array(moveRow), {
    model: 'stock.move',
    method: 'search_read',
    args: {
      domain: [['product_id', 'in', productIds], ['state', 'in', open], '|', ...out, ...into],
      fields: [
        'product_id',
        'product_qty',
        'product_uom_qty',
        'state',
        'date',
        'location_id',
        'location_dest_id',
        ...optional.filter(has),
      ],
      order: 'date, id',
    },
    signal,
  });
  return rows.map((row) => moveOf(row, places)).filter(({ from, into: to }) => from !== to);
}

export const sumOf = (moves: readonly Move[], part: 'quantity' | 'unreserved'): Decimal =>
  add(zero, ...moves.map((move) => move[part]));
