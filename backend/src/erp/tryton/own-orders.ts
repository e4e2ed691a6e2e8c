import type { OrderRow } from './order-row.ts';
import { isReturn } from './order-state.ts';

/**
 * The orders of one reference that are the order itself, the oldest first. Tryton copies the reference with an order: a colleague's duplicate
 * of it, and a return made of it, are orders of their own. A duplicate of ours, from a create whose answer was lost, has the creator and the
 * day that we give; a copy has no day before it is confirmed.
 */
export function ownOf(rows: readonly OrderRow[]): OrderRow[] {
  const sold = rows.filter((row) => !isReturn(row)).sort((left, right) => left.id - right.id);
  const [original] = sold;
  return sold.filter((row) => row === original || (row.create_uid === original?.create_uid && row.sale_date !== null));
}
