import type { Check } from '@backroom/shared';
import { check, type Findings } from './check.ts';

/** The quote as the CRM has it. */
export function aboutQuote({ deal, today }: Findings): Check[] {
  const found: Check[] = [];
  if (deal.lines.length === 0) found.push(check('no_lines', 'block'));
  if (deal.quote && !deal.quote.accepted) found.push(check('quote_not_accepted', 'warn'));
  if (deal.quote?.expiresOn && deal.quote.expiresOn < today)
    found.push(check('quote_expired', 'warn', { date: deal.quote.expiresOn }));
  return found;
}
