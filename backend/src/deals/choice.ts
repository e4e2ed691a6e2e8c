import type { CrmDeal, CrmRecord } from '../crm/contract/index.ts';

/** `among`: all quotes that there were to choose from, the chosen one included. */
export type QuoteChoice = { quote: string; among: readonly string[] };

/** The quotes that count alike: the one that is used, and the others. */
export const quotesOf = ({ quote, otherQuotes = [] }: Pick<CrmDeal, 'quote' | 'otherQuotes'>) =>
  quote ? [{ id: quote.id, number: quote.number }, ...otherQuotes] : [];

/**
 * Reads the deal by the quote that a person chose, while that is one of those that count. The others stay named, so that the choice can be
 * changed and a quote that came later is noticed; adapters name none once they were told which to use.
 */
export async function readByChoice(
  read: (quote: string | null) => Promise<CrmRecord>,
  choice: QuoteChoice | null,
): Promise<CrmRecord> {
  const record = await read(null);
  if (!choice || record.type !== 'deal' || record.quote?.id === choice.quote) return record;
  const quotes = quotesOf(record);
  if (!quotes.some(({ id }) => id === choice.quote)) return record;
  const chosen = await read(choice.quote);
  if (chosen.type !== 'deal' || chosen.quote?.id !== choice.quote) return record;
  return { ...chosen, otherQuotes: quotes.filter(({ id }) => id !== choice.quote) };
}

/** Whether a person chose the quote that is used, and knew all the others. */
export const isChosen = (deal: Pick<CrmDeal, 'quote' | 'otherQuotes'>, choice: QuoteChoice | null): boolean =>
  choice !== null && deal.quote?.id === choice.quote && quotesOf(deal).every(({ id }) => choice.among.includes(id));
