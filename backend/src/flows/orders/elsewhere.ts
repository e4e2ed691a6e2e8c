import type { ErpOrder } from '@backroom/shared';
import { referencePrefix } from '../../submissions/reference.ts';
import { type Context, readSignal } from '../context.ts';
import { dealOf } from '../record/lines.ts';

/** `order` is null where the ERP could not be asked: then the number on the record has to be believed. */
export type Elsewhere = { number: string; order: ErpOrder | null };

/**
 * The order that this deal became by another way than this account: the record carries an order number that none of its own submissions
 * wrote. Somebody converted the same deal in another CRM (the two are kept in step), or before Backroom was installed anew. Null where there is
 * no such number, where the ERP has no such order, and where it was cancelled. docs/adr/0021-two-crms-one-order.md has the reasons.
 */
export async function orderedElsewhere(ctx: Context): Promise<Elsewhere | null> {
  const number = dealOf(ctx).orderNumber;
  if (number === null) return null;
  const own = await ctx.services.submissions.listForRecord(ctx.account.id, { type: 'deal', id: ctx.record.id });
  if (own.some(({ erpNumber }) => erpNumber === number)) return null;
  if (!ctx.erp.orders) return null;
  try {
    const { results } = await ctx.erp.orders.findByNumber({ numbers: [number] }, { signal: readSignal() });
    const order = results[0] ?? null;
    // By our own hand, but from before a backup of our database was restored: the reference finds it, and the engine adopts it.
    const prefix = referencePrefix(ctx.account.id, 'order', ctx.record.id);
    if (!order || order.status === 'cancelled' || order.reference?.startsWith(prefix)) return null;
    return { number, order };
  } catch {
    return { number, order: null };
  }
}
