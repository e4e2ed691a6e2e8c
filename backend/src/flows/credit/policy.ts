import type { CachePolicy } from '../../cache/figures.ts';

/** A limit is a promise about money: a minute, and stale for a day only. */
export const creditPolicy: CachePolicy = { freshMs: 60_000, staleMs: 86_400_000 };
/** With less than this share of the limit left, the rep is told. */
export const NEAR_LIMIT = '0.1';
