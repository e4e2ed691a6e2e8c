import { cleanText } from '@backroom/shared';
import { z } from 'zod';
import { type Out, type Product, productSchema } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { codeSpellings, pickByCode } from '../kit/product-code.ts';
import { fit } from '../transport/json.ts';
import { IN_MOST, LENGTH, OBJECT, SOLD, STOCKED } from './facts.ts';
import { above, all, among, type Condition, equal } from './query.ts';
import type { Session } from './session.ts';
import { type UnitOf, unitsOf } from './units.ts';
import { amount, blank, key, keysOf, parts, unique } from './values.ts';

const itemRow = z.object({
  key,
  id: z.string(),
  name: blank,
  status: blank,
  itemType: z.string(),
  'unitOfMeasureGroup.id': blank,
  'sales.basePrice': amount,
});
export type ItemRow = z.output<typeof itemRow>;
const itemsQuery = (where: Condition) => ({ object: OBJECT.item, fields: Object.keys(itemRow.shape), where });

export const isStocked = ({ itemType }: Pick<ItemRow, 'itemType'>): boolean => STOCKED.has(itemType);
const toProduct = (row: ItemRow, units: UnitOf): Product => {
  const unit = units(row['unitOfMeasureGroup.id']);
  return fit(
    productSchema,
    {
      id: row.key,
      code: row.id,
      name: row.name ?? row.id,
      unit: unit?.name ?? '',
      stocked: isStocked(row),
      archived: (row.status !== null && row.status !== 'active') || !SOLD.includes(row.itemType),
      ...(unit?.decimals == null ? {} : { quantityDecimals: unit.decimals }),
    },
    OBJECT.item,
  );
};

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
  const [units, lists] = await Promise.all([
    unitsOf(session, signal),
    Promise.all(
      parts(asked, IN_MOST).map((some) => session.client.query(itemRow, itemsQuery(among('id', some)), signal)),
    ),
  ]);
  const products = unique(lists.flat()).map((row) => toProduct(row, units));
  const picked = codes.map((code) => pickByCode(code, products));
  return { results: picked.map(({ product }) => product), near: picked.map(({ near }) => near) };
}

const LISTED = 500;
const listCursor = z.object({ after: key });
export async function listProducts(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'products.list'>> {
  const after = cursor === null ? '0' : cursorOf(listCursor, cursor).after;
  const where = all(above('key', after), equal('status', 'active'), among('itemType', SOLD));
  const [units, { rows, more }] = await Promise.all([
    unitsOf(session, signal),
    session.client.first(itemRow, itemsQuery(where), LISTED, signal),
  ]);
  const last = rows.at(-1);
  return {
    products: rows.map((row) => toProduct(row, units)),
    cursor: more && last ? JSON.stringify({ after: last.key } satisfies z.output<typeof listCursor>) : null,
  };
}

const ITEMS_MS = 300_000;
/** Items by key, remembered for some minutes. */
export async function itemsByKey(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ItemRow>> {
  const known = await session.remember('items', async () => new Map<string, { row: ItemRow; until: number }>());
  const now = performance.now();
  const wanted = keysOf(ids);
  const missing = wanted.filter((each) => (known.get(each)?.until ?? 0) <= now);
  const lists = await Promise.all(
    parts(missing, IN_MOST).map((some) => session.client.query(itemRow, itemsQuery(among('key', some)), signal)),
  );
  for (const row of lists.flat()) known.set(row.key, { row, until: now + ITEMS_MS });
  return new Map(
    wanted.flatMap((each) => {
      const found = known.get(each);
      return found ? [[each, found.row] as const] : [];
    }),
  );
}
/** The item that stands for a charge; null where there is none with this code. */
export const itemKeyOf = (session: Session, code: string, signal: AbortSignal): Promise<string | null> =>
  session.remember(`item ${code}`, async () => (await resolveProducts(session, [code], signal)).results[0]?.id ?? null);
