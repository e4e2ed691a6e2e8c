import { type Decimal, decimal } from '@backroom/shared';
import type { Row, Store, Value } from './database.ts';
import { refused } from './errors.ts';

export const zero = decimal('0');
export const hundred = decimal('100');
export const dec = (value: Value | undefined): Decimal =>
  decimal(String(value === undefined || value === '' ? '0' : value));
export const today = (): string => new Date().toISOString().slice(0, 10);
export const dateOf = (day: string): string => (day === '' ? '' : `${day.slice(0, 10)}T00:00:00`);
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10);
export const time = (): string => new Date().toISOString().replace(/.*T(\d\d):(\d\d):(\d\d).*/, 'PT$1H$2M$3S');
/** What is taken over from one row into another, by name. */
export const copied = (from: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]]))) as Row;

/** How many base units one unit of this product is, as a fraction. */
export function factorOf(store: Store, product: string, unit: string): { numerator: Decimal; denominator: Decimal } {
  const row = store.get('A_ProductUnitsOfMeasure', { Product: product, AlternativeUnit: unit });
  if (!row)
    throw refused('V1/326', {
      EN: `Unit ${unit} is not maintained for material ${product}`,
      DE: `Einheit ${unit} ist für Material ${product} nicht gepflegt`,
      TR: `${product} malzemesi için ${unit} birimi bakımlı değil`,
    });
  return { numerator: dec(row.QuantityNumerator), denominator: dec(row.QuantityDenominator) };
}
/** EUR for one unit of a currency. */
export function rateOf(store: Store, currency: string): Decimal {
  const row = store.one('select rate from currencies where code = ?', currency);
  if (!row)
    throw refused('V1/345', {
      EN: `Currency ${currency} is not defined`,
      DE: `Währung ${currency} ist nicht definiert`,
    });
  return dec(row.rate);
}
