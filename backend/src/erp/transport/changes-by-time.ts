import { z } from 'zod';
import { type Change, changeSchema, type Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from './json.ts';

/** A row that changed. `time`: milliseconds since 1970, by the ERP's clock; a row without one is passed over. `told`: what its change makes stale. */
export type ChangedRow = {
  key: string;
  time: number;
  customerId: string | null;
  told: readonly (readonly [kind: Change['kind'], id: string | null | undefined])[];
};
/** A list of the ERP, and its rows that changed since an instant. */
export type TimedList = { name: string; since: (instant: number) => Promise<readonly ChangedRow[]> };

/** What was being committed when a list was read has an earlier time than what was read: each question goes back so far. */
const OVERLAP_MS = 180_000;
/** How far each list was read, and what of the overlap was told: a cursor stands still when nothing is new. */
const cursorSchema = z.object({
  at: z.record(z.string(), z.iso.datetime()),
  seen: z.record(z.string(), z.string()),
});
type Cursor = z.output<typeof cursorSchema>;
const written = (instant: number): string => new Date(instant).toISOString();

/** The changes of lists whose rows say when they changed. No cursor: from now on. */
export async function changesByTime(
  lists: readonly TimedList[],
  cursor: string | null,
  now: () => number,
): Promise<Out<'changes.since'>> {
  const before: Cursor | null = cursor === null ? null : cursorOf(cursorSchema, cursor);
  const start = written(now());
  const at = Object.fromEntries(lists.map(({ name }) => [name, before?.at[name] ?? start]));
  const read = await Promise.all(lists.map(({ name, since }) => since(Date.parse(at[name] ?? start) - OVERLAP_MS)));
  const seen: Record<string, string> = {};
  const changes: Change[] = [];
  for (const [index, { name }] of lists.entries())
    for (const { key, time, customerId, told } of read[index] ?? []) {
      if (Number.isNaN(time)) continue;
      const changed = written(time);
      const row = `${name} ${key}`;
      seen[row] = changed;
      // A clock that is ahead of ours must not carry the question past what is changed now.
      const instant = written(Math.min(time, now()));
      if (instant > (at[name] ?? '')) at[name] = instant;
      // What there was before the feed began is no change.
      if (!before || before.seen[row] === changed) continue;
      for (const [kind, id] of told)
        if (id) changes.push(fit(changeSchema, { kind, id, customerId, at: instant }, name));
    }
  if (cursor !== null && changes.length === 0) return { changes, cursor };
  return { changes, cursor: JSON.stringify({ at, seen } satisfies Cursor) };
}
