import type { ErpOrder } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { In } from '../contract/schemas.ts';
import type { StandingOrder } from '../contract/standing.ts';
import { checkOpen, orderAfter } from '../contract/standing-checks.ts';
import { afterWrite } from '../transport/after-write.ts';
import { documentPath } from './client.ts';
import type { Line } from './documents.ts';
import { notFound, refused } from './faults.ts';
import { headBody, type LineBody, linesOf } from './order-body.ts';
import { goodsOf, type OrderFacts } from './order-facts.ts';
import { withField } from './order-refusals.ts';
import type { Session } from './session.ts';
import { type Standing, standingOf } from './standing.ts';

type Input = In<'orders.change'>;
type ChangedLine = (Partial<LineBody> & { key?: string }) | { key: string; 'ia::operation': 'delete' };

/** What leads from the lines to the wanted ones. A line of the same item stays the line that it is, with what a colleague wrote on it. */
export function changedLines(facts: OrderFacts, wanted: readonly LineBody[]): ChangedLine[] {
  const left: Line[] = goodsOf(facts);
  const itemIn = ({ dimensions: { item } }: LineBody) => (item && 'key' in item ? item.key : null);
  const lines = wanted.map((body): ChangedLine => {
    const index = left.findIndex((line) => line['dimensions.item.key'] === itemIn(body));
    const [same] = index < 0 ? [] : left.splice(index, 1);
    if (!same) return body;
    // Its warehouse, location and department may be a colleague's.
    const { dimensions: _, ...rest } = body;
    return { key: same.key, ...rest };
  });
  return [...lines, ...left.map(({ key }): ChangedLine => ({ key, 'ia::operation': 'delete' }))];
}
/** The fields that the change clears. */
function cleared(clear: NonNullable<Input['clear']>) {
  return {
    ...(clear.includes('requested_date') ? { requestedShippingDate: null } : {}),
    ...(clear.includes('note') ? { notes: null } : {}),
    ...(clear.includes('po_number') ? { customerPONumber: null } : {}),
  };
}

async function seen(session: Session, id: string, signal: AbortSignal): Promise<Standing> {
  const found = await standingOf(session, id, signal);
  if (!found) throw notFound('id', `Sage Intacct has no order ${id}.`);
  return found;
}
const after = async (session: Session, id: string, signal: AbortSignal): Promise<StandingOrder> =>
  orderAfter(await standingOf(session, id, signal), id);

/** Head and lines in one request, which is done or not done. The API has no version to compare, so the order is read right before. */
export async function changeOrder(session: Session, input: Input, signal: AbortSignal): Promise<StandingOrder> {
  const { id, version, order: wanted, clear = [] } = input;
  const { facts, order } = await seen(session, id, signal);
  checkOpen('change', order, version, 'Sage Intacct');
  const lines = changedLines(facts, await linesOf(session, wanted, signal));
  const path = documentPath(session.settings.orderType, facts.head.key);
  const body = { ...headBody(wanted), ...cleared(clear), lines };
  await session.client.write('PATCH', path, body, signal).catch(async (error: unknown) => {
    throw await withField(session, wanted, error, signal);
  });
  return afterWrite(() => after(session, id, signal));
}

/**
 * An order of which nothing was made is called off by closing it: deleting one is forbidden in many companies, and would hide that it was there. A success that
 * changed nothing is possible, so the order is read again.
 */
export async function cancelOrder(
  session: Session,
  { id, version }: In<'orders.cancel'>,
  signal: AbortSignal,
): Promise<ErpOrder> {
  const { facts, order } = await seen(session, id, signal);
  if (order.status === 'cancelled') return order;
  checkOpen('cancel', order, version, 'Sage Intacct');
  await session.client.write(
    'PATCH',
    documentPath(session.settings.orderType, facts.head.key),
    { state: 'closed' },
    signal,
  );
  const now = await afterWrite(() => after(session, id, signal));
  if (now.status === 'cancelled') return now;
  if (now.version === order.version)
    throw refused(
      'status',
      `Sage Intacct left order ${order.number} open without saying why. Close it in Sage Intacct.`,
    );
  throw new ErpError('uncertain', `order ${id} is ${now.status} after it was closed`);
}
