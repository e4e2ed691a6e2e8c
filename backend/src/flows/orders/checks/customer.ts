import { type Check, type ErpCustomer, isNegative, isZero, negate } from '@backroom/shared';
import { check, type Findings, ready } from './check.ts';

/** Who orders: linked, to be created, or what is missing for that. */
export function aboutCustomer({ deal, link, others, customer, credit, createsCustomer }: Findings): Check[] {
  if (!deal.company) return [check('no_company', 'block')];
  if (link) {
    const position = ready(credit)?.position;
    const blocked = link.customer.blocked || position?.blocked;
    const named = ({ number, name }: ErpCustomer) => `${number} ${name}`;
    return [
      ...(blocked ? [check('customer_blocked', 'block', { reason: position?.blockedReason ?? '' })] : []),
      ...(others.length > 0
        ? [check('other_customer', 'warn', { customer: named(link.customer), other: others.map(named).join(', ') })]
        : []),
    ];
  }
  if (createsCustomer)
    return deal.company.name.trim() === ''
      ? [check('company_without_name', 'block')]
      : [check('customer_created_first', 'warn')];
  if (customer.state === 'ready') return [check('customer_not_linked', 'block')];
  return [
    check('customer_not_known', 'block', {
      reason: customer.state === 'problem' ? customer.problem.code : 'erp_timeout',
    }),
  ];
}

/** What the order does to the customer's credit. One that is in the ERP already is part of it. */
export function aboutCredit({ credit, convertedTo }: Findings): Check[] {
  const found = ready(credit);
  if (!found || convertedTo !== null) return [];
  const { position, freeAfterDeal, unjudged, deal, verdict } = found;
  const checks: Check[] = [];
  const free = freeAfterDeal ?? position.free;
  if (free && isNegative(free.amount))
    checks.push(check('over_limit', 'warn', { free, by: { ...free, amount: negate(free.amount) } }));
  else if (verdict === 'near_limit' && free) checks.push(check('near_limit', 'info', { free }));
  if (unjudged === 'currency' && position.free && deal)
    checks.push(check('credit_not_comparable', 'warn', { limit: position.free.currency, order: deal.currency }));
  if (unjudged === 'total') checks.push(check('credit_total_unknown', 'warn'));
  if (!isZero(position.overdue.amount)) checks.push(check('overdue', 'warn', { amount: position.overdue }));
  return checks;
}
