import { dateSchema, decimalSchema, erpProductIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { many } from './batch.ts';

/**
 * In the product's `unit`. `available` is what an order made by this connection may take today: of the warehouses that serve it, less what the
 * ERP counts as promised (reservations, and quotations where they reserve). A kit is available as its components allow.
 */
export const availabilitySchema = z.object({
  productId: erpProductIdSchema,
  onHand: decimalSchema,
  reserved: decimalSchema,
  available: decimalSchema,
  incoming: z.array(z.object({ date: dateSchema, quantity: decimalSchema, warehouse: z.string() })),
  warehouses: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      onHand: decimalSchema,
      available: decimalSchema,
      /** Whether orders of this connection are served from it, and so whether it counts above. Absent: yes. */
      serves: z.boolean().optional(),
    }),
  ),
});
export type Availability = z.infer<typeof availabilitySchema>;

export const stockOperations = {
  'stock.availability': {
    in: z.object({ productIds: many(erpProductIdSchema) }),
    out: z.object({ results: z.array(availabilitySchema.nullable()) }),
  },
} as const;
