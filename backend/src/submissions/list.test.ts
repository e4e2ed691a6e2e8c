import { accountIdSchema } from '@backroom/shared';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { openWorld, type World } from '../../test/engine-world.ts';
import type { Store } from '../store/open.ts';

describe.each(databases)('on $name', ({ start }) => {
  let database: Database;
  let store: Store;
  let world: World;
  beforeAll(async () => {
    database = await start();
    store = await database.open();
  });
  afterAll(async () => {
    await world?.close();
    await store?.close();
    await database?.remove();
  });

  test('pages of a list are found by the last row, by state, and by what a person knows of an order', async () => {
    world = await openWorld(store.db);
    const { erp, engine, submit, account } = world;
    const one = engine();
    for (let deal = 0; deal < 5; deal += 1) {
      await submit(one, `d${deal}`);
      await world.pass(1);
    }
    await world.rest();
    erp.set('down');
    const late = await submit(one, 'late');
    await world.pass(1000);
    await submit(one, 'later');
    const ids = (page: { record: { id: string } }[]) => page.map(({ record }) => record.id);
    for (const [order, expected] of [
      ['newest', ['later', 'late', 'd4', 'd3', 'd2', 'd1', 'd0']],
      ['oldest', ['d0', 'd1', 'd2', 'd3', 'd4', 'late', 'later']],
    ] as const) {
      const first = await one.list(account, { order, limit: 3 });
      const rest = await one.list(account, { order, limit: 9, after: first[2] });
      expect(ids([...first, ...rest])).toEqual(expected);
    }
    // Two states, each from its own stretch of the index, and still one order.
    const open_ = { order: 'oldest', states: ['queued', 'waiting'], limit: 9 } as const;
    expect(ids(await one.list(account, open_))).toEqual(['late', 'later']);
    expect(ids(await one.list(account, { ...open_, limit: 1 }))).toEqual(['late']);
    for (const search of [late.reference, late.reference.toLowerCase(), 'late'])
      expect(ids(await one.list(account, { order: 'newest', search, limit: 9 }))).toEqual(['late']);
    expect(ids(await one.list(account, { order: 'newest', search: 'SO-1', limit: 9 }))).toEqual(['d0']);
    expect(await one.list(accountIdSchema.parse('hubspot:other'), { order: 'newest', limit: 9 })).toEqual([]);
    expect(await one.counts(account, ['waiting', 'confirmed', 'cancelled'])).toEqual(
      new Map([
        ['waiting', 1],
        ['confirmed', 5],
        ['cancelled', 0],
        ['held', 0],
      ]),
    );
    expect((await one.list(account, { order: 'oldest', limit: 1 }))[0]?.names).toEqual({
      record: null,
      customer: null,
      total: { money: { amount: '10', currency: 'EUR' }, by: 'erp' },
      holds: [],
    });
    // As people know it: by the beginnings of words, in any order, whatever parts them.
    await sql`update submissions set record_name = 'Überholung Pumpe 7', customer_name = 'Nordwind Maschinenbau GmbH', created_by = 'kim.osei@example.com',
      payload = jsonb_set(payload, '{order,lines,0,description}', '"GBX-007 Gearbox"') where record_id = 'd2'`.execute(
      store.db,
    );
    const found = async (search: string) => ids(await one.list(account, { order: 'newest', search, limit: 9 }));
    for (const search of [
      'nordwind',
      'maschinen nord',
      'pumpe',
      'gbx',
      'GBX-007',
      'gear',
      'kim.osei@example.com',
      'Überholung',
    ])
      expect(await found(search), search).toEqual(['d2']);
    for (const search of ['wind', 'nordwind xyz', "'; drop", '&|!:*', '%'])
      expect(await found(search), search).toEqual([]);
    const mine = { order: 'newest', limit: 9, by: 'kim.osei@example.com' } as const;
    expect(ids(await one.list(account, mine))).toEqual(['d2']);
    expect(ids(await one.list(account, { ...mine, kind: 'return' }))).toEqual([]);
  });
});
