import { erpCustomerIdSchema, instantSchema } from '@backroom/shared';
import { z } from 'zod';

export const changeSchema = z.object({
  kind: z.enum(['customer', 'product', 'stock', 'price', 'order', 'invoice', 'credit', 'return']),
  id: z.string(),
  customerId: erpCustomerIdSchema.nullable(),
  at: instantSchema,
});
export type Change = z.infer<typeof changeSchema>;

export const changeOperations = {
  'changes.since': {
    in: z.object({ cursor: z.string().nullable() }),
    out: z.object({ changes: z.array(changeSchema), cursor: z.string() }),
  },
} as const;
