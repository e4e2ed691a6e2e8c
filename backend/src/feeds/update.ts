import type { AccountId, RecordRef } from '@backroom/shared';
import {
  type CrmAdapter,
  type CrmCall,
  CrmError,
  ownName,
  type WriteBack,
  type WriteBackField,
  type Written,
} from '../crm/contract/index.ts';
import { type Lanes, room, type Traffic } from '../jobs/lanes.ts';
import type { Lease } from '../jobs/leases.ts';
import { LostClaim } from '../jobs/queue.ts';
import type { FeedContext } from './context.ts';
import { changedFields, type Plain, plain } from './fields.ts';
import { writeBacksWait } from './linked.ts';
import { type FeedProblem, problemOf } from './problem.ts';
import { type ReadContext, type ReadRecord, readRecords } from './read.ts';
import { dueRecords, keepOutcomes, type Outcome } from './records.ts';
import type { FeedRow } from './rows.ts';

/** Records that are read together. A list of a customer is read once for all of its records among them. */
const CHUNK = 100;
const CALL_MS = 30_000;
/** Orders on their way into the CRM go first; they are through within seconds. */
const AFTER_ORDERS_MS = 2000;
/** What the CRM refuses an admin may mend (a property, a right); what is locked is free again soon. */
const REFUSED_MS = 600_000;
const REFUSED_MOST_MS = 6 * 3_600_000;
const LOCKED_MS = 60_000;

/** How the updates of a pass ended. `nextInMs` null: everything is up to date. */
export type Updated = { problem: FeedProblem | null; nextInMs: number | null };
type Pending = { read: ReadRecord; changed: WriteBack };

export async function crmHoldMs(ctx: { db: FeedContext['db']; lanes: Lanes }, account: AccountId): Promise<number> {
  return ctx.db.transaction().execute(async (trx) => {
    const { at, ...lane } = await ctx.lanes.lock(trx, account, 'crm');
    return room(lane, 0, at).wakeInMs ?? 0;
  });
}
const trafficOf = (error: CrmError): Traffic => {
  if (error.kind === 'busy') return { type: 'busy', retryAfterMs: error.retryAfterMs };
  return error.kind === 'unreachable' || error.kind === 'unauthorised' ? { type: 'down' } : { type: 'neutral' };
};
const plainOf = (fields: WriteBack): Plain =>
  Object.fromEntries(
    (Object.entries(fields) as [WriteBackField, WriteBack[WriteBackField]][]).map(([name, value]) => [
      name,
      plain(value),
    ]),
  );

/** A CRM without batches is written to one record at a time. */
async function writeMany(
  crm: CrmAdapter,
  entries: readonly { ref: RecordRef; fields: WriteBack }[],
  call: CrmCall,
): Promise<Written[]> {
  if (crm.writeMany) return crm.writeMany(entries, call);
  const out: Written[] = [];
  for (const { ref, fields } of entries) {
    await crm.writeBack(ref, fields, call);
    out.push({ error: null, missing: [] });
  }
  return out;
}

/** Brings the account's due records up to date: reads what the ERP has, and writes what differs from what was written last. */
export async function updateRecords(
  ctx: FeedContext,
  feed: FeedRow,
  lease: Lease,
  reading: ReadContext,
  crm: CrmAdapter,
  /** Whether this pass has had its time. */
  isOver: () => boolean,
): Promise<Updated> {
  const { db, clock } = ctx;
  const { at } = reading;
  const { account } = at;
  const { writeBatch = 1 } = crm;
  const pending: Record<'deal' | 'company', Pending[]> = { deal: [], company: [] };

  async function flush(type: 'deal' | 'company'): Promise<Updated | null> {
    const some = pending[type].splice(0, writeBatch);
    if (some.length === 0) return null;
    if (await writeBacksWait(db, account, clock)) return { problem: null, nextInMs: AFTER_ORDERS_MS };
    await ctx.hooks.crash('before_feed_write');
    if (!lease.alive()) throw new LostClaim();
    let written: Written[];
    try {
      const entries = some.map(({ read, changed }) => ({ ref: read.record.ref, fields: changed }));
      const signal = AbortSignal.any([lease.signal, ctx.signal, AbortSignal.timeout(CALL_MS)]);
      written = await writeMany(crm, entries, { account, signal });
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      await ctx.lanes.report(account, 'crm', trafficOf(error));
      return { problem: problemOf(error), nextInMs: Math.max(error.retryAfterMs ?? 0, LOCKED_MS) };
    }
    await ctx.hooks.crash('after_feed_write');
    await ctx.lanes.report(account, 'crm', { type: 'ok' });
    const outcomes = some.map((each, nth) => outcomeOf(each, written[nth] ?? { error: null, missing: [] }));
    await keepOutcomes(db, feed, clock, outcomes, await ctx.note(account));
    ctx.wrote(account, outcomes);
    return null;
  }

  for (;;) {
    if (ctx.signal.aborted) return { problem: null, nextInMs: 0 };
    // Orders go first, at the ERP too.
    if (await writeBacksWait(db, account, clock)) return { problem: null, nextInMs: AFTER_ORDERS_MS };
    const held = Object.values(pending).flatMap((some) => some.map(({ read }) => read.record.ref));
    const records = isOver() ? [] : await dueRecords(db, at, clock, CHUNK, held);
    if (records.length === 0) break;
    const read = await readRecords(reading, records);
    await ctx.hooks.crash('after_feed_read');
    const same: Outcome[] = [];
    for (const each of read) {
      const changed = reading.mastered(changedFields(each.fields, each.record.written));
      if (Object.keys(changed).length > 0) pending[each.record.ref.type].push({ read: each, changed });
      else same.push(outcomeOf({ read: each, changed }, { error: null, missing: [] }));
    }
    await keepOutcomes(db, feed, clock, same);
    for (const type of ['deal', 'company'] as const)
      while (pending[type].length >= writeBatch) {
        const stopped = await flush(type);
        if (stopped) return stopped;
      }
  }
  for (const type of ['deal', 'company'] as const)
    while (pending[type].length > 0) {
      const stopped = await flush(type);
      if (stopped) return stopped;
    }
  return { problem: null, nextInMs: isOver() ? 0 : null };
}

function outcomeOf({ read, changed }: Pending, { error, missing }: Written): Outcome {
  const { record, settled } = read;
  const base = { record, settled, written: record.written, problem: read.problem, dueInMs: null };
  if (error?.kind === 'not_found') return { ...base, written: {}, problem: problemOf(error) };
  if (error) {
    const hopeless = error.kind === 'refused' || error.kind === 'drift' || error.kind === 'unauthorised';
    const dueInMs = hopeless
      ? Math.min(REFUSED_MS * 2 ** record.tries, REFUSED_MOST_MS)
      : Math.max(error.retryAfterMs ?? 0, LOCKED_MS);
    return { ...base, problem: problemOf(error), dueInMs };
  }
  const done = Object.entries(plainOf(changed)).filter(([name]) => !missing.includes(name as WriteBackField));
  return {
    ...base,
    written: { ...record.written, ...Object.fromEntries(done) },
    problem:
      missing.length > 0
        ? { kind: 'crm_fields', words: missing.map((name) => ownName(name) ?? name).join(', ') }
        : read.problem,
    ...(read.unlinked ? { gone: true } : {}),
  };
}
