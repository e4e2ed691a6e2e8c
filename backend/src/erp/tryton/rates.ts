import { type CreditPosition, compare, currencySchema, divide } from '@backroom/shared';
import { z } from 'zod';
import type { Call, TrytonClient } from './client.ts';
import type { Installation } from './installation.ts';
import { todayOf, zero } from './support.ts';
import { numeric, toDate } from './wire.ts';

/** Tryton says how much of a currency one unit of its base currency is; null before the first rate. */
const row = z.object({
  id: z.number(),
  code: z.string(),
  rate: numeric.or(z.literal(0).transform(() => null)).nullable(),
});

/** What one unit of each other currency is worth in the company's, as Tryton converts today. */
export async function ratesOf(
  client: TrytonClient,
  there: Installation,
  call: Call,
): Promise<NonNullable<CreditPosition['rates']>> {
  const context = { date: toDate(todayOf(there)) };
  const asked = { domain: [], fields: ['code', 'rate'], row, context };
  const rows = await client.search('currency.currency', asked, call);
  const own = rows.find(({ id }) => id === there.company.currencyId)?.rate ?? null;
  if (own === null) return [];
  return rows.flatMap(({ id, code, rate }) => {
    const currency = currencySchema.safeParse(code);
    const known = id !== there.company.currencyId && rate !== null && compare(rate, zero) > 0 && currency.success;
    return known ? [{ currency: currency.data, rate: divide(own, rate) }] : [];
  });
}
