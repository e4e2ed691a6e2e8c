/**
 * Tryton's JSON: numbers, dates and bytes are objects with `__class__`. Decimals come as Python prints them: fifteen digits, at times with an
 * exponent. Quantities are floats on the wire; here they become decimal text at once.
 */
import { canonical, type Decimal } from '@backroom/shared';
import { z } from 'zod';
import { halfEven } from '../kit/half-even.ts';

/** Places kept of a float: more than any unit has, fewer than where binary fractions show. */
const FLOAT_PLACES = 6;

/** A Numeric. Twelve places are kept, which is what our wire carries; round to the field's own places where they matter. */
export const numeric = z
  .object({ __class__: z.literal('Decimal'), decimal: z.string() })
  .transform(({ decimal: text }) => canonical(halfEven(text, 12)));
export const float = z.number().transform((value) => canonical(halfEven(String(value), FLOAT_PLACES)));
/** A ratio of two units, for which six places are too few: a milligram is 0.000001 kg. */
export const ratio = z.number().transform((value) => canonical(halfEven(String(value), 12)));
const two = (value: number) => String(value).padStart(2, '0');
export const date = z
  .object({ __class__: z.literal('date'), year: z.number(), month: z.number(), day: z.number() })
  .transform(({ year, month, day }) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
/** UTC, with the microseconds that make a `write_date` nearly unique. */
export const datetime = z
  .object({
    __class__: z.literal('datetime'),
    year: z.number(),
    month: z.number(),
    day: z.number(),
    hour: z.number(),
    minute: z.number(),
    second: z.number(),
    microsecond: z.number().default(0),
  })
  .transform(
    (at) =>
      `${String(at.year).padStart(4, '0')}-${two(at.month)}-${two(at.day)}T${two(at.hour)}:${two(at.minute)}:${two(at.second)}.${String(at.microsecond).padStart(6, '0')}Z`,
  );
export const bytes = z
  .object({ __class__: z.literal('bytes'), base64: z.string() })
  .transform(({ base64 }) => new Uint8Array(Buffer.from(base64, 'base64')));
/** A record of any model: `"sale.line,12"`. */
export const reference = z
  .string()
  .regex(/^[a-z0-9._-]+,-?\d+$/)
  .transform((text) => {
    const [model = '', id = ''] = text.split(',');
    return { model, id: Number(id) };
  });

export const toNumeric = (value: Decimal) => ({ __class__: 'Decimal', decimal: canonical(value) });
export function toDate(iso: string) {
  const [year, month, day] = iso.split('-').map(Number);
  return { __class__: 'date', year, month, day };
}
export function toDatetime(iso: string) {
  const at = new Date(iso);
  return {
    __class__: 'datetime',
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    microsecond: at.getUTCMilliseconds() * 1000,
  };
}
/** A quantity for the wire, where it is a float; null when a float cannot hold it exactly. */
export function toFloat(value: Decimal): number | null {
  const number = Number(value);
  return canonical(halfEven(String(number), 12)) === canonical(value) ? number : null;
}
