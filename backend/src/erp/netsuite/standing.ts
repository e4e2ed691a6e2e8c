import { isZero } from '@backroom/shared';
import { type Closed, type StandingOrder, standingOrderSchema } from '../contract/standing.ts';
import { orderVersion } from '../kit/order-version.ts';
import { fit } from '../transport/json.ts';
import { ORDER } from './facts.ts';
import { idOf } from './faults.ts';
import { goodsOf, type OrderFacts, productsOf } from './order-facts.ts';
import { factsOf, type OrderRecord, orderRecord } from './order-record.ts';
import { withDeliveries } from './orders.ts';
import type { Session } from './session.ts';

export type Standing = { record: OrderRecord; facts: OrderFacts; order: StandingOrder };

/** Lines can be changed and closed until something of them is fulfilled or billed. */
function closedTo(facts: OrderFacts, isCancelled: boolean): StandingOrder['closedTo'] {
  const because = (reason: Closed['reason'], words: string): Closed => ({
    reason,
    words: `Order ${facts.number} ${words}`,
  });
  if (isCancelled) return { change: because('cancelled', 'is cancelled or closed.'), cancel: null };
  const goods = goodsOf(facts);
  const closed =
    facts.status === ORDER.billed || goods.some(({ billed }) => !isZero(billed))
      ? because('invoiced', 'is billed, in whole or in part.')
      : facts.status !== ORDER.pendingApproval &&
          (facts.status !== ORDER.pendingFulfilment || goods.some(({ fulfilled }) => !isZero(fulfilled)))
        ? because('delivered', 'is fulfilled, in whole or in part.')
        : null;
  return { change: closed, cancel: closed };
}

/** The order as a change starts from it, by its record; null where there is none. */
export async function standingOf(session: Session, id: string, signal: AbortSignal): Promise<Standing | null> {
  const known = idOf(id);
  const record = known === null ? null : await session.client.find(orderRecord, `salesOrder/${known}`, signal);
  if (!record) return null;
  const facts = await factsOf(session, record, signal);
  const [shown] = await withDeliveries(session, [facts], signal);
  if (!shown) return null;
  const products = productsOf(facts);
  const content = {
    ...shown,
    lines: shown.lines.map((line, index) => ({ ...line, productId: products[index] ?? null })),
  };
  const standing = fit(
    standingOrderSchema,
    { ...content, version: 'none', closedTo: closedTo(facts, shown.status === 'cancelled') },
    'salesOrder',
  );
  return { record, facts, order: { ...standing, version: orderVersion(standing) } };
}
