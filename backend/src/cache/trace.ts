import type { Stamp } from '../store/changes.ts';
import type { FigureTrace } from './figures.ts';

/** What an answer was made of: it is out of date once a stamp is not current, and at the latest at `until`. */
export type Made = { stamps: readonly Stamp[]; until: number; figures: readonly string[] };

/** Current offsets of time zones are multiples of this, so no company's day changes in between. */
const QUARTER_HOUR_MS = 15 * 60_000;

/** Follows what an answer is made of. An answer that depends on something without a stamp is not kept. */
export function traceAnswer(stamp: Stamp | null, now: number, longestMs: number) {
  const stamps = new Set<Stamp>();
  let until = Math.min(now + longestMs, (Math.floor(now / QUARTER_HOUR_MS) + 1) * QUARTER_HOUR_MS);
  const figures: string[] = [];
  let running = 0;
  let kept = true;
  const stop = (): void => {
    kept = false;
  };
  const add = (from: Stamp | null | undefined, end = until): void => {
    if (from) stamps.add(from);
    else stop();
    until = Math.min(until, end);
  };
  add(stamp);
  const ofFigures: FigureTrace = {
    remembered(key, from, end) {
      figures.push(key);
      add(from, end);
    },
    unsettled: stop,
  };
  return {
    stop,
    add,
    figures: ofFigures,
    /** A read that fails, or that the answer does not wait for, is not known to give the same the next time. */
    during<Value>(read: Value): Value {
      if (!(read instanceof Promise)) return read;
      running += 1;
      read.then(() => {
        running -= 1;
      }, stop);
      return read;
    },
    made: (): Made | null =>
      kept && running === 0 && [...stamps].every(({ current }) => current)
        ? { stamps: [...stamps], until, figures }
        : null,
  };
}
export type Trace = ReturnType<typeof traceAnswer>;
