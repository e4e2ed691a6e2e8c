import {
  add,
  type Currency,
  canonical,
  type Decimal,
  decimal,
  divide,
  isZero,
  type Money,
  multiply,
  round,
  subtract,
} from '@backroom/shared';
import { z } from 'zod';

/** Odoo writes "nothing" as `false`, whatever the type of the field. */
export const maybe = <Inner extends z.ZodType>(inner: Inner) =>
  z.union([z.literal(false), inner]).transform((value) => (value === false ? null : value) as z.output<Inner> | null);
export const text = maybe(z.string());
/** A link read plainly: `[id, "name"]`. */
export const link = maybe(z.tuple([z.number().int(), z.string()]).rest(z.unknown()));
export const id = z.number().int();

/**
 * A float of Odoo's as the decimal that it stands for. 15 digits are what a double surely holds; what stands behind them is the
 * noise of sums (`0.30000000000000004`).
 */
export function exact(value: number): Decimal {
  const shortest = String(Number(value.toPrecision(15)));
  const plain = /e/.test(shortest) ? value.toFixed(12) : shortest;
  const [whole = '0', places = ''] = plain.split('.');
  return places.length > 12 ? round(decimal(`${whole}.${places.slice(0, 12)}`), 12) : decimal(plain);
}

/** A currency as Odoo keeps it: how many places its amounts are rounded to is Odoo's to say, not ISO's. */
export type OdooCurrency = {
  id: number;
  code: Currency;
  places: number;
  /** What one of it is worth in the company's currency, at today's rate. */
  inCompanyCurrency: Decimal;
};
export const amount = (value: number, { code, places }: Pick<OdooCurrency, 'code' | 'places'>): Money => ({
  amount: round(exact(value), places),
  currency: code,
});

/** `2026-11-23 22:30:00` (UTC) as the day of the company's calendar. */
export function dayOf(stamp: string, timeZone: string): string {
  const moment = new Date(`${stamp.replace(' ', 'T')}Z`);
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment);
}
export const instantOf = (stamp: string): string => new Date(`${stamp.replace(' ', 'T')}Z`).toISOString();
/** Noon of a day, which is that day from Honolulu to Auckland's winter. */
export const noonOf = (day: string): string => `${day} 12:00:00`;

/** Our ids are Odoo's, as text; anything else names no record of Odoo's. */
export function recordId(value: string): number | null {
  return /^[1-9]\d{0,9}$/.test(value) && Number(value) <= 2_147_483_647 ? Number(value) : null;
}
export const recordIds = (values: readonly string[]): number[] =>
  values.map(recordId).filter((value) => value !== null);

/** What is a wildcard to `=ilike`, taken literally. */
export const literal = (value: string): string => value.replace(/[\\%_]/g, '\\$&');

const one = decimal('1');
const hundred = decimal('100');
/** What Odoo knows of a sales tax. `included`: it is part of the price, not added to it. */
export type Tax = { id: number; amount: number; kind: string; included: boolean };
/** 1.1 for a price with 10 % tax in it; null where an included tax is no percentage. */
export function includedRate(taxes: readonly Tax[]): Decimal | null {
  const included = taxes.filter((tax) => tax.included);
  if (!included.every(({ kind }) => kind === 'percent')) return null;
  return add(one, ...included.map((tax) => divide(exact(tax.amount), hundred)));
}
/** A line's unit price after discount and without the taxes that are part of it. */
export function netUnitPrice(
  line: { unitPrice: number; discount: number; subtotal: number; taxes: readonly Tax[] },
  quantity: Decimal,
): Decimal {
  const price = multiply(exact(line.unitPrice), divide(subtract(hundred, exact(line.discount)), hundred));
  if (!line.taxes.some(({ included }) => included)) return price;
  const rate = includedRate(line.taxes);
  if (rate !== null) return canonical(round(divide(price, rate), 6));
  return isZero(quantity) ? price : canonical(round(divide(exact(line.subtotal), quantity), 6));
}
