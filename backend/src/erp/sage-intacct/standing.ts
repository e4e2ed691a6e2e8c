import { type Closed, type StandingOrder, standingOrderSchema } from '../contract/standing.ts';
import { orderVersion } from '../kit/order-version.ts';
import { fit } from '../transport/json.ts';
import { headsWhere } from './documents.ts';
import { EDITABLE, OBJECT } from './facts.ts';
import { isBegun, type OrderFacts, productsOf, toOrder } from './order-facts.ts';
import { factsOf } from './orders.ts';
import { equal } from './query.ts';
import type { Session } from './session.ts';
import { keyOf } from './values.ts';

export type Standing = { facts: OrderFacts; order: StandingOrder };

/** An order may be edited and closed until something was made from it. */
function closedTo(facts: OrderFacts, isCancelled: boolean): StandingOrder['closedTo'] {
  const { documentNumber, state } = facts.head;
  const because = (reason: Closed['reason'], words: string): Closed => ({
    reason,
    words: `Order ${documentNumber} ${words}`,
  });
  if (isCancelled) return { change: because('cancelled', 'is closed.'), cancel: null };
  const closed = isBegun(facts, 'billed')
    ? because('invoiced', 'is invoiced, in whole or in part.')
    : isBegun(facts, 'delivered')
      ? because('delivered', 'is shipped, in whole or in part.')
      : EDITABLE.has(state)
        ? null
        : because('locked', `is ${state} in Sage Intacct.`);
  return { change: closed, cancel: closed };
}

/** The order as a change starts from it; null where there is none. */
export async function standingOf(session: Session, id: string, signal: AbortSignal): Promise<Standing | null> {
  const key = keyOf(id);
  const heads = key === null ? [] : await headsWhere(session, session.settings.orderType, [equal('key', key)], signal);
  const [facts] = await factsOf(session, heads, { addresses: true, signal });
  if (!facts) return null;
  const shown = toOrder(session, facts);
  const products = productsOf(facts);
  const content = {
    ...shown,
    lines: shown.lines.map((line, index) => ({ ...line, productId: products[index] ?? null })),
  };
  const standing = fit(
    standingOrderSchema,
    { ...content, version: 'none', closedTo: closedTo(facts, shown.status === 'cancelled') },
    OBJECT.document,
  );
  return { facts, order: { ...standing, version: orderVersion(standing) } };
}
