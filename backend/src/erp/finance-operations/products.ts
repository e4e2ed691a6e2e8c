import { cleanText } from '@backroom/shared';
import { type Out, type Product, productSchema } from '../contract/schemas.ts';
import { codeSpellings, pickByCode } from '../kit/product-code.ts';
import { fit } from '../transport/json.ts';
import { text } from '../transport/odata/query.ts';
import { LENGTH, withBlank } from './facts.ts';
import { type ProductRow, productRow } from './rows.ts';
import { rowsIn, type Session } from './session.ts';

export const SET = 'ReleasedProductsV2';
/** Products have no stock where they are services. */
export const isStocked = ({ ProductType }: ProductRow): boolean => ProductType === 'Item';
/** `id` is the item number as its key has it, which may begin with a blank; `code` is what people read. */
const toProduct = (row: ProductRow): Product =>
  fit(
    productSchema,
    {
      id: row.ItemNumber,
      code: row.ItemNumber.trim(),
      name: row.SearchName.trim() || row.ProductNumber,
      unit: row.SalesUnitSymbol || row.InventoryUnitSymbol,
      stocked: isStocked(row),
      archived: false,
    },
    SET,
  );

export async function resolveProducts(
  session: Session,
  codes: readonly string[],
  signal: AbortSignal,
): Promise<Out<'products.resolve'>> {
  const spelled = codes.flatMap((code) => codeSpellings(cleanText(code)));
  const typed = [...new Set(spelled)].filter((code) => code !== '');
  const asked = typed.flatMap(withBlank).filter((code) => code.length <= LENGTH.item);
  if (asked.length === 0) return { results: codes.map(() => null) };
  const rows = await rowsIn(session, productRow, SET, ['ItemNumber', asked], signal);
  const products = rows.map(toProduct);
  const picked = codes.map((code) => pickByCode(code, products));
  return { results: picked.map(({ product }) => product), near: picked.map(({ near }) => near) };
}
export const productRows = (session: Session, ids: readonly string[], signal: AbortSignal): Promise<ProductRow[]> =>
  rowsIn(session, productRow, SET, ['ItemNumber', ids], signal);

const PAGE = 500;
/** Page by page, by item number: the cursor is the last one that was given. */
export async function listProducts(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'products.list'>> {
  const after = cursor === null ? null : `ItemNumber gt ${text(cursor)}`;
  const rows = await session.rows(productRow, SET, after, signal, { orderby: 'ItemNumber', top: PAGE });
  return { products: rows.map(toProduct), cursor: rows.length < PAGE ? null : (rows.at(-1)?.ItemNumber ?? null) };
}
