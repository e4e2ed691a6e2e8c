import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { blankOf, type EntitySet, setNamed, sets } from './metadata.ts';

export type Row = Record<string, string | number>;
/** Sets that are computed from others when they are read. */
export const computed: ReadonlySet<string> = new Set([
  'customerFinancialDetails',
  'agedAccountsReceivables',
  'pdfDocument',
]);

/** What stands behind the pages: ledgers, units of items, and what a customer's card has that no page of the API shows. */
const behind = `
  create table if not exists customer_ledger (
    id integer primary key, company text not null, customer text not null, document text not null, kind text not null,
    currency text not null, amount text not null, remaining text not null, amount_lcy text not null, remaining_lcy text not null,
    posted text not null, due text not null);
  create table if not exists item_ledger (
    id integer primary key, company text not null, item text not null, quantity text not null, posted text not null, document text not null);
  create table if not exists item_units (item text not null, unit text not null, quantity text not null, primary key (item, unit));
  create table if not exists customer_setup (
    customer text primary key, partial integer not null default 1, prices_include_tax integer not null default 0,
    line_discount text not null default '0', tax_area text not null default 'DE');
  create table if not exists series (name text primary key, last integer not null);
  create table if not exists used (name text primary key, value text not null);
`;

export type Store = ReturnType<typeof openStore>;

/** One SQLite file: a table for each entity set, its columns the fields of the metadata. `:memory:` keeps nothing. */
export function openStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000;');
  db.exec(behind);
  for (const set of sets.values()) {
    if (computed.has(set.name)) continue;
    const columns = [...set.fields.values()].map(
      ({ name, kind }) => `"${name}" ${kind === 'bool' || kind === 'int' ? 'integer' : 'text'}`,
    );
    db.exec(
      `create table if not exists "${set.name}" (_seq integer primary key, _company text not null, _parent text not null default '',
        _rev integer not null default 1, _made integer not null default 0, ${columns.join(', ')});
       create unique index if not exists "${set.name}_id" on "${set.name}" (${set.fields.has('id') ? 'id' : '_seq'});
       create index if not exists "${set.name}_parent" on "${set.name}" (_parent);`,
    );
    for (const name of ['externalDocumentNumber', 'customerId', 'orderId', 'orderNumber', 'number', 'itemId'])
      if (set.fields.has(name))
        db.exec(`create index if not exists "${set.name}_${name}" on "${set.name}" ("${name}")`);
  }
  const now = () => new Date().toISOString();

  function insert(name: string, company: string, given: Row, parent = ''): Row {
    const set = setNamed(name);
    const row: Row = {};
    for (const field of set.fields.values()) row[field.name] = given[field.name] ?? blankOf(field);
    if (set.fields.has('id') && given.id === undefined) row.id = randomUUID();
    if (set.fields.has('lastModifiedDateTime') && given.lastModifiedDateTime === undefined)
      row.lastModifiedDateTime = now();
    const names = Object.keys(row);
    db.prepare(
      `insert into "${name}" (_company, _parent, _made, ${names.map((each) => `"${each}"`).join(', ')})
       values (?, ?, ?, ${names.map(() => '?').join(', ')})`,
    ).run(company, parent, Date.now(), ...Object.values(row));
    return row;
  }
  function update(name: string, id: string | number, changes: Row): void {
    const all = setNamed(name).fields.has('lastModifiedDateTime')
      ? { lastModifiedDateTime: now(), ...changes }
      : changes;
    const names = Object.keys(all);
    db.prepare(
      `update "${name}" set _rev = _rev + 1, ${names.map((each) => `"${each}" = ?`).join(', ')} where id = ?`,
    ).run(...Object.values(all), id);
  }
  const all = (sql: string, ...values: (string | number)[]): Row[] => db.prepare(sql).all(...values) as Row[];
  const one = (sql: string, ...values: (string | number)[]): Row | null => all(sql, ...values)[0] ?? null;

  return {
    db,
    insert,
    update,
    all,
    one,
    run: (sql: string, ...values: (string | number)[]) => void db.prepare(sql).run(...values),
    get: (name: string, id: string | number) => one(`select * from "${name}" where id = ?`, id),
    by: (name: string, company: string, field: string, value: string | number) =>
      one(`select * from "${name}" where _company = ? and "${field}" = ?`, company, value),
    remove: (set: EntitySet | string, id: string | number) =>
      void db.prepare(`delete from "${typeof set === 'string' ? set : set.name}" where id = ?`).run(id),
    /** The next number of a series. A number that was drawn is gone, also when nothing is stored under it. */
    draw(series: string, first: number): string {
      db.prepare('insert into series (name, last) values (?, ?) on conflict (name) do update set last = last + 1').run(
        series,
        first,
      );
      return String(one('select last from series where name = ?', series)?.last ?? first);
    },
    /** All or nothing. */
    atomic<Value>(work: () => Value): Value {
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
export const etagOf = (row: Row): string =>
  `W/"${Buffer.from(`20;${row._seq};1;${String(row._rev).padStart(2, '0')};`).toString('base64')}"`;
