import { canonical, currencySchema, type Decimal, decimal } from '@backroom/shared';
import { z } from 'zod';
import { halfEven } from '../kit/half-even.ts';

export const zero = decimal('0');
/** A number of a record or a row: SuiteQL gives texts, and none for an empty column. Twelve places are kept, which is what our wire carries. */
const NUMBER = /^-?(?:\d{1,24}(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/;
export const number = z
  .string()
  .regex(NUMBER)
  .transform((value): Decimal => canonical(halfEven(value, 12)));
export const amount = number.nullish().transform((value) => value ?? null);
/** Of a column that is empty where there is nothing. */
export const quantity = number.nullish().transform((value) => value ?? zero);
/** A rate of a line: `10.5`, or `-10.0%` of a discount, which is none of its unit prices. */
export const rate = z
  .string()
  .nullish()
  .transform((value): Decimal | null => number.safeParse(value ?? '').data ?? null);

export const blank = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);
export const id = z.string().regex(/^-?\d+$/);
export const optionalId = id.nullish().transform((value) => value ?? null);
/** `T` and `F` in SuiteQL. */
export const flag = z
  .union([z.boolean(), z.enum(['T', 'F', 'true', 'false'])])
  .nullish()
  .transform((value) => value === true || value === 'T' || value === 'true');
/** A calendar day. */
export const date = z
  .string()
  .nullish()
  .transform((value) => value?.slice(0, 10) || null)
  .pipe(z.iso.date().nullable());

/** A field that refers to another record, or to one of its choices. */
export const reference = z
  .object({ id: z.string(), refName: z.string().optional() })
  .nullish()
  .transform((value) => value ?? null);
export const referenceId = reference.transform((value) => value?.id ?? null);
/** A choice comes as an object, or as its id alone where enums are simple. */
export const choice = z
  .union([z.string(), z.object({ id: z.string() })])
  .nullish()
  .transform((value) => (typeof value === 'string' ? value : (value?.id ?? null)));
/** A sublist, whole. One that is cut names its own page, which is not followed: a record is read whole or not at all. */
export const sublist = <Row extends z.ZodType>(row: Row) =>
  z
    .object({ items: z.array(row), hasMore: z.boolean().optional() })
    .refine(({ hasMore }) => hasMore !== true, 'the sublist is cut')
    .transform(({ items }) => items);

export const currencyCode = z.string().transform((value) => currencySchema.safeParse(value.trim()).data ?? null);

export const unique = <Row extends { id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
