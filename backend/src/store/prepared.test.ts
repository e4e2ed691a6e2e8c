import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { prepared } from './prepared.ts';

type Rows = { things: { id: number; name: string | null; at: Date | null; about: unknown; amount: string | null } };
let pglite: PGlite;
let db: Kysely<Rows>;
beforeAll(async () => {
  pglite = await PGlite.create();
  db = new Kysely({ dialect: prepared(new PGliteDialect({ pglite }), pglite) });
  await sql`create table things (id int primary key, name text, at timestamptz, about jsonb, amount numeric)`.execute(
    db,
  );
});
afterAll(() => pglite.close());
afterEach(() => void vi.useRealTimers());

const names = async () =>
  (await pglite.query<{ name: string; statement: string }>('select name, statement from pg_prepared_statements')).rows;
const byId = (id: number) => db.selectFrom('things').selectAll().where('id', '=', id).executeTakeFirst();

test('a statement is parsed once, and its rows are those of PGlite', async () => {
  const at = new Date('2026-11-29T23:30:00Z');
  const about = { lines: [1, null, 'Stück'] };
  for (const id of [1, 2]) {
    const values = { id, name: id === 1 ? 'é' : null, at, about: JSON.stringify(about), amount: '10.50' };
    await db.insertInto('things').values(values).execute();
  }
  expect(await byId(1)).toEqual({ id: 1, name: 'é', at, about, amount: '10.50' });
  expect(await byId(2)).toEqual((await pglite.query('select * from things where id = 2')).rows[0]);
  expect(await byId(3)).toBeUndefined();
  expect((await names()).filter(({ statement }) => statement.startsWith('select * from "things"'))).toHaveLength(1);
  const changed = await db.updateTable('things').set({ name: 'both' }).where('id', 'in', [1, 2, 3]).executeTakeFirst();
  expect(changed.numUpdatedRows).toBe(2n);
});

test('after an error the same statement runs, and a transaction that failed leaves nothing', async () => {
  const insert = (id: number) =>
    db
      .insertInto('things')
      .values({ id } as Rows['things'])
      .execute();
  await expect(insert(1)).rejects.toMatchObject({ code: '23505' });
  await insert(4);
  const failing = db.transaction().execute(async (trx) => {
    await trx
      .insertInto('things')
      .values({ id: 5 } as Rows['things'])
      .execute();
    await trx
      .insertInto('things')
      .values({ id: 4 } as Rows['things'])
      .execute();
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await byId(5)).toBeUndefined();
  await expect(sql`select nothing from nowhere`.execute(db)).rejects.toMatchObject({ code: '42P01' });
  expect(await byId(4)).toMatchObject({ id: 4 });
});

test('a table that gets a column shows it at once', async () => {
  await byId(1);
  await sql`alter table things add column more text default 'yes'`.execute(db);
  expect(await byId(1)).toMatchObject({ id: 1, more: 'yes' });
});

test('Postgres keeps two hundred statements, those that were asked last', async () => {
  for (let length = 1; length <= 230; length += 1) {
    const ids = Array.from({ length }, (_, id) => id);
    await db.selectFrom('things').select('id').where('id', 'in', ids).execute();
    await byId(1);
  }
  const kept = await names();
  expect(kept).toHaveLength(200);
  expect(kept.filter(({ statement }) => statement.startsWith('select *'))).toHaveLength(1);
});

test('a plan that was made for a small table is made again for what it has become', async () => {
  const named = async () => (await names()).find(({ statement }) => statement.startsWith('select *'))?.name;
  vi.useFakeTimers({ toFake: ['performance'] });
  await sql`drop table if exists nothing`.execute(db);
  await byId(1);
  const first = await named();
  vi.advanceTimersByTime(31_000);
  await byId(1);
  expect(await named()).not.toBe(first);
});
