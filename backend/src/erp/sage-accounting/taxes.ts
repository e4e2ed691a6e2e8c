import { add, type Decimal, divide, isZero, multiply, round } from '@backroom/shared';
import { z } from 'zod';
import type { CustomerRow } from './customer-rows.ts';
import { LIST, PLACES } from './facts.ts';
import type { ItemRow } from './item-rows.ts';
import type { Session } from './session.ts';
import { amount, hundred, id } from './values.ts';

const rateRow = z.object({ id, percentage: amount });
const query = { attributes: 'percentage' } as const;

/** Percentages by the ids of their rates. */
export const taxRatesOf = (session: Session, signal: AbortSignal): Promise<ReadonlyMap<string, Decimal | null>> =>
  session.remember('tax rates', async () => {
    const rows = await session.client.all(rateRow, LIST.taxRates, query, signal);
    return new Map(rows.map((row) => [row.id, row.percentage]));
  });

/** [K] The rate of a line: that of the customer, else that of the product. What Sage's own pages propose for a foreign customer is not known here. */
export const rateIdOf = (item: ItemRow, customer: CustomerRow): string | null =>
  customer.default_sales_tax_rate ?? item.sales_tax_rate;

/** Sage's formula: net × percentage / 100, in two places. */
export const taxOf = (net: Decimal, percentage: Decimal): Decimal =>
  round(divide(multiply(net, percentage), hundred), PLACES);
/** A price without the tax that it includes. */
export const withoutTax = (price: Decimal, percentage: Decimal): Decimal =>
  isZero(percentage) ? price : divide(multiply(price, hundred), add(hundred, percentage));
