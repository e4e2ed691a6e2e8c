import type { ErpOrder } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { In } from '../contract/schemas.ts';
import { checkOpen } from '../contract/standing-checks.ts';
import { afterWrite } from '../transport/after-write.ts';
import { notFound, refused } from './faults.ts';
import type { Session } from './session.ts';
import { standingOf } from './standing.ts';

/** No data entity cancels an order. A connection may name a custom service that does; the order says afterwards whether it is cancelled. */
export async function cancelOrder(
  session: Session,
  { id, version }: In<'orders.cancel'>,
  signal: AbortSignal,
): Promise<ErpOrder> {
  const before = await standingOf(session, id, signal);
  if (!before) throw notFound('id', `Finance & Operations has no order ${id}.`);
  if (before.order.status === 'cancelled') return before.order;
  checkOpen('cancel', before.order, version, 'Finance & Operations');
  if (session.cancelService === null)
    throw refused('cancelService', 'This connection names no service that cancels orders.');
  const parameters = { company: session.company, salesOrderNumber: before.sale.header.SalesOrderNumber };
  await session.custom(session.cancelService, parameters, signal);
  return afterWrite(async () => {
    const after = await standingOf(session, id, signal);
    if (after?.order.status !== 'cancelled')
      throw new ErpError('uncertain', `order ${id} is ${after?.order.status ?? 'gone'} after it was cancelled`);
    return after.order;
  });
}
