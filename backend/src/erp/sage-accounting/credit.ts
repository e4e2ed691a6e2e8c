import { add, type CreditPosition, creditPositionSchema, type Decimal, subtract } from '@backroom/shared';
import { ageingOf } from '../kit/ageing.ts';
import { fit } from '../transport/json.ts';
import { blockedReasonOf, customerWith } from './customers.ts';
import { kinds, newestOf } from './documents.ts';
import { LIST } from './facts.ts';
import { statusOf } from './order-facts.ts';
import { lateOf, openItems, postedOf } from './receivables.ts';
import { dayOf, type Session } from './session.ts';
import { present, zero } from './values.ts';

/**
 * What was sold by us and is not invoiced yet: quotes and drafts under our references. The other quotes of a business are offers that nobody has taken. The
 * newest two hundred documents are looked at; where there are older ones, the sum is not known.
 */
async function openOrdersOf(session: Session, contact: string, signal: AbortSignal): Promise<Decimal | null> {
  const lists = await Promise.all(kinds.map((kind) => newestOf(session, kind, contact, signal)));
  if (lists.some(({ more }) => more)) return null;
  const open = lists
    .flatMap(({ rows }) => rows)
    .filter((each) => each.reference?.startsWith('BR-') && statusOf(each) === 'confirmed');
  return add(zero, ...open.map(({ baseTotal }) => baseTotal));
}

/** In the currency of the business. What a customer owes is the balance that Sage keeps; how old it is, its invoices tell. */
export async function creditOf(session: Session, customerId: string, signal: AbortSignal): Promise<CreditPosition> {
  const customer = await customerWith(session, customerId, signal, true);
  const [posted, openOrders] = await Promise.all([
    postedOf(session, customer.id, signal),
    openOrdersOf(session, customer.id, signal),
  ]);
  const today = dayOf(session);
  const money = (value: Decimal) => session.money(value);
  const late = lateOf(
    openItems(posted).map(({ due, base }) => ({ due, value: base })),
    today,
  );
  const receivable = present(customer.balance ?? null, 'balance');
  const exposure = add(receivable, openOrders ?? zero);
  const limit = customer.credit_limit;
  return fit(
    creditPositionSchema,
    {
      limit: limit === null ? null : money(limit),
      openOrders: openOrders === null ? null : money(openOrders),
      receivable: money(receivable),
      exposure: money(exposure),
      free: limit === null ? null : money(subtract(limit, exposure)),
      overdue: money(add(zero, ...late.map(({ amount }) => amount))),
      ageing: ageingOf(late, money),
      blocked: blockedReasonOf(customer) !== null,
      blockedReason: blockedReasonOf(customer),
    },
    LIST.contacts,
  );
}
