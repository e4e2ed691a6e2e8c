import { type ErpOrder, erpProductIdSchema } from '@backroom/shared';
import type { Closed, StandingOrder } from '../contract/standing.ts';
import { standingOrderSchema } from '../contract/standing.ts';
import { orderVersion } from '../kit/order-version.ts';
import { fit } from '../transport/json.ts';
import { LENGTH } from './facts.ts';
import { type Sale, salesWhere, toOrder } from './orders-read.ts';
import type { Session } from './session.ts';

export type Standing = { sale: Sale; order: StandingOrder };

/** Its entities change an order until something of it was posted, and never cancel one: that is a button of its page, or a custom service. */
function closedTo(
  { cancelService }: Session,
  { header }: Sale,
  { number, status }: ErpOrder,
): StandingOrder['closedTo'] {
  const because = (reason: Closed['reason'], words: string): Closed => ({ reason, words: `Order ${number} ${words}` });
  const noCancel = because('other', 'cannot be cancelled from here: cancel it in Finance & Operations.');
  if (status === 'cancelled') return { change: because('cancelled', 'is cancelled.'), cancel: null };
  const closed =
    status === 'invoiced'
      ? because('invoiced', 'is invoiced.')
      : status === 'delivered' || status === 'partly_delivered'
        ? because('delivered', 'is delivered, or a part of it.')
        : header.IsSalesProcessingStopped
          ? because('locked', 'is stopped in Finance & Operations.')
          : null;
  return { change: closed, cancel: closed ?? (cancelService === null ? noCancel : null) };
}
/** The order as a change starts from it; null where there is none. */
export async function standingOf(session: Session, id: string, signal: AbortSignal): Promise<Standing | null> {
  const asked = id.length <= LENGTH.account ? [id] : [];
  const [sale] = await salesWhere(session, ['SalesOrderNumber', asked], signal);
  if (!sale) return null;
  const order = toOrder(session, sale);
  const content = {
    ...order,
    lines: order.lines.map((line, index) => ({
      ...line,
      productId: productOf(sale.lines[index]?.ItemNumber),
    })),
  };
  const version = orderVersion(content);
  return {
    sale,
    order: fit(standingOrderSchema, { ...content, version, closedTo: closedTo(session, sale, order) }, 'order'),
  };
}
const productOf = (item: string | undefined) => (item ? erpProductIdSchema.parse(item) : null);
