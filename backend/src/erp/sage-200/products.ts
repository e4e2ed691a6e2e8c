import { cleanText } from '@backroom/shared';
import { z } from 'zod';
import { type Out, type Product, productSchema } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { codeSpellings, pickByCode } from '../kit/product-code.ts';
import { fit } from '../transport/json.ts';
import { isActive, LENGTH, RESOURCE, STOCKED } from './facts.ts';
import { above, among, amongTexts, type Condition } from './query.ts';
import type { Session } from './session.ts';
import { blank, flag, id, idsOf, unique } from './values.ts';

const productRow = z.object({
  id,
  code: z.string(),
  name: blank,
  status_type: blank,
  product_group_product_type: blank,
  stock_unit_name: blank,
  allow_sales_order: flag,
});
export type ProductRow = z.output<typeof productRow>;
const productsQuery = (where: Condition) => ({
  resource: RESOURCE.productViews,
  select: Object.keys(productRow.shape),
  where,
});

export const isStocked = (row: Pick<ProductRow, 'product_group_product_type'>): boolean =>
  row.product_group_product_type === STOCKED;
/** Orders, stock and prices are in the unit in which the product is kept. */
export const unitOf = ({ stock_unit_name: name }: Pick<ProductRow, 'stock_unit_name'>): string => name ?? '';
const toProduct = (row: ProductRow): Product =>
  fit(
    productSchema,
    {
      id: row.id,
      code: row.code.trim(),
      name: row.name ?? row.code,
      unit: unitOf(row),
      stocked: isStocked(row),
      archived: !isActive(row.status_type) || !row.allow_sales_order,
    },
    RESOURCE.productViews,
  );

async function productsWhere(
  { client }: Session,
  conditions: readonly Condition[],
  signal: AbortSignal,
): Promise<ProductRow[]> {
  const lists = await Promise.all(conditions.map((where) => client.query(productRow, productsQuery(where), signal)));
  return unique(lists.flat());
}

/** Codes are compared without their case, so that a near one can be named. */
export async function resolveProducts(
  session: Session,
  codes: readonly string[],
  signal: AbortSignal,
): Promise<Out<'products.resolve'>> {
  const spelled = codes.flatMap((code) => codeSpellings(cleanText(code)));
  const asked = [...new Set(spelled.flatMap((code) => [code.trim(), code.trim().toUpperCase()]))].filter(
    (code) => code !== '' && code.length <= LENGTH.code,
  );
  if (asked.length === 0) return { results: codes.map(() => null) };
  const products = (await productsWhere(session, amongTexts('code', asked), signal)).map(toProduct);
  const picked = codes.map((code) => pickByCode(code, products));
  return { results: picked.map(({ product }) => product), near: picked.map(({ near }) => near) };
}

const LISTED = 400;
const listCursor = z.object({ after: id });
export async function listProducts(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'products.list'>> {
  const after = cursor === null ? '0' : cursorOf(listCursor, cursor).after;
  const query = { ...productsQuery(above('id', after)), orderBy: 'id asc' };
  const { rows, more } = await session.client.first(productRow, query, LISTED, signal);
  const last = rows.at(-1);
  return {
    products: rows.map(toProduct).filter(({ archived }) => !archived),
    cursor: more && last ? JSON.stringify({ after: last.id } satisfies z.output<typeof listCursor>) : null,
  };
}

const PRODUCTS_MS = 300_000;
/** Products by id, remembered for some minutes. */
export async function productsById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ProductRow>> {
  const known = await session.remember('products', async () => new Map<string, { row: ProductRow; until: number }>());
  const now = performance.now();
  const wanted = idsOf(ids);
  const missing = wanted.filter((each) => (known.get(each)?.until ?? 0) <= now);
  for (const row of await productsWhere(session, among('id', missing), signal))
    known.set(row.id, { row, until: now + PRODUCTS_MS });
  return new Map(
    wanted.flatMap((each) => {
      const found = known.get(each);
      return found && found.until > now ? [[each, found.row] as const] : [];
    }),
  );
}
