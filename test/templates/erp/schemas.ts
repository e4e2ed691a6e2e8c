import { currencySchema, decimalSchema } from '@backroom/shared';
import { z } from 'zod';

/** The ERP's own answers. What no longer fits is drift, and is named. */
export const companySchema = z.object({
  version: z.string(),
  company: z.string(),
  timeZone: z.string(),
  currency: currencySchema,
});
export const customerRow = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  vatId: z.string().nullable(),
  email: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  blocked: z.boolean(),
});
export type CustomerRow = z.infer<typeof customerRow>;
export const itemRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(['goods', 'service']),
  discontinued: z.boolean(),
  onHand: decimalSchema,
  reserved: decimalSchema,
});
export type ItemRow = z.infer<typeof itemRow>;
