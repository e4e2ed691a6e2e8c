import { z } from 'zod';
import { queryOf } from '../transport/odata/query.ts';
import { blank, day, expandable, expanded } from '../transport/odata/v2-values.ts';
import { priceElement } from './simulation.ts';
import { amount, flag, key, reference, sure } from './values.ts';

const scheduleLine = z.object({
  ConfirmedDeliveryDate: day,
  ConfdOrderQtyByMatlAvailCheck: amount,
  DeliveredQtyInOrderQtyUnit: amount,
});
const itemRow = z.object({
  SalesOrderItem: key,
  HigherLevelItem: reference,
  SalesOrderItemText: blank,
  Material: key,
  RequestedQuantity: amount,
  RequestedQuantityUnit: blank,
  NetAmount: amount,
  TaxAmount: amount,
  SalesDocumentRjcnReason: blank,
  SDProcessStatus: z.string(),
  DeliveryStatus: z.string(),
  OrderRelatedBillingStatus: z.string(),
  to_ScheduleLine: expanded(scheduleLine),
  to_PricingElement: expandable(priceElement),
});
export type ItemRow = z.output<typeof itemRow>;
const partnerAddress = z.object({
  AddresseeFullName: blank,
  OrganizationName1: blank,
  OrganizationName2: blank,
  StreetName: blank,
  HouseNumber: blank,
  PostalCode: blank,
  CityName: blank,
  Country: blank,
});
const partnerRow = z.object({
  PartnerFunction: z.string(),
  Customer: key,
  to_Address: expanded(partnerAddress),
});
const textRow = z.object({ LongTextID: z.string(), LongText: z.string() });
const flowRow = z.object({
  SubsequentDocument: key,
  SubsequentDocumentCategory: z.string(),
  OverallSDProcessStatus: z.string(),
});
export const orderRow = z.object({
  __metadata: z.object({ etag: z.string().optional() }).optional(),
  SalesOrder: key,
  SoldToParty: key,
  CreatedByUser: z.string(),
  CreationDate: day,
  SalesOrderDate: day,
  RequestedDeliveryDate: day,
  LastChangeDateTime: z.string().nullable(),
  PurchaseOrderByCustomer: blank,
  PurchaseOrderByShipToParty: blank,
  TotalNetAmount: amount,
  TransactionCurrency: sure,
  CompleteDeliveryIsDefined: flag,
  ReferenceSDDocument: reference,
  OverallSDProcessStatus: z.string(),
  OverallSDDocumentRejectionSts: z.string(),
  OverallOrdReltdBillgStatus: z.string(),
  TotalCreditCheckStatus: z.string(),
  DeliveryBlockReason: blank,
  HeaderBillingBlockReason: blank,
  SalesDocApprovalStatus: z.string(),
  to_Item: expanded(itemRow),
  to_SubsequentProcFlowDoc: expanded(flowRow),
  to_Partner: expandable(partnerRow),
  to_Text: expandable(textRow),
});
export type OrderRow = z.output<typeof orderRow>;

const under = (row: z.ZodObject, path: string): string[] =>
  Object.keys(row.shape)
    .filter((name) => !/^(to_|__)/.test(name))
    .map((name) => `${path}${name}`);
const brief = {
  expand: ['to_Item/to_ScheduleLine', 'to_SubsequentProcFlowDoc'],
  select: [
    ...under(orderRow, ''),
    ...under(itemRow, 'to_Item/'),
    ...under(scheduleLine, 'to_Item/to_ScheduleLine/'),
    ...under(flowRow, 'to_SubsequentProcFlowDoc/'),
  ],
};
const whole = {
  expand: [...brief.expand, 'to_Item/to_PricingElement', 'to_Partner/to_Address', 'to_Text'],
  select: [
    ...brief.select,
    ...under(priceElement, 'to_Item/to_PricingElement/'),
    ...under(partnerRow, 'to_Partner/'),
    ...under(partnerAddress, 'to_Partner/to_Address/'),
    ...under(textRow, 'to_Text/'),
  ],
};
type More = { orderby?: string; top?: number; more?: Readonly<Record<string, string>> };
/** For lists: without partners, texts and price elements, of which each item has a dozen. */
export const briefPath = (filter: string, more: More = {}): string =>
  `A_SalesOrder${queryOf({ filter, expand: brief.expand.join(','), select: brief.select, ...more })}`;
export const wholePath = (filter: string): string =>
  `A_SalesOrder${queryOf({ filter, expand: whole.expand.join(','), select: whole.select })}`;
