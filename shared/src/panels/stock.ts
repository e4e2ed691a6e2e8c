import { z } from 'zod';
import { decimalSchema } from '../decimal-schema.ts';
import { freshnessSchema } from '../freshness.ts';
import * as id from '../ids.ts';
import { lineBase, lineTrouble } from './lines.ts';

export const stockLineSchema = z.discriminatedUnion('state', [
  lineBase.extend({
    state: z.literal('known'),
    /**
     * `available`: in full now. `later`: in full by `promiseDate`. `short`: not covered by planned receipts. `not_stocked`: a service. `ordered`:
     * the deal is already an order, and its goods are reserved.
     */
    verdict: z.enum(['available', 'later', 'short', 'not_stocked', 'ordered']),
    unit: z.string(),
    onHand: decimalSchema,
    reserved: decimalSchema,
    available: decimalSchema,
    /** Null where neither stock nor planned receipts cover the quantity. */
    promiseDate: id.dateSchema.nullable(),
    incoming: z.array(z.object({ date: id.dateSchema, quantity: decimalSchema, warehouse: z.string() })),
    warehouses: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        onHand: decimalSchema,
        available: decimalSchema,
        /** False where orders are not delivered from this warehouse. Its stock is not part of the figures above. */
        serves: z.boolean().optional(),
      }),
    ),
    freshness: freshnessSchema,
  }),
  /** The product is stocked, but the ERP gives no figure. */
  lineBase.extend({ state: z.literal('unknown'), unit: z.string(), freshness: freshnessSchema }),
  lineBase.extend({ state: z.literal('trouble'), trouble: lineTrouble }),
]);
export type StockLine = z.infer<typeof stockLineSchema>;
export const completionSchema = z.enum(['known', 'never', 'unknown']);
export const stockPanelSchema = z.object({
  lines: z.array(stockLineSchema),
  /** The date of the complete delivery. Null when a line is short, has an error or no known stock, or when there are no lines. */
  completeBy: id.dateSchema.nullable(),
  /** `never`: a line is not covered by planned receipts. `unknown`: a line's stock is not known. Absent: see `completeBy`. */
  completion: completionSchema.optional(),
});
export type StockPanel = z.infer<typeof stockPanelSchema>;
