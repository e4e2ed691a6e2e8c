import { ownName, type WriteBackField } from '../contract/index.ts';

type Property = {
  name: string;
  label: string;
  description: string;
  type: 'string' | 'number' | 'date' | 'bool';
  fieldType: 'text' | 'number' | 'date' | 'booleancheckbox';
  options?: { label: string; value: string }[];
};
const kinds = {
  text: { type: 'string', fieldType: 'text' },
  number: { type: 'number', fieldType: 'number' },
  date: { type: 'date', fieldType: 'date' },
  bool: {
    type: 'bool',
    fieldType: 'booleancheckbox',
    options: [
      { label: 'Yes', value: 'true' },
      { label: 'No', value: 'false' },
    ],
  },
} as const;
const property = (name: string, kind: keyof typeof kinds, label: string, description: string): Property => {
  const { options, ...rest } = { options: undefined, ...kinds[kind] };
  return { name: `backroom_${name}`, label, description, ...rest, ...(options ? { options: [...options] } : {}) };
};

const credit = [
  property('credit_alert', 'text', 'ERP credit alert', 'ok, near_limit, over_limit, overdue, blocked or no_limit'),
  property('credit_free', 'number', 'ERP credit left', 'Credit limit less open orders and receivables, gross'),
];
const returned = property('return_status', 'text', 'ERP return status', 'Where the newest return stands');
/** What Backroom keeps on records, in a property group of its own. docs/crm-fields.md describes each. */
export const properties = {
  deals: [
    property('order_number', 'text', 'ERP order number', 'Number of the ERP order that this deal became'),
    property('order_status', 'text', 'ERP order status', 'Where the order stands in the ERP'),
    property('order_total', 'number', 'ERP order total', 'Gross total of the order'),
    property('promise_date', 'date', 'ERP promise date', 'Day by which the whole order was promised'),
    property('shipped_on', 'date', 'ERP last shipment', 'Day of the last shipment of the order'),
    property('tracking', 'text', 'ERP tracking number', 'Tracking number of the last shipment'),
    property(
      'invoiced_total',
      'number',
      'ERP invoiced total',
      'Gross total of the invoices of the order, credit notes taken off',
    ),
    property('paid_total', 'number', 'ERP paid total', 'What is paid of these invoices'),
    returned,
    ...credit,
  ],
  companies: [
    property('erp_customer_number', 'text', 'ERP customer number', 'Number of the customer in the ERP'),
    property('vat_id', 'text', 'VAT id', 'VAT id, by which the customer is found in the ERP'),
    property('payment_terms', 'text', 'ERP payment terms', 'Payment terms of the customer'),
    property('blocked', 'bool', 'ERP customer blocked', 'Whether the ERP takes no orders of the customer'),
    property('open_total', 'number', 'ERP open invoices', 'Gross total of open invoices'),
    property('overdue_total', 'number', 'ERP overdue invoices', 'Gross total of overdue invoices'),
    property('next_due', 'date', 'ERP next due date', 'Day on which the next open invoice is due'),
    property('erp_currency', 'text', 'ERP currency', 'Currency of the ERP amounts on this company'),
    returned,
    ...credit,
  ],
} as const satisfies Record<string, readonly Property[]>;

export const names: Readonly<Record<WriteBackField, string>> = {
  orderNumber: 'backroom_order_number',
  orderStatus: 'backroom_order_status',
  orderTotal: 'backroom_order_total',
  promiseDate: 'backroom_promise_date',
  creditAlert: 'backroom_credit_alert',
  creditFree: 'backroom_credit_free',
  erpCustomerNumber: 'backroom_erp_customer_number',
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
/** HubSpot's name of a field that is written. */
export const nameOf = (field: WriteBackField): string => ownName(field) ?? names[field] ?? field;
