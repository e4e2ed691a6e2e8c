import { type Context, oncePerRequest } from '../context.ts';
import { carriedOrder } from './elsewhere.ts';
import { ordersPanel, promisedWith } from './service.ts';

/**
 * The order that a deal became: its goods are reserved, and its total is part of the exposure. `codes`: the ERP's codes of its products; null where the
 * order could not be read.
 */
export type Ordered = { number: string; promisedOn: string | null; codes: ReadonlySet<string> | null };

/** How long other panels wait for the list of orders; after that our own record of the order is believed. */
const PATIENCE_MS = 2000;
async function listed(ctx: Context) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), PATIENCE_MS);
  });
  const result = await Promise.race([ordersPanel(ctx), late]);
  clearTimeout(timer);
  return result?.state === 'ready' ? result.data : null;
}

/** The order that the deal became, by any revision of its quote. Null where there is none, or the ERP has cancelled it. */
export const orderOfDeal = oncePerRequest(async (ctx): Promise<Ordered | null> => {
  if (ctx.record.type !== 'deal') return null;
  const written = await ctx.services.submissions.listForRecord(ctx.account.id, { type: 'deal', id: ctx.record.id });
  const own = written.find(({ kind, state }) => kind === 'order' && state === 'confirmed');
  const carried = own ? null : await carriedOrder(ctx);
  const number = own?.erpNumber ?? (carried && carried.by !== 'copied' ? carried.number : null);
  if (number === null) return null;
  const list = await listed(ctx);
  const found = list?.converted ?? null;
  if (found) {
    const codes = new Set(found.lines.flatMap(({ code }) => code ?? []));
    return { number: found.number, promisedOn: found.promisedOn ?? list?.promisedOn ?? null, codes };
  }
  if (list?.orders.some((order) => order.number === number && order.status === 'cancelled')) return null;
  if (own) return { number, promisedOn: await promisedWith(ctx, own), codes: null };
  // A number that the ERP's whole list does not have may have been typed or copied.
  return list && !list.more ? null : { number, promisedOn: null, codes: null };
});
