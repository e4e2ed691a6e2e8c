import { waitFor } from './memory.ts';

/** At most `size` at once, first come first served. Who waits longer than its signal never starts. */
export function turnstile(size: number) {
  let free = size;
  const waiting: (() => void)[] = [];
  return async <Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> => {
    if (free > 0) free -= 1;
    else {
      let start = () => {};
      const turn = new Promise<void>((done) => {
        start = done;
      });
      waiting.push(start);
      try {
        await waitFor(turn, signal);
      } catch (error) {
        const place = waiting.indexOf(start);
        // Called in the very moment of the cut: hand the turn on.
        if (place >= 0) waiting.splice(place, 1);
        else release();
        throw error;
      }
    }
    try {
      return await work();
    } finally {
      release();
    }
  };
  function release(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
