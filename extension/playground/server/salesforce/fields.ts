import type { Org } from './org.ts';

const kinds = ['id', 'text', 'double', 'currency', 'percent', 'date', 'datetime', 'boolean', 'reference'] as const;
export type Kind = (typeof kinds)[number];
type Fields = Readonly<Record<string, Kind>>;
const of = (kind: Kind, names: string): Fields => Object.fromEntries(names.split(' ').map((name) => [name, kind]));
const address = (prefix: string): Fields =>
  of('text', ['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => `${prefix}${part}`).join(' '));
/** The package's fields on deals and companies, and the property of the shared data behind each. */
export const own = {
  Opportunity: {
    Backroom_Order_Number__c: 'backroom_order_number',
    Backroom_Order_Status__c: 'backroom_order_status',
    Backroom_Order_Total__c: 'backroom_order_total',
    Backroom_Promise_Date__c: 'backroom_promise_date',
    Backroom_Shipped_On__c: 'backroom_shipped_on',
    Backroom_Tracking__c: 'backroom_tracking',
    Backroom_Invoiced_Total__c: 'backroom_invoiced_total',
    Backroom_Paid_Total__c: 'backroom_paid_total',
    Backroom_Return_Status__c: 'backroom_return_status',
    Backroom_Credit_Alert__c: 'backroom_credit_alert',
    Backroom_Credit_Free__c: 'backroom_credit_free',
  },
  Account: {
    Backroom_Customer_Number__c: 'backroom_erp_customer_number',
    Backroom_VAT_Id__c: 'backroom_vat_id',
    Backroom_Payment_Terms__c: 'backroom_payment_terms',
    Backroom_Blocked__c: 'backroom_blocked',
    Backroom_Open_Total__c: 'backroom_open_total',
    Backroom_Overdue_Total__c: 'backroom_overdue_total',
    Backroom_Next_Due__c: 'backroom_next_due',
    Backroom_ERP_Currency__c: 'backroom_erp_currency',
    Backroom_Return_Status__c: 'backroom_return_status',
    Backroom_Credit_Alert__c: 'backroom_credit_alert',
    Backroom_Credit_Free__c: 'backroom_credit_free',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;
const ownFields = (sobject: keyof typeof own): Fields =>
  Object.fromEntries(
    Object.keys(own[sobject]).map((name): [string, Kind] => {
      if (/_(Total|Free)__c$/.test(name)) return [name, 'currency'];
      if (name.endsWith('_Blocked__c')) return [name, 'boolean'];
      return [name, /_(Date|On|Due)__c$/.test(name) ? 'date' : 'text'];
    }),
  );
const audit: Fields = { ...of('datetime', 'LastModifiedDate SystemModstamp'), ...of('boolean', 'IsDeleted') };
const lineFields: Fields = {
  ...of('id', 'Id'),
  ...of('double', 'Quantity SortOrder'),
  ...of('currency', 'UnitPrice ListPrice Subtotal TotalPrice'),
  ...of('percent', 'Discount'),
  ...of('text', 'Description CurrencyIsoCode'),
  ...of('date', 'ServiceDate'),
  ...of('reference', 'Product2Id'),
  ...audit,
};
const sobjects: Readonly<Record<string, Fields>> = {
  Account: {
    ...of('id', 'Id'),
    ...of('text', 'Name AccountNumber Website Phone PersonEmail'),
    ...address('Billing'),
    ...address('Shipping'),
    ...of('boolean', 'IsPersonAccount'),
    ...of('reference', 'ParentId MasterRecordId'),
    ...ownFields('Account'),
    ...audit,
  },
  Contact: {
    ...of('id', 'Id'),
    ...of('reference', 'AccountId MasterRecordId'),
    ...of('text', 'Name Email Phone'),
    ...audit,
  },
  Opportunity: {
    ...of('id', 'Id'),
    ...of('reference', 'AccountId SyncedQuoteId RecordTypeId'),
    ...of('text', 'Name StageName CurrencyIsoCode'),
    ...of('currency', 'Amount'),
    ...of('date', 'CloseDate'),
    ...of('boolean', 'IsWon IsClosed HasOpportunityLineItem'),
    ...ownFields('Opportunity'),
    ...of('text', 'Backroom_PO_Number__c'),
    ...of('date', 'Backroom_Requested_Date__c'),
    ...audit,
  },
  Task: {
    ...of('id', 'Id'),
    ...of('reference', 'WhatId'),
    ...of('text', 'Subject Status'),
    ...audit,
  },
  OpportunityContactRole: {
    ...of('id', 'Id'),
    ...of('reference', 'OpportunityId ContactId'),
    ...of('boolean', 'IsPrimary'),
    ...audit,
  },
  OpportunityLineItem: {
    ...lineFields,
    ...of('reference', 'OpportunityId'),
    ...of('boolean', 'HasQuantitySchedule HasRevenueSchedule HasSchedule'),
  },
  OpportunityLineItemSchedule: {
    ...of('id', 'Id'),
    ...of('reference', 'OpportunityLineItemId'),
    ...of('date', 'ScheduleDate'),
    ...of('double', 'Quantity'),
    ...of('currency', 'Revenue'),
    ...of('text', 'Type CurrencyIsoCode'),
    ...audit,
  },
  Quote: {
    ...of('id', 'Id'),
    ...of('reference', 'OpportunityId AccountId ContactId'),
    ...of('text', 'Name QuoteNumber Status CurrencyIsoCode BillingName ShippingName'),
    ...address('Billing'),
    ...address('Shipping'),
    ...of('date', 'ExpirationDate'),
    ...of('boolean', 'IsSyncing'),
    ...of('currency', 'Subtotal TotalPrice Tax ShippingHandling GrandTotal'),
    ...of('percent', 'Discount'),
    ...audit,
  },
  QuoteLineItem: { ...lineFields, ...of('reference', 'QuoteId OpportunityLineItemId'), ...of('text', 'LineNumber') },
  Product2: {
    ...of('id', 'Id'),
    ...of('text', 'ProductCode Name QuantityUnitOfMeasure'),
    ...of('boolean', 'IsActive'),
    ...audit,
  },
  Organization: { ...of('id', 'Id'), ...of('text', 'Name InstanceName'), ...of('boolean', 'IsSandbox') },
  UserPermissionAccess: of('boolean', 'PermissionsCustomizeApplication PermissionsViewAllData'),
};
/** As the pages name them, where that is not the name with blanks. */
const labels: Readonly<Record<string, string>> = {
  ShippingHandling: 'Shipping and Handling',
  TotalPrice: 'Total Price',
  UnitPrice: 'Sales Price',
};
export const labelOf = (field: string): string =>
  labels[field] ??
  field
    .replace(/__c$/, '')
    .replaceAll('_', ' ')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

function visible(org: Org, sobject: string, name: string): boolean {
  if (org.hidden.has(`${sobject}.${name}`)) return false;
  if (name === 'CurrencyIsoCode') return org.multiCurrency;
  if (name === 'IsPersonAccount' || name === 'PersonEmail') return org.personAccounts;
  if (name === 'SyncedQuoteId') return org.quotes;
  if (name === 'RecordTypeId') return org.recordTypes.length > 0;
  return true;
}
/** Fields that the connected user sees; null where the org has no such object, or he may not see it. What is hidden looks as if it were not there. */
export function fieldsOf(org: Org, sobject: string): ReadonlyMap<string, Kind> | null {
  if (!org.quotes && sobject.startsWith('Quote')) return null;
  const known = sobjects[sobject];
  if (!known || org.hidden.has(sobject)) return null;
  return new Map(Object.entries(known).filter(([name]) => visible(org, sobject, name)));
}
const lines = new Set(['OpportunityLineItem', 'QuoteLineItem']);
/** What is written of a line, by the name that the shared data have for it. */
export const ofLine: Readonly<Record<string, string>> = { UnitPrice: 'price', Discount: 'hs_discount_percentage' };
/** Only the package's fields and the prices of lines are written. */
export const writable = (org: Org, sobject: string, name: string): boolean =>
  (name.endsWith('__c') || (lines.has(sobject) && name in ofLine)) && !org.readOnly.has(`${sobject}.${name}`);
