import { randomUUID } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { CrmError } from '../crm/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import { createPool } from '../jobs/pool.ts';
import { forgetClaims } from '../jobs/queue.ts';
import { ProblemError } from '../problems/error.ts';
import { type Pause, Stopped, slowly } from '../reconciliation/calls.ts';
import { databaseClock, later } from '../store/clock.ts';
import { MAIN } from '../store/connections.ts';
import { problemOf } from '../submissions/context.ts';
import { classify } from './classify.ts';
import type { ScanContext } from './context.ts';
import { decide } from './decide.ts';
import { fileReader } from './file.ts';
import { discard, forgetOld, forgetOthers } from './forget.ts';
import { linkWanted } from './link.ts';
import { makeNameKeys, matchKeys } from './match.ts';
import { readCrm, readErp } from './read.ts';
import {
  changeScan,
  claimScans,
  keepStep,
  LEASE_MS,
  LostScan,
  prolong,
  SCANS_CHANNEL,
  type ScanRow,
  scanAccount,
} from './rows.ts';
import { scanViews } from './views.ts';

/** Scans that one process works on. Their reads are one slow call after the other. */
const AT_ONCE = 2;
/** A scan that broke down so often without a step forward waits for a person. */
const TRIES = 5;
const AFTER_FAULT_MS = 60_000;
const MOST_WAIT_MS = 900_000;
/** Beside reps: a third of the time is left to others. What the CRM's quota allows is the limit of its client. */
const restAfter = (tookMs: number): number => Math.max(50, tookMs / 2);

export type ScanOptions = Omit<ScanContext, 'clock'> & {
  onError: (error: unknown) => void;
  clock?: ScanContext['clock'];
  pause?: Pause;
  steady?: () => number;
};

/** Scans for duplicates: begun by a person, worked by whichever process has room, paused and resumed at any time. */
export function createScans(options: ScanOptions) {
  const { db, accounts, now, onError, clock = databaseClock, steady = () => performance.now() } = options;
  const ctx: ScanContext = { ...options, clock };
  const stopping = new AbortController();
  const pause: Pause =
    options.pause ??
    ((ms) =>
      new Promise((done) => {
        const timer = setTimeout(done, ms);
        stopping.signal.addEventListener('abort', () => done(clearTimeout(timer)), { once: true });
      }));

  async function work(claimed: ScanRow): Promise<void> {
    const account = scanAccount(claimed);
    const slow = slowly({ pause, signal: stopping.signal, steady, restAfter });
    const stopIfAsked = () => {
      if (stopping.signal.aborted) throw new Stopped();
    };
    let scan = claimed;
    if (scan.phase === 'crm') {
      const names = (await accounts.get(account))?.setup.fields ?? {};
      scan = await readCrm(ctx, scan, await options.crmFor(account), names, slow);
    }
    const erp = () => options.erpFor(account, scan.connection);
    if (scan.phase === 'erp') scan = await readErp(ctx, scan, await erp(), slow);
    if (scan.phase === 'keys') scan = await makeNameKeys(ctx, scan, stopIfAsked);
    if (scan.phase === 'match') scan = await matchKeys(ctx, scan, stopIfAsked);
    // The planner takes a table that was filled a moment ago for an empty one; an embedded database never counts it by itself.
    if (scan.phase === 'judge') await sql`analyze scan_records, scan_pairs`.execute(db);
    scan = await classify(ctx, scan, stopIfAsked);
    const isLinking = scan.phase === 'link';
    if (isLinking) scan = await linkWanted(ctx, scan, await erp(), slow);
    const end = { state: 'finished', finished_at: isLinking ? scan.finished_at : now(), claim: null };
    await keepStep(db, clock, scan, { ...end, lease_until: null }, async (trx) => {
      // The keys are of use while the scan runs only, and earlier scans say nothing that this one does not.
      await trx.deleteFrom('scan_keys').where('account', '=', account).where('scan', '=', scan.id).execute();
      await forgetOthers(trx, scan);
    });
  }
  /** What the scan goes on from stays; when it is tried again depends on what was wrong. */
  async function rest(scan: ScanRow, error: unknown): Promise<void> {
    const known = error instanceof ErpError || error instanceof CrmError || error instanceof ProblemError;
    const free = { claim: null, lease_until: null };
    if (error instanceof Stopped) return changeScan(db, scan, { ...free, tries: 0 });
    if (!known) onError(error);
    const asked = error instanceof ErpError || error instanceof CrmError ? error.retryAfterMs : null;
    const passes = known && 'kind' in error && ['busy', 'unreachable'].includes(error.kind);
    const problem = JSON.stringify(known ? problemOf(error) : null);
    if (!passes && (known || scan.tries >= TRIES))
      return changeScan(db, scan, { ...free, problem, state: 'failed', finished_at: now() });
    const wait = Math.min(Math.max(asked ?? 0, AFTER_FAULT_MS), MOST_WAIT_MS);
    return changeScan(db, scan, { ...free, problem, due_at: later(clock, wait), ...(passes ? { tries: 0 } : {}) });
  }
  async function run(scan: ScanRow): Promise<void> {
    // A process that dies in each try leaves no word of it.
    if (scan.tries > TRIES)
      return changeScan(db, scan, { state: 'failed', finished_at: now(), claim: null, lease_until: null });
    const beat = setInterval(() => void prolong(db, clock, scan).catch(() => {}), LEASE_MS / 4);
    try {
      await work(scan);
    } catch (error) {
      if (!(error instanceof LostScan))
        await rest(scan, error).catch((lost: unknown) => {
          if (!(lost instanceof LostScan)) onError(lost);
        });
    } finally {
      clearInterval(beat);
    }
  }
  const pool = createPool({ size: AT_ONCE, claim: (free) => claimScans(db, clock, free), run, onError });
  const views = scanViews(db);
  const tell = (account: AccountId) => sql`select pg_notify(${SCANS_CHANNEL}, ${account})`.execute(db);

  const decided = decide(ctx, views, tell);

  return {
    ...views,
    ...decided,
    decideFile: fileReader(ctx, views, decided),
    /** Begins a scan of a connection. While another one of the account is under way or paused, it is that one. */
    async start(who: { account: AccountId; actor: string }, connection: string = MAIN): Promise<string> {
      const { account } = who;
      if (!(await accounts.connections(account)).some(({ id }) => id === connection))
        throw new ProblemError('erp_not_connected');
      const id = randomUUID();
      const added = await db
        .insertInto('scans')
        .values({
          account,
          id,
          connection,
          state: 'queued',
          requested_by: who.actor,
          created_at: now(),
          finished_at: null,
          phase: 'crm',
          cursor: null,
          crm_read: 0,
          erp_read: 0,
          done: 0,
          tries: 0,
          claim: null,
          lease_until: null,
        })
        .onConflict((on) => on.doNothing())
        .returning('id')
        .executeTakeFirst();
      await tell(account);
      const active = added ? id : (await views.active(account))?.id;
      if (active === undefined) throw new ProblemError('not_found');
      return active;
    },
    /** Ends a scan after the step that is under way; it goes on from there when it is resumed. */
    async pause(account: AccountId, id: string): Promise<void> {
      await db
        .updateTable('scans')
        .set({ state: 'paused', claim: null, lease_until: null })
        .where('account', '=', account)
        .where('id', '=', id)
        .where('state', 'in', ['queued', 'running'])
        .execute();
    },
    async resume(account: AccountId, id: string): Promise<void> {
      await db
        .updateTable('scans')
        .set({ state: 'queued', due_at: clock(), tries: 0, problem: null, finished_at: null })
        .where('account', '=', account)
        .where('id', '=', id)
        .where('state', 'in', ['paused', 'failed'])
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('scans as other')
                .select('other.id')
                .where('other.account', '=', account)
                .where('other.id', '!=', id)
                .where('other.state', 'in', ['queued', 'running', 'paused']),
            ),
          ),
        )
        .execute();
      await tell(account);
    },
    /** Gives a paused or failed scan up; the one before it, where there is one, is shown again. */
    discard: (account: AccountId, id: string): Promise<void> => discard(db, account, id, now()),
    /** Takes up what waits. Only workers call it. */
    draw: pool.draw,
    forgetOld: (): Promise<void> => forgetOld(db, now()),
    /** Embedded, this is the only process there is: every claim found at its start is a dead one's. */
    forgetClaims: () => forgetClaims(db, ['scans']),
    settled: pool.settled,
    async stop(): Promise<void> {
      stopping.abort();
      await pool.stop();
    },
  };
}
export type Scans = ReturnType<typeof createScans>;
