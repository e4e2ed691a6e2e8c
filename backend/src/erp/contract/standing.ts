import { erpOrderIdSchema, erpOrderSchema, erpProductIdSchema } from '@backroom/shared';
import { z } from 'zod';

/** Why an order may not be changed or cancelled any more. `words`: the ERP's own, or the adapter's where it says none. */
export const closedSchema = z.object({
  reason: z.enum(['delivered', 'invoiced', 'locked', 'cancelled', 'other']),
  words: z.string().min(1),
});
export type Closed = z.infer<typeof closedSchema>;

/** Details that a change may take away from an order. A detail that is neither sent nor named here stays as it is. */
export const clearableSchema = z.enum(['requested_date', 'note', 'po_number', 'contact']);
export type Clearable = z.infer<typeof clearableSchema>;

/**
 * An order as a change starts from it. `version` is opaque, and another one as soon as anything of the order is different that a person could
 * have decided on: lines, prices, details, deliveries, cancellation. `closedTo`: null where the ERP would still do it.
 */
export const standingOrderSchema = erpOrderSchema.extend({
  lines: z.array(erpOrderSchema.shape.lines.element.extend({ productId: erpProductIdSchema.nullable() })),
  version: z.string().min(1).max(200),
  closedTo: z.object({ change: closedSchema.nullable(), cancel: closedSchema.nullable() }),
});
export type StandingOrder = z.infer<typeof standingOrderSchema>;
export const standingIdSchema = z.object({ id: erpOrderIdSchema });
export const cancelInputSchema = z.object({
  id: erpOrderIdSchema,
  /** Of `orders.read`. An order that has another one by now is not cancelled: `conflict`. Absent: whatever it is. */
  version: z.string().optional(),
  /** Why, in the words of the person who asked. Kept where the ERP has a place for it. */
  reason: z.string().optional(),
});
