import { add, type Decimal, decimal, equalIn, isZero, placesOf } from '@backroom/shared';
import type { CrmAdjustment, CrmGap, CrmLine } from '../contract/index.ts';
import { besideItems, elementGaps } from './price-elements.ts';
import { currencyOf, filled, type Item, numberGap, numberOf, type Quote, type QuoteHead } from './schemas.ts';
import { approved, dayOf, lostQuote, notTransferred, OPPORTUNITY, priced, unshownQuote, wonQuote } from './unproved.ts';

const zero = decimal('0');
type Standing = 'accepted' | 'shown' | 'none';
/** What a quote promises: a won one, one that the customer has, or nothing. */
export function standingOf({
  lifeCycleStatus: life,
  progressStatus: progress,
  approvalStatus: approval,
}: QuoteHead): Standing {
  if (life === 'INACTIVE_VERSION' || lostQuote.has(progress ?? '')) return 'none';
  if (progress === wonQuote) return 'accepted';
  return unshownQuote.has(life ?? '') || (approval != null && !approved.has(approval)) ? 'none' : 'shown';
}
const made = ({ adminData }: QuoteHead): number => Date.parse(adminData?.createdOn ?? '') || 0;
const changed = ({ adminData }: QuoteHead): number => Date.parse(adminData?.updatedOn ?? '') || 0;
const number = ({ displayId }: QuoteHead): string => displayId ?? '';
/** Later made first; of two made at once the one with the later number, then the one that was changed last. */
const later = (left: QuoteHead, right: QuoteHead): number =>
  made(right) - made(left) ||
  number(right).localeCompare(number(left), 'en', { numeric: true }) ||
  changed(right) - changed(left);
/** Accepted quotes count before those that were shown, the primary one of these first, then the newest. Others promise nothing. */
export function quoteThatCounts(heads: readonly QuoteHead[], chosen: string | null) {
  const newest = [...heads].sort(later);
  const accepted = newest.filter((head) => standingOf(head) === 'accepted');
  const picked = accepted.find(({ id }) => id === chosen?.toLowerCase());
  if (picked) return { quote: picked, others: [] };
  const shown = newest.filter((head) => standingOf(head) === 'shown');
  const first = shown.find(({ isPrimary }) => isPrimary === true) ?? shown[0];
  return { quote: accepted[0] ?? first ?? null, others: accepted.slice(1) };
}
/** Whether the quote follows from this opportunity. */
export const belongsTo = ({ relatedObjects }: QuoteHead, opportunity: string): boolean =>
  (relatedObjects ?? []).some(({ objectId }) => objectId?.toLowerCase() === opportunity);
/** The opportunity that a quote follows from; null where there is none, or more than one. */
export function opportunityOf({ relatedObjects }: QuoteHead): string | null {
  const found = (relatedObjects ?? [])
    .filter(({ type }) => type === OPPORTUNITY)
    .flatMap(({ objectId }) => objectId ?? []);
  const [only] = new Set(found.map((id) => id.toLowerCase()));
  return new Set(found).size === 1 ? (only ?? null) : null;
}

/** SAP's own way from a quote to an order of the ERP, where it has begun or has ended. */
export function ownOrderIn(heads: readonly QuoteHead[]): { number: string | null; state: 'made' | 'under_way' } | null {
  const states = heads.flatMap(({ transferStatus, externalSalesOrderRequestStatus: request, externalId }) => {
    const told = [transferStatus, request].filter((each) => each != null && each !== notTransferred);
    const displayId = filled(externalId?.displayId);
    const isMade = displayId !== null || told.includes('FINISHED');
    return displayId === null && told.length === 0 ? [] : [{ displayId, isMade }];
  });
  if (states.length === 0) return null;
  const numbered = states.find(({ displayId }) => displayId !== null);
  return {
    number: numbered?.displayId ?? null,
    state: states.some(({ isMade }) => isMade) ? 'made' : 'under_way',
  };
}

type Money = { adjustments: CrmAdjustment[]; total: Decimal | null; gaps: CrmGap[] };
/** What the quote comes to: the sum of its items, what stands beside them, and its own totals, which have to agree. */
export function moneyOf(quote: Quote, items: readonly Item[], lines: readonly CrmLine[]): Money {
  const { netAmount, taxAmount, grossAmount } = quote.totalValues ?? {};
  const gaps: CrmGap[] = [
    ...numberGap('totalValues.netAmount', netAmount?.content, null),
    ...numberGap('totalValues.taxAmount', taxAmount?.content, null),
    ...numberGap('totalValues.grossAmount', grossAmount?.content, null),
    ...elementGaps(quote.priceElements, null),
  ];
  const [whole, gross] = [numberOf(netAmount), numberOf(grossAmount)];
  if (lines.length === 0) {
    if (whole !== null && !isZero(whole))
      gaps.push({ kind: 'unreadable', what: `items (totalValues.netAmount ${whole})`, lineId: null });
    return { adjustments: [], total: null, gaps };
  }
  const tax = numberOf(taxAmount) ?? zero;
  const taxes: CrmAdjustment[] = isZero(tax) ? [] : [{ kind: 'tax', name: 'taxAmount', percent: null, amount: tax }];
  // An item without an amount is a line without a price, which blocks by itself.
  const isWhole = lines.every(({ total }) => total != null);
  if (whole === null || !isWhole) {
    if (netAmount?.content == null) gaps.push({ kind: 'hidden', what: 'totalValues.netAmount', lineId: null });
    return { adjustments: taxes, total: null, gaps };
  }
  const digits = placesOf(currencyOf(netAmount?.currencyCode));
  const beside = besideItems(quote.priceElements, items, whole, digits);
  const sums = [add(whole, tax), add(whole, tax, beside.outside)];
  if (gross !== null && !sums.some((sum) => equalIn(sum, gross, digits)))
    gaps.push({ kind: 'adjustment', what: `totalValues.grossAmount ${gross}`, lineId: null });
  return { adjustments: [...beside.adjustments, ...taxes], total: beside.net, gaps: [...gaps, ...beside.gaps] };
}
/** States of a quote in which its figures do not hold. */
export function stateGaps({ pricingStatus, consistencyStatus }: Quote): CrmGap[] {
  const gaps: CrmGap[] = [];
  if (pricingStatus != null && !priced.has(pricingStatus))
    gaps.push({ kind: 'unreadable', what: `pricingStatus ${pricingStatus}`, lineId: null });
  if (consistencyStatus === 'INCONSISTENT')
    gaps.push({ kind: 'unreadable', what: 'consistencyStatus INCONSISTENT', lineId: null });
  return gaps;
}
export function currencyGaps(quote: Quote): CrmGap[] {
  const [of, total] = [quote.businessTerms?.currency, quote.totalValues?.netAmount?.currencyCode].map(currencyOf);
  return of && total && of !== total
    ? [{ kind: 'unreadable', what: `quote in ${of}, its total in ${total}`, lineId: null }]
    : [];
}
export const currencyOfQuote = (quote: Quote | null) =>
  currencyOf(quote?.businessTerms?.currency) ?? currencyOf(quote?.totalValues?.netAmount?.currencyCode);
/** The last day on which a quote holds. */
export const expiry = ({ validityPeriod }: QuoteHead): string | null => dayOf(validityPeriod?.endDate ?? '');
export const wantedDay = ({ requestedFulfillmentPeriod: period }: QuoteHead): string | null =>
  dayOf(period?.startDateTime ?? period?.endDateTime ?? '');
