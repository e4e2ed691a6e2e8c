import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { type FeedWorld, feedErp, openFeedWorld } from '../../test/feed-world.ts';
import { CrmError } from '../crm/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import { linkStore } from '../store/links.ts';
import type { Store } from '../store/open.ts';
import { POLL_MS } from './pass.ts';

const LATER = POLL_MS * 1.1;
const DAY = 86_400_000;

describe.each(databases)('feeds on $name', ({ name, start }) => {
  let database: Database;
  let store: Store;
  const worlds: FeedWorld[] = [];
  const open = async (erp = feedErp()): Promise<FeedWorld> => {
    const world = await openFeedWorld(store.db, erp);
    worlds.push(world);
    return world;
  };
  beforeAll(async () => {
    database = await start();
    store = await database.open();
  });
  // A process takes up whatever is due, whose ever it is: what one test leaves, the next must not meet.
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.close();
  });
  afterAll(async () => {
    await store?.close();
    await database?.remove();
  });
  /** Ends the process at a point of its work, as a kill does. */
  const dying = (point: string) => {
    let tell = () => {};
    const died = new Promise<void>((done) => {
      tell = done;
    });
    const crash = (name: string) => {
      if (name !== point) return;
      tell();
      return new Promise<void>(() => {});
    };
    return { died, crash };
  };

  test('the first pass fills what is linked already; then a change reaches its record, and only what changed', async () => {
    const world = await open();
    await world.link('1001', 'c1');
    await world.convert('501', 'o1', 'c1');
    const one = world.feeds();
    await world.pass(one, 0);
    expect(world.page('company', '1001')).toMatchObject({
      erpCustomerNumber: 'C-c1',
      paymentTerms: '30 days',
      blocked: false,
      creditFree: '1000',
      creditAlert: 'ok',
    });
    expect(world.page('deal', '501')).toMatchObject({
      orderStatus: 'confirmed',
      orderNumber: 'SO-o1',
      invoicedTotal: '0',
    });
    const calls = world.crm.state.calls;
    world.erp.order('o1', 'c1', {
      status: 'delivered',
      deliveries: [{ number: 'OUT/1', date: '2026-11-25' as never, status: 'shipped', tracking: 'JJD01' }],
    });
    world.erp.invoice('c1', 'o1', '119', '119');
    await world.pass(one, LATER);
    expect(world.page('deal', '501')).toMatchObject({
      orderStatus: 'delivered',
      shippedOn: '2026-11-25',
      tracking: 'JJD01',
      invoicedTotal: '119',
      paidTotal: '0',
      creditFree: '881',
    });
    expect(world.page('company', '1001')).toMatchObject({ openTotal: '119', nextDue: '2026-12-21' });
    expect(world.due).toEqual(expect.arrayContaining(['orders|c1', 'invoices|c1', 'credit|c1']));
    // One for the deals, one for the companies.
    expect(world.crm.state.calls - calls).toBe(2);
    await world.pass(one, LATER);
    expect(world.crm.state.calls - calls).toBe(2);
    expect(world.errors).toEqual([]);
  });

  test('a record that is due between two readings of the changes is written without one; the next one comes when it would have', async () => {
    const world = await open();
    await world.link('1301', 'c1');
    const one = world.feeds();
    await world.pass(one, 0);
    await world.pass(one, LATER);
    const { readings } = world.erp.state;
    for (const deal of ['571', '572', '573']) {
      await world.convert(deal, `o${deal}`, 'c1');
      await one.touch(world.account, { type: 'deal', id: deal as never });
      world.move(POLL_MS / 5);
      await world.wake(one);
      expect(world.page('deal', deal)).toMatchObject({ orderNumber: `SO-o${deal}` });
    }
    expect(world.erp.state.readings).toBe(readings);
    await world.pass(one, POLL_MS / 2);
    expect(world.erp.state.readings).toBeGreaterThan(readings);
  });

  test('what holds an order in the ERP is kept for the desk, also that its customer is blocked, until it is invoiced', async () => {
    const world = await open();
    await world.link('1201', 'c1');
    await world.convert('561', 'o1', 'c1');
    const one = world.feeds();
    const holds = async () => {
      await world.pass(one, LATER);
      const { erp_holds } = await store.db
        .selectFrom('submissions')
        .select('erp_holds')
        .where('account', '=', world.account)
        .executeTakeFirstOrThrow();
      return erp_holds;
    };
    expect(await holds()).toBeNull();
    const credit = { kind: 'credit' as const, code: 'B' };
    world.erp.order('o1', 'c1', { blocks: [credit] });
    expect(await holds()).toEqual([credit]);
    world.erp.customer('c1', { blocked: true });
    expect(await holds()).toEqual([credit, { kind: 'customer', code: null }]);
    world.erp.order('o1', 'c1', { blocks: [] });
    expect(await holds()).toEqual([{ kind: 'customer', code: null }]);
    world.erp.order('o1', 'c1', { status: 'invoiced' });
    expect(await holds()).toBeNull();
  });

  test('a return of an order that was paid long ago reaches its deal, and moves on there until it is credited', async () => {
    const world = await open();
    await world.link('1101', 'c1');
    await world.convert('551', 'o1', 'c1');
    world.erp.order('o1', 'c1', { status: 'invoiced' });
    world.erp.invoice('c1', 'o1', '119', '0');
    const one = world.feeds();
    await world.pass(one, 0);
    expect(world.page('deal', '551')).toMatchObject({ orderStatus: 'invoiced', paidTotal: '119' });
    for (const status of ['requested', 'received', 'credited'] as const) {
      world.erp.giveBack('c1', 'o1', status);
      // An invoice of the customer moves deals that are not over, such as one with a return under way.
      if (status !== 'requested') world.erp.log.pop();
      if (status !== 'requested') world.erp.invoice('c1', 'o1', '119', '0');
      await world.pass(one, LATER);
      expect(world.page('deal', '551')).toMatchObject({ returnStatus: status });
    }
    expect(world.page('deal', '551')?.creditAlert ?? null).toBeNull();
    // A credit note without a return: only the customer's list says which order it is of.
    world.erp.credit('c1', 'o1', '19');
    await world.pass(one, LATER);
    expect(world.page('deal', '551')).toMatchObject({ invoicedTotal: '100', paidTotal: '100' });
    const calls = world.erp.state.calls;
    await world.pass(one, LATER);
    // One look for changes; nothing is due any more.
    expect(world.erp.state.calls - calls).toBe(1);
  });

  test('1,000 records end equal to the ERP after duplicates, reordering and kills at every step, with few calls', async () => {
    const world = await open();
    const count = name === 'pglite' ? 1000 : 200;
    await world.fill(count / 2);
    const first = world.feeds();
    await world.pass(first, 0);
    expect(world.crm.pages.size).toBe(count);
    expect(world.crm.state.calls).toBe(count / 100);
    for (let nth = 0; nth < count / 2; nth += 1) {
      world.erp.order(`o${nth}`, `c${nth}`, { status: nth % 2 ? 'delivered' : 'invoiced' });
      world.erp.invoice(`c${nth}`, `o${nth}`, '100', nth % 3 ? '100' : '0');
      if (nth % 5 === 0) world.erp.customer(`c${nth}`, { blocked: true, paymentTerms: '14 days' });
    }
    world.erp.log.push(...[...world.erp.log].reverse().slice(0, 700));
    world.crm.state.calls = 0;
    world.crm.state.updates = 0;
    for (const point of [
      'after_feed_poll',
      'after_feed_page',
      'after_feed_read',
      'before_feed_write',
      'after_feed_write',
    ]) {
      const { died, crash } = dying(point);
      const doomed = world.feeds(crash, 'killed');
      world.move(LATER);
      void doomed.draw();
      await died;
      // Its lease ends.
      world.move(10_000);
    }
    const last = world.feeds();
    await world.pass(last, LATER);
    await world.pass(last, LATER);
    for (let nth = 0; nth < count / 2; nth += 1) {
      const order = world.erp.orders.get(`o${nth}`);
      const paid = nth % 3 === 0;
      expect(world.page('deal', `5${nth}`)).toMatchObject({
        orderStatus: order?.status,
        invoicedTotal: '100',
        paidTotal: paid ? '100' : '0',
      });
      expect(world.page('company', `1${nth}`)).toMatchObject({
        blocked: nth % 5 === 0,
        openTotal: paid ? '0' : '100',
      });
    }
    // Each kill after a write costs that batch once more; nothing else is written twice.
    expect(world.crm.state.calls).toBeLessThanOrEqual(count / 100 + 2);
    expect(world.errors).toEqual([]);
    world.crm.state.calls = 0;
    await world.pass(last, LATER);
    expect(world.crm.state.calls).toBe(0);
  }, 120_000);

  test('a weekend without the ERP: said so, silent, and caught up by itself', async () => {
    const world = await open();
    await world.link('1001', 'c1');
    const one = world.feeds();
    await world.pass(one, 0);
    world.erp.state.error = new ErpError('unreachable', 'away');
    const before = world.erp.state.calls;
    for (let hour = 0; hour < 48; hour += 4) await world.pass(one, 4 * 3_600_000);
    expect(world.erp.state.calls - before).toBe(12);
    const [state] = await one.states(world.account);
    expect(state).toMatchObject({ problem: { kind: 'erp_down' }, silent: true });
    expect(world.silent.at(-1)).toEqual([world.account]);
    world.erp.state.error = null;
    world.erp.customer('c1', { paymentTerms: '60 days' });
    await world.pass(one, 130_000);
    expect(world.page('company', '1001')).toMatchObject({ paymentTerms: '60 days' });
    expect(await one.states(world.account)).toMatchObject([{ problem: null, silent: false, due: 0 }]);
    expect(world.errors).toEqual([]);
  });

  test('logins that the ERP refuses are not repeated every half minute', async () => {
    const world = await open();
    await world.link('1001', 'c1');
    const one = world.feeds();
    world.erp.state.error = new ErpError('unauthorised', 'no', { words: 'wrong key' });
    await world.pass(one, 0);
    const before = world.erp.state.calls;
    for (let nth = 0; nth < 20; nth += 1) await world.pass(one, 60_000);
    expect(world.erp.state.calls - before).toBe(0);
    expect(await one.states(world.account)).toMatchObject([
      { problem: { kind: 'erp_unauthorised', words: 'wrong key' } },
    ]);
  });

  test.each(['cursor lost', 'clock set back'] as const)(
    '%s: every record is read again, and figures are due',
    async (kind) => {
      const world = await open();
      await world.link('1001', 'c1');
      await world.convert('501', 'o1', 'c1');
      const one = world.feeds();
      // The clock was a day ahead; then it is set right.
      if (kind === 'clock set back') world.move(DAY);
      await world.pass(one, 0);
      if (kind === 'cursor lost') world.erp.state.epoch = 'b';
      else world.move(-DAY);
      world.erp.order('o1', 'c1', { status: 'delivered' });
      world.erp.log.length = 0;
      await world.pass(one, LATER);
      expect(world.page('deal', '501')).toMatchObject({ orderStatus: 'delivered' });
      expect(world.due).toContain('orders|*');
      expect(world.errors).toEqual([]);
    },
  );

  test.each(['lacks', 'refuses'] as const)('an ERP that %s changes is read through every hour', async (how) => {
    const world = await open();
    await world.link('1001', 'c1');
    const { adapter } = world.erp;
    if (how === 'lacks') delete adapter.changes;
    else adapter.changes = { since: async () => Promise.reject(new ErpError('unsupported', 'no changes')) };
    const one = world.feeds();
    await world.pass(one, 0);
    world.erp.customer('c1', { paymentTerms: '60 days' });
    for (let nth = 0; nth < 11; nth += 1) await world.pass(one, 330_000);
    expect(world.page('company', '1001')).toMatchObject({ paymentTerms: '60 days' });
    expect(await one.states(world.account)).toMatchObject([{ problem: null, silent: false }]);
    expect(world.crm.state.calls).toBe(2);
    expect(world.errors).toEqual([]);
  });

  test('the day ends: what no change tells of is read again', async () => {
    const world = await open();
    await world.link('1001', 'c1');
    const one = world.feeds();
    await world.pass(one, 0);
    const card = world.erp.customers.get('c1');
    if (card) world.erp.customers.set('c1', { ...card, blocked: true });
    await world.pass(one, LATER);
    expect(world.page('company', '1001')).toMatchObject({ blocked: false });
    await world.pass(one, DAY);
    expect(world.page('company', '1001')).toMatchObject({ blocked: true });
  });

  test('the CRM at its daily limit is left alone until it resets; the cursor goes on', async () => {
    const world = await open();
    await world.link('1001', 'c1');
    const one = world.feeds();
    await world.pass(one, 0);
    world.crm.state.error = new CrmError('busy', 'spent', { retryAfterMs: 4 * 3_600_000 });
    world.erp.customer('c1', { paymentTerms: '60 days' });
    world.crm.state.calls = 0;
    await world.pass(one, LATER);
    for (let nth = 0; nth < 8; nth += 1) await world.pass(one, LATER);
    expect(world.crm.state.calls).toBe(1);
    expect(await one.states(world.account)).toMatchObject([{ problem: { kind: 'crm_limit' }, silent: false }]);
    world.crm.state.error = null;
    await world.pass(one, 4 * 3_600_000);
    expect(world.page('company', '1001')).toMatchObject({ paymentTerms: '60 days' });
    expect(await one.states(world.account)).toMatchObject([{ problem: null }]);
  });

  test('a record that is gone, one that is refused and a field that is missing are named, and hold nobody up', async () => {
    const world = await open();
    for (const id of ['1', '2', '3']) await world.link(`100${id}`, `c${id}`);
    world.crm.state.gone.add('1001');
    world.crm.state.refused.add('1002');
    world.crm.state.missing.push('paymentTerms');
    const one = world.feeds();
    await world.pass(one, 0);
    expect(world.page('company', '1003')).toMatchObject({ erpCustomerNumber: 'C-c3' });
    const stuck = await one.stuck(world.account, 10);
    expect(stuck.map(({ ref, problem }) => [ref.id, problem.kind, problem.words])).toEqual([
      ['1001', 'record_gone', null],
      ['1002', 'crm_refused', 'Rule 7'],
      ['1003', 'crm_fields', 'paymentTerms'],
    ]);
    world.crm.state.refused.clear();
    world.crm.state.missing.length = 0;
    await world.pass(one, DAY);
    expect(world.page('company', '1002')).toMatchObject({ erpCustomerNumber: 'C-c2' });
    expect(world.page('company', '1003')).toMatchObject({ paymentTerms: '30 days' });
    expect((await one.stuck(world.account, 10)).map(({ ref }) => ref.id)).toEqual(['1001']);
  });

  test('two accounts on one ERP tell each their own CRM, once: nothing goes round', async () => {
    const erp = feedErp();
    const [left, right] = [await open(erp), await open(erp)];
    await left.link('1001', 'c1');
    await right.link('2001', 'c1');
    const [one, other] = [left.feeds(), right.feeds()];
    await left.pass(one, 0);
    await right.pass(other, 0);
    erp.customer('c1', { paymentTerms: '60 days' });
    left.crm.state.calls = 0;
    right.crm.state.calls = 0;
    for (let nth = 0; nth < 10; nth += 1) {
      await left.pass(one, LATER);
      await right.pass(other, LATER);
    }
    expect(erp.customers.get('c1')?.paymentTerms).toBe('60 days');
    expect([left.crm.state.calls, right.crm.state.calls].reduce((sum, each) => sum + each)).toBe(2);
  });

  test('a company linked at two connections says what the default one has; each feed writes its own records', async () => {
    const world = await open();
    const { account, db, erp } = world;
    const second = { account, id: 'second', erp: 'fake', name: 'Second', url: 'http://second.test', credentials: 'x' };
    await db
      .insertInto('erp_connections')
      .values({ ...second, settings: '{}', unfit: null, state: 'live', is_default: false })
      .execute();
    for (const id of ['c1', 'c2']) erp.customer(id);
    await world.link('1001', 'c1');
    for (const company of ['1001', '1002']) {
      const card = erp.customers.get('c2');
      if (card) await linkStore(db, 'second').put(account, { type: 'company', id: company }, card, 'pat', world.now());
    }
    const one = world.feeds();
    await world.pass(one, 0);
    erp.customer('c1', { paymentTerms: '60 days' });
    erp.customer('c2', { paymentTerms: '90 days' });
    for (let nth = 0; nth < 3; nth += 1) await world.pass(one, LATER);
    expect(world.page('company', '1001')).toMatchObject({ erpCustomerNumber: 'C-c1', paymentTerms: '60 days' });
    expect(world.page('company', '1002')).toMatchObject({ erpCustomerNumber: 'C-c2', paymentTerms: '90 days' });
    // Two records, each written at the start and once after.
    expect(world.crm.state.updates).toBe(4);
    // Unlinked at the default one, it says what the other has; then nothing.
    await linkStore(db).remove(account, { type: 'company', id: '1001' });
    await one.touch(account, { type: 'company', id: '1001' });
    await world.pass(one, LATER);
    expect(world.page('company', '1001')).toMatchObject({ erpCustomerNumber: 'C-c2' });
    await linkStore(db, 'second').remove(account, { type: 'company', id: '1001' });
    await one.touch(account, { type: 'company', id: '1001' });
    await world.pass(one, LATER);
    expect(world.page('company', '1001')).toMatchObject({ erpCustomerNumber: null, creditFree: null });
    expect(world.errors).toEqual([]);
  });

  test('of two processes one follows a connection at a time; what a frozen one read is not kept', async () => {
    const world = await open();
    await world.link('1001', 'c1');
    const { died, crash } = dying('after_feed_read');
    const frozen = world.feeds(crash, 'killed');
    const other = world.feeds();
    await frozen.match();
    void frozen.draw();
    await died;
    await world.pass(other, 1000);
    expect(world.crm.state.calls).toBe(0);
    await world.pass(other, 10_000);
    expect(world.crm.state.calls).toBe(1);
  });
});
