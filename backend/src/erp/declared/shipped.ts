import { readFileSync } from 'node:fs';

/** Documents that come with Backroom, to start from. */
const NAMES = ['erpnext', 'dolibarr', 'access-financials', 'access-dimensions', 'sage-100'] as const;
export type Shipped = (typeof NAMES)[number];
export const shippedNames: readonly Shipped[] = NAMES;
export const shipped = (name: Shipped): string =>
  readFileSync(new URL(`documents/${name}.yaml`, import.meta.url), 'utf8');
