import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountIdSchema } from '@backroom/shared';
import { locales } from '@backroom/shared/messages/locale';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, databases } from '../../../test/databases.ts';
import { deskApp, origin, tokens } from '../../../test/desk-app.ts';
import { createVault } from '../../access/secrets.ts';
import { openAlerts } from '../../monitoring/alerts/index.ts';
import { openMonitoring } from '../../monitoring/index.ts';
import { accountStore } from '../../store/accounts.ts';
import { databaseClock } from '../../store/clock.ts';
import { MAIN } from '../../store/connections.ts';
import type { Store } from '../../store/open.ts';

const account = accountIdSchema.parse('hubspot:4242');
const vault = createVault([Buffer.alloc(32, 1).toString('base64')]);
const logger = pino({ level: 'silent' });
const now = () => Date.now();
let database: Database;
let store: Store;
let app: ReturnType<typeof deskApp>;
let receiver: Server;
let cookie: string;
let alerts: ReturnType<typeof openAlerts>;
let monitoring: ReturnType<typeof openMonitoring>;
beforeAll(async () => {
  const [first] = databases;
  if (!first) throw new Error('no database is chosen');
  database = await first.start();
  store = await database.open();
  const { db } = store;
  const accounts = accountStore(db, vault);
  await accounts.put(account, 'hubspot');
  await accounts.connect(account, {
    erp: 'bridge',
    name: 'Kessler <ERP>',
    url: 'https://erp.example',
    credentials: { key: 'secret-key' },
    settings: {},
  });
  monitoring = openMonitoring({ db, logger, now: () => new Date(), main: MAIN });
  alerts = openAlerts({
    db,
    clock: databaseClock,
    vault,
    figures: monitoring.figures,
    connections: accounts.connections,
    feeds: async () => [],
    ends: async () => [],
    tasks: async () => null,
    mail: null,
    origin,
    logger,
    now: () => new Date(),
  });
  const unused = {} as never;
  app = deskApp({
    db,
    accounts,
    connections: unused,
    submissions: unused,
    reconciliation: unused,
    crmPages: async () => () => null,
    now,
    monitoring: { ...monitoring, alerts },
  });
  const person = {
    account,
    userId: '7',
    actor: 'pat@example.com',
    roles: ['rep' as const, 'admin' as const],
    locale: 'en',
    timeZone: 'Europe/Berlin',
  };
  const { token } = await tokens.signLink(person, '/desk/monitoring', now());
  const entered = await app.request(`/desk/enter/${token}`);
  cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  receiver = createServer((_, response) => void response.writeHead(204).end()).listen(0, '127.0.0.1');
  await new Promise((done) => receiver.once('listening', done));
});
afterAll(async () => {
  receiver?.close();
  await store?.close();
  await database?.remove();
});
const get = async (path: string) => (await app.request(`/desk${path}`, { headers: { cookie } })).text();
const post = (path: string, form: Record<string, string>) =>
  app.request(`/desk${path}`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });

test('a flow shows its last success, failures, response times and cache hits, and its charts as text', async () => {
  const slow = Object.assign(new Error('down'), { kind: 'unreachable' });
  for (let nth = 0; nth < 8; nth += 1)
    monitoring.erpCalled(account, MAIN, { operation: 'stock.availability', ms: 40, error: null });
  for (let nth = 0; nth < 2; nth += 1)
    monitoring.erpCalled(account, MAIN, { operation: 'stock.availability', ms: 4000, error: slow });
  for (let nth = 0; nth < 3; nth += 1) monitoring.figure('hit', account, 'stock|1');
  monitoring.figure('miss', account, 'stock|2');
  monitoring.crmUsage(account, 0.25);
  await monitoring.flush();
  // Another process adds to the same minute.
  monitoring.erpCalled(account, MAIN, { operation: 'stock.availability', ms: 40, error: null });
  await monitoring.flush();
  for (const period of ['hour', 'day', 'month']) {
    const page = await get(`/monitoring?period=${period}`);
    expect(page).toContain('Kessler &lt;ERP&gt;');
    const row = /<tr>(?:(?!<tr>).)*monitoring\/stock.*?<\/tr>/s.exec(page)?.[0] ?? '';
    expect(row).toContain('>11<');
    expect(row).toContain('2 <span class="small">18.2%</span>');
    expect(row).toContain('75%');
    expect(row).toMatch(/\d ms \/ [\d,]+ ms \/ [\d,]+ ms/);
    expect(page).toContain('<strong>25%</strong>');
    const chart = await get(`/monitoring/stock?period=${period}`);
    expect(chart).toContain('Calls: 11, failed: 2.');
    expect(chart).toContain('<rect class="failed"');
    expect(chart).toContain('Show as a table');
  }
});

test('a recipient is added, tested and removed; what is wrong stays in the form', async () => {
  const wrong = await post('/alerts/add', { address: 'nonsense', locale: 'de' });
  expect(wrong.status).toBe(422);
  const again = await wrong.text();
  expect(again).toContain('value="nonsense"');
  expect(again).toContain('aria-invalid="true"');
  expect((await post('/alerts/add', { address: 'Pat@Example.com', locale: 'de' })).status).toBe(303);
  expect((await post('/alerts/add', { address: 'pat@example.com', locale: 'de' })).status).toBe(422);
  const page = await get('/alerts');
  expect(page).toMatch(/>pat@example\.com<\/td><td[^>]*>Deutsch<\/td>/);
  expect(page).toContain('Not tested');
  expect(page).toContain('Email is not set up on this installation');
  // The operator has no mail server: the test says so, and nothing is lost.
  const tested = await (await post('/alerts/test', { target: 'pat@example.com' })).text();
  expect(tested).toContain('The test to pat@example.com failed: NO_MAIL_SERVER.');
  expect(await get('/alerts')).toContain('Undelivered messages');
  expect((await post('/alerts/remove', { target: 'pat@example.com' })).status).toBe(303);
  expect(await get('/alerts')).not.toContain('pat@example.com</td>');
  expect(await get('/alerts')).not.toContain('Undelivered messages');
  expect((await post('/alerts/test', { target: 'pat@example.com' })).status).toBe(404);
});

test('a webhook shows its secret once, is tested, and gets a new secret', async () => {
  for (const url of ['nonsense', 'ftp://example.com', ''])
    expect([url, (await post('/alerts/webhook', { url })).status]).toEqual([url, 422]);
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const page = await (await post('/alerts/webhook', { url })).text();
  const [secret = ''] = /whsec_[\w-]+/.exec(page) ?? [];
  expect(secret).not.toBe('');
  expect(await get('/alerts')).not.toContain(secret);
  expect(await (await post('/alerts/test', { target: 'webhook' })).text()).toContain('The test arrived at Webhook.');
  expect(await get('/alerts')).toContain('Tested ');
  const next = await (await post('/alerts/secret', {})).text();
  expect(/whsec_[\w-]+/.exec(next)?.[0]).not.toBe(secret);
});

test('tasks in the CRM are turned on, tested and turned off', async () => {
  expect(await get('/alerts')).toContain('Create tasks');
  expect((await post('/alerts/crm', { to: 'on' })).status).toBe(303);
  expect((await alerts.settings.read(account)).settings.crm).toEqual({ owner: '7', locale: 'en' });
  const tested = await (await post('/alerts/test', { target: 'crm' })).text();
  expect(tested).toContain('The test to Tasks in the CRM failed: CRM no_tasks.');
  expect((await post('/alerts/crm', { to: 'off' })).status).toBe(303);
  expect((await alerts.settings.read(account)).settings.crm).toBeNull();
  expect(await get('/alerts')).not.toContain('Undelivered messages');
});

const allRules = {
  erp_unreachable: '5',
  flow_failing: '50',
  feed_silent: '15',
  order_waiting: '30',
  needs_attention: '1',
  credential_ending: '14',
  signature_failures: '20',
  monitoring_gap: '15',
};
const formOf = async (more: Record<string, string> = {}) => {
  const { revision } = await alerts.settings.read(account);
  const rules = Object.entries(allRules).flatMap(([id, limit]) => [
    [`on.${id}`, 'yes'],
    [`limit.${id}`, limit],
  ]);
  return { ...Object.fromEntries(rules), revision: String(revision), ...more } as Record<string, string>;
};
test('rules and quiet hours are saved; a wrong one and another admin’s change keep what was typed', async () => {
  const wrong = await post(
    '/alerts',
    await formOf({ 'limit.order_waiting': '0', 'quiet.from': '22:00', 'quiet.to': '', 'quiet.zone': 'Mars/Base' }),
  );
  expect(wrong.status).toBe(422);
  const again = await wrong.text();
  expect(again.match(/aria-invalid="true"/g)).toHaveLength(3);
  expect(again).toContain('value="Mars/Base"');
  const saved = await post(
    '/alerts',
    await formOf({
      'limit.order_waiting': '45',
      'quiet.from': '22:00',
      'quiet.to': '06:00',
      'quiet.zone': 'Europe/Berlin',
    }),
  );
  expect(saved.status).toBe(303);
  expect((await alerts.settings.read(account)).settings).toMatchObject({
    rules: { order_waiting: { on: true, limit: 45 } },
    quiet: { from: '22:00', to: '06:00', timeZone: 'Europe/Berlin' },
  });
  const late = await post('/alerts', await formOf({ revision: '0', 'limit.order_waiting': '99' }));
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('value="99"');
});

test('the audit log has who changed what, before and after, without secrets, filtered and as a file', async () => {
  const page = await get('/audit?event=alerts_changed&person=PAT');
  expect(page).toContain('Alerts changed');
  expect(page).toContain('Europe/Berlin');
  expect(page).not.toMatch(/whsec_|secret-key/);
  expect(await get('/audit?event=alerts_changed&person=nobody%25')).toContain('No entries found');
  expect(await get('/audit?to=2020-01-01T00:00')).toContain('No entries found');
  const file = await app.request('/desk/audit/log.csv?event=alerts_changed', { headers: { cookie } });
  expect(file.headers.get('content-disposition')).toContain('backroom-audit-log.csv');
  const text = await file.text();
  expect(text).toContain('at,person,event,meaning,details,before,after\r\n');
  expect(text).toContain('pat@example.com,alerts_changed,Alerts changed');
  expect(text).not.toMatch(/whsec_|secret-key/);
});

test('every page exists in every language', async () => {
  for (const locale of locales) {
    const changed = await post('/view', { locale });
    cookie = (changed.headers.get('set-cookie') ?? '').split(';')[0] ?? cookie;
    for (const path of ['/monitoring', '/monitoring/stock', '/calls', '/alerts', '/audit']) {
      const page = await get(path);
      expect([path, locale, page.includes(`<html lang="${locale}">`)]).toEqual([path, locale, true]);
      expect([path, locale, page.includes('undefined')]).toEqual([path, locale, false]);
    }
  }
});
