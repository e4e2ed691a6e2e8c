import type { Clock } from '../store/clock.ts';
import type { Db } from '../store/open.ts';
import { LEASE_MS, prolong, type QueueName, queueNames } from './queue.ts';

const BEAT_MS = 2000;
/** How late a call is cut whose lease has ended. Nothing new leaves meanwhile: see `erpFetch`. */
const WATCH_MS = 500;

type Held = { until: number; lost: AbortController };
/**
 * One claim of this process. `alive`: asked last thing before a write, so that a process that slept does not send what is no longer its own.
 * `signal`: aborts when the lease has ended or somebody else has the claim; every call made under the lease carries it.
 */
export type Lease = { alive: () => boolean; signal: AbortSignal; release: () => void };

/** Keeps this process's claims alive: one statement a queue every two seconds, and none while it holds nothing. */
export function createLeases(
  db: Db,
  clock: Clock,
  onError: (error: unknown) => void,
  /** A clock that never jumps, in milliseconds: what is `alive` is judged by it. */
  steady: () => number = () => performance.now(),
) {
  const held = Object.fromEntries(queueNames.map((name) => [name, new Map()])) as Record<QueueName, Map<string, Held>>;
  let timer: NodeJS.Timeout | null = null;
  let beating = false;
  let beatenAt = 0;

  function lose(each: Held): void {
    each.until = Number.NEGATIVE_INFINITY;
    each.lost.abort(new Error('the lease has ended'));
  }
  async function beatQueue(name: QueueName): Promise<void> {
    const mine = held[name];
    if (mine.size === 0) return;
    const claims = [...mine.keys()];
    const began = steady();
    const kept = await prolong(db, name, claims, clock);
    for (const claim of claims) {
      const each = mine.get(claim);
      if (!each) continue;
      if (kept.has(claim)) each.until = Math.max(each.until, began + LEASE_MS);
      else lose(each);
    }
  }
  async function beat(): Promise<void> {
    if (beating) return;
    beating = true;
    try {
      for (const name of queueNames) await beatQueue(name);
    } catch (error) {
      onError(error);
    } finally {
      beating = false;
    }
  }
  function watch(): void {
    const at = steady();
    for (const name of queueNames) for (const each of held[name].values()) if (each.until <= at) lose(each);
    if (queueNames.every((name) => held[name].size === 0)) {
      stop();
      return;
    }
    if (performance.now() - beatenAt < BEAT_MS) return;
    beatenAt = performance.now();
    void beat();
  }
  function start(): void {
    if (timer) return;
    beatenAt = performance.now();
    timer = setInterval(watch, WATCH_MS);
  }
  function stop(): void {
    if (!timer) return;
    clearInterval(timer);
    timer = null;
  }
  return {
    steady,
    /** `began`: `steady()` from before the statement that claimed, so that the lease here never outlasts the one in the database. */
    hold(name: QueueName, claim: string, began: number): Lease {
      const mine = held[name];
      const each: Held = { until: began + LEASE_MS, lost: new AbortController() };
      mine.set(claim, each);
      start();
      return {
        alive: () => each.until > steady(),
        signal: each.lost.signal,
        release: () => void mine.delete(claim),
      };
    },
    stop(): void {
      stop();
      for (const name of queueNames) held[name].clear();
    },
  };
}
export type Leases = ReturnType<typeof createLeases>;
