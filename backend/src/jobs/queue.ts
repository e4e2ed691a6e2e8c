import type { AccountId } from '@backroom/shared';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { CLOCK_JUMPED_MS, type Clock, type Moment, NOTED_AHEAD_MS, plus } from '../store/clock.ts';
import type { Db, Trx } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';
import { type Lane, room } from './lanes.ts';

/**
 * A claim without a sign of life for so long is another worker's to take. Three beats may fail before that; a killed process is taken over within
 * these eight seconds and one sweep.
 */
export const LEASE_MS = 8000;

/**
 * A table whose rows are their own jobs. Each has `claim` and `lease_until`; the columns below differ for historical reasons only. `ready`: what
 * still has work to do, in the words of the partial index that finds it. `noted`: when `due` was set, where that is kept. `counted`: counts the claims, so that a row
 * that nobody brings to rest can be given up where a person sees it.
 */
type Queue = {
  key: readonly string[];
  due: string;
  noted: string | null;
  ready: string;
  counted: string | null;
  leaseMs: number;
};
/** Work in long steps, which prolongs its claim itself. */
const inSteps = { key: ['id'], due: 'due_at', noted: null, counted: 'tries', leaseMs: 20_000 } as const;
export const queues = {
  submissions: {
    key: ['id'],
    due: 'next_try_at',
    noted: 'updated_at',
    ready: 'q.next_try_at is not null',
    counted: 'taken',
    leaseMs: LEASE_MS,
  },
  write_backs: {
    key: ['record_type', 'record_id'],
    due: 'due_at',
    noted: 'noted_at',
    ready: 'true',
    counted: null,
    leaseMs: LEASE_MS,
  },
  reconciliations: {
    key: ['id'],
    due: 'due_at',
    noted: 'noted_at',
    ready: "q.state in ('queued', 'running')",
    counted: 'tries',
    leaseMs: LEASE_MS,
  },
  order_acts: {
    key: ['id'],
    due: 'next_try_at',
    noted: 'updated_at',
    ready: 'q.next_try_at is not null',
    counted: 'taken',
    leaseMs: LEASE_MS,
  },
  feeds: { key: ['connection'], due: 'due_at', noted: 'noted_at', ready: 'true', counted: 'taken', leaseMs: LEASE_MS },
  scans: { ...inSteps, ready: "q.state in ('queued', 'running')" },
  load_tests: { ...inSteps, ready: "q.state <> 'finished'", leaseMs: 30_000 },
  conversions: { ...inSteps, ready: "(q.state in ('queued', 'running', 'listed') or q.telling)" },
  conversion_runs: { ...inSteps, ready: "q.state = 'listing'" },
  timeline_entries: { ...inSteps, ready: "q.state = 'waiting'" },
  // Longer than the three calls of a sync.
  customer_syncs: {
    ...{ key: ['connection', 'record_id'], due: 'due_at', noted: null, ready: 'q.due_at is not null' },
    ...{ counted: null, leaseMs: 120_000 },
  },
  // Longer than any attempt to send.
  alert_messages: {
    ...{ key: ['id'], due: 'due_at', noted: null, ready: 'q.sent_at is null and q.given_up_at is null' },
    ...{ counted: null, leaseMs: 120_000 },
  },
} as const satisfies Record<string, Queue>;
export type QueueName = keyof typeof queues;
export const queueNames = Object.keys(queues) as QueueName[];

/** Items of one account, or of all. `wakeInMs`: when there will be more. Not an instant: the database's clock need not be ours. */
export type Batch<Item> = { items: Item[]; wakeInMs: number | null };
/** What a worker does may not be noted any more: another worker has taken the row over. */
export class LostClaim extends Error {}

const dueOf = (queue: Queue) => sql.ref(`q.${queue.due}`);
/** No live claim on the row, which is `q`. A lease further ahead than anything sets it was noted by a clock that has been set back since. */
export const unclaimed = (at: Moment) =>
  sql<boolean>`(q.claim is null or q.lease_until <= ${at} or q.lease_until > ${plus(at, CLOCK_JUMPED_MS)})`;
/** Due and free at `at`. A due time that was noted in the future is one of a clock that has been set back since. */
const drawable = (queue: Queue, at: Moment) => {
  const ahead = queue.noted === null ? sql`` : sql` or ${sql.ref(`q.${queue.noted}`)} > ${plus(at, NOTED_AHEAD_MS)}`;
  return sql<boolean>`${sql.raw(queue.ready)} and (${dueOf(queue)} <= ${at}${ahead}) and ${unclaimed(at)}`;
};

type ClaimOptions = {
  at: Moment;
  limit: number;
  account?: AccountId;
  /** A further condition on the row, which is `q`. */
  and?: RawBuilder<boolean>;
  /** What else a claim sets. */
  set?: RawBuilder<unknown>;
};
/** Claims what is due, the longest due first. One statement; rows that another process is claiming are passed over. */
export async function claimRows<Name extends QueueName>(
  db: Trx,
  name: Name,
  { at, limit, account, and, set }: ClaimOptions,
): Promise<Selectable<Tables[Name]>[]> {
  const queue: Queue = queues[name];
  const key = ['account', ...queue.key];
  const keys = sql.join(key.map((column) => sql.ref(`q.${column}`)));
  const same = sql.join(
    key.map((column) => sql`w.${sql.ref(column)} = due.${sql.ref(column)}`),
    sql` and `,
  );
  const counted = queue.counted === null ? sql`` : sql`, ${sql.ref(queue.counted)} = w.${sql.ref(queue.counted)} + 1`;
  // Materialized: joined, the planner may run it once a row, each time with the next ones, and the limit is none.
  const { rows } = await sql<
    Selectable<Tables[Name]>
  >`with due as materialized (select ${keys} from ${sql.table(name)} q
        where ${account === undefined ? sql`true` : sql`q.account = ${account}`} and ${drawable(queue, at)} and ${and ?? sql`true`}
        order by ${dueOf(queue)} limit ${limit} for update skip locked)
      update ${sql.table(name)} w set claim = gen_random_uuid(), lease_until = ${plus(at, queue.leaseMs)}${counted}${set ? sql`, ${set}` : sql``}
      from due where ${same} returning w.*`.execute(db);
  return rows;
}

/** Claims of an account as much as its locked lane has room for; where there is nothing, when there will be. */
export async function drawFromLane<Name extends QueueName>(
  trx: Trx,
  name: Name,
  {
    lane,
    account,
    free,
    within = sql<boolean>`true`,
    and = sql<boolean>`true`,
  }: {
    lane: Lane & { at: Date };
    account: AccountId;
    free: number;
    /** Which of the account's rows the lane is for. Absent: all. */
    within?: RawBuilder<boolean>;
    and?: RawBuilder<boolean>;
  },
): Promise<{ rows: Selectable<Tables[Name]>[]; wakeInMs: number | null }> {
  const { at } = lane;
  const queue: Queue = queues[name];
  const { rows: active } = await sql<{ count: string }>`select count(*) as count from ${sql.table(name)} q
    where q.account = ${account} and ${within} and q.claim is not null and not ${unclaimed(at)}`.execute(trx);
  const open = room(lane, Number(active[0]?.count ?? 0), at);
  if (open.free === 0) return { rows: [], wakeInMs: open.wakeInMs };
  const rows = await claimRows(trx, name, {
    at,
    limit: Math.min(free, open.free),
    account,
    and: sql`${within} and ${and}`,
  });
  // What is due later is asked for when one of these is done.
  if (rows.length > 0) return { rows, wakeInMs: null };
  const due = dueOf(queue);
  const { rows: next } = await sql<{ at: Date | null }>`select min(${due}) as at from ${sql.table(name)} q
    where q.account = ${account} and ${within} and ${sql.raw(queue.ready)} and ${due} > ${at}`.execute(trx);
  return { rows: [], wakeInMs: next[0]?.at ? next[0].at.getTime() - at.getTime() : null };
}

/** Accounts that have something due and free in one of the queues. Reads rows that have work to do, not accounts. */
export async function dueAccounts(db: Db, names: readonly QueueName[], clock: Clock): Promise<string[]> {
  const parts = names.map(
    (name) => sql`select q.account from ${sql.table(name)} q where ${drawable(queues[name], clock())}`,
  );
  const { rows } = await sql<{ account: string }>`${sql.join(parts, sql` union `)}`.execute(db);
  return rows.map(({ account }) => account);
}

/** Embedded, this is the only process there is: every claim found at its start is a dead one's. */
export async function forgetClaims(db: Db, names: readonly QueueName[]): Promise<void> {
  for (const name of names)
    await sql`update ${sql.table(name)} set claim = null, lease_until = null where claim is not null`.execute(db);
}

/** Prolongs the leases of these claims; gives those that are still there. */
export async function prolong(db: Db, name: QueueName, claims: readonly string[], clock: Clock): Promise<Set<string>> {
  const { rows } = await sql<{ claim: string }>`update ${sql.table(name)} set lease_until = ${plus(clock(), LEASE_MS)}
    where claim = any(${[...claims]}::uuid[]) returning claim`.execute(db);
  return new Set(rows.map(({ claim }) => claim));
}
