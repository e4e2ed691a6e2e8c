import { isChosen, quotesOf } from '../../deals/choice.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Context, oncePerRequest } from '../context.ts';
import { dealOf } from '../lines.ts';

/** Whether a person said that the quote that is used is the one, with all the others in view. Asked only where there are others. */
export const quoteIsChosen = oncePerRequest(async (ctx): Promise<boolean> => {
  const deal = dealOf(ctx);
  if ((deal.otherQuotes ?? []).length === 0) return false;
  return isChosen(deal, await ctx.services.quoteChoices.get(ctx.account.id, deal.id));
});

/** Keeps which of the deal's accepted quotes counts. One that does not count any more, or never did, is refused. */
export async function chooseQuote(ctx: Context, quote: string): Promise<{ quote: string }> {
  const deal = dealOf(ctx);
  const among = quotesOf(deal).map(({ id }) => id);
  if (!among.includes(quote)) throw new ProblemError('quote_changed', { field: 'quote' });
  const { quoteChoices, now, recordFor } = ctx.services;
  await quoteChoices.put(ctx.account.id, deal.id, { quote, among }, ctx.actor, now());
  // What is remembered of the deal has the other quote's lines.
  await recordFor(ctx.account.id, { type: 'deal', id: deal.id }, 'fresh');
  return { quote };
}
