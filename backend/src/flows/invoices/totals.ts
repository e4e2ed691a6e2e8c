import { add, decimal, type Invoice, type InvoicesPanel, negate } from '@backroom/shared';

const zero = decimal('0');
const owed = ({ kind, open }: Invoice) => (kind === 'credit_note' ? negate(open.amount) : open.amount);

/**
 * What is open and overdue over a whole list, for an ERP that gives no totals: one row a currency, because sums of two have no meaning. A credit
 * note that is still open reduces what is owed; what is overdue stays overdue until it is used.
 */
export function totalsOf(invoices: readonly Invoice[]): NonNullable<InvoicesPanel['totals']> {
  const valid = invoices.filter(({ status }) => status !== 'cancelled');
  return [...new Set(valid.map(({ open }) => open.currency))].map((currency) => {
    const these = valid.filter(({ open }) => open.currency === currency);
    const overdue = these.filter(({ status, kind }) => status === 'overdue' && kind === 'invoice');
    return {
      open: { amount: add(zero, ...these.map(owed)), currency },
      overdue: { amount: add(zero, ...overdue.map(owed)), currency },
    };
  });
}
