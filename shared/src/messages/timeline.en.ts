/** The words of timeline entries in the CRM, and of their setting. English is the master. */
export const timelineEn = {
  order_confirmed: 'Order {order} confirmed in the ERP, {amount}',
  delivered: 'Order {order} delivered',
  overdue: 'Invoices overdue: {amount}',
  over_limit: 'Over the credit limit, available: {amount}',
  return_credited: 'Return of order {order} credited',
  text: 'Reported by Backroom when the ERP changed. No action needed.',
  title: 'Timeline entries',
  lead: 'Each event becomes a completed task on the record, once. Events from before it was turned on are not reported.',
  'kind.order_confirmed': 'Order confirmed',
  'kind.delivered': 'Order delivered',
  'kind.overdue': 'Invoice overdue',
  'kind.over_limit': 'Over the credit limit',
  'kind.return_credited': 'Return credited',
  language: 'Language of the entries',
  refused: 'Entries that the CRM rejected: {count} ({reason})',
  remove: 'Remove all entries from the CRM',
  removed: 'The entries were removed.',
} as const;
export type TimelineKey = keyof typeof timelineEn;
