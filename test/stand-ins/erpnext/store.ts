import { DatabaseSync } from 'node:sqlite';
import { doctypes } from './doctypes.ts';

// biome-ignore lint/suspicious/noExplicitAny: documents are JSON whose names the doctypes check
export type Doc = Record<string, any>;
/** A site's clock: its own time zone, six places, no offset. */
const siteTime = (at = Date.now()): string =>
  `${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' }).format(at)}.${String(at % 1000).padStart(3, '0')}000`;
export const siteDay = (at = Date.now()): string => siteTime(at).slice(0, 10);

/** One SQLite file: documents as JSON by doctype and name, with the unique index of the custom field. */
export function openStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec(`pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000;
    create table if not exists docs (doctype text not null, name text not null collate nocase, reference text, customer text, body text not null, primary key (doctype, name));
    create unique index if not exists docs_reference on docs (doctype, reference) where reference is not null;
    create index if not exists docs_customer on docs (doctype, customer);
    create table if not exists series (name text primary key, last integer not null);`);
  const all = (sql: string, ...values: (string | number)[]) => db.prepare(sql).all(...values);
  const docs = (rows: ReturnType<typeof all>): Doc[] => rows.map(({ body }) => JSON.parse(String(body)) as Doc);
  let last = '';
  return {
    db,
    /** Selling Settings, "Allow Multiple Sales Orders Against a Customer's Purchase Order". */
    settings: { samePo: false },
    get: (doctype: string, name: string): Doc | null =>
      docs(all('select body from docs where doctype = ? and name = ?', doctype, name))[0] ?? null,
    list: (doctype: string): Doc[] => docs(all('select body from docs where doctype = ?', doctype)),
    ofCustomer: (doctype: string, customer: string): Doc[] =>
      docs(all('select body from docs where doctype = ? and customer = ?', doctype, customer)),
    withReference: (doctype: string, reference: string): Doc[] =>
      docs(all('select body from docs where doctype = ? and reference = ?', doctype, reference)),
    save(doctype: string, doc: Doc): Doc {
      // Two writes of one moment differ by a microsecond.
      const now = siteTime();
      last = now > last ? now : `${last.slice(0, -3)}${String(Number(last.slice(-3)) + 1).padStart(3, '0')}`;
      const kept = {
        owner: 'Administrator',
        creation: last,
        modified_by: 'Administrator',
        docstatus: 0,
        idx: 0,
        ...doc,
        modified: last,
        doctype,
      };
      db.prepare(
        `insert into docs values (?, ?, ?, ?, ?) on conflict (doctype, name) do update set reference = excluded.reference, customer = excluded.customer, body = excluded.body`,
      ).run(doctype, String(doc.name), doc.backroom_reference ?? null, doc.customer ?? null, JSON.stringify(kept));
      return kept;
    },
    next(name: string): number {
      db.prepare('insert into series values (?, 1) on conflict (name) do update set last = last + 1').run(name);
      return Number(all('select last from series where name = ?', name)[0]?.last);
    },
    isEmpty: () => all('select 1 from docs limit 1').length === 0,
    close: () => db.close(),
  };
}
export type Store = ReturnType<typeof openStore>;
export const isDoctype = (name: string): boolean => doctypes.has(name);
