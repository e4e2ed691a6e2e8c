import type { CrmDeal } from '../contract/index.ts';
import type { HubSpotObject } from './schemas.ts';
import { saysSigned } from './unproved.ts';

export const quoteProperties = [
  'hs_status',
  'hs_quote_number',
  'hs_expiration_date',
  'hs_timezone',
  'hs_currency',
  'hs_lastmodifieddate',
  'hs_quote_amount',
  'hs_esign_status',
  'hs_esign_num_signers_completed',
  'hs_esign_num_signers_required',
  'hs_manually_signed',
  'hs_payment_status',
];
const ACCEPTED = 2;
const PUBLISHED = 1;
const published = new Set(['APPROVED', 'APPROVAL_NOT_NEEDED']);

/** A quote of the older kind keeps its published state when the buyer has signed or paid it. */
function isSigned({ properties: p }: HubSpotObject): boolean {
  const required = Number(p.hs_esign_num_signers_required ?? 0);
  const signed = required > 0 && Number(p.hs_esign_num_signers_completed ?? 0) >= required;
  return signed || saysSigned(p);
}
/** Drafts, rejected quotes and those that wait for an approval were never offered to anybody. */
function rank(quote: HubSpotObject): number {
  const status = quote.properties.hs_status ?? '';
  if (status === 'ACCEPTED') return ACCEPTED;
  if (!published.has(status)) return 0;
  return isSigned(quote) ? ACCEPTED : PUBLISHED;
}
export const isAccepted = (quote: HubSpotObject): boolean => rank(quote) === ACCEPTED;

const numbered = ({ id, properties: p }: HubSpotObject) => ({ id, number: p.hs_quote_number ?? null });
export type Counting = { quote: HubSpotObject | null; others: NonNullable<CrmDeal['otherQuotes']> };
/** The quote that counts, and further accepted ones. Of those that were only published the newest replaces the others. `chosen`: by a person. */
export function quoteThatCounts(quotes: readonly HubSpotObject[], chosen: string | null): Counting {
  const newestFirst = (left: HubSpotObject, right: HubSpotObject) =>
    (right.properties.hs_lastmodifieddate ?? '').localeCompare(left.properties.hs_lastmodifieddate ?? '');
  const best = Math.max(0, ...quotes.map(rank));
  if (best === 0) return { quote: null, others: [] };
  const alike = quotes.filter((quote) => rank(quote) === best).sort(newestFirst);
  const picked = alike.find(({ id }) => id === chosen);
  if (picked) return { quote: picked, others: [] };
  const [quote = null, ...others] = alike;
  return { quote, others: best === ACCEPTED ? others.map(numbered) : [] };
}
