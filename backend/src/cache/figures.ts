import type { AccountId, Freshness, ProblemCode } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Store } from '../store/open.ts';
import { DUE_CHANNEL, databaseLayer, type Entry } from './database.ts';

/** How long a figure of a flow counts as fresh, and how long it may be shown as stale when the ERP cannot be asked. */
export type CachePolicy = { freshMs: number; staleMs: number };
/** No policy shows a figure that is older, so nobody keeps one. */
export const LONGEST_STALE_MS = 30 * 86_400_000;
export type Figure<Value> = { value: Value; freshness: Freshness; refreshing: boolean };

const dueSchema = z.object({
  account: z.string(),
  keys: z.array(z.string()).default([]),
  /** Beginnings of keys, of which every figure is due: `price`, `@second|price`. */
  names: z.array(z.string()).default([]),
});
/** Asked again by hand, a figure is read anew at most this often. */
const REFRESH_EVERY_MS = 3000;
/** A rep with a last known figure waits this long for a newer one; the read then finishes behind. */
const SOFT_MS = 1500;

export type FigureReader = ReturnType<typeof figureCache>;
export type Ask<Value> = {
  account: AccountId;
  /** Unique in the account, with everything that changes the answer: flow, customer, product, currency. */
  keys: readonly string[];
  policy: CachePolicy;
  refresh: boolean;
  /** Checks what comes from the database; an older version may have written it. Throws where it no longer fits. */
  parse: (value: unknown) => Value;
  /** Reads many at once; the answers stand in the order of the keys. */
  read: (keys: readonly string[]) => Promise<readonly Value[]>;
  /** The code under which a failed read is told beside a stale figure. */
  explain: (error: unknown) => ProblemCode;
};

/**
 * Figures in two layers, memory and database, read batch-first: of 50 lines only those are asked for that are missing, in one call, and
 * whoever asks for the same figure meanwhile waits for that call, in this process and, on Postgres, in the others. Written by us and not
 * with a cache library because none coalesces *parts of batches* and keeps each part's own age.
 */
export function figureCache(
  store: Pick<Store, 'db' | 'kind' | 'listen'>,
  now: () => number,
  onEvent: (event: 'hit' | 'miss' | 'stale') => void = () => {},
) {
  const memory = new LRUCache<string, Entry>({ max: 50_000 });
  const underWay = new Map<string, Promise<Entry>>();
  const database = databaseLayer(store.db);
  /** How many reads of the ERP are under way, and what was made due while any was. */
  let reads = 0;
  const madeDue: string[] = [];
  const full = (account: string, key: string) => `${account}\u0000${key}`;

  /** Takes into memory what the database has newer. */
  async function fill<Value>(ask: Ask<Value>, keys: readonly string[]): Promise<void> {
    for (const [key, { value, asOf, due }] of await database.load(ask.account, keys)) {
      const known = memory.get(full(ask.account, key));
      if (known && known.asOf >= asOf) continue;
      try {
        memory.set(full(ask.account, key), { value: ask.parse(value), asOf, due });
      } catch {
        // Written by another version of ours: as good as not there.
      }
    }
  }
  async function readErp<Value>(ask: Ask<Value>, keys: readonly string[]): Promise<Map<string, Entry>> {
    const before = madeDue.length;
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
    // What was made due meanwhile may have been read before the change: it is shown, and asked for again.
    const isDue = (key: string) =>
      since.includes(full(ask.account, key)) ||
      since.some((each) => each.endsWith('|') && full(ask.account, key).startsWith(each));
    const entries = new Map(keys.map((key, index) => [key, { value: values[index] ?? null, asOf, due: isDue(key) }]));
    for (const [key, entry] of entries) memory.set(full(ask.account, key), entry);
    return entries;
  }
  /** One process reads, the others wait for its row. Where that one fails, each asks the ERP itself and gets its own failure. */
  async function readAmongMany<Value>(
    ask: Ask<Value>,
    keys: readonly string[],
    since: number,
  ): Promise<Map<string, Entry>> {
    const { ours, claim } = await database.claim(ask.account, keys);
    const others = keys.filter((key) => !ours.has(key));
    try {
      // Between our look at the database and our claim another one may have finished with these.
      const done = await database.load(ask.account, [...ours]);
      const isNew = (entry: Entry | undefined) => entry !== undefined && entry.asOf >= since && !entry.due;
      const mine = keys.filter((key) => ours.has(key) && !isNew(done.get(key)));
      const [read, found] = await Promise.all([
        mine.length > 0
          ? readErp(ask, mine).then(async (entries) => {
              // Before the claim is let go: whoever waits for it looks for the row.
              await database.save(ask.account, entries);
              return entries;
            })
          : new Map<string, Entry>(),
        others.length > 0 ? database.await(ask.account, others, since) : new Map<string, Entry>(),
      ]);
      for (const [key, entry] of done) if (isNew(entry)) found.set(key, entry);
      for (const [key, entry] of found) {
        const known = { ...entry, value: ask.parse(entry.value) };
        memory.set(full(ask.account, key), known);
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
    const reading =
      store.kind === 'postgres'
        ? readAmongMany(ask, keys, since)
        : readErp(ask, keys).then((entries) => {
            database.saveSoon(ask.account, entries);
            return entries;
          });
    for (const key of keys) {
      const id = full(ask.account, key);
      const one = reading
        .then((entries) => entries.get(key) ?? { value: null, asOf: now(), due: false })
        .finally(() => underWay.delete(id));
      // Somebody may be gone before it fails; those who wait get the failure from their own await.
      one.catch(() => {});
      underWay.set(id, one);
    }
  }

  /** Answers in the order of the keys. Throws what `read` threw where a figure has no last known value either. */
  async function get<Value>(ask: Ask<Value>): Promise<Figure<Value>[]> {
    const keys = [...new Set(ask.keys)];
    const at = now();
    const isDue = (key: string) => {
      const entry = memory.get(full(ask.account, key));
      if (!entry || entry.due) return true;
      const age = at - entry.asOf;
      return ask.refresh ? age > REFRESH_EVERY_MS : age > ask.policy.freshMs;
    };
    let due = keys.filter(isDue);
    // What is being read already needs no look at the database.
    const unread = due.filter((key) => !underWay.has(full(ask.account, key)));
    if (unread.length > 0) {
      await fill(ask, unread);
      due = due.filter(isDue);
    }
    const toStart = due.filter((key) => !underWay.has(full(ask.account, key)));
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
        const reading = underWay.get(id) ?? Promise.resolve(memory.get(id) ?? { value: null, asOf: at, due: false });
        const entry = showable ? await Promise.race([reading, later(SOFT_MS)]) : await reading;
        if (entry) give(key, entry, { source: 'live' });
        else if (showable) give(key, showable, { source: 'stale', reason: 'erp_timeout' }, true);
      } catch (error) {
        if (!showable) throw error;
        onEvent('stale');
        give(key, showable, { source: 'stale', reason: ask.explain(error) });
      }
    };
    const waits: Promise<void>[] = [];
    for (const key of keys) {
      const known = waiting.has(key) ? undefined : memory.get(full(ask.account, key));
      onEvent(known ? 'hit' : 'miss');
      if (known) give(key, known, { source: 'cached' });
      else waits.push(wait(key));
    }
    if (waits.length > 0) await Promise.all(waits);
    return ask.keys.map((key) => answers.get(key)).filter((figure): figure is Figure<Value> => figure !== undefined);
  }

  function markDue(account: string, keys: readonly string[]): void {
    for (const id of keys.map((key) => full(account, key))) {
      if (reads > 0) madeDue.push(id);
      const entry = memory.peek(id);
      if (entry) entry.due = true;
    }
  }
  function markAllDue(account: string, names: readonly string[]): void {
    const groups = names.map((name) => full(account, `${name}|`));
    if (reads > 0) madeDue.push(...groups);
    for (const [id, entry] of memory.entries()) if (groups.some((group) => id.startsWith(group))) entry.due = true;
  }
  /** After a change in the ERP that does not say which of the figures it makes old. */
  async function invalidateAll(account: AccountId, names: readonly string[]): Promise<void> {
    markAllDue(account, names);
    await database.markAllDue(account, names);
  }
  /** After a write of ours or a change in the ERP: these are read anew, and stay as last known values until then. */
  async function invalidate(account: AccountId, keys: readonly string[]): Promise<void> {
    markDue(account, keys);
    await database.markDue(account, keys);
  }
  /** What other processes make due is due here too, at once and not only when it is old. */
  async function listen(): Promise<void> {
    if (store.kind !== 'postgres') return;
    await store.listen(DUE_CHANNEL, (payload) => {
      const told = dueSchema.safeParse(JSON.parse(payload));
      if (!told.success) return;
      markDue(told.data.account, told.data.keys);
      markAllDue(told.data.account, told.data.names);
    });
  }
  /** What nobody may show any more goes. Products that are no longer sold and customers that left would otherwise stay for ever. */
  const forgetOld = () => database.forget(new Date(now() - LONGEST_STALE_MS));
  /** An account that was removed or disconnected leaves nothing in this process's memory. */
  function forgetAccount(account: AccountId): void {
    database.drop(account);
    for (const key of memory.keys()) if (key.startsWith(full(account, ''))) memory.delete(key);
  }
  return { get, invalidate, invalidateAll, listen, flush: database.flush, forgetOld, forgetAccount };
}
const later = (ms: number) => new Promise<null>((done) => setTimeout(() => done(null), ms).unref());
