import { z } from 'zod';
import { decimalSchema } from './decimal-schema.ts';
import * as id from './ids.ts';
import { moneySchema } from './money.ts';
import { orderEntriesSchema, previewDetailsSchema } from './order-details.ts';
import { idempotencyKeySchema } from './order-inputs.ts';
import { approvalSchema, checkSchema, differenceSchema, submissionIdInputSchema, typedText } from './orders.ts';
import { problemSchema } from './problem-schema.ts';

/**
 * A change or cancellation of an ERP order. `refused`: the ERP, or the state of the order, does not allow it, and nothing was written. `withdrawn`: a
 * person stopped it before anything was sent. `closed`: a person looked at it and takes care of the order in the ERP.
 */
export const orderActStateSchema = z.enum([
  'queued',
  'sending',
  'checking',
  'waiting',
  'needs_attention',
  'done',
  'refused',
  'withdrawn',
  'closed',
]);
export type OrderActState = z.infer<typeof orderActStateSchema>;
export const orderActEventSchema = z.object({
  at: id.instantSchema,
  state: orderActStateSchema,
  step: z.enum(['accepted', 'look_up', 'send', 'resend', 'withdraw', 'close']),
  actor: z.string(),
  problem: problemSchema.nullable(),
  words: z.string().nullable(),
});
export const orderActSchema = z.object({
  id: id.submissionIdSchema,
  kind: z.enum(['change', 'cancel']),
  state: orderActStateSchema,
  /** The submission that made the order. */
  submission: id.submissionIdSchema,
  record: z.object({ type: id.recordTypeSchema, id: z.string() }),
  erpNumber: z.string(),
  /** Of the quote that the order becomes; null for a cancellation. */
  revision: z.string().nullable(),
  /** Why it is cancelled, as the person wrote it. */
  reason: z.string().nullable(),
  createdAt: id.instantSchema,
  updatedAt: id.instantSchema,
  createdBy: z.string(),
  problem: problemSchema.nullable(),
  nextTryAt: id.instantSchema.nullable(),
  canWithdraw: z.boolean(),
  canResend: z.boolean(),
  canClose: z.boolean(),
  /** Where the ERP's order is other than was asked for. Absent: it is as asked for, or not done yet. */
  differences: z.array(differenceSchema).optional(),
  events: z.array(orderActEventSchema),
});
export type OrderAct = z.infer<typeof orderActSchema>;

const sideSchema = z.object({ quantity: decimalSchema, unitPrice: moneySchema });
/** A line of the order beside the line of the quote. `before` null: added; `after` null: removed. */
export const changedLineSchema = z.object({
  code: z.string(),
  name: z.string(),
  before: sideSchema.nullable(),
  after: sideSchema.nullable(),
  isChanged: z.boolean(),
});
export const changedDetailSchema = z.object({
  field: differenceSchema.shape.field,
  before: z.string().nullable(),
  after: z.string().nullable(),
});
const beforeAfter = z.object({ before: moneySchema.nullable(), after: moneySchema.nullable() });
/** What a change would do to the order, bound to both sides by `fingerprint`. */
export const changePreviewSchema = z.object({
  submission: id.submissionIdSchema,
  erpNumber: z.string(),
  /** Of the quote now. */
  revision: z.string(),
  fingerprint: z.string(),
  lines: z.array(changedLineSchema),
  /** Details that become other than they are. */
  details: z.array(changedDetailSchema),
  net: beforeAfter,
  total: beforeAfter,
  /** Where the order is other than we left it: somebody changed it in the ERP. The change replaces that. */
  changedInErp: z.array(differenceSchema),
  /** Why the ERP changes it no more, in its words; null where it does. */
  closed: z.string().nullable(),
  checks: z.array(checkSchema),
  approval: approvalSchema.optional(),
  entries: previewDetailsSchema.optional(),
  canChange: z.boolean(),
});
export type ChangePreview = z.infer<typeof changePreviewSchema>;
/** What cancelling would end. */
export const cancelPreviewSchema = z.object({
  submission: id.submissionIdSchema,
  erpNumber: z.string(),
  fingerprint: z.string(),
  total: moneySchema,
  changedInErp: z.array(differenceSchema),
  closed: z.string().nullable(),
  canCancel: z.boolean(),
});
export type CancelPreview = z.infer<typeof cancelPreviewSchema>;

/** `POST /v1/records/deal/{id}/order/change/preview` and `…/cancel-preview`. `submission`: which order, where the deal became several. */
export const changePreviewInputSchema = z.strictObject({
  submission: submissionIdInputSchema.optional(),
  entries: orderEntriesSchema.optional(),
});
export const cancelPreviewInputSchema = changePreviewInputSchema.pick({ submission: true });
/** `POST /v1/orders/change`. */
export const changeInputSchema = z.strictObject({
  dealId: id.recordIdSchema,
  submission: submissionIdInputSchema,
  fingerprint: z.string().min(1).max(128),
  acceptedWarnings: z.array(z.string().max(64)).max(50),
  entries: orderEntriesSchema.optional(),
  idempotencyKey: idempotencyKeySchema.optional(),
});
export type ChangeInput = z.infer<typeof changeInputSchema>;
/** `POST /v1/orders/cancel`. */
export const cancelOrderInputSchema = z.strictObject({
  dealId: id.recordIdSchema,
  submission: submissionIdInputSchema,
  fingerprint: z.string().min(1).max(128),
  reason: typedText.min(3).max(500),
  idempotencyKey: idempotencyKeySchema.optional(),
});
export type CancelOrderInput = z.infer<typeof cancelOrderInputSchema>;
/** `POST /v1/orders/acts/{id}/actions`. */
export const orderActActionSchema = z.strictObject({ action: z.enum(['resend', 'withdraw', 'close']) });
export type OrderActAction = z.infer<typeof orderActActionSchema>['action'];
