import type { OrdersPanel, PanelResult, Submission } from '@backroom/shared';
import { z } from 'zod';
import type { CachePolicy } from '../../cache/figures.ts';
import type { Twin } from '../../submissions/twins.ts';
import { type Context, explain, identityOf, readSignal } from '../context.ts';
import { matchLines } from '../lines.ts';
import { orderInputOf } from './draft.ts';
import { saleOf, standingTwins } from './sale.ts';

/** Number of the order that the ERP has under a reference of this quote. Null where it has none, or cannot be asked. */
export async function numberInErp(ctx: Context): Promise<string | null> {
  const found = await ctx.erp.orders
    ?.findByReference({ references: [...identityOf(ctx).references] }, { signal: readSignal() })
    .catch(() => null);
  return found?.results.flat().find(({ status }) => status !== 'cancelled')?.number ?? null;
}

/** Such an order is there only after a restored backup: a minute is soon enough for a card, and a conversion asks anew. */
const policy: CachePolicy = { freshMs: 60_000, staleMs: 60_000 };
export async function recentNumberInErp(ctx: Context): Promise<string | null> {
  const [figure] = await ctx.services.figures.get({
    account: ctx.account.id,
    keys: [`number|${[...identityOf(ctx).references].join()}`],
    policy,
    refresh: ctx.refresh.has('orders'),
    explain,
    parse: (value) => z.string().nullable().parse(value),
    read: async () => [await numberInErp(ctx)],
  });
  return figure?.value ?? null;
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
  const { revision, references, prefixes } = identityOf(ctx);
  const ours = written.find(
    (each) => each.kind === 'order' && each.revision !== revision && each.state !== 'cancelled' && !each.orderCancelled,
  );
  if (ours) return ours.erpNumber ?? ours.reference;
  const theirs = (orders.state === 'ready' ? orders.data.orders : []).find(
    ({ reference, status }) =>
      reference !== null &&
      status !== 'cancelled' &&
      prefixes.some((prefix) => reference.startsWith(prefix)) &&
      !references.some((each) => each === reference),
  );
  return theirs?.number ?? null;
}

/** What looks like the same sale in another CRM of the company; for the overview. */
export async function twinsOfDeal(ctx: Context): Promise<Twin[]> {
  if (ctx.record.type !== 'deal' || !ctx.link) return [];
  try {
    const input = orderInputOf(ctx, await matchLines(ctx));
    return input ? (await standingTwins(ctx, saleOf(ctx.connection, input))).twins : [];
  } catch {
    // Lines of several currencies, or products that cannot be read: the other alerts say so.
    return [];
  }
}

/** Number of the order that was changed to this revision: it has the reference of the revision that it was made of. */
export const changedInto = (written: readonly Submission[], current: string): string | null =>
  written.find(
    ({ kind, changes, orderCancelled, revision }) =>
      kind === 'order' && changes && !orderCancelled && revision === current,
  )?.erpNumber ?? null;

/** Number of the order that this very revision became, and that was cancelled: its reference is used up. */
export function cancelledFrom(written: readonly Submission[], current: string): string | null {
  const same = written.filter(({ kind, revision }) => kind === 'order' && revision === current);
  return same.some(({ orderCancelled, state }) => !orderCancelled && state !== 'cancelled')
    ? null
    : (same.find(({ orderCancelled }) => orderCancelled)?.erpNumber ?? null);
}
