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
import { convertUnwatched, type Look, lookUnwatched, type Outcome } from './convert.ts';
import { listDeals, refuseList } from './list.ts';
import {
  accountOf,
  addConversions,
  type Cause,
  type ConversionRow,
  changeConversion,
  claimConversion,
  dropConversion,
  type Findings,
  findingsSchema,
  LEASE_MS,
  LostConversion,
  prolong,
  type Request,
} from './rows.ts';
import { bulkRuns, changeRun, claimRun, prolongRun, type RunRow, restRun } from './runs.ts';
import { tellAutomation } from './tell.ts';
import { conversionViews } from './views.ts';
import { unwanted } from './wanted.ts';

/** Conversions that one process works on: of so many accounts, for each account has one under way. */
const AT_ONCE = 4;
/** A conversion that ends in a fault of ours so often waits for a person. */
const TRIES = 5;
/** Before the tries after an ERP or CRM that did not answer; after the last a person is told, four hours later. */
const AGAIN_MS = [5000, 30_000, 60_000, 300_000, 900_000, 1_800_000, 3_600_000, 3_600_000, 3_600_000] as const;
const MOST_WAIT_MS = 86_400_000;
/** A deal of a bulk run that an ERP does not answer for is shown as blocked after so many looks. */
const LOOKS = 3;
const KEEP_DAYS = 180;
/** Beside reps: the next conversion of an account begins after a rest as long as this one took. */
const REST_LEAST_MS = 100;
const REST_MOST_MS = 2000;

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
  /** Accounts that rest after a conversion, so that a thousand of them leave room for people. */
  const resting = new Map<AccountId, NodeJS.Timeout>();
  function restAfter(account: AccountId, tookMs: number): void {
    const timer = setTimeout(
      () => {
        resting.delete(account);
        void pool.draw();
      },
      Math.min(Math.max(REST_LEAST_MS, tookMs), REST_MOST_MS),
    );
    resting.set(account, timer);
  }

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
  /** A rest is noted in the row, so that a killed process leaves nothing behind but its claim. */
  async function settle(row: ConversionRow, outcome: Outcome): Promise<void> {
    const { deal, name, company, revision } = outcome;
    const about = { deal, name, company, revision, claim: null, lease_until: null };
    if (outcome.state === 'later') {
      const wait = Math.min(Math.max(outcome.afterMs ?? 0, AGAIN_MS[row.tries - 1] ?? 0), MOST_WAIT_MS);
      const findings = JSON.stringify(outcome.findings);
      // What the CRM has no calls left for is no fault of the deal, and is never given up.
      const patient = outcome.findings.problem === 'crm_busy' || row.tries <= AGAIN_MS.length;
      if (patient) return changeConversion(db, row, { ...about, findings, due_at: later(clock, wait) });
    }
    const isNoNews = outcome.state === 'nothing' && row.cause === 'accepted' && outcome.findings.problem === null;
    if (isNoNews) return dropConversion(db, row);
    const state = outcome.state === 'later' ? 'person' : outcome.state;
    await db.transaction().execute(async (trx) => {
      await changeConversion(trx, row, {
        ...about,
        state,
        findings: 'findings' in outcome ? JSON.stringify(outcome.findings) : null,
        submission: outcome.state === 'ordered' ? outcome.submission : null,
        settled_at: now(),
        telling: row.callback !== null,
        tries: 0,
        due_at: clock(),
      });
      // A person is asked about a deal once.
      await trx
        .deleteFrom('conversions')
        .where('account', '=', row.account)
        .where('deal', '=', deal)
        .where('id', '!=', row.id)
        .where('state', '=', 'person')
        .where('telling', '=', false)
        .where('run', 'is', null)
        .execute();
      if (row.run) await restRun(trx, row.account, row.run, now());
    });
  }
  /** The deal's checks, which a bulk run shows to the person who picks. */
  async function keepLook(row: ConversionRow, look: Look): Promise<void> {
    const { deal, name, company, revision, findings } = look;
    const about = {
      deal,
      name: name ?? row.name,
      company: company ?? row.company,
      revision,
      findings: JSON.stringify(findings),
      claim: null,
      lease_until: null,
    };
    if (look.state === 'later' && (findings.problem === 'crm_busy' || row.tries <= LOOKS)) {
      const wait = Math.min(Math.max(look.afterMs ?? 0, AGAIN_MS[row.tries - 1] ?? 0), MOST_WAIT_MS);
      return changeConversion(db, row, { ...about, due_at: later(clock, wait) });
    }
    const total = 'total' in look && look.total ? JSON.stringify(look.total) : null;
    await db.transaction().execute(async (trx) => {
      await changeConversion(trx, row, {
        ...about,
        state: look.state === 'later' ? 'blocked' : look.state,
        total,
        tries: 0,
      });
      if (row.run) await restRun(trx, row.account, row.run, now());
    });
  }
  async function work(row: ConversionRow): Promise<void> {
    const account = accountOf(row);
    if (row.telling) return tellAutomation({ db, clock, crmFor: options.crmFor, callOf: options.callOf }, row);
    if (row.state === 'listed')
      return keepLook(row, await lookUnwatched(services, { account, actor: row.requested_by }, row.record_id));
    const known = await accounts.get(account);
    const deal = await dealOf(row);
    if (deal === null) return dropConversion(db, row);
    const outcome = await convertUnwatched(
      services,
      { account, actor: row.requested_by },
      { id: row.id, deal, wanted: (record) => unwanted(row.cause as Cause, known, record), picked: pickedOf(row) },
    );
    await settle(row, outcome);
  }
  async function rest(row: ConversionRow, error: unknown): Promise<void> {
    const passes = error instanceof CrmError && ['busy', 'unreachable'].includes(error.kind);
    if (!passes) onError(error);
    const free = { claim: null, lease_until: null };
    const asked = error instanceof CrmError ? (error.retryAfterMs ?? 0) : 0;
    const wait = Math.min(Math.max(asked, AGAIN_MS[row.tries - 1] ?? 3_600_000), MOST_WAIT_MS);
    const findings: Findings = { problem: passes ? 'crm_busy' : 'internal', words: null, checks: [] };
    if (passes || row.tries < TRIES)
      // What is only to be told any more is settled, and keeps its reasons.
      return changeConversion(db, row, {
        ...free,
        ...(row.telling ? {} : { findings: JSON.stringify(findings) }),
        due_at: later(clock, wait),
      });
    // What cannot be told any more is given up: the automation waits until its own end.
    const state = row.telling ? row.state : 'person';
    return changeConversion(db, row, {
      ...free,
      state,
      telling: false,
      ...(row.telling ? {} : { findings: JSON.stringify(findings), settled_at: now() }),
    });
  }
  async function run(row: ConversionRow): Promise<void> {
    const beat = setInterval(() => void prolong(db, clock, row).catch(() => {}), LEASE_MS / 4);
    const began = performance.now();
    try {
      await work(row);
    } catch (error) {
      if (!(error instanceof LostConversion))
        await rest(row, error).catch((lost: unknown) => {
          if (!(lost instanceof LostConversion)) onError(lost);
        });
    } finally {
      clearInterval(beat);
    }
    restAfter(accountOf(row), performance.now() - began);
  }
  const pool = createPool({
    size: AT_ONCE,
    async claim(free) {
      const claimed: ConversionRow[] = [];
      while (claimed.length < free) {
        const row = await claimConversion(db, clock, [...resting.keys()]);
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
      for (const timer of resting.values()) clearTimeout(timer);
    },
  };
}
export type Automation = ReturnType<typeof createAutomation>;
