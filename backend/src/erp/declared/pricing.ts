import type { Decimal } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import { type In, type Out, type Price, priceSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import type { Client } from './client.ts';
import { coerced } from './coerce.ts';
import { sureOf } from './customers.ts';
import { rowsOf } from './rows.ts';

/** One question for each product and quantity; a line without a price has none. */
export async function quote(
  client: Client,
  { lines, ...given }: In<'pricing.quote'>,
  signal: AbortSignal,
): Promise<Out<'pricing.quote'>> {
  const { pricing } = client.document;
  const isForeign = pricing?.currencies === 'company' && given.currency !== client.document.company.currency;
  if (!pricing || isForeign) return { results: lines.map(() => null), paymentTerms: null };
  const { fields, of } = pricing;
  const known = new Map<string, Promise<Price | null>>();
  const ask = async ({ productId, quantity }: (typeof lines)[number]): Promise<Price | null> => {
    const input = { ...given, productId, quantity };
    const [row] = await rowsOf(client, of, { at: 'pricing.of', input, signal }, 1)
      .then(({ rows }) => rows)
      .catch((error: unknown) => {
        // Of a product that is not there, no price is the answer.
        if (error instanceof ErpError && error.kind === 'not_found') return [];
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
      const asked = known.get(key) ?? ask(line);
      known.set(key, asked);
      return asked;
    }),
  );
  // Of a customer that is not there, no price would say something else.
  if (lines.length > 0 && results.every((each) => each === null)) await sureOf(client, given.customerId, signal);
  return { results, paymentTerms: null };
}
