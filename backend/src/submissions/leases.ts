import { type Clock, later } from '../store/clock.ts';
import type { Db } from '../store/open.ts';

/**
 * Without a sign of life for so long, a claim is another worker's to take. Three beats may fail before that; a killed process is taken over
 * within these eight seconds and one sweep.
 */
export const LEASE_MS = 8000;
const BEAT_MS = 2000;
/** How late a call is cut whose lease has ended. Nothing new leaves meanwhile: see `erpFetch`. */
const WATCH_MS = 500;

const tables = ['submissions', 'write_backs', 'reconciliations'] as const;
type Table = (typeof tables)[number];
type Held = { until: number; lost: AbortController };
/**
 * One claim of this process. `alive`: asked last thing before a write, so that a process that slept does not send what is no longer its own.
 * `signal`: aborts when the lease has ended or somebody else has the claim; every call made under the lease carries it.
 */
export type Lease = { alive: () => boolean; signal: AbortSignal; release: () => void };

/** Keeps this process's claims alive: one statement a table every two seconds, and none while it holds nothing. */
export function createLeases(
  db: Db,
  clock: Clock,
  onError: (error: unknown) => void,
  /** A clock that never jumps, in milliseconds: what is `alive` is judged by it. */
  steady: () => number = () => performance.now(),
) {
  const held: Record<Table, Map<string, Held>> = {
    submissions: new Map(),
    write_backs: new Map(),
    reconciliations: new Map(),
  };
  let timer: NodeJS.Timeout | null = null;
  let beating = false;
  let beatenAt = 0;

  function lose(each: Held): void {
    each.until = Number.NEGATIVE_INFINITY;
    each.lost.abort(new Error('the lease has ended'));
  }
  async function beatTable(table: Table): Promise<void> {
    const mine = held[table];
    if (mine.size === 0) return;
    const claims = [...mine.keys()];
    const began = steady();
    const rows = await db
      .updateTable(table)
      .set({ lease_until: later(clock, LEASE_MS) })
      .where('claim', 'in', claims)
      .returning('claim')
      .execute();
    const kept = new Set(rows.map(({ claim }) => claim));
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
      for (const table of tables) await beatTable(table);
    } catch (error) {
      onError(error);
    } finally {
      beating = false;
    }
  }
  function watch(): void {
    const at = steady();
    for (const table of tables) for (const each of held[table].values()) if (each.until <= at) lose(each);
    if (tables.every((table) => held[table].size === 0)) {
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
    hold(table: Table, claim: string, began: number): Lease {
      const mine = held[table];
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
      for (const table of tables) held[table].clear();
    },
  };
}
export type Leases = ReturnType<typeof createLeases>;
