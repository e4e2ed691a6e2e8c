import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

// biome-ignore lint/suspicious/noExplicitAny: bodies are JSON whose names the metadata check
export type Body = Record<string, any>;
/** A reference within a body is the id of what it means. */
export type Rec = { kind: string; id: string; body: Body; created: number; modified: number; deleted: number | null };
/** Stock items are products that are counted: one record, seen at two paths. */
export const kindOf = (path: string): string => (path === 'stock_items' ? 'products' : path);
/** An address as one text. */
export const linesOf = (address: Body): string =>
  [address.address_line_1, address.address_line_2, address.city, address.region, address.postal_code]
    .filter(Boolean)
    .join('\n');
const newId = (): string => randomBytes(16).toString('hex');

/** One business, in memory. With a file, each change is written there as well and read at the next start. */
export function openStore(file = ':memory:') {
  const db = file === ':memory:' ? null : new DatabaseSync(file);
  db?.exec(
    `pragma journal_mode = wal; pragma synchronous = normal;
     create table if not exists records (kind text, id text, json text, primary key (kind, id));
     create table if not exists names (name text primary key, value text)`,
  );
  const kinds = new Map<string, Map<string, Rec>>();
  const owned = new Map<string, Map<string, Rec>>();
  /** Numbers drawn, idempotency keys and refresh tokens, by a name that says which. */
  const names = new Map<string, string>();
  const table = (kind: string): Map<string, Rec> => {
    const known = kinds.get(kind) ?? new Map<string, Rec>();
    kinds.set(kind, known);
    return known;
  };
  const keep = (rec: Rec): void => {
    table(rec.kind).set(rec.id, rec);
    const owner = rec.body.contact;
    if (typeof owner !== 'string') return;
    const key = `${rec.kind} ${owner}`;
    const those = owned.get(key) ?? new Map<string, Rec>();
    owned.set(key, those.set(rec.id, rec));
  };
  function load(): void {
    for (const each of [kinds, owned, names]) each.clear();
    for (const { json } of db?.prepare('select json from records order by rowid').all() ?? [])
      keep(JSON.parse(String(json)) as Rec);
    for (const { name, value } of db?.prepare('select name, value from names').all() ?? [])
      names.set(String(name), String(value));
  }
  load();
  const version = db?.prepare('pragma data_version');
  let seen = version?.get()?.data_version;
  const write = db?.prepare(
    'insert into records values (?, ?, ?) on conflict (kind, id) do update set json = excluded.json',
  );
  const erase = db?.prepare('delete from records where kind = ? and id = ?');
  const note = db?.prepare('insert into names values (?, ?) on conflict (name) do update set value = excluded.value');
  const forget = db?.prepare('delete from names where name = ?');
  let isOpen = false;
  const store = {
    isNew: table('currencies').size === 0,
    find: (kind: string, id: unknown): Rec | null => (typeof id === 'string' ? (table(kind).get(id) ?? null) : null),
    all: (kind: string): Rec[] => [...table(kind).values()],
    /** Of one contact. */
    of: (kind: string, contact: string): Rec[] => [...(owned.get(`${kind} ${contact}`)?.values() ?? [])],
    insert(kind: string, body: Body, { id = newId(), at = Date.now() } = {}): Rec {
      return store.save({ kind, id, body, created: at, modified: at, deleted: null }, at);
    },
    save(rec: Rec, at = Date.now()): Rec {
      const kept = { ...rec, modified: at };
      keep(kept);
      write?.run(kept.kind, kept.id, JSON.stringify(kept));
      return kept;
    },
    remove({ kind, id, body }: Rec): void {
      table(kind).delete(id);
      if (typeof body.contact === 'string') owned.get(`${kind} ${body.contact}`)?.delete(id);
      erase?.run(kind, id);
    },
    /** The next number of a sequence; one that was drawn is gone, also when nothing is stored under it. */
    draw(name: string): number {
      const next = Number(names.get(`number ${name}`) ?? 0) + 1;
      store.name(`number ${name}`, String(next));
      return next;
    },
    named: (name: string): string | null => names.get(name) ?? null,
    name(name: string, value: string | null): void {
      if (value === null) {
        names.delete(name);
        forget?.run(name);
      } else {
        names.set(name, value);
        note?.run(name, value);
      }
    },
    /** Writes to the file all at once. What is refused is refused before anything is saved. */
    atomic<Result>(work: () => Result): Result {
      if (isOpen) return work();
      db?.exec('begin immediate');
      isOpen = true;
      try {
        return work();
      } finally {
        isOpen = false;
        db?.exec('commit');
      }
    },
    /** Takes over what somebody else wrote into the file. */
    refresh(): void {
      const now = version?.get()?.data_version;
      if (now === seen) return;
      seen = now;
      load();
    },
    close: () => db?.close(),
  };
  return store;
}
export type Store = ReturnType<typeof openStore>;
