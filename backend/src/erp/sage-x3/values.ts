import { canonical, currencySchema, type Decimal, decimal } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { halfEven } from '../kit/half-even.ts';

export const zero = decimal('0');
/** A text that X3 leaves empty where there is none. Numbers come as they were written. */
export const blank = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);
/** One that has to be there. */
export const code = z
  .string()
  .transform((value) => value.trim())
  .pipe(z.string().min(1));

const NUMBER = /^-?(?:\d{1,24}(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/;
/** Twelve places are kept, which is what our wire carries. */
const written = z
  .string()
  .regex(NUMBER)
  .transform((value): Decimal => canonical(halfEven(value, 12)));
/** An amount or a quantity. */
export const number = z
  .string()
  .transform((value) => value.trim())
  .pipe(written);
/** One that may be missing, which is not zero. */
export const amount = blank.pipe(written.nullable());
/** A choice of a menu, by its number. */
export const choice = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
export const optionalChoice = blank.pipe(choice.nullable());
/** Yes or no: true and false in JSON. Elsewhere in X3 they are the choices 2 and 1. */
export const flag = z.boolean();
/** A field of several values, without the empty ones. */
export const texts = z
  .union([z.array(z.string().nullable()), z.string()])
  .nullish()
  .transform((value) => (Array.isArray(value) ? value : [value]).flatMap((each) => each?.trim() || []));
/** The first of the values that a field of several has. */
export const firstOf = texts.transform(([first]) => first ?? null);

/** A calendar day. X3 writes the 31st of December 1599 or nothing where there is none. */
export const day = blank
  .transform((value) => {
    const text = value?.slice(0, 10) ?? null;
    return text === null || text.startsWith('1599-') || text.startsWith('0000-') ? null : text;
  })
  .pipe(z.iso.date().nullable());
/** A day that has to be there. */
export const certainDay = day.pipe(z.iso.date());
export const currencyCode = blank.transform((value) => currencySchema.safeParse(value?.toUpperCase()).data ?? null);
/** [K] Codes of countries are those of ISO as Sage ships them. */
export const countryCode = blank.transform((value) =>
  value && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : null,
);

/** Codes of X3 are capitals, digits and a few signs: another text names no record, and gets into no address. */
export const keyOf = (id: string): string | null =>
  /^[A-Z0-9][A-Z0-9._/ +&#*-]{0,29}$/i.test(id.trim()) ? id.trim() : null;
export const keysOf = (ids: readonly string[]): string[] => [...new Set(ids.map(keyOf).filter((id) => id !== null))];
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

/** X3 writes days in SOAP without dashes. */
export const compactDay = (value: string): string => value.replaceAll('-', '');
