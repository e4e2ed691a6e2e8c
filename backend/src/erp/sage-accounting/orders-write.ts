import type { ErpOrder } from '@backroom/shared';
import type { OrderInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { forgetChanges } from './changes.ts';
import { KIND } from './documents.ts';
import { orderBody } from './order-body.ts';
import { productsOf, toOrder } from './order-facts.ts';
import { withField } from './order-refusals.ts';
import { ordersByReference } from './orders.ts';
import { itemsFor } from './products.ts';
import type { Session } from './session.ts';

/**
 * Head and lines in one request, which is one document or none. Sage makes a single one of our idempotency id, and remembers it for seven days; what is older
 * is found by its reference, and so is what was made while orders became another kind of document here.
 */
export async function createOrder(session: Session, input: OrderInput, signal: AbortSignal): Promise<ErpOrder> {
  const [body, [[before] = []]] = await Promise.all([
    orderBody(session, input, signal),
    ordersByReference(session, [input.reference], signal),
  ]);
  if (before) return before;
  const { list, row } = KIND[session.settings.orderDocument];
  const made = await session.client.write(row, 'POST', list, body, signal).catch((error: unknown) => {
    throw withField(error);
  });
  forgetChanges(session);
  return afterWrite(async () => toOrder(session, made, await itemsFor(session, productsOf(made), signal)));
}
