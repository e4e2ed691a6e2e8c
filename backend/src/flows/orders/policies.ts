import {
  type Check,
  canonical,
  compare,
  compareMoney,
  type Decimal,
  decimal,
  divide,
  multiply,
  round,
  subtract,
} from '@backroom/shared';
import type { CrmDeal } from '../../crm/contract/index.ts';
import { currencyOfDeal } from '../../deals/currency.ts';
import { dealTotal, quotedNet } from '../../deals/quoted.ts';
import type { Policies, PolicyLevel } from '../../store/connection-options.ts';
import { check } from './checks/check.ts';

type Code = Check['code'];
/** Checks that an admin may set, and how low. A rep must at least see what the ERP would do otherwise than the quote: those are never a mere note. */
export const adjustable = {
  discount_limit: 'warn',
  amount_limit: 'warn',
  credit_limit: 'warn',
  over_limit: 'warn',
  near_limit: 'info',
  overdue: 'info',
  price_below: 'info',
  price_above: 'info',
  currency_differs: 'warn',
  stock_short: 'info',
  stock_later: 'info',
  quote_not_accepted: 'warn',
  quote_expired: 'info',
  several_quotes: 'warn',
  order_again: 'warn',
  customer_created_first: 'warn',
  other_customer: 'warn',
  total_differs: 'warn',
  line_differs: 'warn',
  tax_differs: 'warn',
  charge_not_carried: 'warn',
  address_not_carried: 'warn',
  detail_not_carried: 'warn',
  date_passed: 'info',
  erp_unavailable: 'warn',
  figure_missing: 'warn',
  figures_stale: 'info',
  stock_unknown: 'info',
  erp_price_unknown: 'info',
  credit_not_comparable: 'warn',
  credit_total_unknown: 'warn',
} as const satisfies Partial<Record<Code, 'warn' | 'info'>>;
export type Adjustable = keyof typeof adjustable;
export const isAdjustable = (code: string): code is Adjustable => Object.hasOwn(adjustable, code);

const rank: Record<PolicyLevel, number> = { info: 0, warn: 1, approval: 2, block: 3 };
/** A level below what is safe counts as the lowest safe one. */
export const safeLevel = (code: Adjustable, wanted: PolicyLevel): PolicyLevel =>
  rank[wanted] < rank[adjustable[code]] ? adjustable[code] : wanted;
/** A note of these says that there is nothing to decide: a flow that is off, a quote that somebody chose. */
const settled: ReadonlySet<Code> = new Set(['figure_missing', 'several_quotes']);

const at = (found: Check, level: PolicyLevel): Check =>
  level === 'approval' ? { ...found, level: 'block', approval: 'needed' } : { ...found, level };
function judged(found: Check, { levels }: Policies): Check {
  const { code } = found;
  const wanted = levels[code];
  if (!wanted || !isAdjustable(code) || (found.level === 'info' && settled.has(code))) return found;
  return at(found, safeLevel(code, wanted));
}

const hundred = decimal('100');
const zero = decimal('0');
/** What the quote takes off a line's list price, in percent: its own discount and its part of the quote's. */
function discountOf(deal: CrmDeal, index: number): Decimal | null {
  const { currency } = currencyOfDeal(deal);
  const line = deal.lines[index];
  const net = currency && quotedNet(deal, index, currency);
  if (!line?.unitPrice || !line.quantity || !net) return null;
  const list = multiply(line.unitPrice, line.quantity);
  return compare(list, zero) > 0 ? divide(multiply(subtract(list, net.amount), hundred), list) : null;
}
/** What is beyond the account's own limits. An amount in another currency than its limit cannot be judged, and counts as beyond. */
function beyond(deal: CrmDeal, { limits, levels }: Policies, found: readonly Check[]): Check[] {
  const { discountPercent, orderAmount, creditOverrun } = limits;
  const level = (code: Adjustable) => safeLevel(code, levels[code] ?? 'approval');
  const total = dealTotal(deal);
  const over = found.find(({ code }) => code === 'over_limit')?.values.by;
  const isOver = (amount: typeof over, limit: typeof orderAmount) =>
    limit !== null &&
    typeof amount === 'object' &&
    (amount.currency !== limit.currency || compareMoney(amount, limit) > 0);
  return [
    ...deal.lines.flatMap(({ id, name }, index) => {
      const percent = discountPercent === null ? null : discountOf(deal, index);
      if (percent === null || discountPercent === null || compare(percent, discountPercent) <= 0) return [];
      const values = { name, percent: canonical(round(percent, 2)), limit: canonical(discountPercent) };
      return [at(check('discount_limit', 'warn', values, id), level('discount_limit'))];
    }),
    ...(total && orderAmount && isOver(total, orderAmount)
      ? [at(check('amount_limit', 'warn', { total, limit: orderAmount }), level('amount_limit'))]
      : []),
    ...(over && creditOverrun && isOver(over, creditOverrun)
      ? [at(check('credit_limit', 'warn', { by: over, limit: creditOverrun }), level('credit_limit'))]
      : []),
  ];
}

const order: readonly Check['level'][] = ['block', 'warn', 'info'];
/** The checks at the levels that the account's policies give them, blocking ones first. An order that is there already needs no approval. */
export function withPolicies(found: readonly Check[], policies: Policies, deal: CrmDeal): Check[] {
  if (found.some(({ code }) => code === 'already_converted')) return [...found];
  const more = beyond(deal, policies, found);
  const all = found
    .filter(({ code }) => more.length === 0 || code !== 'all_well')
    .map((each) => judged(each, policies));
  return [...more, ...all].sort((left, right) => order.indexOf(left.level) - order.indexOf(right.level));
}
/** Whether a conversion over this connection may need an approval. */
export const mayNeedApproval = ({ levels, limits }: Policies): boolean =>
  Object.values(levels).includes('approval') || Object.values(limits).some((limit) => limit !== null);
