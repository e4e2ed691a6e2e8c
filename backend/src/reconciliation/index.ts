import { type AccountId, dayIn, daysAfter } from '@backroom/shared';
import { ProblemError } from '../problems/error.ts';
import { type AccountStore, flowIsOn } from '../store/accounts.ts';
import { type Clock, databaseClock, later } from '../store/clock.ts';
import { LostClaim } from '../submissions/claims.ts';
import { createLeases } from '../submissions/leases.ts';
import { type Pause, Stopped, slowly } from './calls.ts';
import { beginNights, timeZoneOf } from './nightly.ts';
import { addRun, changeRun, checkPeriod, claimRun, type RunRow, runStore } from './runs.ts';
import { type WorkContext, work } from './work.ts';

/** Runs that one process has under way; each is one slow call after the other. */
const AT_ONCE = 4;
/** A run that broke down so often does so for a reason of ours. */
const TRIES = 5;
const AFTER_FAULT_MS = 60_000;
/** The period that the page offers. */
const OFFERED_DAYS = 30;

export type ReconciliationOptions = WorkContext & {
  accounts: Pick<AccountStore, 'get'>;
  onError: (error: unknown) => void;
  /** For tests: how time passes. */
  clock?: Clock;
  pause?: Pause;
  steady?: () => number;
};

/** What the CRM says was sold against what the ERP has: begun by a person or the night, worked by whichever process has room. */
export function createReconciliation(options: ReconciliationOptions) {
  const { db, now, onError, clock = databaseClock } = options;
  const steady = options.steady ?? (() => performance.now());
  const runs = runStore(db);
  const leases = createLeases(db, clock, onError, options.steady);
  const stopping = new AbortController();
  const pause: Pause =
    options.pause ??
    ((ms) =>
      new Promise((done) => {
        const timer = setTimeout(done, ms);
        stopping.signal.addEventListener('abort', () => done(clearTimeout(timer)), { once: true });
      }));
  let running = 0;
  /** Runs under way, each with the look for the next one. */
  const active = new Set<Promise<void>>();

  async function workOn(run: RunRow, began: number): Promise<void> {
    const lease = leases.hold('reconciliations', run.claim ?? '', began);
    try {
      await work(options, run, slowly({ pause, signal: stopping.signal, steady }));
    } catch (error) {
      if (error instanceof LostClaim) return;
      // What is kept so far stays; the next worker goes on behind it.
      const given = { claim: null, lease_until: null };
      let change: Parameters<typeof changeRun>[2] = given;
      if (!(error instanceof Stopped)) {
        onError(error);
        change =
          run.tries >= TRIES
            ? { ...given, state: 'failed', finished_at: now() }
            : { lease_until: later(clock, AFTER_FAULT_MS) };
      }
      await changeRun(db, run, change).catch(onError);
    } finally {
      lease.release();
    }
  }
  async function draw(): Promise<void> {
    while (running < AT_ONCE && !stopping.signal.aborted) {
      const began = leases.steady();
      const run = await claimRun(db, clock);
      if (!run) return;
      running += 1;
      const working: Promise<void> = workOn(run, began)
        .finally(() => {
          running -= 1;
        })
        .then(draw)
        .catch(onError)
        .finally(() => void active.delete(working));
      active.add(working);
    }
  }
  return {
    ...runs,
    /** Days that the page offers, in the company's calendar. */
    async offered(account: AccountId): Promise<{ from: string; to: string; timeZone: string }> {
      const known = await db
        .selectFrom('reconciliation_nights')
        .select('time_zone')
        .where('account', '=', account)
        .executeTakeFirst();
      const timeZone = known?.time_zone ?? (await timeZoneOf(options.erpFor, account)) ?? 'UTC';
      const to = dayIn(timeZone, now());
      return { from: daysAfter(to, 1 - OFFERED_DAYS), to, timeZone };
    },
    /** Begins a run; where one is under way already, it is that one. */
    async start(who: { account: AccountId; actor: string }, period: { from: string; to: string }): Promise<string> {
      checkPeriod(period.from, period.to);
      const account = await options.accounts.get(who.account);
      if (!account) throw new ProblemError('account_unknown');
      if (!flowIsOn(account, 'orders')) throw new ProblemError('flow_off');
      const { timeZone } = await this.offered(who.account);
      const run = { ...period, timeZone, requestedBy: who.actor, night: null };
      const id = await db.transaction().execute((trx) => addRun(trx, who.account, run, now()));
      if (id) return id;
      const [newest] = await runs.list(who.account, 1);
      if (!newest) throw new ProblemError('not_found');
      return newest.id;
    },
    /** Takes up what waits. Only workers call it. */
    draw: () => draw().catch(onError),
    /** Begins due nights, and takes up what a killed process left. */
    async sweep(): Promise<void> {
      await beginNights({ db, accounts: options.accounts, runs, erpFor: options.erpFor, now }).catch(onError);
      await draw();
    },
    /** Embedded, we are the only process there is: every claim found at the start is a dead one's. */
    async forgetClaims(): Promise<void> {
      await db
        .updateTable('reconciliations')
        .set({ claim: null, lease_until: null })
        .where('claim', 'is not', null)
        .execute();
    },
    /** For tests: when nothing is under way. */
    async settled(): Promise<void> {
      while (active.size > 0) await Promise.all(active);
    },
    async stop(): Promise<void> {
      stopping.abort();
      await Promise.all(active);
      leases.stop();
    },
  };
}
export type Reconciliation = ReturnType<typeof createReconciliation>;
