import { currencySchema, dateSchema, decimalSchema, priceEditSchema } from '@backroom/shared';
import { z } from 'zod';
import { ownOrderSchema } from './own-orders.ts';

export const crmLineSchema = z.object({
  id: z.string(),
  /** SKU; null for an ad-hoc line. */
  code: z.string().nullable(),
  name: z.string(),
  /** As the CRM has it, unchecked: may be zero, negative or absurd; null where the CRM has none or no number. */
  quantity: decimalSchema.nullable(),
  /** Net unit price before the line's discount; null where there is none, or the connected user may not see it. */
  unitPrice: decimalSchema.nullable(),
  discountPercent: decimalSchema.nullable(),
  /** Absolute discount, taken off the unit price, where the CRM has one. */
  discountAmount: decimalSchema.nullable(),
  currency: currencySchema.nullable(),
  /** The line's net total as the CRM computes it: what was promised. Absent: the CRM has none. */
  total: decimalSchema.nullable().optional(),
  /** Unit of the quantity, of the field that was asked for. Absent: none was. */
  unit: z.string().nullable().optional(),
  /** Whether `setLinePrice` may write to it, or why not. Absent: this CRM, or the connected user, writes no prices. */
  priceEdit: priceEditSchema.optional(),
});
export type CrmLine = z.infer<typeof crmLineSchema>;
/** Ids of the records that were merged into this one, as far as the CRM tells. Absent: it does not. */
const mergedIds = z.array(z.string()).optional();
export const crmCompanySchema = z.object({
  id: z.string(),
  mergedIds,
  name: z.string(),
  domain: z.string().nullable(),
  vatId: z.string().nullable(),
  erpNumber: z.string().nullable(),
  phone: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  /** Number in the trade or company register, of the field that was asked for. Absent: none was. */
  registrationNumber: z.string().nullable().optional(),
  /** The company's fields that were asked for, as those of a deal. */
  fields: z.record(z.string(), z.string().nullable()).optional(),
  /** Where goods go, where that is not its own address. */
  shipTo: z
    .object({
      street: z.string().nullable(),
      postalCode: z.string().nullable(),
      city: z.string().nullable(),
      country: z.string().nullable(),
    })
    .optional(),
});
export type CrmCompany = z.infer<typeof crmCompanySchema>;
/** A company as a list of all of them tells it. `emails`: its own, without those of its contacts. */
export const listedCompanySchema = crmCompanySchema.extend({ emails: z.array(z.string()).optional() });
export type ListedCompany = z.infer<typeof listedCompanySchema>;
/** Each company once over all pages; `cursor` null: that was the last. */
export type CompaniesPage = { companies: ListedCompany[]; cursor: string | null };
export const crmContactSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable().optional(),
  /** What the person does at the company. */
  role: z.string().nullable().optional(),
  /** ISO code of two letters. */
  language: z.string().nullable().optional(),
});
export type CrmContact = z.infer<typeof crmContactSchema>;
/**
 * What stands on a quote beside its lines. `discount` lowers the net total, by percent or amount, in this order; `fee`, `shipping` and `tax` are
 * charges. Exactly one of `percent` and `amount` is set.
 */
export const crmAdjustmentSchema = z.object({
  kind: z.enum(['discount', 'fee', 'shipping', 'tax']),
  name: z.string(),
  percent: decimalSchema.nullable(),
  amount: decimalSchema.nullable(),
});
export type CrmAdjustment = z.infer<typeof crmAdjustmentSchema>;
const crmAddressSchema = z.object({
  name: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
});
export type CrmAddress = z.infer<typeof crmAddressSchema>;
/**
 * A part of the record that was not read or not understood: it blocks the conversion. `what` names it in the CRM's own words (a field's label, an
 * object's name or id). `unreadable` the CRM did not give it · `hidden` the connected user may not see the field, or it is gone · `recurring` billed more than once ·
 * `tiered` price by tiers · `adjustment` a discount, fee or tax of an unknown kind.
 */
export const crmGapSchema = z.object({
  kind: z.enum(['unreadable', 'hidden', 'recurring', 'tiered', 'adjustment']),
  what: z.string(),
  lineId: z.string().nullable(),
});
export type CrmGap = z.infer<typeof crmGapSchema>;
export const crmDealSchema = z.object({
  type: z.literal('deal'),
  id: z.string(),
  mergedIds,
  name: z.string(),
  /** The quote's, else the deal's, else the CRM account's only currency. */
  currency: currencySchema.nullable(),
  company: crmCompanySchema.nullable(),
  /** The one that the quote names first, then the deal's main one. */
  contacts: z.array(crmContactSchema),
  /** The quote that counts (accepted, else approved, else newest published); null: the deal's own lines are used. */
  quote: z
    .object({ id: z.string(), number: z.string().nullable(), accepted: z.boolean(), expiresOn: dateSchema.nullable() })
    .nullable(),
  linesFrom: z.enum(['quote', 'deal', 'none']),
  /** The value of the record's order number property. We wrote it, or a synchronisation brought it from another CRM. */
  orderNumber: z.string().nullable(),
  lines: z.array(crmLineSchema),
  /** Of the quote that counts. Absent: none. */
  adjustments: z.array(crmAdjustmentSchema).optional(),
  /** The net total of lines and discounts as the CRM computes it, before fees, shipping and tax. Absent: the CRM has none that can be relied on. */
  total: decimalSchema.nullable().optional(),
  gaps: z.array(crmGapSchema).optional(),
  /** Where the goods of this deal go, where that is neither the company's address nor its usual delivery address. Absent: nowhere else. */
  shipTo: crmAddressSchema.optional(),
  /** Id of the pipeline that the deal is in. Absent: this CRM has none. */
  pipeline: z.string().nullable().optional(),
  /** The deal's fields that were asked for, by the CRM's own names; null where the field is empty, hidden, or not there. */
  fields: z.record(z.string(), z.string().nullable()).optional(),
  /** Where the invoice goes, where the quote says otherwise than the company. Absent: nowhere else. */
  billTo: crmAddressSchema.optional(),
  /** The customer's own number of the order, where the CRM has a field for it that somebody filled. */
  poNumber: z.string().nullable().optional(),
  /** The day on which the customer wants the goods. */
  requestedDate: dateSchema.nullable().optional(),
  /** Further quotes that count as much as `quote` does (accepted ones beside an accepted one): a person has to choose. Absent: none. */
  otherQuotes: z.array(z.object({ id: z.string(), number: z.string().nullable() })).optional(),
  /** Absent: not known, or this CRM makes no orders. */
  ownOrder: ownOrderSchema.nullable().optional(),
});
export type CrmDeal = z.infer<typeof crmDealSchema>;
export const crmCompanyRecordSchema = z.object({
  type: z.literal('company'),
  id: z.string(),
  name: z.string(),
  company: crmCompanySchema,
  contacts: z.array(crmContactSchema),
});
export type CrmRecord = CrmDeal | z.infer<typeof crmCompanyRecordSchema>;
