import {
  currencySchema,
  dateSchema,
  erpAddressSchema,
  erpCustomerIdSchema,
  erpCustomerSchema,
  postalAddressSchema,
  referenceSchema,
} from '@backroom/shared';
import { z } from 'zod';
import { MAX_BATCH, many } from './batch.ts';
import { customFieldsSchema } from './fields.ts';

/** Keys of a CRM company, as the CRM has them: an adapter compares them by `erp/kit`. See `customers.search`. */
export const customerKeysSchema = z.object({
  name: z.string().optional(),
  vatId: z.string().optional(),
  /** ISO code of the company's country: tells what a VAT id without prefix is. Finds nobody by itself. */
  country: z.string().optional(),
  erpNumber: z.string().optional(),
  emailDomain: z.string().optional(),
  email: z.string().optional(),
  externalId: z.string().optional(),
  /** Number in the trade or company register. */
  registrationNumber: z.string().optional(),
});
export type CustomerKeys = z.infer<typeof customerKeysSchema>;
/** A customer as a list of all of them tells it: with what tells two of them apart. Absent: not known. */
export const listedCustomerSchema = erpCustomerSchema.extend({
  /** Its own addresses and those of the people there. */
  emails: z.array(z.string()).optional(),
  /** Number in the trade or company register. */
  registrationNumber: z.string().nullable().optional(),
  street: z.string().nullable().optional(),
  postalCode: z.string().nullable().optional(),
  lastOrderOn: dateSchema.nullable().optional(),
});
export type ListedCustomer = z.infer<typeof listedCustomerSchema>;
/** People at the customer. `role`: what they do there, as the CRM has it. */
export const customerContactSchema = z.object({
  name: z.string().min(1),
  role: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
/** Optional parts: an ERP gets those that its description names in `customerTakes`. */
const customerDetailsShape = {
  registrationNumber: z.string().optional(),
  /** ISO code of two letters. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  /** Where goods go, where that is not the customer's own address. */
  deliverTo: postalAddressSchema.optional(),
  contacts: z.array(customerContactSchema).max(20).optional(),
  /** Fields of the ERP's own that an admin has mapped. */
  custom: customFieldsSchema.optional(),
};
export const newCustomerSchema = z.object({
  /** Our reference: creating twice with the same one gives the same customer. */
  reference: referenceSchema,
  name: z.string().min(1),
  vatId: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  currency: currencySchema.nullable(),
  ...customerDetailsShape,
});
export type NewCustomer = z.infer<typeof newCustomerSchema>;

export const customerOperations = {
  /**
   * Everything that could be the company, at most 25 a query, the likeliest first. Each exact key is asked for by itself, so that no number of similar
   * names displaces its owner, and they come in this order: ERP number, VAT id (`sameVatId`), registration number (`registrationKey`), external id, e-mail of the customer or of a person there
   * (`emailKey`). Then by mail domain, unless it is one of free mail (`companyDomain`), which finds nobody, and by name (`nameKey`, `nameLikeness`: without
   * legal form, umlauts and accents in any spelling), the most alike first. `matchOf` and `likelier` of the kit are this rule.
   */
  'customers.search': {
    in: z.object({ queries: many(customerKeysSchema) }),
    out: z.object({ results: z.array(z.array(erpCustomerSchema)) }),
  },
  /** Of a customer that was merged into another, the survivor, under its own id. */
  'customers.get': {
    in: z.object({ ids: many(erpCustomerIdSchema) }),
    out: z.object({ results: z.array(erpCustomerSchema.nullable()) }),
  },
  /** Every customer, page by page: `cursor` null asks for the first, and is null after the last. */
  'customers.list': {
    in: z.object({ cursor: z.string().nullable() }),
    out: z.object({ customers: z.array(listedCustomerSchema).max(MAX_BATCH), cursor: z.string().nullable() }),
  },
  /** Where an order of the customer may go, or its invoice. */
  'customers.addresses': {
    in: z.object({ customerId: erpCustomerIdSchema }),
    out: z.object({ results: z.array(erpAddressSchema) }),
  },
  'customers.create': { in: newCustomerSchema, out: erpCustomerSchema },
  'customers.findByReference': {
    in: z.object({ references: many(referenceSchema) }),
    out: z.object({ results: z.array(erpCustomerSchema.nullable()) }),
  },
} as const;
