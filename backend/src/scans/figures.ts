import { z } from 'zod';
import { matchingKeys } from '../store/setups.ts';
import type { Facts } from './record.ts';
import type { CrossPair } from './standing.ts';

const coverage = z.object({
  /** Companies that have a value for the key. */
  have: z.number().default(0),
  /** Companies whose value leads to exactly one customer. */
  one: z.number().default(0),
});
const none = { have: 0, one: 0 };
export const figuresSchema = z.object({
  /** Companies with a customer or a candidate: those that the matching key has to find. */
  companies: z.number().default(0),
  keys: z
    .object({
      erp_number: coverage.default(none),
      vat_id: coverage.default(none),
      registration_number: coverage.default(none),
      email: coverage.default(none),
    })
    .default({ erp_number: none, vat_id: none, registration_number: none, email: none }),
  /** Values that too many records have to say who is who. */
  common: z.array(z.object({ kind: z.string(), key: z.string(), count: z.number() })).default([]),
});
export type Figures = z.infer<typeof figuresSchema>;
/** Most values that the page names. */
export const MOST_COMMON = 20;

const reasonsOf = {
  erp_number: ['erp_number'],
  vat_id: ['vat_id'],
  registration_number: ['registration'],
  email: ['email', 'email_domain'],
} as const;
const has = (facts: Facts): Record<(typeof matchingKeys)[number], boolean> => ({
  erp_number: facts.number !== null,
  vat_id: facts.vatId !== null,
  registration_number: facts.registration !== null,
  email: facts.emails.length + facts.domains.length > 0,
});
/** Counts one company that has a counterpart. */
export function countCompany(figures: Figures, facts: Facts, pairs: readonly CrossPair[]): void {
  figures.companies += 1;
  const present = has(facts);
  for (const key of matchingKeys) {
    if (!present[key]) continue;
    figures.keys[key].have += 1;
    const found = pairs.filter(({ why }) => reasonsOf[key].some((each) => why.includes(each)));
    if (found.length === 1) figures.keys[key].one += 1;
  }
}
