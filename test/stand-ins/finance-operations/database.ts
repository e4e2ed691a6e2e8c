import { DatabaseSync } from 'node:sqlite';
import { blankOf, setNamed, sets } from './metadata.ts';

export type Value = string | number;
export type Row = Record<string, Value>;
export type Store = ReturnType<typeof openStore>;

/** The older set of lines shows the same table as the newer one. */
const VIEWS: Readonly<Record<string, string>> = { SalesOrderLines: 'SalesOrderLinesV3' };
const behind = `
  create table if not exists sequences (name text primary key, last integer not null);
  create table if not exists delivered (lot text primary key, quantity text not null);
  create table if not exists item_setup (company text, item text, tax text, stopped integer, primary key (company, item));
  create table if not exists customer_setup (company text, account text, discount text, primary key (company, account));
`;

/** One SQLite file: a table for each entity set, keys unique as in the vendor's tables and nothing else. Texts are compared without case, as SQL Server does. */
export function openStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000;');
  db.exec(behind);
  for (const set of sets.values()) {
    const table = VIEWS[set.name];
    if (table) {
      const own = setNamed(table).fields;
      const columns = [...set.fields.values()].map((field) =>
        own.has(field.name)
          ? `"${field.name}"`
          : `${typeof blankOf(field) === 'number' ? blankOf(field) : `'${blankOf(field)}'`} as "${field.name}"`,
      );
      db.exec(`create view if not exists "${set.name}" as select _seq, _rev, ${columns.join(', ')} from "${table}"`);
      continue;
    }
    const columns = [...set.fields.values()].map(
      ({ name, kind }) => `"${name}" ${kind === 'int' ? 'integer' : 'text collate nocase'}`,
    );
    db.exec(
      `create table if not exists "${set.name}" (_seq integer primary key, _rev integer not null default 1, ${columns.join(', ')});
       create unique index if not exists "${set.name}_key" on "${set.name}" (${set.keys.map((key) => `"${key}"`).join(', ')});`,
    );
    for (const name of ['CustomersOrderReference', 'OrderingCustomerAccountNumber', 'SalesOrderNumber', 'AccountNum'])
      if (set.fields.has(name))
        db.exec(`create index if not exists "${set.name}_${name}" on "${set.name}" ("${name}")`);
  }
  const all = (sql: string, ...values: Value[]): Row[] => db.prepare(sql).all(...values) as Row[];
  const one = (sql: string, ...values: Value[]): Row | null => all(sql, ...values)[0] ?? null;
  const run = (sql: string, ...values: Value[]) => void db.prepare(sql).run(...values);
  return {
    all,
    one,
    run,
    insert(name: string, given: Row): Row {
      const row: Row = {};
      for (const field of setNamed(name).fields.values()) row[field.name] = given[field.name] ?? blankOf(field);
      for (const strange of Object.keys(given)) if (!(strange in row)) throw new Error(`${name} has no ${strange}`);
      const names = Object.keys(row);
      run(
        `insert into "${name}" (${names.map((each) => `"${each}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
        ...Object.values(row),
      );
      return row;
    },
    update(name: string, keys: Row, changes: Row): void {
      const where = Object.keys(keys).map((each) => `"${each}" = ?`);
      const next = ['_rev = _rev + 1', ...Object.keys(changes).map((each) => `"${each}" = ?`)];
      run(
        `update "${VIEWS[name] ?? name}" set ${next.join(', ')} where ${where.join(' and ')}`,
        ...Object.values(changes),
        ...Object.values(keys),
      );
    },
    remove(name: string, keys: Row): void {
      const where = Object.keys(keys).map((each) => `"${each}" = ?`);
      run(`delete from "${VIEWS[name] ?? name}" where ${where.join(' and ')}`, ...Object.values(keys));
    },
    get(name: string, keys: Row): Row | null {
      const where = Object.keys(keys).map((each) => `"${each}" = ?`);
      return one(`select * from "${name}" where ${where.join(' and ')}`, ...Object.values(keys));
    },
    rows(name: string, keys: Row): Row[] {
      const where = Object.keys(keys).map((each) => `"${each}" = ?`);
      return all(`select * from "${name}" where ${where.join(' and ')} order by _seq`, ...Object.values(keys));
    },
    /** The next number of a sequence. One that was drawn is gone, also when nothing is stored under it. */
    draw(name: string): number {
      run('insert into sequences values (?, 1) on conflict (name) do update set last = last + 1', name);
      return Number(one('select last from sequences where name = ?', name)?.last);
    },
    /** All or nothing. */
    atomic<Result>(work: () => Result): Result {
      db.exec('begin immediate');
      try {
        const value = work();
        db.exec('commit');
        return value;
      } catch (error) {
        db.exec('rollback');
        throw error;
      }
    },
    close: () => db.close(),
  };
}
/** Microsoft's form of it: opaque, and another one after each change. */
export const etagOf = ({ _seq, _rev }: Row): string =>
  `W/"${Buffer.from(`'${_rev},${5_637_144_576 + Number(_seq)};0,0'`).toString('base64')}"`;
export const numbered = (company: string, number: number): string =>
  `${company.toUpperCase()}-${String(number).padStart(6, '0')}`;
