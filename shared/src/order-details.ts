import { z } from 'zod';
import { decimalSchema } from './decimal-schema.ts';
import { dateSchema, erpAddressIdSchema } from './ids.ts';
import { moneySchema } from './money.ts';

/** `country` is an ISO code of two letters. */
export const postalAddressSchema = z.object({
  name: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
});
export type PostalAddress = z.infer<typeof postalAddressSchema>;
/** An address that the ERP has of a customer. `usual`: what an order gets where it names none. */
export const erpAddressSchema = postalAddressSchema.extend({
  id: erpAddressIdSchema,
  uses: z.array(z.enum(['delivery', 'invoice'])),
  usual: z.array(z.enum(['delivery', 'invoice'])),
});
export type ErpAddress = z.infer<typeof erpAddressSchema>;
/** `known`: one of the customer's addresses in the ERP. `one_off`: for this order; the ERP decides where it keeps it. */
export const orderAddressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), id: erpAddressIdSchema }),
  z.object({ kind: z.literal('one_off'), address: postalAddressSchema }),
]);
export type OrderAddress = z.infer<typeof orderAddressSchema>;
export const orderContactSchema = z.object({
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
export type OrderContact = z.infer<typeof orderContactSchema>;
/** Net, and part of the order's net total. */
export const orderChargeSchema = z.object({ kind: z.enum(['shipping', 'fee']), name: z.string(), amount: moneySchema });
export type OrderCharge = z.infer<typeof orderChargeSchema>;

/** What an order says beside its lines. All of it is optional: absent means that nothing is said, and the ERP's own default counts. */
export const orderDetailsShape = {
  /** The customer's own number of the order. */
  poNumber: z.string().min(1).optional(),
  contact: orderContactSchema.optional(),
  deliverTo: orderAddressSchema.optional(),
  invoiceTo: orderAddressSchema.optional(),
  /** Whether the ERP may deliver in parts. */
  partialDelivery: z.boolean().optional(),
  charges: z.array(orderChargeSchema).optional(),
};
/** What a line may say beside product, quantity and net price. `discount` leads from `listPrice` to the net price, which counts. */
export const lineDetailsShape = {
  /** Of the quantity, in the ERP's word for it. An ERP that sells the product in another unit refuses the line. */
  unit: z.string().optional(),
  listPrice: moneySchema.optional(),
  discount: z.object({ kind: z.enum(['percent', 'amount']), value: decimalSchema }).optional(),
  requestedDate: dateSchema.optional(),
};
const answeredAddress = postalAddressSchema.extend({ id: erpAddressIdSchema.nullable() });
/** The same as the ERP answers it. Absent: the ERP does not say. Null: the order has none. */
export const answeredDetailsShape = {
  poNumber: z.string().nullable().optional(),
  contact: orderContactSchema.nullable().optional(),
  deliverTo: answeredAddress.nullable().optional(),
  invoiceTo: answeredAddress.nullable().optional(),
  requestedDate: dateSchema.nullable().optional(),
  note: z.string().nullable().optional(),
  partialDelivery: z.boolean().nullable().optional(),
  /** Charges that are no lines. Where they are lines of their own, they stand after the others, and this is absent. */
  charges: z.array(orderChargeSchema).optional(),
};
