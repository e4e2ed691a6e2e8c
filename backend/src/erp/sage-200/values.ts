import { canonical, currencySchema, type Decimal, decimal } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { decimalText, exactNumber } from '../transport/json.ts';

export const zero = decimal('0');
/** Answers are read with their numbers as texts: a code that is a number there is a text as well. */
export const blank = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);
export const number = decimalText;
export const amount = decimalText.nullish().transform((value) => value ?? null);
/** An id of 64 bits. */
export const id = z.string().regex(/^\d{1,19}$/);
/** A record that is not there has no id, or zero. */
export const optionalId = id.nullish().transform((value) => (value == null || /^0+$/.test(value) ? null : value));
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value === true);
/** [K] A day is midnight, with or without a zone behind it: its date is that of the company's calendar. */
export const day = blank.transform((value) => value?.slice(0, 10) ?? null).pipe(z.iso.date().nullable());
export const currencyCode = blank.transform((value) => currencySchema.safeParse(value?.toUpperCase()).data ?? null);
export const countryCode = blank.transform((value) => value?.toUpperCase() ?? null);

/** Ids are whole numbers: another text names no record, and gets into no address. */
export const idOf = (text: string): string | null => (/^[1-9]\d{0,18}$/.test(text) ? text : null);
export const idsOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.map(idOf).filter((each) => each !== null)),
];
export const unique = <Row extends { id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
/** An id as a number of JSON, digit for digit. */
export const idNumber = (value: string): unknown => exactNumber(decimal(value));
export const plain = (value: Decimal): unknown => exactNumber(canonical(value));
/** A calendar day as the fields of documents take it. */
export const dateOf = (value: string): string => `${value}T00:00:00Z`;

/** An amount that is not there is not zero. */
export function present(value: Decimal | null, field: string): Decimal {
  if (value === null) throw new ErpError('drift', `${field} is missing`, { field });
  return value;
}
