import { z } from 'zod';
import { decimalSchema } from './decimal-schema.ts';
import { freshnessSchema } from './freshness.ts';
import * as id from './ids.ts';
import { currencySchema, moneySchema } from './money.ts';
import { answeredDetailsShape } from './order-details.ts';
import { problemSchema } from './problem-schema.ts';

export const panelNameSchema = z.enum([
  'customer',
  'stock',
  'pricing',
  'orders',
  'invoices',
  'credit',
  'returns',
  'overview',
]);
export type PanelName = z.infer<typeof panelNameSchema>;
/** Panels of each record type. `overview` is composed of the others and makes no ERP call of its own. */
export const panelsOf = {
  deal: ['customer', 'stock', 'pricing', 'orders', 'invoices', 'credit', 'returns', 'overview'],
  company: ['customer', 'orders', 'invoices', 'credit', 'returns', 'overview'],
} as const satisfies Record<string, readonly PanelName[]>;

/** A line of the record as the CRM has it. `lineId` is the CRM's own; `code` is null where the line has no SKU. */
const lineBase = z.object({
  lineId: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  quantity: decimalSchema,
});
/**
 * `unknown_product`: the ERP has no product of that code. `no_code`: the line has none. `invalid_quantity`: zero, negative. `no_price`: the CRM
 * has no price, or does not show it. `no_erp_price`: the ERP gives none.
 */
const lineTrouble = z.enum([
  'unknown_product',
  'no_code',
  'invalid_quantity',
  'archived_product',
  'no_price',
  'no_erp_price',
]);

// ---- customer -------------------------------------------------------------------------------------------------------
export const erpCustomerSchema = z.object({
  id: id.erpCustomerIdSchema,
  number: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  vatId: z.string().nullable(),
  currency: currencySchema.nullable(),
  paymentTerms: z.string().nullable(),
  blocked: z.boolean(),
});
export type ErpCustomer = z.infer<typeof erpCustomerSchema>;
export const customerPanelSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('linked'),
    customer: erpCustomerSchema,
    /** ERP customers of companies merged into this one. A person chooses one by linking it. Absent: none. */
    others: z.array(erpCustomerSchema).optional(),
    linkedAt: id.instantSchema,
    freshness: freshnessSchema,
  }),
  z.object({
    state: z.literal('candidates'),
    /** Best first. `why` names what matched: `erp_number`, `vat_id`, `email`, `email_domain`, `name`. Score 0 to 100. */
    candidates: z.array(
      z.object({ customer: erpCustomerSchema, score: z.number().int().min(0).max(100), why: z.array(z.string()) }),
    ),
    freshness: freshnessSchema,
  }),
  z.object({ state: z.literal('none'), canCreate: z.boolean(), freshness: freshnessSchema }),
  z.object({ state: z.literal('creating'), submissionId: id.submissionIdSchema }),
  z.object({ state: z.literal('no_company') }),
]);
export type CustomerPanel = z.infer<typeof customerPanelSchema>;

// ---- stock ----------------------------------------------------------------------------------------------------------
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
const completionSchema = z.enum(['known', 'never', 'unknown']);
export const stockPanelSchema = z.object({
  lines: z.array(stockLineSchema),
  /** The date of the complete delivery. Null when a line is short, has an error or no known stock, or when there are no lines. */
  completeBy: id.dateSchema.nullable(),
  /** `never`: a line is not covered by planned receipts. `unknown`: a line's stock is not known. Absent: see `completeBy`. */
  completion: completionSchema.optional(),
});
export type StockPanel = z.infer<typeof stockPanelSchema>;

// ---- pricing --------------------------------------------------------------------------------------------------------
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

// ---- orders ---------------------------------------------------------------------------------------------------------
export const orderStatusSchema = z.enum([
  'draft',
  'confirmed',
  'partly_delivered',
  'delivered',
  'invoiced',
  'cancelled',
]);
export const erpOrderSchema = z.object({
  id: id.erpOrderIdSchema,
  number: z.string(),
  reference: z.string().nullable(),
  /** The order's customer. Absent: not part of the ERP's answer. */
  customerId: id.erpCustomerIdSchema.optional(),
  status: orderStatusSchema,
  orderedOn: id.dateSchema,
  promisedOn: id.dateSchema.nullable(),
  /** Gross, as the ERP computes it. */
  total: moneySchema,
  /** Net of tax, document discounts and charges included, as the ERP computes it. Absent: the ERP does not say. */
  net: moneySchema.optional(),
  ...answeredDetailsShape,
  lines: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      quantity: decimalSchema,
      delivered: decimalSchema,
      unitPrice: moneySchema,
      /** The line's net total as the ERP computes it. Absent: the ERP does not say. */
      net: moneySchema.optional(),
      /** Discount from the list price. Absent: the ERP does not give it. */
      discountPercent: decimalSchema.optional(),
    }),
  ),
  deliveries: z.array(
    z.object({
      number: z.string(),
      date: id.dateSchema,
      status: z.enum(['planned', 'shipped', 'delivered']),
      tracking: z.string().nullable(),
    }),
  ),
});
export type ErpOrder = z.infer<typeof erpOrderSchema>;
export const ordersPanelSchema = z.object({
  /** The order of this deal, if it was converted. */
  converted: erpOrderSchema.nullable(),
  /** The promised date at conversion, used when the ERP order has none. */
  promisedOn: id.dateSchema.nullable().optional(),
  orders: z.array(erpOrderSchema),
  /** The customer has older ones than these. */
  more: z.boolean().optional(),
  freshness: freshnessSchema,
});
export type OrdersPanel = z.infer<typeof ordersPanelSchema>;

// ---- invoices -------------------------------------------------------------------------------------------------------
export const invoiceSchema = z.object({
  id: id.erpInvoiceIdSchema,
  number: z.string(),
  kind: z.enum(['invoice', 'credit_note']),
  issuedOn: id.dateSchema,
  dueOn: id.dateSchema.nullable(),
  total: moneySchema,
  open: moneySchema,
  status: z.enum(['paid', 'part_paid', 'open', 'overdue', 'cancelled']),
  /** Days past the due date; 0 when not overdue. */
  overdueDays: z.number().int().min(0),
  orderNumber: z.string().nullable(),
  hasPdf: z.boolean(),
});
export type Invoice = z.infer<typeof invoiceSchema>;
const invoiceTotalsSchema = z.object({
  open: moneySchema,
  overdue: moneySchema,
  nextDue: id.dateSchema.nullable().optional(),
});
export const invoicesPanelSchema = z.object({
  invoices: z.array(invoiceSchema),
  /** Totals of all invoices of the customer less credit notes, one row per currency. Null: the list is cut and the ERP gives no totals. */
  totals: z.array(invoiceTotalsSchema).nullable(),
  /** The customer has older ones than these. */
  more: z.boolean().optional(),
  freshness: freshnessSchema,
});
export type InvoicesPanel = z.infer<typeof invoicesPanelSchema>;

// ---- credit ---------------------------------------------------------------------------------------------------------
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

// ---- returns --------------------------------------------------------------------------------------------------------
export const erpReturnSchema = z.object({
  id: id.erpReturnIdSchema,
  number: z.string(),
  reference: z.string().nullable(),
  orderNumber: z.string().nullable(),
  /** `partly_credited`: credit notes cover part of the returned goods; `lines` give the quantities where the ERP has them. */
  status: z.enum(['requested', 'approved', 'received', 'partly_credited', 'credited', 'replaced', 'rejected']),
  requestedOn: id.dateSchema,
  reason: z.string().nullable(),
  /** `credited`: how much of the quantity posted credit notes cover. Absent: not known. */
  lines: z.array(
    z.object({ code: z.string(), name: z.string(), quantity: decimalSchema, credited: decimalSchema.optional() }),
  ),
  creditNote: z.string().nullable(),
  credit: moneySchema.nullable(),
});
export type ErpReturn = z.infer<typeof erpReturnSchema>;
/** `canClaim`: whether a return can be requested from here. Absent, of an earlier backend: yes. */
export const returnsPanelSchema = z.object({
  returns: z.array(erpReturnSchema),
  canClaim: z.boolean().optional(),
  freshness: freshnessSchema,
});
export type ReturnsPanel = z.infer<typeof returnsPanelSchema>;

// ---- overview -------------------------------------------------------------------------------------------------------
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

// ---- envelope -------------------------------------------------------------------------------------------------------
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
