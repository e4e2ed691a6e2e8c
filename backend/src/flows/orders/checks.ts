import {
  type Check,
  type CreditPanel,
  type CustomerPanel,
  compareMoney,
  isNegative,
  type PanelResult,
  type PricingPanel,
  type StockPanel,
} from '@backroom/shared';
import type { CrmDeal } from '../../crm/contract/index.ts';
import type { Simulation } from '../../erp/contract/schemas.ts';
import type { Twin } from '../../submissions/twins.ts';
import { twinWords } from './sale.ts';

type Level = Check['level'];
const check = (
  code: Check['code'],
  level: Level,
  values: Check['values'] = {},
  lineId: string | null = null,
): Check => ({ code, level, lineId, values });
const ready = <Data>(result: PanelResult<Data>): Data | null => (result.state === 'ready' ? result.data : null);

export type Findings = {
  deal: CrmDeal;
  mixedCurrencies: boolean;
  customer: PanelResult<CustomerPanel>;
  stock: PanelResult<StockPanel>;
  pricing: PanelResult<PricingPanel>;
  credit: PanelResult<CreditPanel>;
  /** Number of the order that the quote is already. */
  convertedTo: string | null;
  /** The customer is to be created with the order, or is being created. */
  createsCustomer: boolean;
  /** What looks like the same sale in another CRM of the same company. */
  twins: readonly Twin[];
  /** Number of the order this deal became by another revision of its quote. */
  before: string | null;
  simulation: Simulation | null;
  /** Whether there was something to ask the ERP about. */
  asked: boolean;
  today: string;
};

function aboutQuote({ deal, mixedCurrencies, today }: Findings): Check[] {
  const found: Check[] = [];
  if (deal.lines.length === 0) found.push(check('no_lines', 'block'));
  if (mixedCurrencies) found.push(check('mixed_currencies', 'block'));
  if (deal.quote && !deal.quote.accepted) found.push(check('quote_not_accepted', 'warn'));
  if (deal.quote?.expiresOn && deal.quote.expiresOn < today)
    found.push(check('quote_expired', 'warn', { date: deal.quote.expiresOn }));
  return found;
}
function aboutCustomer({ customer, credit, createsCustomer }: Findings): Check[] {
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
const troubles = {
  unknown_product: 'unknown_product',
  no_code: 'line_without_code',
  invalid_quantity: 'quantity_invalid',
  archived_product: 'archived_product',
  no_price: 'price_unknown',
} as const;
function aboutLines({ stock, pricing }: Findings): Check[] {
  const found: Check[] = [];
  for (const line of ready(stock)?.lines ?? []) {
    if (line.state === 'trouble')
      found.push(check(troubles[line.trouble], 'block', { code: line.code ?? '', name: line.name }, line.lineId));
    else if (line.verdict === 'short')
      found.push(check('stock_short', 'warn', { code: line.code ?? '', available: line.available }, line.lineId));
    else if (line.verdict === 'later')
      found.push(check('stock_later', 'info', { code: line.code ?? '', date: line.promiseDate ?? '' }, line.lineId));
  }
  for (const line of ready(pricing)?.lines ?? []) {
    if (line.state !== 'known') {
      // The other troubles are the stock panel's too, and named there.
      if (line.trouble === 'no_price')
        found.push(check('price_unknown', 'block', { code: line.code ?? '', name: line.name }, line.lineId));
      continue;
    }
    if (line.verdict === 'below')
      found.push(
        check('price_below', 'warn', { code: line.code ?? '', quoted: line.quoted, erp: line.erp }, line.lineId),
      );
    if (line.verdict === 'above')
      found.push(
        check('price_above', 'info', { code: line.code ?? '', quoted: line.quoted, erp: line.erp }, line.lineId),
      );
    if (line.verdict === 'other_currency')
      found.push(check('currency_differs', 'warn', { code: line.code ?? '' }, line.lineId));
  }
  return found;
}
function aboutErp({ simulation, asked, convertedTo, twins, before, stock, pricing, credit }: Findings): Check[] {
  const found: Check[] = [];
  if (convertedTo) found.push(check('already_converted', 'block', { number: convertedTo }));
  // A warning that has to be accepted by name: a second order of one deal is never made in passing.
  else if (before) found.push(check('order_again', 'warn', { number: before }));
  if (!convertedTo) for (const twin of twins) found.push(check('possible_twin', 'block', twinWords(twin)));
  if (asked && !simulation) found.push(check('erp_unavailable', 'warn'));
  const panels = [stock, pricing, credit];
  if (panels.some((result) => result.state === 'ready' && result.freshness?.source === 'stale'))
    found.push(check('figures_stale', 'warn'));
  const quoted = ready(pricing)?.quotedTotal;
  if (
    simulation &&
    quoted &&
    simulation.refusals.length === 0 &&
    quoted.currency === simulation.net.currency &&
    compareMoney(quoted, simulation.net) !== 0
  )
    found.push(check('total_differs', 'info', { quoted, erp: simulation.net }));
  return found;
}

/** What the checks leave to a person: everything but a block, and the one block that somebody may override. */
export const isBlocking = ({ level, code }: Check): boolean => level === 'block' && code !== 'possible_twin';

/** Every named check of a preview, blocking ones first. Nothing found is said too. */
export function checksOf(findings: Findings): Check[] {
  const order: readonly Level[] = ['block', 'warn', 'info'];
  const all = [...aboutQuote(findings), ...aboutCustomer(findings), ...aboutLines(findings), ...aboutErp(findings)];
  const sorted = all.sort((left, right) => order.indexOf(left.level) - order.indexOf(right.level));
  return sorted.length > 0 ? sorted : [check('all_well', 'info')];
}
