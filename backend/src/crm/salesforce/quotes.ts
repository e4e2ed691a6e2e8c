import type { CrmDeal } from '../contract/index.ts';
import type { Row } from './client.ts';
import { text } from './rows.ts';
import { promisesNothing, rankOfStatus, SYNCED_RANK } from './unproved.ts';

const statusOf = (quote: Row) => text(quote, 'Status') ?? '';
export const isAccepted = (quote: Row): boolean => statusOf(quote) === 'Accepted';

export type Counting = { quote: Row | null; others: NonNullable<CrmDeal['otherQuotes']> };

/**
 * The quote that counts: the customer's word first, then what the opportunity is kept in step with, then what was approved or shown. `others` are of
 * the same state: which one is meant a person has to say, and `chosen` is what was said.
 */
export function quoteThatCounts(quotes: readonly Row[], syncedId: string | null, chosen: string | null): Counting {
  const isSynced = (quote: Row) => quote.IsSyncing === true || text(quote, 'Id') === syncedId;
  const rank = (quote: Row) =>
    promisesNothing.has(statusOf(quote))
      ? 0
      : (rankOfStatus[statusOf(quote)] ?? 0) + (isSynced(quote) ? SYNCED_RANK : 0);
  const changed = (quote: Row) => text(quote, 'LastModifiedDate') ?? '';
  const [best, ...rest] = quotes
    .filter((quote) => rank(quote) > 0)
    .sort((left, right) => rank(right) - rank(left) || changed(right).localeCompare(changed(left)));
  if (!best) return { quote: null, others: [] };
  // A quote that is not accepted is the only synced one, and nothing counts as much.
  const alike = isAccepted(best) || !isSynced(best) ? rest.filter((quote) => statusOf(quote) === statusOf(best)) : [];
  const picked = [best, ...alike].find((quote) => chosen !== null && sameId(text(quote, 'Id') ?? '', chosen));
  if (picked) return { quote: picked, others: [] };
  return {
    quote: best,
    others: alike.map((quote) => ({ id: text(quote, 'Id') ?? '', number: text(quote, 'QuoteNumber') })),
  };
}

/** Fifteen characters are the same record as eighteen. */
const sameId = (left: string, right: string) => left.slice(0, 15) === right.slice(0, 15);
