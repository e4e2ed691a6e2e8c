import { cleanText } from '@backroom/shared';
import type { Out } from '../contract/schemas.ts';
import { type Product, productSchema } from '../contract/schemas.ts';
import { codeSpellings, pickByCode } from '../kit/product-code.ts';
import { fit } from '../transport/json.ts';
import { queryOf, text } from '../transport/odata/query.ts';
import { LENGTH, STOCKED_TYPE } from './facts.ts';
import { refused } from './faults.ts';
import { fieldsOf, type ItemRow, itemRow } from './rows.ts';
import { conditions, type Session } from './session.ts';

export const itemsPath = (filter: string): string => `items${queryOf({ filter, select: fieldsOf(itemRow) })}`;
export const isStocked = ({ type }: ItemRow): boolean => type === STOCKED_TYPE;

const toProduct = (row: ItemRow): Product =>
  fit(
    productSchema,
    {
      id: row.id,
      code: row.number,
      name: row.displayName,
      unit: row.baseUnitOfMeasureCode,
      stocked: isStocked(row),
      archived: row.blocked,
    },
    'items',
  );

export async function resolveProducts(
  session: Session,
  codes: readonly string[],
  signal: AbortSignal,
): Promise<Out<'products.resolve'>> {
  const spelled = codes.flatMap((code) => codeSpellings(cleanText(code)));
  // Its numbers are short: a longer text is none of them.
  const asked = [...new Set(spelled)].filter((code) => code !== '' && code.length <= LENGTH.code);
  if (asked.length === 0) return { results: codes.map(() => null) };
  const reads = await session.together(conditions('number', asked.map(text)).map(itemsPath), signal);
  const products = reads.flatMap((read) => session.rows(itemRow, read, 'items').rows).map(toProduct);
  const unique = [...new Map(products.map((product) => [product.id, product])).values()];
  const picked = codes.map((code) => pickByCode(code, unique));
  return { results: picked.map(({ product }) => product), near: picked.map(({ near }) => near) };
}

const PAGE = 500;
export async function listProducts(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'products.list'>> {
  const first = session.at(`items${queryOf({ filter: 'blocked eq false', select: fieldsOf(itemRow) })}`);
  if (cursor !== null && !cursor.startsWith(session.at('items?')))
    throw refused('cursor', 'This is no cursor of this list.');
  const headers = { prefer: `odata.maxpagesize=${PAGE}` };
  const page = await session.client.list(itemRow, cursor ?? first, { signal, headers });
  return { products: page.rows.map(toProduct), cursor: page.next };
}
