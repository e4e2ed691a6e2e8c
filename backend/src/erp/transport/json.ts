import { canonical, cleanText, type Decimal } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { halfEven } from '../kit/half-even.ts';

/** NUL and half of a surrogate pair are stored by no database: an ERP fails with them at each try. */
const storable = (_: string, value: unknown) => (typeof value === 'string' ? cleanText(value) : value);

/** JSON with clean texts. */
export const jsonText = (body: unknown): string => JSON.stringify(body, storable);
/** A POST of JSON with clean texts. */
export const postJson = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: jsonText(body),
});

/** Undefined for what is not JSON: a page of a proxy, nothing, or an answer that was cut. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown;
const asWritten: Reviver = (_, value, context) =>
  typeof value === 'number' ? (context?.source ?? String(value)) : value;
/** JSON whose numbers become the texts they were written as: a float would lose digits of an amount. */
export function exactJsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes), asWritten);
  } catch {
    return undefined;
  }
}
/** A number of `exactJsonOf`, with or without an exponent. Twelve places are kept, which is what our wire carries. */
export const decimalText = z
  .string()
  .regex(/^-?\d{1,24}(\.\d+)?([eE][+-]?\d{1,2})?$/)
  .transform((text) => canonical(halfEven(text, 12)));
/** A decimal as a number of JSON, digit for digit. */
export const exactNumber = (value: Decimal): unknown =>
  (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON(canonical(value));

/** Checks an answer. One that does not fit is `drift`, and of a write `uncertain`: it did happen or did not. */
export function fit<Schema extends z.ZodType>(
  schema: Schema,
  answer: unknown,
  what: string,
  write?: boolean,
): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new ErpError(write ? 'uncertain' : 'drift', `${what}: ${z.prettifyError(parsed.error)}`, {
    field: [what, ...(parsed.error.issues[0]?.path ?? [])].join('.'),
  });
}
