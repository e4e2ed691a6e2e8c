import { randomUUID } from 'node:crypto';
import { erpCustomerIdSchema } from '@backroom/shared';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { openWorld, type World } from '../../test/engine-world.ts';
import { CrmError } from '../crm/contract/index.ts';
import { linkStore } from '../store/links.ts';
import { mergeStore } from '../store/merges.ts';
import type { Store } from '../store/open.ts';
import { quoteChoiceStore } from '../store/quote-choices.ts';
import { noTestHooks, type TestHooks } from './unsafe.ts';

// What is kept under a CRM record goes over to the record that it is merged into, whatever is under way.

describe.each(databases)('on $name', ({ start }) => {
  let database: Database;
  let store: Store;
  /** A second process. */
  let other: Store;
  let world: World;
  beforeAll(async () => {
    database = await start();
    [store, other] = [await database.open(), await database.open()];
  });
  afterAll(async () => {
    await store.close();
    await other.close();
    await database?.remove();
  });
  afterEach(() => world?.close());

  async function open(hooks: TestHooks = noTestHooks) {
    world = await openWorld(store.db);
    const { account, erp } = world;
    const engine = world.engine(hooks);
    const customer = (id: string) => ({
      id: erpCustomerIdSchema.parse(id),
      number: `C-${id}`,
      name: id,
      ...{ city: null, country: null, vatId: null, currency: null, paymentTerms: null, blocked: false },
    });
    const links = linkStore(store.db);
    return {
      erp,
      engine,
      link: (company: string, id: string) =>
        links.put(account, { type: 'company', id: company }, customer(id), 'pat@example.com', world.now()),
      linked: async (company: string) => (await links.get(account, { type: 'company', id: company }))?.customer.id,
      former: (type: 'deal' | 'company', id: string) => mergeStore(store.db).former(account, { type, id }),
      orders: async (deal: string) => {
        const all = await engine.listForRecord(account, { type: 'deal', id: deal });
        return all.filter(({ kind }) => kind === 'order').reverse();
      },
      get: (id: string) => engine.get(account, id),
    };
  }

  test('a converted deal keeps its order under a new id, and the new page is told', async () => {
    const { engine, erp, orders, get } = await open();
    const { id, reference } = await world.submit(engine, 'A');
    await world.rest();
    await world.merge('deal', ['A', 'B'], 'C');
    await world.rest();
    expect(await orders('C')).toMatchObject([{ id, reference, state: 'confirmed', record: { id: 'C' } }]);
    // A card that still shows the old record reads the same.
    expect(await orders('A')).toMatchObject([{ id }]);
    expect(world.pages.get('C')).toMatchObject({ orderNumber: (await get(id)).erpNumber });
    await expect(world.submit(engine, 'C', { revision: 'r2' })).rejects.toMatchObject({ code: 'already_converted' });
    expect(erp.orders).toHaveLength(1);
  });

  test('merges in a row, told late, twice and in any order, lead to the last one', async () => {
    const { engine, orders, former } = await open();
    const { id } = await world.submit(engine, 'A');
    await world.merge('deal', ['B'], 'C');
    await Promise.all([
      world.merge('deal', ['A'], 'B'),
      world.merge('deal', ['A'], 'B', other.db),
      world.merge('deal', ['B'], 'C', other.db),
    ]);
    await world.merge('deal', ['C'], 'D');
    await world.merge('deal', ['A'], 'B');
    expect(await orders('D')).toMatchObject([{ id }]);
    expect((await former('deal', 'D')).ids).toEqual(['A', 'B', 'C']);
    expect((await former('deal', 'C')).ids).toEqual([]);
  });

  test('a queued order is sent once, under the reference that it was accepted with', async () => {
    const { engine, erp, orders } = await open();
    erp.set('down');
    const { reference } = await world.submit(engine, 'A');
    await world.pass(1000);
    await world.merge('deal', ['A'], 'C', other.db);
    erp.set('ok');
    await world.rest();
    expect(await orders('C')).toMatchObject([{ state: 'confirmed', reference }]);
    expect(erp.ofReference(reference)).toHaveLength(1);
    expect(world.pages.has('A')).toBe(false);
    expect(world.pages.get('C')).toMatchObject({ orderStatus: 'confirmed' });
  });

  test('the answer of an Idempotency-Key comes again, about the record that is there now', async () => {
    const { engine } = await open();
    const key = randomUUID();
    const { id } = await world.submit(engine, 'A', { key });
    await world.merge('deal', ['A'], 'C');
    const again = await engine.replayed(world.account, key, { deal: 'A', revision: 'r1' });
    expect(again).toMatchObject({ id, record: { type: 'deal', id: 'C' } });
  });

  test('an order that is being sent while its deal is merged is one order', async () => {
    let sending = () => {};
    const reached = new Promise<void>((done) => {
      sending = done;
    });
    const { engine, erp, orders } = await open({
      ...noTestHooks,
      crash: (at) => (at === 'before_create' ? sending() : undefined),
    });
    const release = erp.hold();
    await world.submit(engine, 'A');
    const passing = world.pass(0);
    release();
    await reached;
    await world.merge('deal', ['A'], 'C', other.db);
    await passing;
    await world.rest();
    expect(await orders('C')).toMatchObject([{ state: 'confirmed' }]);
    expect(erp.orders).toHaveLength(1);
    expect(world.pages.get('C')).toMatchObject({ orderNumber: 'SO-1' });
  });

  test('a page that is told while its record is merged waits for the merge, and neither fails', async () => {
    const { engine, orders } = await open();
    world.crm.error = new CrmError('unreachable', 'down');
    await world.submit(engine, 'A');
    await world.pass(0);
    await expect.poll(() => orders('A')).toMatchObject([{ state: 'confirmed', writtenBack: false }]);
    world.crm.error = null;
    let telling: Promise<unknown> | null = null;
    // A merge as far as it has locked the orders.
    await other.db.transaction().execute(async (trx) => {
      await trx.selectFrom('submissions').select('id').where('record_id', '=', 'A').forUpdate().execute();
      telling = world.pass(3_600_000);
      await new Promise((done) => setTimeout(done, 300));
      await trx.updateTable('write_backs').set({ tries: 0 }).where('record_id', '=', 'A').execute();
    });
    await telling;
    await world.rest();
    expect(await orders('A')).toMatchObject([{ state: 'confirmed', writtenBack: true }]);
    expect(world.errors).toEqual([]);
  });

  test('of two queued orders with the same quote the older is sent, the other waits for a person', async () => {
    const { engine, erp, orders, get } = await open();
    erp.set('down');
    const one = await world.submit(engine, 'A');
    await world.pass(1000);
    const two = await world.submit(engine, 'B');
    await world.pass(1000);
    await world.merge('deal', ['A', 'B'], 'C');
    erp.set('ok');
    await world.rest();
    expect(await orders('C')).toMatchObject([{ id: one.id }, { id: two.id }]);
    expect(await get(one.id)).toMatchObject({ state: 'confirmed', reference: one.reference });
    expect(await get(two.id)).toMatchObject({
      state: 'needs_attention',
      canResend: true,
      canCancel: true,
      problem: { code: 'already_converted' },
    });
    expect(erp.orders).toHaveLength(1);
    await engine.act({ account: world.account, actor: 'pat@example.com' }, two.id, { action: 'resend' });
    await world.rest();
    expect(erp.orders).toHaveLength(2);
  });

  test('a worker that is about to send the second one loses it to the merge', async () => {
    const { engine, erp, orders } = await open();
    await world.submit(engine, 'A');
    await world.rest();
    await world.kill(engine);
    let looked = 0;
    const worker = world.engine({
      ...noTestHooks,
      async crash(at) {
        if (at !== 'after_look_up') return;
        looked += 1;
        await world.merge('deal', ['A', 'B'], 'C', other.db);
      },
    });
    await world.submit(worker, 'B');
    await world.rest();
    expect(looked).toBe(1);
    expect(erp.orders).toHaveLength(1);
    expect(await orders('C')).toMatchObject([{ state: 'confirmed' }, { state: 'needs_attention' }]);
  });

  test('two deals that both are orders keep both, and no third is made', async () => {
    const { engine, erp, orders } = await open();
    await world.submit(engine, 'A');
    await world.submit(engine, 'B', { revision: 'r2' });
    await world.rest();
    await world.merge('deal', ['A', 'B'], 'C');
    await world.rest();
    expect((await orders('C')).map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
    await expect(world.submit(engine, 'C', { revision: 'r3' })).rejects.toMatchObject({ code: 'already_converted' });
    expect(erp.orders).toHaveLength(2);
  });

  test('a link moves; where two meet the survivor’s own stays and the other is kept for a person', async () => {
    const { link, linked, former } = await open();
    await link('A', 'c1');
    await world.merge('company', ['A'], 'S');
    expect([await linked('A'), await linked('S')]).toEqual([undefined, 'c1']);
    await link('B', 'c1');
    await world.merge('company', ['B'], 'S');
    expect((await former('company', 'S')).otherCustomers).toEqual([]);
    await link('D', 'c2');
    await world.merge('company', ['D'], 'S', other.db);
    expect([await linked('D'), await linked('S')]).toEqual([undefined, 'c1']);
    expect((await former('company', 'S')).otherCustomers).toMatchObject([{ id: 'c2' }]);
    await world.merge('company', ['S'], 'T');
    expect(await linked('T')).toBe('c1');
    expect((await former('company', 'T')).otherCustomers).toMatchObject([{ id: 'c2' }]);
    await mergeStore(store.db).settle(world.account, { type: 'company', id: 'T' });
    expect((await former('company', 'T')).otherCustomers).toEqual([]);
  });

  test('a company that is merged while it is created links the survivor, and its waiting order goes through', async () => {
    const { engine, erp, linked, get } = await open();
    erp.set('down');
    const { id: awaits } = await world.createCustomer(engine, 'A');
    const { id } = await world.submit(engine, 'deal', { awaits });
    await world.pass(1000);
    await world.merge('company', ['A'], 'S', other.db);
    erp.set('ok');
    await world.rest();
    expect(await linked('S')).toBe('c1');
    expect(await get(id)).toMatchObject({ state: 'confirmed' });
    expect(world.pages.get('S')).toMatchObject({ erpCustomerNumber: 'C-c1' });
  });

  test('of two companies that are to be created one is, and the orders of both are for it', async () => {
    const { engine, erp, linked, get } = await open();
    erp.set('down');
    const [one, two] = [await world.createCustomer(engine, 'A'), await world.createCustomer(engine, 'S')];
    const first = await world.submit(engine, 'deal 1', { awaits: one.id });
    const second = await world.submit(engine, 'deal 2', { awaits: two.id });
    await world.pass(1000);
    await world.merge('company', ['A'], 'S');
    erp.set('ok');
    await world.rest();
    expect(erp.customers).toHaveLength(1);
    expect(await linked('S')).toBe('c1');
    for (const { id } of [first, second]) expect(await get(id)).toMatchObject({ state: 'confirmed' });
  });

  test('a company that is to be created and merged into a linked one is not created: its order is the linked customer’s', async () => {
    const { engine, erp, link, get } = await open();
    await link('S', 'c9');
    erp.set('down');
    const { id: awaits } = await world.createCustomer(engine, 'A');
    const { id } = await world.submit(engine, 'deal', { awaits });
    await world.pass(1000);
    await world.merge('company', ['A'], 'S');
    erp.set('ok');
    await world.rest();
    expect(erp.customers).toHaveLength(0);
    expect(await get(awaits)).toMatchObject({ state: 'cancelled' });
    expect(await get(id)).toMatchObject({ state: 'confirmed' });
    const { payload } = await engine.details(world.account, id);
    expect(payload).toMatchObject({ order: { customerId: 'c9' } });
  });

  test('a quote that a person chose stays chosen, and the survivor’s own choice before it', async () => {
    await open();
    const choices = quoteChoiceStore(store.db);
    const choose = (deal: string, quote: string) =>
      choices.put(world.account, deal, { quote, among: ['q1', 'q2'] }, 'pat@example.com', world.now());
    await choose('A', 'q1');
    await world.merge('deal', ['A'], 'C');
    expect(await choices.get(world.account, 'C')).toMatchObject({ quote: 'q1' });
    await choose('B', 'q2');
    await world.merge('deal', ['B'], 'C');
    expect(await choices.get(world.account, 'C')).toMatchObject({ quote: 'q1' });
    expect(await choices.get(world.account, 'B')).toBeNull();
  });

  test('what a request kept under the old id after the merge is found and moved', async () => {
    const { engine, former, orders } = await open();
    await world.merge('deal', ['A'], 'C');
    await world.submit(engine, 'A');
    const { strays, ids } = await former('deal', 'C');
    expect(strays).toBe(true);
    await world.merge('deal', ids, 'C');
    expect(await orders('C')).toHaveLength(1);
    expect((await former('deal', 'C')).strays).toBe(false);
  });
});
