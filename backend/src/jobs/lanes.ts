import type { AccountId } from '@backroom/shared';
import type { Transaction } from 'kysely';
import { ahead, type Clock } from '../store/clock.ts';
import type { erpLane } from '../store/connections.ts';
import type { Db } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';

/** One for the CRM, and one for each ERP connection: see `erpLane`. */
export type LaneName = 'crm' | ReturnType<typeof erpLane>;
/** How a call to the other side went, seen from the lane. */
export type Traffic =
  | { type: 'ok' }
  | { type: 'down' }
  | { type: 'busy'; retryAfterMs: number | null }
  /** A refusal or a cut answer says nothing about how fast the other side can go. */
  | { type: 'neutral' };

/** Until its description was read, an ERP gets two calls at once. A CRM takes a write-back in some 100 ms and 100 of them in ten seconds. */
const FIRST_CEILING = { erp: 2, crm: 4 } as const;
/** So many failures in a row, and the other side counts as down: one probe at a time instead of everybody. */
export const DOWN_AFTER = 3;
/** Between probes. The last one is how late after its return an ERP is noticed; one call in two seconds disturbs nobody. */
const PROBE_MS = [500, 1000, 2000] as const;
/** A lane comes back with two at once and grows by one a round: a hundred orders that waited arrive as a ramp, not as a wall. */
const RESTART = 2;
/** Eight calls under way that are all told 429 are one sign to slow down, not eight. */
const ONE_CUT_MS = 1000;
/** Who is told to come back later than this is told about a limit of the whole other side; sooner, about that call. */
const SHORT_MS = 5000;

export type Lane = {
  ceiling: number;
  allowed: number;
  tries: number;
  held_until: Date | null;
  /** When the hold was noted. */
  held_at: Date | null;
  in_turn: boolean;
};

/** What may start now, besides what runs; and in how many milliseconds to come back. */
export function room(lane: Lane, active: number, now: Date): { free: number; wakeInMs: number | null } {
  // A hold may last for hours, as a CRM's daily limit does; one that was noted in the future is a clock's that was set back.
  const holds = lane.held_until !== null && lane.held_at !== null && lane.held_at <= ahead(now);
  const wait = holds && lane.held_until ? lane.held_until.getTime() - now.getTime() : 0;
  if (wait > 0) return { free: 0, wakeInMs: wait };
  const allowed = lane.tries >= DOWN_AFTER ? 1 : Math.max(1, Math.floor(lane.allowed));
  return { free: Math.max(0, allowed - active), wakeInMs: null };
}

/**
 * The lane after a call: slower by half when told to slow down, faster by one a round when all is well (as TCP does), held while it is down. A short wait
 * is that of the call alone, until one call at a time is still too many.
 */
export function adjust(lane: Lane, traffic: Traffic, now: Date, random: () => number): Lane {
  /** The later of two holds stands: a probe's pause does not end what a daily limit holds. */
  const later = (until: Date) => {
    const stands = lane.held_until && lane.held_at && lane.held_at <= ahead(now) && lane.held_until >= until;
    return stands ? {} : { held_until: until, held_at: now };
  };
  const jitter = (ms: number) => new Date(now.getTime() + ms * (0.75 + random() * 0.5));
  switch (traffic.type) {
    case 'ok':
      return lane.tries >= DOWN_AFTER
        ? { ...lane, tries: 0, held_until: null, held_at: null, allowed: Math.min(RESTART, lane.ceiling) }
        : { ...lane, tries: 0, allowed: Math.min(lane.ceiling, lane.allowed + 1 / Math.max(1, lane.allowed)) };
    case 'down': {
      const tries = lane.tries + 1;
      const probe = PROBE_MS[Math.min(tries - DOWN_AFTER, PROBE_MS.length - 1)] ?? 2000;
      return tries >= DOWN_AFTER ? { ...lane, tries, ...later(jitter(probe)) } : { ...lane, tries };
    }
    case 'busy': {
      const wait = traffic.retryAfterMs;
      const isAll = wait !== null && (wait > SHORT_MS || lane.allowed <= 1);
      const until = isAll ? new Date(now.getTime() + wait) : null;
      return {
        ...lane,
        allowed: Math.max(1, lane.allowed / 2),
        ...(until ? later(until) : {}),
      };
    }
    default:
      return lane;
  }
}

/** The lanes in the database: every process that works for a connection sees the same limit. */
export function createLanes(db: Db, clock: Clock, steady: () => number) {
  const ceilings = new Map<string, number>();
  const turns = new Map<string, boolean>();
  const well = new Set<string>();
  const lastCut = new Map<string, number>();
  const keyOf = (account: AccountId, name: LaneName) => `${account}|${name}`;

  /** Locks the lane until the transaction ends: whoever counts what is active, counts alone. */
  async function lock(trx: Transaction<Tables>, account: AccountId, name: LaneName): Promise<Lane & { at: Date }> {
    const read = () =>
      trx
        .selectFrom('lanes')
        .select(['ceiling', 'allowed', 'tries', 'held_until', 'held_at', 'in_turn', clock().as('at')])
        .where('account', '=', account)
        .where('lane', '=', name)
        .forUpdate()
        .executeTakeFirst();
    const found = await read();
    if (found) return found;
    const ceiling = ceilings.get(keyOf(account, name)) ?? FIRST_CEILING[name === 'crm' ? 'crm' : 'erp'];
    await trx
      .insertInto('lanes')
      .values({
        account,
        lane: name,
        ceiling,
        allowed: ceiling,
        tries: 0,
        held_until: null,
        held_at: null,
        in_turn: false,
      })
      .onConflict((on) => on.doNothing())
      .execute();
    const made = await read();
    if (!made) throw new Error('a lane was not kept');
    return made;
  }
  return {
    /** Locks it for the caller's transaction. `at`: the database's time, by which the caller compares. */
    lock: async (trx: Transaction<Tables>, account: AccountId, name: LaneName): Promise<Lane & { at: Date }> => {
      const lane = await lock(trx, account, name);
      // Nothing to report while all is well: the usual call costs no statement here.
      if (lane.tries === 0 && lane.held_until === null && lane.allowed >= lane.ceiling) well.add(keyOf(account, name));
      else well.delete(keyOf(account, name));
      return lane;
    },
    async report(account: AccountId, name: LaneName, traffic: Traffic): Promise<void> {
      const key = keyOf(account, name);
      if (traffic.type === 'neutral' || (traffic.type === 'ok' && well.has(key))) return;
      if (traffic.type === 'busy') {
        const began = steady();
        if (began - (lastCut.get(key) ?? Number.NEGATIVE_INFINITY) < ONE_CUT_MS) return;
        lastCut.set(key, began);
      }
      well.delete(key);
      await db.transaction().execute(async (trx) => {
        const { at, ...before } = await lock(trx, account, name);
        const lane = adjust(before, traffic, at, Math.random);
        await trx.updateTable('lanes').set(lane).where('account', '=', account).where('lane', '=', name).execute();
      });
    },
    /** What the adapter's description says; told once a process, and again when it changes. */
    async describe(account: AccountId, name: LaneName, ceiling: number, inTurn: boolean): Promise<void> {
      const key = keyOf(account, name);
      if (ceilings.get(key) === ceiling && turns.get(key) === inTurn) return;
      await db.transaction().execute(async (trx) => {
        const lane = await lock(trx, account, name);
        const free = lane.tries === 0 && lane.allowed >= lane.ceiling;
        await trx
          .updateTable('lanes')
          .set({ ceiling, in_turn: inTurn, allowed: free ? ceiling : Math.min(lane.allowed, ceiling) })
          .where('account', '=', account)
          .where('lane', '=', name)
          .execute();
      });
      ceilings.set(key, ceiling);
      turns.set(key, inTurn);
    },
  };
}
export type Lanes = ReturnType<typeof createLanes>;
