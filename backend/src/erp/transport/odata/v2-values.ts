import { z } from 'zod';

/** Values of OData version 2 in JSON: decimals are texts, dates are `/Date(ms)/`, "none" is an empty text or null. */
export const blank = z
  .string()
  .nullable()
  .transform((value) => value?.trim() || null);
const MS = /^\/Date\((-?\d+)(?:[+-]\d+)?\)\/$/;
const instantOf = (value: string | null): string | null => {
  const ms = MS.exec(value ?? '')?.[1];
  return ms === undefined ? null : new Date(Number(ms)).toISOString();
};
const dateText = z
  .string()
  .refine((value) => MS.test(value) && !Number.isNaN(new Date(Number(MS.exec(value)?.[1])).getTime()))
  .nullable();
/** A calendar day. It is midnight in UTC, whatever the time zones are. */
export const day = dateText.transform((value) => instantOf(value)?.slice(0, 10) ?? null);
export const instant = dateText.transform(instantOf);

/** Expanded rows. Without `$expand` there is a link instead, which does not fit. */
export const expanded = <Row extends z.ZodType>(row: Row) =>
  z.object({ results: z.array(row) }).transform(({ results }) => results);

/** Rows that are there only where they were asked for: otherwise a link, or nothing. */
export const expandable = <Row extends z.ZodType>(row: Row) =>
  z.union([expanded(row), z.object({ __deferred: z.unknown() }).transform(() => undefined)]).optional();

/** A day in the body of a write. */
export const dayValue = (date: string): string => `/Date(${Date.parse(`${date}T00:00:00Z`)})/`;
/** A day, an instant, a decimal in a filter or a parameter. */
export const dayLiteral = (date: string): string => `datetime'${date}T00:00:00'`;
export const instantLiteral = (iso: string): string => `datetimeoffset'${iso}'`;
