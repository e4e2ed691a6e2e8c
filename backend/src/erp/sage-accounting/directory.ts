import { ErpError } from '../contract/errors.ts';
import { waitFor } from '../transport/memory.ts';

type Row = { id: string; updated_at: string | null };
type Source<Kept> = {
  /** Every row. */
  all: (signal: AbortSignal) => Promise<Kept[]>;
  /** Rows that were changed or made since that moment. */
  since: (moment: string, signal: AbortSignal) => Promise<Kept[]>;
};
/** How long the whole list counts before it is read again. Nothing else tells of deletions. */
const WHOLE_MS = 600_000;
const LOAD_MS = 60_000;
/** What was being committed when the list was read has an earlier time than what was read. */
const OVERLAP_MS = 60_000;

const secondsOf = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

type Read<Kept> = { rows: Map<string, Kept>; latest: string | null; until: number; askedAt: number };

/**
 * A list of Sage that cannot be asked for by what we look for. It is read as a whole once and kept; each question asks only for what has changed since, so that
 * no answer is older than its question.
 */
export function directory<Kept extends Row>({ all, since }: Source<Kept>) {
  let kept: Read<Kept> | null = null;
  let loading: Promise<Read<Kept>> | null = null;
  const put = (read: Read<Kept>, rows: readonly Kept[]) => {
    for (const row of rows) {
      read.rows.set(row.id, row);
      if (row.updated_at !== null && row.updated_at > (read.latest ?? '')) read.latest = row.updated_at;
    }
  };
  async function load(): Promise<Read<Kept>> {
    const askedAt = performance.now();
    const read: Read<Kept> = { rows: new Map(), latest: null, until: askedAt + WHOLE_MS, askedAt };
    put(read, await all(AbortSignal.timeout(LOAD_MS)));
    kept = read;
    return read;
  }
  /** Everybody who comes meanwhile waits for the same reading. */
  function whole(signal: AbortSignal): Promise<Read<Kept>> {
    loading ??= load().finally(() => {
      loading = null;
    });
    return waitFor(loading, signal);
  }
  return {
    /** `within`: milliseconds that an answer may be old. */
    async rows(signal: AbortSignal, within = 0): Promise<ReadonlyMap<string, Kept>> {
      if (signal.aborted)
        throw new ErpError('unreachable', 'no answer in time', { timedOut: true, cause: signal.reason });
      const read = kept;
      const now = performance.now();
      if (!read || read.until <= now || read.latest === null) return (await whole(signal)).rows;
      if (now - read.askedAt < within) return read.rows;
      put(read, await since(secondsOf(Date.parse(read.latest) - OVERLAP_MS), signal));
      read.askedAt = now;
      return read.rows;
    },
    /** What we have just made ourselves. */
    put(row: Kept): void {
      if (kept) put(kept, [row]);
    },
  };
}
export type Directory<Kept extends Row> = ReturnType<typeof directory<Kept>>;

const LISTED = 500;
/** The rows after one id, in the order of their ids; `next`: the last id, where there are more. */
export function pageAfter<Kept extends { id: string }>(rows: readonly Kept[], after: string) {
  const left = rows.filter(({ id }) => id > after).sort((one, other) => (one.id < other.id ? -1 : 1));
  const page = left.slice(0, LISTED);
  return { page, next: left.length > page.length ? (page.at(-1)?.id ?? null) : null };
}
