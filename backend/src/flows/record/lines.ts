import {
  type Currency,
  compare,
  type Decimal,
  decimal,
  type ErpProductId,
  type Money,
  roundMoney,
  timesMoney,
} from '@backroom/shared';
import { type CachePolicy, LONGEST_STALE_MS } from '../../cache/figures.ts';
import type { CrmDeal, CrmLine } from '../../crm/contract/index.ts';
import { type Product, productSchema } from '../../erp/contract/schemas.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Context, explain, readSignal } from '../context.ts';
import { netUnitPrice } from './revision.ts';

/** A product's code and name hardly ever change; a removed one may be offered for an hour at most. */
const policy: CachePolicy = { freshMs: 3_600_000, staleMs: LONGEST_STALE_MS };
const zero = decimal('0');

export type Trouble = 'unknown_product' | 'no_code' | 'invalid_quantity' | 'archived_product';
type Base = { lineId: string; code: string | null; name: string; quantity: Decimal };
export type MatchedLine = Base & ({ product: Product; trouble: null } | { product: null; trouble: Trouble });

export function dealOf(ctx: Context): CrmDeal {
  if (ctx.record.type !== 'deal') throw new ProblemError('panel_unknown');
  return ctx.record;
}
/** The currency of the lines; more than one is nothing an order could be made of. */
export function currencyOf(deal: CrmDeal): Currency {
  const currencies = new Set(deal.lines.map((line) => line.currency ?? deal.currency).filter((each) => each !== null));
  const [currency] = currencies;
  if (currencies.size > 1) throw new ProblemError('mixed_currencies');
  const found = currency ?? deal.currency;
  if (!found) throw new ProblemError('mixed_currencies');
  return found;
}
export const quotedPrice = (line: CrmLine, currency: Currency): Money | null => {
  const amount = netUnitPrice(line);
  return amount && { amount, currency };
};
export const lineTotal = (unit: Money, quantity: Decimal): Money => roundMoney(timesMoney(unit, quantity));

/** Ties the deal's lines to the ERP's products: one call for all codes that are not known yet. */
export async function matchLines(ctx: Context): Promise<MatchedLine[]> {
  const { lines } = dealOf(ctx);
  const codes = [...new Set(lines.map(({ code }) => code).filter((code) => code !== null))];
  const { products } = ctx.erp;
  if (!products) throw new ProblemError('flow_unsupported');
  const figures = await ctx.services.figures.get({
    account: ctx.account.id,
    keys: codes.map((code) => `product|${code}`),
    policy,
    refresh: false,
    explain,
    parse: (value) => productSchema.nullable().parse(value),
    read: async (keys) =>
      (await products.resolve({ codes: keys.map((key) => key.slice('product|'.length)) }, { signal: readSignal() }))
        .results,
  });
  const byCode = new Map(codes.map((code, index) => [code, figures[index]?.value ?? null]));
  return lines.map((line): MatchedLine => {
    const base = { lineId: line.id, code: line.code, name: line.name, quantity: line.quantity ?? zero };
    const product = line.code === null ? null : (byCode.get(line.code) ?? null);
    const trouble: Trouble | null =
      line.code === null
        ? 'no_code'
        : line.quantity === null || compare(line.quantity, zero) <= 0
          ? 'invalid_quantity'
          : product === null
            ? 'unknown_product'
            : product.archived
              ? 'archived_product'
              : null;
    return trouble !== null || product === null
      ? { ...base, product: null, trouble: trouble ?? 'unknown_product' }
      : { ...base, product, trouble: null };
  });
}
export const productIds = (lines: readonly MatchedLine[]): ErpProductId[] => [
  ...new Set(lines.flatMap(({ product }) => (product?.stocked ? [product.id] : []))),
];
