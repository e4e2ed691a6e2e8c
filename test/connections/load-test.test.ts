import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MARK, newReference } from '@backroom/backend/load/order';
import { accountIdSchema, erpCustomerIdSchema, erpProductIdSchema, money } from '@backroom/shared';
import { locales } from '@backroom/shared/messages/locale';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const account = accountIdSchema.parse('hubspot:4242');
let world: SecurityWorld;
let front: Server;
let cookie: string;
/** What stands between Backroom and the ERP. `lose`: answers of these creates get lost. `hold`: creates wait for it. */
const between = {
  lose: 0,
  hold: null as Promise<void> | null,
  without: null as string | null,
  seen: 0,
  onCreate: () => {},
};

beforeAll(async () => {
  world = await openSecurityWorld({ worker: false });
  front = createServer(async (request, response) => {
    const path = request.url ?? '';
    const body = await bodyOf(request);
    between.seen += 1;
    if (between.without && path.includes(between.without)) {
      response.writeHead(501, { 'content-type': 'application/problem+json' });
      return response.end(JSON.stringify({ kind: 'unsupported', words: 'Not in this ERP.', field: null }));
    }
    const isCreate = path.includes('orders/create');
    if (isCreate) {
      between.onCreate();
      await between.hold;
    }
    const answer = await fetch(`${world.erpUrl}${path}`, {
      method: request.method ?? 'POST',
      headers: { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' },
      ...(request.method === 'POST' ? { body } : {}),
    });
    if (isCreate && between.lose > 0) {
      between.lose -= 1;
      return response.destroy();
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    return response.end(await answer.text());
  }).listen(0, '127.0.0.1');
  await new Promise((done) => front.once('listening', done));
  cookie = await world.signIn();
});
afterAll(async () => {
  await world.close();
  front.closeAllConnections();
  front.close();
});
beforeEach(() => connect('yes'));
afterEach(() => {
  Object.assign(between, { lose: 0, hold: null, without: null, onCreate: () => {} });
});
async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
const connect = (isTest: 'yes' | 'no') =>
  world.backend.accounts.connect(account, {
    erp: 'bridge',
    name: 'Test ERP',
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    credentials: { key: 'demo-erp-key' },
    settings: { timeZone: 'Europe/Berlin', test: isTest },
  });
const page = async (path = '/load') => (await world.desk(path, cookie)).text();
const start = (form: Record<string, string> = {}) =>
  world.desk('/load', cookie, { connection: 'main', peak: '4', factor: '2', ...form });
async function work(): Promise<void> {
  await world.backend.load.draw();
  await world.backend.load.settled();
}
const newest = async () => {
  const [test] = await world.backend.load.list(account, 1);
  if (!test) throw new Error('no test');
  return { test, figures: await world.backend.load.figures(account, test.id) };
};
/** Every order of a load test that the ERP has, by its state: read from the ERP itself. */
async function atErp(): Promise<Record<string, number>> {
  const rows = await world.store.db
    .selectFrom('load_orders')
    .select('reference')
    .where('account', '=', account)
    .execute();
  const erp = await world.backend.services.erpFor(account);
  const references = rows.map(({ reference }) => reference as never);
  const found = await erp.orders?.findByReference({ references }, { signal: AbortSignal.timeout(10_000) });
  const counts: Record<string, number> = {};
  for (const { status } of found?.results.flat() ?? []) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

test('a production connection is refused in words, and nothing is sent', async () => {
  await connect('no');
  const before = between.seen;
  const answer = await start();
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('Test ERP is a production system. A load test runs against test systems only.');
  await work();
  expect(between.seen).toBe(before);
  expect(await page()).toContain('No ERP connection is marked as a test system.');
});

test('the peak comes from the CRM, wrong numbers keep what was entered', async () => {
  expect(await page('/load?read=crm')).toMatch(
    /Deals won in the last 90 days: \d+\+?\. On the busiest day \([^)]+\): \d+\./,
  );
  const wrong = await start({ peak: '4x', factor: '99' });
  expect(wrong.status).toBe(422);
  const text = await wrong.text();
  expect(text).toContain('value="4x"');
  expect(text.match(/aria-invalid="true"/g)).toHaveLength(2);
});

test('orders are sent, measured and taken back; the CRM learns nothing; the audit log has it', async () => {
  expect((await start()).status).toBe(303);
  expect(await page()).toContain('data-live="2000"');
  await work();
  const { test: done, figures } = await newest();
  expect(done).toMatchObject({ state: 'finished', ended: 'done', wanted: 8 });
  expect(figures.orders).toMatchObject({ cancelled: 8, created: 0, stays: 0, sending: 0 });
  const operations = figures.operations.map(({ operation }) => operation);
  for (const each of ['orders.create', 'orders.cancel', 'stock.availability', 'pricing.quote', 'credit.position'])
    expect(operations).toContain(each);
  const create = figures.operations.find(({ operation }) => operation === 'orders.create');
  expect(create).toMatchObject({ calls: 8, ok: 8 });
  expect(create && create.p50 <= create.p95 && create.p95 <= create.p99).toBe(true);
  expect(await atErp()).toEqual({ cancelled: 8 });
  const text = await page();
  expect(text).toMatch(/\d per minute\. Concurrent calls: \d+\./);
  expect(text).toContain('Orders sent: 8 of 8');
  expect(await page('/audit?event=load_test_started')).toContain('Test ERP: 8');
  expect(
    await world.store.db.selectFrom('submissions').select('id').where('kind', '=', 'order').execute(),
  ).toHaveLength(0);
});

test('an order whose answer got lost is found again and taken back', async () => {
  between.lose = 2;
  await start();
  await work();
  const { test: done, figures } = await newest();
  expect(done.state).toBe('finished');
  expect(figures.orders).toMatchObject({ cancelled: 8, sending: 0 });
  expect(Object.keys(await atErp())).toEqual(['cancelled']);
});

test('stopped by a person: what is under way ends, nothing more is sent, everything is taken back', async () => {
  let release = () => {};
  between.hold = new Promise<void>((done) => {
    release = done;
  });
  const arrived = new Promise<void>((done) => {
    between.onCreate = done;
  });
  await start({ peak: '40', factor: '10' });
  const working = work();
  await arrived;
  const { test: running } = await newest();
  await world.desk('/load/abort', cookie, { test: running.id });
  // As the worker does that hears of it.
  await world.backend.load.draw();
  between.hold = null;
  release();
  await working;
  const { test: done, figures } = await newest();
  expect(done).toMatchObject({ state: 'finished', ended: 'asked' });
  expect(figures.orders.cancelled).toBeGreaterThan(0);
  expect(figures.orders.cancelled).toBeLessThan(400);
  expect(figures.orders.created + figures.orders.sending).toBe(0);
  expect(await page('/audit?event=load_test_stopped')).toContain('Load test stopped');
});

test('a killed run is gone on with: what it may have sent is looked up before it counts as missing', async () => {
  await start();
  const { test: killed } = await newest();
  const erp = await world.backend.services.erpFor(account);
  const call = { signal: AbortSignal.timeout(10_000) };
  const [customer] = (await erp.customers?.list?.({ cursor: null }, call))?.customers ?? [];
  const [product] = (await erp.products?.list?.({ cursor: null }, call))?.products ?? [];
  const [inErp, nowhere] = [newReference(), newReference()];
  await erp.orders?.create(
    {
      reference: inErp,
      customerId: erpCustomerIdSchema.parse(customer?.id),
      currency: money('1', 'EUR').currency,
      requestedDate: null,
      note: null,
      lines: [
        {
          productId: erpProductIdSchema.parse(product?.id),
          quantity: '1' as never,
          unitPrice: money('1', 'EUR'),
          description: null,
        },
      ],
    },
    call,
  );
  // As a process leaves it that was killed with two creates under way, a minute ago.
  const { db } = world.store;
  const test = killed.id;
  const now = new Date();
  await db
    .insertInto('load_orders')
    .values(
      [inErp, nowhere].map((reference, index) => ({
        account,
        test,
        nth: index + 1,
        reference,
        state: 'sending',
        erp_id: null,
        erp_number: null,
        words: null,
        sent_at: now,
      })),
    )
    .execute();
  const change = (values: { state?: string; started_at?: Date; claim?: string; lease_until?: Date; due_at?: Date }) =>
    db.updateTable('load_tests').set(values).where('account', '=', account).where('id', '=', test).execute();
  const minute = 60_000;
  const claim = '00000000-0000-4000-8000-000000000001';
  await change({ state: 'running', started_at: now, claim, lease_until: new Date(now.getTime() + 10 * minute) });
  await work();
  // The dead process's claim still stands.
  expect((await newest()).figures.orders.sending).toBe(2);
  await change({ lease_until: new Date(now.getTime() - minute) });
  await work();
  const waiting = await newest();
  expect(waiting.test.state).toBe('cleaning');
  expect(waiting.figures.orders).toMatchObject({ cancelled: 7, sending: 1 });
  // "Not found" counts when the ERP can no longer commit what was sent.
  await db
    .updateTable('load_orders')
    .set({ sent_at: new Date(now.getTime() - 60 * minute) })
    .where('account', '=', account)
    .where('reference', '=', nowhere)
    .execute();
  await change({ due_at: now });
  await work();
  const { test: done, figures } = await newest();
  expect(done.state).toBe('finished');
  expect(figures.orders).toMatchObject({ cancelled: 7, absent: 1, sending: 0 });
});

test('an ERP that cannot cancel keeps its orders, and the page names them', async () => {
  between.without = 'orders/cancel';
  await start({ peak: '2', factor: '1' });
  await work();
  const { figures } = await newest();
  expect(figures.orders.stays).toBe(2);
  const text = await page();
  expect(text).toContain('Orders that stay in the ERP');
  expect(text.match(new RegExp(`${MARK}[A-Z2-7]{12}`, 'g'))).toHaveLength(2);
});

test('marked as production meanwhile: nothing is sent', async () => {
  await start();
  await connect('no');
  await work();
  const { test: done, figures } = await newest();
  expect(done).toMatchObject({ state: 'finished', ended: 'production' });
  expect(Object.values(figures.orders).every((count) => count === 0)).toBe(true);
});

test('the pages exist in every language, and only for admins', async () => {
  const { test: last } = await newest();
  for (const locale of locales) {
    const changed = await world.desk('/view', cookie, { locale });
    cookie = world.cookieOf(changed) || cookie;
    for (const path of ['/load', `/load/${last.id}`]) {
      const text = await page(path);
      expect([path, locale, text.includes(`<html lang="${locale}">`)]).toEqual([path, locale, true]);
      expect([path, locale, /undefined|\{\w+\}/.test(text)]).toEqual([path, locale, false]);
    }
  }
  expect((await world.desk('/load/00000000-0000-4000-8000-000000000000', cookie)).status).toBe(404);
});
