import type { AccountId, RecordRef } from '@backroom/shared';
import type { WriteBack, WriteBackField } from '../crm/contract/index.ts';
import { createLanes } from '../jobs/lanes.ts';
import { createLeases } from '../jobs/leases.ts';
import { createPool } from '../jobs/pool.ts';
import { forgetClaims, LostClaim } from '../jobs/queue.ts';
import type { Clock } from '../store/clock.ts';
import type { Db, Trx } from '../store/open.ts';
import type { FeedContext, FeedOptions } from './context.ts';
import { noteEvents, type Told } from './entries.ts';
import { plain } from './fields.ts';
import { pass } from './pass.ts';
import { noteWritten, touchRecord } from './records.ts';
import { claimFeeds, matchConnections } from './rows.ts';
import { feedStates, silentFeeds, stuckRecords } from './state.ts';

/** Feeds that one process follows at once; each makes one call after the other. */
const AT_ONCE = 8;
/** Without an answer of its ERP for so long, a feed is silent: an hour is what a sales day forgives, ten minutes is what an admin can still act on. */
const SILENT_MS = 600_000;

/** Where feeds stand, for people. */
export const feedViews = (db: Db, clock: Clock) => ({
  states: (account: AccountId) => feedStates(db, account, clock, SILENT_MS),
  /** Records that cannot be kept up to date. */
  stuck: (account: AccountId, limit: number) => stuckRecords(db, account, limit),
});
export type FeedViews = ReturnType<typeof feedViews>;

/** Follows the changes of each connection's ERP: figures are due at once, and CRM records say what the ERP has. */
export function createFeeds(options: FeedOptions) {
  const { db, clock, onError } = options;
  const leases = createLeases(db, clock, onError, options.steady);
  /** Keeps what the timelines of records are told, as the account has it switched on. Read first: an embedded database has one connection, which a transaction holds. */
  async function noting(account: AccountId) {
    const kinds = (await options.accounts.get(account))?.settings.automation.timeline.kinds ?? [];
    return (trx: Trx, told: readonly Told[]): Promise<void> => noteEvents(trx, account, kinds, told, options.now());
  }
  const stopping = new AbortController();
  const rest = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms);
      stopping.signal.addEventListener('abort', () => done(clearTimeout(timer)), { once: true });
    });
  const ctx: FeedContext = {
    ...options,
    lanes: createLanes(db, clock, leases.steady),
    signal: stopping.signal,
    steadily: leases.steady,
    rest: options.pause ?? rest,
    note: noting,
  };
  const pool = createPool({
    size: AT_ONCE,
    async claim(free) {
      const began = leases.steady();
      return (await claimFeeds(db, clock, free)).map((feed) => ({ feed, began }));
    },
    async run({ feed, began }) {
      const lease = leases.hold('feeds', feed.claim ?? '', began);
      try {
        await pass(ctx, feed, lease);
      } catch (error) {
        if (!(error instanceof LostClaim)) throw error;
      } finally {
        lease.release();
      }
    },
    onError,
  });
  return {
    /** Takes up what is due. Only workers call it. */
    draw: pool.draw,
    /** Begins feeds of new connections, ends those of connections that are gone, and tells of silent ones. */
    async match(): Promise<void> {
      await matchConnections(db, clock);
      options.onSilent((await silentFeeds(db, clock, SILENT_MS)).map(({ account }) => account));
    },
    /** The record was linked, converted or unlinked. */
    touch: (account: AccountId, ref: RecordRef) => touchRecord(db, account, clock, ref),
    /** The engine wrote these fields on the record. */
    async noteWritten(account: AccountId, ref: RecordRef, fields: WriteBack): Promise<void> {
      const entries = Object.entries(fields) as [WriteBackField, WriteBack[WriteBackField]][];
      const written = entries.filter(([, value]) => value !== undefined).map(([name, value]) => [name, plain(value)]);
      return noteWritten(db, account, clock, ref, Object.fromEntries(written), await noting(account));
    },
    ...feedViews(db, clock),
    /** Embedded, this is the only process there is: every claim found at its start is a dead one's. */
    forgetClaims: () => forgetClaims(db, ['feeds']),
    /** For tests: when nothing is under way. */
    settled: pool.settled,
    async stop(): Promise<void> {
      stopping.abort();
      await pool.stop();
      leases.stop();
    },
  };
}
export type Feeds = ReturnType<typeof createFeeds>;
