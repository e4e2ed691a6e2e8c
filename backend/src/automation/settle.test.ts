import { randomUUID } from 'node:crypto';
import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from '../../test/databases.ts';
import { databaseClock } from '../store/clock.ts';
import type { Store } from '../store/open.ts';
import { type ConversionRow, claimConversion } from './rows.ts';
import { settling } from './settle.ts';

const account = accountIdSchema.parse('hubspot:1');
let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** A conversion that met a fault of ours for the last time. */
async function faulty(more: Partial<ConversionRow>): Promise<{ row: ConversionRow; errors: unknown[] }> {
  const { db } = store;
  await db.deleteFrom('conversions').execute();
  await db
    .insertInto('conversions')
    .values({
      ...{ account, id: randomUUID(), cause: 'workflow', key: randomUUID(), callback: null, requested_at: new Date() },
      ...{ record_type: 'deal', record_id: '1', deal: '1', run: null, requested_by: 'workflow', state: 'queued' },
      ...{ name: null, company: null, revision: null, submission: null, settled_at: null, tries: 4 },
      ...{ claim: null, lease_until: null },
      ...more,
      findings: null,
      total: null,
    })
    .execute();
  const errors: unknown[] = [];
  const claimed = await claimConversion(db, databaseClock, []);
  if (!claimed) throw new Error('nothing to claim');
  const { failed } = settling({
    db,
    clock: databaseClock,
    now: () => new Date(),
    onError: (error) => errors.push(error),
  });
  expect(await failed(claimed, new Error('a fault of ours'))).toBeNull();
  return { row: await db.selectFrom('conversions').selectAll().executeTakeFirstOrThrow(), errors };
}

test('a workflow whose conversion met a fault of ours is told that a person has to look', async () => {
  const { row, errors } = await faulty({ callback: 'waiting' });
  expect(row).toMatchObject({ state: 'person', telling: true, claim: null, findings: { problem: 'internal' } });
  expect(row.settled_at).not.toBeNull();
  expect(errors).toHaveLength(1);
});

test('a bulk run whose last deal met a fault of ours is over', async () => {
  const { db } = store;
  const run = randomUUID();
  await db
    .insertInto('conversion_runs')
    .values({
      ...{ account, id: run, state: 'running', requested_by: 'pat', created_at: new Date(), finished_at: null },
      ...{ from_day: '2026-11-01', to_day: '2026-11-30', time_zone: 'UTC', cursor: null, problem: null },
      ...{ claim: null, lease_until: null },
    })
    .execute();
  const { row } = await faulty({ run, cause: 'bulk' });
  expect(row).toMatchObject({ state: 'person', telling: false });
  const after = await db.selectFrom('conversion_runs').select('state').where('id', '=', run).executeTakeFirst();
  expect(after?.state).toBe('finished');
});
