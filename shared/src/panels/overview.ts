import { z } from 'zod';
import { freshnessSchema } from '../freshness.ts';
import * as id from '../ids.ts';
import { moneySchema } from '../money.ts';
import { creditPanelSchema } from './credit.ts';
import { customerPanelSchema } from './customer.ts';
import { invoiceTotalsSchema } from './invoices.ts';
import { panelNameSchema } from './names.ts';
import { erpOrderSchema } from './orders.ts';
import { completionSchema } from './stock.ts';

export const alertSchema = z.object({
  /** The text is `alert.<code>`, filled with `values`. */
  code: z.enum([
    'credit_over_limit',
    'credit_blocked',
    'credit_overdue',
    'credit_near_limit',
    'stock_short',
    'stock_later',
    'stock_unknown',
    'price_below',
    'unknown_product',
    'customer_not_linked',
    'other_customer',
    'order_waiting',
    'order_needs_attention',
    'quote_changed',
    'automation_waiting',
    'possible_twin',
    'figures_stale',
  ]),
  level: z.enum(['danger', 'warning', 'info']),
  panel: panelNameSchema,
  values: z.record(z.string(), z.union([z.string(), moneySchema])),
});
export type Alert = z.infer<typeof alertSchema>;
export const overviewPanelSchema = z.object({
  customer: customerPanelSchema.nullable(),
  completeBy: id.dateSchema.nullable(),
  completion: completionSchema.optional(),
  credit: creditPanelSchema.nullable(),
  openInvoices: z.array(invoiceTotalsSchema).nullable(),
  converted: erpOrderSchema.nullable(),
  /** The latest submission of this record in any state. */
  submission: z.object({ id: id.submissionIdSchema, state: z.string(), orderNumber: z.string().nullable() }).nullable(),
  alerts: z.array(alertSchema),
  freshness: freshnessSchema.nullable(),
  /** Panels that could not be read: their figures are null above. */
  missing: z.array(panelNameSchema),
});
export type OverviewPanel = z.infer<typeof overviewPanelSchema>;
