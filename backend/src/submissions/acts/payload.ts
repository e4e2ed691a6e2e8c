import { moneySchema } from '@backroom/shared';
import { z } from 'zod';
import { orderInputSchema } from '../../erp/contract/schemas.ts';
import { clearableSchema } from '../../erp/contract/standing.ts';

/** What an order is to become, as it stands in the row. */
export const actPayloadSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('change'),
    order: orderInputSchema,
    clear: z.array(clearableSchema),
    promiseDate: z.string().nullable(),
    /** The addresses that the order names by their id, as people read them. */
    places: z.record(z.string(), z.string()).optional(),
    /** What the ERP said in the preview that it would come to, gross; null where it was not asked. */
    expected: moneySchema.nullable(),
  }),
  z.object({ kind: z.literal('cancel'), reason: z.string() }),
]);
export type ActPayload = z.infer<typeof actPayloadSchema>;
export type Change = Extract<ActPayload, { kind: 'change' }>;
/** Null where what is kept no longer fits. */
export const readActPayload = (kept: unknown): ActPayload | null => actPayloadSchema.safeParse(kept).data ?? null;
