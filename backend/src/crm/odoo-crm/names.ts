import type { RecordRef } from '@backroom/shared';
import { ownName, type WriteBackField } from '../contract/index.ts';

export const models = { deal: 'crm.lead', company: 'res.partner' } as const satisfies Record<RecordRef['type'], string>;
/** The addon's own model: what Odoo's API cannot do in one call, or not at all. */
export const BRIDGE = 'backroom.bridge';
/** The number of quotations of an opportunity, those included that the user may not see. */
export const QUOTATIONS = 'backroom_quotations';

/** Ids of the records that were merged into this one, separated by commas. */
export const MERGED_IDS = 'backroom_merged_ids';

/** Fields that the addon of extension/odoo brings. docs/crm-fields.md describes each. */
export const names: Readonly<Record<WriteBackField, string>> = {
  orderNumber: 'backroom_order_number',
  orderStatus: 'backroom_order_status',
  orderTotal: 'backroom_order_total',
  promiseDate: 'backroom_promise_date',
  creditAlert: 'backroom_credit_alert',
  creditFree: 'backroom_credit_free',
  erpCustomerNumber: 'backroom_customer_number',
  shippedOn: 'backroom_shipped_on',
  tracking: 'backroom_tracking',
  invoicedTotal: 'backroom_invoiced_total',
  paidTotal: 'backroom_paid_total',
  returnStatus: 'backroom_return_status',
  openTotal: 'backroom_open_total',
  overdueTotal: 'backroom_overdue_total',
  nextDue: 'backroom_next_due',
  erpCurrency: 'backroom_erp_currency',
  paymentTerms: 'backroom_payment_terms',
  blocked: 'backroom_blocked',
};
const ofBoth = ['creditAlert', 'creditFree', 'returnStatus'] as const;
/** Without these `prepare` refuses: the addon is missing, or older than this backend. */
export const needed = {
  deal: [
    ...(['orderNumber', 'orderStatus', 'orderTotal', 'promiseDate', 'shippedOn', 'tracking'] as const),
    ...(['invoicedTotal', 'paidTotal'] as const),
    ...ofBoth,
  ],
  company: [
    ...([
      'erpCustomerNumber',
      'paymentTerms',
      'blocked',
      'openTotal',
      'overdueTotal',
      'nextDue',
      'erpCurrency',
    ] as const),
    ...ofBoth,
  ],
} as const satisfies Record<RecordRef['type'], readonly WriteBackField[]>;
export const nameOf = (field: WriteBackField): string => ownName(field) ?? names[field] ?? field;
