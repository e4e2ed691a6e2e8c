import { add, type CreditPosition, creditPositionSchema, type Decimal, isZero, subtract } from '@backroom/shared';
import { ageingOf } from '../kit/ageing.ts';
import { fit } from '../transport/json.ts';
import { customerWith, isHidden } from './customers.ts';
import { RESOURCE } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { isInvoice, lateOf, openEntries } from './receivables.ts';
import { dayOf, type Session } from './session.ts';
import { idOf, present, zero } from './values.ts';

/**
 * In the currency of the account, in which Sage 200 keeps its balance and compares it with the limit. Its balance and the value of current orders are Sage's own
 * figures; what is late comes from the postings of which something is open.
 */
export async function creditOf(session: Session, customerId: string, signal: AbortSignal): Promise<CreditPosition> {
  const known = idOf(customerId);
  if (known === null) throw unknownCustomer(customerId);
  const [customer, items] = await Promise.all([
    customerWith(session, customerId, signal),
    openEntries(session, known, signal),
  ]);
  const currency = customer.currency_iso_code ?? session.company.currency;
  const money = (value: Decimal) => session.money(value, currency);
  const late = lateOf(
    items.map((row) => ({
      due: isInvoice(row) ? row.due_date : null,
      value: present(row.document_outstanding_value, 'document_outstanding_value'),
    })),
    dayOf(session),
  );
  const receivable = present(customer.balance, 'balance');
  const openOrders = present(customer.value_of_current_orders_in_sop, 'value_of_current_orders_in_sop');
  const exposure = add(receivable, openOrders);
  // A limit of zero is none: Sage 200 holds no balance against it.
  const limit = customer.credit_limit === null || isZero(customer.credit_limit) ? null : customer.credit_limit;
  return fit(
    creditPositionSchema,
    {
      limit: limit && money(limit),
      openOrders: money(openOrders),
      receivable: money(receivable),
      exposure: money(exposure),
      free: limit && money(subtract(limit, exposure)),
      overdue: money(add(zero, ...late.map(({ amount }) => amount))),
      ageing: ageingOf(late, money),
      blocked: customer.account_is_on_hold || isHidden(customer),
      blockedReason: customer.account_is_on_hold ? 'On hold' : isHidden(customer) ? 'Hidden' : null,
    },
    RESOURCE.customerViews,
  );
}
