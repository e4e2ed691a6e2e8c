import { accountIdSchema } from '@backroom/shared';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { type Changes, watchChanges } from './changes.ts';
import type { Store } from './open.ts';

const [own, other] = [accountIdSchema.parse('hubspot:1'), accountIdSchema.parse('hubspot:2')];

describe.each(databases)('$name', ({ start }) => {
  let database: Database;
  let stores: Store[];
  let watching: Changes[];
  beforeAll(async () => {
    database = await start();
    stores = [await database.open(), await database.open()];
    watching = stores.map((store) => watchChanges(store));
    for (const each of watching) await each.listen();
  });
  afterAll(async () => {
    for (const store of stores ?? []) await store.close();
    await database?.remove();
  });
  const stamps = (account: typeof own) => watching.map((each) => each.of(account));
  const write = (statement: string) => sql.raw(statement).execute(stores[0]?.db as Store['db']);

  test('a write by any statement ends the stamps of its account in every process, and no others', async () => {
    for (const statement of [
      `insert into accounts (id, crm) values ('${own}', 'hubspot')`,
      `update accounts set settings = '{}' where id = '${own}'`,
      `insert into quote_choices values ('${own}', '1', '2', '[]', 'pat', now())`,
      `delete from quote_choices where account = '${own}'`,
    ]) {
      const [mine, theirs] = [stamps(own), stamps(other)];
      expect(mine.every((stamp) => stamp?.current)).toBe(true);
      await write(statement);
      await expect.poll(() => mine.some((stamp) => stamp?.current)).toBe(false);
      expect(theirs.every((stamp) => stamp?.current)).toBe(true);
    }
  });
  test('a write that was rolled back ends nothing', async () => {
    const mine = stamps(own);
    await stores[0]?.db
      .transaction()
      .execute(async (trx) => {
        await sql.raw(`update accounts set settings = '{}' where id = '${own}'`).execute(trx);
        throw new Error('rolled back');
      })
      .catch(() => {});
    await write(`update accounts set settings = '{}' where id = '${other}'`);
    await expect.poll(() => watching[1]?.of(other)?.current).toBe(true);
    expect(mine.every((stamp) => stamp?.current)).toBe(true);
  });
  test('a connection to an ERP concerns every account', async () => {
    const all = [...stamps(own), ...stamps(other)];
    await write(
      `insert into erp_connections (account, id, erp, name, url, credentials, settings, state, is_default) values ('${own}', 'main', 'bridge', 'n', 'u', 'c', '{}', 'live', true)`,
    );
    await expect.poll(() => all.some((stamp) => stamp?.current)).toBe(false);
  });
  test('without the connection that tells of changes there is no stamp, and the earlier ones have ended', async () => {
    if (database.url === null) return;
    const before = stamps(own);
    await write(`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%'`);
    await expect.poll(() => before.some((stamp) => stamp?.current)).toBe(false);
    await expect.poll(() => stamps(own).every((stamp) => stamp?.current), { timeout: 20_000 }).toBe(true);
  });
});
