import type { ErpOrder, OrdersPanel, PanelResult, Submission } from '@backroom/shared';
import { operations } from '../../erp/contract/schemas.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Context, linkedCustomer, oncePerRequest, panel, readSignal, requireFlow } from '../context.ts';
import { customerFigure } from '../customer-figure.ts';
import { carriedOrder } from './elsewhere.ts';
import { ordersPolicy } from './policy.ts';

/** The day that was promised when the deal was converted. */
export async function promisedWith(ctx: Context, { id }: Submission): Promise<string | null> {
  const { payload } = await ctx.services.submissions.details(ctx.account.id, id);
  return payload?.kind === 'order' ? payload.promiseDate : null;
}

/** The order that the deal became, found by its reference or by the number on the record, and what it was promised. */
async function convertedOf(ctx: Context, orders: readonly ErpOrder[]) {
  if (ctx.record.type !== 'deal') return { converted: null };
  const written = (
    await ctx.services.submissions.listForRecord(ctx.account.id, { type: 'deal', id: ctx.record.id })
  ).filter(({ kind }) => kind === 'order');
  const references = new Set<string>(written.map(({ reference }) => reference));
  for (const reference of ctx.identity?.references ?? []) references.add(reference);
  const standing = orders.filter(({ status }) => status !== 'cancelled');
  const carried = await carriedOrder(ctx);
  const number = carried && carried.by !== 'copied' ? carried.number : null;
  const converted =
    standing.find(({ reference }) => reference !== null && references.has(reference)) ??
    // Converted by another way than this account; the record says so.
    (number === null ? undefined : standing.find((order) => order.number === number)) ??
    null;
  const own = written.find(({ reference, erpNumber }) =>
    converted ? reference === converted.reference || erpNumber === converted.number : false,
  );
  return { converted, promisedOn: own && converted?.promisedOn === null ? await promisedWith(ctx, own) : null };
}

/** The customer's orders; on a deal, the one it became. */
export async function readOrders(ctx: Context): Promise<PanelResult<OrdersPanel>> {
  requireFlow(ctx, 'orders');
  const customer = linkedCustomer(ctx);
  const { orders } = ctx.erp;
  if (!orders) throw new ProblemError('flow_unsupported');
  const figure = await customerFigure(ctx, {
    name: 'orders',
    customer: customer.id,
    policy: ordersPolicy,
    schema: operations['orders.list'].out,
    read: () => orders.list({ customerId: customer.id }, { signal: readSignal() }),
  });
  const { results, more = false } = figure.value;
  return {
    state: 'ready',
    data: { ...(await convertedOf(ctx, results)), orders: results, more, freshness: figure.freshness },
    freshness: figure.freshness,
    refreshing: figure.refreshing,
  };
}
export const ordersPanel = oncePerRequest((ctx) => panel(ctx, () => readOrders(ctx)));
