import type { CachePolicy } from '../../cache/figures.ts';

/** Order status follows the warehouse; our own writes make it due at once. */
export const ordersPolicy: CachePolicy = { freshMs: 30_000, staleMs: 7 * 86_400_000 };
