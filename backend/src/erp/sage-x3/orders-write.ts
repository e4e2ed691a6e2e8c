import type { ErpOrder } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { orderXml } from './order-body.ts';
import { withField } from './order-refusals.ts';
import { ordersByNumber, ordersByReference } from './orders.ts';
import { fieldIn } from './result.ts';
import type { Session } from './session.ts';

/**
 * Head and lines in one object, which is one order or none. Its reference is not unique, so it is looked up before. A customer may have a control of its own that
 * refuses a reference which is stored already: whatever the words of a refusal are, the order is looked up once more before they are believed.
 */
export async function createOrder(session: Session, input: OrderInput, signal: AbortSignal): Promise<ErpOrder> {
  const lookedUp = async () => (await ordersByReference(session, [input.reference], signal))[0]?.[0] ?? null;
  const before = await lookedUp();
  if (before) return before;
  const xml = await orderXml(session, input, signal);
  let number: string | null;
  try {
    number = fieldIn(await session.soap.save(session.settings.orderObject, xml, signal), 'SOHNUM');
  } catch (error) {
    if (!(error instanceof ErpError) || error.kind !== 'refused') throw error;
    const first = await afterWrite(lookedUp);
    if (first) return first;
    throw await withField(session, input, error, signal);
  }
  return afterWrite(async () => {
    const [order] = number === null ? [await lookedUp()] : await ordersByNumber(session, [number], signal);
    if (!order) throw new ErpError('uncertain', `order ${number} is not there after it was made`);
    return order;
  });
}
