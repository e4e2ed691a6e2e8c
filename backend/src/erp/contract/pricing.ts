import {
  currencySchema,
  dateSchema,
  decimalSchema,
  erpCustomerIdSchema,
  erpProductIdSchema,
  moneySchema,
} from '@backroom/shared';
import { z } from 'zod';
import { many } from './batch.ts';

export const priceSchema = z.object({
  productId: erpProductIdSchema,
  quantity: decimalSchema,
  /** Net unit price after discount. */
  unitPrice: moneySchema,
  listPrice: moneySchema.nullable(),
  discountPercent: decimalSchema.nullable(),
  source: z.string(),
  taxPercent: decimalSchema.nullable(),
  breaks: z.array(z.object({ from: decimalSchema, price: moneySchema })),
});
export type Price = z.infer<typeof priceSchema>;

export const pricingOperations = {
  'pricing.quote': {
    in: z.object({
      customerId: erpCustomerIdSchema,
      currency: currencySchema,
      date: dateSchema,
      lines: many(z.object({ productId: erpProductIdSchema, quantity: decimalSchema })),
    }),
    out: z.object({ results: z.array(priceSchema.nullable()), paymentTerms: z.string().nullable() }),
  },
} as const;
