import { type Currency, currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { decimalText } from '../transport/json.ts';
import { NO_DATE } from './facts.ts';

/** An empty text is "none". Keys are taken as they are: they may begin with a blank. */
export const text = z.string().transform((value) => (value.trim() === '' ? null : value.trim()));
export const date = z.string().transform((value) => (value.startsWith(NO_DATE) ? null : value.slice(0, 10)));
export const currency = z.string().transform((value): Currency | null => currencySchema.safeParse(value).data ?? null);
const yes = z.enum(['Yes', 'No']).transform((value) => value === 'Yes');

export const customerRow = z.object({
  CustomerAccount: z.string(),
  OrganizationName: z.string(),
  PersonFirstName: z.string(),
  PersonLastName: z.string(),
  AddressCity: text,
  AddressCountryRegionISOCode: text,
  PrimaryContactEmail: text,
  TaxExemptNumber: text,
  SalesCurrencyCode: currency,
  PaymentTerms: text,
  OnHoldStatus: z.string(),
  CreditLimit: decimalText,
  CreditLimitIsMandatory: yes,
});
export type CustomerRow = z.output<typeof customerRow>;

export const productRow = z.object({
  ItemNumber: z.string(),
  SearchName: z.string(),
  ProductNumber: z.string(),
  ProductType: z.string(),
  InventoryUnitSymbol: z.string(),
  SalesUnitSymbol: z.string(),
  SalesPrice: decimalText,
  SalesPriceQuantity: decimalText,
});
export type ProductRow = z.output<typeof productRow>;

export const onHandRow = z.object({
  ItemNumber: z.string(),
  InventoryWarehouseId: z.string(),
  OnHandQuantity: decimalText,
  ReservedOnHandQuantity: decimalText,
  AvailableOnHandQuantity: decimalText,
});
export type OnHandRow = z.output<typeof onHandRow>;

/** States of an order. Another one is an answer that we do not understand. */
const status = z.enum(['None', 'Backorder', 'Delivered', 'Invoiced', 'Canceled']);
const processing = z.enum([
  ...['Active', 'Confirmed', 'Picked', 'PartiallyDelivered', 'Delivered'],
  ...['Invoiced', 'PartiallyInvoiced', 'Canceled', 'DeliveredPartiallyInvoiced'],
] as const);
/** Of a record that may be written again. It is there in every answer, and is not asked for. */
const etag = { '@odata.etag': z.string().optional() };
export const headerRow = z.object({
  ...etag,
  SalesOrderNumber: z.string(),
  CustomersOrderReference: text,
  CustomerRequisitionNumber: text,
  OrderingCustomerAccountNumber: z.string(),
  SalesOrderName: z.string(),
  CurrencyCode: currency,
  SalesOrderStatus: status,
  SalesOrderProcessingStatus: processing,
  IsSalesProcessingStopped: yes,
  OrderCreationDateTime: z.string(),
  RequestedShippingDate: date,
  ConfirmedShippingDate: date,
  ConfirmedReceiptDate: date,
  AreTotalsCalculated: yes,
  OrderTotalAmount: decimalText,
  ArePricesIncludingSalesTax: yes,
  IsDeliveryAddressOrderSpecific: yes,
  DeliveryAddressLocationId: text,
  DeliveryAddressName: text,
  DeliveryAddressStreet: text,
  DeliveryAddressZipCode: text,
  DeliveryAddressCity: text,
  DeliveryAddressCountryRegionISOCode: text,
});
export const lineRow = z.object({
  ...etag,
  InventoryLotId: z.string(),
  SalesOrderNumber: z.string(),
  LineNumber: decimalText,
  ItemNumber: z.string(),
  LineDescription: z.string(),
  OrderedSalesQuantity: decimalText,
  SalesUnitSymbol: z.string(),
  SalesPrice: decimalText,
  SalesPriceQuantity: decimalText,
  LineDiscountPercentage: decimalText,
  LineDiscountAmount: decimalText,
  LineAmount: decimalText,
  SalesOrderLineStatus: status,
  RequestedShippingDate: date,
  ConfirmedShippingDate: date,
});
export type LineRow = z.output<typeof lineRow>;
/** `reference`: what stands in the connection's own field. */
export type HeaderRow = z.output<typeof headerRow> & { reference: string | null };

/** Of the customer transactions, whose set and fields differ by version: a connection names the set. */
export const transactionRow = z.object({
  Invoice: text,
  AmountCur: decimalText,
  SettleAmountCur: decimalText,
  CurrencyCode: currency,
  TransDate: date,
  DueDate: date,
});
export type TransactionRow = z.output<typeof transactionRow>;

/** Of posted invoices, also of the credit notes of return orders. */
export const invoiceRow = z.object({ InvoiceNumber: z.string(), SalesOrderNumber: text });

export const currencyRow = z.object({ CurrencyCode: z.string() });
export const addressRow = z.object({
  AddressLocationId: z.string(),
  AddressDescription: text,
  AddressStreet: text,
  AddressZipCode: text,
  AddressCity: text,
  AddressCountryRegionISOCode: text,
  /** Purposes, parted by semicolons. */
  AddressLocationRoles: z.string(),
  IsPrimary: yes,
});
/** What is asked for: annotations come by themselves. */
export const fieldsOf = (row: z.ZodObject): string[] => Object.keys(row.shape).filter((name) => !name.startsWith('@'));
