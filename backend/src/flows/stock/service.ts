import { type Freshness, oldest, type PanelResult, type StockPanel } from '@backroom/shared';
import { availabilitySchema } from '../../erp/contract/schemas.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Context, explain, panel, readSignal, requireFlow, today } from '../context.ts';
import { stockKey } from '../figure-keys.ts';
import { type MatchedLine, matchLines, productIds } from '../lines.ts';
import { orderOfDeal } from '../orders/ordered.ts';
import { completionOf, type Shelf, stockLines } from './lines.ts';
import { stockPolicy } from './policy.ts';

async function availability(ctx: Context, lines: readonly MatchedLine[]) {
  const ids = productIds(lines);
  const { stock } = ctx.erp;
  if (!stock) throw new ProblemError('flow_unsupported');
  const figures = await ctx.services.figures.get({
    account: ctx.account.id,
    keys: ids.map(stockKey),
    policy: stockPolicy,
    refresh: ctx.refresh.has('stock'),
    explain,
    parse: (value) => availabilitySchema.nullable().parse(value),
    read: async (keys) => {
      const asked = new Set(keys);
      return (
        await stock.availability({ productIds: ids.filter((id) => asked.has(stockKey(id))) }, { signal: readSignal() })
      ).results;
    },
  });
  return new Map(ids.map((id, index) => [String(id), figures[index]]));
}

/** Asked by a preview for the order it would make; on a page, for the order that the deal became by any revision. */
export type Ordered = () => Promise<Shelf['ordered']>;

/** Stock and promise date of each line. What is an order already is reserved: it is promised what the order is. */
export async function readStock(
  ctx: Context,
  ordered: Ordered,
  held?: Shelf['held'],
): Promise<PanelResult<StockPanel>> {
  requireFlow(ctx, 'stock');
  const [lines, order] = await Promise.all([matchLines(ctx), ordered()]);
  const figures = await availability(ctx, lines);
  const now: Freshness = { asOf: ctx.services.now().toISOString(), source: 'live' };
  const rows = stockLines(lines, {
    figures,
    today: today(ctx),
    now,
    ordered: order,
    ...(held ? { held } : {}),
  });
  const read = [...figures.values()].filter((figure) => figure !== undefined);
  const [first, ...others] = read.map(({ freshness }) => freshness);
  return {
    state: 'ready',
    data: { lines: rows, ...completionOf(rows) },
    freshness: first ? oldest(first, ...others) : null,
    refreshing: read.some(({ refreshing }) => refreshing),
  };
}
export const stockPanel = (ctx: Context, ordered: Ordered = () => orderOfDeal(ctx), held?: Shelf['held']) =>
  panel(ctx, () => readStock(ctx, ordered, held));
