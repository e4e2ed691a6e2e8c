import type { RecordRef } from '@backroom/shared';
import { ownName, type WriteBackField } from '../contract/index.ts';

export const VAT_ID = 'BackroomVatId';
/** Extension fields that the tenant's administrator makes: docs/sap-sales-cloud.md has them with their types. Names are case-sensitive. */
export const fieldNames: Readonly<Record<WriteBackField, string>> = {
  orderNumber: 'BackroomOrderNumber',
  orderStatus: 'BackroomOrderStatus',
  orderTotal: 'BackroomOrderTotal',
  promiseDate: 'BackroomPromiseDate',
  creditAlert: 'BackroomCreditAlert',
  creditFree: 'BackroomCreditFree',
  erpCustomerNumber: 'BackroomCustomerNumber',
  shippedOn: 'BackroomShippedOn',
  tracking: 'BackroomTracking',
  invoicedTotal: 'BackroomInvoicedTotal',
  paidTotal: 'BackroomPaidTotal',
  returnStatus: 'BackroomReturnStatus',
  openTotal: 'BackroomOpenTotal',
  overdueTotal: 'BackroomOverdueTotal',
  nextDue: 'BackroomNextDue',
  erpCurrency: 'BackroomErpCurrency',
  paymentTerms: 'BackroomPaymentTerms',
  blocked: 'BackroomBlocked',
};
/** Without these no order can be told; `prepare` refuses. */
export const needed = {
  deal: ['orderNumber', 'orderStatus', 'orderTotal', 'promiseDate', 'creditAlert', 'creditFree'],
  company: ['erpCustomerNumber', 'creditAlert', 'creditFree'],
} as const satisfies Record<RecordRef['type'], readonly WriteBackField[]>;
export const extensionOf = (field: WriteBackField): string => ownName(field) ?? fieldNames[field] ?? field;
/** What our own writes change, and nothing else. */
export const isOurs = (extension: string): boolean => extension.startsWith('Backroom') && extension !== VAT_ID;
