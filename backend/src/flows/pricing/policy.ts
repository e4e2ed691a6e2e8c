import type { CachePolicy } from '../../cache/figures.ts';

/** Price lists change by the day, not by the minute; a stale price is shown for a week, never quietly. */
export const pricingPolicy: CachePolicy = { freshMs: 5 * 60_000, staleMs: 7 * 86_400_000 };
