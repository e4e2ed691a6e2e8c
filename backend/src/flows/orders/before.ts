import type { OrdersPanel, PanelResult, Reference, Submission } from '@backroom/shared';
import { referenceFor, referencePrefix } from '../../submissions/reference.ts';
import type { Twin } from '../../submissions/twins.ts';
import { type Context, readSignal } from '../context.ts';
import { dealOf, matchLines } from '../record/lines.ts';
import { revisionOf } from '../record/revision.ts';
import { orderInputOf } from './draft.ts';
import { saleOf, standingTwins } from './sale.ts';

/** Number of the order that the ERP has under the quote's own reference. Null where it has none, or cannot be asked. */
export async function numberInErp(ctx: Context, reference: Reference): Promise<string | null> {
  const found = await ctx.erp.orders
    ?.findByReference({ references: [reference] }, { signal: readSignal() })
    .catch(() => null);
  return found?.results[0]?.find(({ status }) => status !== 'cancelled')?.number ?? null;
}

/**
 * The order that this deal became by another revision: by our submissions, or by the ERP's own list when ours was lost with a restored backup.
 * Its number, or its reference while there is none.
 */
export function orderedBefore(
  ctx: Context,
  written: readonly Submission[],
  orders: PanelResult<OrdersPanel>,
): string | null {
  const revision = revisionOf(dealOf(ctx));
  const ours = written.find(
    (each) => each.kind === 'order' && each.revision !== revision && each.state !== 'cancelled',
  );
  if (ours) return ours.erpNumber ?? ours.reference;
  const prefix = referencePrefix(ctx.account.id, 'order', ctx.record.id);
  const reference = referenceFor(ctx.account.id, 'order', ctx.record.id, revision);
  const theirs = (orders.state === 'ready' ? orders.data.orders : []).find(
    (each) => each.reference?.startsWith(prefix) && each.reference !== reference && each.status !== 'cancelled',
  );
  return theirs?.number ?? null;
}

/** What looks like the same sale in another CRM of the company; for the overview. */
export async function twinsOfDeal(ctx: Context): Promise<Twin[]> {
  if (ctx.record.type !== 'deal' || !ctx.link) return [];
  try {
    const input = orderInputOf(ctx, await matchLines(ctx), false);
    return input ? (await standingTwins(ctx, saleOf(ctx.connection, input))).twins : [];
  } catch {
    // Lines of several currencies, or products that cannot be read: the other alerts say so.
    return [];
  }
}
