import { waitFor } from './memory.ts';

export type Turnstile = <Value>(signal: AbortSignal, work: () => Promise<Value>) => Promise<Value>;

/** At most `size` at once, first come first served; a function may say another number each time. Who waits longer than its signal never starts. */
export function turnstile(size: number | (() => number)): Turnstile {
  const places = typeof size === 'number' ? () => size : size;
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (signal, work) => {
    if (running < places() && waiting.length === 0) running += 1;
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
    running -= 1;
    while (running < places()) {
      const next = waiting.shift();
      if (!next) return;
      running += 1;
      next();
    }
  }
}
