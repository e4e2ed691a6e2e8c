import { ErpError } from '../contract/errors.ts';
import type { Client } from './client.ts';
import { needed } from './coerce.ts';

/** A list's cursor is the number of its next page. */
export function pageNumber(cursor: string | null): number {
  if (cursor === null) return 0;
  if (/^\d{1,6}$/.test(cursor)) return Number(cursor);
  throw new ErpError('refused', 'not a cursor of ours', { field: 'cursor', words: 'This is no cursor of this list.' });
}
/** The id in the answer to a write. Without it nobody knows what was made: a look-up has to tell. */
export async function written(client: Client, at: string, expression: string, body: unknown): Promise<string> {
  try {
    return await needed<string>(expression, body, 'text', client.place(at, null));
  } catch (error) {
    if (!(error instanceof ErpError)) throw error;
    throw new ErpError('uncertain', error.message, { field: error.field, cause: error });
  }
}
/** A refusal of ours, before anything is sent. */
export const refused = (field: string, words: string): ErpError =>
  new ErpError('refused', `${field}: ${words}`, { field, words });
