import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { recordType, typeNamed } from './metadata.ts';
import { displayOf, tables } from './tables.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies are JSON whose names the metadata check
export type Body = Record<string, any>;
export type Rec = { type: string; id: number; external: string | null; body: Body; created: number; modified: number };
type Row = Record<string, SQLInputValue>;

const behind = `
  create table if not exists sequences (name text primary key, last integer not null);
  create table if not exists records (
    grp text not null, id integer not null, type text not null, space text not null, external text collate nocase,
    entity integer, body text not null, created integer not null, modified integer not null, primary key (grp, id));
  create unique index if not exists records_external on records (space, external) where external is not null;
  create index if not exists records_entity on records (entity, type);
  create table if not exists open_lines (id integer, line integer, item integer, location integer, quantity real);
  create index if not exists open_lines_item on open_lines (item, location);
  create index if not exists open_lines_order on open_lines (id);
  create table if not exists stock (item integer, location integer, onhand real, onorder real, primary key (item, location));
  create table if not exists prices (item integer, level integer, currency integer, quantity real, price real);
  create table if not exists units (id integer primary key, unitstype integer, name text, rate real, base integer);
  create table if not exists deleted (grp text, id integer, type text, name text, at integer);
`;
/** One SQLite file: records as JSON under the vendor's keys, and the tables that SuiteQL sees. */
export function openStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000; pragma case_sensitive_like = on;',
  );
  db.exec(behind);
  for (const [name, columns] of tables) {
    const all = columns.flatMap(({ name: column, displayed }) => [column, ...(displayed ? [displayOf(column)] : [])]);
    // The affinity has numbers and texts compared as the vendor's database does: id = '12' finds 12.
    const declared = columns.flatMap(({ name: column, kind, displayed }) => [
      `"${column}" ${kind === 'num' ? 'numeric' : 'text'}`,
      ...(displayed ? [`"${displayOf(column)}" text`] : []),
    ]);
    db.exec(`drop table if exists "q_${name}"; create table "q_${name}" (_source text, ${declared.join(', ')});
      create index "q_${name}_source" on "q_${name}" (_source);`);
    if (all.includes('id')) db.exec(`create index "q_${name}_id" on "q_${name}" (id)`);
  }
  db.exec(`create index q_transactionline_transaction on q_transactionline ("transaction");
    create index q_transaction_externalid on q_transaction (externalid); create index q_transaction_entity on q_transaction (entity)`);
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const all = (sql: string, ...values: SQLInputValue[]): Row[] => statement(sql).all(...values) as Row[];
  const run = (sql: string, ...values: SQLInputValue[]) => void statement(sql).run(...values);
  const recOf = (row: Row): Rec => ({
    type: String(row.type),
    id: Number(row.id),
    external: row.external === null ? null : String(row.external),
    body: JSON.parse(String(row.body)) as Body,
    created: Number(row.created),
    modified: Number(row.modified),
  });
  const changed = new Set<(rec: Rec, gone: boolean) => void>();
  const store = {
    db,
    all,
    run,
    one: (sql: string, ...values: SQLInputValue[]): Row | null => all(sql, ...values)[0] ?? null,
    /** The next number of a sequence; one that was drawn is gone, also when nothing is stored under it. */
    draw(name: string): number {
      run('insert into sequences values (?, 1) on conflict (name) do update set last = last + 1', name);
      return Number(store.one('select last from sequences where name = ?', name)?.last);
    },
    find(type: string, id: number | string): Rec | null {
      const known = recordType(type);
      const row = store.one('select * from records where grp = ? and id = ?', known?.group ?? type, Number(id));
      return row === null || (known !== undefined && row.type !== known.name) ? null : recOf(row);
    },
    /** Of any type of the group: a reference to an item may mean each kind of it. */
    inGroup(group: string, id: number | string): Rec | null {
      const row = store.one('select * from records where grp = ? and id = ?', group, Number(id));
      return row === null ? null : recOf(row);
    },
    byExternal(type: string, external: string): Rec | null {
      const { name } = typeNamed(type);
      const row = store.one('select * from records where space = ? and external = ?', spaceOf(name), external);
      return row === null || row.type !== name ? null : recOf(row);
    },
    isTaken: (type: string, external: string): boolean =>
      store.one('select 1 as x from records where space = ? and external = ?', spaceOf(type), external) !== null,
    ofType: (type: string): Rec[] => all('select * from records where type = ? order by id', type).map(recOf),
    ofEntity: (entity: number, type: string): Rec[] =>
      all('select * from records where entity = ? and type = ? order by id', entity, type).map(recOf),
    everything: (): Rec[] => all('select * from records order by created, id').map(recOf),
    /** Keeps a record; a new one draws its id. `at` is when it was changed. */
    save(rec: Omit<Rec, 'id' | 'created' | 'modified'> & Partial<Rec>, at = Date.now()): Rec {
      const { group } = typeNamed(rec.type);
      const id = rec.id ?? store.draw(group);
      const kept: Rec = { ...rec, id, created: rec.created ?? at, modified: at };
      run(
        `insert into records values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (grp, id) do update set
          external = excluded.external, entity = excluded.entity, body = excluded.body, modified = excluded.modified`,
        ...[group, id, rec.type, spaceOf(rec.type), rec.external],
        ...[Number(rec.body.entity?.id ?? rec.body.company?.id ?? 0), JSON.stringify(rec.body), kept.created, at],
      );
      for (const each of changed) each(kept, false);
      return kept;
    },
    remove(rec: Rec, at = Date.now()): void {
      const { group } = typeNamed(rec.type);
      run('delete from records where grp = ? and id = ?', group, rec.id);
      run(
        'insert into deleted values (?, ?, ?, ?, ?)',
        group,
        rec.id,
        rec.type,
        String(rec.body.tranId ?? rec.body.entityId ?? ''),
        at,
      );
      for (const each of changed) each({ ...rec, modified: at }, true);
    },
    /** Calls `each` after a record was saved or removed, still within the transaction. */
    onChange: (each: (rec: Rec, gone: boolean) => void) => void changed.add(each),
    /** All or nothing. With `keep: false` the result is what it would have been. */
    atomic<Result>(work: () => Result, keep = true): Result {
      db.exec('begin immediate');
      try {
        const value = work();
        db.exec(keep ? 'commit' : 'rollback');
        return value;
      } catch (error) {
        db.exec('rollback');
        throw error;
      }
    },
    close: () => db.close(),
  };
  return store;
}
export type Store = ReturnType<typeof openStore>;
/** External ids are unique among all transactions, and otherwise within their type. */
const spaceOf = (type: string): string =>
  typeNamed(type).group === 'transaction' ? 'transaction' : typeNamed(type).name;
