import { decimal, type erpProductIdSchema } from '@backroom/shared';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { openWorld, type World, who } from '../../test/engine-world.ts';
import { fakeErp } from '../../test/fake-erp.ts';
import { ErpError } from '../erp/contract/index.ts';
import type { Store } from '../store/open.ts';
import { noTestHooks } from './unsafe.ts';

/** What an ERP may still do after nobody waits for its answer any more. */
describe.each(databases)('on $name', ({ start }) => {
  let database: Database;
  let store: Store;
  let world: World;
  const slow = (more: Parameters<typeof fakeErp>[0] = {}) => fakeErp({ maxCommitMs: 120_000, ...more });
  const open = async (erp = slow()) => {
    world = await openWorld(store.db, erp);
    return world;
  };
  /** Look-ups answer at once, the create is still going on. */
  const passSeconds = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 5) await world.pass(5000);
  };
  const creates = () => world.erp.calls.filter((name) => name === 'orders.create').length;
  beforeAll(async () => {
    database = await start();
    store = await database.open();
  });
  afterAll(async () => {
    await store?.close();
    await database?.remove();
  });
  afterEach(() => world.close());

  test.each([15, 45, 90, 115])('a create that commits %d s late is one order, found soon after', async (seconds) => {
    const { erp, engine, submit, account } = await open();
    const one = engine();
    erp.next('late');
    const { id, reference } = await submit(one, 'd1');
    await world.pass(0);
    await passSeconds(seconds);
    expect(creates()).toBe(1);
    expect((await one.get(account, id)).state).toBe('checking');
    erp.commitLate();
    await passSeconds(30);
    await world.rest();
    expect(erp.ofReference(reference)).toHaveLength(1);
    expect(await one.get(account, id)).toMatchObject({ state: 'confirmed', writtenBack: true });
  });

  test('what is not there when the ERP can no longer commit it is sent again, once', async () => {
    const { erp, engine, submit, account } = await open();
    const one = engine();
    erp.next('cut');
    const { id } = await submit(one, 'd1');
    await world.pass(0);
    await passSeconds(115);
    expect(creates()).toBe(1);
    await passSeconds(10);
    await world.rest();
    expect(creates()).toBe(2);
    expect((await one.get(account, id)).state).toBe('confirmed');
  });

  test('a worker that dies in the create: what it sent last counts from when its lease ended', async () => {
    const { erp, engine, submit, account, kill } = await open();
    let died = () => {};
    const dead = new Promise<void>((done) => {
      died = done;
    });
    const victim = engine({
      ...noTestHooks,
      crash: (point) => {
        if (point !== 'before_create') return;
        died();
        return new Promise(() => {});
      },
    });
    const { id, reference } = await submit(victim, 'd1');
    victim.wake(account);
    await dead;
    await kill(victim);
    const other = engine();
    await passSeconds(125);
    // Its process may have stood still, and sent it in the last moment of its lease.
    expect(creates()).toBe(0);
    expect((await other.get(account, id)).state).toBe('checking');
    await passSeconds(20);
    await world.rest();
    expect(erp.ofReference(reference)).toHaveLength(1);
  });

  test('an ERP that does not say how late it commits is waited for two minutes', async () => {
    const { maxCommitMs: _, ...unknown } = await slow().adapter.describe({}, { signal: AbortSignal.timeout(1000) });
    const erp = slow();
    erp.adapter.describe = async () => unknown;
    const { engine, submit } = await open(erp);
    engine();
    erp.next('late');
    const { reference } = await submit(engine(), 'd1');
    await passSeconds(110);
    expect(creates()).toBe(1);
    erp.commitLate();
    await passSeconds(40);
    expect(erp.ofReference(reference)).toHaveLength(1);
  });

  test('an ERP that has our reference as its key is asked again at once', async () => {
    const { erp, engine, submit } = await open(slow({ idempotency: 'native' }));
    erp.next('cut');
    const { reference } = await submit(engine(), 'd1');
    await world.pass(0);
    await passSeconds(5);
    expect(erp.ofReference(reference)).toHaveLength(1);
  });

  test('the old rule is noticed: "not found" believed after seconds makes two orders of a slow commit', async () => {
    const { erp, engine, submit } = await open();
    erp.next('late');
    const { reference } = await submit(engine({ ...noTestHooks, unsafe: 'short-settle' }), 'd1');
    await world.pass(0);
    await passSeconds(45);
    erp.commitLate();
    await world.rest();
    expect(erp.ofReference(reference)).toHaveLength(2);
  });

  test('nothing is sent more than a few times where the ERP never gives a clear answer', async () => {
    const { erp, engine, submit, account } = await open();
    const one = engine();
    erp.set('cut');
    const { id, reference } = await submit(one, 'd1');
    for (let half = 0; half < 32; half += 1) await world.pass(30_000);
    expect(creates()).toBe(6);
    expect(await one.get(account, id)).toMatchObject({
      state: 'needs_attention',
      canCancel: false,
      problem: { code: 'erp_refused', detail: expect.stringContaining(reference) },
    });
    erp.set('ok');
    await one.act(who(account), id, { action: 'resend' });
    await world.rest();
    expect(erp.ofReference(reference)).toHaveLength(1);
  });

  test('two drafts are no two orders: one is confirmed, the other cancelled', async () => {
    const { erp, engine, submit, account } = await open(fakeErp({ drafts: true, maxCommitMs: 10_000 }));
    const one = engine();
    // Its first create commits after all the time that the ERP has said it may take.
    erp.next('late', 'late');
    const { id, reference } = await submit(one, 'd1');
    await world.pass(0);
    await passSeconds(15);
    expect(creates()).toBe(2);
    erp.commitLate();
    await world.rest();
    expect(
      erp
        .ofReference(reference)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['cancelled', 'confirmed']);
    const done = await one.get(account, id);
    expect(done).toMatchObject({ state: 'confirmed', erpNumber: 'SO-1' });
    expect(done.events.some(({ words }) => words === 'SO-2: draft → cancelled')).toBe(true);
  });

  test('a copy that a person made in the ERP meanwhile is neither confirmed nor cancelled', async () => {
    const { erp, engine, submit, account, orderOf } = await open(fakeErp({ drafts: true, maxCommitMs: 10_000 }));
    const one = engine();
    erp.next('lose');
    const { id, reference } = await submit(one, 'd1');
    await world.pass(0);
    const payload = orderOf('d1', 'r1');
    if (payload.kind === 'order' && payload.order.customerId)
      erp.add({ ...payload.order, customerId: payload.order.customerId });
    await world.rest();
    expect(erp.ofReference(reference).map(({ number, status }) => `${number} ${status}`)).toEqual([
      'SO-1 confirmed',
      'SO-2 draft',
    ]);
    expect(await one.get(account, id)).toMatchObject({ state: 'confirmed', erpNumber: 'SO-1' });
  });

  test('the original that somebody cancelled counts, and not the draft that was copied from it', async () => {
    const { erp, engine, submit, account, orderOf } = await open(fakeErp({ drafts: true, maxCommitMs: 10_000 }));
    const payload = orderOf('d1', 'r1');
    if (payload.kind !== 'order' || !payload.order.customerId) throw new Error('an order is needed');
    const input = { ...payload.order, customerId: payload.order.customerId };
    erp.add(input).status = 'cancelled';
    erp.add(input);
    const one = engine();
    const { id, reference } = await submit(one, 'd1');
    await world.rest();
    expect(await one.get(account, id)).toMatchObject({ state: 'confirmed', erpNumber: 'SO-1' });
    expect(erp.ofReference(reference).map(({ status }) => status)).toEqual(['cancelled', 'draft']);
  });

  test.each([
    ['its answer comes', 'ok'],
    ['its first answer is lost', 'lose'],
  ] as const)('an ERP that cuts our reference short is noticed when %s, and written to no more', async (_, mode) => {
    const { erp, engine, submit, account, connection } = await open(slow({ keeps: 20 }));
    const one = engine();
    erp.next(mode);
    const { id } = await submit(one, 'd1');
    await world.pass(0);
    await passSeconds(150);
    await world.rest();
    expect(erp.orders).toHaveLength(1);
    const done = await one.get(account, id);
    expect(done).toMatchObject({ state: 'confirmed', erpNumber: 'SO-1' });
    expect(done.differences).toEqual([
      { field: 'reference', line: null, sent: done.reference, got: done.reference.slice(0, 20) },
    ]);
    expect(connection.unfit).toContain(done.reference.slice(0, 20));
    await expect(submit(one, 'd2')).rejects.toMatchObject({ code: 'erp_unfit' });
    expect(erp.orders).toHaveLength(1);
    // What is kept already is still given to whoever asks again.
    expect((await submit(one, 'd1')).id).toBe(id);
  });

  test.each([
    ['answers without our reference', null],
    ['shows it in small letters', 'small'],
  ])('an ERP that %s, and finds an order by it, is fit', async (_, shown) => {
    const erp = slow();
    const { orders } = erp.adapter;
    if (!orders) throw new Error('orders are needed');
    const create = orders.create;
    orders.create = async (input, call) => {
      const order = await create(input, call);
      return { ...order, reference: shown && (order.reference?.toLowerCase() ?? null) };
    };
    const { engine, submit, account, connection } = await open(erp);
    const one = engine();
    const { id } = await submit(one, 'd1');
    await world.rest();
    expect((await one.get(account, id)).state).toBe('confirmed');
    expect(connection.unfit).toBeNull();
  });

  test('a surplus draft that the ERP does not let go holds nothing up', async () => {
    const { erp, engine, submit, account } = await open(fakeErp({ drafts: true, maxCommitMs: 10_000 }));
    const { orders } = erp.adapter;
    if (!orders) throw new Error('orders are needed');
    orders.cancel = async () => {
      throw new ErpError('refused', 'no', { words: 'Only a manager may.' });
    };
    const one = engine();
    erp.next('late', 'late');
    const { id } = await submit(one, 'd1');
    await world.pass(0);
    await passSeconds(15);
    erp.commitLate();
    await world.rest();
    expect((await one.get(account, id)).state).toBe('confirmed');
    expect(erp.orders.map(({ status }) => status).sort()).toEqual(['confirmed', 'draft']);
  });

  test('an ERP without a list of orders is sent to once more all the same', async () => {
    const { erp, engine, submit, account } = await open();
    const { orders } = erp.adapter;
    if (!orders) throw new Error('orders are needed');
    orders.list = async () => {
      throw new ErpError('unsupported', 'no list');
    };
    const one = engine();
    erp.next('cut');
    const { id } = await submit(one, 'd1');
    await world.pass(0);
    await passSeconds(150);
    expect((await one.get(account, id)).state).toBe('confirmed');
  });

  test('what is queued already for an ERP that proved unfit rests, and says why', async () => {
    const { erp, engine, submit, account, connection } = await open();
    const one = engine();
    erp.set('down');
    const { id } = await submit(one, 'd1');
    await world.pass(0);
    connection.unfit = 'It keeps 20 characters.';
    erp.set('ok');
    await world.rest();
    expect(await one.get(account, id)).toMatchObject({
      state: 'needs_attention',
      canCancel: true,
      problem: { detail: 'It keeps 20 characters.' },
    });
    expect(erp.orders).toHaveLength(0);
  });

  test('an ERP that makes another price of it: the order is there, and the difference is told', async () => {
    const { engine, submit, account } = await open(slow({ reprices: '6' }));
    const one = engine();
    const { id } = await submit(one, 'd1');
    await world.rest();
    expect((await one.get(account, id)).differences).toEqual([
      { field: 'unit_price', line: 0, sent: '5 EUR', got: '6 EUR' },
    ]);
  });

  test('what the ERP or our own schemas do not take is refused before it is promised', async () => {
    const limits = { concurrency: 4, batch: 100, lines: 300, text: 40 };
    const { erp, engine, account, orderOf } = await open(slow({ limits }));
    const one = engine();
    const base = orderOf('d1', 'r1');
    if (base.kind !== 'order') throw new Error('an order is needed');
    const [line] = base.order.lines;
    if (!line) throw new Error('a line is needed');
    const send = (change: Partial<typeof base.order>) =>
      one.submit(who(account), {
        record: { type: 'deal', id: 'd1' },
        revision: 'r1',
        reference: base.order.reference,
        payload: { ...base, order: { ...base.order, ...change } },
        idempotencyKey: crypto.randomUUID(),
        body: {},
      });
    const many = (count: number) => Array.from({ length: count }, () => line);
    for (const [change, field] of [
      [{ lines: many(301) }, 'lines'],
      [{ lines: many(10_000) }, 'lines'],
      [{ lines: [] }, 'lines'],
      [{ note: 'n'.repeat(41) }, 'note'],
      [{ lines: [{ ...line, description: 'd'.repeat(41) }] }, 'lines.0.description'],
      [{ lines: [{ ...line, productId: '' as ReturnType<typeof erpProductIdSchema.parse> }] }, 'lines.0.productId'],
      [
        {
          lines: [
            {
              ...line,
              quantity: decimal('9'.repeat(24)),
              unitPrice: { ...line.unitPrice, amount: decimal('9'.repeat(24)) },
            },
          ],
        },
        'lines',
      ],
    ] as const)
      await expect(send(change as Partial<typeof base.order>)).rejects.toMatchObject({
        code: 'erp_limit',
        more: { field },
      });
    expect(await one.list(account, { order: 'newest', limit: 10 })).toEqual([]);
    await send({ lines: many(300) });
    await world.rest();
    expect(erp.orders).toHaveLength(1);
  });
});
