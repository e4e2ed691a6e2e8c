import { type Check, isNegative } from '@backroom/shared';
import { check, type Findings, ready } from './check.ts';

/** The customer and its credit. */
export function aboutCustomer({ customer, credit, createsCustomer }: Findings): Check[] {
  const found: Check[] = [];
  const who = ready(customer);
  if (who?.state !== 'linked')
    return [createsCustomer ? check('customer_created_first', 'warn') : check('customer_not_linked', 'block')];
  const money = ready(credit);
  if (who.customer.blocked || money?.verdict === 'blocked')
    found.push(check('customer_blocked', 'block', { reason: money?.position.blockedReason ?? '' }));
  if (!money) return found;
  const free = money.freeAfterDeal ?? money.position.free;
  if (free && isNegative(free.amount)) found.push(check('over_limit', 'warn', { free }));
  else if (money.verdict === 'near_limit' && free) found.push(check('near_limit', 'info', { free }));
  if (!/^0(\.0+)?$/.test(money.position.overdue.amount))
    found.push(check('overdue', 'warn', { amount: money.position.overdue }));
  return found;
}
