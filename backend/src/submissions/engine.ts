import {
  type AccountId,
  accountIdSchema,
  type RecordRef,
  type SubmissionAction,
  type SubmissionState,
} from '@backroom/shared';
import { createLanes } from '../jobs/lanes.ts';
import { createLeases } from '../jobs/leases.ts';
import { createPump } from '../jobs/pump.ts';
import { dueAccounts, forgetClaims } from '../jobs/queue.ts';
import { accept, replayed, type SubmitInput, WORK_CHANNEL } from './accept.ts';
import { act } from './act.ts';
import { ACTS_CHANNEL, createActs } from './acts/index.ts';
import { advance } from './advance.ts';
import { claimDue } from './claims.ts';
import type { EngineContext, EngineOptions } from './context.ts';
import { counts, type ListInput, list } from './list.ts';
import { followCustomer } from './merge-customers.ts';
import { connectionOf, isOrder, listForRecord, readDetails, readOne } from './read.ts';
import { type Sale, twinsOf } from './twins.ts';
import { claimWriteBacks, writeBack } from './write-back.ts';

export type { EngineOptions } from './context.ts';

/** How long a stop waits for calls under way; what is not done by then is taken over by its lease. */
const STOP_MS = 8000;
const own = ['submissions', 'write_backs'] as const;
const ofActs = ['order_acts'] as const;

/**
 * The durable write engine. A submission's row is its own job: what is due stands in the row, so there is no second thing that could be
 * lost, and a wake-up that runs twice, late or not at all does no harm.
 */
export function createSubmissionEngine(options: EngineOptions) {
  const { db, clock, now, onError } = options;
  const leases = createLeases(db, clock, onError, options.steady);
  const ctx: EngineContext = { ...options, leases, lanes: createLanes(db, clock, leases.steady) };
  const writeBacks = createPump({
    claim: (account, free) => claimWriteBacks(ctx, account, free),
    run: async (due) => {
      await writeBack(ctx, due);
      return null;
    },
    onError,
  });
  const writes = createPump({
    claim: (account, free) => claimDue(ctx, account, free),
    async run(claimed) {
      const account = accountIdSchema.parse(claimed.row.account);
      try {
        const written = await advance(ctx, claimed);
        return written && (() => ctx.changed(account, written, claimed.row.connection));
      } finally {
        writeBacks.wake(account);
      }
    },
    onError,
  });
  const acts = createActs(ctx, writeBacks.wake);
  const wake = (account: AccountId) => {
    writes.wake(account);
    writeBacks.wake(account);
  };
  return {
    /** Keeps a write; see `accept`. */
    submit: (who: { account: AccountId; actor: string }, input: SubmitInput) => accept(ctx, who, input),
    /** The answer this Idempotency-Key had before; null for a new one. */
    replayed: (account: AccountId, key: string, body: unknown) => replayed(ctx, account, key, body),
    /** What looks like the same sale in another account on the same ERP company, newest first. */
    twins: (account: AccountId, sale: Sale, different: readonly string[] = []) =>
      twinsOf(db, account, sale, now(), different),
    act: (who: { account: AccountId; actor: string }, id: string, action: SubmissionAction) =>
      act(ctx, who, id, action),
    /** What is not sent yet goes to the customer that another was merged into. */
    followCustomer: (at: { account: AccountId; connection: string }, customer: string, survivor: string) =>
      followCustomer(ctx, at, customer, survivor),
    get: (account: AccountId, id: string) => readOne(ctx, account, id),
    details: (account: AccountId, id: string) => readDetails(ctx, account, id),
    /** Whether a write of this account made the ERP's order of that number, for whatever record. */
    isOrder: (at: { account: AccountId; connection: string }, number: string) => isOrder(ctx, at, number),
    /** The connection that the deal's order was submitted to; null where there is none. */
    connectionOf: (account: AccountId, record: RecordRef) => connectionOf(ctx, account, record),
    listForRecord: (account: AccountId, record: RecordRef) => listForRecord(ctx, account, record),
    list: (account: AccountId, input: ListInput) => list(ctx, account, input),
    counts: (account: AccountId, states: readonly SubmissionState[]) => counts(ctx, account, states),

    /** Changes and cancellations of orders that the ERP has. */
    acts,
    /** Draws the account's due work, as far as its lanes have room. Only workers call it. */
    wake,
    /** What is due and has nobody: wake-ups lost with a killed process. Two statements, whatever there is. */
    async sweep(): Promise<void> {
      for (const account of await dueAccounts(db, own, clock)) wake(accountIdSchema.parse(account));
      for (const account of await dueAccounts(db, ofActs, clock)) acts.wake(accountIdSchema.parse(account));
    },
    /** Embedded, this is the only process there is: every claim found at its start is a dead one's. */
    forgetClaims: () => forgetClaims(db, [...own, ...ofActs]),
    /** For tests: when nothing runs and nothing is being drawn. */
    async settled(): Promise<void> {
      await writes.settled();
      await acts.settled();
      await writeBacks.settled();
    },
    /** `withinMs` 0 is as good as a kill: what runs keeps its claim until the lease ends. */
    async stop(withinMs = STOP_MS): Promise<void> {
      await Promise.all([writes.stop(withinMs), acts.stop(withinMs), writeBacks.stop(withinMs)]);
      leases.stop();
    },
  };
}
export type SubmissionEngine = ReturnType<typeof createSubmissionEngine>;
export { ACTS_CHANNEL, WORK_CHANNEL };
