import Big from 'big.js';
import type { z } from 'zod';

// Only division rounds, at 20 decimal places, which is more than any ERP stores.
Big.DP = 20;
// Without this, Big prints numbers of 21 digits with an exponent, which the wire format does not allow.
Big.PE = 1_000_000;
Big.NE = -1_000_000;

/** A decimal number as text: up to 24 digits before and 12 after the point. `'12.50'`, `'-3'`. Never a JS number. */
export type Decimal = string & z.$brand<'Decimal'>;
export const DECIMAL = /^-?\d{1,24}(\.\d{1,12})?$/;
export const isDecimal = (text: string): text is Decimal => DECIMAL.test(text);

/** Turns text into a `Decimal`; throws where the text is none. Never give it a float that was computed. */
export function decimal(text: string): Decimal {
  if (!isDecimal(text)) throw new TypeError(`a decimal number as text is needed, not ${JSON.stringify(text)}`);
  return text;
}
/** Three digits of exponent are more than any double has; more would only cost memory. */
const WRITTEN = /^[+-]?(\d{1,400}\.?\d{0,400}|\.\d{1,400})([eE][+-]?\d{1,3})?$/;
/**
 * A number as another system wrote it, with any number of decimals or an exponent: `'33.333333333333336'`, `'1.2E7'`. Read exactly and rounded to
 * 12 places. Null for what is no number, or has more than 24 digits before the point: it must be named then, never passed over.
 */
export function parseDecimal(text: string): Decimal | null {
  const trimmed = text.trim();
  if (!WRITTEN.test(trimmed)) return null;
  const plain = new Big(
    trimmed
      .replace(/^\+/, '')
      .replace(/^(-?)\./, '$10.')
      .replace(/\.(?=$|[eE])/, ''),
  )
    .round(12, Big.roundHalfUp)
    .toFixed();
  return isDecimal(plain) ? canonical(plain) : null;
}
const out = (value: Big): Decimal => decimal(value.round(12, Big.roundHalfUp).toFixed());

export const add = (...values: readonly Decimal[]): Decimal =>
  out(values.reduce((sum, value) => sum.plus(value), new Big(0)));
export const subtract = (left: Decimal, right: Decimal): Decimal => out(new Big(left).minus(right));
export const multiply = (left: Decimal, right: Decimal): Decimal => out(new Big(left).times(right));
/** Division rounds to 12 places, half up. Throws on a zero divisor. */
export const divide = (left: Decimal, right: Decimal): Decimal => out(new Big(left).div(right));
/** -1, 0 or 1; `'1.0'` equals `'1'`. */
export const compare = (left: Decimal, right: Decimal): -1 | 0 | 1 => new Big(left).cmp(right) as -1 | 0 | 1;
export const isNegative = (value: Decimal): boolean => new Big(value).lt(0);
export const isZero = (value: Decimal): boolean => new Big(value).eq(0);
export const negate = (value: Decimal): Decimal => out(new Big(value).times(-1));
export const absolute = (value: Decimal): Decimal => out(new Big(value).abs());
/** Whether two amounts are the same in so many places. */
export const equalIn = (left: Decimal, right: Decimal, places: number): boolean =>
  compare(round(left, places), round(right, places)) === 0;
/** Whether rounding explains the difference of two amounts. `roundings`: how often was rounded; each time changes at most half a unit of the last place. */
export const withinRounding = (left: Decimal, right: Decimal, places: number, roundings: number): boolean =>
  new Big(left)
    .minus(right)
    .abs()
    .lte(new Big(5).times(roundings).div(new Big(10).pow(places + 1)));
export const smaller = (left: Decimal, right: Decimal): Decimal => (compare(left, right) <= 0 ? left : right);
export const larger = (left: Decimal, right: Decimal): Decimal => (compare(left, right) >= 0 ? left : right);
/** Rounds half up (away from zero), and pads: `round('1.005', 2)` is `'1.01'`. */
export const round = (value: Decimal, places: number): Decimal =>
  decimal(new Big(value).round(places, Big.roundHalfUp).toFixed(places));
/** The canonical form: no trailing zeros, no minus zero. Two equal numbers give the same text. */
export const canonical = (value: Decimal): Decimal => {
  const text = new Big(value).toFixed();
  return decimal(text === '-0' ? '0' : text);
};
