import type { ErpOrder } from '@backroom/shared';
import type { OrderInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { makeOnce } from './made-once.ts';
import { orderBody } from './order-body.ts';
import { factsOf, orderRecord } from './order-record.ts';
import { withField } from './order-refusals.ts';
import { withDeliveries } from './orders.ts';
import type { Session } from './session.ts';

/** Head and lines in one request: no order is left without its lines. Its external id is our reference, which NetSuite keeps once. */
export async function createOrder(session: Session, input: OrderInput, signal: AbortSignal): Promise<ErpOrder> {
  const body = await orderBody(session, input, signal);
  const record = await makeOnce(
    session,
    { type: 'salesOrder', row: orderRecord, reference: input.reference, body },
    signal,
  ).catch(async (error: unknown) => {
    throw await withField(session, input, error, signal);
  });
  return afterWrite(async () => {
    const [order] = await withDeliveries(session, [await factsOf(session, record, signal)], signal);
    if (!order) throw new Error('one order in, one order out');
    return order;
  });
}
