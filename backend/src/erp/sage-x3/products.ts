import { cleanText } from '@backroom/shared';
import { z } from 'zod';
import { type Out, type Product, productSchema } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { codeSpellings, pickByCode } from '../kit/product-code.ts';
import { fit } from '../transport/json.ts';
import { rowsAmong } from './customers.ts';
import { CLASS, LENGTH, SOLD, WITHOUT_STOCK } from './facts.ts';
import type { Session } from './session.ts';
import { amount, blank, choice, code, firstOf, keysOf, optionalChoice } from './values.ts';
import { above, all, any, is } from './where.ts';

const itemRow = z.object({
  ITMREF: code,
  ITMDES1: firstOf,
  ITMSTA: choice,
  STU: blank,
  SAU: blank,
  SAUSTUCOE: amount,
  STOMGTCOD: optionalChoice,
});
export type ItemRow = z.output<typeof itemRow>;

export const isStocked = ({ STOMGTCOD }: Pick<ItemRow, 'STOMGTCOD'>): boolean => STOMGTCOD !== WITHOUT_STOCK;
/** The unit in which an item is sold. */
export const unitOf = ({ SAU, STU }: Pick<ItemRow, 'SAU' | 'STU'>): string => SAU ?? STU ?? '';
const toProduct = (row: ItemRow): Product =>
  fit(
    productSchema,
    {
      id: row.ITMREF,
      code: row.ITMREF,
      name: row.ITMDES1 ?? row.ITMREF,
      unit: unitOf(row),
      stocked: isStocked(row),
      archived: !SOLD.includes(row.ITMSTA),
    },
    CLASS.item,
  );
const itemsAmong = (session: Session, codes: readonly string[], signal: AbortSignal): Promise<ItemRow[]> =>
  rowsAmong(session, { row: itemRow, of: CLASS.item, field: 'ITMREF' }, codes, signal);

/** X3 keeps codes in capitals: what was typed otherwise is near. */
export async function resolveProducts(
  session: Session,
  codes: readonly string[],
  signal: AbortSignal,
): Promise<Out<'products.resolve'>> {
  const spelled = codes.flatMap((each) => codeSpellings(cleanText(each))).map((each) => each.trim());
  const asked = spelled
    .flatMap((each) => [each, each.toUpperCase()])
    .filter((each) => each !== '' && each.length <= LENGTH.code);
  if (asked.length === 0) return { results: codes.map(() => null) };
  const products = (await itemsAmong(session, asked, signal)).map(toProduct);
  const unique = [...new Map(products.map((product) => [product.code, product])).values()];
  const picked = codes.map((each) => pickByCode(each, unique));
  return { results: picked.map(({ product }) => product), near: picked.map(({ near }) => near) };
}

const LISTED = 400;
const listCursor = z.object({ after: z.string() });
export async function listProducts(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'products.list'>> {
  const sold = any(...SOLD.map((status) => is('ITMSTA', status)));
  const where = cursor === null ? sold : all(above('ITMREF', cursorOf(listCursor, cursor).after), sold);
  const { rows, more } = await session.rest.first(
    itemRow,
    { of: CLASS.item, where, orderBy: 'ITMREF asc' },
    LISTED,
    signal,
  );
  const last = rows.at(-1);
  return {
    products: rows.map(toProduct),
    cursor: more && last ? JSON.stringify({ after: last.ITMREF } satisfies z.output<typeof listCursor>) : null,
  };
}

const ITEMS_MS = 300_000;
/** Items by their codes, remembered for some minutes. */
export async function itemsByCode(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ItemRow>> {
  const known = await session.remember('items', async () => new Map<string, { row: ItemRow; until: number }>());
  const now = performance.now();
  const wanted = keysOf(ids);
  const missing = wanted.filter((each) => (known.get(each)?.until ?? 0) <= now);
  for (const row of await itemsAmong(session, missing, signal)) known.set(row.ITMREF, { row, until: now + ITEMS_MS });
  return new Map(
    wanted.flatMap((each) => {
      const found = known.get(each);
      return found ? [[each, found.row] as const] : [];
    }),
  );
}
