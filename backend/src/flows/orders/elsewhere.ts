import type { ErpOrder } from '@backroom/shared';
import { type Context, oncePerRequest, readSignal } from '../context.ts';
import { isShared } from './sale.ts';

/**
 * The order whose number stands on the deal although none of the deal's own writes made it. `order` is null where the ERP could not be asked: then the
 * number has to be believed. `own`: its reference is this deal's, by which the engine finds and adopts it. `copied`: it is another deal's, and came here
 * when that one was cloned.
 */
export type Carried = { number: string; order: ErpOrder | null; by: 'own' | 'another_way' | 'copied' };

/**
 * The order that this deal became by another way than this account, or the number that it was copied with. Somebody converted the same deal in another CRM
 * (the two are kept in step), or entered the order in the ERP; or the deal is a clone. An order of another deal of this account is that deal's: null, as
 * where the ERP has no such order, and where it was cancelled.
 * docs/adr/0021-two-crms-one-order.md and 0034-merged-and-copied-records.md have the reasons.
 */
export const carriedOrder = oncePerRequest(async (ctx: Context): Promise<Carried | null> => {
  const { record, account, services, identity } = ctx;
  const number = record.type === 'deal' ? record.orderNumber?.trim() : null;
  if (!number || !identity || !ctx.erp.orders) return null;
  // A write of this account: of this deal, which is read from there, or of the deal that this one was cloned from.
  if (await services.submissions.isOrder({ account: account.id, connection: ctx.connection.id }, number)) return null;
  const byHolder = async () =>
    (await services.identity.holder(account.id, number, record.id)) === record.id ? 'another_way' : 'copied';
  try {
    const { results } = await ctx.erp.orders.findByNumber({ numbers: [number] }, { signal: readSignal() });
    const order = results[0] ?? null;
    if (!order || order.status === 'cancelled') return null;
    const { reference } = order;
    if (reference !== null && identity.prefixes.some((prefix) => reference.startsWith(prefix)))
      return { number, order, by: 'own' };
    // The only account on its ERP: a reference of ours is of another deal of it, from before our database was restored.
    if (reference?.startsWith('BR-') && !(await isShared(ctx))) return null;
    return { number, order, by: await byHolder() };
  } catch {
    return { number, order: null, by: await byHolder() };
  }
});
