import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { openWorld, type World, who } from '../../test/engine-world.ts';
import { fakeErp } from '../../test/fake-erp.ts';
import { CrmError } from '../crm/contract/index.ts';
import { ProblemError } from '../problems/error.ts';
import type { Store } from '../store/open.ts';
import { referenceFor } from './reference.ts';
import { noTestHooks, type TestHooks } from './unsafe.ts';

describe.each(databases)('on $name', ({ start }) => {
  let database: Database;
  let store: Store;
  let world: World;
  const open = async (erp = fakeErp()) => {
    world = await openWorld(store.db, erp);
    return world;
  };
  /** A process that dies at a crash point: what it was doing never goes on. */
  const dying = (point: string): { hooks: TestHooks; died: Promise<void> } => {
    let tell = () => {};
    const died = new Promise<void>((done) => {
      tell = done;
    });
    return {
      died,
      hooks: {
        unsafe: null,
        crash: (name) => {
          if (name !== point) return;
          tell();
          return new Promise(() => {});
        },
      },
    };
  };
  beforeAll(async () => {
    database = await start();
    store = await database.open();
  });
  afterAll(async () => {
    await store?.close();
    await database?.remove();
  });
  afterEach(() => world.close());

  test('the deal is told the day that the ERP’s own order names', async () => {
    const { engine, submit, pages } = await open(fakeErp({ promised: '2026-12-03' }));
    await submit(engine(), 'd1');
    await world.rest();
    expect(pages.get('d1')?.promiseDate).toBe('2026-12-03');
  });
  test('an order is created once, confirmed, and told to the deal', async () => {
    const { erp, engine, submit, account, pages } = await open();
    const one = engine();
    const accepted = await submit(one, 'd1');
    expect(accepted).toMatchObject({ state: 'queued', canCancel: true, canMend: false });
    await world.rest();
    const done = await one.get(account, accepted.id);
    expect(done).toMatchObject({ state: 'confirmed', writtenBack: true, erpNumber: 'SO-1', problem: null });
    expect(done.events.map(({ step }) => step)).toEqual(['accepted', 'create', 'create', 'write_back']);
    expect(pages.get('d1')).toMatchObject({
      orderNumber: 'SO-1',
      orderStatus: 'confirmed',
      orderTotal: { amount: '10' },
      promiseDate: null,
    });
    expect(erp.calls).toEqual(['orders.findByReference', 'orders.create']);
  });

  test.each(['lose', 'cut', 'drift'] as const)(
    'a write that comes to "%s" is looked up, never sent blindly',
    async (mode) => {
      const { erp, engine, submit, account } = await open();
      const one = engine();
      erp.next(mode);
      const { id, reference } = await submit(one, 'd1');
      await world.pass(0);
      expect((await one.get(account, id)).state).toBe('checking');
      expect((await one.get(account, id)).canCancel).toBe(false);
      await world.rest();
      expect(await one.get(account, id)).toMatchObject({ state: 'confirmed' });
      expect(erp.ofReference(reference)).toHaveLength(1);
    },
  );

  test('an ERP that commits seconds after the cut is waited for', async () => {
    const { erp, engine, submit } = await open();
    const one = engine();
    erp.next('late');
    const { reference } = await submit(one, 'd1');
    await world.pass(0);
    await world.pass(1000);
    await world.pass(4000);
    expect(erp.ofReference(reference)).toHaveLength(0);
    erp.commitLate();
    await world.rest();
    expect(erp.ofReference(reference)).toHaveLength(1);
  });

  test('a refusal names field and words, rests, is mended under a new body and goes through', async () => {
    const { erp, engine, submit, account, pages } = await open();
    const one = engine();
    erp.next('refuse');
    const { id } = await submit(one, 'd1');
    await world.rest(5);
    const refused = await one.get(account, id);
    expect(refused).toMatchObject({ state: 'needs_attention', canMend: true, canCancel: true, nextTryAt: null });
    expect(refused.problem).toMatchObject({
      code: 'erp_refused',
      field: 'requestedDate',
      detail: 'Closed on that day.',
    });
    expect(pages.get('d1')).toEqual({ orderStatus: 'needs_attention' });
    await one.act(who(account), id, {
      action: 'mend',
      change: { requestedDate: null, lines: [{ line: 0, quantity: '3' as never }] },
    });
    await world.rest();
    const done = await one.get(account, id);
    expect(done.state).toBe('confirmed');
    expect(done.events.find(({ step }) => step === 'mend')?.words).toMatch(
      /^requestedDate: 2026-12-24 → –; lines.0.quantity: 2 → 3 \[[0-9a-f]{12}\]$/,
    );
    expect(erp.orders.map(({ lines }) => lines[0]?.quantity)).toEqual(['3']);
  });

  test('a mending that changes nothing or names no line is refused and changes nothing', async () => {
    const { erp, engine, submit, account } = await open();
    const one = engine();
    erp.next('refuse');
    const { id } = await submit(one, 'd1');
    await world.rest(5);
    const before = await one.get(account, id);
    for (const change of [
      {},
      { note: null },
      { lines: [{ line: 7, quantity: '1' as never }] },
      { lines: [{ line: 0, quantity: '0' as never }] },
    ])
      await expect(one.act(who(account), id, { action: 'mend', change })).rejects.toMatchObject({
        code: 'invalid_input',
      });
    expect(await one.get(account, id)).toEqual(before);
  });

  test('down for a weekend: waiting has no end, is probed by one call at a time, and drains within seconds without a wall', async () => {
    const { erp, engine, submit, account } = await open();
    const one = engine();
    erp.set('down');
    const ids: string[] = [];
    for (let deal = 0; deal < 30; deal += 1) ids.push((await submit(one, `d${deal}`)).id);
    for (let minute = 0; minute < 10; minute += 1) await world.pass(6 * 3600_000);
    const before = erp.calls.length;
    for (let second = 0; second < 20; second += 1) await world.pass(1000);
    // One probe in one to two seconds, not thirty orders every four.
    expect(erp.calls.length - before).toBeLessThan(25);
    expect((await one.get(account, ids[0] ?? '')).state).toBe('waiting');
    expect((await one.get(account, ids[0] ?? '')).events.length).toBeLessThan(4);
    erp.set('ok');
    for (let second = 0; second < 6; second += 1) await world.pass(1000);
    expect(erp.orders).toHaveLength(30);
    expect(erp.peak()).toBeLessThanOrEqual(4);
  });

  test('429 halves the pace and is waited out', async () => {
    const { erp, engine, submit } = await open();
    const one = engine();
    await submit(one, 'warm');
    await world.rest();
    erp.set('busy');
    for (let deal = 0; deal < 10; deal += 1) await submit(one, `d${deal}`);
    await world.pass(0);
    const asked = erp.calls.length;
    await world.pass(500);
    expect(erp.calls.length).toBe(asked);
    const lane = await store.db
      .selectFrom('lanes')
      .selectAll()
      .where('account', '=', world.account)
      .where('lane', '=', 'erp')
      .executeTakeFirstOrThrow();
    expect(lane).toMatchObject({ ceiling: 4, allowed: 2, tries: 0 });
    erp.set('ok');
    await world.rest();
    expect(erp.orders).toHaveLength(11);
  });

  test('two instances never exceed the ERP’s concurrency together', async () => {
    const { erp, engine, submit } = await open();
    const [one, two] = [engine(), engine()];
    await submit(one, 'warm');
    await world.rest();
    const release = erp.hold();
    for (let deal = 0; deal < 20; deal += 1) await submit(deal % 2 ? one : two, `d${deal}`);
    one.wake(world.account);
    two.wake(world.account);
    await expect.poll(() => erp.peak()).toBe(4);
    release();
    await world.rest();
    expect(erp.orders).toHaveLength(21);
    expect(erp.peak()).toBe(4);
  });

  test('nor the CRM’s, when many records are to be told at once', async () => {
    const { crm, engine, submit } = await open();
    const [one, two] = [engine(), engine()];
    let release: () => void = () => {};
    crm.held = new Promise((done) => {
      release = done;
    });
    for (let deal = 0; deal < 20; deal += 1) await submit(deal % 2 ? one : two, `d${deal}`);
    one.wake(world.account);
    two.wake(world.account);
    const due = () =>
      store.db
        .selectFrom('write_backs')
        .select('record_id')
        .where('account', '=', world.account)
        .where('due_at', '<=', world.now());
    await expect.poll(() => due().execute(), { timeout: 10_000 }).toHaveLength(20);
    release();
    await world.rest();
    expect(crm.calls).toBe(20);
    expect(crm.peak).toBe(4);
  });

  test('one customer’s orders go in turn where the ERP wants it', async () => {
    const { erp, engine, submit } = await open(fakeErp({ inTurn: true }));
    const one = engine();
    await submit(one, 'warm', { customer: 'w' });
    await world.rest();
    erp.next('cut');
    const deals = ['a', 'b', 'c'];
    for (const deal of deals) {
      await submit(one, deal, { customer: 'same' });
      await world.pass(1);
    }
    await submit(one, 'other', { customer: 'else' });
    await world.rest();
    const order = erp.orders.map(({ reference }) => reference);
    expect(order).toEqual(['warm', 'other', ...deals].map((deal) => world.reference(deal)));
  });

  test('a draft is confirmed; a lost answer of the confirmation is looked up', async () => {
    const { erp, engine, submit, account } = await open(fakeErp({ drafts: true }));
    const one = engine();
    erp.next('ok', 'lose');
    const { id } = await submit(one, 'd1');
    await world.rest();
    expect(erp.orders).toMatchObject([{ status: 'confirmed' }]);
    expect(erp.calls.filter((name) => name === 'orders.confirm')).toHaveLength(1);
    erp.next('ok', 'cut');
    const second = await submit(one, 'd2');
    await world.rest();
    expect(erp.calls.filter((name) => name === 'orders.confirm')).toHaveLength(3);
    expect((await one.get(account, second.id)).state).toBe('confirmed');
    expect((await one.get(account, id)).state).toBe('confirmed');
    expect(erp.orders).toHaveLength(2);
  });

  test('customer, then its order: the order waits for the customer and goes on with its id', async () => {
    const { erp, engine, submit, account } = await open();
    const one = engine();
    erp.next('lose');
    const customer = await one.submit(who(account), {
      record: { type: 'company', id: 'co1' },
      revision: 'customer',
      reference: referenceFor(account, 'customer', 'co1', 'customer'),
      idempotencyKey: 'customer-key',
      body: {},
      payload: {
        kind: 'customer',
        customer: {
          reference: referenceFor(account, 'customer', 'co1', 'customer'),
          name: 'New Co',
          vatId: null,
          email: null,
          phone: null,
          street: null,
          postalCode: null,
          city: null,
          country: null,
          currency: null,
        },
      },
    });
    const order = await submit(one, 'd1', { awaits: customer.id });
    await world.pass(0);
    await world.rest();
    expect(erp.customers).toHaveLength(1);
    expect(await one.get(account, order.id)).toMatchObject({ state: 'confirmed' });
    expect(
      (await one.get(account, order.id)).events.some(({ step, state }) => step === 'customer' && state === 'waiting'),
    ).toBe(true);
  });

  test.each([
    'before_look_up',
    'after_look_up',
    'before_create',
    'after_create',
    'before_confirm',
    'after_confirm',
    'before_write_back',
    'after_write_back',
  ])('killed %s: another process finishes it, with one order', async (point) => {
    const { erp, engine, submit, account, kill, pages } = await open(fakeErp({ drafts: true }));
    const { hooks, died } = dying(point);
    const victim = engine(hooks);
    const { id } = await submit(victim, 'd1');
    victim.wake(account);
    await died;
    await kill(victim);
    engine();
    // The lease has to end first; then seconds, and the time in which "not found" is not believed.
    await world.pass(5000);
    await world.pass(5000);
    await world.rest();
    expect(erp.orders).toHaveLength(1);
    expect(await engine().get(account, id)).toMatchObject({ state: 'confirmed', writtenBack: true });
    expect(pages.get('d1')).toMatchObject({ orderNumber: 'SO-1' });
  });

  test('a process that slept through its lease sends nothing', async () => {
    const { erp, engine, submit, account } = await open();
    let wakeUp = () => {};
    let asleep = () => {};
    const sleeps = new Promise<void>((done) => {
      asleep = done;
    });
    const sleeper = engine({
      unsafe: null,
      crash: (name) => {
        if (name !== 'before_create') return;
        asleep();
        return new Promise<void>((done) => {
          wakeUp = done;
        });
      },
    });
    const { reference } = await submit(sleeper, 'd1');
    sleeper.wake(account);
    await sleeps;
    world.leave(sleeper);
    engine();
    await world.pass(9000);
    await world.rest();
    expect(erp.ofReference(reference)).toHaveLength(1);
    wakeUp();
    await sleeper.settled();
    await sleeper.stop(0);
    expect(erp.ofReference(reference)).toHaveLength(1);
    expect(erp.calls.filter((name) => name === 'orders.create')).toHaveLength(1);
  });

  test('CRM down is waiting too: the deal is told when it is back, and says what is true then', async () => {
    const { engine, submit, account, crm, pages } = await open();
    const one = engine();
    crm.error = new CrmError('unreachable', 'down');
    const { id } = await submit(one, 'd1');
    for (let hour = 0; hour < 48; hour += 1) await world.pass(3600_000);
    expect(await one.get(account, id)).toMatchObject({
      state: 'confirmed',
      writtenBack: false,
      problem: { code: 'crm_unreachable' },
    });
    crm.error = null;
    await world.rest();
    expect(await one.get(account, id)).toMatchObject({ state: 'confirmed', writtenBack: true, problem: null });
    expect(pages.get('d1')).toMatchObject({ orderNumber: 'SO-1', orderStatus: 'confirmed' });
  });

  test('an order that does not get to the ERP: its deal says so, and never what was true before', async () => {
    const { engine, submit, account, crm, pages, erp } = await open();
    const one = engine();
    const status = () => pages.get('d1')?.orderStatus;
    const stop = async (id: string) => one.act(who(account), id, { action: 'cancel' });
    await world.holdErp(120_000);
    const { id } = await submit(one, 'd1');
    await world.pass(29_000);
    expect(crm.calls).toBe(0);
    await world.pass(2000);
    expect(status()).toBe('queued');
    await stop(id);
    await world.pass(1000);
    expect(status()).toBe('cancelled');
    // Converted again: the same submission, opened again.
    expect((await submit(one, 'd1', { key: 'once more' })).id).toBe(id);
    await world.pass(31_000);
    expect(status()).toBe('queued');
    await stop(id);
    await one.act(who(account), id, { action: 'resend' });
    await world.pass(31_000);
    expect(status()).toBe('queued');
    await world.rest();
    expect(status()).toBe('confirmed');
    expect(erp.ofReference((await one.get(account, id)).reference)).toHaveLength(1);
    expect(crm.calls).toBe(5);
  });

  test('a deal that is gone from the CRM is noted and not asked for ever', async () => {
    const { engine, submit, account, crm } = await open();
    const one = engine();
    crm.error = new CrmError('not_found', 'gone');
    const { id } = await submit(one, 'd1');
    await world.rest();
    const calls = crm.calls;
    await world.pass(3600_000);
    expect(crm.calls).toBe(calls);
    expect(await one.get(account, id)).toMatchObject({
      writtenBack: false,
      canResend: true,
      problem: { code: 'record_not_found' },
    });
    crm.error = null;
    await one.act(who(account), id, { action: 'resend' });
    await world.rest();
    expect((await one.get(account, id)).writtenBack).toBe(true);
  });

  test('the same revision from two reps, two instances and two keys in the same instant is one submission', async () => {
    const { erp, engine, submit } = await open();
    const [one, two] = [engine(), engine()];
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => submit(n % 2 ? one : two, 'd1')));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    await world.rest();
    expect(erp.orders).toHaveLength(1);
  });

  test('another revision of a deal that is an order needs somebody who says so, even in the same instant', async () => {
    const { erp, engine, submit } = await open();
    const one = engine();
    const both = await Promise.allSettled([submit(one, 'd1'), submit(one, 'd1', { revision: 'r2' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((each) => each.status === 'rejected');
    expect(refused?.reason).toBeInstanceOf(ProblemError);
    expect(refused?.reason).toMatchObject({ code: 'already_converted' });
    await submit(one, 'd1', { revision: 'r3', again: true });
    await world.rest();
    expect(erp.orders).toHaveLength(2);
  });

  test('a cancelled order does not come back beside another one of its deal', async () => {
    const { erp, engine, submit, account } = await open();
    const one = engine();
    erp.set('down');
    const first = await submit(one, 'd1');
    await one.act(who(account), first.id, { action: 'cancel' });
    await submit(one, 'd1', { revision: 'r2' });
    await expect(one.act(who(account), first.id, { action: 'resend' })).rejects.toMatchObject({
      code: 'already_converted',
    });
    await expect(submit(one, 'd1')).rejects.toMatchObject({ code: 'already_converted' });
    erp.set('ok');
    await world.rest();
    expect(erp.orders.map(({ reference }) => reference)).toEqual([world.reference('d1', 'r2')]);
  });

  test('an Idempotency-Key gives its first answer for ever; with another body it is refused', async () => {
    const { engine, submit, account } = await open();
    const one = engine();
    const first = await submit(one, 'd1', { key: 'key-one-two' });
    await world.rest();
    expect((await one.get(account, first.id)).state).toBe('confirmed');
    expect(JSON.stringify(await submit(one, 'd1', { key: 'key-one-two' }))).toBe(JSON.stringify(first));
    await expect(submit(one, 'd2', { key: 'key-one-two' })).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    expect(await one.list(account, { order: 'newest', limit: 10 })).toHaveLength(1);
    const raced = await Promise.allSettled([1, 2, 3].map((n) => submit(one, `r${n}`, { key: 'key-of-race' })));
    expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await one.list(account, { order: 'newest', limit: 10 })).toHaveLength(2);
  });

  test('an order that the ERP knows and we do not is adopted, not sent', async () => {
    const { erp, engine, submit, account, orderOf } = await open();
    const payload = orderOf('d1', 'r1');
    if (payload.kind === 'order' && payload.order.customerId)
      erp.add({ ...payload.order, customerId: payload.order.customerId });
    const one = engine();
    const { id } = await submit(one, 'd1');
    await world.rest();
    expect(erp.orders).toHaveLength(1);
    expect(await one.get(account, id)).toMatchObject({ state: 'confirmed', erpNumber: 'SO-1' });
    expect(erp.calls).not.toContain('orders.create');
  });

  test('a person adopts an ERP order; not one that is another submission’s, nor one that is not there', async () => {
    const { erp, engine, submit, account, orderOf } = await open();
    const one = engine();
    await submit(one, 'd0');
    await world.rest();
    const byHand = orderOf('by-hand', 'r1');
    if (byHand.kind === 'order' && byHand.order.customerId)
      erp.add({ ...byHand.order, customerId: byHand.order.customerId });
    erp.next('refuse');
    const { id } = await submit(one, 'd1');
    await world.rest(5);
    for (const [erpNumber, code] of [
      ['SO-1', 'erp_order_taken'],
      ['SO-99', 'erp_order_unknown'],
    ] as const)
      await expect(one.act(who(account), id, { action: 'adopt', erpNumber })).rejects.toMatchObject({ code });
    expect(await one.act(who(account), id, { action: 'adopt', erpNumber: 'SO-2' })).toMatchObject({
      state: 'confirmed',
    });
    await world.rest();
    expect(await one.get(account, id)).toMatchObject({ state: 'confirmed', writtenBack: true, erpNumber: 'SO-2' });
    expect(erp.orders).toHaveLength(2);
  });

  test('cancelling is offered only while the ERP certainly has nothing', async () => {
    const { erp, engine, submit, account, pages } = await open();
    const one = engine();
    erp.next('lose');
    const unknown = await submit(one, 'd1');
    await world.pass(0);
    await expect(one.act(who(account), unknown.id, { action: 'cancel' })).rejects.toMatchObject({
      code: 'submission_state',
    });
    erp.set('down');
    const { id } = await submit(one, 'd2');
    await world.pass(0);
    expect(await one.act(who(account), id, { action: 'cancel' })).toMatchObject({
      state: 'cancelled',
      canResend: true,
    });
    erp.set('ok');
    await world.rest();
    expect(erp.ofReference(world.reference('d2'))).toHaveLength(0);
    expect(pages.get('d2')).toEqual({ orderStatus: 'cancelled' });
    expect(erp.ofReference(world.reference('d1'))).toHaveLength(1);
  });

  test('a clock that jumps ahead and back holds nothing up', async () => {
    const { erp, engine, submit } = await open();
    const one = engine();
    erp.set('down');
    await submit(one, 'd1');
    await world.pass(7 * 24 * 3600_000);
    for (let second = 0; second < 5; second += 1) await world.pass(1000);
    erp.set('ok');
    await world.pass(-7 * 24 * 3600_000);
    await world.rest();
    expect(erp.orders).toHaveLength(1);
  });

  test('what the test hooks switch off is noticed: without the look-up a lost answer makes two orders', async () => {
    const { erp, engine, submit } = await open();
    const one = engine({ ...noTestHooks, unsafe: 'no-look-up' });
    erp.next('lose');
    const { reference } = await submit(one, 'd1');
    await world.rest();
    expect(erp.ofReference(reference)).toHaveLength(2);
  });
});
