import { type Currency, cleanText, currencySchema, type Decimal, parseDecimal } from '@backroom/shared';
import { z } from 'zod';
import type { CrmGap } from '../contract/index.ts';

/** Numbers come as text, digit by digit: the client reads them so. Absent and null mean the same. */
const text = z.string().nullish();
const flag = z.boolean().nullish();
export const moneySchema = z.object({ content: text, currencyCode: text }).nullish();
export const quantitySchema = z.object({ content: text, uomCode: text }).nullish();
/** A party of a document. Quotes name it by `partyId`, opportunities by `id`. */
const partySchema = z
  .object({
    partyId: text,
    id: text,
    partyDisplayId: text,
    partyName: text,
    name: text,
    formattedPostalAddress: text,
  })
  .nullish();
export type Party = z.infer<typeof partySchema>;
const adminSchema = z.object({ createdOn: text, updatedOn: text }).nullish();
const extensions = z.record(z.string(), z.unknown()).nullish();

export const priceElementSchema = z.object({
  description: text,
  conditionType: text,
  categoryCode: text,
  netValue: text,
  netPrice: text,
  netPriceCurrency: text,
  isEffective: flag,
});
export type PriceElement = z.infer<typeof priceElementSchema>;
const priceElements = z.array(priceElementSchema).nullish();

export const itemSchema = z.object({
  id: z.string(),
  displayId: text,
  description: text,
  typeCode: text,
  parentItemId: text,
  usageType: text,
  progressStatusReason: text,
  customerPartNumber: text,
  gtin: text,
  productData: z.object({ productId: text, productDisplayId: text, productQuantityMeasureUnit: text }).nullish(),
  scheduleLines: z.array(z.object({ quantity: quantitySchema })).nullish(),
  totalValues: z
    .object({
      netAmount: moneySchema,
      requestedQuantity: quantitySchema,
      netPrice: z.object({ amount: moneySchema, baseQuantity: quantitySchema }).nullish(),
    })
    .nullish(),
  priceElements,
  extensions,
});
export type Item = z.infer<typeof itemSchema>;

const headSchema = z.object({
  id: z.string(),
  displayId: text,
  lifeCycleStatus: text,
  progressStatus: text,
  approvalStatus: text,
  pricingStatus: text,
  consistencyStatus: text,
  transferStatus: text,
  externalSalesOrderRequestStatus: text,
  externalId: z.object({ displayId: text }).nullish(),
  isPrimary: flag,
  customerReferenceId: text,
  validityPeriod: z.object({ endDate: text }).nullish(),
  requestedFulfillmentPeriod: z.object({ startDateTime: text, endDateTime: text }).nullish(),
  account: partySchema,
  individualCustomer: partySchema,
  contactOfAccount: partySchema,
  shipTo: partySchema,
  billTo: partySchema,
  businessTerms: z.object({ currency: text }).nullish(),
  totalValues: z.object({ netAmount: moneySchema, taxAmount: moneySchema, grossAmount: moneySchema }).nullish(),
  relatedObjects: z.array(z.object({ objectId: text, displayId: text, type: text, role: text })).nullish(),
  adminData: adminSchema,
});
/** A quote as a list tells it. */
export const quoteHeadSchema = headSchema;
export type QuoteHead = z.infer<typeof headSchema>;
export const quoteSchema = headSchema.extend({ items: z.array(itemSchema).nullish(), priceElements });
export type Quote = z.infer<typeof quoteSchema>;

export const opportunitySchema = z.object({
  id: z.string(),
  displayId: text,
  name: text,
  lifeCycleStatus: text,
  closeDate: text,
  account: partySchema,
  individualCustomer: partySchema,
  primaryContact: partySchema,
  totalExpectedNetAmount: moneySchema,
  items: z.array(itemSchema).nullish(),
  extensions,
  adminData: adminSchema,
});
export type Opportunity = z.infer<typeof opportunitySchema>;

export const accountSchema = z.object({
  id: z.string(),
  displayId: text,
  formattedName: text,
  firstLineName: text,
  isNaturalPerson: flag,
  defaultExternalCustomerId: text,
  defaultExternalBusinessPartnerId: text,
  defaultAddress: z
    .object({ streetName: text, houseId: text, postalCode: text, cityName: text, country: text })
    .nullish(),
  defaultCommunication: z
    .object({ eMail: text, web: text, phoneFormattedNumber: text, phoneNormalisedNumber: text })
    .nullish(),
  extensions,
  adminData: adminSchema,
});
export type Account = z.infer<typeof accountSchema>;

export const contactSchema = z.object({
  id: z.string(),
  formattedName: text,
  givenName: text,
  familyName: text,
  eMail: text,
  defaultCommunication: z.object({ eMail: text, phoneFormattedNumber: text }).nullish(),
});
export type Contact = z.infer<typeof contactSchema>;

export const employeeSchema = z.object({
  id: z.string(),
  formattedName: text,
  lifeCycleStatus: text,
  workplaceAddress: z.object({ eMail: text }).nullish(),
});
export type Employee = z.infer<typeof employeeSchema>;

export const single = <Row extends z.ZodType>(row: Row) => z.object({ value: row });
export const many = <Row extends z.ZodType>(row: Row) =>
  z.object({ value: z.array(row), count: z.coerce.number().int().nonnegative() });

export const filled = (value: string | null | undefined): string | null => cleanText(value ?? '').trim() || null;
export const idOf = (party: Party): string | null =>
  filled(party?.partyId)?.toLowerCase() ?? filled(party?.id)?.toLowerCase() ?? null;
export const nameOf = (party: Party): string | null => filled(party?.partyName) ?? filled(party?.name);
export const numberOf = (amount: { content?: string | null | undefined } | null | undefined): Decimal | null =>
  amount?.content == null ? null : parseDecimal(amount.content);
export const currencyOf = (code: string | null | undefined): Currency | null =>
  currencySchema.safeParse(code).data ?? null;
/** A number that is there and cannot be understood is named: it is never passed over. */
export function numberGap(what: string, written: string | null | undefined, lineId: string | null): CrmGap[] {
  return written == null || parseDecimal(written) !== null
    ? []
    : [{ kind: 'unreadable', what: `${what}: ${written.slice(0, 40)}`, lineId }];
}
export const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
