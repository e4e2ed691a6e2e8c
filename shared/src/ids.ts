import { z } from 'zod';

// Branded types: the compiler refuses a connection id where an account id is required.
const id = <const Name extends string>(_name: Name) => z.string().min(1).max(200).brand<Name>();

/** A CRM account that installed Backroom: `hubspot:4242`. */
export const accountIdSchema = id('AccountId');
export type AccountId = z.infer<typeof accountIdSchema>;
export const connectionIdSchema = id('ConnectionId');
export type ConnectionId = z.infer<typeof connectionIdSchema>;
export const submissionIdSchema = z.uuid().brand<'SubmissionId'>();
export type SubmissionId = z.infer<typeof submissionIdSchema>;
/** The ERP's own id of a customer, product, order, invoice, address, return. Opaque to us. */
export const erpCustomerIdSchema = id('ErpCustomerId');
export type ErpCustomerId = z.infer<typeof erpCustomerIdSchema>;
export const erpProductIdSchema = id('ErpProductId');
export type ErpProductId = z.infer<typeof erpProductIdSchema>;
export const erpOrderIdSchema = id('ErpOrderId');
export type ErpOrderId = z.infer<typeof erpOrderIdSchema>;
export const erpInvoiceIdSchema = id('ErpInvoiceId');
export type ErpInvoiceId = z.infer<typeof erpInvoiceIdSchema>;
export const erpAddressIdSchema = id('ErpAddressId');
export type ErpAddressId = z.infer<typeof erpAddressIdSchema>;
export const erpReturnIdSchema = id('ErpReturnId');
export type ErpReturnId = z.infer<typeof erpReturnIdSchema>;
/** What we write into the ERP's own reference field: `BR-` and 20 characters, derived from the quote, see submissions. */
export const referenceSchema = z
  .string()
  .regex(/^BR-[A-Z0-9]{8,24}$/)
  .brand<'Reference'>();
export type Reference = z.infer<typeof referenceSchema>;
/** A date in the company's calendar: `2026-11-24`. */
export const dateSchema = z.iso.date();
/** A time in UTC: `2026-11-24T08:00:00.000Z`. */
export const instantSchema = z.iso.datetime();

export const recordTypeSchema = z.enum(['deal', 'company']);
export type RecordType = z.infer<typeof recordTypeSchema>;
/** The CRM's record id: digits in HubSpot, also letters in other CRMs. Untrusted when a card sends it. */
export const recordIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'the id of a CRM record');
export type RecordRef = { type: RecordType; id: string };

export const flowSchema = z.enum(['customers', 'orders', 'stock', 'invoices', 'pricing', 'returns', 'credit']);
export type Flow = z.infer<typeof flowSchema>;
