import { z } from 'zod';
import { recordIdSchema } from './ids.ts';
import { moneySchema } from './money.ts';

/**
 * Whether a price can be written to a line of the CRM from here. `published`: the CRM locks the lines of a quote that was published. `computed`: the
 * price comes from tiers, or from a discount on the whole quote.
 */
export const priceEditSchema = z.enum(['open', 'published', 'computed']);
export type PriceEdit = z.infer<typeof priceEditSchema>;

/** `POST /v1/records/deal/{id}/prices`. `expected`: the ERP's net unit price that the person saw. `undo`: as the answer to `apply` gave it. */
export const linePriceInputSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('apply'),
    revision: z.string().min(1).max(128),
    line: recordIdSchema,
    expected: moneySchema,
  }),
  z.strictObject({ action: z.literal('undo'), undo: z.string().min(1).max(128) }),
]);
export type LinePriceInput = z.infer<typeof linePriceInputSchema>;
/** Net unit prices of the line in the CRM, before and after. `undo`: takes it back within ten minutes; null: it was taken back. */
export const priceChangeSchema = z.object({
  code: z.string().nullable(),
  name: z.string(),
  before: moneySchema,
  after: moneySchema,
  undo: z.string().nullable(),
});
export type PriceChange = z.infer<typeof priceChangeSchema>;
