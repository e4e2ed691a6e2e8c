import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

// biome-ignore lint/suspicious/noExplicitAny: bodies are JSON whose names the metadata check
export type Body = Record<string, any>;
/** `parent` is the record that owns this one; `entity` the key of the entity that it is private to. */
export type Rec = {
  object: string;
  key: number;
  parent: number | null;
  entity: number | null;
  body: Body;
  created: number;
  modified: number;
};
type Row = Record<string, SQLInputValue>;

const schema = `
  create table if not exists sequences (name text primary key, last integer not null);
  create table if not exists records (
    object text not null, key integer not null, parent integer, entity integer, body text not null, created integer not null,
    modified integer not null, primary key (object, key));
  create index if not exists records_parent on records (object, parent);
  create index if not exists records_id on records (object, json_extract(body, '$.id'));
  create index if not exists records_reference on records (object, json_extract(body, '$.referenceNumber'));
  create index if not exists records_po on records (object, json_extract(body, '$.customerPONumber'));
  create index if not exists records_number on records (object, json_extract(body, '$.documentId'));
  create index if not exists records_customer on records (object, json_extract(body, '$.customer'));
  create index if not exists records_source on records (object, json_extract(body, '$.sourceDocument'));
  create index if not exists records_sales on records (object, json_extract(body, '$.salesDocument'));
  create index if not exists records_from on records (object, json_extract(body, '$.convertedFrom'));
  create index if not exists records_to on records (object, json_extract(body, '$.convertedTo'));
  create index if not exists records_item on records (object, json_extract(body, '$.item'));
  create table if not exists stock (item integer, warehouse integer, onhand real not null, primary key (item, warehouse));
  create table if not exists idempotency (user text, key text, at integer not null, primary key (user, key));
`;
/** Records as JSON under the vendor's keys, in one SQLite file. References are kept as keys. Nothing is unique but what the vendor has unique. */
export function openStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000;');
  db.exec(schema);
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  let changes = 0;
  const all = (sql: string, ...values: SQLInputValue[]): Row[] => statement(sql).all(...values) as Row[];
  const run = (sql: string, ...values: SQLInputValue[]): void => {
    changes += 1;
    statement(sql).run(...values);
  };
  const recOf = (row: Row): Rec => ({
    object: String(row.object),
    key: Number(row.key),
    parent: row.parent === null ? null : Number(row.parent),
    entity: row.entity === null ? null : Number(row.entity),
    body: JSON.parse(String(row.body)) as Body,
    created: Number(row.created),
    modified: Number(row.modified),
  });
  const found = (object: string, key: number): Rec | null => {
    const row = store.one('select * from records where object = ? and key = ?', object, key);
    return row === null ? null : recOf(row);
  };
  /** While something only reads, a record that thousands refer to is read once, and all of an object once between two changes. */
  let read: Map<string, Rec | null> | null = null;
  const lists = new Map<string, { version: string; records: Rec[] }>();
  const version = (): string => `${changes} ${store.one('pragma data_version')?.data_version}`;
  const allOf = (object: string): Rec[] =>
    all('select * from records where object = ? order by key', object).map(recOf);
  const store = {
    all,
    run,
    /** `work` changes nothing. */
    reading<Result>(work: () => Result): Result {
      read = new Map();
      try {
        return work();
      } finally {
        read = null;
      }
    },
    one: (sql: string, ...values: SQLInputValue[]): Row | null => all(sql, ...values)[0] ?? null,
    /** The next number of a sequence. */
    draw(name: string): number {
      run('insert into sequences values (?, 1) on conflict (name) do update set last = last + 1', name);
      return Number(store.one('select last from sequences where name = ?', name)?.last);
    },
    find(object: string, key: number | string | null | undefined): Rec | null {
      if (key === null || key === undefined) return null;
      const name = `${object} ${key}`;
      const known = read?.get(name);
      if (known !== undefined) return known;
      const rec = found(object, Number(key));
      read?.set(name, rec);
      return rec;
    },
    /** By a text of the body that has an index. */
    where: (object: string, path: string, value: string | number): Rec[] =>
      all(
        `select * from records where object = ? and json_extract(body, '$.${path}') = ? order by key`,
        object,
        value,
      ).map(recOf),
    byId: (object: string, id: string): Rec | null => store.where(object, 'id', id)[0] ?? null,
    ofObject(object: string): Rec[] {
      if (!read) return allOf(object);
      const known = lists.get(object);
      if (known?.version === version()) return known.records;
      const records = allOf(object);
      lists.set(object, { version: version(), records });
      return records;
    },
    children: (object: string, parent: number): Rec[] =>
      all('select * from records where object = ? and parent = ? order by key', object, parent).map(recOf),
    select: (sql: string, ...values: SQLInputValue[]): Rec[] => all(sql, ...values).map(recOf),
    /** Keeps a record; a new one draws its key. `at` is when it was changed. */
    save(rec: Partial<Rec> & Pick<Rec, 'object' | 'body'>, at = Date.now()): Rec {
      const { object, body, parent = null, entity = null } = rec;
      const kept: Rec = {
        object,
        body,
        parent,
        entity,
        key: rec.key ?? store.draw(object),
        created: rec.created ?? at,
        modified: at,
      };
      run(
        `insert into records values (?, ?, ?, ?, ?, ?, ?) on conflict (object, key) do update set
          parent = excluded.parent, entity = excluded.entity, body = excluded.body, modified = excluded.modified`,
        ...[object, kept.key, parent, entity, JSON.stringify(body), kept.created, at],
      );
      return kept;
    },
    remove: ({ object, key }: Pick<Rec, 'object' | 'key'>) =>
      run('delete from records where object = ? and key = ?', object, key),
    /** All or nothing. */
    atomic<Result>(work: () => Result): Result {
      db.exec('begin immediate');
      try {
        const value = work();
        db.exec('commit');
        return value;
      } catch (error) {
        db.exec('rollback');
        changes += 1;
        throw error;
      }
    },
    close: () => db.close(),
  };
  return store;
}
export type Store = ReturnType<typeof openStore>;

/** The value at a dotted path of a body; undefined where there is none. */
export const at = (body: Body, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Body | null | undefined)?.[name], body);
/** A copy of a body with a value at a dotted path. */
export function placed(body: Body, path: string, value: unknown): Body {
  const [first = '', ...rest] = path.split('.');
  return { ...body, [first]: rest.length === 0 ? value : placed(body[first] ?? {}, rest.join('.'), value) };
}
