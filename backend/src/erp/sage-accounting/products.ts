import { cleanText } from '@backroom/shared';
import { z } from 'zod';
import { type Out, type Product, productSchema } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { pickByCode } from '../kit/product-code.ts';
import { fit } from '../transport/json.ts';
import { pageAfter } from './directory.ts';
import { LIST } from './facts.ts';
import type { ItemRow } from './item-rows.ts';
import type { Session } from './session.ts';
import { id } from './values.ts';

/** So old may be what a price or a code is read from. */
export const RECENT_MS = 60_000;

/** Products with stock and without, and services: one list for who sells them. `within`: milliseconds that it may be old. */
export async function itemsOf(
  { products, services }: Session,
  signal: AbortSignal,
  within = 0,
): Promise<ReadonlyMap<string, ItemRow>> {
  const lists = await Promise.all([products.rows(signal, within), services.rows(signal, within)]);
  return new Map(lists.flatMap((rows) => [...rows]));
}
/** Codes and accounts change rarely: only for a product that is not known yet Sage is asked. */
export async function itemsFor(
  session: Session,
  ids: readonly (string | null)[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ItemRow>> {
  if (ids.every((each) => each === null)) return new Map();
  const known = await itemsOf(session, signal, RECENT_MS);
  return ids.every((each) => each === null || known.has(each)) ? known : itemsOf(session, signal);
}
/** A product need not have a code: nothing is found by an empty one. */
export const codeOf = (row: ItemRow): string => row.item_code ?? '';
export const titleOf = (row: ItemRow): string => row.description ?? row.displayed_as ?? row.item_code ?? row.id;
const isOnSale = (row: ItemRow): boolean => row.active && !row.deleted_at;

const stockRow = z.object({ id });
/** The list of products does not say which of them have stock. Another list has only those. */
const stockedIn = (session: Session, signal: AbortSignal): Promise<ReadonlySet<string>> =>
  session.remember('stocked', async () => {
    const rows = await session.client.all(stockRow, LIST.stockItems, {}, signal);
    return new Set(rows.map((row) => row.id));
  });
const toProduct = (row: ItemRow, stocked: ReadonlySet<string>): Product =>
  fit(
    productSchema,
    {
      id: row.id,
      code: codeOf(row),
      name: titleOf(row),
      // Its only unit is that of weight.
      unit: '',
      stocked: stocked.has(row.id),
      archived: !isOnSale(row),
    },
    LIST.products,
  );

/** Sage finds products by parts of their codes, one at a time: the list that is kept answers for many. */
export async function resolveProducts(
  session: Session,
  codes: readonly string[],
  signal: AbortSignal,
): Promise<Out<'products.resolve'>> {
  if (codes.length === 0) return { results: [] };
  const [items, stocked] = await Promise.all([itemsOf(session, signal), stockedIn(session, signal)]);
  const rows = [...items.values()].filter((row) => row.item_code !== null);
  // Codes are not unique: one that is on sale comes before one that was.
  const products = rows
    .sort((left, right) => Number(isOnSale(right)) - Number(isOnSale(left)))
    .map((row) => toProduct(row, stocked));
  const picked = codes.map((code) => {
    const asked = cleanText(code);
    return asked.trim() === '' ? { product: null, near: null } : pickByCode(asked, products);
  });
  return { results: picked.map(({ product }) => product), near: picked.map(({ near }) => near) };
}

const listCursor = z.object({ after: z.string() });
export async function listProducts(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'products.list'>> {
  const after = cursor === null ? '' : cursorOf(listCursor, cursor).after;
  const [items, stocked] = await Promise.all([itemsOf(session, signal), stockedIn(session, signal)]);
  const rows = [...items.values()].filter(isOnSale);
  const { page, next } = pageAfter(rows, after);
  return {
    products: page.map((row) => toProduct(row, stocked)),
    cursor: next === null ? null : JSON.stringify({ after: next } satisfies z.output<typeof listCursor>),
  };
}
