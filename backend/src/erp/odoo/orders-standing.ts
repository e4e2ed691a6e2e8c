import { compare, decimal, erpProductIdSchema } from '@backroom/shared';
import { z } from 'zod';
import type { Closed, StandingOrder } from '../contract/standing.ts';
import { orderVersion } from '../kit/order-version.ts';
import { id, maybe, recordId, text } from '../transport/odoo/values.ts';
import { detailSpec } from './order-details.ts';
import { referencesOf } from './order-references.ts';
import { detailRow, isProduct, lineRow, lineSpec, orderOf, orderSpec } from './orders-read.ts';
import { withAllOrders } from './sales-right.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';

const amendedLine = lineRow.extend({
  id,
  product_id: maybe(z.object({ id, default_code: text, type: z.string() })),
  qty_invoiced: z.number().default(0),
});
const row = detailRow.extend({ locked: z.boolean().optional(), order_line: z.array(amendedLine) });
const spec: Spec = {
  ...orderSpec,
  ...detailSpec,
  /** From 17 on; before, a locked order has the state `done`. */
  locked: {},
  order_line: { fields: { ...lineSpec, qty_invoiced: {} } },
};
export type AmendedLine = z.output<typeof amendedLine>;
/** An order as it stands, and Odoo's own lines and state of it. */
export type Amended = { order: StandingOrder; lines: AmendedLine[]; state: string; customerReference: string | null };

type Row = z.output<typeof row>;
function closedTo(
  { name, state, locked, order_line: lines }: Row,
  status: StandingOrder['status'],
): StandingOrder['closedTo'] {
  const because = (reason: Closed['reason'], words: string): Closed => ({
    reason,
    words: `Order ${name} ${words} in Odoo.`,
  });
  if (state === 'cancel') return { change: because('cancelled', 'is cancelled'), cancel: null };
  const isLocked = locked === true || state === 'done' ? because('locked', 'is locked') : null;
  const done =
    status === 'invoiced' || lines.some(({ qty_invoiced: quantity }) => quantity > 0)
      ? because('invoiced', 'is invoiced')
      : null;
  const delivered = lines.some(({ qty_delivered: quantity }) => quantity > 0)
    ? because('delivered', 'is delivered, or a part of it,')
    : null;
  const whole = status === 'delivered' || status === 'invoiced';
  return {
    // Odoo lets a person raise what is partly delivered; what is delivered or invoiced as a whole is not an order any more.
    change: isLocked ?? (whole ? (delivered ?? done) : done),
    cancel: isLocked ?? delivered ?? done,
  };
}

export async function readAmended(session: Session, orderId: string, signal: AbortSignal): Promise<Amended | null> {
  const wanted = recordId(orderId);
  if (wanted === null) return null;
  const rows = await withAllOrders(session, signal, () =>
    readTree(session, row, {
      model: 'sale.order',
      domain: [
        ['id', '=', wanted],
        ['company_id', '=', session.company.id],
      ],
      spec,
      signal,
    }),
  );
  const [found] = rows ?? [];
  if (!found) return null;
  const reference = (await referencesOf(session, [found], signal)).get(found.id) ?? null;
  const order = await orderOf(session, found, reference, signal);
  const products = found.order_line.filter(isProduct);
  const content = {
    ...order,
    // A line that was taken off a confirmed order stays there with nothing in it.
    lines: order.lines
      .map((line, nth) => ({ ...line, productId: erpProductIdSchema.parse(String(products[nth]?.product_id?.id)) }))
      .filter(({ quantity }) => compare(quantity, decimal('0')) !== 0),
  };
  const standing = { ...content, version: orderVersion(content), closedTo: closedTo(found, order.status) };
  return { order: standing, lines: found.order_line, state: found.state, customerReference: found.client_order_ref };
}
export const readStanding = async (
  session: Session,
  orderId: string,
  signal: AbortSignal,
): Promise<StandingOrder | null> => (await readAmended(session, orderId, signal))?.order ?? null;
