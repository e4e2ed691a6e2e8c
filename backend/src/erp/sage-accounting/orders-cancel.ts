import type { ErpOrder } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { In } from '../contract/schemas.ts';
import { type Closed, type StandingOrder, standingOrderSchema } from '../contract/standing.ts';
import { checkOpen } from '../contract/standing-checks.ts';
import { orderVersion } from '../kit/order-version.ts';
import { afterWrite } from '../transport/after-write.ts';
import { fit } from '../transport/json.ts';
import { forgetChanges } from './changes.ts';
import { type Document, KIND, readDocument } from './documents.ts';
import { DECLINED } from './facts.ts';
import { notFound, refused } from './faults.ts';
import { productsOf, toOrder } from './order-facts.ts';
import { itemsFor } from './products.ts';
import type { Session } from './session.ts';

function closedTo({ kind, number }: Document, status: ErpOrder['status']): StandingOrder['closedTo'] {
  const because = (reason: Closed['reason'], words: string): Closed => ({ reason, words });
  const change = because('other', `${number} is changed in Sage Accounting.`);
  if (status === 'cancelled') return { change: because('cancelled', `${number} is declined.`), cancel: null };
  if (status === 'invoiced') {
    const words = `An invoice was made of ${number}.`;
    return { change: because('invoiced', words), cancel: because('invoiced', words) };
  }
  // Deleting a draft would hide that it was there.
  const cancel =
    kind === 'quote' ? null : because('other', `${number} is a draft invoice: delete it in Sage Accounting.`);
  return { change, cancel };
}
async function standingOf(session: Session, document: Document, signal: AbortSignal): Promise<StandingOrder> {
  const shown = toOrder(session, document, await itemsFor(session, productsOf(document), signal));
  const products = productsOf(document);
  const standing = fit(
    standingOrderSchema,
    {
      ...shown,
      lines: shown.lines.map((line, index) => ({ ...line, productId: products[index] ?? null })),
      version: 'none',
      closedTo: closedTo(document, shown.status),
    },
    KIND[document.kind].list,
  );
  return { ...standing, version: orderVersion(standing) };
}

/** An order as somebody decides about it. Sage has no version of it, so one is made of what it says. */
export async function readOrder(session: Session, id: string, signal: AbortSignal): Promise<StandingOrder | null> {
  const document = await readDocument(session, id, signal);
  return document && standingOf(session, document, signal);
}
/** A quote is called off by declining it, and stays where it is. A success that changed nothing is possible, so the answer is looked at. */
export async function cancelOrder(
  session: Session,
  { id, version }: In<'orders.cancel'>,
  signal: AbortSignal,
): Promise<ErpOrder> {
  const document = await readDocument(session, id, signal);
  if (!document) throw notFound('id', `Sage Accounting has no order ${id}.`);
  const order = await standingOf(session, document, signal);
  if (order.status === 'cancelled') return order;
  checkOpen('cancel', order, version, 'Sage Accounting');
  const { list, row, entity } = KIND[document.kind];
  const body = { [entity]: { status_id: DECLINED } };
  const after = await session.client.write(row, 'PUT', `${list}/${document.id}`, body, signal);
  forgetChanges(session);
  const now = await afterWrite(() => standingOf(session, after, signal));
  if (now.status === 'cancelled') return now;
  if (now.version === order.version)
    throw refused('status', `Sage Accounting left quote ${order.number} open without saying why. Decline it there.`);
  throw new ErpError('uncertain', `order ${id} is ${now.status} after it was declined`);
}
