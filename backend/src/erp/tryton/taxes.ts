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
/** What Tryton's tax rules may look at beside the customer: where the goods come from and go to. */
type Order = { party: number; shipmentAddress: number | null; warehouse: number | null };

/** Whether a rule turns this customer's taxes into others. */
export async function hasTaxRule({ client }: Tryton, party: number, call: Call): Promise<boolean> {
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
 * The taxes of an order line for each product. Without a rule they are those of its accounting category. Where there is a rule, or no such
 * category (`taxes` null), Tryton finds them when a product is chosen on a line; products of one set of taxes get one set back, so one of each
 * is asked for.
 */
export async function lineTaxes(
  { client }: Tryton,
  { company }: Installation,
  order: Order,
  ruled: boolean,
  products: readonly { id: number; taxes: readonly number[] | null }[],
  call: Call,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const known = ruled ? [] : products.flatMap(({ id, taxes }) => (taxes ? [[id, taxes] as const] : []));
  const open = products.filter(({ taxes }) => ruled || taxes === null);
  const sets = [
    ...Map.groupBy(open, ({ taxes }) => JSON.stringify(taxes && [...taxes].sort((a, b) => a - b))).values(),
  ];
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
      '_parent_sale.party': order.party,
      '_parent_sale.company': company.id,
      '_parent_sale.currency': company.currencyId,
      '_parent_sale.shipment_address': order.shipmentAddress,
      '_parent_sale.warehouse': order.warehouse,
      company: company.id,
    };
    const { taxes } = await client.onChange('sale.line', values, ['product'], lineSchema, call);
    const ids = taxes?.add?.map(([, { id }]) => id) ?? [];
    return alike.map(({ id }) => [id, ids] as const);
  });
  return new Map([...known, ...(await Promise.all(asked)).flat()]);
}
