import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A row as JSON. */
type Written<Row> = { write: (row: Row) => string; read: (text: string) => Row };

/** Rows and counters in a file, for a double that is killed and started again, or counted while it is dead. */
export function openRecordFile<Row>(file: string, { write, read }: Written<Row>) {
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  db.exec(`pragma journal_mode = wal; pragma synchronous = off; pragma busy_timeout = 5000;
    create table if not exists records (object text, key text, body text, primary key (object, key)) without rowid;
    create table if not exists counters (name text primary key, value integer) without rowid;`);
  const put = db.prepare('insert or replace into records values (?, ?, ?)');
  const drop = db.prepare('delete from records where object = ? and key = ?');
  const count = db.prepare('insert or replace into counters values (?, ?)');
  const version = db.prepare('pragma data_version');
  let known = version.get()?.data_version;
  return {
    records: (): [object: string, key: string, row: Row][] =>
      db
        .prepare('select object, key, body from records')
        .all()
        .map(({ object, key, body }) => [String(object), String(key), read(String(body))]),
    counters: (): [name: string, value: number][] =>
      db
        .prepare('select name, value from counters')
        .all()
        .map(({ name, value }) => [String(name), Number(value)]),
    keep: (object: string, key: string, row: Row | null): void =>
      void (row ? put.run(object, key, write(row)) : drop.run(object, key)),
    count: (name: string, value: number): void => void count.run(name, value),
    begin: (): void => db.exec('begin immediate'),
    commit: (): void => db.exec('commit'),
    /** Whether somebody else wrote into the file since this was asked. */
    isTouched(): boolean {
      const now = version.get()?.data_version;
      const touched = now !== known;
      known = now;
      return touched;
    },
    close: (): void => db.close(),
  };
}
