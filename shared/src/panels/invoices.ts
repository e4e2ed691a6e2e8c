import { z } from 'zod';
import { freshnessSchema } from '../freshness.ts';
import * as id from '../ids.ts';
import { moneySchema } from '../money.ts';

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
export const invoiceTotalsSchema = z.object({
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
