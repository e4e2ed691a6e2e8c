import type { CachePolicy } from '../../cache/figures.ts';

export const returnsPolicy: CachePolicy = { freshMs: 60_000, staleMs: 7 * 86_400_000 };
