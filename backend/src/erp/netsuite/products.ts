import { cleanText } from '@backroom/shared';
import { z } from 'zod';
import { type Out, type Product, productSchema } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { codeSpellings, pickByCode } from '../kit/product-code.ts';
import { fit } from '../transport/json.ts';
import { LENGTH, SOLD, STOCKED } from './facts.ts';
import { idsOf } from './faults.ts';
import type { Session } from './session.ts';
import { type Has, optional, parts, texts } from './sql.ts';
import { blank, flag, id, unique } from './values.ts';

export const itemRow = z.object({
  id,
  itemid: z.string(),
  displayname: blank,
  description: blank,
  itemtype: z.string(),
  isinactive: flag,
  unit: blank,
});
export type ItemRow = z.output<typeof itemRow>;
export const isStocked = ({ itemtype }: Pick<ItemRow, 'itemtype'>): boolean => STOCKED.has(itemtype);

/** A query for items; `i` is the item. Without units of measure nothing has one. */
const itemsQuery =
  (condition: string, more = 'ORDER BY i.id') =>
  (has: Has): string =>
    `SELECT i.id, i.itemid, i.displayname, ${optional(has, 'description', 'i.description, ')}i.itemtype, i.isinactive${optional(
      has,
      'saleunit',
      ', BUILTIN.DF(i.saleunit) AS unit',
    )} FROM item i WHERE ${condition} ${more}`;

const toProduct = (row: ItemRow): Product =>
  fit(
    productSchema,
    {
      id: row.id,
      code: row.itemid,
      name: row.displayname ?? row.description ?? row.itemid,
      unit: row.unit ?? '',
      stocked: isStocked(row),
      archived: row.isinactive,
    },
    'item',
  );

/** Codes are compared without their case, so that a near one can be named. */
export async function resolveProducts(
  session: Session,
  codes: readonly string[],
  signal: AbortSignal,
): Promise<Out<'products.resolve'>> {
  const spelled = codes.flatMap((code) => codeSpellings(cleanText(code)));
  // Not every database knows capitals beyond ASCII: a code is asked for as it is written, too.
  const asked = [...new Set(spelled.flatMap((code) => [code.trim(), code.trim().toUpperCase()]))].filter(
    (code) => code !== '' && code.length <= LENGTH.code,
  );
  if (asked.length === 0) return { results: codes.map(() => null) };
  const lists = await Promise.all(
    parts(asked).map((some) =>
      session.rows(itemRow, itemsQuery(`i.itemid IN (${texts(some)}) OR UPPER(i.itemid) IN (${texts(some)})`), signal),
    ),
  );
  const products = unique(lists.flat()).map(toProduct);
  const picked = codes.map((code) => pickByCode(code, products));
  return { results: picked.map(({ product }) => product), near: picked.map(({ near }) => near) };
}

const PAGE = 500;
const listCursor = z.object({ after: id });
export async function listProducts(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'products.list'>> {
  const after = cursor === null ? '0' : cursorOf(listCursor, cursor).after;
  const condition = `i.id > ${after} AND i.isinactive = 'F' AND i.itemtype IN (${texts(SOLD)})`;
  const rows = await session.rows(
    itemRow,
    itemsQuery(condition, `ORDER BY i.id FETCH FIRST ${PAGE} ROWS ONLY`),
    signal,
  );
  const last = rows.at(-1);
  return {
    products: rows.map(toProduct),
    cursor:
      rows.length < PAGE || !last ? null : JSON.stringify({ after: last.id } satisfies z.output<typeof listCursor>),
  };
}

const ITEMS_MS = 300_000;
/** Items by their internal ids, remembered for some minutes: what a code and a kind is, a record does not say. */
export async function itemsById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ItemRow>> {
  const known = await session.remember('items', async () => new Map<string, { row: ItemRow; until: number }>());
  const now = performance.now();
  const wanted = idsOf(ids);
  const missing = wanted.filter((each) => (known.get(each)?.until ?? 0) <= now);
  const lists = await Promise.all(
    parts(missing).map((some) => session.rows(itemRow, itemsQuery(`i.id IN (${some.join(',')})`), signal)),
  );
  for (const row of lists.flat()) known.set(row.id, { row, until: now + ITEMS_MS });
  return new Map(
    wanted.flatMap((each) => {
      const found = known.get(each);
      return found ? [[each, found.row] as const] : [];
    }),
  );
}

/** The internal id of the item that stands for a charge; null where there is none with this code. */
export const itemIdOf = (session: Session, code: string, signal: AbortSignal): Promise<string | null> =>
  session.remember(`item ${code}`, async () => (await resolveProducts(session, [code], signal)).results[0]?.id ?? null);
