import { compare, type Decimal, decimal, type ErpProductId } from '@backroom/shared';
import { z } from 'zod';
import { type CachePolicy, LONGEST_STALE_MS } from '../cache/figures.ts';
import type { CrmDeal } from '../crm/contract/index.ts';
import { type Product, productSchema } from '../erp/contract/schemas.ts';
import { ProblemError } from '../problems/error.ts';
import { type Context, explain, oncePerRequest, readSignal } from './context.ts';

/** A product's code and name hardly ever change; a removed one may be offered for an hour at most. */
const policy: CachePolicy = { freshMs: 3_600_000, staleMs: LONGEST_STALE_MS };
const zero = decimal('0');

export type Trouble = 'unknown_product' | 'no_code' | 'invalid_quantity' | 'archived_product';
type Base = { lineId: string; code: string | null; name: string; quantity: Decimal };
/** `near`: the ERP's code that is nearly the line's, where it has no product of that one. */
export type MatchedLine = Base &
  ({ product: Product; trouble: null } | { product: null; trouble: Trouble; near?: string | null });
const resolvedSchema = z.object({ product: productSchema.nullable(), near: z.string().nullable() });

export function dealOf(ctx: Context): CrmDeal {
  if (ctx.record.type !== 'deal') throw new ProblemError('panel_unknown');
  return ctx.record;
}

/** What the ERP has under each code: one call for all that are not known yet. */
export async function productsByCode(
  ctx: Context,
  wanted: readonly (string | null)[],
): Promise<ReadonlyMap<string, z.infer<typeof resolvedSchema>>> {
  const codes = [...new Set(wanted.filter((code) => code !== null))];
  const { products } = ctx.erp;
  if (!products) throw new ProblemError('flow_unsupported');
  const figures = await ctx.services.figures.get({
    account: ctx.account.id,
    keys: codes.map((code) => `product|${code}`),
    policy,
    refresh: false,
    explain,
    parse: (value) => resolvedSchema.parse(value),
    read: async (keys) => {
      const codes = keys.map((key) => key.slice('product|'.length));
      const { results, near } = await products.resolve({ codes }, { signal: readSignal() });
      return results.map((product, index) => ({ product, near: near?.[index] ?? null }));
    },
  });
  return new Map(codes.map((code, index) => [code, figures[index]?.value ?? { product: null, near: null }]));
}

/** Ties the deal's lines to the ERP's products. */
export const matchLines = oncePerRequest(async (ctx): Promise<MatchedLine[]> => {
  const { lines } = dealOf(ctx);
  const byCode = await productsByCode(
    ctx,
    lines.map(({ code }) => code),
  );
  return lines.map((line): MatchedLine => {
    const base = { lineId: line.id, code: line.code, name: line.name, quantity: line.quantity ?? zero };
    const { product, near } = (line.code === null ? null : byCode.get(line.code)) ?? { product: null, near: null };
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
      ? { ...base, product: null, trouble: trouble ?? 'unknown_product', near }
      : { ...base, product, trouble: null };
  });
});
export const productIds = (lines: readonly MatchedLine[]): ErpProductId[] => [
  ...new Set(lines.flatMap(({ product }) => (product?.stocked ? [product.id] : []))),
];
