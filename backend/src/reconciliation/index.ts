import { type AccountId, dayIn, daysAfter } from '@backroom/shared';
import { createLeases } from '../jobs/leases.ts';
import { createPool } from '../jobs/pool.ts';
import { forgetClaims, LostClaim } from '../jobs/queue.ts';
import { ProblemError } from '../problems/error.ts';
import { type AccountStore, flowIsOn } from '../store/accounts.ts';
import { type Clock, databaseClock, later } from '../store/clock.ts';
import { MAIN } from '../store/connections.ts';
import { type Pause, Stopped, slowly } from './calls.ts';
import { beginNights, timeZoneOf } from './nightly.ts';
import { addRun, changeRun, checkPeriod, claimRuns, type RunRow, runStore } from './runs.ts';
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
  /** Of the default connection: its company's calendar is the account's. */
  const erpFor = async (account: AccountId) => {
    const found = (await options.connectionsOf(account)).find(({ isDefault }) => isDefault);
    return options.erpFor(account, found?.id ?? MAIN);
  };
  const leases = createLeases(db, clock, onError, options.steady);
  const stopping = new AbortController();
  const pause: Pause =
    options.pause ??
    ((ms) =>
      new Promise((done) => {
        const timer = setTimeout(done, ms);
        stopping.signal.addEventListener('abort', () => done(clearTimeout(timer)), { once: true });
      }));
  async function workOn(run: RunRow, began: number): Promise<void> {
    const lease = leases.hold('reconciliations', run.claim ?? '', began);
    try {
      await work(options, run, slowly({ pause, signal: stopping.signal, steady }));
    } catch (error) {
      if (error instanceof LostClaim) return;
      // What is kept so far stays; the next worker goes on behind it.
      let change: Parameters<typeof changeRun>[2] = {};
      if (!(error instanceof Stopped)) {
        onError(error);
        change =
          run.tries >= TRIES
            ? { state: 'failed', finished_at: now() }
            : { due_at: later(clock, AFTER_FAULT_MS), noted_at: clock() };
      }
      await changeRun(db, run, { ...change, claim: null, lease_until: null }).catch(onError);
    } finally {
      lease.release();
    }
  }
  const pool = createPool({
    size: AT_ONCE,
    async claim(free) {
      const began = leases.steady();
      return (await claimRuns(db, clock, free)).map((run) => ({ run, began }));
    },
    run: ({ run, began }) => workOn(run, began),
    onError,
  });
  return {
    ...runs,
    /** Days that the page offers, in the company's calendar. */
    async offered(account: AccountId): Promise<{ from: string; to: string; timeZone: string }> {
      const known = await db
        .selectFrom('reconciliation_nights')
        .select('time_zone')
        .where('account', '=', account)
        .executeTakeFirst();
      const timeZone = known?.time_zone ?? (await timeZoneOf(erpFor, account)) ?? 'UTC';
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
    draw: pool.draw,
    /** Begins due nights, and takes up what a killed process left. */
    async sweep(): Promise<void> {
      await beginNights({ db, accounts: options.accounts, runs, erpFor: erpFor, now }).catch(onError);
      await pool.draw();
    },
    /** Embedded, this is the only process there is: every claim found at its start is a dead one's. */
    forgetClaims: () => forgetClaims(db, ['reconciliations']),
    /** For tests: when nothing is under way. */
    settled: pool.settled,
    async stop(): Promise<void> {
      stopping.abort();
      await pool.stop();
      leases.stop();
    },
  };
}
export type Reconciliation = ReturnType<typeof createReconciliation>;
