import type { Written } from '../contract/index.ts';

/** Writes once more what failed because a described field is gone. `forget` drops the description first. */
export async function writtenAgain<Entry>(
  entries: readonly Entry[],
  write: (entries: readonly Entry[]) => Promise<Written[]>,
  isStale: (error: Written['error']) => boolean,
  forget: () => void,
): Promise<Written[]> {
  const out = await write(entries);
  const stale = [...out.keys()].filter((nth) => isStale(out[nth]?.error ?? null));
  if (stale.length === 0) return out;
  forget();
  const again = await write(stale.flatMap((nth) => entries[nth] ?? []));
  return out.map((each, nth) => again[stale.indexOf(nth)] ?? each);
}
