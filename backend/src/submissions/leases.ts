import type { Db } from '../store/open.ts';

/**
 * Without a sign of life for so long, a claim is another worker's to take. Three beats may fail before that; a killed process is taken over
 * within these eight seconds and one sweep.
 */
export const LEASE_MS = 8000;
const BEAT_MS = 2000;

const tables = ['submissions', 'write_backs', 'reconciliations'] as const;
type Table = (typeof tables)[number];
/** One claim of this process. `alive`: asked last thing before a write, so that a process that slept does not send what is no longer its own. */
export type Lease = { alive: () => boolean; release: () => void };

/** Keeps this process's claims alive: one statement a table every two seconds, and none while it holds nothing. */
export function createLeases(
  db: Db,
  now: () => Date,
  onError: (error: unknown) => void,
  /** A clock that never jumps, in milliseconds: what is `alive` is judged by it. */
  steady: () => number = () => performance.now(),
) {
  const held: Record<Table, Map<string, number>> = {
    submissions: new Map(),
    write_backs: new Map(),
    reconciliations: new Map(),
  };
  let timer: NodeJS.Timeout | null = null;
  let beating = false;

  async function beatTable(table: Table): Promise<void> {
    const mine = held[table];
    if (mine.size === 0) return;
    const began = steady();
    const rows = await db
      .updateTable(table)
      .set({ lease_until: new Date(now().getTime() + LEASE_MS) })
      .where('claim', 'in', [...mine.keys()])
      .returning('claim')
      .execute();
    for (const { claim } of rows) if (claim && mine.has(claim)) mine.set(claim, began + LEASE_MS);
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
      if (tables.every((table) => held[table].size === 0) && timer) {
        clearInterval(timer);
        timer = null;
      }
    }
  }
  return {
    steady,
    /** `began`: `steady()` from before the statement that claimed, so that the lease here never outlasts the one in the database. */
    hold(table: Table, claim: string, began: number): Lease {
      const mine = held[table];
      mine.set(claim, began + LEASE_MS);
      timer ??= setInterval(() => void beat(), BEAT_MS);
      return {
        alive: () => (mine.get(claim) ?? Number.NEGATIVE_INFINITY) > steady(),
        release: () => void mine.delete(claim),
      };
    },
    stop(): void {
      if (timer) clearInterval(timer);
      timer = null;
      for (const table of tables) held[table].clear();
    },
  };
}
export type Leases = ReturnType<typeof createLeases>;
