import type { CachePolicy } from '../../cache/figures.ts';

/** Invoices come and are paid by the day. */
export const invoicesPolicy: CachePolicy = { freshMs: 2 * 60_000, staleMs: 7 * 86_400_000 };
