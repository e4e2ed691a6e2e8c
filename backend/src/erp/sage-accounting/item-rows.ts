import type { Decimal } from '@backroom/shared';
import { z } from 'zod';
import type { SageClient } from './client.ts';
import { directory } from './directory.ts';
import { LIST } from './facts.ts';
import { amount, blank, flag, id, link, moment } from './values.ts';

const price = z.object({
  price_name: blank.optional(),
  price: amount.optional(),
  price_includes_tax: flag,
  product_sales_price_type: link,
});
const rate = z.object({
  rate_name: blank.optional(),
  rate: amount.optional(),
  rate_includes_tax: flag,
  service_rate_type: link,
});
const shape = {
  id,
  displayed_as: blank.optional(),
  item_code: blank,
  description: blank,
  sales_ledger_account: link,
  sales_tax_rate: link,
  active: flag,
  deleted_at: blank.optional(),
  updated_at: moment,
};
const productRow = z.object({
  ...shape,
  sales_prices: z
    .array(price)
    .nullish()
    .transform((rows) => rows ?? []),
});
const serviceRow = z.object({
  ...shape,
  sales_rates: z
    .array(rate)
    .nullish()
    .transform((rows) => rows ?? []),
});

/** A price under one of the names that the business has given its prices. */
export type ItemPrice = { name: string | null; type: string | null; amount: Decimal | null; withTax: boolean };
/** What is sold: a product with stock or without, or a service. */
export type ItemRow = Omit<z.output<typeof serviceRow>, 'sales_rates'> & {
  kind: 'product' | 'service';
  prices: readonly ItemPrice[];
};

/** The list of products has those with stock too. */
const toProduct = ({ sales_prices, ...row }: z.output<typeof productRow>): ItemRow => ({
  ...row,
  kind: 'product',
  prices: sales_prices.map((each) => ({
    name: each.price_name ?? null,
    type: each.product_sales_price_type,
    amount: each.price ?? null,
    withTax: each.price_includes_tax,
  })),
});
const toService = ({ sales_rates, ...row }: z.output<typeof serviceRow>): ItemRow => ({
  ...row,
  kind: 'service',
  prices: sales_rates.map((each) => ({
    name: each.rate_name ?? null,
    type: each.service_rate_type,
    amount: each.rate ?? null,
    withTax: each.rate_includes_tax,
  })),
});

/** Prices are nested records: nothing less than everything has them in a list. */
const everything = { attributes: 'all' } as const;
function itemsIn<Row extends z.ZodType>(
  client: SageClient,
  path: string,
  row: Row,
  to: (row: z.output<Row>) => ItemRow,
) {
  const read = async (query: Readonly<Record<string, string>>, signal: AbortSignal) =>
    (await client.all(row, path, { ...everything, ...query }, signal)).map(to);
  return directory<ItemRow>({
    // [K] Whether a list without this filter has what is no longer sold, Sage's pages do not say.
    all: async (signal) => {
      const [sold, gone] = await Promise.all([read({ active: 'true' }, signal), read({ active: 'false' }, signal)]);
      return [...sold, ...gone.map((each) => ({ ...each, active: false }))];
    },
    since: (updated_or_created_since, signal) => read({ updated_or_created_since }, signal),
  });
}
export const productsIn = (client: SageClient) => itemsIn(client, LIST.products, productRow, toProduct);
export const servicesIn = (client: SageClient) => itemsIn(client, LIST.services, serviceRow, toService);
