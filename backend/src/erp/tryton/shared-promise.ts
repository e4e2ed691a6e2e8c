import { ErpError } from '../contract/errors.ts';

/** Waits for something that several callers share, as long as this one's time lasts. */
export function waitFor<Value>(shared: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const late = () => new ErpError('unreachable', 'no answer in time', { timedOut: true, cause: signal.reason });
  if (signal.aborted) return Promise.reject(late());
  return new Promise((done, fail) => {
    const cut = () => fail(late());
    signal.addEventListener('abort', cut, { once: true });
    shared.then(done, fail).finally(() => signal.removeEventListener('abort', cut));
  });
}

/** Reads once and remembers for `ms`; a failure is not remembered, and callers at the same time share one read. */
export function remembered<Value>(read: () => Promise<Value>, ms: number) {
  let current: { value: Promise<Value>; until: number } | null = null;
  return {
    get(signal: AbortSignal): Promise<Value> {
      if (!current || performance.now() > current.until) {
        const entry = { value: read(), until: performance.now() + ms };
        current = entry;
        entry.value.catch(() => {
          if (current === entry) current = null;
        });
      }
      return waitFor(current.value, signal);
    },
    forget(): void {
      current = null;
    },
  };
}

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
