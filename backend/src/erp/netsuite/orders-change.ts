import type { ErpOrder, PostalAddress } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { In, OrderInput } from '../contract/schemas.ts';
import type { StandingOrder } from '../contract/standing.ts';
import { checkOpen, orderAfter } from '../contract/standing-checks.ts';
import { sameAddress } from '../kit/address.ts';
import { afterWrite } from '../transport/after-write.ts';
import { notFound } from './faults.ts';
import { headBody, type LineBody, linesOf } from './order-body.ts';
import { goodsOf, type LineFacts, type OrderFacts } from './order-facts.ts';
import { withField } from './order-refusals.ts';
import type { Session } from './session.ts';
import { type Standing, standingOf } from './standing.ts';

type Input = In<'orders.change'>;
type Line = Partial<LineBody> & { line?: number };

/** What leads from the lines to the wanted ones. A line of the same item stays the line that it is, with what a colleague wrote on it. */
export function changedLines(facts: OrderFacts, wanted: readonly LineBody[]): { lines: Line[]; replaces: boolean } {
  const left = goodsOf(facts).filter(({ line, isClosed }) => line !== '' && !isClosed);
  const lines = wanted.map((body): Line => {
    const index = left.findIndex(({ item }) => item === body.item.id);
    const [same] = index < 0 ? [] : left.splice(index, 1);
    return same ? { line: Number(same.line), ...body } : body;
  });
  // Lines of texts and sums, and those that somebody closed, stay as they are.
  const others = facts.lines.filter(
    (line) => line.line !== '' && !goodsOf(facts).some(({ line: own, isClosed }) => own === line.line && !isClosed),
  );
  const kept = others.map(({ line }: LineFacts): Line => ({ line: Number(line) }));
  return left.length > 0 ? { lines: [...kept, ...lines], replaces: true } : { lines, replaces: false };
}

/** The fields that the change clears. */
function cleared(clear: NonNullable<Input['clear']>) {
  return {
    ...(clear.includes('requested_date') ? { shipDate: null } : {}),
    ...(clear.includes('note') ? { memo: null } : {}),
    ...(clear.includes('po_number') ? { otherRefNum: null } : {}),
  };
}
/** An address that the order has already is not written again: it may be one of the customer's book. */
function changedAddresses(input: OrderInput, { deliverTo, invoiceTo }: StandingOrder): OrderInput {
  const isThere = (to: OrderInput['deliverTo'], there: (PostalAddress & { id: string | null }) | null | undefined) =>
    to !== undefined && there && (to.kind === 'known' ? there.id === to.id : sameAddress(there, to.address));
  const { deliverTo: delivery, invoiceTo: invoice, ...rest } = input;
  return {
    ...rest,
    ...(delivery && !isThere(delivery, deliverTo) ? { deliverTo: delivery } : {}),
    ...(invoice && !isThere(invoice, invoiceTo) ? { invoiceTo: invoice } : {}),
  };
}

async function seen(session: Session, id: string, signal: AbortSignal): Promise<Standing> {
  const found = await standingOf(session, id, signal);
  if (!found) throw notFound('id', `NetSuite has no order ${id}.`);
  return found;
}
const after = async (session: Session, id: string, signal: AbortSignal): Promise<StandingOrder> =>
  orderAfter(await standingOf(session, id, signal), id);

/** Head and lines in one request, which is done or not done. The API has no version to compare, so the order is read right before. */
export async function changeOrder(session: Session, input: Input, signal: AbortSignal): Promise<StandingOrder> {
  const { id, version, clear = [] } = input;
  const { facts, order } = await seen(session, id, signal);
  checkOpen('change', order, version, 'NetSuite');
  const wanted = changedAddresses(input.order, order);
  const { lines, replaces } = changedLines(facts, await linesOf(session, wanted, signal));
  const body = { ...headBody(wanted, { isThere: true }), ...cleared(clear), item: { items: lines } };
  const path = `salesOrder/${facts.id}${replaces ? '?replace=item' : ''}`;
  await session.client.write('PATCH', path, body, signal).catch(async (error: unknown) => {
    throw await withField(session, wanted, error, signal);
  });
  return afterWrite(() => after(session, id, signal));
}

/** The API has no button "Cancel Order": an order of which nothing was delivered is called off by closing each of its lines. */
export async function cancelOrder(
  session: Session,
  { id, version }: In<'orders.cancel'>,
  signal: AbortSignal,
): Promise<ErpOrder> {
  const { facts, order } = await seen(session, id, signal);
  if (order.status === 'cancelled') return order;
  checkOpen('cancel', order, version, 'NetSuite');
  const items = facts.lines
    .filter(({ line, isClosed }) => line !== '' && !isClosed)
    .map(({ line }) => ({ line: Number(line), isClosed: true }));
  await session.client.write('PATCH', `salesOrder/${facts.id}`, { item: { items } }, signal);
  return afterWrite(async () => {
    const now = await after(session, id, signal);
    if (now.status !== 'cancelled') throw new ErpError('uncertain', `order ${id} is ${now.status} after it was closed`);
    return now;
  });
}
