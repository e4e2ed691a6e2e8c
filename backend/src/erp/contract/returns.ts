import {
  decimalSchema,
  erpCustomerIdSchema,
  erpReturnIdSchema,
  erpReturnSchema,
  referenceSchema,
} from '@backroom/shared';
import { z } from 'zod';
import { many } from './batch.ts';

export const returnInputSchema = z.object({
  reference: referenceSchema,
  customerId: erpCustomerIdSchema,
  orderNumber: z.string(),
  reason: z.string(),
  lines: many(z.object({ code: z.string(), quantity: decimalSchema })).min(1),
});
export type ErpReturnInput = z.infer<typeof returnInputSchema>;

export const returnOperations = {
  'returns.list': {
    in: z.object({ customerId: erpCustomerIdSchema }),
    out: z.object({ results: z.array(erpReturnSchema) }),
  },
  'returns.create': { in: returnInputSchema, out: erpReturnSchema },
  'returns.findByReference': {
    in: z.object({ references: many(referenceSchema) }),
    out: z.object({ results: z.array(erpReturnSchema.nullable()) }),
  },
  'returns.status': {
    in: z.object({ ids: many(erpReturnIdSchema) }),
    out: z.object({ results: z.array(erpReturnSchema.nullable()) }),
  },
} as const;
