import { z } from 'zod';
import type { Call } from './client.ts';
import type { Installation } from './installation.ts';
import { archivedToo, type Tryton } from './support.ts';

const lineSchema = z.looseObject({
  taxes: z
    .object({ add: z.array(z.tuple([z.number(), z.object({ id: z.number() })])) })
    .partial()
    .nullish(),
});

/** Whether a rule turns this customer's taxes into others; where there are no rules at all nobody needs to be asked. */
export async function hasTaxRule({ client, installation }: Tryton, party: number, call: Call): Promise<boolean> {
  if (!(await installation(call.signal)).taxRules) return false;
  const found = await client.search(
    'party.party',
    {
      domain: [['id', '=', party], archivedToo],
      fields: ['customer_tax_rule'],
      row: z.object({ customer_tax_rule: z.number().nullable() }),
    },
    call,
  );
  return found[0]?.customer_tax_rule != null;
}

/**
 * The taxes of an order line for each product. Without a rule they are the product's own. With one, Tryton applies it when a product is
 * chosen on a line; products of one set of taxes get one set back, so one of each is asked for.
 */
export async function lineTaxes(
  { client }: Tryton,
  { company }: Installation,
  party: number,
  ruled: boolean,
  products: readonly { id: number; taxes: readonly number[] }[],
  call: Call,
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (!ruled) return new Map(products.map(({ id, taxes }) => [id, taxes]));
  const sets = [...Map.groupBy(products, ({ taxes }) => JSON.stringify([...taxes].sort((a, b) => a - b))).values()];
  const asked = sets.map(async (alike) => {
    const values = {
      id: -1,
      type: 'line',
      product: alike[0]?.id,
      quantity: 1,
      unit: null,
      unit_price: null,
      taxes: [],
      sale: -1,
      '_parent_sale.party': party,
      '_parent_sale.company': company.id,
      '_parent_sale.currency': company.currencyId,
    };
    const { taxes } = await client.onChange('sale.line', values, ['product'], lineSchema, call);
    const ids = taxes?.add?.map(([, { id }]) => id) ?? [];
    return alike.map(({ id }) => [id, ids] as const);
  });
  return new Map((await Promise.all(asked)).flat());
}
