import {
  add,
  type Decimal,
  decimal,
  type Freshness,
  oldest,
  type PanelResult,
  type StockLine,
  type StockPanel,
} from '@backroom/shared';
import { type Availability, availabilitySchema } from '../../erp/contract/schemas.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Context, explain, panel, readSignal, requireFlow, today } from '../context.ts';
import { stockKey } from '../figure-keys.ts';
import { type MatchedLine, matchLines, productIds } from '../record/lines.ts';
import { stockPolicy } from './policy.ts';
import { promiseDate } from './promise.ts';

const zero = decimal('0');

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

/** Stock and promise date of each line. Lines of one product share its stock, in the order they stand. */
export async function readStock(ctx: Context): Promise<PanelResult<StockPanel>> {
  requireFlow(ctx, 'stock');
  const lines = await matchLines(ctx);
  const figures = await availability(ctx, lines);
  const day = today(ctx);
  const asked = new Map<string, Decimal>();
  const ages: Freshness[] = [];
  let refreshing = false;
  const nowhere: Freshness = { asOf: ctx.services.now().toISOString(), source: 'live' };

  const rows = lines.map(({ product, trouble, ...base }): StockLine => {
    if (!product) return { ...base, state: 'trouble', trouble };
    const figure = figures.get(product.id);
    const stock: Availability | null = figure?.value ?? null;
    if (!figure || !stock || !product.stocked) {
      return {
        ...base,
        state: 'known',
        verdict: 'not_stocked',
        unit: product.unit,
        onHand: zero,
        reserved: zero,
        available: zero,
        promiseDate: day,
        incoming: [],
        warehouses: [],
        freshness: figure?.freshness ?? nowhere,
      };
    }
    ages.push(figure.freshness);
    refreshing ||= figure.refreshing;
    const needed = add(asked.get(product.id) ?? zero, base.quantity);
    asked.set(product.id, needed);
    const date = promiseDate(stock, needed, day);
    const verdict = date === null ? 'short' : date > day ? 'later' : 'available';
    const { onHand, reserved, available, incoming, warehouses } = stock;
    return {
      ...base,
      state: 'known',
      verdict,
      unit: product.unit,
      onHand,
      reserved,
      available,
      promiseDate: date,
      incoming,
      warehouses,
      freshness: figure.freshness,
    };
  });
  const dates = rows.map((row) => (row.state === 'known' ? row.promiseDate : null));
  const complete =
    dates.length > 0 && dates.every((date) => date !== null)
      ? (dates
          .filter((date) => date !== null)
          .sort()
          .at(-1) ?? null)
      : null;
  const [first, ...others] = ages;
  return {
    state: 'ready',
    data: { lines: rows, completeBy: complete },
    freshness: first ? oldest(first, ...others) : null,
    refreshing,
  };
}
export const stockPanel = (ctx: Context) => panel(ctx, () => readStock(ctx));
