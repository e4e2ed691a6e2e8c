import { z } from 'zod';

/** Bodies are arrays of at most this many; an adapter splits further where its ERP wants less. */
export const MAX_BATCH = 500;
export const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(MAX_BATCH);
