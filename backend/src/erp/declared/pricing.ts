import type { Decimal } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import { type In, type Out, type Price, priceSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import type { Client } from './client.ts';
import { coerced, needed } from './coerce.ts';
import { sureOf } from './customers.ts';
import { type Row, rowsForEach, rowsOf } from './rows.ts';

type Line = In<'pricing.quote'>['lines'][number];
/**
 * How a line is asked for: alone, with its quantity; or all products of the quote at once, as `values`, where the rows name their product and the price
 * is the same for every quantity.
 */
function rowOf(client: Client, { lines, ...given }: In<'pricing.quote'>, signal: AbortSignal) {
  const { pricing } = client.document;
  if (!pricing) throw new ErpError('unsupported', 'pricing.quote', { words: 'pricing.quote' });
  const { of, fields } = pricing;
  const asked = { at: 'pricing.of', signal };
  const { product } = fields;
  if (product === undefined)
    return async ({ productId, quantity }: Line): Promise<Row | undefined> => {
      const { rows } = await rowsOf(client, of, { ...asked, input: { ...given, productId, quantity } }, 1);
      return rows[0];
    };
  const ids = lines.map(({ productId }) => productId);
  const all = rowsForEach(client, of, ids, { ...asked, input: given }).then(async (rows) => {
    const place = client.place('pricing.fields.product', given);
    const names = await Promise.all(rows.map((row) => needed<string>(product, row, 'text', place)));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
      throw new ErpError('drift', `pricing.of: several prices of ${twice}`, { field: 'pricing.fields.product' });
    return new Map(rows.map((row, index) => [names[index], row]));
  });
  return async ({ productId }: Line): Promise<Row | undefined> => (await all).get(productId);
}
/** A price for each line; a line without one has none. */
export async function quote(
  client: Client,
  asked: In<'pricing.quote'>,
  signal: AbortSignal,
): Promise<Out<'pricing.quote'>> {
  const { lines, ...given } = asked;
  const { pricing } = client.document;
  const isForeign = pricing?.currencies === 'company' && given.currency !== client.document.company.currency;
  if (!pricing || isForeign) return { results: lines.map(() => null), paymentTerms: null };
  const { fields, checkFirst } = pricing;
  if (checkFirst && lines.length > 0) await sureOf(client, given.customerId, signal);
  const find = rowOf(client, asked, signal);
  const known = new Map<string, Promise<Price | null>>();
  const ask = async (line: Line): Promise<Price | null> => {
    const { productId, quantity } = line;
    const input = { ...given, productId, quantity };
    const row = await find(line).catch((error: unknown) => {
      // Of a product that is not there, no price is the answer.
      if (error instanceof ErpError && error.kind === 'not_found') return undefined;
      throw error;
    });
    if (!row) return null;
    const place = (name: string) => client.place(`pricing.fields.${name}`, input);
    const amount = (name: 'unitPrice' | 'listPrice' | 'discountPercent' | 'taxPercent') =>
      coerced<Decimal>(fields[name], row, 'decimal', place(name));
    const unitPrice = await amount('unitPrice');
    if (unitPrice === null) return null;
    const listPrice = await amount('listPrice');
    const { currency } = given;
    const price = {
      productId,
      quantity,
      unitPrice: { amount: unitPrice, currency },
      listPrice: listPrice === null ? null : { amount: listPrice, currency },
      discountPercent: await amount('discountPercent'),
      source: (await coerced<string>(fields.source, row, 'text', place('source'))) ?? client.document.name,
      taxPercent: await amount('taxPercent'),
      breaks: [],
    };
    return fit(priceSchema, price, 'pricing.fields');
  };
  const results = await Promise.all(
    lines.map((line) => {
      const key = `${line.productId} ${line.quantity}`;
      const price = known.get(key) ?? ask(line);
      known.set(key, price);
      return price;
    }),
  );
  // Of a customer that is not there, no price would say something else.
  if (!checkFirst && lines.length > 0 && results.every((each) => each === null))
    await sureOf(client, given.customerId, signal);
  return { results, paymentTerms: null };
}
