import { z } from 'zod';
import { priceInputSchema, quantityInputSchema } from './decimal-schema.ts';
import * as id from './ids.ts';
import { orderEntriesSchema } from './order-details.ts';
import { typedText } from './orders.ts';

export const idempotencyKeySchema = z
  .string()
  .min(8)
  .max(200)
  .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters');
const idempotencyKey = idempotencyKeySchema;
/** `POST /v1/records/deal/{id}/preview`. Entries are kept for this revision of the quote; without them those that are kept count. */
export const previewInputSchema = z.strictObject({ entries: orderEntriesSchema.optional() });
/** `POST /v1/orders`. The key is in the body because HubSpot's proxy does not pass headers of a card; a header has precedence. */
export const convertInputSchema = z.strictObject({
  dealId: id.recordIdSchema,
  /** The preview's revision. */
  revision: z.string().min(1).max(128),
  /** Codes of the warnings that the rep accepted. */
  acceptedWarnings: z.array(z.string().max(64)).max(50),
  /** References of possible duplicates that the rep marked as separate sales. */
  differentFrom: z.array(id.referenceSchema).max(20).optional(),
  /** As the rep entered it. `requestedDate` and `note` of earlier cards count where it says nothing. */
  entries: orderEntriesSchema.optional(),
  requestedDate: id.dateSchema.optional(),
  note: typedText.max(500).optional(),
  idempotencyKey: idempotencyKey.optional(),
});
export type ConvertInput = z.infer<typeof convertInputSchema>;
/** `POST /v1/records/{type}/{id}/link`: links an existing ERP customer or creates one. */
export const linkInputSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('link'), customerId: id.erpCustomerIdSchema }),
  z.strictObject({ action: z.literal('create'), idempotencyKey: idempotencyKey.optional() }),
  z.strictObject({ action: z.literal('unlink') }),
]);
export type LinkInput = z.infer<typeof linkInputSchema>;
/** `POST /v1/records/{type}/{id}/customers`: searches the ERP's customers by name, number, VAT id or e-mail. */
export const customerSearchSchema = z.strictObject({ text: typedText.trim().min(2).max(200) });
/** `POST /v1/records/deal/{id}/quote`: chooses one of several accepted quotes. */
export const quoteChoiceInputSchema = z.strictObject({ quote: z.string().min(1).max(64) });
/** `POST /v1/returns`. */
export const returnInputSchema = z.strictObject({
  record: z.strictObject({ type: id.recordTypeSchema, id: id.recordIdSchema }),
  orderNumber: typedText.min(1).max(64),
  reason: typedText.min(3).max(500),
  lines: z
    .array(z.strictObject({ code: typedText.min(1).max(64), quantity: quantityInputSchema }))
    .min(1)
    .max(200),
  idempotencyKey: idempotencyKey.optional(),
});
export type ReturnInput = z.infer<typeof returnInputSchema>;
/** Fields of an order that a person may edit. Absent: unchanged. Null: cleared. `line` counts from 0. */
export const mendingSchema = z.strictObject({
  requestedDate: id.dateSchema.nullable().optional(),
  note: typedText.max(500).nullable().optional(),
  lines: z
    .array(
      z.strictObject({
        line: z.number().int().min(0).max(499),
        quantity: quantityInputSchema.optional(),
        unitPrice: priceInputSchema.optional(),
      }),
    )
    .max(500)
    .optional(),
});
export type Mending = z.infer<typeof mendingSchema>;
/**
 * `POST /v1/submissions/{id}/actions`. `mend` edits and resends the order; `adopt` links it to an existing ERP order.
 */
export const submissionActionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('resend') }),
  z.strictObject({ action: z.literal('cancel') }),
  z.strictObject({ action: z.literal('mend'), change: mendingSchema }),
  z.strictObject({ action: z.literal('adopt'), erpNumber: typedText.min(1).max(64) }),
]);
export type SubmissionAction = z.infer<typeof submissionActionSchema>;
