import { randomUUID } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../store/open.ts';
import { everyKey, type StoredKeys } from './stored-keys.ts';

/** `due`: marked as outdated. It keeps its age and is shown until a newer figure is read. */
export type Entry = { value: unknown; asOf: number; due: boolean };

/** Channel that tells other processes which figures are due. The payload is an account and its keys. */
export const DUE_CHANNEL = 'backroom_figures';
export const dueSchema = z.object({
  account: z.string(),
  keys: z.array(z.string()).default([]),
  /** Beginnings of keys, of which every figure is due: `price`, `@second|price`. */
  names: z.array(z.string()).default([]),
});
/** Postgres limits a message to 8,000 bytes. A key has about 20 and at most 150. */
const TOLD_AT_ONCE = 50;
/** Longer than the longest ERP read. After this time a claim counts as abandoned. */
const CLAIM_MS = 10_000;
/** Polling interval for a figure that another process reads. */
const LOOK_MS = 100;

/** Writes that no caller waits for begin when so long nothing came, so that the rows of one page view are written together, and after `SAVE_LATEST_MS`. */
const SAVE_MS = 100;
const SAVE_LATEST_MS = 1000;

/** The cache layer shared by all processes. Without the database, figures are read from the ERP instead. */
export function databaseLayer(db: Db, stored: Pick<StoredKeys, 'among' | 'add'> = everyKey) {
  async function read(account: AccountId, keys: readonly string[]): Promise<Map<string, Entry>> {
    const rows = await db
      .selectFrom('cache_entries')
      .select(['key', 'value', 'as_of', 'due'])
      .where('account', '=', account)
      .where('key', '=', sql<string>`any(${[...keys]})`)
      .execute()
      .catch(() => []);
    return new Map(rows.map(({ key, value, as_of, due }) => [key, { value, asOf: as_of.getTime(), due }]));
  }
  /** Batches the reads of one turn of the event loop: the panels of a page ask in parallel and need one statement. */
  const asked = new Map<AccountId, { keys: Set<string>; answer: Promise<Map<string, Entry>> }>();
  async function load(account: AccountId, wanted: readonly string[]): Promise<Map<string, Entry>> {
    const keys = await stored.among(account, wanted);
    if (keys.length === 0) return new Map();
    let batch = asked.get(account);
    if (!batch) {
      const all = new Set<string>();
      const answer = new Promise((turn) => setImmediate(turn)).then(() => {
        asked.delete(account);
        return read(account, [...all]);
      });
      batch = { keys: all, answer };
      asked.set(account, batch);
    }
    for (const key of keys) batch.keys.add(key);
    const found = await batch.answer;
    return new Map(keys.flatMap((key) => (found.has(key) ? [[key, found.get(key) as Entry]] : [])));
  }

  /** Keeps a newer figure of another process. */
  async function save(account: AccountId, entries: ReadonlyMap<string, Entry>): Promise<void> {
    if (entries.size === 0) return;
    stored.add(account, entries.keys());
    const rows = JSON.stringify(
      // Sorted, so that two processes lock the same rows in the same order.
      [...entries]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([key, { value, asOf, due }]) => ({ key, value: value ?? null, as_of: new Date(asOf), due })),
    );
    // One parameter for all rows: binding five per row costs more than the write itself.
    await sql`insert into cache_entries (account, key, value, as_of, due)
      select ${account}, key, coalesce(value, 'null'), as_of, due
      from jsonb_to_recordset(${rows}::jsonb) as row (key text, value jsonb, as_of timestamptz, due boolean)
      on conflict (account, key) do update set value = excluded.value, as_of = excluded.as_of, due = excluded.due
      where cache_entries.as_of <= excluded.as_of`
      .execute(db)
      .catch(() => {});
  }
  const unsaved = new Map<AccountId, Map<string, Entry>>();
  let timer: NodeJS.Timeout | undefined;
  let waitingSince = 0;
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const all = [...unsaved];
    unsaved.clear();
    for (const [account, entries] of all) await save(account, entries);
  }
  const nextDue = new Map<AccountId, { keys: Set<string>; done: Promise<void> }>();
  let marking: Promise<void> = Promise.resolve();
  /** Updates only rows that are not due yet, in a fixed order, so that workers with orders of the same products do not block each other. */
  async function mark(account: AccountId, keys: readonly string[]): Promise<void> {
    // A read that began earlier must not overwrite the mark.
    await flush();
    for (let at = 0; at < keys.length; at += TOLD_AT_ONCE) {
      const some = keys.slice(at, at + TOLD_AT_ONCE);
      await sql`with held as (
          select key from cache_entries where account = ${account} and key = any(${some}) and not due order by key collate "C" for update
        ), marked as (
          update cache_entries set due = true where account = ${account} and key in (select key from held)
        )
        select pg_notify(${DUE_CHANNEL}, ${JSON.stringify({ account, keys: some })})`.execute(db);
    }
  }
  async function markAll(account: AccountId, names: readonly string[]): Promise<void> {
    await flush();
    await sql`with held as (
        select key from cache_entries where account = ${account} and not due
          and exists (select 1 from unnest(${names}::text[]) as name where starts_with(key, name || '|'))
        order by key collate "C" for update
      ), marked as (
        update cache_entries set due = true where account = ${account} and key in (select key from held)
      )
      select pg_notify(${DUE_CHANNEL}, ${JSON.stringify({ account, names })})`.execute(db);
  }
  return {
    load,
    save,
    /** Every figure of these names. After whatever is being marked, so that no two statements of this process wait for each other. */
    markAllDue(account: AccountId, names: readonly string[]): Promise<void> {
      const done = marking.then(() => markAll(account, [...names]));
      marking = done.catch(() => {});
      return done;
    },
    /** Written after the answer. If the process dies first, the figure is read from the ERP again. */
    saveSoon(account: AccountId, entries: ReadonlyMap<string, Entry>): void {
      const waiting = unsaved.get(account) ?? new Map<string, Entry>();
      for (const [key, entry] of entries) waiting.set(key, entry);
      unsaved.set(account, waiting);
      if (timer === undefined) waitingSince = performance.now();
      clearTimeout(timer);
      const left = waitingSince + SAVE_LATEST_MS - performance.now();
      timer = setTimeout(() => void flush(), Math.max(0, Math.min(SAVE_MS, left)));
    },
    flush,
    /** Drops pending writes of a removed account. */
    drop: (account: AccountId): void => void unsaved.delete(account),
    /** Runs one statement at a time and batches what arrives meanwhile: a hundred orders that end together need a few statements. */
    async markDue(account: AccountId, keys: readonly string[]): Promise<void> {
      let batch = nextDue.get(account);
      if (!batch) {
        const all = new Set<string>();
        const done = marking.then(() => {
          nextDue.delete(account);
          return mark(account, [...all]);
        });
        marking = done.catch(() => {});
        batch = { keys: all, done };
        nextDue.set(account, batch);
      }
      for (const key of keys) batch.keys.add(key);
      await batch.done;
    },
    /** Returns the keys that this process has to read; other processes read the rest. All keys without the database. */
    async claim(account: AccountId, keys: readonly string[]): Promise<{ ours: Set<string>; claim: string }> {
      const claim = randomUUID();
      // Sorted, so that two processes claim the same rows in the same order.
      const rows = [...keys]
        .sort()
        .map((key) => ({ account, key, claim, until: sql<Date>`now() + ${`${CLAIM_MS} ms`}::interval` }));
      const won = await db
        .insertInto('cache_claims')
        .values(rows)
        .onConflict((on) =>
          on
            .columns(['account', 'key'])
            .doUpdateSet((eb) => ({ claim: eb.ref('excluded.claim'), until: eb.ref('excluded.until') }))
            .where('cache_claims.until', '<', sql<Date>`now()`),
        )
        .returning('key')
        .execute()
        .catch(() => null);
      return { ours: new Set(won ? won.map(({ key }) => key) : keys), claim };
    },
    async release(claim: string, account: AccountId): Promise<void> {
      await db
        .deleteFrom('cache_claims')
        .where('account', '=', account)
        .where('claim', '=', claim)
        .execute()
        .catch(() => {});
    },
    /** Also deletes abandoned claims, which otherwise remain if their figure is never read again. */
    async forget(before: Date): Promise<void> {
      await db.deleteFrom('cache_entries').where('as_of', '<', before).execute();
      await db.deleteFrom('cache_claims').where('until', '<', before).execute();
    },
    /** Waits for figures newer than `since` from other processes. Figures that never arrive are missing from the answer. */
    async await(account: AccountId, keys: readonly string[], since: number): Promise<Map<string, Entry>> {
      const found = new Map<string, Entry>();
      const until = Date.now() + CLAIM_MS;
      while (Date.now() < until) {
        const missing = keys.filter((key) => !found.has(key));
        for (const [key, entry] of await load(account, missing))
          if (entry.asOf >= since && !entry.due) found.set(key, entry);
        if (found.size === keys.length) break;
        const claimed = await db
          .selectFrom('cache_claims')
          .select('key')
          .where('account', '=', account)
          .where('key', '=', sql<string>`any(${missing})`)
          .where('until', '>=', sql<Date>`now()`)
          .execute()
          .catch(() => []);
        // The reader released the claim without a figure: the ERP failed or the process died.
        if (claimed.length === 0) break;
        await new Promise((done) => setTimeout(done, LOOK_MS));
      }
      return found;
    },
  };
}
