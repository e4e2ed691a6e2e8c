import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { type Route, send } from './outgoing.ts';

type Right = { alive: () => boolean };
const rights = new AsyncLocalStorage<Right>();
/** Calls whose request may not have left yet: their connection is still being made. */
const leaving = new Map<AbortController, Right>();
subscribe('undici:client:sendHeaders', () => {
  for (const [cut, right] of leaving) if (!right.alive()) cut.abort(ended());
});
const ended = () => new DOMException('the lease has ended', 'AbortError');

/** What is asked of an ERP inside leaves only as long as `right` is alive. */
export const underRight = <Result>(right: Right, work: () => Promise<Result>): Promise<Result> =>
  rights.run(right, work);

/**
 * `fetch` for adapters. A process that was stopped and goes on answers its sockets before its timers: without this, a create of several calls
 * would send its next one long after another worker took it over. It is asked when the call begins, and again when its first byte is due.
 */
export function erpFetch(url: string | URL, init: RequestInit = {}, route?: Route): Promise<Response> {
  const right = rights.getStore();
  if (!right) return send(url, init, route);
  if (!right.alive()) return Promise.reject(ended());
  const cut = new AbortController();
  const signal = init.signal ? AbortSignal.any([init.signal, cut.signal]) : cut.signal;
  const answer = send(url, { ...init, signal }, route);
  leaving.set(cut, right);
  return answer.finally(() => leaving.delete(cut));
}
