import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { blankOf, sets } from './metadata.ts';

export type Value = string | number;
export type Row = Record<string, Value>;

/** What stands behind the services: customizing, and what no API shows. */
const behind = `
  create table if not exists number_range (name text primary key, last integer not null);
  create table if not exists replenishment (material text not null, plant text not null, days integer not null, primary key (material, plant));
  create table if not exists reserved (material text not null, plant text not null, quantity text not null);
  create table if not exists incomplete (material text primary key);
  create table if not exists terms (code text primary key, days integer not null);
  create table if not exists currencies (code text primary key, rate text not null, decimals integer not null);
`;
/** Sets that exist within an answer only. */
const unstored = /Simulation$|Simln$/;

export type Store = ReturnType<typeof openStore>;

/** One SQLite file: a table for each entity set, its columns the fields of the metadata. `:memory:` keeps nothing. */
export function openStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000;');
  db.exec(behind);
  const indexed =
    /^(SoldToParty|Customer|BusinessPartner|PurchaseOrderByShipToParty|PurchaseOrderByCustomer|Material|Product|ReferenceSDDocument|BPTaxNumber|EmailAddress|AddressID|SDDocument|SalesDocument|InvoiceReference|BillingDocument|DeliveryDocument)$/;
  for (const set of sets.values()) {
    if (unstored.test(set.name)) continue;
    const fields = [...set.fields.values()];
    const columns = fields.map(
      ({ name, type }) => `"${name}" ${/^(Boolean|Int|Byte)/.test(type) ? 'integer' : 'text'} collate binary`,
    );
    const keys = set.keys.map((key) => `"${key}"`).join(', ');
    db.exec(
      `create table if not exists "${set.name}" (_seq integer primary key, _made integer not null default 0, ${columns.join(', ')});
       create unique index if not exists "${set.name}_key" on "${set.name}" (${keys});`,
    );
    for (const { name } of fields)
      if (indexed.test(name)) db.exec(`create index if not exists "${set.name}_${name}" on "${set.name}" ("${name}")`);
  }
  const statements = new Map<string, ReturnType<typeof db.prepare>>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const all = (sql: string, ...values: Value[]): Row[] => prepared(sql).all(...values) as Row[];
  const one = (sql: string, ...values: Value[]): Row | null => all(sql, ...values)[0] ?? null;
  const run = (sql: string, ...values: Value[]) => void prepared(sql).run(...values);
  let last = 0;
  /** The time of a change, never the same twice, so that an ETag tells each change. */
  const stamp = () => {
    const now = Date.now();
    // A test may set the clock back: the time of a change goes with it.
    last = now > last || last - now > 60_000 ? now : last + 1;
    return new Date(last).toISOString();
  };
  const where = (set: string, keys: Row) => {
    const names = Object.keys(keys);
    return {
      sql: `from "${set}" where ${names.map((each) => `"${each}" = ?`).join(' and ') || '1'}`,
      values: Object.values(keys),
    };
  };

  function insert(name: string, given: Row): Row {
    const fields = [...(sets.get(name)?.fields.values() ?? [])];
    const row: Row = {};
    for (const field of fields) row[field.name] = given[field.name] ?? blankOf(field);
    for (const strange of Object.keys(given)) if (!(strange in row)) throw new Error(`${name} has no ${strange}`);
    if ('LastChangeDateTime' in row && given.LastChangeDateTime === undefined) row.LastChangeDateTime = stamp();
    if ('ETag' in row && given.ETag === undefined) row.ETag = randomUUID();
    const names = Object.keys(row);
    run(
      `insert into "${name}" (_made, ${names.map((each) => `"${each}"`).join(', ')}) values (?, ${names.map(() => '?').join(', ')})`,
      Date.now(),
      ...Object.values(row),
    );
    return row;
  }
  function update(name: string, keys: Row, changes: Row): void {
    const fields = sets.get(name)?.fields;
    const all: Row = { ...changes };
    if (fields?.has('LastChangeDateTime')) all.LastChangeDateTime = stamp();
    if (fields?.has('ETag')) all.ETag = randomUUID();
    if (Object.keys(all).length === 0) return;
    const { sql, values } = where(name, keys);
    run(
      `update "${name}" set ${Object.keys(all)
        .map((each) => `"${each}" = ?`)
        .join(', ')} ${sql.slice(sql.indexOf('where'))}`,
      ...Object.values(all),
      ...values,
    );
  }
  return {
    db,
    all,
    one,
    run,
    insert,
    update,
    rows: (name: string, keys: Row = {}): Row[] => {
      const { sql, values } = where(name, keys);
      return all(`select * ${sql} order by _seq`, ...values);
    },
    get: (name: string, keys: Row): Row | null => {
      const { sql, values } = where(name, keys);
      return one(`select * ${sql} order by _seq limit 1`, ...values);
    },
    remove: (name: string, keys: Row): void => {
      const { sql, values } = where(name, keys);
      run(`delete ${sql}`, ...values);
    },
    /** The next number of a range. A number that was drawn is gone, also when nothing is stored under it. */
    draw(range: string, first: number): string {
      run(
        'insert into number_range (name, last) values (?, ?) on conflict (name) do update set last = last + 1',
        range,
        first,
      );
      return String(one('select last from number_range where name = ?', range)?.last ?? first);
    },
    /** All or nothing; one within another is part of it. */
    atomic<Result>(work: () => Result): Result {
      if (db.isTransaction) return work();
      db.exec('begin immediate');
      try {
        const result = work();
        db.exec('commit');
        return result;
      } catch (error) {
        db.exec('rollback');
        throw error;
      }
    },
    close: () => db.close(),
  };
}
