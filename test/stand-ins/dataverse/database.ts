import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Column, Metadata, Table } from './metadata.ts';

export type Value = string | number | null;
export type Row = Record<string, Value>;
export type Store = ReturnType<typeof openStore>;

const sqlType = ({ kind }: Column) =>
  kind === 'int' || kind === 'bigint' || kind === 'bool' || kind === 'choice' ? 'integer' : 'text collate nocase';

/** Half a pair of UTF-16, which SQL Server keeps and SQLite does not. */
const kept = (value: Value): Value =>
  typeof value !== 'string' || value.isWellFormed()
    ? value
    : value.replace(/[\uD800-\uDFFF]/gu, (half) => `\uE000${half.charCodeAt(0).toString(16)}`);
const given = (value: Value): Value =>
  typeof value === 'string' && value.includes('\uE000')
    ? value.replace(/\uE000([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : value;

/**
 * One SQLite file: a table for each of Dataverse's, unique by its id and by nothing else. Texts are compared without case, as SQL Server does. A lookup
 * with several targets keeps the one that it points to beside its id. `deleted` is what change tracking tells of rows that are gone.
 */
export function openStore(file: string, metadata: Metadata) {
  const db = new DatabaseSync(file);
  db.exec(`pragma journal_mode = wal; pragma busy_timeout = 5000;
    create table if not exists deleted (name text, id text, version integer);
    create table if not exists systemuserroles (user text, role text, primary key (user, role));
    create table if not exists versions (last integer);
    insert into versions select 1000000 where not exists (select 1 from versions);`);
  const columnsOf = (column: Column): string[] => [
    `"${column.wire}" ${sqlType(column)}`,
    ...(column.kind === 'lookup' ? [`"${column.wire}_type" text`] : []),
  ];
  function createTable(table: Table): void {
    const columns = [...table.columns.values()].flatMap(columnsOf);
    db.exec(`create table if not exists "${table.name}" (_seq integer primary key, ${columns.join(', ')});
      create unique index if not exists "${table.name}_id" on "${table.name}" ("${table.id}");`);
    for (const { wire, kind } of table.columns.values())
      if (kind === 'lookup' && /opportunity|quoteid|parentcustomer/.test(wire))
        db.exec(`create index if not exists "${table.name}_${wire}" on "${table.name}" ("${wire}")`);
  }
  for (const table of metadata.tables.values()) createTable(table);
  const statements = new Map<string, StatementSync>();
  function statement(sql: string): StatementSync {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  }
  const all = (sql: string, ...values: Value[]): Row[] =>
    (statement(sql).all(...values.map(kept)) as Row[]).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, given(value)])),
    );
  const one = (sql: string, ...values: Value[]): Row | null => all(sql, ...values)[0] ?? null;
  const run = (sql: string, ...values: Value[]) => void statement(sql).run(...values.map(kept));
  const version = (): number => {
    run('update versions set last = last + 1');
    return Number(one('select last from versions')?.last);
  };
  let depth = 0;
  return {
    all,
    one,
    run,
    createTable,
    addColumn(table: Table, column: Column): void {
      for (const each of columnsOf(column)) db.exec(`alter table "${table.name}" add column ${each}`);
      statements.clear();
    },
    addKey(table: Table, names: readonly string[]): void {
      const columns = names.map((name) => `"${name}"`).join(', ');
      db.exec(`create unique index "${table.name}_${names.join('_')}" on "${table.name}" (${columns})`);
    },
    get: (table: Table, id: string): Row | null => one(`select * from "${table.name}" where "${table.id}" = ?`, id),
    rows: (table: Table, column: string, value: Value): Row[] =>
      all(`select * from "${table.name}" where "${column}" = ? order by _seq`, value),
    insert(table: Table, row: Row): Row {
      const stored = { ...row, versionnumber: version() };
      const names = Object.keys(stored);
      run(
        `insert into "${table.name}" (${names.map((each) => `"${each}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
        ...Object.values(stored),
      );
      return stored;
    },
    update(table: Table, id: string, changes: Row): void {
      const stored = { ...changes, versionnumber: version() };
      const next = Object.keys(stored).map((each) => `"${each}" = ?`);
      run(`update "${table.name}" set ${next.join(', ')} where "${table.id}" = ?`, ...[...Object.values(stored), id]);
    },
    remove(table: Table, id: string): void {
      run(`delete from "${table.name}" where "${table.id}" = ?`, id);
      run('insert into deleted values (?, ?, ?)', table.name, id, version());
    },
    version: (): number => Number(one('select last from versions')?.last),
    /** All or nothing; within another one it is a part of that. */
    atomic<Result>(work: () => Result): Result {
      const name = `s${depth}`;
      db.exec(depth === 0 ? 'begin immediate' : `savepoint ${name}`);
      depth += 1;
      try {
        const value = work();
        depth -= 1;
        db.exec(depth === 0 ? 'commit' : `release ${name}`);
        return value;
      } catch (error) {
        depth -= 1;
        db.exec(depth === 0 ? 'rollback' : `rollback to ${name}`);
        throw error;
      }
    },
    close: () => db.close(),
  };
}
export const etagOf = ({ versionnumber }: Row): string => `W/"${versionnumber}"`;
