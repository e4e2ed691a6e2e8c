import { ErpError } from './errors.ts';
import type { StandingOrder } from './standing.ts';

/**
 * Whether an order that was just read may be changed or cancelled: it is as the caller saw it, and the ERP still does it. `version`: of `orders.read`; absent
 * for whatever it is. Throws `conflict` or `refused`. `erp`: as people name it.
 */
export function checkOpen(
  act: 'change' | 'cancel',
  { id, number, version: now, closedTo }: Pick<StandingOrder, 'id' | 'number' | 'version' | 'closedTo'>,
  version: string | undefined,
  erp: string,
): void {
  if (version !== undefined && now !== version)
    throw new ErpError('conflict', `order ${id} was changed`, {
      field: 'version',
      words: `Order ${number} was changed in ${erp}.`,
    });
  const closed = closedTo[act];
  if (closed) throw new ErpError('refused', closed.words, { field: 'status', words: closed.words });
}

/** The order as it is after a write that was answered. A write may have been done even where the order cannot be found. */
export function orderAfter<Found extends { order: StandingOrder }>(found: Found | null, id: string): StandingOrder {
  if (!found) throw new ErpError('uncertain', `order ${id} is not there after it was changed`);
  return found.order;
}
