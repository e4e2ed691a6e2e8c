import { z } from 'zod';
import { decimalSchema } from '../decimal-schema.ts';
import { freshnessSchema } from '../freshness.ts';
import { currencySchema, moneySchema } from '../money.ts';

export const creditPositionSchema = z.object({
  /** Null: the ERP sets no limit for this customer. */
  limit: moneySchema.nullable(),
  /** Orders not yet invoiced. Null: the ERP does not give it. */
  openOrders: moneySchema.nullable(),
  receivable: moneySchema,
  /** openOrders + receivable. */
  exposure: moneySchema,
  /** limit − exposure; negative when over. Null without a limit. */
  free: moneySchema.nullable(),
  overdue: moneySchema,
  ageing: z.array(z.object({ fromDays: z.number().int(), toDays: z.number().int().nullable(), amount: moneySchema })),
  blocked: z.boolean(),
  blockedReason: z.string().nullable(),
  /** Value of one unit of another currency in the currency above, by the ERP's rate of today. Absent: not known. */
  rates: z.array(z.object({ currency: currencySchema, rate: decimalSchema })).optional(),
});
export type CreditPosition = z.infer<typeof creditPositionSchema>;
export const creditPanelSchema = z.object({
  position: creditPositionSchema,
  /** The order's gross total computed by the ERP. Null on a company, where it is not known, and after conversion. */
  deal: moneySchema.nullable(),
  /** Credit left after the order, in the currency of the position. Null without a limit or an order, and where `unjudged` is set. */
  freeAfterDeal: moneySchema.nullable(),
  /** Why the order was not compared with the limit. `currency`: no exchange rate. `total`: no gross total. Absent: it was compared. */
  unjudged: z.enum(['currency', 'total']).nullable().optional(),
  /** Whether the deal is already an order and therefore part of the exposure. */
  ordered: z.boolean().optional(),
  verdict: z.enum(['ok', 'near_limit', 'over_limit', 'overdue', 'blocked', 'no_limit', 'not_judged']),
  freshness: freshnessSchema,
});
export type CreditPanel = z.infer<typeof creditPanelSchema>;
