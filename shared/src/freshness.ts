import { z } from 'zod';
import { instantSchema } from './ids.ts';
import { problemCodeSchema } from './problem-schema.ts';

/**
 * Age and source of a figure. `live`: read from the ERP for this answer. `cached`: read earlier and fresh by the flow's policy. `stale`: older
 * than the policy allows, shown because the ERP could not be read; `reason` says why. Each object with figures of one ERP answer has one.
 */
export const freshnessSchema = z.object({
  asOf: instantSchema,
  source: z.enum(['live', 'cached', 'stale']),
  reason: problemCodeSchema.optional(),
});
export type Freshness = z.infer<typeof freshnessSchema>;

const rank = { live: 0, cached: 1, stale: 2 } as const;
/** Freshness of a figure computed from several: the oldest time and the weakest source. */
export function oldest(first: Freshness, ...others: readonly Freshness[]): Freshness {
  return others.reduce((left, right) => {
    const weaker = rank[right.source] > rank[left.source] ? right : left;
    const [earliest = left.asOf] = [left.asOf, right.asOf].sort();
    return { ...weaker, asOf: earliest };
  }, first);
}
