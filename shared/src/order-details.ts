import { z } from 'zod';
import { decimalSchema } from './decimal-schema.ts';
import { dateSchema, erpAddressIdSchema } from './ids.ts';
import { moneySchema } from './money.ts';
import { cleanText } from './text.ts';

/** `country` is an ISO code of two letters. */
export const postalAddressSchema = z.object({
  name: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
});
export type PostalAddress = z.infer<typeof postalAddressSchema>;
/** An address of a customer in the ERP. `usual`: the default of orders without an address. */
export const erpAddressSchema = postalAddressSchema.extend({
  id: erpAddressIdSchema,
  uses: z.array(z.enum(['delivery', 'invoice'])),
  usual: z.array(z.enum(['delivery', 'invoice'])),
});
export type ErpAddress = z.infer<typeof erpAddressSchema>;
/** `known`: one of the customer's addresses in the ERP. `one_off`: for this order only; the ERP decides where to store it. */
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

/** Fields of an order besides its lines. All are optional; for an absent field the ERP's default applies. */
export const orderDetailsShape = {
  /** The customer's PO number. */
  poNumber: z.string().min(1).optional(),
  contact: orderContactSchema.optional(),
  deliverTo: orderAddressSchema.optional(),
  invoiceTo: orderAddressSchema.optional(),
  /** Whether the ERP may deliver in parts. */
  partialDelivery: z.boolean().optional(),
  charges: z.array(orderChargeSchema).optional(),
};
/** Optional fields of a line. `discount` leads from `listPrice` to the net price; the net price is binding. */
export const lineDetailsShape = {
  /** Unit of the quantity, as the ERP names it. An ERP that sells the product in another unit refuses the line. */
  unit: z.string().optional(),
  listPrice: moneySchema.optional(),
  discount: z.object({ kind: z.enum(['percent', 'amount']), value: decimalSchema }).optional(),
  requestedDate: dateSchema.optional(),
};
const typed = (longest: number) => z.string().max(longest).overwrite(cleanText);
const typedAddress = z.strictObject({
  name: typed(200).nullable(),
  street: typed(400).nullable(),
  postalCode: typed(40).nullable(),
  city: typed(200).nullable(),
  country: typed(100).nullable(),
});
const enteredAddress = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known'), id: erpAddressIdSchema }),
  z.strictObject({ kind: z.literal('one_off'), address: typedAddress }),
]);
/** What a person enters for an order. Absent: what the CRM says. Null: nothing, whatever the CRM says. */
export const orderEntriesSchema = z.strictObject({
  poNumber: typed(100).trim().min(1).nullable().optional(),
  requestedDate: dateSchema.nullable().optional(),
  note: typed(500).nullable().optional(),
  /** `id`: the CRM's. */
  contact: z
    .strictObject({
      id: z.string().max(64).optional(),
      name: typed(200).min(1),
      email: typed(200).nullable(),
      phone: typed(60).nullable(),
    })
    .nullable()
    .optional(),
  deliverTo: enteredAddress.nullable().optional(),
  invoiceTo: enteredAddress.nullable().optional(),
  partialDelivery: z.boolean().nullable().optional(),
});
export type OrderEntries = z.infer<typeof orderEntriesSchema>;
export const entryNames = orderEntriesSchema.keyof();
export type EntryName = z.infer<typeof entryNames>;
/** What a preview offers to enter. A card shows a field for each name in `takes`. */
export const previewDetailsSchema = z.object({
  takes: z.array(entryNames),
  /** What would be sent as it stands. */
  values: z.object({
    poNumber: z.string().nullable(),
    requestedDate: dateSchema.nullable(),
    note: z.string().nullable(),
    contact: orderContactSchema.nullable(),
    deliverTo: orderAddressSchema.nullable(),
    invoiceTo: orderAddressSchema.nullable(),
    partialDelivery: z.boolean().nullable(),
  }),
  /** Which of them a person entered; the others come from the CRM, or are the ERP's own. */
  entered: z.array(entryNames),
  /** Whether an address may be other than those of the list. */
  oneOff: z.object({ deliverTo: z.boolean(), invoiceTo: z.boolean() }),
  /** The customer's in the ERP. Null: not known. */
  addresses: z.array(erpAddressSchema).nullable(),
  contacts: z.array(orderContactSchema.extend({ id: z.string().optional() })),
  /** Characters that the ERP takes at most. Null: it does not say. */
  longest: z.object({
    poNumber: z.number().int().nullable(),
    note: z.number().int().nullable(),
    /** Of each part of an address. */
    address: z.number().int().nullable().optional(),
  }),
  /** Charges that become part of the order. */
  charges: z.array(orderChargeSchema),
});
export type PreviewDetails = z.infer<typeof previewDetailsSchema>;
const answeredAddress = postalAddressSchema.extend({ id: erpAddressIdSchema.nullable() });
/** The same fields in the ERP's answer. Absent: not given by the ERP. Null: the order has none. */
export const answeredDetailsShape = {
  poNumber: z.string().nullable().optional(),
  contact: orderContactSchema.nullable().optional(),
  deliverTo: answeredAddress.nullable().optional(),
  invoiceTo: answeredAddress.nullable().optional(),
  requestedDate: dateSchema.nullable().optional(),
  note: z.string().nullable().optional(),
  partialDelivery: z.boolean().nullable().optional(),
  /** Charges that are not lines. Absent where charges are lines, which then come last. */
  charges: z.array(orderChargeSchema).optional(),
};
