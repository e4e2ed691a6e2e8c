import { z } from 'zod';
import { decimalSchema } from '../decimal-schema.ts';
import { freshnessSchema } from '../freshness.ts';
import * as id from '../ids.ts';
import { moneySchema } from '../money.ts';
import { answeredDetailsShape } from '../order-details.ts';

export const orderStatusSchema = z.enum([
  'draft',
  'confirmed',
  'partly_delivered',
  'delivered',
  'invoiced',
  'cancelled',
]);
/** What keeps an ERP from going on with an order. `code`: the ERP's own for it. */
export const orderBlockSchema = z.object({
  kind: z.enum(['delivery', 'billing', 'credit', 'approval', 'stopped']),
  code: z.string().nullable(),
});
export type OrderBlock = z.infer<typeof orderBlockSchema>;
export const erpOrderSchema = z.object({
  id: id.erpOrderIdSchema,
  number: z.string(),
  reference: z.string().nullable(),
  /** The order's customer. Absent: not part of the ERP's answer. */
  customerId: id.erpCustomerIdSchema.optional(),
  status: orderStatusSchema,
  /** Why it stands still in the ERP. Empty: nothing holds it. Absent: the ERP does not say. */
  blocks: z.array(orderBlockSchema).optional(),
  orderedOn: id.dateSchema,
  promisedOn: id.dateSchema.nullable(),
  /** Gross, as the ERP computes it. */
  total: moneySchema,
  /** Net of tax, document discounts and charges included, as the ERP computes it. Absent: the ERP does not say. */
  net: moneySchema.optional(),
  ...answeredDetailsShape,
  lines: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      quantity: decimalSchema,
      delivered: decimalSchema,
      unitPrice: moneySchema,
      /** The line's net total as the ERP computes it. Absent: the ERP does not say. */
      net: moneySchema.optional(),
      /** Discount from the list price. Absent: the ERP does not give it. */
      discountPercent: decimalSchema.optional(),
    }),
  ),
  deliveries: z.array(
    z.object({
      number: z.string(),
      date: id.dateSchema,
      status: z.enum(['planned', 'shipped', 'delivered']),
      tracking: z.string().nullable(),
    }),
  ),
});
export type ErpOrder = z.infer<typeof erpOrderSchema>;
export const ordersPanelSchema = z.object({
  /** The order of this deal, if it was converted. */
  converted: erpOrderSchema.nullable(),
  /** The promised date at conversion, used when the ERP order has none. */
  promisedOn: id.dateSchema.nullable().optional(),
  orders: z.array(erpOrderSchema),
  /** The customer has older ones than these. */
  more: z.boolean().optional(),
  freshness: freshnessSchema,
});
export type OrdersPanel = z.infer<typeof ordersPanelSchema>;
