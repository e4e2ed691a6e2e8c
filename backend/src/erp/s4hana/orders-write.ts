import { createHash } from 'node:crypto';
import type { ErpOrder } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { LENGTH } from './facts.ts';
import { refused } from './faults.ts';
import { headerBody, itemBodies, partnerBodies } from './order-body.ts';
import { withField } from './order-refusals.ts';
import { ordersByNumber, ordersByReference } from './orders.ts';
import type { Session } from './session.ts';
import { itemsToSend } from './standing-prices.ts';
import { key } from './values.ts';

function bodyOf(session: Session, input: OrderInput, items: readonly object[]) {
  if (input.reference.length > LENGTH.reference)
    throw refused('reference', `SAP keeps ${LENGTH.reference} characters of a reference.`);
  if ((input.poNumber ?? '').length > LENGTH.poNumber)
    throw refused('poNumber', `SAP keeps ${LENGTH.poNumber} characters of a PO number.`);
  const partners = partnerBodies(session, input);
  return {
    ...headerBody(session, input),
    // The customer's own PO number has the field where people look for it.
    PurchaseOrderByShipToParty: input.reference,
    ...(partners.length > 0 ? { to_Partner: partners } : {}),
    ...(input.note
      ? { to_Text: [{ Language: session.language, LongTextID: session.noteText, LongText: input.note }] }
      : {}),
    to_Item: items,
  };
}
/**
 * Where SAP's Gateway is set up for repeated requests, the second one with this id answers as the first did. It is that of what is sent: a
 * corrected order is another request, and so is one that is sent again after a refusal, whose cause may have been removed in SAP.
 */
function repeatable(session: Session, reference: string, body: unknown) {
  const refusals = session.refusals.get(reference) ?? 0;
  const id = createHash('sha256')
    .update(`${reference}|${refusals}|${JSON.stringify(body)}`)
    .digest('hex')
    .slice(0, 32);
  return { requestid: id.toUpperCase(), repeatabilitycreation: new Date(session.now()).toISOString() };
}

/** Header, items, partners and texts in one request, which is one document or none. */
export async function createOrder(session: Session, input: OrderInput, signal: AbortSignal): Promise<ErpOrder> {
  bodyOf(session, input, itemBodies(session, input));
  const [before = []] = await ordersByReference(session, [input.reference], signal);
  if (before[0]) return before[0];
  const body = bodyOf(session, input, await itemsToSend(session, input, signal));
  const made = z.object({ SalesOrder: key });
  const { entity } = await session
    .service('orders')
    .post(made, 'A_SalesOrder', body, { signal, write: true, headers: repeatable(session, input.reference, body) })
    .catch(async (error: unknown) => {
      if (error instanceof ErpError && error.kind !== 'uncertain')
        session.refusals.set(input.reference, (session.refusals.get(input.reference) ?? 0) + 1);
      throw await withField(session, input, error, signal);
    });
  // The answer to a create may come without its items.
  return afterWrite(async () => {
    const [order] = await ordersByNumber(session, [entity.SalesOrder], signal);
    if (!order) throw new ErpError('uncertain', `order ${entity.SalesOrder} is not there after it was made`);
    return order;
  });
}
