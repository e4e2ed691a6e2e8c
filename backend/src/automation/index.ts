import type { AccountId } from '@backroom/shared';
import { type CrmAdapter, type CrmCall, CrmError, type CrmEvent } from '../crm/contract/index.ts';
import type { Services } from '../flows/context.ts';
import { createPool } from '../jobs/pool.ts';
import { forgetClaims } from '../jobs/queue.ts';
import { toProblemError } from '../problems/translate.ts';
import { Stopped, slowly } from '../reconciliation/calls.ts';
import type { AccountStore } from '../store/accounts.ts';
import { type Clock, databaseClock, later } from '../store/clock.ts';
import type { Db } from '../store/open.ts';
import { convertUnwatched, lookUnwatched } from './convert.ts';
import { listDeals, refuseList } from './list.ts';
import { accountRests } from './rests.ts';
import {
  accountOf,
  addConversions,
  type Cause,
  type ConversionRow,
  claimAlike,
  claimConversion,
  dropConversion,
  findingsSchema,
  LEASE_MS,
  LostConversion,
  prolong,
  type Request,
} from './rows.ts';
import { bulkRuns, changeRun, claimRun, prolongRun, type RunRow } from './runs.ts';
import { MOST_WAIT_MS, settling, TRIES } from './settle.ts';
import { tellAutomation } from './tell.ts';
import { conversionViews } from './views.ts';
import { unwanted } from './wanted.ts';

/** Conversions that one process works on: of so many accounts, for each account has one under way. */
const AT_ONCE = 4;
const KEEP_DAYS = 180;

/** What a person saw of a deal of a bulk run when picking it. */
function pickedOf({ run, revision, findings }: ConversionRow): { revision: string; warnings: string[] } | null {
  if (run === null || revision === null) return null;
  const { checks = [] } = findingsSchema.safeParse(findings).data ?? {};
  return { revision, warnings: [...new Set(checks.filter(({ level }) => level === 'warn').map(({ code }) => code))] };
}

export type AutomationOptions = {
  db: Db;
  accounts: Pick<AccountStore, 'get'>;
  crmFor: (account: AccountId) => Promise<CrmAdapter>;
  callOf: (account: AccountId) => CrmCall;
  services: Services;
  onError: (error: unknown) => void;
  now: () => Date;
  /** For tests: how time passes. */
  clock?: Clock;
};

const pauseFor = (ms: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => done(clearTimeout(timer)), { once: true });
  });

/** Conversions that no person pressed the button for: kept before they are answered, worked one after the other by whichever process has room. */
export function createAutomation(options: AutomationOptions) {
  const { db, accounts, services, now, onError, clock = databaseClock } = options;
  const rests = accountRests(() => void pool.draw());
  const { settle, keepLook, failed } = settling({ db, clock, now, onError });

  /** The deal of a quote; null where it has none any more. */
  async function dealOf(row: ConversionRow): Promise<string | null> {
    if (row.record_type === 'deal') return row.record_id;
    const account = accountOf(row);
    const crm = await options.crmFor(account);
    if (!crm.dealOfQuote) return null;
    return crm.dealOfQuote(row.record_id, { ...options.callOf(account), unhurried: true }).catch((error: unknown) => {
      if (error instanceof CrmError && error.kind === 'not_found') return null;
      throw error;
    });
  }
  /** What it gives: how long the account waits for calls of its CRM. */
  async function work(row: ConversionRow): Promise<number | null> {
    const account = accountOf(row);
    if (row.telling) {
      await tellAutomation({ db, clock, crmFor: options.crmFor, callOf: options.callOf }, row);
      return null;
    }
    if (row.state === 'listed')
      return keepLook(row, await lookUnwatched(services, { account, actor: row.requested_by }, row.record_id));
    const known = await accounts.get(account);
    const deal = await dealOf(row);
    if (deal === null) {
      await dropConversion(db, row);
      return null;
    }
    await claimAlike(db, clock, row, deal);
    const outcome = await convertUnwatched(
      services,
      { account, actor: row.requested_by },
      { id: row.id, deal, wanted: (record) => unwanted(row.cause as Cause, known, record), picked: pickedOf(row) },
    );
    return settle(row, outcome);
  }
  async function run(row: ConversionRow): Promise<void> {
    const beat = setInterval(() => void prolong(db, clock, row).catch(() => {}), LEASE_MS / 4);
    const began = performance.now();
    const lost = (error: unknown): null => {
      if (!(error instanceof LostConversion)) onError(error);
      return null;
    };
    const wait = await work(row)
      .catch((error: unknown) => (error instanceof LostConversion ? null : failed(row, error)))
      .catch(lost)
      .finally(() => clearInterval(beat));
    if (wait === null) rests.afterWork(accountOf(row), performance.now() - began);
    else rests.untilCrmHasCalls(accountOf(row), wait);
  }
  const pool = createPool({
    size: AT_ONCE,
    async claim(free) {
      const claimed: ConversionRow[] = [];
      while (claimed.length < free) {
        const row = await claimConversion(db, clock, rests.accounts());
        if (!row) break;
        claimed.push(row);
      }
      return claimed;
    },
    run,
    onError,
  });
  const stopping = new AbortController();
  async function listRun(run: RunRow): Promise<void> {
    const beat = setInterval(() => void prolongRun(db, clock, run).catch(() => {}), LEASE_MS / 4);
    const slow = slowly({
      pause: (ms) => pauseFor(ms, stopping.signal),
      signal: stopping.signal,
      steady: () => performance.now(),
    });
    try {
      await listDeals({ db, clock, crmFor: options.crmFor, now }, run, slow);
    } catch (error) {
      const free = { claim: null, lease_until: null };
      const rested = async () => {
        if (error instanceof LostConversion) return;
        if (error instanceof Stopped) return changeRun(db, run, { ...free, tries: 0 });
        if (!(error instanceof CrmError)) onError(error);
        // A spent limit is waited for; anything else that the search does not give whole is refused.
        if (error instanceof CrmError && error.kind === 'busy')
          return changeRun(db, run, {
            ...free,
            due_at: later(clock, Math.min(error.retryAfterMs ?? 60_000, MOST_WAIT_MS)),
          });
        if (!(error instanceof CrmError) && run.tries < TRIES)
          return changeRun(db, run, { ...free, due_at: later(clock, 60_000) });
        const { code } = toProblemError(error);
        const words = error instanceof CrmError ? error.words : null;
        await refuseList(db, run, JSON.stringify({ code, words }), now());
      };
      await rested().catch((lost: unknown) => {
        if (!(lost instanceof LostConversion)) onError(lost);
      });
    } finally {
      clearInterval(beat);
    }
  }
  const lists = createPool({
    size: 1,
    async claim() {
      const run = await claimRun(db, clock);
      return run ? [run] : [];
    },
    async run(run) {
      await listRun(run);
      void pool.draw();
    },
    onError,
  });
  return {
    ...conversionViews(db),
    ...bulkRuns(db, now),
    /** Keeps what was asked for; when this returns, it is on the disk. */
    ask: (account: AccountId, requests: readonly Request[]): Promise<void> =>
      addConversions(db, account, requests, now()),
    /** Events that arrive anyway: a quote that changed may be accepted now. */
    async heard(account: AccountId, events: readonly CrmEvent[]): Promise<void> {
      const quotes = events.flatMap(({ kind, record }) =>
        kind === 'record_changed' && record?.type === 'quote' ? [record.id] : [],
      );
      if (quotes.length === 0) return;
      const known = await accounts.get(account);
      if (!known || (!known.settings.automation.all && known.settings.automation.pipelines.length === 0)) return;
      const by = 'automation';
      const requests = [...new Set(quotes)].map(
        (id): Request => ({ cause: 'accepted', key: null, record: { type: 'quote', id }, by }),
      );
      await addConversions(db, account, requests, now());
    },
    /** What became of conversions is kept as long as anybody asks. */
    async forgetOld(): Promise<void> {
      await db
        .deleteFrom('conversions')
        .where('settled_at', '<', new Date(now().getTime() - KEEP_DAYS * 86_400_000))
        .where('state', 'in', ['ordered', 'nothing', 'dismissed'])
        .execute();
    },
    /** Takes up what waits. Only workers call it. */
    draw: async (): Promise<void> => void (await Promise.all([pool.draw(), lists.draw()])),
    /** Embedded, this is the only process there is: every claim found at its start is a dead one's. */
    forgetClaims: () => forgetClaims(db, ['conversions', 'conversion_runs']),
    /** For tests: when nothing is under way. */
    settled: async (): Promise<void> => void (await Promise.all([pool.settled(), lists.settled()])),
    async stop(): Promise<void> {
      stopping.abort();
      await Promise.all([pool.stop(), lists.stop()]);
      rests.stop();
    },
  };
}
export type Automation = ReturnType<typeof createAutomation>;
