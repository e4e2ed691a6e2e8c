import type { CachePolicy } from '../../cache/figures.ts';

/** Stock moves all day: half a minute is fresh. Yesterday's figure is still better than none, when it says so. */
export const stockPolicy: CachePolicy = { freshMs: 30_000, staleMs: 3 * 86_400_000 };
