import { ErpError } from '../contract/errors.ts';

/** Remembers what a load gave for a while, and shares a load that is under way. A failure is not remembered. */
export function remembered(defaultMs: number) {
  const kept = new Map<string, { value: Promise<unknown>; until: number }>();
  const forget = (key: string) => void kept.delete(key);
  const remember = <Value>(key: string, load: () => Promise<Value>, ttlMs = defaultMs): Promise<Value> => {
    const known = kept.get(key);
    if (known && known.until > Date.now()) return known.value as Promise<Value>;
    const value = load();
    const entry = { value, until: Date.now() + ttlMs };
    kept.set(key, entry);
    value.catch(() => {
      if (kept.get(key) === entry) kept.delete(key);
    });
    return value;
  };
  return Object.assign(remember, { forget });
}

/** A shared promise, for as long as this caller can wait. Only for reads. */
export function within<Value>(signal: AbortSignal, shared: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cut = () => reject(new ErpError('unreachable', 'Odoo did not answer in time', { timedOut: true }));
    if (signal.aborted) return cut();
    signal.addEventListener('abort', cut, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener('abort', cut));
  });
}

/** One at a time: four clients that confirm orders of the same products are slower than one (5.9/s against 8.5/s, measured). */
export function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
