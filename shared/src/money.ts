import { z } from 'zod';
import { add, compare, type Decimal, multiply, round, subtract } from './decimal.ts';
import { decimalSchema } from './decimal-schema.ts';

/** ISO 4217 code in capitals. Only the form is checked here; the ERP decides whether the currency exists. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as "EUR"')
  .brand<'Currency'>();
export type Currency = z.infer<typeof currencySchema>;

export const moneySchema = z.object({ amount: decimalSchema, currency: currencySchema });
export type Money = z.infer<typeof moneySchema>;

export const money = (amount: string, currency: string): Money => moneySchema.parse({ amount, currency });

/** Adding two currencies is a programming error, so it throws. */
function sameCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency) throw new Error(`cannot combine ${left.currency} with ${right.currency}`);
}
export const addMoney = (left: Money, right: Money): Money => {
  sameCurrency(left, right);
  return { amount: add(left.amount, right.amount), currency: left.currency };
};
export const subtractMoney = (left: Money, right: Money): Money => {
  sameCurrency(left, right);
  return { amount: subtract(left.amount, right.amount), currency: left.currency };
};
export const compareMoney = (left: Money, right: Money): -1 | 0 | 1 => {
  sameCurrency(left, right);
  return compare(left.amount, right.amount);
};
export const timesMoney = (value: Money, factor: Decimal): Money => ({
  amount: multiply(value.amount, factor),
  currency: value.currency,
});
const formatPlaces = (currency: Currency): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
/** Asked for each amount of a page; to make a format takes longer than to add a whole order up. */
const knownPlaces = new Map<Currency, number>();
/** Decimal places of a currency (EUR 2, JPY 0, KWD 3), from the platform's table; those of most currencies where it is not known. */
export function placesOf(currency: Currency | null): number {
  if (currency === null) return 2;
  const known = knownPlaces.get(currency);
  if (known !== undefined) return known;
  const places = formatPlaces(currency);
  knownPlaces.set(currency, places);
  return places;
}
export const roundMoney = (value: Money): Money => ({
  amount: round(value.amount, placesOf(value.currency)),
  currency: value.currency,
});
