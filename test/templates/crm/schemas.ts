import { cleanText } from '@backroom/shared';
import { z } from 'zod';

const text = z.string().overwrite(cleanText);
/** The CRM's own answers. Numbers are text there; what they mean is the adapter's to say. */
const lineRow = z.object({
  id: z.string(),
  code: text.nullable(),
  name: text,
  quantity: z.string(),
  price: z.string().nullable(),
  discountPercent: z.string().nullable(),
  discountAmount: z.string().nullable(),
  currency: z.string().nullable(),
  total: z.string().nullable(),
});
export const companyRow = z.object({
  id: z.string(),
  name: text,
  domain: text.nullable(),
  vatId: text.nullable(),
  customerNumber: text.nullable(),
  phone: text.nullable(),
  street: text.nullable(),
  postalCode: text.nullable(),
  city: text.nullable(),
  country: text.nullable(),
  contacts: z.array(z.object({ id: z.string(), name: text, email: text.nullable() })),
});
export type CompanyRow = z.infer<typeof companyRow>;
export const dealRow = z.object({
  id: z.string(),
  name: text,
  currency: z.string(),
  orderNumber: text.nullable(),
  company: companyRow.nullable(),
  lines: z.array(lineRow),
  quotes: z.array(
    z.object({
      id: z.string(),
      number: text,
      status: z.string(),
      currency: z.string().nullable(),
      expiresOn: z.string().nullable(),
      lines: z.array(lineRow),
    }),
  ),
});
export type DealRow = z.infer<typeof dealRow>;
export type LineRow = z.infer<typeof lineRow>;
export type QuoteRow = DealRow['quotes'][number];
