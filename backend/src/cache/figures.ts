import type { AccountId, Freshness, ProblemCode } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import type { Stamp } from '../store/changes.ts';
import type { Db, Store } from '../store/open.ts';
import { DUE_CHANNEL, databaseLayer, dueSchema, type Entry } from './database.ts';
import { everyKey, storedKeys } from './stored-keys.ts';

/** How long a figure counts as fresh, and how long it may be shown as stale while the ERP is unavailable. */
export type CachePolicy = { freshMs: number; staleMs: number };
/** As `staleMs`: a figure that is not fresh is not shown at all. */
export const NEVER = -1;
/** Retention of figures; no policy shows older ones. */
export const LONGEST_STALE_MS = 30 * 86_400_000;
export type Figure<Value> = { value: Value; freshness: Freshness; refreshing: boolean };

/** Shortest interval between manual refreshes of a figure. */
const REFRESH_EVERY_MS = 3000;
/** A request with a last known figure waits this long for a newer one. The read then finishes in the background. */
const SOFT_MS = 1500;

export type FigureReader = ReturnType<typeof figureCache>;
export type Ask<Value> = {
  account: AccountId;
  /** Unique in the account. Contains everything that changes the answer: flow, customer, product, currency. */
  keys: readonly string[];
  policy: CachePolicy;
  refresh: boolean;
  /** Parses a figure from the database, which an older version may have written. Throws where it no longer fits. */
  parse: (value: unknown) => Value;
  /** Reads many figures in one call and returns them in the order of the keys. */
  read: (keys: readonly string[]) => Promise<readonly Value[]>;
  /** The problem code shown with a stale figure after a failed read. */
  explain: (error: unknown) => ProblemCode;
  /** Notes what the answer is made of. */
  trace?: FigureTrace;
  /** A figure whose reading began here since then counts as fresh, whatever its policy says; null or absent for none. */
  since?: number | null;
  /** Only such a figure counts; without `since` none does. For whatever is about to be written. */
  strict?: boolean;
};
export type FigureTrace = {
  /** A remembered figure, and the instant from which it is read again. */
  remembered: (key: string, stamp: Stamp, until: number) => void;
  /** At least one figure is not, so the answer is not to be kept. */
  unsettled: () => void;
};
/** A figure in memory is the stamp of what is made of it: `current` ends when it is due, replaced or dropped. */
type Kept = Entry & { current: boolean; begun?: number };
/** `shared`: what another process reads may have begun earlier. */
type Running = { reading: Promise<Entry>; begun: number; shared: boolean };

/**
 * Caches figures in memory and in the database. Reads are batched: of 50 lines, only the missing ones are read, in one call. Concurrent requests
 * for the same figure wait for that call, on Postgres also in other processes. No cache library coalesces parts of batches and keeps the age of
 * each part.
 */
export function figureCache(
  store: Pick<Store, 'db' | 'kind' | 'listen'> & { reads?: Db },
  now: () => number,
  onEvent: (event: 'hit' | 'miss' | 'stale', account: AccountId, key: string) => void = () => {},
) {
  const memory = new LRUCache<string, Kept>({
    max: 50_000,
    dispose: (entry) => {
      entry.current = false;
    },
  });
  const underWay = new Map<string, Running>();
  // The embedded database has one process, which knows what it wrote.
  const stored = store.kind === 'pglite' ? storedKeys(store.reads ?? store.db) : everyKey;
  const database = databaseLayer(store.db, stored);
  /** Number of ERP reads in progress, and the figures made due during them. */
  let reads = 0;
  const madeDue: string[] = [];
  const full = (account: string, key: string) => `${account}\u0000${key}`;
  const keep = (account: string, key: string, entry: Entry) =>
    memory.set(full(account, key), Object.assign(entry, { current: !entry.due }));
  const outdate = (entry: Kept) => {
    entry.due = true;
    entry.current = false;
  };

  /** Loads newer figures from the database into memory. */
  async function fill<Value>(ask: Ask<Value>, keys: readonly string[]): Promise<void> {
    for (const [key, { value, asOf, due }] of await database.load(ask.account, keys)) {
      const known = memory.get(full(ask.account, key));
      if (known && known.asOf >= asOf) continue;
      try {
        keep(ask.account, key, { value: ask.parse(value), asOf, due });
      } catch {
        // Written by another version: treated as missing.
      }
    }
  }
  async function readErp<Value>(ask: Ask<Value>, keys: readonly string[]): Promise<Map<string, Entry>> {
    const before = madeDue.length;
    const begun = now();
    let values: readonly Value[];
    let since: readonly string[];
    reads += 1;
    try {
      values = await ask.read(keys);
      since = madeDue.slice(before);
    } finally {
      reads -= 1;
      if (reads === 0) madeDue.length = 0;
    }
    const asOf = now();
    // Figures made due during the read may be from before the change. They are shown and read again.
    const isDue = (key: string) =>
      since.includes(full(ask.account, key)) ||
      since.some((each) => each.endsWith('|') && full(ask.account, key).startsWith(each));
    const entries = new Map(keys.map((key, index) => [key, { value: values[index] ?? null, asOf, due: isDue(key) }]));
    for (const [key, entry] of entries) keep(ask.account, key, Object.assign(entry, { begun }));
    return entries;
  }
  /** One process reads and the others wait for its row. If it fails, each of them reads from the ERP itself. */
  async function readAmongMany<Value>(
    ask: Ask<Value>,
    keys: readonly string[],
    since: number,
  ): Promise<Map<string, Entry>> {
    const { ours, claim } = await database.claim(ask.account, keys);
    const others = keys.filter((key) => !ours.has(key));
    try {
      // Another process may have finished between the database read and the claim.
      const done = await database.load(ask.account, [...ours]);
      const isNew = (entry: Entry | undefined) => entry !== undefined && entry.asOf >= since && !entry.due;
      const mine = keys.filter((key) => ours.has(key) && !isNew(done.get(key)));
      const [read, found] = await Promise.all([
        mine.length > 0
          ? readErp(ask, mine).then(async (entries) => {
              // Before the claim is released, because waiting processes look for the row.
              await database.save(ask.account, entries);
              return entries;
            })
          : new Map<string, Entry>(),
        others.length > 0 ? database.await(ask.account, others, since) : new Map<string, Entry>(),
      ]);
      for (const [key, entry] of done) if (isNew(entry)) found.set(key, entry);
      for (const [key, entry] of found) {
        const known = { ...entry, value: ask.parse(entry.value) };
        keep(ask.account, key, known);
        read.set(key, known);
      }
      const missed = others.filter((key) => !found.has(key));
      if (missed.length === 0) return read;
      const late = await readErp(ask, missed);
      database.saveSoon(ask.account, late);
      return new Map([...read, ...late]);
    } finally {
      if (ours.size > 0) await database.release(claim, ask.account);
    }
  }
  function start<Value>(ask: Ask<Value>, keys: readonly string[], since: number): void {
    const begun = now();
    const shared = store.kind === 'postgres' && !ask.strict;
    const reading = shared
      ? readAmongMany(ask, keys, since)
      : readErp(ask, keys).then((entries) => {
          database.saveSoon(ask.account, entries);
          return entries;
        });
    for (const key of keys) {
      const id = full(ask.account, key);
      const one: Promise<Entry> = reading
        .then((entries) => entries.get(key) ?? { value: null, asOf: now(), due: false })
        .finally(() => underWay.get(id)?.reading === one && underWay.delete(id));
      // Prevents an unhandled rejection when no caller waits any more; waiting callers get the error from their own await.
      one.catch(() => {});
      underWay.set(id, { reading: one, begun, shared });
    }
  }

  /** Waits for reads that began before: they neither count nor hide the ones that do. */
  async function earlierReads(account: string, keys: readonly string[], since: number): Promise<void> {
    const found = keys.flatMap((key) => underWay.get(full(account, key)) ?? []).filter(({ begun }) => begun < since);
    await Promise.allSettled(found.map(({ reading }) => reading));
  }

  /** Returns the figures in the order of the keys. Throws the error of `read` for a figure without a last known value. */
  async function get<Value>(ask: Ask<Value>): Promise<Figure<Value>[]> {
    const keys = [...new Set(ask.keys)];
    const since = ask.since ?? (ask.strict ? now() : null);
    if (ask.strict && since !== null) await earlierReads(ask.account, keys, since);
    const at = now();
    const isDue = (key: string) => {
      const entry = memory.get(full(ask.account, key));
      if (!entry || entry.due) return true;
      const isSince = since !== null && entry.begun !== undefined && entry.begun >= since;
      if (isSince || ask.strict) return !isSince;
      const age = at - entry.asOf;
      return ask.refresh ? age > REFRESH_EVERY_MS : age > ask.policy.freshMs;
    };
    let due = keys.filter(isDue);
    // Figures that are being read need no database lookup.
    const unread = due.filter((key) => !underWay.has(full(ask.account, key)));
    if (unread.length > 0 && !ask.strict) {
      await fill(ask, unread);
      due = due.filter(isDue);
    }
    const toStart = due.filter((key) => {
      const running = underWay.get(full(ask.account, key));
      return !running || (ask.strict && running.shared);
    });
    if (toStart.length > 0) start(ask, toStart, at);

    const waiting = new Set(due);
    const answers = new Map<string, Figure<Value>>();
    const give = (key: string, entry: Entry, freshness: Omit<Freshness, 'asOf'>, refreshing = false) =>
      answers.set(key, {
        value: entry.value as Value,
        freshness: { asOf: new Date(entry.asOf).toISOString(), ...freshness },
        refreshing,
      });
    const wait = async (key: string): Promise<void> => {
      const id = full(ask.account, key);
      const known = memory.get(id);
      const showable = known && at - known.asOf <= ask.policy.staleMs ? known : null;
      try {
        const reading =
          underWay.get(id)?.reading ?? Promise.resolve(memory.get(id) ?? { value: null, asOf: at, due: false });
        const entry = showable ? await Promise.race([reading, later(SOFT_MS)]) : await reading;
        if (entry) give(key, entry, { source: 'live' });
        else if (showable) give(key, showable, { source: 'stale', reason: 'erp_timeout' }, true);
      } catch (error) {
        if (!showable) throw error;
        onEvent('stale', ask.account, key);
        if (!showable.due) failed.push(key);
        give(key, showable, { source: 'stale', reason: ask.explain(error) });
      }
    };
    const failed: string[] = [];
    const waits: Promise<void>[] = [];
    for (const key of keys) {
      const known = waiting.has(key) ? undefined : memory.get(full(ask.account, key));
      onEvent(known ? 'hit' : 'miss', ask.account, key);
      if (known) {
        give(key, known, { source: 'cached' });
        ask.trace?.remembered(key, known, known.asOf + ask.policy.freshMs);
      } else {
        ask.trace?.unsettled();
        waits.push(wait(key));
      }
    }
    if (waits.length > 0) await Promise.all(waits);
    // No figure stays fresh after a failed refresh: the next request of any card and process reads it again, and names the failure too.
    if (failed.length > 0) void invalidate(ask.account, failed).catch(() => {});
    return ask.keys.map((key) => answers.get(key)).filter((figure): figure is Figure<Value> => figure !== undefined);
  }

  function markDue(account: string, keys: readonly string[]): void {
    for (const id of keys.map((key) => full(account, key))) {
      if (reads > 0) madeDue.push(id);
      const entry = memory.peek(id);
      if (entry) outdate(entry);
    }
  }
  function markAllDue(account: string, names: readonly string[]): void {
    const groups = names.map((name) => full(account, `${name}|`));
    if (reads > 0) madeDue.push(...groups);
    for (const [id, entry] of memory.entries()) if (groups.some((group) => id.startsWith(group))) outdate(entry);
  }
  /** After a change in the ERP that does not say which of the figures it makes old. */
  async function invalidateAll(account: AccountId, names: readonly string[]): Promise<void> {
    markAllDue(account, names);
    await database.markAllDue(account, names);
  }
  /** Marks figures as due after a write or a change in the ERP. They remain the last known values until the next read. */
  async function invalidate(account: AccountId, keys: readonly string[]): Promise<void> {
    markDue(account, keys);
    await database.markDue(account, keys);
  }
  /** Applies marks of other processes at once. */
  async function listen(): Promise<void> {
    if (store.kind !== 'postgres') return;
    await store.listen(DUE_CHANNEL, (payload) => {
      const told = dueSchema.safeParse(JSON.parse(payload));
      if (!told.success) return;
      markDue(told.data.account, told.data.keys);
      markAllDue(told.data.account, told.data.names);
    });
  }
  /** Deletes figures past their retention, such as those of discontinued products and former customers. */
  const forgetOld = () => database.forget(new Date(now() - LONGEST_STALE_MS));
  /** Removes all figures of a removed or disconnected account from memory. */
  function forgetAccount(account: AccountId): void {
    database.drop(account);
    for (const key of memory.keys()) if (key.startsWith(full(account, ''))) memory.delete(key);
  }
  const { foresee } = stored;
  return { get, foresee, invalidate, invalidateAll, listen, flush: database.flush, forgetOld, forgetAccount };
}
const later = (ms: number) => new Promise<null>((done) => setTimeout(() => done(null), ms).unref());
