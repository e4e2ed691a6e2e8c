import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { listedCompany, listedCustomer, openScanWorld, type ScanWorld, scanned } from '../../test/scan-world.ts';
import { CrmError } from '../crm/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import type { Store } from '../store/open.ts';
import type { Scans } from './index.ts';
import { isAloneList, type ListName } from './views.ts';

describe.each(databases)('duplicate scan on $name', ({ start }) => {
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
  const worlds: ScanWorld[] = [];
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.accounts.remove(world.account);
  });
  async function open(): Promise<ScanWorld> {
    const world = await openScanWorld(store.db);
    worlds.push(world);
    return world;
  }
  const all = { search: '', after: null, limit: 1000 };
  async function listed(world: ScanWorld, scans: Scans, id: string, list: ListName): Promise<string[]> {
    if (isAloneList(list)) return (await scans.alone(world.account, id, { list, ...all })).map((each) => each.id);
    const pairs = await scans.pairs(world.account, id, { list, ...all });
    return pairs.map(({ leftId, rightId }) => `${leftId} ${rightId}`);
  }

  test('each kind of pair is found, and nothing else', async () => {
    const world = await open();
    const berlin = { city: 'Berlin', postalCode: '10115', country: 'Germany' };
    world.companies.push(
      listedCompany('c1', 'Kessler Anlagenbau AG', { vatId: 'DE811071271', ...berlin }),
      listedCompany('c2', 'Nordwind GmbH', { erpNumber: 'K-2' }),
      listedCompany('c3', 'Bäckerei Möller GmbH', { city: 'Kiel' }),
      listedCompany('c4', 'Sonnental Logistik', { domain: 'sonnental.example', city: 'Ulm' }),
      listedCompany('c5', 'Prospekt Consulting', { city: 'Bonn' }),
      listedCompany('c6', 'Zwilling Maschinen GmbH', { vatId: 'DE136695976', city: 'Hof' }),
      listedCompany('c7', 'Zwilling Maschinen', { vatId: 'DE136695976', city: 'Hof' }),
    );
    world.customers.push(
      listedCustomer('K-1', 'Kessler Anlagenbau Aktiengesellschaft', {
        vatId: 'DE 811 071 271',
        ...berlin,
        country: 'DE',
      }),
      listedCustomer('K-2', 'Nordwind Gesellschaft mbH'),
      listedCustomer('K-3', 'Baeckerei Moeller GmbH', { city: 'Kiel' }),
      listedCustomer('K-4', 'Sonnental Spedition', { emails: ['info@sonnental.example'], city: 'Ulm' }),
      listedCustomer('K-5', 'Niemand & Söhne', { city: 'Trier' }),
      listedCustomer('K-6', 'Zwilling Maschinen GmbH', { vatId: 'DE136695976', city: 'Hof' }),
    );
    const scans = world.scans();
    const scan = await scanned(world, scans);
    expect(world.errors).toEqual([]);
    expect(scan).toMatchObject({ state: 'finished', crmRead: 7, erpRead: 6 });
    expect(await listed(world, scans, scan.id, 'certain')).toEqual(['c1 K-1', 'c2 K-2']);
    expect(await listed(world, scans, scan.id, 'likely')).toEqual(['c3 K-3', 'c4 K-4']);
    expect(await listed(world, scans, scan.id, 'ambiguous')).toEqual(['c6 K-6', 'c7 K-6']);
    expect(await listed(world, scans, scan.id, 'crm_double')).toEqual(['c6 c7']);
    expect(await listed(world, scans, scan.id, 'erp_double')).toEqual([]);
    expect(await listed(world, scans, scan.id, 'crm_only')).toEqual(['c5']);
    expect(await listed(world, scans, scan.id, 'erp_only')).toEqual(['K-5']);
    await scans.stop();
  });

  /** Companies and customers that are the same by number, as many as asked for. */
  function fill(world: ScanWorld, count: number): void {
    for (let nth = 0; nth < count; nth += 1) {
      const id = String(1000 + nth);
      world.companies.push(listedCompany(`c${id}`, `Firma ${id}x GmbH`, { erpNumber: `K-${id}` }));
      world.customers.push(listedCustomer(`K-${id}`, `Firma ${id}x GmbH`));
    }
  }
  test('a process that dies half-way is gone on from: nothing is read twice, and the end is the same', async () => {
    const world = await open();
    fill(world, 400);
    const [dying, next] = [world.scans(), world.scans()];
    let id = '';
    // After the fifth page of the CRM the process is gone, with its claim.
    const die = () => {
      if (world.crm.asked.length < 5) return void world.atNextRest(die);
      return new Promise<void>(() => {});
    };
    world.atNextRest(die);
    id = await dying.start(world.who);
    void dying.draw();
    await expect.poll(() => world.crm.asked.length, { timeout: 10_000 }).toBe(5);
    await expect
      .poll(async () => (await next.scan(world.account, id)).crmRead, { timeout: 10_000 })
      .toBeGreaterThanOrEqual(200);
    await store.db
      .updateTable('scans')
      .set({ claim: null, lease_until: null })
      .where('account', '=', world.account)
      .execute();
    const before = await next.scan(world.account, id);
    await next.draw();
    await next.settled();
    const after = await next.scan(world.account, id);
    expect(after).toMatchObject({ state: 'finished', crmRead: 400, erpRead: 400 });
    // The page that was under way at most.
    expect(world.crm.asked.length).toBeLessThanOrEqual(400 / world.crm.pageSize + 1);
    expect(new Set(world.crm.asked).size).toBe(400 / world.crm.pageSize);
    expect(before.crmRead).toBeLessThan(400);
    expect((await next.counts(world.account, id)).certain).toBe(400);
    expect(world.errors).toEqual([]);
    await next.stop();
  });

  test('paused, it rests after the step under way and goes on from there; a second start is the same scan', async () => {
    const world = await open();
    fill(world, 200);
    const scans = world.scans();
    const id = await scans.start(world.who);
    world.atNextRest(() => scans.pause(world.account, id));
    await scans.draw();
    await scans.settled();
    const paused = await scans.scan(world.account, id);
    expect(paused).toMatchObject({ state: 'paused', phase: 'crm' });
    expect(await scans.start(world.who)).toBe(id);
    await scans.draw();
    expect((await scans.scan(world.account, id)).state).toBe('paused');
    const asked = world.crm.asked.length;
    await scans.resume(world.account, id);
    await scans.draw();
    await scans.settled();
    expect(await scans.scan(world.account, id)).toMatchObject({ state: 'finished', crmRead: 200 });
    expect(world.crm.asked.length).toBeLessThanOrEqual(asked + 4);
    await scans.stop();
  });

  test('an ERP that is down or a quota that is spent makes it wait; one that refuses stops it, in its own words', async () => {
    const world = await open();
    fill(world, 20);
    const scans = world.scans();
    const busy = () => new CrmError('busy', 'spent', { words: 'The day’s calls are spent.', retryAfterMs: 300_000 });
    world.crm.errors.push(...Array.from({ length: 5 }, busy));
    const id = await scans.start(world.who);
    await scans.draw();
    await scans.settled();
    const waiting = await scans.scan(world.account, id);
    expect(waiting.state).toBe('running');
    expect(waiting.problem).not.toBeNull();
    expect(Date.parse(waiting.dueAt) - Date.now()).toBeGreaterThan(200_000);
    world.erp.errors.push(new ErpError('unauthorised', 'no', { words: 'This user may not read customers.' }));
    await store.db
      .updateTable('scans')
      .set({ due_at: new Date(0) })
      .where('account', '=', world.account)
      .execute();
    await scans.draw();
    await scans.settled();
    const failed = await scans.scan(world.account, id);
    expect([failed.state, failed.problem?.detail]).toEqual(['failed', 'This user may not read customers.']);
    await scans.resume(world.account, id);
    await scans.draw();
    await scans.settled();
    expect((await scans.scan(world.account, id)).state).toBe('finished');
    await scans.stop();
  });

  test('all certain pairs are linked; what is linked by then is refused and named, and each link can be undone', async () => {
    const world = await open();
    fill(world, 120);
    const scans = world.scans();
    const { id } = await scanned(world, scans);
    // Meanwhile, from a card: another customer for one, and the customer of another taken.
    const [other, taken] = world.customers;
    if (!other || !taken) throw new Error('no customers');
    world.customers.push(listedCustomer('K-9999', 'Ganz anders AG'));
    await world.links.put(world.account, { type: 'company', id: 'c9999' }, taken, 'kim@example.com', world.now());
    world.erp.gone.add('K-1002');
    expect(await scans.linkCertain(world.who, id)).toBe(120);
    await world.links.put(world.account, { type: 'company', id: 'c1000' }, taken, 'kim@example.com', world.now());
    await scans.draw();
    await scans.settled();
    const done = await scans.scan(world.account, id);
    expect(done.report?.counts).toEqual({ done: 117, company_linked: 1, customer_linked: 1, customer_gone: 1 });
    expect((await world.links.get(world.account, { type: 'company', id: 'c1050' }))?.customer.id).toBe('K-1050');
    const ref = { leftSide: 'crm', leftId: 'c1001', rightSide: 'erp', rightId: 'K-1001' } as const;
    const [refused] = await scans.pairsNamed(world.account, id, [ref]);
    expect(refused?.decision).toMatchObject({ outcome: 'customer_linked', by: 'pat@example.com' });
    const linked = { ...ref, leftId: 'c1050', rightId: 'K-1050' };
    await scans.undo(world.who, id, linked);
    expect(await world.links.get(world.account, { type: 'company', id: 'c1050' })).toBeNull();
    expect(await listed(world, scans, id, 'certain')).toContain('c1050 K-1050');
    const audit = await world.audit.list(world.account, 10);
    expect(audit.map(({ event }) => event)).toEqual(['duplicate_decided', 'duplicate_decided']);
    await scans.stop();
  });

  test('what was declared not the same is not asked again by the next scan', async () => {
    const world = await open();
    world.companies.push(listedCompany('c1', 'Sonnental Logistik', { domain: 'sonnental.example' }));
    world.customers.push(listedCustomer('K-1', 'Sonnental Spedition', { emails: ['a@sonnental.example'] }));
    const scans = world.scans();
    const first = await scanned(world, scans);
    expect(await listed(world, scans, first.id, 'likely')).toEqual(['c1 K-1']);
    await scans.decideOne(
      world.who,
      first.id,
      { leftSide: 'crm', leftId: 'c1', rightSide: 'erp', rightId: 'K-1' },
      'not_same',
    );
    const second = await scanned(world, scans);
    expect(second.id).not.toBe(first.id);
    expect(await listed(world, scans, second.id, 'likely')).toEqual([]);
    expect(await listed(world, scans, second.id, 'crm_only')).toEqual(['c1']);
    await scans.stop();
  });

  test('a file is taken as a whole or not at all, and each wrong row is named', async () => {
    const world = await open();
    fill(world, 5);
    const scans = world.scans();
    const scan = await scanned(world, scans);
    const key = (id: string) => `crm~c${id}~erp~K-${id}`;
    const file = (...rows: string[]) => ['pair;decision', ...rows].join('\r\n');
    await world.links.put(
      world.account,
      { type: 'company', id: 'c1004' },
      listedCustomer('K-1', 'Andere'),
      'kim@example.com',
      world.now(),
    );
    const wrong = await scans.decideFile(
      world.who,
      scan,
      file(
        `${key('1000')};link`,
        `${key('1001')};merge`,
        'nonsense;link',
        `${key('1000')};later`,
        `${key('1004')};link`,
        `${key('1003')};`,
      ),
    );
    expect(wrong).toEqual({
      errors: [
        { row: 3, code: 'bad_decision' },
        { row: 4, code: 'bad_pair' },
        { row: 5, code: 'twice' },
        { row: 6, code: 'company_linked', other: 'K-1 Andere' },
      ],
    });
    expect((await scans.counts(world.account, scan.id)).decided).toBe(0);
    expect(await scans.decideFile(world.who, scan, file(`${key('1000')};link`, `${key('1001')};not_same`))).toEqual({
      kept: 2,
    });
    await scans.draw();
    await scans.settled();
    expect((await world.links.get(world.account, { type: 'company', id: 'c1000' }))?.customer.id).toBe('K-1000');
    expect((await scans.counts(world.account, scan.id)).decided).toBe(2);
    await scans.stop();
  });
});
