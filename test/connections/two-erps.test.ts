import { startDemoErp } from '@backroom/demo-erp/start';
import type { PanelsAnswer, Reference, Submission } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, line, openApp } from '../support/app.ts';

type Erp = Awaited<ReturnType<typeof startDemoErp>>;
const SECOND = 'second';
let app: App;
let second: Erp;
beforeAll(async () => {
  app = await openApp();
  second = await startDemoErp({ dataDir: ':memory:', port: 0, key: 'second-erp' });
  const { accounts } = app.backend;
  const connection = {
    erp: 'bridge',
    name: 'Second ERP',
    url: second.url,
    credentials: { key: second.key },
    settings: { timeZone: 'Europe/Berlin' },
  };
  await accounts.connect(app.account, connection, SECOND);
  await route(['second-pipeline']);
  await app.backend.startWorker();
});
afterAll(async () => {
  await app.close();
  await second.close();
});

const route = (values: string[]) => app.backend.accounts.setRule(app.account, SECOND, { by: 'pipeline', values });
const toSecond = { pipeline: 'second-pipeline' };
const adapterOf = (connection: string) => app.backend.services.erpFor(app.account, connection);
const call = () => ({ signal: AbortSignal.timeout(10_000) });
async function ordersAt(connection: string, reference: Reference): Promise<string[]> {
  const found = await (await adapterOf(connection)).orders?.findByReference({ references: [reference] }, call());
  return (found?.results ?? []).flat().flatMap((order) => (order ? [order.number] : []));
}
const panels = (deal: string, only = 'overview') =>
  app.good<PanelsAnswer>(`/v1/records/deal/${deal}/panels?only=${only}`);
/** Ties the company of that name to the customer of that number at one of the ERPs, as a card does. */
async function link(deal: string, number: string): Promise<void> {
  const body = { action: 'link', customerId: `cust-${number.slice(2)}` };
  await app.good(`/v1/records/deal/${deal}/link`, { method: 'POST', body });
}
async function converted(deal: string): Promise<Submission> {
  const answer = await app.convert(deal);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return app.inErp(answer.data.id);
}

test('a record shows the ERP that the rule names, the default one otherwise, and says which', async () => {
  app.deal('to-first', 'C-1003', [line('VLV-003', '4', '40')]);
  app.deal('to-second', 'C-1003', [line('VLV-003', '4', '40')], toSecond);
  expect((await panels('to-first')).connection).toMatchObject({ name: 'Demo ERP', oneOfSeveral: true });
  expect((await panels('to-second')).connection).toMatchObject({ name: 'Second ERP', oneOfSeveral: true });
});

test('a link and its figures are of one ERP', async () => {
  await link('to-first', 'C-1003');
  const unlinked = (await panels('to-second', 'customer,credit')).panels;
  expect(unlinked.customer).toMatchObject({ state: 'ready', data: { state: 'none' } });
  expect(unlinked.credit).toMatchObject({ state: 'problem', problem: { code: 'customer_not_linked' } });
  await link('to-second', 'C-1001');
  const numberOf = async (deal: string) => {
    const { customer } = (await panels(deal, 'customer')).panels;
    return customer?.state === 'ready' && customer.data.state === 'linked' ? customer.data.customer.number : null;
  };
  expect([await numberOf('to-first'), await numberOf('to-second')]).toEqual(['C-1003', 'C-1001']);
});

test('each order goes to the ERP of its record, and only there', async () => {
  const [one, other] = [await converted('to-first'), await converted('to-second')];
  expect(await ordersAt('main', one.reference)).toEqual([one.erpNumber]);
  expect(await ordersAt(SECOND, one.reference)).toEqual([]);
  expect(await ordersAt('main', other.reference)).toEqual([]);
  expect(await ordersAt(SECOND, other.reference)).toEqual([other.erpNumber]);
  // The demo ERPs count from the same number: each deal finds its own order.
  for (const [deal, { reference }] of [
    ['to-first', one],
    ['to-second', other],
  ] as const) {
    const { orders } = (await panels(deal, 'orders')).panels;
    expect(orders).toMatchObject({ state: 'ready', data: { converted: { reference } } });
  }
});

test('a changed rule moves no order that exists; what is sold anew goes by the new rule', async () => {
  await route(['another-pipeline']);
  expect((await panels('to-second')).connection.name).toBe('Second ERP');
  app.deal('later', 'C-1003', [line('VLV-003', '2', '40')], toSecond);
  const order = await converted('later');
  expect(await ordersAt('main', order.reference)).toEqual([order.erpNumber]);
  await route(['second-pipeline']);
  expect((await panels('later')).connection.name).toBe('Demo ERP');
  const { preview } = app;
  expect((await preview('later')).checks.map(({ code }) => code)).toContain('already_converted');
});

test('an ERP that is down holds up its own orders and nobody else’s', async () => {
  app.deal('held', 'C-1003', [line('VLV-003', '1', '40')], toSecond);
  app.deal('free', 'C-1003', [line('VLV-003', '1', '40')]);
  const held = await app.preview('held');
  await fetch(`${second.url}/switches`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outage: true }),
  });
  const accepted = [...held.checks.map(({ code }) => code), 'erp_unavailable', 'figures_stale', 'figure_missing'];
  const waits = await app.ask<Submission>('/v1/orders', {
    method: 'POST',
    body: {
      dealId: 'held',
      revision: held.revision,
      acceptedWarnings: [...new Set(accepted)],
      idempotencyKey: crypto.randomUUID(),
    },
  });
  expect(waits.ok).toBe(true);
  expect((await converted('free')).state).toBe('confirmed');
  if (!waits.ok) return;
  const read = () => app.good<Submission>(`/v1/submissions/${waits.data.id}`);
  await expect.poll(async () => (await read()).state).toBe('waiting');
  await fetch(`${second.url}/switches`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outage: false }),
  });
  const done = await app.inErp(waits.data.id);
  expect(await ordersAt(SECOND, done.reference)).toEqual([done.erpNumber]);
});

test('a company is created as a customer once at each ERP', async () => {
  const references: Reference[] = [];
  for (const [deal, more] of [
    ['new-first', {}],
    ['new-second', toSecond],
  ] as const) {
    app.deal(deal, 'brand-new', [line('VLV-003', '1', '40')], more);
    const body = { action: 'create', idempotencyKey: crypto.randomUUID() };
    await app.good(`/v1/records/deal/${deal}/link`, { method: 'POST', body });
    await expect
      .poll(async () => (await panels(deal, 'customer')).panels.customer, { timeout: 15_000 })
      .toMatchObject({ state: 'ready', data: { state: 'linked' } });
    const path = '/v1/records/company/brand-new/submissions';
    const { submissions } = await app.good<{ submissions: Submission[] }>(path);
    references.push(...submissions.map(({ reference }) => reference));
  }
  const [one, other] = new Set(references);
  if (!one || !other) throw new Error('two customers were to be created');
  const createdAt = async (connection: string, reference: Reference) =>
    (await (await adapterOf(connection)).customers?.findByReference?.({ references: [reference] }, call()))?.results[0]
      ?.name;
  const both = [await createdAt('main', one), await createdAt(SECOND, one), await createdAt(SECOND, other)];
  expect(both.map((name) => name ?? null)).toEqual(['Company brand-new', null, 'Company brand-new']);
});
