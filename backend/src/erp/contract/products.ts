import { erpProductIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { MAX_BATCH, many } from './batch.ts';

export const productSchema = z.object({
  id: erpProductIdSchema,
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  stocked: z.boolean(),
  archived: z.boolean(),
  /** Decimal places that a quantity in `unit` may have. Absent: not known. */
  quantityDecimals: z.number().int().min(0).max(12).optional(),
});
export type Product = z.infer<typeof productSchema>;

export const productOperations = {
  /**
   * The product of each code: of exactly this code, else the only one whose code looks the same (`pickByCode`: composed letters, blanks). `near`, in the
   * order of the codes: where there is none, the code that differs by case or dashes only. A near code is shown to a person and never ordered.
   */
  'products.resolve': {
    in: z.object({ codes: many(z.string()) }),
    out: z.object({ results: z.array(productSchema.nullable()), near: z.array(z.string().nullable()).optional() }),
  },
  /** Every product on sale, page by page. */
  'products.list': {
    in: z.object({ cursor: z.string().nullable() }),
    out: z.object({ products: z.array(productSchema).max(MAX_BATCH), cursor: z.string().nullable() }),
  },
} as const;
