import type { OrderEntries } from '@backroom/shared';
import { entriesFor } from '../../store/order-entries.ts';
import { type Context, identityOf } from '../context.ts';
import { dealOf } from '../lines.ts';

export const keptEntries = (ctx: Context, revision = identityOf(ctx).revision): Promise<OrderEntries> =>
  entriesFor(ctx.services.orderEntries, { account: ctx.account.id, deal: dealOf(ctx).id, revision });

/** Keeps a rep's entries for the next visit of the page, until the quote changes. */
export async function keepEntries(ctx: Context, entries: OrderEntries): Promise<void> {
  const { services, account, actor } = ctx;
  const key = { account: account.id, deal: dealOf(ctx).id, revision: identityOf(ctx).revision };
  await services.orderEntries.put(key, entries, actor, services.now());
}
