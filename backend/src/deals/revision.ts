import { createHash } from 'node:crypto';
import { canonical } from '@backroom/shared';
import type { CrmDeal } from '../crm/contract/index.ts';
import { currencyOfDeal } from './currency.ts';
import { adjustmentsKey, settle } from './settle.ts';

/**
 * A hash of what would be ordered: company, currency, quote, lines and what stands beside them. Equal numbers written differently ("1.0", "1") give
 * one revision, and what an order does not depend on (the deal's name, its stage) does not change it.
 */
export function revisionOf(
  deal: Pick<CrmDeal, 'company' | 'currency' | 'quote' | 'lines' | 'adjustments' | 'total'>,
): string {
  const settled = settle(deal, currencyOfDeal(deal).currency);
  const beside = adjustmentsKey(deal);
  const content = {
    company: deal.company?.id ?? null,
    currency: deal.currency,
    quote: deal.quote?.id ?? null,
    lines: deal.lines.map((line, index) => {
      const price = settled.lines[index]?.unitPrice;
      return [line.code, line.quantity && canonical(line.quantity), price ? canonical(price) : null];
    }),
    // Left out where there is none, so that the revisions of earlier releases stay what they are.
    ...(beside.length > 0 ? { beside } : {}),
  };
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}
