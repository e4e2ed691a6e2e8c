import { currencySchema, decimalSchema, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';

/** What the CRM of the playground is filled with when its ERP is a real one: companies and deals about that ERP's own records. */
export const playgroundCastSchema = z.object({
  erp: z.object({ name: z.string(), version: z.string(), company: z.string() }),
  companies: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      domain: z.string(),
      vatId: z.string().nullable(),
      city: z.string().nullable(),
      country: z.string().nullable(),
      /** The ERP customer that it is linked to from the start. */
      customer: erpCustomerSchema.nullable(),
    }),
  ),
  deals: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      situation: z.string(),
      companyId: z.string(),
      currency: currencySchema,
      quote: z.enum(['accepted', 'draft', 'none']),
      lines: z.array(
        z.object({
          code: z.string().nullable(),
          name: z.string(),
          quantity: decimalSchema,
          price: decimalSchema,
        }),
      ),
    }),
  ),
});
export type PlaygroundCast = z.infer<typeof playgroundCastSchema>;
