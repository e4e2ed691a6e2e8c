import { DatabaseSync } from 'node:sqlite';

// biome-ignore lint/suspicious/noExplicitAny: rows are JSON as the server's objects
export type Doc = Record<string, any>;
export type Kind = 'thirdparties' | 'products' | 'orders' | 'invoices';
/** One SQLite file: objects as JSON by kind and number. Nothing but the number is unique: two orders may have one reference. */
export function openStore() {
  const db = new DatabaseSync(':memory:');
  db.exec(
    'create table docs (kind text, id integer, body text, primary key (kind, id)); create table series (name text primary key, last integer not null)',
  );
  const next = (name: string): number => {
    db.prepare('insert into series values (?, 1) on conflict (name) do update set last = last + 1').run(name);
    return Number(db.prepare('select last from series where name = ?').get(name)?.last);
  };
  return {
    next,
    get: (kind: Kind, id: number): Doc | null => {
      const row = db.prepare('select body from docs where kind = ? and id = ?').get(kind, id);
      return row ? (JSON.parse(String(row.body)) as Doc) : null;
    },
    list: (kind: Kind): Doc[] =>
      db
        .prepare('select body from docs where kind = ? order by id')
        .all(kind)
        .map(({ body }) => JSON.parse(String(body)) as Doc),
    save(kind: Kind, doc: Doc): Doc {
      const id = Number(doc.id ?? next(kind));
      const seconds = Math.floor(Date.now() / 1000);
      const kept = { date_creation: seconds, ...doc, id: String(id), date_modification: seconds };
      db.prepare('insert or replace into docs values (?, ?, ?)').run(kind, id, JSON.stringify(kept));
      return kept;
    },
    close: () => db.close(),
  };
}
export type Store = ReturnType<typeof openStore>;
