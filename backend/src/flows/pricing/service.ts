import {
  addMoney,
  canonical,
  compareMoney,
  type Decimal,
  type Freshness,
  type Money,
  money,
  oldest,
  type PanelResult,
  type PriceLine,
  type PricingPanel,
  roundMoney,
  subtractMoney,
  timesMoney,
} from '@backroom/shared';
import { z } from 'zod';
import { currencyOf, dealTotal, quotedNet, quotedPrice } from '../../deals/quoted.ts';
import { priceSchema } from '../../erp/contract/schemas.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Context, explain, linkedCustomer, panel, readSignal, requireFlow, today } from '../context.ts';
import { dealOf, matchLines } from '../lines.ts';
import { pricingPolicy } from './policy.ts';

const cached = z.object({ price: priceSchema.nullable(), paymentTerms: z.string().nullable() });

/** The ERP's price for this customer, quantity and day against the quote's, line by line. */
export async function readPricing(ctx: Context): Promise<PanelResult<PricingPanel>> {
  requireFlow(ctx, 'pricing');
  const customer = linkedCustomer(ctx);
  const deal = dealOf(ctx);
  if (deal.lines.length === 0)
    return {
      state: 'ready',
      data: { lines: [], quotedTotal: null, erpTotal: null, paymentTerms: customer.paymentTerms },
      freshness: null,
      refreshing: false,
    };
  const currency = currencyOf(deal);
  const { pricing } = ctx.erp;
  if (!pricing) throw new ProblemError('flow_unsupported');
  const lines = await matchLines(ctx);
  const date = today(ctx);
  const keyOf = (productId: string, quantity: Decimal): string =>
    `price|${customer.id}|${currency}|${date}|${productId}|${canonical(quantity)}`;
  const wanted = new Map(
    lines.flatMap(({ product, quantity }) =>
      product ? [[keyOf(product.id, quantity), { productId: product.id, quantity }] as const] : [],
    ),
  );
  const keys = [...wanted.keys()];
  const figures = await ctx.services.figures.get({
    account: ctx.account.id,
    keys,
    policy: pricingPolicy,
    refresh: ctx.refresh.has('pricing'),
    explain,
    parse: (value) => cached.parse(value),
    read: async (due) => {
      const asked = due.flatMap((key) => wanted.get(key) ?? []);
      const { results, paymentTerms } = await pricing.quote(
        { customerId: customer.id, currency, date, lines: asked },
        { signal: readSignal() },
      );
      return results.map((price) => ({ price, paymentTerms }));
    },
  });
  const byKey = new Map(keys.map((key, index) => [key, figures[index]]));

  let erpTotal: Money | null = money('0', currency);
  let paymentTerms = customer.paymentTerms;
  const rows = lines.map(({ product, trouble, ...base }, index): PriceLine => {
    const quoted = quotedPrice(deal, index, currency);
    const figure = product && byKey.get(keyOf(product.id, base.quantity));
    const known = figure ? figure.value : null;
    if (!product || !figure || !known?.price || !quoted) {
      erpTotal = null;
      return { ...base, state: 'trouble', trouble: trouble ?? (quoted ? 'no_erp_price' : 'no_price') };
    }
    paymentTerms = known.paymentTerms ?? paymentTerms;
    const { unitPrice: erp, listPrice, discountPercent, source, breaks, taxPercent } = known.price;
    const comparable = erp.currency === currency;
    const total = roundMoney(timesMoney(erp, base.quantity));
    erpTotal = comparable && erpTotal ? addMoney(erpTotal, total) : null;
    // By what the line comes to: a thousandth of a unit is rounding on one piece, and money on a hundred thousand.
    const order = comparable ? compareMoney(quotedNet(deal, index, currency) ?? quoted, total) : null;
    return {
      ...base,
      state: 'known',
      quoted,
      erp,
      listPrice,
      discountPercent,
      priceSource: source,
      breaks,
      taxPercent,
      freshness: figure.freshness,
      verdict: order === null ? 'other_currency' : order < 0 ? 'below' : order > 0 ? 'above' : 'equal',
      difference: comparable ? subtractMoney(quoted, erp) : null,
    };
  });
  const ages: Freshness[] = figures.map(({ freshness }) => freshness);
  const [first, ...others] = ages;
  return {
    state: 'ready',
    data: { lines: rows, quotedTotal: dealTotal(deal), erpTotal, paymentTerms },
    freshness: first ? oldest(first, ...others) : null,
    refreshing: figures.some((figure) => figure.refreshing),
  };
}
export const pricingPanel = (ctx: Context) => panel(ctx, () => readPricing(ctx));
