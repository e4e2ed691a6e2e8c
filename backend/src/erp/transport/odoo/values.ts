import { type Currency, clockIn, type Decimal, dayIn, decimal, type Money, round } from '@backroom/shared';
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
};
export const amount = (value: number, { code, places }: Pick<OdooCurrency, 'code' | 'places'>): Money => ({
  amount: round(exact(value), places),
  currency: code,
});

/** `2026-11-23 22:30:00` (UTC) as the day of the company's calendar. */
export const dayOf = (stamp: string, timeZone: string): string =>
  dayIn(timeZone, new Date(`${stamp.replace(' ', 'T')}Z`));
export const instantOf = (stamp: string): string => new Date(`${stamp.replace(' ', 'T')}Z`).toISOString();
/** `2026-11-23 12:30:00` in UTC as the same moment on the clocks of a time zone. */
export const localOf = (stamp: string, timeZone: string): string =>
  clockIn(timeZone, new Date(`${stamp.replace(' ', 'T')}Z`));
const stampAt = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const DAY_MS = 86_400_000;
/** A moment (UTC) that lies within the day in each of the time zones, as far from its ends as possible. */
export function momentOf(day: string, ...timeZones: readonly string[]): string {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const starts = timeZones.map((timeZone) => {
    const ahead = Date.parse(`${localOf(stampAt(noon), timeZone).replace(' ', 'T')}Z`) - noon;
    return Date.parse(`${day}T00:00:00Z`) - ahead;
  });
  return stampAt((Math.max(...starts) + Math.min(...starts) + DAY_MS) / 2);
}

/** Our ids are Odoo's, as text; anything else names no record of Odoo's. */
export function recordId(value: string): number | null {
  return /^[1-9]\d{0,9}$/.test(value) && Number(value) <= 2_147_483_647 ? Number(value) : null;
}
export const recordIds = (values: readonly string[]): number[] =>
  values.map(recordId).filter((value) => value !== null);

/** What is a wildcard to `=ilike`, taken literally. */
export const literal = (value: string): string => value.replace(/[\\%_]/g, '\\$&');
