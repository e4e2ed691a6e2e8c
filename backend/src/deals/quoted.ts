import type { Currency, Money } from '@backroom/shared';
import type { CrmDeal } from '../crm/contract/index.ts';
import { ProblemError } from '../problems/error.ts';
import { currencyOfDeal } from './currency.ts';
import { type Settled, settle } from './settle.ts';

/** The one currency of the deal's order. Throws `mixed_currencies` or `currency_unknown`. */
export function currencyOf(deal: CrmDeal): Currency {
  const { currency, problem } = currencyOfDeal(deal);
  if (currency === null) throw new ProblemError(problem === 'mixed' ? 'mixed_currencies' : 'currency_unknown');
  return currency;
}
const settledDeals = new WeakMap<CrmDeal, Settled>();
/** What the deal comes to by the CRM's own figures; reckoned once for each record that was read. */
export function settledOf(deal: CrmDeal): Settled {
  const settled = settledDeals.get(deal) ?? settle(deal, currencyOfDeal(deal).currency);
  settledDeals.set(deal, settled);
  return settled;
}
/** Net unit price of a line as it would be ordered; null where the CRM has no price. */
export function quotedPrice(deal: CrmDeal, index: number, currency: Currency): Money | null {
  const line = settledOf(deal).lines[index];
  return line ? { amount: line.unitPrice, currency } : null;
}
/** Net total of a line as it would be ordered; null where the CRM has no price. */
export function quotedNet(deal: CrmDeal, index: number, currency: Currency): Money | null {
  const line = settledOf(deal).lines[index];
  return line ? { amount: line.net, currency } : null;
}
/** Net total of the deal; null where a line has no price, or the currency is not one. */
export function dealTotal(deal: CrmDeal): Money | null {
  const { currency } = currencyOfDeal(deal);
  const { net } = settledOf(deal);
  return currency && net && deal.lines.length > 0 ? { amount: net, currency } : null;
}
