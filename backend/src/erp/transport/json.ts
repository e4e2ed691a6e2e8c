import { cleanText } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';

/** NUL and half of a surrogate pair are stored by no database: an ERP fails with them at each try. */
const storable = (_: string, value: unknown) => (typeof value === 'string' ? cleanText(value) : value);

/** A POST of JSON with clean texts. */
export const postJson = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body, storable),
});

/** Undefined for what is not JSON: a page of a proxy, nothing, or an answer that was cut. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

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
