import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { openWorld, type World, who } from '../../test/engine-world.ts';
import { fakeErp } from '../../test/fake-erp.ts';
import { CrmError } from '../crm/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import type { Store } from '../store/open.ts';
import { noTestHooks } from './unsafe.ts';

/** A copied NUL, and a name that was cut in the middle of an emoji. */
const DIRTY = 'Closed\u0000 on that day \ud83d.';

describe.each(databases)('on $name', ({ start }) => {
  let database: Database;
  let store: Store;
  let world: World;
  const open = async (erp = fakeErp()) => {
    world = await openWorld(store.db, erp);
    return world;
  };
  const claims = async (id: string) =>
    (await store.db.selectFrom('submissions').select('taken').where('id', '=', id).executeTakeFirstOrThrow()).taken;
  beforeAll(async () => {
    database = await start();
    store = await database.open();
  });
  afterAll(async () => {
    await store?.close();
    await database?.remove();
  });
  afterEach(() => world.close());

  test('a kept order that no longer can be read rests where a person sees it, and the others go on', async () => {
    const { erp, engine, submit, account, pages } = await open(fakeErp({ limits: { concurrency: 1, batch: 1 } }));
    const one = engine();
    await world.holdErp(1000);
    const broken = await submit(one, 'd1');
    const sound = await submit(one, 'd2');
    await store.db
      .updateTable('submissions')
      .set({ payload: JSON.stringify({ kind: 'order', order: { lines: 'none' } }) })
      .where('id', '=', broken.id)
      .execute();
    await world.rest();
    expect(await one.get(account, broken.id)).toMatchObject({
      state: 'needs_attention',
      canCancel: true,
      problem: { code: 'cannot_process' },
    });
    expect((await one.get(account, sound.id)).state).toBe('confirmed');
    expect(pages.get('d1')).toEqual({ orderStatus: 'needs_attention' });
    expect((await one.list(account, { order: 'newest', limit: 10 })).map(({ names }) => names.total)).toHaveLength(2);
    expect((await one.details(account, broken.id)).payload).toBeNull();
    await expect(one.act(who(account), broken.id, { action: 'mend', change: { note: 'x' } })).rejects.toMatchObject({
      code: 'cannot_process',
    });
    // Whoever finds it in the ERP, or gives it up, ends it.
    expect((await one.act(who(account), broken.id, { action: 'cancel' })).state).toBe('cancelled');
    expect(erp.orders).toHaveLength(1);
  });

  test('an order that ends each process that takes it is given up after a bounded number of claims', async () => {
    const { engine, submit, account, kill } = await open();
    const first = engine();
    const { id } = await submit(first, 'd1');
    await kill(first);
    let deaths = 0;
    for (let life = 0; life < 20; life += 1) {
      let died = () => {};
      const dead = new Promise<boolean>((done) => {
        died = () => done(true);
      });
      const victim = engine({
        ...noTestHooks,
        crash: (point) => {
          if (point !== 'before_look_up') return;
          died();
          return new Promise(() => {});
        },
      });
      victim.wake(account);
      const ended = await Promise.race([dead, victim.settled().then(() => false)]);
      await kill(victim);
      if (!ended) break;
      deaths += 1;
      await world.pass(9000);
    }
    expect(deaths).toBe(11);
    expect(await engine().get(account, id)).toMatchObject({
      state: 'needs_attention',
      problem: { code: 'cannot_process' },
    });
    expect(await claims(id)).toBe(0);
  });

  test('a fault of ours is tried a few times, then it is a person’s', async () => {
    const { engine, submit, account, errors } = await open();
    const one = engine({
      ...noTestHooks,
      crash: (point) => {
        if (point === 'before_look_up') throw new TypeError('undefined is not a function');
      },
    });
    const { id } = await submit(one, 'd1');
    await world.rest();
    expect(errors.splice(0)).toHaveLength(11);
    expect(await one.get(account, id)).toMatchObject({ state: 'needs_attention', problem: { code: 'internal' } });
  });

  test('words of the ERP that no database keeps are cleaned, and the order is not sent again', async () => {
    const { erp, engine, submit, account } = await open(fakeErp({ words: DIRTY }));
    const one = engine();
    erp.next('refuse');
    const { id } = await submit(one, 'd1');
    await world.rest(5);
    expect(await one.get(account, id)).toMatchObject({
      state: 'needs_attention',
      problem: { detail: 'Closed on that day .' },
    });
    expect(erp.calls.filter((name) => name === 'orders.create')).toHaveLength(1);
    expect(world.errors).toEqual([]);
  });

  test('words of the CRM too, and names and notes of people', async () => {
    const { engine, account, crm, orderOf, erp } = await open();
    const one = engine();
    crm.error = new CrmError('refused', 'no', { words: DIRTY });
    const payload = orderOf('d1', 'r1');
    if (payload.kind !== 'order') throw new Error('an order is needed');
    const { id } = await one.submit(
      { account, actor: `pat${DIRTY}` },
      {
        record: { type: 'deal', id: 'd1' },
        revision: 'r1',
        reference: payload.order.reference,
        payload: {
          ...payload,
          order: {
            ...payload.order,
            note: DIRTY,
            lines: payload.order.lines.map((line) => ({ ...line, description: `C:\\u0000${DIRTY}` })),
          },
        },
        idempotencyKey: 'dirty-key-1',
        body: { note: DIRTY },
        names: { record: DIRTY, customer: DIRTY },
      },
    );
    await world.rest(5);
    const { submission, payload: kept, names } = await one.details(account, id);
    expect(submission.createdBy).toBe('patClosed on that day .');
    expect(submission.problem?.detail).toBe('Closed on that day .');
    expect(names).toMatchObject({ record: 'Closed on that day .', customer: 'Closed on that day .' });
    // A backslash and letters are no control character.
    expect(kept).toMatchObject({
      order: { note: 'Closed on that day .', lines: [{ description: 'C:\\u0000Closed on that day .' }] },
    });
    expect(erp.orders).toHaveLength(1);
    expect(await one.replayed(account, 'dirty-key-1', { note: DIRTY })).toMatchObject({ id });
  });

  test('whatever statement writes it: no parameter reaches the database that it would refuse', async () => {
    const { rows } = await sql<{ plain: string; json: { a: string } }>`select ${`a\u0000b\ud800c`}::text as plain,
      ${JSON.stringify({ a: `x\u0000y\udc00z \\u0000` })}::jsonb as json`.execute(store.db);
    expect(rows).toEqual([{ plain: 'abc', json: { a: 'xyz \\u0000' } }]);
    await open();
  });

  test('an ERP that breaks its own contract puts nothing into a row that no page can show', async () => {
    const { erp, engine, submit, account } = await open();
    const one = engine();
    const { orders } = erp.adapter;
    if (!orders) throw new Error('orders are needed');
    orders.create = async () => ({ id: 7, number: null }) as never;
    const { id } = await submit(one, 'd1');
    await world.pass(0);
    expect(await one.get(account, id)).toMatchObject({ state: 'checking', problem: { code: 'erp_drift' } });
    orders.create = async () => {
      throw new ErpError('refused', 'no', { words: 'w'.repeat(100_000) });
    };
    await world.rest();
    const refused = await one.get(account, id);
    expect(refused.state).toBe('needs_attention');
    expect(refused.problem?.detail?.length).toBeLessThan(2100);
  });

  test('a hold of hours is a hold: what the CRM’s daily limit refused is not asked for again before it ends', async () => {
    const { engine, submit, account, crm } = await open();
    const one = engine();
    crm.error = new CrmError('busy', 'DAILY', { retryAfterMs: 5 * 3_600_000 });
    const { id } = await submit(one, 'd1');
    for (let minute = 0; minute < 100; minute += 1) await world.pass(60_000);
    expect(crm.calls).toBe(1);
    await submit(one, 'd2');
    for (let minute = 0; minute < 60; minute += 1) await world.pass(60_000);
    expect(crm.calls).toBe(1);
    crm.error = null;
    for (let hour = 0; hour < 4; hour += 1) await world.pass(3_600_000);
    expect(await one.get(account, id)).toMatchObject({ writtenBack: true });
    expect(crm.calls).toBe(3);
  });

  test('a hold that was noted by a clock that has been set back holds nobody up', async () => {
    const { engine, submit, account, crm } = await open();
    const one = engine();
    await world.pass(24 * 3_600_000);
    crm.error = new CrmError('busy', 'DAILY', { retryAfterMs: 5 * 3_600_000 });
    const { id } = await submit(one, 'd1');
    await world.pass(0);
    crm.error = null;
    await world.pass(-24 * 3_600_000);
    await world.pass(1000);
    expect(await one.get(account, id)).toMatchObject({ writtenBack: true });
  });

  test('a row lock in the CRM is tried again in seconds', async () => {
    const { engine, submit, account, crm } = await open();
    const one = engine();
    crm.error = new CrmError('busy', 'UNABLE_TO_LOCK_ROW', { retryAfterMs: 2000 });
    const { id } = await submit(one, 'd1');
    await world.pass(0);
    await world.pass(1000);
    expect(crm.calls).toBe(1);
    crm.error = null;
    for (let second = 0; second < 4; second += 1) await world.pass(1000);
    expect(await one.get(account, id)).toMatchObject({ writtenBack: true });
  });
});
