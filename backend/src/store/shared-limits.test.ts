import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import type { Store } from './open.ts';
import { quotaStore } from './quotas.ts';
import { requestCounts } from './request-counts.ts';

const postgres = databases.find(({ name }) => name === 'postgres');
const account = accountIdSchema.parse('hubspot:1');

// Only Postgres has several processes.
let database: Database | undefined;
let processes: Store[] = [];
beforeAll(async () => {
  database = await postgres?.start();
  if (database) processes = [await database.open(), await database.open()];
});
afterAll(async () => {
  for (const each of processes) await each.close();
  await database?.remove();
});

test.skipIf(!postgres)(
  'two processes together take no more of a quota than there is, and writes have more of it than reads',
  async () => {
    const quotas = processes.map(({ db }) => quotaStore(db));
    const take = (calls: number, index: number) =>
      (quotas[index % 2] as (typeof quotas)[0]).take(account, 'calls', calls, 60_000);
    const reads = await Promise.all(Array.from({ length: 120 }, (_, index) => take(80, index)));
    expect(reads.filter((wait) => wait === 0).length).toBe(80);
    const writes = await Promise.all(Array.from({ length: 60 }, (_, index) => take(100, index)));
    expect(writes.filter((wait) => wait === 0).length).toBe(20);
    expect(await quotas[0]?.take(account, 'searches', 4, 1000)).toBe(0);
    expect(await quotas[1]?.take('hubspot:2', 'calls', 80, 60_000)).toBe(0);
  },
);
test.skipIf(!postgres)('requests are counted over all processes, one statement for many', async () => {
  const [here, there] = processes.map((store) => requestCounts(store));
  for (let made = 0; made < 200; made += 1) there?.add(account, 'user|7', 1000);
  await there?.tell();
  expect(here?.add(account, 'user|7', 1000)).toBe(1);
  await here?.tell();
  expect(here?.add(account, 'user|7', 1000)).toBe(202);
  expect(here?.of(account, 'user|8', 1000)).toBe(0);
  expect(here?.add(account, 'user|7', 1001)).toBe(1);
});
