import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestStore } from '../../test/databases.ts';
import { tidyTables } from './tidy.ts';

test('a table that grew has statistics, rows that were replaced are freed, and then there is nothing to do', async () => {
  const store = await openTestStore();
  const { db } = store;
  const rows = async () => {
    const read = sql<{ known: number; dead: number }>`select c.reltuples::int as known, s.n_dead_tup::int as dead
      from pg_class c join pg_stat_user_tables s on s.relid = c.oid where c.relname = 'accounts'`;
    return (await read.execute(db)).rows[0];
  };
  await sql`insert into accounts (id, crm) select 'hubspot:' || n, 'hubspot' from generate_series(1, 200) n`.execute(
    db,
  );
  await sql`update accounts set state = 'connected'`.execute(db);
  expect(await tidyTables(db)).toContain('accounts');
  expect(await rows()).toEqual({ known: 200, dead: 0 });
  expect(await tidyTables(db)).not.toContain('accounts');

  await sql`insert into accounts (id, crm) select 'hubspot:x' || n, 'hubspot' from generate_series(1, 200) n`.execute(
    db,
  );
  expect(await tidyTables(db)).toContain('accounts');
  expect(await rows()).toMatchObject({ known: 400 });
  await store.close();
});
