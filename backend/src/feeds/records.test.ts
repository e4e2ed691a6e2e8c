import { CompiledQuery } from 'kysely';
import { expect, test } from 'vitest';
import { openTestStore } from '../../test/databases.ts';
import { openFeedWorld } from '../../test/feed-world.ts';
import { databaseClock } from '../store/clock.ts';
import { tidyTables } from '../store/tidy.ts';
import { touchRecords } from './records.ts';

const ORDERS = 300;
/** Of 8 kB, from memory: what a statement reads, whichever machine it runs on. */
const MOST_BLOCKS_AN_ORDER = 20;

test('a change of a customer with many orders touches each by its record, when the tables were tidied', async () => {
  const told: { text: string; parameters: readonly unknown[] }[] = [];
  const store = await openTestStore({ onStatement: (text, parameters) => void told.push({ text, parameters }) });
  const world = await openFeedWorld(store.db);
  for (let nth = 0; nth < ORDERS; nth += 1) await world.convert(`5${nth}`, `o${nth}`, 'c1');
  const touched = {
    customers: new Set(['c1']),
    orders: new Set(['o1']),
    returning: new Set<string>(),
    everybody: false,
    figures: new Set<string>(),
    groups: new Set<string>(),
  };
  const { account } = world;
  await store.db
    .transaction()
    .execute((trx) => touchRecords(trx, { account, connection: 'main' }, databaseClock, touched));
  const due = store.db.selectFrom('feed_records').select('record_id').where('account', '=', account);
  expect(await due.execute()).toHaveLength(ORDERS);

  expect(await tidyTables(store.db)).toContain('submissions');
  const statement = told.findLast(({ text }) => text.startsWith('insert into feed_records'));
  if (!statement) throw new Error('the records were not touched');
  const asked = CompiledQuery.raw(`explain (analyze, buffers, format json) ${statement.text}`, [
    ...statement.parameters,
  ]);
  const [row] = (await store.db.executeQuery<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(asked)).rows;
  const blocks = row?.['QUERY PLAN'][0]?.Plan['Shared Hit Blocks'] ?? Number.NaN;
  expect(blocks / ORDERS).toBeLessThan(MOST_BLOCKS_AN_ORDER);
  await world.close();
  await store.close();
});
