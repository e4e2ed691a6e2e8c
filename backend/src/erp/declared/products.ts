import { cleanText } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import { type Out, type Product, productSchema } from '../contract/schemas.ts';
import { codeSpellings, pickByCode } from '../kit/product-code.ts';
import { fit } from '../transport/json.ts';
import type { Client } from './client.ts';
import { coerced, needed } from './coerce.ts';
import { partOf } from './document.ts';
import { pageAt, type Row, rowsForEach } from './rows.ts';

async function toProduct(client: Client, row: Row): Promise<Product> {
  const { fields } = partOf(client.document, 'products');
  const place = (name: string) => client.place(`products.fields.${name}`, null);
  const text = (name: 'id' | 'code' | 'name' | 'unit') => needed(fields[name], row, 'text', place(name));
  const product = {
    id: await text('id'),
    code: await text('code'),
    name: await text('name'),
    unit: await text('unit'),
    stocked: (await coerced<boolean>(fields.stocked, row, 'boolean', place('stocked'))) ?? true,
    archived: (await coerced<boolean>(fields.archived, row, 'boolean', place('archived'))) ?? false,
  };
  return fit(productSchema, product, 'products.fields');
}
const toProducts = (client: Client, rows: readonly Row[]): Promise<Product[]> =>
  Promise.all(rows.map((row) => toProduct(client, row)));

export async function resolveProducts(
  client: Client,
  codes: readonly string[],
  signal: AbortSignal,
): Promise<Out<'products.resolve'>> {
  if (codes.length === 0) return { results: [] };
  const spelled = codes.flatMap((code) => codeSpellings(cleanText(code)));
  const rows = await rowsForEach(client, partOf(client.document, 'products').byCode, spelled, {
    at: 'products.byCode',
    signal,
  });
  const found = [...new Map((await toProducts(client, rows)).map((each) => [each.id, each])).values()];
  const picked = codes.map((code) => pickByCode(code, found));
  return { results: picked.map(({ product }) => product), near: picked.map(({ near }) => near) };
}
/** By id; null where the ERP has none, undefined where the document does not say how to ask. */
export async function productsById(
  client: Client,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(Product | null)[] | undefined> {
  const read = client.document.products?.get;
  if (!read) return undefined;
  const rows = await rowsForEach(client, read, ids, { at: 'products.get', signal });
  const byId = new Map((await toProducts(client, rows)).map((each) => [each.id as string, each]));
  return ids.map((id) => byId.get(id) ?? null);
}
export async function listProducts(
  client: Client,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'products.list'>> {
  const read = partOf(client.document, 'products').list;
  if (!read) throw new ErpError('unsupported', 'products.list', { words: 'products.list' });
  const { rows, next } = await pageAt(client, read, { at: 'products.list', input: {}, signal }, cursor);
  const products = (await toProducts(client, rows)).filter(({ archived }) => !archived);
  return { products, cursor: next };
}
