/** What the solution brings to an organisation: a table of orders, and columns of accounts. The backend looks them up by these names. */
export type Column = { name: string; label: string; kind: 'text' | 'amount' | 'day' | 'yes-no'; length?: number };
export const PUBLISHER = { uniquename: 'backroom', prefix: 'bkrm', choices: 74_110 } as const;
export const SOLUTION = { uniquename: 'backroom', name: 'Backroom', version: '1.0.0.0' } as const;
const text = (name: string, label: string, length = 100): Column => ({
  name: `bkrm_${name}`,
  label,
  kind: 'text',
  length,
});
const amount = (name: string, label: string): Column => ({ name: `bkrm_${name}`, label, kind: 'amount' });
const day = (name: string, label: string): Column => ({ name: `bkrm_${name}`, label, kind: 'day' });

/** What an order and a customer are both told. */
const both = [
  text('returnstatus', 'Return status', 40),
  text('creditalert', 'Credit alert', 40),
  amount('creditfree', 'Free credit'),
];
export const orders = {
  table: 'bkrm_order',
  label: 'ERP order',
  plural: 'ERP orders',
  /** A row for each opportunity: closed opportunities and won quotes refuse updates. */
  lookup: {
    name: 'bkrm_opportunityid',
    label: 'Opportunity',
    to: 'opportunity',
    relationship: 'bkrm_opportunity_order',
  },
  key: { name: 'bkrm_dealkey', column: text('dealkey', 'Opportunity’s id', 40) },
  title: text('name', 'Name'),
  columns: [
    text('ordernumber', 'ERP order number'),
    text('orderstatus', 'ERP order status', 40),
    amount('ordertotal', 'ERP order total'),
    day('promisedate', 'Promised for'),
    day('shippedon', 'Shipped on'),
    text('tracking', 'Tracking number', 200),
    amount('invoicedtotal', 'Invoiced'),
    amount('paidtotal', 'Paid'),
    ...both,
  ],
} as const;
export const accountColumns: readonly Column[] = [
  text('customernumber', 'ERP customer number'),
  text('vatid', 'VAT id', 40),
  ...both,
  amount('opentotal', 'Open invoices'),
  amount('overduetotal', 'Overdue invoices'),
  day('nextdue', 'Next due'),
  text('erpcurrency', 'ERP currency', 3),
  text('paymentterms', 'Payment terms', 200),
  { name: 'bkrm_blocked', label: 'Blocked in the ERP', kind: 'yes-no' },
];
