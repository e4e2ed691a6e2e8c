import { ErpError } from '../contract/errors.ts';

/** Waits for something that several callers share, as long as this one's time lasts. Only for reads. */
export function waitFor<Value>(shared: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const late = () => new ErpError('unreachable', 'no answer in time', { timedOut: true, cause: signal.reason });
  if (signal.aborted) return Promise.reject(late());
  return new Promise((done, fail) => {
    const cut = () => fail(late());
    signal.addEventListener('abort', cut, { once: true });
    shared.then(done, fail).finally(() => signal.removeEventListener('abort', cut));
  });
}

/** Remembers what a load gave for a while, and shares a load that is under way. A failure is not remembered. */
export function memory(defaultMs: number) {
  const kept = new Map<string, { value: Promise<unknown>; until: number }>();
  const forget = (key: string) => void kept.delete(key);
  const remember = <Value>(key: string, load: () => Promise<Value>, ms = defaultMs): Promise<Value> => {
    const known = kept.get(key);
    // Not the wall clock: set back by a day, it would keep everything until tomorrow.
    if (known && known.until > performance.now()) return known.value as Promise<Value>;
    const value = load();
    const entry = { value, until: performance.now() + ms };
    kept.set(key, entry);
    value.catch(() => {
      if (kept.get(key) === entry) kept.delete(key);
    });
    return value;
  };
  return Object.assign(remember, { forget });
}

/** One thing that is remembered; each caller waits for it as long as its own time lasts. */
export function remembered<Value>(read: () => Promise<Value>, ms: number) {
  const kept = memory(ms);
  return {
    get: (signal: AbortSignal): Promise<Value> => waitFor(kept('', read), signal),
    forget: (): void => kept.forget(''),
  };
}
