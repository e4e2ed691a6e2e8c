import { canonical, currencySchema, type Decimal, decimal } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { halfEven } from '../kit/half-even.ts';

export const zero = decimal('0');
export const blank = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

const NUMBER = /^-?(?:\d{1,24}(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/;
/** Amounts and quantities come as texts, stock as numbers. Twelve places are kept, which is what our wire carries. */
const written = z
  .string()
  .regex(NUMBER)
  .transform((value): Decimal => canonical(halfEven(value, 12)));
/** One that has to be there. */
export const number = z
  .string()
  .transform((value) => value.trim())
  .pipe(written);
export const amount = blank.pipe(written.nullable());
/** One that is empty where there is nothing of it. */
export const quantity = amount.transform((value) => value ?? zero);

/** The key of a record, which Intacct assigns. */
export const key = z.string().regex(/^\d+$/);
export const optionalKey = blank.pipe(key.nullable());
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .nullish()
  .transform((value) => value === true || value === 'true');
/** A calendar day. */
export const day = blank.transform((value) => value?.slice(0, 10) ?? null).pipe(z.iso.date().nullable());
export const currencyCode = blank.transform((value) => currencySchema.safeParse(value?.toUpperCase()).data ?? null);
/** ISO code of two letters. [K] Sage's file has small letters, an answer that integrators quote has capitals. */
export const countryCode = blank.transform((value) => value?.toUpperCase() ?? null);

/** Keys are whole numbers: another text names no record, and gets into no address. */
export const keyOf = (id: string): string | null => (/^[1-9]\d{0,17}$/.test(id) ? id : null);
export const keysOf = (ids: readonly string[]): string[] => [...new Set(ids.map(keyOf).filter((id) => id !== null))];
export const unique = <Row extends { key: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.key, row])).values(),
];
/** Longer lists are asked for in parts. */
export const parts = <Value>(values: readonly Value[], most: number): Value[][] => {
  const all: Value[][] = [];
  for (let from = 0; from < values.length; from += most) all.push(values.slice(from, from + most));
  return all;
};

/** An amount that is not there is not zero. */
export function present(value: Decimal | null, field: string): Decimal {
  if (value === null) throw new ErpError('drift', `${field} is missing`, { field });
  return value;
}
