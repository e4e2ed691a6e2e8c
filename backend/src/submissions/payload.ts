import { moneySchema } from '@backroom/shared';
import { z } from 'zod';
import { newCustomerSchema, orderInputSchema, returnInputSchema } from '../erp/contract/schemas.ts';

/** What is to be written, as it stands in the row: the same from the first try to the last, but for what a person mends. */
export const payloadSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('order'),
    /** The customer's id is not known before the submission in `awaits` has created it. */
    order: orderInputSchema.extend({ customerId: orderInputSchema.shape.customerId.nullable() }),
    awaits: z.uuid().nullable().default(null),
    promiseDate: z.string().nullable(),
    /** The addresses that the order names by their id, as people read them. */
    places: z.record(z.string(), z.string()).optional(),
    /** What the ERP said in the preview that it would come to, gross; null where it was not asked. */
    expected: moneySchema.nullable().optional(),
  }),
  z.object({
    kind: z.literal('customer'),
    customer: newCustomerSchema,
    /** CRM ids of the customer's contacts, in their order, for privacy deletions. */
    people: z.array(z.string()).optional(),
  }),
  z.object({ kind: z.literal('return'), claim: returnInputSchema }),
]);
export type Payload = z.infer<typeof payloadSchema>;

/** Whose turn it is, in an ERP that wants one customer's writes one after the other. */
export const customerKeyOf = (payload: Payload): string | null =>
  payload.kind === 'order' ? payload.order.customerId : payload.kind === 'return' ? payload.claim.customerId : null;

/** Null where what is kept no longer fits: a row from another version, or one that was damaged. */
export const readPayload = (kept: unknown): Payload | null => payloadSchema.safeParse(kept).data ?? null;
