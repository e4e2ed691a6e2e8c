import type { AccountId, Freshness, ProblemCode } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import type { Db } from '../store/open.ts';

/** How long a figure of a flow counts as fresh, and how long it may be shown as stale when the ERP cannot be asked. */
export type CachePolicy = { freshMs: number; staleMs: number };
export type Figure<Value> = { value: Value; freshness: Freshness; refreshing: boolean };
/** `due`: told to be out of date; it keeps its true age and is shown only until a newer one is read. */
type Entry = { value: unknown; asOf: number; due?: boolean };

/** Asked again by hand, a figure is read anew at most this often. */
const REFRESH_EVERY_MS = 3000;
/** A rep with a last known figure waits this long for a newer one; the read then finishes behind. */
const SOFT_MS = 1500;

export type FigureReader = ReturnType<typeof figureCache>;
type Ask<Value> = {
  account: AccountId;
  /** Unique in the account, with everything that changes the answer: flow, customer, product, currency. */
  keys: readonly string[];
  policy: CachePolicy;
  refresh: boolean;
  /** Reads many at once; the answers stand in the order of the keys. */
  read: (keys: readonly string[]) => Promise<readonly Value[]>;
  /** The code under which a failed read is told beside a stale figure. */
  explain: (error: unknown) => ProblemCode;
};

/**
 * Figures in two layers, memory and database, read batch-first: of 50 lines only those are asked for that are missing, in one call, and
 * whoever asks for the same figure meanwhile waits for that call. Written by us and not with a cache library because none coalesces
 * *parts of batches* and keeps each part's own age.
 */
export function figureCache(db: Db, now: () => number, onEvent: (event: 'hit' | 'miss' | 'stale') => void = () => {}) {
  const memory = new LRUCache<string, Entry>({ max: 50_000 });
  const underWay = new Map<string, Promise<Entry>>();
  const full = (account: string, key: string) => `${account}\u0000${key}`;

  async function fill(account: AccountId, keys: readonly string[]): Promise<void> {
    const unknown = keys.filter((key) => !memory.has(full(account, key)));
    if (unknown.length === 0) return;
    // The database being away must not take the page down: memory and the ERP still answer.
    const rows = await db
      .selectFrom('cache_entries')
      .select(['key', 'value', 'as_of', 'due'])
      .where('account', '=', account)
      .where('key', 'in', unknown)
      .execute()
      .catch(() => []);
    for (const row of rows)
      memory.set(full(account, row.key), { value: row.value, asOf: row.as_of.getTime(), due: row.due });
  }
  function store(account: AccountId, entries: ReadonlyMap<string, Entry>): void {
    const rows = [...entries].map(([key, entry]) => ({
      account,
      key,
      value: JSON.stringify(entry.value ?? null),
      as_of: new Date(entry.asOf),
      due: false,
    }));
    if (rows.length === 0) return;
    // Behind the answer: a lost cache row costs one ERP call, waiting for it would cost every rep.
    db.insertInto('cache_entries')
      .values(rows)
      .onConflict((on) =>
        on
          .columns(['account', 'key'])
          .doUpdateSet((eb) => ({ value: eb.ref('excluded.value'), as_of: eb.ref('excluded.as_of') })),
      )
      .execute()
      .catch(() => {});
  }
  function start<Value>(ask: Ask<Value>, keys: readonly string[]): void {
    const reading = ask.read(keys).then((values) => {
      const asOf = now();
      const entries = new Map(keys.map((key, index) => [key, { value: values[index] ?? null, asOf }]));
      for (const [key, entry] of entries) memory.set(full(ask.account, key), entry);
      store(ask.account, entries);
      return entries;
    });
    for (const key of keys) {
      const id = full(ask.account, key);
      const one = reading
        .then((entries) => entries.get(key) ?? { value: null, asOf: now() })
        .finally(() => underWay.delete(id));
      // Somebody may be gone before it fails; those who wait get the failure from their own await.
      one.catch(() => {});
      underWay.set(id, one);
    }
  }

  /** Answers in the order of the keys. Throws what `read` threw where a figure has no last known value either. */
  async function get<Value>(ask: Ask<Value>): Promise<Figure<Value>[]> {
    const keys = [...new Set(ask.keys)];
    await fill(ask.account, keys);
    const at = now();
    const isDue = (key: string) => {
      const entry = memory.get(full(ask.account, key));
      if (!entry || entry.due) return true;
      const age = at - entry.asOf;
      return ask.refresh ? age > REFRESH_EVERY_MS : age > ask.policy.freshMs;
    };
    const due = keys.filter(isDue);
    const toStart = due.filter((key) => !underWay.has(full(ask.account, key)));
    if (toStart.length > 0) start(ask, toStart);

    const answers = new Map<string, Figure<Value>>();
    await Promise.all(
      keys.map(async (key) => {
        const id = full(ask.account, key);
        const known = memory.get(id);
        const instant = (entry: Entry) => new Date(entry.asOf).toISOString();
        if (!due.includes(key) && known) {
          onEvent('hit');
          answers.set(key, {
            value: known.value as Value,
            freshness: { asOf: instant(known), source: 'cached' },
            refreshing: false,
          });
          return;
        }
        onEvent('miss');
        const showable = known && at - known.asOf <= ask.policy.staleMs ? known : null;
        try {
          const reading = underWay.get(id) ?? Promise.resolve(memory.get(id) as Entry);
          const entry = showable ? await Promise.race([reading, later(SOFT_MS)]) : await reading;
          if (entry)
            answers.set(key, {
              value: entry.value as Value,
              freshness: { asOf: instant(entry), source: 'live' },
              refreshing: false,
            });
          else if (showable)
            answers.set(key, {
              value: showable.value as Value,
              freshness: { asOf: instant(showable), source: 'stale', reason: 'erp_timeout' },
              refreshing: true,
            });
        } catch (error) {
          if (!showable) throw error;
          onEvent('stale');
          answers.set(key, {
            value: showable.value as Value,
            freshness: { asOf: instant(showable), source: 'stale', reason: ask.explain(error) },
            refreshing: false,
          });
        }
      }),
    );
    return ask.keys.map((key) => answers.get(key)).filter((figure): figure is Figure<Value> => figure !== undefined);
  }

  /** After a write of ours or a change in the ERP: what begins so is read anew, and stays as last known value until then. */
  async function invalidate(account: AccountId, prefix: string): Promise<void> {
    const start = full(account, prefix);
    // Marked in place: setting a key while walking would move it ahead of the walk, for ever.
    for (const [key, entry] of memory.entries()) if (key.startsWith(start)) entry.due = true;
    await db
      .updateTable('cache_entries')
      .set({ due: true })
      .where('account', '=', account)
      .where('key', 'like', `${prefix}%`)
      .execute();
  }
  return { get, invalidate };
}
const later = (ms: number) => new Promise<null>((done) => setTimeout(() => done(null), ms).unref());
