import {
  add,
  addMoney,
  type CreditPosition,
  decimal,
  divide,
  type Money,
  multiply,
  roundMoney,
  subtractMoney,
} from '@backroom/shared';
import { currencyOf, quotedNet } from '../../deals/quoted.ts';
import type { Context } from '../context.ts';
import { dealOf } from '../lines.ts';
import type { Simulated } from '../orders/simulation.ts';
import { readPricing } from '../pricing/service.ts';

const hundred = decimal('100');

/** Net total of each line plus the tax that the ERP names with its price; null where it names none for a line. */
async function withTax(ctx: Context): Promise<Money | null> {
  const deal = dealOf(ctx);
  const currency = currencyOf(deal);
  const pricing = await readPricing(ctx);
  const prices = pricing.state === 'ready' ? pricing.data.lines : [];
  const lines = deal.lines.map((_, index) => {
    const price = prices[index];
    const net = quotedNet(deal, index, currency);
    const tax = price?.state === 'known' ? (price.taxPercent ?? null) : null;
    return net && tax
      ? roundMoney({ amount: multiply(net.amount, divide(add(hundred, tax), hundred)), currency })
      : null;
  });
  return lines.reduce<Money | null>((sum, line) => (sum && line ? addMoney(sum, line) : null), {
    amount: decimal('0'),
    currency,
  });
}

/** What the order would add to the exposure: its total with tax, as the ERP computes it. Null where it is not known. */
export async function orderTotal(ctx: Context, simulated: Simulated): Promise<Money | null> {
  if (simulated.state === 'answered' && simulated.simulation.refusals.length === 0) return simulated.simulation.total;
  return withTax(ctx).catch(() => null);
}

export type Held = { freeAfterDeal: Money | null; unjudged: 'currency' | 'total' | null };
/** What stays free of the limit after an order of `total`, in the position's currency at the ERP's rate. */
export function held({ free, rates = [] }: CreditPosition, total: Money | null): Held {
  if (!free) return { freeAfterDeal: null, unjudged: null };
  if (!total) return { freeAfterDeal: null, unjudged: 'total' };
  if (total.currency === free.currency) return { freeAfterDeal: subtractMoney(free, total), unjudged: null };
  const rate = rates.find(({ currency }) => currency === total.currency)?.rate;
  if (rate === undefined) return { freeAfterDeal: null, unjudged: 'currency' };
  const inOwn = roundMoney({ amount: multiply(total.amount, rate), currency: free.currency });
  return { freeAfterDeal: subtractMoney(free, inOwn), unjudged: null };
}
