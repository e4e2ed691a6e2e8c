import { erpOrderSchema, type OrdersPanel, type PanelResult } from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { referenceFor } from '../../submissions/reference.ts';
import { type Context, linkedCustomer, panel, readSignal, requireFlow } from '../context.ts';
import { customerFigure } from '../customer-figure.ts';
import { revisionOf } from '../record/revision.ts';
import { ordersPolicy } from './policy.ts';

/** The customer's orders; on a deal, the one it became is found by its reference or by the submission that made it. */
export async function readOrders(ctx: Context): Promise<PanelResult<OrdersPanel>> {
  requireFlow(ctx, 'orders');
  const customer = linkedCustomer(ctx);
  const { orders } = ctx.erp;
  if (!orders) throw new ProblemError('flow_unsupported');
  const figure = await customerFigure(ctx, {
    name: 'orders',
    customer: customer.id,
    policy: ordersPolicy,
    schema: z.array(erpOrderSchema),
    read: async () => (await orders.list({ customerId: customer.id }, { signal: readSignal() })).results,
  });
  let references = new Set<string>();
  if (ctx.record.type === 'deal') {
    const written = await ctx.services.submissions.listForRecord(ctx.account.id, { type: 'deal', id: ctx.record.id });
    references = new Set(written.filter(({ kind }) => kind === 'order').map(({ reference }) => reference));
    references.add(referenceFor(ctx.account.id, 'order', ctx.record.id, revisionOf(ctx.record)));
  }
  const standing = figure.value.filter(({ status }) => status !== 'cancelled');
  const number = ctx.record.type === 'deal' ? ctx.record.orderNumber : null;
  const converted =
    standing.find(({ reference }) => reference !== null && references.has(reference)) ??
    // Converted by another way than this account; the record says so.
    (number === null ? undefined : standing.find((order) => order.number === number)) ??
    null;
  return {
    state: 'ready',
    data: { converted, orders: figure.value, freshness: figure.freshness },
    freshness: figure.freshness,
    refreshing: figure.refreshing,
  };
}
export const ordersPanel = (ctx: Context) => panel(ctx, () => readOrders(ctx));
