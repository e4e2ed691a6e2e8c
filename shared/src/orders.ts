import { z } from 'zod';
import { decimalSchema } from './decimal-schema.ts';
import { freshnessSchema } from './freshness.ts';
import * as id from './ids.ts';
import { moneySchema } from './money.ts';
import { previewDetailsSchema } from './order-details.ts';
import { creditPanelSchema } from './panels/credit.ts';
import { erpCustomerSchema } from './panels/customer.ts';
import { priceEditSchema } from './prices.ts';
import { problemSchema } from './problem-schema.ts';
import { cleanText } from './text.ts';

/** Text typed by a person, without characters that databases and ERPs refuse. */
export const typedText = z.string().overwrite(cleanText);
export const submissionIdInputSchema = z.uuid();

/**
 * One named check of a preview. Its text is `check.<code>`, filled with `values`. `block` prevents converting; only `possible_twin` can be
 * overridden, with its value `reference` in `differentFrom` of the conversion.
 */
export const checkSchema = z.object({
  code: z.enum([
    'customer_not_linked',
    'customer_blocked',
    'no_lines',
    'line_without_code',
    'unknown_product',
    'archived_product',
    'quantity_invalid',
    'price_unknown',
    'mixed_currencies',
    'currency_differs',
    'stock_short',
    'stock_later',
    'price_below',
    'price_above',
    'over_limit',
    'near_limit',
    'overdue',
    'already_converted',
    'order_again',
    'possible_twin',
    'customer_created_first',
    'other_customer',
    'figures_stale',
    'erp_unavailable',
    'total_differs',
    'quote_expired',
    'quote_not_accepted',
    'no_company',
    'company_without_name',
    'record_unreadable',
    'field_hidden',
    'several_quotes',
    'recurring_line',
    'tiered_price',
    'currency_unknown',
    'tax_differs',
    'price_invalid',
    'discount_invalid',
    'line_total_differs',
    'quote_total_differs',
    'adjustment_unknown',
    'charge_not_carried',
    'address_not_carried',
    'detail_not_carried',
    'mapping_not_known',
    'mapped_field_gone',
    'mapped_value_gone',
    'value_not_mapped',
    'value_unusable',
    'charge_item_gone',
    'unit_differs',
    'address_incomplete',
    'address_unknown',
    'date_passed',
    'erp_unfit',
    'quantity_decimals',
    'unknown_product_near',
    'products_not_known',
    'figure_missing',
    'stock_unknown',
    'credit_not_comparable',
    'credit_total_unknown',
    'customer_not_known',
    'erp_price_unknown',
    'line_differs',
    'erp_refuses',
    'erp_limit',
    'orders_read_only',
    'own_order',
    'own_orders',
    'own_orders_always',
    'discount_limit',
    'amount_limit',
    'credit_limit',
    'order_cancelled',
    'change_other_customer',
    'change_other_currency',
    'all_well',
  ]),
  level: z.enum(['block', 'warn', 'info']),
  lineId: z.string().nullable(),
  values: z.record(z.string(), z.union([z.string(), moneySchema])),
  /** A policy of the account: somebody else has to approve it (`block` until then), or did. */
  approval: z.enum(['needed', 'granted']).optional(),
  /** Of a price that differs: whether the ERP's can be written to the line in the CRM. Absent: not from here. */
  price: priceEditSchema.optional(),
});
export type Check = z.infer<typeof checkSchema>;

/** Whether somebody else approves the order. `needed`: converting asks for it. An empty `role`: the order desk. */
export const approvalSchema = z.object({
  state: z.enum(['needed', 'waiting', 'approved', 'rejected']),
  role: z.string(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
});
export type Approval = z.infer<typeof approvalSchema>;

/** The order that would be sent, with the ERP's checks. Valid for `revision` only. */
export const previewSchema = z.object({
  revision: z.string(),
  reference: id.referenceSchema,
  customer: erpCustomerSchema.nullable(),
  /** The used quote first, then the equivalent ones that a person may choose instead. Absent or one: no choice. */
  quotes: z.array(z.object({ id: z.string(), number: z.string().nullable() })).optional(),
  lines: z.array(
    z.object({
      lineId: z.string(),
      code: z.string().nullable(),
      name: z.string(),
      quantity: decimalSchema,
      /** Null where the quote has none, or the CRM does not show it. */
      quotedUnitPrice: moneySchema.nullable(),
      erpUnitPrice: moneySchema.nullable(),
      lineTotal: moneySchema.nullable(),
      stock: z.enum(['available', 'later', 'short', 'not_stocked', 'ordered', 'unknown']),
      promiseDate: id.dateSchema.nullable(),
    }),
  ),
  /** Computed by the ERP for the quoted prices; null when the ERP was unavailable. */
  net: moneySchema.nullable(),
  tax: moneySchema.nullable(),
  total: moneySchema.nullable(),
  quotedNet: moneySchema.nullable(),
  completeBy: id.dateSchema.nullable(),
  credit: creditPanelSchema.nullable(),
  checks: z.array(checkSchema),
  /** Absent: the ERP could not be asked what it takes. */
  details: previewDetailsSchema.optional(),
  /** Absent: nobody has to approve it. */
  approval: approvalSchema.optional(),
  /** Whether all blocking checks can be overridden by a person, or approved on request. */
  canConvert: z.boolean(),
  freshness: freshnessSchema.nullable(),
});
export type Preview = z.infer<typeof previewSchema>;

export const submissionKindSchema = z.enum(['order', 'customer', 'return']);
export const submissionStateSchema = z.enum([
  'queued',
  'sending',
  'checking',
  'waiting',
  'needs_attention',
  'confirmed',
  'cancelled',
]);
export type SubmissionState = z.infer<typeof submissionStateSchema>;
/** An entry of the history. `actor` is a CRM user or `system`. `words`: message of the ERP or CRM, shown unchanged. */
export const submissionEventSchema = z.object({
  at: id.instantSchema,
  state: submissionStateSchema,
  step: z.enum([
    'accepted',
    'customer',
    'look_up',
    'create',
    'confirm',
    'write_back',
    'mend',
    'resend',
    'adopt',
    'cancel',
  ]),
  actor: z.string(),
  problem: problemSchema.nullable(),
  words: z.string().nullable(),
});
export type SubmissionEvent = z.infer<typeof submissionEventSchema>;
/** A difference between the order sent and the ERP's answer. `line` counts from 0; null: the whole order. Values are text; null: absent. */
export const differenceSchema = z.object({
  field: z.enum([
    'reference',
    'customer',
    'lines',
    'product',
    'quantity',
    'unit_price',
    'net',
    'total',
    'currency',
    'charges',
    'custom',
    'po_number',
    'requested_date',
    'note',
    'contact',
    'delivery_address',
    'invoice_address',
    'partial_delivery',
  ]),
  line: z.number().int().min(0).nullable(),
  sent: z.string().nullable(),
  got: z.string().nullable(),
});
export type Difference = z.infer<typeof differenceSchema>;
export const submissionSchema = z.object({
  id: id.submissionIdSchema,
  kind: submissionKindSchema,
  state: submissionStateSchema,
  record: z.object({ type: id.recordTypeSchema, id: z.string() }),
  revision: z.string(),
  reference: id.referenceSchema,
  /** Number of the order, customer or return in the ERP once it is known. */
  erpNumber: z.string().nullable(),
  erpId: z.string().nullable(),
  createdAt: id.instantSchema,
  updatedAt: id.instantSchema,
  createdBy: z.string(),
  /** Whether the CRM record already shows the result. */
  writtenBack: z.boolean(),
  /** Why it waits or needs attention. */
  problem: problemSchema.nullable(),
  /** Time of the next automatic try. */
  nextTryAt: id.instantSchema.nullable(),
  canCancel: z.boolean(),
  canResend: z.boolean(),
  /** Whether the order can still be edited: only while the ERP certainly has nothing. */
  canMend: z.boolean(),
  canAdopt: z.boolean(),
  /** How often the order was changed since; `revision` is the last change's. Absent: never. */
  changes: z.number().int().min(1).optional(),
  /** The ERP's order was cancelled from here. */
  orderCancelled: z.literal(true).optional(),
  /** Absent: the ERP has what was sent, or has not answered yet. */
  differences: z.array(differenceSchema).optional(),
  events: z.array(submissionEventSchema),
});
export type Submission = z.infer<typeof submissionSchema>;
