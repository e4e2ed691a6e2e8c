import { type Currency, currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { decimalText } from '../transport/json.ts';
import { NO_DATE, NO_GUID, plainEnum } from './facts.ts';

/** An empty text is "none". */
const text = z.string().transform((value) => (value.trim() === '' ? null : value.trim()));
export const date = z.string().transform((value) => (value === NO_DATE || value === '' ? null : value.slice(0, 10)));
const guid = z.string().transform((value) => (value === NO_GUID ? null : value.toLowerCase()));
const id = z.string().transform((value) => value.toLowerCase());
const choice = z.string().transform(plainEnum);
const stamp = z.string();
/** The base currency may come blank: the company's own. */
const currency = z.string().transform((value): Currency | null => currencySchema.safeParse(value).data ?? null);

export const customerRow = z.object({
  id,
  number: z.string(),
  displayName: z.string(),
  city: text,
  country: text,
  email: text,
  taxRegistrationNumber: text,
  currencyCode: currency,
  paymentTermsId: guid,
  blocked: choice,
  creditLimit: decimalText,
});
export type CustomerRow = z.output<typeof customerRow>;

export const itemRow = z.object({
  id,
  number: z.string(),
  displayName: z.string(),
  type: choice,
  blocked: z.boolean(),
  inventory: decimalText,
  unitPrice: decimalText,
  priceIncludesTax: z.boolean(),
  baseUnitOfMeasureCode: z.string(),
});
export type ItemRow = z.output<typeof itemRow>;

const line = z.object({
  itemId: guid,
  lineType: choice,
  lineObjectNumber: z.string(),
  description: z.string(),
  quantity: decimalText,
  unitPrice: decimalText,
  discountPercent: decimalText,
});
export const orderLineRow = line.extend({
  unitOfMeasureCode: z.string(),
  netAmount: decimalText,
  shippedQuantity: decimalText,
  invoicedQuantity: decimalText,
  shipmentDate: date,
});
export type OrderLineRow = z.output<typeof orderLineRow>;
const document = z.object({
  id,
  number: z.string(),
  externalDocumentNumber: text,
  customerId: guid,
  customerNumber: z.string(),
  customerName: z.string(),
  currencyCode: currency,
  pricesIncludeTax: z.boolean(),
  totalAmountExcludingTax: decimalText,
  totalAmountIncludingTax: decimalText,
  status: choice,
});
export const orderRow = document.extend({
  orderDate: date,
  requestedDeliveryDate: date,
  fullyShipped: z.boolean(),
  partialShipping: z.boolean(),
  shipToName: text,
  shipToAddressLine1: text,
  shipToCity: text,
  shipToCountry: text,
  shipToPostCode: text,
  salesOrderLines: z.array(orderLineRow),
});
export type OrderRow = z.output<typeof orderRow>;

const invoiceLineRow = line.extend({ netAmount: decimalText });
export const invoiceRow = document.extend({
  invoiceDate: date,
  dueDate: date,
  remainingAmount: decimalText,
  orderId: guid.optional(),
  orderNumber: text,
});
export type InvoiceRow = z.output<typeof invoiceRow>;
export const invoiceWithLines = invoiceRow.extend({ salesInvoiceLines: z.array(invoiceLineRow) });
export type InvoiceWithLines = z.output<typeof invoiceWithLines>;

export const memoRow = document.extend({ creditMemoDate: date, invoiceNumber: text });
export type MemoRow = z.output<typeof memoRow>;
export const memoWithLines = memoRow.extend({ salesCreditMemoLines: z.array(line) });
export type MemoWithLines = z.output<typeof memoWithLines>;

export const shipmentRow = z.object({
  id,
  number: z.string(),
  externalDocumentNumber: text,
  customerId: guid,
  orderNumber: text,
  postingDate: date,
});
export type ShipmentRow = z.output<typeof shipmentRow>;

export const changedRow = z.object({
  id,
  lastModifiedDateTime: stamp,
  customerId: guid.optional(),
  orderId: guid.optional(),
});
export const financialRow = z.object({ balance: decimalText, overdueAmount: decimalText });

/** The fields of a row, for `$select`: what is not used is not read. */
export const fieldsOf = (row: z.ZodObject): string[] =>
  Object.entries(row.shape).flatMap(([name, field]) => (nested(field) ? [] : [name]));
const nested = (field: unknown): boolean => field instanceof z.ZodArray;
