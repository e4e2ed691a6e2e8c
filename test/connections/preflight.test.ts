import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CheckId } from '@backroom/backend/preflight/outcome';
import { accountIdSchema } from '@backroom/shared';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { won } from '../../extension/playground/server/hubspot/won.ts';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const account = accountIdSchema.parse('hubspot:4242');
let world: SecurityWorld;
let front: Server;
/** What stands between Backroom and the ERP: it may refuse paths, and has a clock of its own. */
const between = { refuse: null as RegExp | null, date: null as string | null };
beforeAll(async () => {
  world = await openSecurityWorld({ crmCalls: 10_000 });
  front = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const headers: Record<string, string> = between.date === null ? {} : { date: between.date };
    if (between.refuse?.test(request.url ?? '')) {
      response.writeHead(403, { ...headers, 'content-type': 'application/json' });
      return response.end(JSON.stringify({ error: { kind: 'unauthorised', message: 'no right' } }));
    }
    const answer = await fetch(`${world.erpUrl}${request.url}`, {
      method: request.method ?? 'POST',
      headers: { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' },
      ...(request.method === 'POST' ? { body } : {}),
    }).catch(() => null);
    response.sendDate = true;
    response.writeHead(answer?.status ?? 503, { ...headers, 'content-type': 'application/json' });
    return response.end(answer ? await answer.text() : '');
  }).listen(0, '127.0.0.1');
  await new Promise((done) => front.once('listening', done));
  await connect();
});
afterAll(async () => {
  await world.close();
  front.closeAllConnections();
  front.close();
});
afterEach(async () => {
  Object.assign(between, { refuse: null, date: null });
  await connect();
  await switches({ outage: false, referenceLength: null });
});
async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
const url = () => `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
async function connect(more: { key?: string; test?: string; url?: string } = {}): Promise<void> {
  await world.backend.accounts.connect(account, {
    erp: 'bridge',
    name: 'ERP',
    url: more.url ?? url(),
    credentials: { key: more.key ?? 'demo-erp-key' },
    settings: { timeZone: 'Europe/Berlin', test: more.test ?? 'yes' },
  });
}
async function states(...only: CheckId[]): Promise<Record<string, { state: string; codes: string[] }>> {
  const outcomes = await world.backend.preflight.run(account, ...(only.length > 0 ? [only] : []));
  return Object.fromEntries(
    outcomes.map(({ id, state, evidence }) => [id, { state, codes: evidence.map(({ code }) => code) }]),
  );
}
const switches = (value: object) =>
  fetch(`${world.erpUrl}/switches`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
const settings = async (change: object) => {
  const known = await world.backend.accounts.get(account);
  if (known) await world.backend.accounts.saveSettings(account, { ...known.settings, ...change });
};

test('the connection fails while the ERP is down or refuses the key, and passes again', async () => {
  expect((await states('connection')).connection?.state).toBe('pass');
  await connect({ key: 'revoked' });
  expect((await states('connection')).connection).toEqual({ state: 'fail', codes: ['unauthorised'] });
  await connect();
  expect((await states('connection')).connection?.state).toBe('pass');
  await switches({ outage: true });
  expect((await states('connection')).connection).toEqual({ state: 'fail', codes: ['silent'] });
});

test('a right that the API user lacks is named by its flow', async () => {
  expect((await states('rights')).rights).toMatchObject({ state: 'pass' });
  between.refuse = /invoices\/list/;
  const refused = await world.backend.preflight.run(account, ['rights']);
  const rights = refused.find(({ id }) => id === 'rights');
  expect(rights?.state).toBe('fail');
  expect(rights?.evidence[0]).toEqual({ code: 'refused', values: { flows: 'invoices' } });
});

test('flows: none fails, all seven is a warning, four pass', async () => {
  await settings({ flowsOff: ['customers', 'orders', 'stock', 'invoices', 'pricing', 'returns', 'credit'] });
  expect((await states('flows')).flows).toEqual({ state: 'fail', codes: ['none'] });
  await settings({ flowsOff: [] });
  expect((await states('flows')).flows?.state).toBe('warn');
  await settings({ flowsOff: ['returns', 'credit', 'invoices'] });
  expect((await states('flows')).flows).toEqual({ state: 'pass', codes: ['on'] });
  await settings({ flowsOff: [] });
});

test('clocks that are a minute apart fail', async () => {
  expect((await states('clock')).clock).toEqual({ state: 'pass', codes: ['near'] });
  between.date = new Date(Date.now() - 5 * 60_000).toUTCString();
  expect((await states('clock')).clock).toEqual({ state: 'fail', codes: ['off'] });
});

test('plain http fails for a production system', async () => {
  expect((await states('architecture')).architecture?.state).toBe('warn');
  await connect({ test: 'no' });
  expect((await states('architecture')).architecture).toEqual({ state: 'fail', codes: ['bridge', 'plain'] });
  await connect({ test: 'no', url: 'https://erp.example.com' });
  expect((await states('architecture')).architecture).toEqual({ state: 'pass', codes: ['bridge'] });
});

test('masters: one writer of each field passes; a second one fails, and so does a value that would go round', async () => {
  const map = async (toErp: string[], toCrm: [crm: string, erp: string][]) => {
    const before = await world.backend.accounts.connection(account);
    if (!before) throw new Error('no connection');
    const mapping = {
      ...before.options.mapping,
      toErp: toErp.map((crm) => ({ record: 'order' as const, crm, erp: 'note', values: {} })),
      toCrm: toCrm.map(([crm, erp]) => ({ record: 'order' as const, crm, erp })),
    };
    const who = { version: before.version, by: 'pat@example.com', at: new Date() };
    await world.backend.accounts.changeConnection(account, before.id, { options: { ...before.options, mapping } }, who);
    return (await states('masters')).masters;
  };
  expect(await map([], [])).toEqual({ state: 'pass', codes: ['decided'] });
  expect(await map([], [['backroom_order_status', 'status']])).toEqual({ state: 'fail', codes: ['decided', 'twice'] });
  expect(await map(['region'], [['region', 'area']])).toEqual({ state: 'fail', codes: ['decided', 'round'] });
  expect(await map(['region'], [['region', 'note']])).toEqual({ state: 'pass', codes: ['decided'] });
  expect(await map([], [])).toEqual({ state: 'pass', codes: ['decided'] });
  await settings({ writeBack: false });
  expect((await states('masters')).masters).toEqual({ state: 'warn', codes: ['decided', 'nothing_written'] });
  await settings({ writeBack: true });
});

test('maintenance: keys that ended fail, others pass or warn as the version does', async () => {
  const ending = async (credentialsEnd: string | null) => {
    const before = await world.backend.accounts.connection(account);
    if (!before) throw new Error('no connection');
    const who = { version: before.version, by: 'pat@example.com', at: new Date() };
    await world.backend.accounts.changeConnection(account, before.id, { credentialsEnd }, who);
    return (await states('maintenance')).maintenance?.state;
  };
  const usual = await ending('2099-01-01');
  expect(['pass', 'warn']).toContain(usual);
  expect(await ending('2020-01-01')).toBe('fail');
  expect(await ending('2099-01-01')).toBe(usual);
  await ending(null);
});

test('events: deals were sold and the CRM told nothing, then it tells', async () => {
  const installed = (days: number) =>
    world.store.db
      .updateTable('accounts')
      .set({ since: new Date(Date.now() - days * 86_400_000) })
      .where('id', '=', account)
      .execute();
  await installed(10);
  world.crm.put('deals', '5001', won(new Date()));
  expect((await states('webhooks')).webhooks).toEqual({ state: 'fail', codes: ['missed'] });
  const { lines } = (await (await fetch(`${world.pageUrl}/__crm/records/deal/5001`)).json()) as { lines: object[] };
  const changed = await fetch(`${world.pageUrl}/__crm/deals/5001/lines`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lines }),
  });
  expect(changed.status).toBe(200);
  await expect
    .poll(async () => (await states('webhooks')).webhooks, { timeout: 20_000 })
    .toEqual({ state: 'pass', codes: ['told'] });
});

test('volumes: the busiest day against the calls that the CRM allows', async () => {
  world.crm.put('deals', '5001', won(new Date()));
  expect((await states('volumes')).volumes).toEqual({ state: 'pass', codes: ['counted', 'of_window'] });
  const { account: org } = await world.store.db
    .selectFrom('salesforce_orgs')
    .select('account')
    .executeTakeFirstOrThrow();
  const inOrg = async () => {
    const [found] = await world.backend.preflight.run(accountIdSchema.parse(org), ['volumes']);
    return { state: found?.state, codes: found?.evidence.map(({ code }) => code) };
  };
  expect(await inOrg()).toEqual({ state: 'pass', codes: ['counted', 'of_day'] });
  const { max } = world.orgCalls;
  world.orgCalls.max = world.orgCalls.used + 45;
  expect(await inOrg()).toEqual({ state: 'fail', codes: ['counted', 'of_day'] });
  world.orgCalls.max = max;
  expect(await inOrg()).toEqual({ state: 'pass', codes: ['counted', 'of_day'] });
});

test('the CRM’s fields', async () => {
  expect((await states('write_back')).write_back?.state).toBe('pass');
  await settings({ propertiesReady: false });
  expect((await states('write_back')).write_back).toEqual({ state: 'fail', codes: ['missing'] });
  await settings({ propertiesReady: true });
});

test('the pilot order: none, then one that the ERP has, then one that it lost', async () => {
  expect((await states('pilot')).pilot).toEqual({ state: 'fail', codes: ['none'] });
  const preview = () => world.ask('/v1/records/deal/5001/preview', { method: 'POST', body: {} });
  // The stand-in allows a hundred calls in ten seconds, as HubSpot does.
  await expect.poll(async () => (await preview()).data, { timeout: 20_000, interval: 1000 }).toBeDefined();
  const { data } = await preview();
  const { revision, checks } = data as { revision: string; checks: { code: string }[] };
  const body = {
    dealId: '5001',
    revision,
    acceptedWarnings: checks.map(({ code }) => code),
    idempotencyKey: crypto.randomUUID(),
  };
  const { id } = (await world.ask('/v1/orders', { method: 'POST', body })).data as { id: string };
  const read = async () => ((await world.ask(`/v1/submissions/${id}`)).data as { state: string }).state;
  await expect.poll(read, { timeout: 20_000 }).toBe('confirmed');
  expect((await states('pilot')).pilot).toEqual({ state: 'pass', codes: ['found', 'on_test'] });
  await world.store.db.updateTable('submissions').set({ reference: 'BR-LOSTLOSTLOST' }).where('id', '=', id).execute();
  expect((await states('pilot')).pilot).toEqual({ state: 'fail', codes: ['gone'] });
});

test('errors: an ERP that cuts our reference is found out at its first order, and a connection entered anew passes', async () => {
  expect((await states('errors')).errors?.state).toBe('pass');
  await switches({ referenceLength: 12 });
  const { data } = await world.ask('/v1/records/deal/5011/preview', { method: 'POST', body: {} });
  const { revision, checks } = data as { revision: string; checks: { code: string }[] };
  const acceptedWarnings = checks.map(({ code }) => code);
  const body = { dealId: '5011', revision, acceptedWarnings, idempotencyKey: crypto.randomUUID() };
  expect((await world.ask('/v1/orders', { method: 'POST', body })).code).toBeUndefined();
  await expect.poll(async () => (await states('errors')).errors?.codes[0], { timeout: 20_000 }).toBe('unfit');
  expect((await states('errors', 'connection')).errors?.state).toBe('fail');
});

test('matching and products are measured on what was sold, and follow the data', async () => {
  // The feed writes the customer numbers of linked companies into the CRM: here the test does.
  await world.store.db.deleteFrom('connection_links').where('account', '=', account).execute();
  world.crm.put('deals', '5001', won(new Date()));
  const companies = world.crm.all('companies').map(({ id }) => id);
  const number = (value: string) => {
    for (const id of companies) world.crm.put('companies', id, { backroom_erp_customer_number: value });
  };
  // The stand-in allows a hundred calls in ten seconds, as HubSpot does: a sample that it did not give says so, and is asked for again.
  const becomes = (check: CheckId, state: string, ...codes: string[]) =>
    expect
      .poll(async () => (await states(check))[check], { timeout: 40_000, interval: 3000 })
      .toEqual({ state, codes });
  number('');
  await becomes('matching', 'fail', 'coverage');
  number('C-1003');
  await becomes('matching', 'pass', 'coverage', 'matched');
  number('C-NOBODY');
  await becomes('matching', 'fail', 'coverage', 'matched');
  const lines = world.crm.all('line_items').map(({ id }) => id);
  for (const id of lines) world.crm.put('line_items', id, { hs_sku: 'VLV-003' });
  await becomes('products', 'pass', 'resolved');
  for (const id of lines) world.crm.put('line_items', id, { hs_sku: 'NO-SUCH-CODE' });
  await becomes('products', 'fail', 'resolved', 'unknown_codes');
}, 120_000);

test('monitoring: nobody is alerted, then somebody whom no test message has reached, then all of them', async () => {
  const { alerts } = world.backend;
  expect(await states('monitoring')).toEqual({ monitoring: { state: 'fail', codes: ['none'] } });
  const receiver = createServer((_, response) => void response.writeHead(204).end()).listen(0, '127.0.0.1');
  await new Promise((done) => receiver.once('listening', done));
  const webhook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/alerts`;
  await alerts.settings.change(account, (before) => ({ ...before, webhook }));
  await alerts.renewSecret(account);
  expect(await states('monitoring')).toEqual({ monitoring: { state: 'warn', codes: ['untested'] } });
  await alerts.sendTest(account, 'webhook');
  expect(await states('monitoring')).toEqual({ monitoring: { state: 'pass', codes: ['tested'] } });
  receiver.close();
});

test('what cannot be answered yet says so', async () => {
  expect((await states('duplicates')).duplicates).toMatchObject({ state: 'warn' });
});

test('the page of versions shows what answers now, and answers that did not fit', async () => {
  const cookie = await world.signIn();
  const page = async () => (await world.desk('/versions', cookie)).text();
  const before = await page();
  expect(before).toContain('HubSpot API');
  expect(before).toContain('2026-03');
  expect(before).toContain('None in the last seven days.');
  const at = new Date();
  const call = {
    account,
    system: 'erp',
    connection: 'main',
    method: 'POST',
    path: '/v1/x',
    status: 200,
    ms: 5,
    reference: null,
  };
  await world.store.db
    .insertInto('call_log')
    .values({ ...call, at, operation: 'pricing.quote', outcome: 'drift' })
    .execute();
  const after = await page();
  expect(after).toContain('pricing.quote');
  expect(after).toContain('A response no longer fits its description');
  await switches({ outage: true });
  expect(await page()).toContain('Not responding');
});
