import type { z } from 'zod';
import { ErpError } from '../contract/errors.ts';

/** A feed's cursor as it was given out. Throws `refused` for any other text. */
export function cursorOf<Schema extends z.ZodType>(schema: Schema, cursor: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(cursor));
  } catch (cause) {
    const words = 'This is no cursor of this feed.';
    throw new ErpError('refused', 'not a cursor of ours', { field: 'cursor', words, cause });
  }
}
