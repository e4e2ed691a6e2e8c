import {
  add,
  type CreditPosition,
  creditPositionSchema,
  type Decimal,
  divide,
  isZero,
  multiply,
  round,
  smaller,
  subtract,
} from '@backroom/shared';
import { ageingOf } from '../kit/ageing.ts';
import { fit } from '../transport/json.ts';
import { customerWith, isInactive } from './customers.ts';
import { headsWhere, type Line, linesOf } from './documents.ts';
import { OBJECT } from './facts.ts';
import { lineNet, priceOf } from './order-facts.ts';
import { all, among, equal } from './query.ts';
import { lateOf, openItems } from './receivables.ts';
import { dayOf, type Session } from './session.ts';
import { zero } from './values.ts';

/** States of orders of which something is still to be invoiced. */
const OPEN_STATES = [
  'submitted',
  'approved',
  'partiallyApproved',
  'pending',
  'inProgress',
  'partiallyConverted',
  'partiallyConvertedByLine',
  'exception',
];
const PLACES = 2;

/** What is left of a line, as a share of it. */
function leftOf(line: Line): Decimal {
  const whole = line.quantity ?? line.unitQuantity;
  if (isZero(whole)) return zero;
  const converted = smaller(line.quantityConverted ?? zero, whole);
  return divide(subtract(whole, converted), whole);
}
/** With taxes and in the company's currency: each open order's total, by the share of its lines that was not shipped or invoiced yet. */
async function openOrdersOf(session: Session, customer: string, signal: AbortSignal): Promise<Decimal> {
  const where = all(equal('customer.key', customer), among('state', OPEN_STATES));
  const heads = await headsWhere(session, session.settings.orderType, [where], signal);
  const lines = await linesOf(
    session,
    heads.map(({ key }) => key),
    signal,
  );
  return add(
    zero,
    ...heads.map((head) => {
      const own = (lines.get(head.key) ?? []).filter((line) => priceOf(head, line) !== null);
      const net = add(zero, ...own.map((line) => lineNet(head, line)));
      if (isZero(net)) return zero;
      const left = add(zero, ...own.map((line) => multiply(lineNet(head, line), leftOf(line))));
      return round(divide(multiply(head.total, left), net), PLACES);
    }),
  );
}

/**
 * In the company's currency. What a customer owes is added up from everything that is open: Intacct's own sum of a customer leaves out payments that nobody
 * has applied. What was shipped and is not invoiced yet is in neither.
 */
export async function creditOf(session: Session, customerId: string, signal: AbortSignal): Promise<CreditPosition> {
  const customer = await customerWith(session, customerId, signal);
  const [items, openOrders] = await Promise.all([
    openItems(session, customer.key, signal),
    openOrdersOf(session, customer.key, signal),
  ]);
  const today = dayOf(session);
  const money = (value: Decimal) => session.money(value);
  const late = lateOf(
    items.map(({ due, base }) => ({ due, value: base })),
    today,
  );
  const receivable = add(zero, ...items.map(({ base }) => base));
  const exposure = add(receivable, openOrders);
  const limit = customer.creditLimit;
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
      blocked: customer.isOnHold || isInactive(customer),
      blockedReason: customer.isOnHold ? 'On hold' : isInactive(customer) ? 'Inactive' : null,
    },
    OBJECT.customer,
  );
}
