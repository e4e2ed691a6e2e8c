import { dateSchema, erpCustomerIdSchema, erpInvoiceIdSchema, invoiceSchema, moneySchema } from '@backroom/shared';
import { z } from 'zod';

/** `invoices.pdf` is the one operation that answers bytes. */
export const pdfInputSchema = z.object({ id: erpInvoiceIdSchema });

export const invoiceOperations = {
  'invoices.list': {
    in: z.object({ customerId: erpCustomerIdSchema }),
    /** `totals`: over all of the customer's invoices, one row a currency, as the ERP sums them. It is there whenever `more` is true. */
    out: z.object({
      results: z.array(invoiceSchema),
      more: z.boolean().optional(),
      totals: z
        .array(z.object({ open: moneySchema, overdue: moneySchema, nextDue: dateSchema.nullable().optional() }))
        .optional(),
    }),
  },
} as const;
