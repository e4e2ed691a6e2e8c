import type { Rec } from './database.ts';

const STATUS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  salesOrder: {
    A: 'Pending Approval',
    B: 'Pending Fulfillment',
    C: 'Cancelled',
    D: 'Partially Fulfilled',
    E: 'Pending Billing/Partially Fulfilled',
    F: 'Pending Billing',
    G: 'Billed',
    H: 'Closed',
  },
  invoice: { A: 'Open', B: 'Paid In Full', V: 'Voided' },
  returnAuthorization: {
    A: 'Pending Approval',
    B: 'Pending Receipt',
    C: 'Cancelled',
    D: 'Partially Received',
    E: 'Pending Refund/Partially Received',
    F: 'Pending Refund',
    G: 'Refunded',
    H: 'Closed',
  },
  creditMemo: { A: 'Open', B: 'Fully Applied' },
};
export const NAMES: Readonly<Record<string, string>> = {
  salesOrder: 'Sales Order',
  invoice: 'Invoice',
  returnAuthorization: 'Return Authorization',
  creditMemo: 'Credit Memo',
  purchaseOrder: 'Purchase Order',
  customerPayment: 'Payment',
  itemFulfillment: 'Item Fulfillment',
};
export const statusName = (type: string, id: string): string => STATUS[type]?.[id] ?? id;
/** What forms and BUILTIN.DF call a record. */
export const nameOf = ({ type, body }: Rec): string => {
  if (type === 'customer')
    return `${body.entityId} ${body.companyName ?? [body.firstName, body.lastName].filter(Boolean).join(' ')}`;
  if (NAMES[type]) return `${NAMES[type]} #${body.tranId}`;
  return String(body.name ?? body.itemId ?? body.entityId ?? body.tranId ?? '');
};
