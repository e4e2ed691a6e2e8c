import { z } from 'zod';
import { decimalSchema } from '../decimal-schema.ts';
import { freshnessSchema } from '../freshness.ts';
import { moneySchema } from '../money.ts';
import { lineBase, lineTrouble } from './lines.ts';

export const priceLineSchema = z.discriminatedUnion('state', [
  lineBase.extend({
    state: z.literal('known'),
    /** Net unit price after discount, as quoted in the CRM. */
    quoted: moneySchema,
    /** Net unit price after discount, computed by the ERP for this customer, quantity and date. Not rounded, like `quoted`. */
    erp: moneySchema,
    listPrice: moneySchema.nullable(),
    discountPercent: decimalSchema.nullable(),
    /** Source of the ERP price: `customer_price`, `price_list`, `quantity_break`, `list_price`, or the ERP's own term. */
    priceSource: z.string(),
    /** Compares the line totals at both prices. `below`: the quote is cheaper than the ERP. */
    verdict: z.enum(['equal', 'below', 'above', 'other_currency']),
    /** quoted − erp, per unit; null in another currency. */
    difference: moneySchema.nullable(),
    breaks: z.array(z.object({ from: decimalSchema, price: moneySchema })),
    /** What the ERP adds to the net price. Absent: not known. */
    taxPercent: decimalSchema.nullable().optional(),
    freshness: freshnessSchema,
  }),
  lineBase.extend({ state: z.literal('trouble'), trouble: lineTrouble }),
]);
export type PriceLine = z.infer<typeof priceLineSchema>;
export const pricingPanelSchema = z.object({
  lines: z.array(priceLineSchema),
  quotedTotal: moneySchema.nullable(),
  /** Null when a line has no ERP price. */
  erpTotal: moneySchema.nullable(),
  paymentTerms: z.string().nullable(),
});
export type PricingPanel = z.infer<typeof pricingPanelSchema>;
