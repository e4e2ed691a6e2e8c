import type { RecordRef } from '@backroom/shared';
import { ownName, type WriteBackField } from '../contract/index.ts';

export const sobjects = { deal: 'Opportunity', company: 'Account' } as const;
/** The package's fields. docs/crm-fields.md describes each. */
export const names: Readonly<Record<WriteBackField, string>> = {
  orderNumber: 'Backroom_Order_Number__c',
  orderStatus: 'Backroom_Order_Status__c',
  orderTotal: 'Backroom_Order_Total__c',
  promiseDate: 'Backroom_Promise_Date__c',
  creditAlert: 'Backroom_Credit_Alert__c',
  creditFree: 'Backroom_Credit_Free__c',
  erpCustomerNumber: 'Backroom_Customer_Number__c',
  shippedOn: 'Backroom_Shipped_On__c',
  tracking: 'Backroom_Tracking__c',
  invoicedTotal: 'Backroom_Invoiced_Total__c',
  paidTotal: 'Backroom_Paid_Total__c',
  returnStatus: 'Backroom_Return_Status__c',
  openTotal: 'Backroom_Open_Total__c',
  overdueTotal: 'Backroom_Overdue_Total__c',
  nextDue: 'Backroom_Next_Due__c',
  erpCurrency: 'Backroom_ERP_Currency__c',
  paymentTerms: 'Backroom_Payment_Terms__c',
  blocked: 'Backroom_Blocked__c',
};
/** Without these no order can be told; `prepare` refuses. A package of before lacks the others, which the feed then names. */
export const needed = {
  deal: ['orderNumber', 'orderStatus', 'orderTotal', 'promiseDate', 'creditAlert', 'creditFree'],
  company: ['erpCustomerNumber', 'creditAlert', 'creditFree'],
} as const satisfies Record<RecordRef['type'], readonly WriteBackField[]>;
export const numbers: ReadonlySet<WriteBackField> = new Set([
  'orderTotal',
  'creditFree',
  'invoicedTotal',
  'paidTotal',
  'openTotal',
  'overdueTotal',
]);
/** Salesforce's name of a field that is written. */
export const nameOf = (field: WriteBackField): string => ownName(field) ?? names[field] ?? field;
