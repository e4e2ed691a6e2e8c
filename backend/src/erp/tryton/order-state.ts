import {
  add,
  compare,
  type Decimal,
  divide,
  type ErpOrder,
  isNegative,
  multiply,
  negate,
  smaller,
} from '@backroom/shared';
import type { OrderLineRow, OrderRow } from './order-row.ts';
import { zero } from './support.ts';
import { convert, towards } from './units.ts';

const issued = new Set(['posted', 'paid']);
const taken = new Set(['confirmed', 'processing', 'done']);

/** What has left for one thing of the order, in a unit of the asker's: done moves that it caused, each turned only once they are added. */
function movedFor(origin: string, id: number, row: OrderRow, unit: OrderLineRow['unit.']): Decimal {
  const done = row['moves.'].filter(
    (move) => move.state === 'done' && move.origin?.model === origin && move.origin.id === id,
  );
  const units = Map.groupBy(done, (move) => (move['uom.'] ?? move['unit.'])?.id ?? null);
  return add(
    zero,
    ...[...units.values()].map((alike) => {
      const from = alike[0]?.['uom.'] ?? alike[0]?.['unit.'];
      const quantity = add(zero, ...alike.map((move) => move.quantity));
      return from && unit ? convert(quantity, from, unit) : quantity;
    }),
  );
}

/** In the line's unit. A kit is delivered as far as its slowest component, as Tryton invoices it. */
export function deliveredOf(line: OrderLineRow, row: OrderRow): Decimal {
  const components = line['components.'] ?? [];
  const wanted = line.quantity ?? zero;
  if (components.length > 0) {
    const ratios = components.map((each) => {
      const moved = movedFor('sale.line.component', each.id, row, each['unit.']);
      return compare(each.quantity, zero) === 0
        ? zero
        : divide(moved, isNegative(each.quantity) ? negate(each.quantity) : each.quantity);
    });
    const [first = zero, ...others] = ratios;
    return towards('down', multiply(wanted, others.reduce(smaller, first)), line['unit.']?.digits ?? 0);
  }
  const size = movedFor('sale.line', line.id, row, line['unit.']);
  // What comes back is a line below zero whose goods move the other way.
  return isNegative(wanted) ? negate(size) : size;
}

/** Goods that come back, and none that go out: a return, with a panel of its own. */
export function isReturn(
  row: Pick<OrderRow, 'origin'> & { 'lines.': readonly Pick<OrderLineRow, 'type' | 'quantity' | 'product.'>[] },
): boolean {
  if (row.origin?.model === 'sale.complaint') return true;
  const goods = row['lines.'].filter((line) => line.type === 'line' && line['product.'] && line.quantity !== null);
  return goods.length > 0 && goods.every(({ quantity }) => quantity !== null && isNegative(quantity));
}

export function statusOf(row: OrderRow): ErpOrder['status'] {
  if (row.state === 'cancelled' || row.state === 'cancel') return 'cancelled';
  if (!taken.has(row.state)) return 'draft';
  const goods = row['lines.'].filter(
    (line) => line.type === 'line' && line['product.'] && line['product.'].type !== 'service',
  );
  const lines = goods.map((line) => {
    const delivered = deliveredOf(line, row);
    const wanted = line.quantity ?? zero;
    const complete = isNegative(wanted) ? compare(delivered, wanted) <= 0 : compare(delivered, wanted) >= 0;
    return { complete, begun: compare(delivered, zero) !== 0 };
  });
  // Tryton's own word counts beside the quantities: a shipment that somebody chose to ignore is not waited for.
  const sent = row.shipment_state === 'sent' || row.state === 'done';
  if (sent || lines.every(({ complete }) => complete)) {
    const settled =
      row.invoice_state === 'paid' ||
      (row['invoices.'].length > 0 && row['invoices.'].every(({ state }) => issued.has(state)));
    if (settled) return 'invoiced';
    return goods.length > 0 ? 'delivered' : 'confirmed';
  }
  return lines.some(({ begun }) => begun) ? 'partly_delivered' : 'confirmed';
}
