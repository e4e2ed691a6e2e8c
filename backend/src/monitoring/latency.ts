import { latencyBounds } from '../store/monitoring-migration.ts';

/**
 * The latency that a part of the calls did not exceed, in milliseconds, from the counts of the buckets. Inside a bucket calls count as evenly spread.
 * Null without calls. Calls beyond the last bound count as the last bound.
 */
export function percentile(buckets: readonly number[], part: number): number | null {
  const all = buckets.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let before = 0;
  for (const [nth, count] of buckets.entries()) {
    if (count > 0 && before + count >= part * all) {
      const from = nth === 0 ? 0 : (latencyBounds[nth - 1] ?? 0);
      const to = latencyBounds[nth] ?? from;
      return Math.round(from + ((to - from) * (part * all - before)) / count);
    }
    before += count;
  }
  return latencyBounds.at(-1) ?? null;
}
