import { decimal, multiply, round } from '@backroom/shared';
import { rates } from './rates.ts';
import { type CastDeal, written } from './written-deals.ts';

/** The deal that is an order from the start, and the number that the ERP's seed gives it (the seed refuses to run when it would give another). */
export const converted = { dealId: '5009', orderNumber: 'SO-100143' } as const;

/** Ids in the CRM that both sides must agree on for the deal that is already an order. */
export const quoteIdOf = (dealId: string): string => `8${dealId}`;

/** The deals, their list prices in the deal's own currency, as a rep with the price list would quote them. */
export const deals: readonly CastDeal[] = written.map((deal) => ({
  ...deal,
  lines: deal.lines.map((each) => ({
    ...each,
    price: round(multiply(decimal(each.price), decimal(rates[deal.currency] ?? '1')), 2),
  })),
}));
