import { z } from 'zod';
import { freshnessSchema } from '../freshness.ts';
import * as id from '../ids.ts';
import { currencySchema } from '../money.ts';
import { problemSchema } from '../problem-schema.ts';
import { type CreditPanel, creditPanelSchema } from './credit.ts';
import { type CustomerPanel, customerPanelSchema } from './customer.ts';
import { type InvoicesPanel, invoicesPanelSchema } from './invoices.ts';
import { type OrdersPanel, ordersPanelSchema } from './orders.ts';
import { type OverviewPanel, overviewPanelSchema } from './overview.ts';
import { type PricingPanel, pricingPanelSchema } from './pricing.ts';
import { type ReturnsPanel, returnsPanelSchema } from './returns.ts';
import { type StockPanel, stockPanelSchema } from './stock.ts';

/** `ready`: with `refreshing`, a newer read is in progress. `pending`: the first read is in progress; ask again. */
export const panelResult = <Data extends z.ZodType>(data: Data) =>
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('ready'), data, freshness: freshnessSchema.nullable(), refreshing: z.boolean() }),
    z.object({ state: z.literal('pending'), pollAfterMs: z.number().int() }),
    z.object({ state: z.literal('problem'), problem: problemSchema }),
  ]);
export type PanelResult<Data> =
  | { state: 'ready'; data: Data; freshness: z.infer<typeof freshnessSchema> | null; refreshing: boolean }
  | { state: 'pending'; pollAfterMs: number }
  | { state: 'problem'; problem: z.infer<typeof problemSchema> };

export const panelSchemas = {
  customer: customerPanelSchema,
  stock: stockPanelSchema,
  pricing: pricingPanelSchema,
  orders: ordersPanelSchema,
  invoices: invoicesPanelSchema,
  credit: creditPanelSchema,
  returns: returnsPanelSchema,
  overview: overviewPanelSchema,
};
export type PanelData = {
  customer: CustomerPanel;
  stock: StockPanel;
  pricing: PricingPanel;
  orders: OrdersPanel;
  invoices: InvoicesPanel;
  credit: CreditPanel;
  returns: ReturnsPanel;
  overview: OverviewPanel;
};
/** Answer of `GET /v1/records/{type}/{id}/panels`, with the requested panels only. */
export const panelsAnswerSchema = z.object({
  record: z.object({
    type: id.recordTypeSchema,
    id: z.string(),
    name: z.string(),
    currency: currencySchema.nullable(),
    /** Source of the lines, and a hash of the order content that changes with the quote. */
    linesFrom: z.enum(['quote', 'deal', 'none']),
    revision: z.string().nullable(),
  }),
  /** `oneOfSeveral`: the account has more than one ERP connection, so the page names the one it shows. */
  connection: z.object({ erp: z.string(), name: z.string(), oneOfSeveral: z.boolean().optional() }),
  panels: z
    .object({
      customer: panelResult(customerPanelSchema),
      stock: panelResult(stockPanelSchema),
      pricing: panelResult(pricingPanelSchema),
      orders: panelResult(ordersPanelSchema),
      invoices: panelResult(invoicesPanelSchema),
      credit: panelResult(creditPanelSchema),
      returns: panelResult(returnsPanelSchema),
      overview: panelResult(overviewPanelSchema),
    })
    .partial(),
});
export type PanelsAnswer = z.infer<typeof panelsAnswerSchema>;
