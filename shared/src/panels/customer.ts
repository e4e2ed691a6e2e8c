import { z } from 'zod';
import { freshnessSchema } from '../freshness.ts';
import * as id from '../ids.ts';
import { currencySchema } from '../money.ts';

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
