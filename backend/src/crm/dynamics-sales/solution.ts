import type { RecordRef } from '@backroom/shared';
import { ownName, type WriteBackField } from '../contract/index.ts';

/**
 * What Backroom tells of a deal's order: a row for each opportunity, found by its key. Not proven with a real organisation: closed opportunities and won
 * quotes refuse updates, and such a row does not.
 */
export const ORDERS = {
  table: 'bkrm_order',
  set: 'bkrm_orders',
  key: 'bkrm_dealkey',
  deal: 'bkrm_opportunityid',
} as const;
export const tables = { deal: 'opportunity', company: 'account' } as const;
export const sets = { deal: 'opportunities', company: 'accounts' } as const;
/** Where fields of Backroom's own are. */
export const homes = { deal: ORDERS.table, company: 'account' } as const satisfies Record<RecordRef['type'], string>;
export const VAT_ID = 'bkrm_vatid';

/** The solution's columns. docs/crm-fields.md describes each; extension/dynamics brings them. */
export const names: Readonly<Record<WriteBackField, string>> = {
  orderNumber: 'bkrm_ordernumber',
  orderStatus: 'bkrm_orderstatus',
  orderTotal: 'bkrm_ordertotal',
  promiseDate: 'bkrm_promisedate',
  creditAlert: 'bkrm_creditalert',
  creditFree: 'bkrm_creditfree',
  erpCustomerNumber: 'bkrm_customernumber',
  shippedOn: 'bkrm_shippedon',
  tracking: 'bkrm_tracking',
  invoicedTotal: 'bkrm_invoicedtotal',
  paidTotal: 'bkrm_paidtotal',
  returnStatus: 'bkrm_returnstatus',
  openTotal: 'bkrm_opentotal',
  overdueTotal: 'bkrm_overduetotal',
  nextDue: 'bkrm_nextdue',
  erpCurrency: 'bkrm_erpcurrency',
  paymentTerms: 'bkrm_paymentterms',
  blocked: 'bkrm_blocked',
};
/** Without these no order can be told; `prepare` refuses. A solution of before lacks the others, which the feed then names. */
export const needed = {
  deal: ['orderNumber', 'orderStatus', 'orderTotal', 'promiseDate', 'creditAlert', 'creditFree'],
  company: ['erpCustomerNumber', 'creditAlert', 'creditFree'],
} as const satisfies Record<RecordRef['type'], readonly WriteBackField[]>;
export const nameOf = (field: WriteBackField): string => ownName(field) ?? names[field] ?? field;
