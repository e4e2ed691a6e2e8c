import { dayIn } from '@backroom/shared';
import type { WriteBack } from '../crm/contract/index.ts';
import { type ErpAdapter, type ErpCall, ErpError } from '../erp/contract/index.ts';
import type { Lease } from '../jobs/leases.ts';
import { LEASE_MS, LostClaim } from '../jobs/queue.ts';
import { flowIsOnAt, ofMaster } from '../store/accounts.ts';
import { later, NOTED_AHEAD_MS } from '../store/clock.ts';
import { noMapping } from '../store/mapping.ts';
import type { FeedContext } from './context.ts';
import { type FeedProblem, problemOf, problemSchema } from './problem.ts';
import type { Pace } from './read.ts';
import { fill, nextRecordInMs, touchRecords } from './records.ts';
import { changeFeed, type FeedRow, feedAccount } from './rows.ts';
import { touchedBy } from './touched.ts';
import { crmHoldMs, updateRecords } from './update.ts';

/** How late a change is noticed, at most, where the operator says nothing else. */
export const POLL_MS = 30_000;
/** An ERP that tells no changes is asked for a sign of life so often, and read through every hour. */
const THROUGH_MS = 5 * 60_000;
/** Then others have their turn; the rest is due at once. */
const PASS_MS = 30_000;
/** Logins that are refused again and again lock the ERP's user. */
const UNAUTHORISED_MS = 30 * 60_000;
const DOWN_MOST_MS = 120_000;
const FAULT_MOST_MS = 3_600_000;
/** Claimed so often and never brought to rest, a feed ends the process that takes it up. */
const MAX_TAKEN = 12;
const HEALTH_MS = 15_000;
/** The rest between two readings is up to a twentieth shorter, see `pass`. */
const EARLY = 0.9;
/** Every figure that an ERP's changes make old. */
const allFigures = ['customer', 'orders', 'invoices', 'credit', 'returns', 'stock', 'price', 'product'];

/** `readMsAgo`: how long ago the ERP's changes were read in this pass; null: they were not. */
type Rest = { problem: FeedProblem | null; dueInMs: number; tries: number; readMsAgo: number | null };

/** One call at a time, and after it as long a rest as it took: a feed never has more than half of one place at the ERP. */
const pacing =
  (ctx: FeedContext, lease: Lease): Pace =>
  async (call) => {
    const began = ctx.steadily();
    const signal = AbortSignal.any([ctx.signal, lease.signal]);
    const value = await call({ signal });
    await ctx.rest(ctx.steadily() - began);
    return value;
  };

async function zoneOf(erp: ErpAdapter, call: ErpCall): Promise<string> {
  const { timeZone } = await erp.health({}, call);
  new Intl.DateTimeFormat('en', { timeZone });
  return timeZone;
}
const newest = ({ cursor }: { cursor: string }): string | null => cursor;
function noneIfUnsupported(error: unknown): null {
  if (error instanceof ErpError && error.kind === 'unsupported') return null;
  throw error;
}
const cursorIsLost = (error: unknown): boolean =>
  error instanceof ErpError && error.kind === 'refused' && error.field === 'cursor';

/** How many milliseconds before the claim the ERP's changes were read, both by the database's clock. */
function readBeforeClaim({ lease_until, read_at }: FeedRow): number | null {
  const claimedAt = (lease_until?.getTime() ?? 0) - LEASE_MS;
  return read_at === null ? null : claimedAt - read_at.getTime();
}
/** A pass for records that are due comes between two readings, and may come every second: it reads no changes unless their turn has come. */
function isTurn(feed: FeedRow, everyMs: number): boolean {
  const ago = readBeforeClaim(feed);
  return feed.cursor === null || ago === null || ago < 0 || ago >= everyMs * EARLY;
}

/** Follows the ERP's changes since the last pass. Page, records that are due and cursor are kept together; figures are marked before, which may be repeated. */
/** False: this ERP tells no changes. */
async function poll(ctx: FeedContext, feed: FeedRow, erp: ErpAdapter, pace: Pace): Promise<boolean> {
  const { db, clock } = ctx;
  const at = { account: feedAccount(feed), connection: feed.connection };
  const { changes } = erp;
  const today = dayIn(feed.time_zone ?? 'UTC', ctx.now());
  async function begin(lost: boolean): Promise<boolean> {
    // Before the records are made due, so that what changes meanwhile is among the first changes.
    const cursor = changes
      ? await pace((call) => changes.since({ cursor: null }, call)).then(newest, noneIfUnsupported)
      : null;
    const hour = ctx.now().toISOString().slice(0, 13);
    if (cursor === null && feed.filled_on === hour) {
      await pace((call) => erp.health({}, call));
      return false;
    }
    const time_zone = await zoneOf(erp, { signal: AbortSignal.timeout(HEALTH_MS) }).catch(() => feed.time_zone);
    if (lost) await ctx.figures.invalidateAll(at, allFigures);
    await ctx.hooks.crash('before_feed_begin');
    await db.transaction().execute(async (trx) => {
      await changeFeed(trx, feed, {
        cursor,
        time_zone,
        filled_on: cursor === null ? hour : dayIn(time_zone ?? 'UTC', ctx.now()),
        read_at: clock(),
      });
      await fill(trx, at, clock, feed.filled_on === null || lost);
    });
    return cursor !== null;
  }
  // An answer that was noted after the claim is one of a clock that was set back since.
  const jumped = (readBeforeClaim(feed) ?? 0) < -NOTED_AHEAD_MS;
  if (!changes || feed.cursor === null || jumped) return begin(feed.cursor !== null || jumped);
  for (let cursor = feed.cursor; !ctx.signal.aborted; ) {
    const asked = { cursor };
    let page: Awaited<ReturnType<typeof changes.since>>;
    try {
      page = await pace((call) => changes.since(asked, call));
    } catch (error) {
      if (!cursorIsLost(error)) throw error;
      return begin(true);
    }
    await ctx.hooks.crash('after_feed_poll');
    if (page.changes.length === 0) {
      if (page.cursor !== cursor) await changeFeed(db, feed, { cursor: page.cursor });
      break;
    }
    const touched = touchedBy(page.changes);
    await ctx.figures.invalidate(at, [...touched.figures]);
    if (touched.groups.size > 0) await ctx.figures.invalidateAll(at, [...touched.groups]);
    await db.transaction().execute(async (trx) => {
      await changeFeed(trx, feed, { cursor: page.cursor, read_at: clock(), taken: 0 });
      await touchRecords(trx, at, clock, touched);
    });
    await ctx.hooks.crash('after_feed_page');
    if (page.cursor === cursor) break;
    cursor = page.cursor;
  }
  // A day that ends makes invoices overdue, of which no ERP tells a change.
  if (feed.filled_on !== today)
    await db.transaction().execute(async (trx) => {
      await changeFeed(trx, feed, { filled_on: today });
      await fill(trx, at, clock, false);
    });
  return true;
}

async function follow(ctx: FeedContext, feed: FeedRow, lease: Lease): Promise<Rest> {
  const account = feedAccount(feed);
  const at = { account, connection: feed.connection };
  const owner = await ctx.accounts.get(account);
  if (owner?.state !== 'connected') return { problem: null, dueInMs: THROUGH_MS, tries: 0, readMsAgo: null };
  const erp = await ctx.erpFor(account, feed.connection);
  const pace = pacing(ctx, lease);
  const everyMs = ctx.everyMs ?? POLL_MS;
  const isRead = isTurn(feed, everyMs);
  const claimed = ctx.steadily();
  const usual = !isRead || (await poll(ctx, feed, erp, pace)) ? everyMs : THROUGH_MS;
  const readAt = isRead ? ctx.steadily() : claimed - (readBeforeClaim(feed) ?? 0);
  const next = await nextRecordInMs(ctx.db, at, ctx.clock);
  const rest = (problem: FeedProblem | null, inMs: number | null): Rest => {
    const readMsAgo = ctx.steadily() - readAt;
    const dueInMs = Math.max(0, Math.min(usual - readMsAgo, inMs ?? usual));
    return { problem, dueInMs, tries: 0, readMsAgo: isRead ? readMsAgo : null };
  };
  if (next === null || next > 0 || !owner.settings.writeBack) return rest(null, owner.settings.writeBack ? next : null);
  const holdMs = await crmHoldMs(ctx, account);
  // While the CRM is held, what was wrong there stays what is wrong.
  if (holdMs > 0) return rest(readProblem(feed) ?? { kind: 'crm_limit', words: null }, holdMs);
  const crm = await ctx.crmFor(account);
  // Once a day: an update of ours may bring fields that an account of before has not. What cannot be made is named when it is to be written.
  if (owner.settings.propertiesReady && !feed.filled_on?.startsWith(dayIn(feed.time_zone ?? 'UTC', ctx.now())))
    await crm.prepare({ account, signal: AbortSignal.timeout(HEALTH_MS) }).catch(() => {});
  const began = ctx.steadily();
  const [described, connection] = await Promise.all([
    ctx.describedBy(account, feed.connection),
    ctx.accounts.connection(account, feed.connection),
  ]);
  const reading = {
    db: ctx.db,
    clock: ctx.clock,
    at,
    erp,
    batch: Math.min(100, described?.limits.batch ?? 20),
    isOn: (flow: Parameters<typeof flowIsOnAt>[2]) => flowIsOnAt(owner, connection, flow),
    mastered: (fields: WriteBack) => ofMaster(owner, fields),
    pace,
    mapping: connection?.options.mapping ?? noMapping,
    follow: (customer: string, card: Parameters<typeof ctx.follow>[2]) => ctx.follow(at, customer, card),
  };
  const { problem, nextInMs } = await updateRecords(
    ctx,
    feed,
    lease,
    reading,
    crm,
    () => ctx.steadily() - began > PASS_MS,
  );
  return rest(problem, nextInMs ?? (await nextRecordInMs(ctx.db, at, ctx.clock)));
}
const readProblem = ({ problem }: FeedRow): FeedProblem | null => problemSchema.nullable().catch(null).parse(problem);

function afterFailure(feed: FeedRow, error: unknown): Rest {
  const problem = problemOf(error);
  const tries = feed.tries + 1;
  const doubled = (least: number, most: number) => Math.min(least * 2 ** Math.min(feed.tries, 10), most);
  const asked = error instanceof ErpError ? (error.retryAfterMs ?? 0) : 0;
  const dueInMs =
    problem.kind === 'erp_unauthorised'
      ? UNAUTHORISED_MS
      : problem.kind === 'fault'
        ? doubled(60_000, FAULT_MOST_MS)
        : Math.max(asked, doubled(POLL_MS, DOWN_MOST_MS));
  return { problem, dueInMs, tries, readMsAgo: null };
}

async function restOf(ctx: FeedContext, feed: FeedRow, lease: Lease): Promise<Rest> {
  if (feed.taken > MAX_TAKEN)
    return { problem: { kind: 'fault', words: null }, dueInMs: FAULT_MOST_MS, tries: feed.tries + 1, readMsAgo: null };
  try {
    return await follow(ctx, feed, lease);
  } catch (error) {
    if (error instanceof LostClaim) throw error;
    // Progress is stored, and the next process continues from there.
    if (ctx.signal.aborted) return { problem: readProblem(feed), dueInMs: 0, tries: feed.tries, readMsAgo: null };
    const rest = afterFailure(feed, error);
    if (rest.problem?.kind === 'fault') ctx.onError(error);
    return rest;
  }
}

/** One pass of a claimed feed, to where it rests. */
export async function pass(ctx: FeedContext, feed: FeedRow, lease: Lease): Promise<void> {
  const { problem, dueInMs, tries, readMsAgo } = await restOf(ctx, feed, lease);
  const isNew = problem !== null && problem.kind !== readProblem(feed)?.kind;
  await changeFeed(ctx.db, feed, {
    claim: null,
    lease_until: null,
    taken: 0,
    tries,
    // Feeds that began together do not ask together for ever.
    due_at: later(ctx.clock, dueInMs * (0.95 + Math.random() * 0.1)),
    noted_at: ctx.clock(),
    problem: problem && JSON.stringify(problem),
    ...(problem === null ? { problem_at: null } : isNew ? { problem_at: ctx.clock() } : {}),
    ...(readMsAgo === null ? {} : { read_at: later(ctx.clock, -readMsAgo) }),
  });
}
