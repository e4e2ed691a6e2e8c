import { canonical, currencySchema, type Decimal, decimal } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { halfEven } from '../kit/half-even.ts';

export const zero = decimal('0');
export const hundred = decimal('100');
export const blank = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

const NUMBER = /^-?(?:\d{1,24}(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/;
/** Amounts come as texts, some figures as numbers, which `exactJsonOf` makes texts of. Twelve places are kept, which is what our wire carries. */
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

/** Ids are texts of hexadecimal digits, or names of constants such as `GB_STANDARD`. */
export const id = z.string().min(1).max(100);
/** A record that another one names: the fields that are always there. */
export const named = z.object({ id, displayed_as: blank.optional() });
export const link = named.nullish().transform((value) => value?.id ?? null);
/** A calendar day. */
export const day = blank.transform((value) => value?.slice(0, 10) ?? null).pipe(z.iso.date().nullable());
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .nullish()
  .transform((value) => value === true || value === 'true');
/** The id of a currency is its ISO code. */
export const currency = link.transform((value) => currencySchema.safeParse(value).data ?? null);
/** The id of a country is its ISO code. */
export const country = link.transform((value) => value?.toUpperCase() ?? null);
/** A moment, in UTC. Null where it is not told or cannot be read. */
export const moment = blank.transform((value) => {
  const time = Date.parse(value ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
});

/** An id that may stand in an address. Another text names no record. */
export const idOf = (text: string): string | null => (/^[A-Za-z0-9_-]{1,64}$/.test(text) ? text : null);
/** An amount that is not there is not zero. */
export function present(value: Decimal | null, field: string): Decimal {
  if (value === null) throw new ErpError('drift', `${field} is missing`, { field });
  return value;
}
