import type { Currency } from '@backroom/shared';
import type { CrmDeal } from '../crm/contract/index.ts';

/** `mixed`: the lines differ among themselves, or from the quote or deal they belong to. `none`: the CRM names no currency at all. */
export type DealCurrency = { currency: Currency; problem: null } | { currency: null; problem: 'mixed' | 'none' };

/** The one currency of a deal's order: of its quote or deal and of every line. */
export function currencyOfDeal(deal: Pick<CrmDeal, 'currency' | 'lines'>): DealCurrency {
  const all = new Set([deal.currency, ...deal.lines.map(({ currency }) => currency)].filter((each) => each !== null));
  const [currency] = all;
  if (all.size > 1) return { currency: null, problem: 'mixed' };
  return currency ? { currency, problem: null } : { currency: null, problem: 'none' };
}
