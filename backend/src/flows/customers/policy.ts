import { type CachePolicy, LONGEST_STALE_MS } from '../../cache/figures.ts';

/** A search for matches; a rep who looks again wants to see the customer that was just created. */
export const candidatesPolicy: CachePolicy = { freshMs: 15_000, staleMs: 86_400_000 };
export const customerPolicy: CachePolicy = { freshMs: 5 * 60_000, staleMs: LONGEST_STALE_MS };
