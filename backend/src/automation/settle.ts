import { CrmError } from '../crm/contract/index.ts';
import { type Clock, later } from '../store/clock.ts';
import type { Db } from '../store/open.ts';
import type { Look, Outcome } from './convert.ts';
import {
  askOnce,
  type ConversionRow,
  changeConversion,
  dropConversion,
  type Findings,
  settleConversion,
} from './rows.ts';
import { restRun } from './runs.ts';

/** A conversion that ends in a fault of ours so often waits for a person, and a list is refused. */
export const TRIES = 5;
/** Before the tries after an ERP or CRM that did not answer; after the last a person is told, four hours later. */
const AGAIN_MS = [5000, 30_000, 60_000, 300_000, 900_000, 1_800_000, 3_600_000, 3_600_000, 3_600_000] as const;
export const MOST_WAIT_MS = 86_400_000;
/** A CRM that is busy and does not say for how long. */
const BUSY_MS = 5000;
/** A deal of a bulk run that an ERP does not answer for is shown as blocked after so many looks. */
const LOOKS = 3;

const free = { claim: null, lease_until: null };
/** How long the account waits for calls of its CRM; null: it need not. */
type Wait = number | null;

/** Brings a conversion to rest. Each is noted in the row, so that a killed process leaves nothing behind but its claim. */
export function settling({
  db,
  clock,
  now,
  onError,
}: {
  db: Db;
  clock: Clock;
  now: () => Date;
  onError: (error: unknown) => void;
}) {
  const againIn = (row: ConversionRow, askedMs: number | null): number =>
    Math.min(Math.max(askedMs ?? 0, AGAIN_MS[row.tries - 1] ?? 3_600_000), MOST_WAIT_MS);
  /** What the CRM has no calls left for is no fault of the deal: it counts as no try, is never given up, and waits behind the account's others. */
  async function waitForCrm(
    row: ConversionRow,
    change: Parameters<typeof changeConversion>[2],
    askedMs: number | null,
  ): Promise<Wait> {
    const wait = Math.min(Math.max(askedMs ?? 0, BUSY_MS), MOST_WAIT_MS);
    await changeConversion(db, row, {
      ...change,
      ...free,
      tries: Math.max(row.tries - 1, 0),
      due_at: later(clock, wait),
    });
    return wait;
  }

  type Change = Parameters<typeof settleConversion>[3];
  async function end(row: ConversionRow, change: Change): Promise<void> {
    await db.transaction().execute(async (trx) => {
      await settleConversion(trx, clock, row, { ...change, settled_at: now() });
      await askOnce(trx, row.account, [change.deal ?? row.deal]);
      if (row.run) await restRun(trx, row.account, row.run, now());
    });
  }
  async function settle(row: ConversionRow, outcome: Outcome): Promise<Wait> {
    const { deal, name, company, revision } = outcome;
    const about = { deal, name, company, revision };
    if (outcome.state === 'later') {
      const findings = JSON.stringify(outcome.findings);
      if (outcome.findings.problem === 'crm_busy') return waitForCrm(row, { ...about, findings }, outcome.afterMs);
      if (row.tries <= AGAIN_MS.length) {
        const due_at = later(clock, againIn(row, outcome.afterMs));
        await changeConversion(db, row, { ...about, ...free, findings, due_at });
        return null;
      }
    }
    const isNoNews = outcome.state === 'nothing' && row.cause === 'accepted' && outcome.findings.problem === null;
    if (isNoNews) {
      await dropConversion(db, row);
      return null;
    }
    await end(row, {
      ...about,
      state: outcome.state === 'later' ? 'person' : outcome.state,
      findings: 'findings' in outcome ? JSON.stringify(outcome.findings) : null,
      submission: outcome.state === 'ordered' ? outcome.submission : null,
    });
    return null;
  }

  async function looked(row: ConversionRow, change: Change): Promise<void> {
    await db.transaction().execute(async (trx) => {
      await changeConversion(trx, row, { ...change, ...free, tries: 0 });
      if (row.run) await restRun(trx, row.account, row.run, now());
    });
  }
  /** The deal's checks, which a bulk run shows to the person who picks. */
  async function keepLook(row: ConversionRow, look: Look): Promise<Wait> {
    const { deal, name, company, revision, findings } = look;
    const about = {
      deal,
      name: name ?? row.name,
      company: company ?? row.company,
      revision,
      findings: JSON.stringify(findings),
    };
    if (look.state === 'later' && findings.problem === 'crm_busy') return waitForCrm(row, about, look.afterMs);
    if (look.state === 'later' && row.tries <= LOOKS) {
      await changeConversion(db, row, { ...about, ...free, due_at: later(clock, againIn(row, look.afterMs)) });
      return null;
    }
    const total = 'total' in look && look.total ? JSON.stringify(look.total) : null;
    const state = look.state === 'later' ? 'blocked' : look.state;
    await looked(row, { ...about, state, total });
    return null;
  }

  /** After an error that is no outcome: of the CRM before or after the conversion itself, or a fault of ours. */
  async function failed(row: ConversionRow, error: unknown): Promise<Wait> {
    const busy = error instanceof CrmError && error.kind === 'busy';
    const passes = busy || (error instanceof CrmError && error.kind === 'unreachable');
    if (!passes) onError(error);
    const found: Findings = {
      problem: busy ? 'crm_busy' : passes ? 'crm_unreachable' : 'internal',
      words: null,
      checks: [],
    };
    // What is only to be told any more is settled, and keeps its reasons.
    const findings = row.telling ? {} : { findings: JSON.stringify(found) };
    if (busy) return waitForCrm(row, findings, error.retryAfterMs);
    if (passes || row.tries < TRIES)
      await changeConversion(db, row, { ...free, ...findings, due_at: later(clock, againIn(row, null)) });
    // What cannot be told any more is given up: the automation waits until its own end.
    else if (row.telling) await changeConversion(db, row, { ...free, telling: false });
    else if (row.state === 'listed') await looked(row, { ...findings, state: 'blocked' });
    else await end(row, { ...findings, state: 'person' });
    return null;
  }
  return { settle, keepLook, failed };
}
