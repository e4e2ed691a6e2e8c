import { decimal, type ErpOrder } from '@backroom/shared';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { openReconciliationWorld } from '../../test/reconciliation-world.ts';
import { CrmError } from '../crm/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import type { Store } from '../store/open.ts';
import type { Finding } from './finding.ts';
import { nextNight } from './nightly.ts';

const period = { from: '2026-11-01', to: '2026-11-25' };
type World = Awaited<ReturnType<typeof openReconciliationWorld>>;
const told = (findings: readonly Finding[]) => findings.map(({ code, deal }) => `${deal?.id ?? 'all'} ${code}`);

describe.each(databases)('reconciliation on $name', ({ start }) => {
  let database: Database;
  let store: Store;
  beforeAll(async () => {
    database = await start();
    store = await database.open();
  });
  afterAll(async () => {
    await store.close();
    await database.remove();
  });
  // A worker takes up whatever is due, whose ever it is: what one test leaves, the next must not meet.
  const worlds: World[] = [];
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.accounts.remove(world.account);
  });
  async function open(zone?: string): Promise<World> {
    const world = await openReconciliationWorld(store.db, zone);
    worlds.push(world);
    return world;
  }
  /** Deals that were sold and ordered, as many as asked for. */
  async function ordered(world: World, count: number): Promise<string[]> {
    const engine = world.engine();
    const ids = Array.from({ length: count }, (_, nth) => `5${String(nth).padStart(3, '0')}`);
    for (const id of ids) await world.submit(engine, id);
    await world.rest();
    await world.close();
    for (const id of ids) {
      const order = world.erp.ofReference(world.reference(id))[0];
      world.sold.push(world.deal(id, { orderNumber: order?.number ?? null }));
    }
    return ids;
  }
  const orderOf = (world: World, id: string): ErpOrder => {
    const order = world.erp.ofReference(world.reference(id))[0];
    if (!order) throw new Error(`deal ${id} has no order`);
    return order;
  };
  const remove = (world: World, order: ErpOrder) => world.erp.orders.splice(world.erp.orders.indexOf(order), 1);
  async function reconcile(world: World, days = period) {
    const reconciliation = world.reconciliation();
    const id = await reconciliation.start({ account: world.account, actor: 'pat@example.com' }, days);
    await reconciliation.draw();
    await reconciliation.settled();
    const [run, findings] = [
      await reconciliation.get(world.account, id),
      await reconciliation.findings(world.account, id, { limit: 1000 }),
    ];
    await reconciliation.stop();
    return { run, findings };
  }

  test('an order is looked for at the ERP that it went to, whatever another one has under that number', async () => {
    const world = await open();
    const [here = '', there = ''] = await ordered(world, 2);
    await store.db
      .updateTable('submissions')
      .set({ connection: 'second' })
      .where('account', '=', world.account)
      .where('record_id', '=', there)
      .execute();
    const asked: string[] = [];
    world.others.set('second', {
      ...world.erp.adapter,
      orders: {
        ...(world.erp.adapter.orders as NonNullable<typeof world.erp.adapter.orders>),
        find: async ({ references }) => {
          asked.push(...references);
          return { orders: [] };
        },
      },
    });
    const { findings } = await reconcile(world);
    expect(told(findings)).toEqual([`${there} order_gone`]);
    expect(asked).toEqual([world.reference(there)]);
    expect(asked).not.toContain(world.reference(here));
  });
  test('of 70 deals sold, what was tampered with is found, and nothing else', async () => {
    const world = await open();
    const [gone = '', twice = '', changed = '', stopped = '', ...rest] = await ordered(world, 70);
    remove(world, orderOf(world, gone));
    const { number } = orderOf(world, twice);
    world.erp.orders.push({ ...orderOf(world, twice), id: 'o900' as ErpOrder['id'], number: 'SO-900' });
    const [line] = orderOf(world, changed).lines;
    if (line) line.quantity = decimal('3');
    orderOf(world, stopped).status = 'cancelled';
    world.sold.push(world.deal('6001'), world.deal('6002', { orderNumber: 'SO-4711' }));
    world.sold.push(world.deal('6004', { wonOn: null, orderStatus: 'waiting' }));
    // Its copy carries its number along.
    world.sold.push(world.deal('6003', { orderNumber: orderOf(world, rest[0] ?? '').number }));
    const { run, findings } = await reconcile(world);
    expect(told(findings)).toEqual([
      `${gone} order_gone`,
      '6002 number_unknown',
      '6003 order_of_other_deal',
      `${twice} same_reference`,
      `${changed} differs`,
      `${stopped} cancelled_in_erp`,
      '6001 never_sent',
      '6004 forgotten',
    ]);
    expect(findings.find(({ code }) => code === 'same_reference')?.orders).toEqual([number, 'SO-900']);
    expect(run).toMatchObject({
      state: 'finished',
      compared: 74,
      requestedBy: 'pat@example.com',
      ...period,
      counts: { missing: 3, double: 1, different: 2, not_converted: 2, not_checked: 0 },
    });
    // 74 deals are two questions of at most fifty to the ERP.
    expect(world.ask.calls).toBe(2);
    expect(world.errors).toEqual([]);
  });

  test('orders of ours that the CRM does not name are compared too, once', async () => {
    const world = await open();
    const [kept = '', unnamed = ''] = await ordered(world, 2);
    world.sold.splice(1);
    expect(world.sold.map(({ id }) => id)).toEqual([kept]);
    remove(world, orderOf(world, unnamed));
    const { run, findings } = await reconcile(world);
    expect(told(findings)).toEqual([`${unnamed} order_gone`]);
    expect(run.compared).toBe(2);
    // Another period: nothing of ours falls into it.
    world.sold.splice(0);
    expect((await reconcile(world, { from: '2025-01-01', to: '2025-01-31' })).run.compared).toBe(0);
  });

  test('an ERP that is down leaves each deal "not checked" with the reason, none as missing', async () => {
    const world = await open();
    const ids = await ordered(world, 3);
    world.sold.push(world.deal('6001'));
    world.ask.down = new ErpError('unreachable', 'down');
    const { run, findings } = await reconcile(world);
    expect(told(findings)).toEqual(['6001 never_sent', ...ids.map((id) => `${id} erp_unreadable`)].sort(byKind));
    expect(findings.filter(({ kind }) => kind === 'not_checked').map(({ problem }) => problem?.code)).toEqual(
      ids.map(() => 'erp_unreachable'),
    );
    expect(run.state).toBe('finished');
  });
  test('an ERP that is busy for a moment is asked again', async () => {
    const world = await open();
    await ordered(world, 3);
    world.ask.errors.push(new ErpError('busy', '429', { retryAfterMs: 20_000 }), new ErpError('unreachable', 'reset'));
    const { findings } = await reconcile(world);
    expect(findings).toEqual([]);
    expect(world.rests).toContain(20_000);
  });
  test('one order that cannot be read costs the others nothing', async () => {
    const world = await open();
    const ids = await ordered(world, 9);
    world.ask.odd = orderOf(world, ids[4] ?? '').number;
    const { findings } = await reconcile(world);
    expect(told(findings)).toEqual([`${ids[4]} erp_unreadable`]);
    expect(findings[0]?.problem).toMatchObject({ code: 'erp_drift', field: 'sale.order.amount_total' });
  });
  test('more than an ERP answers in its time is asked in halves; one that hangs is not asked for each deal', async () => {
    const world = await open();
    const ids = await ordered(world, 8);
    world.ask.most = 4;
    expect((await reconcile(world)).findings).toEqual([]);
    world.ask.most = 0;
    world.ask.calls = 0;
    expect((await reconcile(world)).findings).toHaveLength(ids.length);
    // Five tries of all, and one of each half.
    expect(world.ask.calls).toBe(7);
  });
  test('a CRM list that cannot be read is told, and our own orders are compared all the same', async () => {
    const world = await open();
    const [gone = ''] = await ordered(world, 2);
    remove(world, orderOf(world, gone));
    world.sales.error = new CrmError('refused', 'no', { words: 'Opportunity: IsWon cannot be read.' });
    const { findings } = await reconcile(world);
    expect(told(findings)).toEqual([`${gone} order_gone`, 'all crm_unreadable']);
    expect(findings[1]?.problem?.detail).toBe('Opportunity: IsWon cannot be read.');
  });

  test('after each call the ERP is left alone for twice as long', async () => {
    const world = await open();
    await ordered(world, 3);
    await reconcile(world);
    // Its own calls take 400 ms here.
    expect(world.rests).toContain(800);
    expect(Math.min(...world.rests)).toBeGreaterThanOrEqual(250);
  });

  test('a process that is killed in the middle: another goes on behind what is kept, and nothing counts twice', async () => {
    const world = await open();
    const ids = await ordered(world, 6);
    remove(world, orderOf(world, ids[0] ?? ''));
    remove(world, orderOf(world, ids[5] ?? ''));
    world.sales.pageSize = 2;
    const victim = world.reconciliation();
    const id = await victim.start({ account: world.account, actor: 'pat@example.com' }, period);
    let rests = 0;
    const count = () => {
      rests += 1;
      // As `kill -9` in the second page, or a machine that sleeps: its claim stays, and nothing of it is given back.
      if (rests === 5) return takeOver();
      return world.atNextRest(count);
    };
    const heir = world.reconciliation();
    const takeOver = async () => {
      world.setClock(new Date(world.now().getTime() + 60_000).toISOString());
      await heir.draw();
      await heir.settled();
    };
    world.atNextRest(count);
    await victim.draw();
    // It wakes up when the other is done, and finds that the run is not its own any more.
    await victim.settled();
    const run = await heir.get(world.account, id);
    expect(run).toMatchObject({ state: 'finished', compared: 6 });
    expect(told(await heir.findings(world.account, id, { limit: 100 }))).toEqual([
      `${ids[0]} order_gone`,
      `${ids[5]} order_gone`,
    ]);
    const { tries } = await store.db
      .selectFrom('reconciliations')
      .select('tries')
      .where('account', '=', world.account)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(tries).toBe(2);
    await Promise.all([victim.stop(), heir.stop()]);
  });
  test('a process that is told to stop gives its run back at once, and another ends it', async () => {
    const world = await open();
    await ordered(world, 4);
    world.sales.pageSize = 2;
    const leaving = world.reconciliation();
    const id = await leaving.start({ account: world.account, actor: 'pat@example.com' }, period);
    // In the middle of a call that would never end by itself.
    world.ask.hang = true;
    await leaving.draw();
    await expect.poll(() => world.ask.calls).toBe(1);
    await leaving.stop();
    expect((await leaving.get(world.account, id)).state).toBe('running');
    world.ask.hang = false;
    const heir = world.reconciliation();
    await heir.draw();
    await heir.settled();
    expect(await heir.get(world.account, id)).toMatchObject({ state: 'finished', compared: 4 });
    expect(world.errors).toEqual([]);
    await heir.stop();
  });
  test('a run that breaks down again and again is given up, and says so', async () => {
    const world = await open();
    await ordered(world, 1);
    world.sales.error = new TypeError('a fault of ours');
    const { run } = await reconcile(world);
    expect(run.state).toBe('running');
    const reconciliation = world.reconciliation();
    for (let nth = 0; nth < 5; nth += 1) {
      world.setClock(new Date(world.now().getTime() + 61_000).toISOString());
      await reconciliation.draw();
      await reconciliation.settled();
    }
    expect((await reconciliation.get(world.account, run.id)).state).toBe('failed');
    expect(world.errors).toHaveLength(5);
    await reconciliation.stop();
  });

  test('one at a time for each account: who asks meanwhile gets the run under way', async () => {
    const world = await open();
    const [first, second] = [world.reconciliation(), world.reconciliation()];
    const who = { account: world.account, actor: 'pat@example.com' };
    const ids = await Promise.all([first.start(who, period), second.start(who, period), first.start(who, period)]);
    expect(new Set(ids).size).toBe(1);
    await Promise.all([first.draw(), second.draw()]);
    await Promise.all([first.settled(), second.settled()]);
    expect(await first.list(world.account)).toHaveLength(1);
    expect(await first.start(who, period)).not.toBe(ids[0]);
    // What is another account's is not there.
    const stranger = await open();
    await expect(first.get(stranger.account, ids[0] ?? '')).rejects.toMatchObject({ code: 'not_found' });
    expect(await first.findings(stranger.account, ids[0] ?? '', { limit: 10 })).toEqual([]);
    await Promise.all([first.stop(), second.stop()]);
  });
  test('a period that is none is refused, naming the field', async () => {
    const world = await open();
    const reconciliation = world.reconciliation();
    const start = (from: string, to: string) =>
      reconciliation.start({ account: world.account, actor: 'pat@example.com' }, { from, to });
    await expect(start('2026-11-31', '2026-12-01')).rejects.toMatchObject({ more: { field: 'from' } });
    await expect(start('2026-11-01', 'x')).rejects.toMatchObject({ more: { field: 'to' } });
    await expect(start('2026-11-02', '2026-11-01')).rejects.toMatchObject({ more: { field: 'to' } });
    await expect(start('2020-01-01', '2026-11-01')).rejects.toMatchObject({ more: { field: 'from' } });
    await reconciliation.stop();
  });

  test('each night has one run, at half past three where the company is, whichever process comes first', async () => {
    const world = await open('America/New_York');
    world.setClock('2026-11-25T12:00:00Z');
    const ids = await ordered(world, 2);
    remove(world, orderOf(world, ids[0] ?? ''));
    const processes = [world.reconciliation(), world.reconciliation(), world.reconciliation()];
    const sweep = async () => {
      await Promise.all(processes.map((each) => each.sweep()));
      await Promise.all(processes.map((each) => each.settled()));
    };
    // Just connected: the first night is the next one.
    await sweep();
    expect(await processes[0]?.list(world.account)).toEqual([]);
    world.setClock('2026-11-26T08:29:00Z');
    await sweep();
    expect(await processes[0]?.list(world.account)).toEqual([]);
    world.setClock('2026-11-26T09:16:00Z');
    await sweep();
    await sweep();
    const [run, ...more] = (await processes[0]?.list(world.account)) ?? [];
    expect(more).toEqual([]);
    expect(run).toMatchObject({
      requestedBy: null,
      state: 'finished',
      from: '2026-08-28',
      to: '2026-11-26',
      timeZone: 'America/New_York',
      counts: { missing: 1 },
    });
    // Nobody ran for three nights: made up for once.
    world.setClock('2026-11-29T20:00:00Z');
    await sweep();
    await sweep();
    expect(await processes[0]?.list(world.account)).toHaveLength(2);
    for (const each of processes) await each.stop();
  });
  test('with the orders flow off there is no night, and no run by hand', async () => {
    const world = await open();
    await world.accounts.saveSettings(world.account, { flowsOff: ['orders'], writeBack: true, propertiesReady: true });
    const reconciliation = world.reconciliation();
    await reconciliation.sweep();
    world.setClock('2026-11-26T09:00:00Z');
    await reconciliation.sweep();
    expect(await reconciliation.list(world.account)).toEqual([]);
    const start = reconciliation.start({ account: world.account, actor: 'pat@example.com' }, period);
    await expect(start).rejects.toMatchObject({ code: 'flow_off' });
    await reconciliation.stop();
  });
  test('runs of long ago go with their findings; an account that leaves takes everything along', async () => {
    const world = await open();
    world.sold.push(world.deal('6001'));
    await reconcile(world);
    const kept = async () => {
      const rows = await store.db
        .selectFrom('reconciliation_findings')
        .select('run')
        .where('account', '=', world.account)
        .execute();
      return rows.length;
    };
    expect(await kept()).toBe(1);
    const reconciliation = world.reconciliation();
    await reconciliation.sweep();
    world.setClock('2027-03-10T08:00:00Z');
    world.sold.splice(0);
    await reconciliation.sweep();
    await reconciliation.settled();
    expect(await kept()).toBe(0);
    expect(await reconciliation.list(world.account)).toHaveLength(1);
    world.sold.push(world.deal('6002'));
    await reconcile(world);
    expect(await kept()).toBe(1);
    await world.accounts.remove(world.account);
    expect(await kept()).toBe(0);
    expect(await reconciliation.list(world.account)).toEqual([]);
    await reconciliation.stop();
  });
});

const kinds = ['missing', 'double', 'different', 'not_converted', 'not_checked'];
const rank = (told: string) => kinds.indexOf(told.endsWith('erp_unreadable') ? 'not_checked' : 'not_converted');
const byKind = (left: string, right: string) => rank(left) - rank(right);

test('the next night is the account’s own minute after half past three, through both changes of clocks', () => {
  const account = 'hubspot:4242' as Parameters<typeof nextNight>[0];
  const at = (iso: string) => nextNight(account, 'Europe/Berlin', new Date(iso));
  const clock = (date: Date) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' }).format(date);
  for (const iso of ['2026-03-28T20:00:00Z', '2026-10-24T20:00:00Z', '2026-11-25T12:00:00Z']) {
    const next = at(iso);
    expect(clock(next) >= '03:30' && clock(next) < '04:15', clock(next)).toBe(true);
    expect(next.getTime() - Date.parse(iso)).toBeLessThan(86_400_000);
    // From its own start on, it is the night after.
    expect(at(next.toISOString()).getTime() - next.getTime()).toBeGreaterThan(82_000_000);
  }
});
