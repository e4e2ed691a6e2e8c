import type { ErpOrder } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { RESOURCE } from './facts.ts';
import { orderBody } from './order-body.ts';
import { isDraft } from './order-facts.ts';
import { withField } from './order-refusals.ts';
import { ordersById, ordersByReference, rowsByReference } from './orders.ts';
import type { Session } from './session.ts';
import { id } from './values.ts';

const made = z.object({ id });

/** Removes what a create left that broke off: a draft, with some of its lines or none. Gives whether an order is there. */
async function cleared(session: Session, reference: string, signal: AbortSignal): Promise<boolean> {
  const rows = (await rowsByReference(session, [reference], signal)).get(reference.toUpperCase()) ?? [];
  for (const draft of rows.filter(isDraft)) await session.client.remove(RESOURCE.orders, draft.id, signal);
  return rows.some((order) => !isDraft(order));
}

/**
 * Head and lines in one request that confirms the order at once. Neither the reference nor the PO number is unique, so it is looked up before. Lines are stored one
 * by one: a refusal of one of them may leave a draft, which is removed before the refusal counts.
 */
export async function createOrder(session: Session, input: OrderInput, signal: AbortSignal): Promise<ErpOrder> {
  const body = await orderBody(session, input, signal);
  if (await cleared(session, input.reference, signal)) {
    const [[before] = []] = await ordersByReference(session, [input.reference], signal);
    if (before) return before;
  }
  let order: string;
  try {
    order = (await session.client.create(made, RESOURCE.orders, body, signal)).id;
  } catch (error) {
    if (!(error instanceof ErpError) || error.kind !== 'refused') throw error;
    if (await afterWrite(() => cleared(session, input.reference, signal)))
      throw new ErpError('uncertain', `${input.reference}: refused, and there`, { words: error.words, cause: error });
    throw await withField(session, input, error, signal);
  }
  return afterWrite(async () => {
    const [found] = await ordersById(session, [order], signal, true);
    if (!found) throw new ErpError('uncertain', `order ${order} is not there after it was made`);
    return found;
  });
}
