/** What an ERP says of itself. */
import { currencySchema, flowSchema } from '@backroom/shared';
import { z } from 'zod';

export const healthSchema = z.object({
  ok: z.boolean(),
  version: z.string(),
  company: z.string(),
  timeZone: z.string(),
  currency: currencySchema,
});
export type ErpHealth = z.infer<typeof healthSchema>;
/** An ERP that does not say how late it may commit gets what servers and gateways usually allow one request: two minutes. */
export const DEFAULT_MAX_COMMIT_MS = 120_000;
/** What an order may carry beside customer, products, quantities and net prices. `…_address` alone: one of the customer's own in the ERP. */
export const carriedSchema = z.enum([
  'requested_date',
  'note',
  'po_number',
  'contact',
  'delivery_address',
  'one_off_delivery_address',
  'invoice_address',
  'one_off_invoice_address',
  'partial_delivery',
  'shipping',
  'fee',
  'line_unit',
  'line_discount',
  'line_requested_date',
  'custom',
]);
export type Carried = z.infer<typeof carriedSchema>;
/** What may be done to an order after it was made. Each needs `orders.read`. */
export const offeredSchema = z.enum(['change', 'cancel']);
export type Offered = z.infer<typeof offeredSchema>;
export const descriptionSchema = z.object({
  erp: z.string(),
  flows: z.array(flowSchema),
  /** Operations of those flows that this ERP has not: `orders.simulate`. */
  without: z.array(z.string()).default([]),
  versions: z.array(z.string()),
  /** How the adapter knows whether a write arrived. `settleMs`: how long a look-up may lag behind a commit. */
  idempotency: z.enum(['native', 'lookup']),
  settleMs: z.number().int().min(0),
  /** With `lookup`: how long after a request was sent this ERP may still commit it, by the server's own time-outs. Absent: not known. */
  maxCommitMs: z.number().int().min(0).optional(),
  /** Whether one customer's writes have to arrive in the order in which they were made. */
  inTurn: z.boolean().optional(),
  limits: z.object({
    concurrency: z.number().int().min(1),
    batch: z.number().int().min(1),
    /** Lines of one order. Absent: `MAX_BATCH`. */
    lines: z.number().int().min(1).optional(),
    /** Characters of our reference that the ERP keeps. Absent: all. */
    reference: z.number().int().min(1).optional(),
    /** Characters of a note or of a line's description. Absent: all. */
    text: z.number().int().min(1).optional(),
    /** Characters of the customer's PO number. Absent: all. */
    poNumber: z.number().int().min(1).optional(),
    /** Characters of each part of an address. Absent: all. */
    address: z.number().int().min(1).optional(),
  }),
  /** Absent: a requested date and a note, as in the first version of the contract. */
  carries: z.array(carriedSchema).optional(),
  /** What a new customer may have beside name, address, VAT id, e-mail, phone and currency. Absent: nothing. */
  customerTakes: z.array(z.enum(['registrationNumber', 'language', 'deliverTo', 'contacts', 'custom'])).optional(),
  /** Absent: nothing, as in the first version of the contract; surfaces offer no such button then. */
  offers: z.array(offeredSchema).optional(),
  auth: z.enum(['bearer', 'basic', 'session', 'oauth', 'none']),
});
export type ErpDescription = z.infer<typeof descriptionSchema>;
