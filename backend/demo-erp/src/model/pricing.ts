import type { DatabaseSync } from 'node:sqlite';
import type { Price } from '@backroom/backend/erp/contract/schemas';
import {
  compare,
  currencySchema,
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  round,
  subtract,
} from '@backroom/shared';
import { z } from 'zod';
import { rates } from '../seed/cast/rates.ts';
import type { CustomerDoc, ProductDoc } from './catalogue.ts';

/** Quantity breaks of the price list, by first letters of the code: bought by the dozen, they get cheaper. */
const breaks: Readonly<Record<string, readonly (readonly [from: string, percent: string])[]>> = {
  VLV: [
    ['25', '5'],
    ['100', '12'],
  ],
  FLT: [
    ['50', '8'],
    ['200', '15'],
  ],
  BRG: [['50', '10']],
};
const hundred = decimal('100');
const less = (price: Decimal, percent: Decimal) =>
  round(multiply(price, divide(subtract(hundred, percent), hundred)), 2);

/** The customer's net unit price: own price before quantity break before list price. Null in a currency without a price list. */
export function priceOf(
  db: DatabaseSync,
  customer: CustomerDoc,
  product: ProductDoc,
  quantity: Decimal,
  currencyCode: string,
): Price | null {
  const rate = rates[currencyCode];
  if (rate === undefined) return null;
  const currency = currencySchema.parse(currencyCode);
  const list = round(multiply(decimal(product.price), decimal(rate)), 2);
  const steps = (breaks[product.code.slice(0, 3)] ?? []).map(([from, percent]) => ({
    from: decimal(from),
    percent: decimal(percent),
  }));
  const row = z
    .object({ price: z.string() })
    .safeParse(
      db.prepare('select price from customer_prices where customer = ? and product = ?').get(customer.id, product.id),
    );
  const reached = steps.filter(({ from }) => compare(quantity, from) >= 0).at(-1);
  const own = row.success ? round(multiply(decimal(row.data.price), decimal(rate)), 2) : null;
  const amount = own ?? (reached ? less(list, reached.percent) : list);
  return {
    productId: product.id,
    quantity,
    unitPrice: { amount, currency },
    listPrice: { amount: list, currency },
    discountPercent: isZero(list) ? null : round(multiply(divide(subtract(list, amount), list), hundred), 2),
    source: own ? 'customer_price' : reached ? 'quantity_break' : 'price_list',
    taxPercent: decimal(customer.taxPercent),
    breaks: own ? [] : steps.map(({ from, percent }) => ({ from, price: { amount: less(list, percent), currency } })),
  };
}
