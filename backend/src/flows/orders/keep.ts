import type { OrderEntries } from '@backroom/shared';
import { type Context, identityOf } from '../context.ts';
import { dealOf } from '../lines.ts';

export const keptEntries = (ctx: Context): Promise<OrderEntries> =>
  ctx.services.orderEntries.get(ctx.account.id, dealOf(ctx).id, identityOf(ctx).revision);

/** Keeps a rep's entries for the next visit of the page, until the quote changes. */
export async function keepEntries(ctx: Context, entries: OrderEntries): Promise<void> {
  const { services, account, actor } = ctx;
  const key = { account: account.id, deal: dealOf(ctx).id, revision: identityOf(ctx).revision };
  await services.orderEntries.put(key, entries, actor, services.now());
}
