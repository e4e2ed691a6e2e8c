import type { ErpOrder } from '@backroom/shared';
import type { Closed, StandingOrder } from '../contract/standing.ts';
import { standingOrderSchema } from '../contract/standing.ts';
import { orderVersion } from '../kit/order-version.ts';
import { fit } from '../transport/json.ts';
import { deliveriesOf } from './deliveries.ts';
import { BILLING, DELIVERY, IN_APPROVAL } from './facts.ts';
import type { OrderRow } from './order-rows.ts';
import { rowsByNumber } from './orders.ts';
import { productsIn, toOrder } from './orders-read.ts';
import type { Session } from './session.ts';

export type Standing = { row: OrderRow; order: StandingOrder };

/** Items can be changed and rejected until a document follows the order. */
function closedTo(
  session: Session,
  { to_SubsequentProcFlowDoc: flow, SalesDocApprovalStatus: approval }: OrderRow,
  { number, status }: ErpOrder,
): StandingOrder['closedTo'] {
  const because = (reason: Closed['reason'], words: string): Closed => ({ reason, words: `Order ${number} ${words}` });
  if (status === 'cancelled') return { change: because('cancelled', 'is cancelled.'), cancel: null };
  const follows = (categories: ReadonlySet<string>) =>
    flow.some(({ SubsequentDocumentCategory }) => categories.has(SubsequentDocumentCategory));
  const closed = follows(BILLING.invoices)
    ? because('invoiced', 'is invoiced.')
    : follows(new Set([DELIVERY]))
      ? because('delivered', 'has a delivery.')
      : approval === IN_APPROVAL
        ? because('locked', 'waits for an approval.')
        : null;
  const noReason = because('other', 'cannot be cancelled: this connection names no reason for rejection.');
  return { change: closed, cancel: closed ?? (session.rejectionReason === null ? noReason : null) };
}
/** The order as a change starts from it; null where there is none. */
export async function standingOf(session: Session, id: string, signal: AbortSignal): Promise<Standing | null> {
  const [row] = await rowsByNumber(session, [id], signal);
  if (!row) return null;
  const order = toOrder(session, row, await deliveriesOf(session, [row], signal));
  const products = productsIn(row);
  const content = {
    ...order,
    lines: order.lines.map((line, index) => ({ ...line, productId: products[index] ?? null })),
  };
  const standing = fit(
    standingOrderSchema,
    { ...content, version: 'none', closedTo: closedTo(session, row, order) },
    'A_SalesOrder',
  );
  return { row, order: { ...standing, version: orderVersion(standing) } };
}
