import { z } from 'zod';
import { instantSchema } from './ids.ts';
import { problemCodeSchema } from './problem-schema.ts';

/**
 * How old a figure is and where it came from. `live`: read from the ERP for this very answer. `cached`: read a moment
 * ago and still good by the flow's policy. `stale`: past its policy, shown because the ERP could not be asked; `reason`
 * then says why. Each object that carries figures of one ERP answer carries one of these.
 */
export const freshnessSchema = z.object({
  asOf: instantSchema,
  source: z.enum(['live', 'cached', 'stale']),
  reason: problemCodeSchema.optional(),
});
export type Freshness = z.infer<typeof freshnessSchema>;

const rank = { live: 0, cached: 1, stale: 2 } as const;
/** The freshness of a figure computed from several: the oldest moment, the weakest source. */
export function oldest(first: Freshness, ...others: readonly Freshness[]): Freshness {
  return others.reduce((left, right) => {
    const weaker = rank[right.source] > rank[left.source] ? right : left;
    const [earliest = left.asOf] = [left.asOf, right.asOf].sort();
    return { ...weaker, asOf: earliest };
  }, first);
}
