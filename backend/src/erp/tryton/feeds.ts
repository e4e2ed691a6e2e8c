import { z } from 'zod';
import type { Change } from '../contract/schemas.ts';
import type { Model } from './installation.ts';
import { saleReturnId } from './return-row.ts';
import { datetime, reference } from './wire.ts';

export const feedRow = z.looseObject({
  id: z.number(),
  create_date: datetime,
  write_date: datetime.nullable(),
});
export type FeedRow = z.infer<typeof feedRow>;
export type Told = readonly [kind: Change['kind'], id: string, customer: number | null];
export type Feed = {
  model: Model;
  /** Fields that say whom, or what, the row is about. */
  links?: readonly string[];
  /** There is one record, or none yet, which Tryton makes up when it is read: it can be counted only. */
  single?: true;
  /** A record behind the row whose change is the row's too. */
  behind?: string;
  tell: (row: FeedRow) => readonly Told[];
};
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
/** One change about the record that a row points to; none where it points nowhere. */
const about = (kind: Change['kind'], id: unknown, customer: number | null = null): Told[] =>
  typeof id === 'number' ? [[kind, String(id), customer]] : [];
const returnOf = ({ id, party, origin }: FeedRow): Told[] => {
  const from = reference.safeParse(origin);
  const back = from.success && ['sale.sale', 'sale.complaint'].includes(from.data.model);
  return back ? [['return', saleReturnId(id), number(party)]] : [];
};
/** A row of the customer's record that is kept beside it, and moves nothing there when it is edited by itself. */
const ofParty = (model: Model): Feed => ({
  model,
  links: ['party'],
  tell: ({ party }) => about('customer', party, number(party)),
});

/**
 * Each with what a change of it means. A delivery or a part payment moves no order: its shipment, its invoice and its entries do. What prices
 * hang on beside products and customers is told as a price, with the id of the price list, currency, tax, category or configuration.
 */
export const feeds: readonly Feed[] = [
  { model: 'party.party', tell: ({ id }) => [['customer', String(id), id]] },
  ...(['party.address', 'party.identifier', 'party.contact_mechanism'] as const).map(ofParty),
  {
    model: 'product.product',
    // Name and list price stand on the template.
    behind: 'template',
    tell: ({ id }) => [...about('product', id), ...about('price', id)],
  },
  { model: 'product.price_list', tell: ({ id }) => about('price', id) },
  { model: 'product.price_list.line', links: ['price_list'], tell: ({ price_list }) => about('price', price_list) },
  // The price list of customers that have none of their own.
  { model: 'sale.configuration', single: true, tell: ({ id }) => about('price', id) },
  { model: 'product.category', tell: ({ id }) => about('price', id) },
  { model: 'account.tax', tell: ({ id }) => about('price', id) },
  {
    model: 'currency.currency.rate',
    links: ['currency'],
    tell: ({ currency }) => [...about('price', currency), ...about('credit', currency)],
  },
  {
    model: 'sale.sale',
    links: ['party', 'origin'],
    tell: (row) => [
      ...about('order', row.id, number(row.party)),
      ...about('credit', row.party, number(row.party)),
      ...returnOf(row),
    ],
  },
  { model: 'stock.move', links: ['product'], tell: ({ product }) => about('stock', product) },
  {
    model: 'account.invoice',
    links: ['party'],
    tell: ({ id, party }) => [...about('invoice', id, number(party)), ...about('credit', party, number(party))],
  },
  { model: 'account.move.line', links: ['party'], tell: ({ party }) => about('credit', party, number(party)) },
  {
    model: 'account.dunning',
    links: ['party'],
    // A reminder blocks a customer, and lets it go.
    tell: ({ party }) => [...about('credit', party, number(party)), ...about('customer', party, number(party))],
  },
  { model: 'account.dunning.level', tell: ({ id }) => about('credit', id) },
  {
    model: 'sale.complaint',
    links: ['customer'],
    tell: ({ id, customer }) => about('return', id, number(customer)),
  },
];
