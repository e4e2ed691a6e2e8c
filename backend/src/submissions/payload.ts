import { z } from 'zod';
import { newCustomerSchema, orderInputSchema, returnInputSchema } from '../erp/contract/schemas.ts';

/** What is to be written, as it stands in the row: the same from the first try to the last. */
export const payloadSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), order: orderInputSchema, promiseDate: z.string().nullable() }),
  z.object({ kind: z.literal('customer'), customer: newCustomerSchema }),
  z.object({ kind: z.literal('return'), claim: returnInputSchema }),
]);
export type Payload = z.infer<typeof payloadSchema>;
