import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases, openTestStore } from '../../test/databases.ts';
import { gatheredReads, isInstant } from './gather.ts';
import type { Store } from './open.ts';

describe.each(databases)('$name', ({ start }) => {
  let database: Database;
  let store: Store;
  beforeAll(async () => {
    database = await start();
    store = await database.open();
    await sql`insert into accounts (id, crm, settings) values ('hubspot:1', 'hubspot', '{"flowsOff": ["stock"]}'), ('hubspot:2', 'hubspot', '{}')`.execute(
      store.db,
    );
    await sql`insert into erp_connections (account, id, erp, name, url, credentials, settings, is_default, state)
      values ('hubspot:1', 'b', 'demo', 'B', 'http://b', '{}', '{"company": "2"}', false, 'live'), ('hubspot:1', 'a', 'demo', 'A', 'http://a', '{}', '{}', true, 'live')`.execute(
      store.db,
    );
  });
  afterAll(async () => {
    await store?.close();
    await database?.remove();
  });
  const queries = (db: Store['db']) => [
    db.selectFrom('accounts').selectAll().where('id', '=', 'hubspot:1').execute(),
    db.selectFrom('erp_connections').selectAll().where('account', '=', 'hubspot:1').orderBy('id', 'desc').execute(),
    db.selectFrom('links').selectAll().where('account', '=', 'hubspot:1').execute(),
  ];
  /** Drivers differ in how they give a running number, which is read as a text. */
  const plain = (rows: object[]) =>
    rows.map((row) => ({ ...row, ...('version' in row ? { version: String(row.version) } : {}) }));

  test('rows that are read together are those that are read alone', async () => {
    const [alone, together] = [
      await Promise.all(queries(store.db)),
      await Promise.all(queries(gatheredReads(store.db))),
    ];
    expect(alone.map((rows) => rows.length)).toEqual([1, 2, 0]);
    expect(together.map(plain)).toEqual(alone.map(plain));
  });
  test('a query that fails fails alone', async () => {
    const db = gatheredReads(store.db);
    const [account] = queries(db);
    const wrong = db.selectFrom('accounts').select(sql`1 / 0`.as('never')).execute();
    await expect(wrong).rejects.toMatchObject({ code: '22012' });
    expect(await account).toHaveLength(1);
  });
  test('nothing is written through it', async () => {
    const db = gatheredReads(store.db);
    await expect(db.deleteFrom('accounts').execute()).rejects.toThrow('only for reads');
    await expect(db.selectFrom('accounts').select('id').forUpdate().execute()).rejects.toThrow('only for reads');
    await expect(db.transaction().execute(async () => {})).rejects.toThrow('only for reads');
  });
  test('the names of columns tell which are instants', async () => {
    const { rows } = await sql<{
      table_name: string;
      column_name: string;
      data_type: string;
    }>`select table_name, column_name, data_type
      from information_schema.columns where table_schema = 'public'`.execute(store.db);
    const wrong = rows.filter((row) => isInstant(row.column_name) !== (row.data_type === 'timestamp with time zone'));
    expect(wrong.map(({ table_name, column_name }) => `${table_name}.${column_name}`)).toEqual([]);
    expect(rows.filter(({ data_type }) => ['numeric', 'bytea'].includes(data_type))).toEqual([]);
  });
});

test('the selects of one turn are one statement', async () => {
  const sent: string[] = [];
  const store = await openTestStore({ onStatement: (text) => void sent.push(text) });
  const db = gatheredReads(store.db);
  const account = (id: string) => db.selectFrom('accounts').select('id').where('id', '=', id).executeTakeFirst();
  await sql`insert into accounts (id, crm) values ('hubspot:1', 'hubspot')`.execute(store.db);
  sent.length = 0;
  expect(await Promise.all(['hubspot:1', 'hubspot:2', 'hubspot:1'].map(account))).toEqual([
    { id: 'hubspot:1' },
    undefined,
    { id: 'hubspot:1' },
  ]);
  expect(sent).toHaveLength(1);
  await store.close();
});
