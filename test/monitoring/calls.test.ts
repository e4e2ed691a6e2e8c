import { callLog } from '@backroom/backend/monitoring/call-log';
import { locales } from '@backroom/shared/messages/locale';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillCalls, withoutTable } from '../../backend/test/call-rows.ts';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

let world: SecurityWorld;
let cookie: string;
beforeAll(async () => {
  world = await openSecurityWorld();
  cookie = await world.signIn();
});
afterAll(() => world.close());
const account = 'hubspot:4242' as never;
const rows = async () => {
  await world.backend.monitoring.flush();
  return world.store.db.selectFrom('call_log').selectAll().where('account', '=', account).orderBy('seq').execute();
};
const pageOf = async (path: string) => (await world.desk(path, cookie)).text();

test('a card leaves its calls to CRM and ERP in the log, with operation, status, time, outcome and its reference', async () => {
  const answer = await world.ask('/v1/records/deal/5001/panels?only=stock,credit');
  expect(answer.code).toBeUndefined();
  const reference = answer.headers.get('x-reference') ?? '';
  const own = (await rows()).filter((row) => row.reference === reference);
  expect(own.map(({ system, operation }) => `${system} ${operation}`)).toEqual(
    expect.arrayContaining(['crm record', 'erp stock.availability', 'erp credit.position']),
  );
  for (const row of own)
    expect(row).toMatchObject({ status: 200, outcome: 'ok', connection: row.system === 'erp' ? 'main' : '' });
  const page = await pageOf(`/calls?reference=${reference}&system=erp`);
  expect(page).toContain('<code class="op">stock.availability</code>');
  expect(page).not.toContain('<code class="op">record</code>');
});

test('an ERP that refuses the key: the call has the outcome, and so has the list of failures', async () => {
  const { accounts } = world.backend;
  const before = await accounts.connection(account);
  if (!before) throw new Error('no connection');
  await accounts.connect(account, { ...before, credentials: { key: 'revoked-key-of-the-bridge' } });
  await world.ask('/v1/records/deal/5001/panels?only=invoices');
  await accounts.connect(account, before);
  const refused = (await rows()).filter(({ outcome }) => outcome === 'unauthorised');
  expect(refused.length).toBeGreaterThan(0);
  const page = await pageOf('/calls?outcome=failed');
  expect(page).toContain('Access denied');
  expect(page).not.toContain('<span class="tag success">OK</span>');
});

test('an order’s calls carry the order’s reference, so that they are found by it', async () => {
  const { data } = await world.ask('/v1/records/deal/5003/preview', { method: 'POST', body: {} });
  const { revision, checks } = data as { revision: string; checks: { code: string }[] };
  const body = {
    dealId: '5003',
    revision,
    acceptedWarnings: checks.map(({ code }) => code),
    idempotencyKey: 'monitoring-0001',
  };
  const sent = await world.ask('/v1/orders', { method: 'POST', body });
  const { id } = sent.data as { id: string };
  await expect
    .poll(async () => (await world.ask(`/v1/submissions/${id}`)).data, { timeout: 15_000 })
    .toMatchObject({ state: 'confirmed' });
  const { reference } = await world.store.db
    .selectFrom('submissions')
    .select('reference')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const found = (await rows()).filter((row) => row.reference === reference);
  expect(found.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['orders.create']));
});

test('calls to Salesforce are in the log too, without what is asked there', async () => {
  const { crms } = world.backend;
  const org = await world.store.db.selectFrom('salesforce_orgs').select('account').executeTakeFirstOrThrow();
  const salesforce = org.account as never;
  const crm = await crms.crmFor(salesforce);
  await expect(crm.record({ type: 'deal', id: '006000000000000AAA' }, crms.callOf(salesforce))).rejects.toThrow();
  await world.backend.monitoring.flush();
  const found = await world.store.db
    .selectFrom('call_log')
    .selectAll()
    .where('account', '=', org.account)
    .where('operation', '=', 'record')
    .execute();
  expect(found.map(({ system, method }) => `${system} ${method}`)).toContain('crm POST');
  expect(JSON.stringify(found)).not.toMatch(/006000000000000AAA|select /i);
});

test('the test of what an admin enters is in the log, also where the ERP refuses it', async () => {
  const form = { url: world.erpUrl, key: 'not-the-key-of-the-bridge', revision: '0', test: 'yes' };
  await world.desk('/setup/access', cookie, form);
  const found = (await rows()).filter(({ operation, outcome }) => operation === 'health' && outcome !== 'ok');
  expect(found.length).toBeGreaterThan(0);
});

test('no secret and nothing of a person is in the log', async () => {
  const text = JSON.stringify(await rows());
  expect(text.length).toBeGreaterThan(1000);
  for (const secret of [
    'demo-erp-key',
    'revoked-key',
    'not-the-key',
    'playground-access',
    'playground-refresh',
    'playground-secret',
    '@example',
    'Kessler',
    'Bearer',
  ])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
});

test('pages lead from the newest call to the oldest, without a gap or a repetition', async () => {
  await fillCalls(world.store.db, account, { count: 120, operation: 'orders.list', begin: new Date('2026-11-01') });
  const seen: string[] = [];
  let path: string | undefined = '/calls?operation=orders.list&to=2026-11-02T00:00';
  while (path) {
    const page: string = await pageOf(path);
    seen.push(...[...page.matchAll(/GET \/page\/(\d+)/g)].map(([, nth]) => nth ?? ''));
    path = /href="\/desk(\/calls[^"]*)" ?>Older|rel="next" href="\/desk(\/calls[^"]*)"/
      .exec(page)
      ?.slice(1)
      .find(Boolean)
      ?.replaceAll('&amp;', '&');
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, nth) => String(120 - nth)));
});

test('calls end after 30 days, and a busy account keeps the newest up to its limit', async () => {
  const { calls } = world.backend.monitoring;
  const other = 'hubspot:7';
  await fillCalls(world.store.db, other, { count: 120, operation: 'health', begin: new Date() });
  const left = async () =>
    (
      await world.store.db.selectFrom('call_log').select('path').where('account', '=', other).orderBy('seq').execute()
    ).map(({ path }) => path);
  await calls.forgetOld(new Date(), 50);
  expect(await left()).toEqual(Array.from({ length: 50 }, (_, nth) => `/page/${nth + 71}`));
  await calls.forgetOld(new Date(Date.now() + 29 * 86_400_000));
  expect(await left()).toHaveLength(50);
  await calls.forgetOld(new Date(Date.now() + 31 * 86_400_000));
  expect(await left()).toEqual([]);
});

test('a database that refuses delays the log, and fills the memory up to a limit only', async () => {
  const { db } = world.store;
  const log = callLog(db);
  const call = {
    account,
    at: new Date(),
    system: 'erp',
    connection: 'main',
    operation: 'health',
    method: 'GET',
    path: '/',
    status: 200,
    ms: 1,
    outcome: 'ok',
    reference: null,
  } as const;
  for (let nth = 0; nth < 20_010; nth += 1) log.keep(call);
  await withoutTable(db, 'call_log', () => expect(log.flush()).rejects.toThrow());
  expect(log.takeDropped()).toBe(10);
  await log.flush();
  expect((await rows()).filter(({ path }) => path === '/')).toHaveLength(20_000);
});

test('requests with a wrong signature are counted for the account that they name', async () => {
  const refused = async () => {
    await world.backend.monitoring.flush();
    const row = await world.store.db
      .selectFrom('flow_stats')
      .select('failed')
      .where('account', '=', account)
      .where('subject', '=', 'signatures')
      .where('span', '=', 'day')
      .executeTakeFirst();
    return row?.failed ?? 0;
  };
  const before = await refused();
  const forged = (portalId: string) =>
    fetch(`${world.backendUrl}/v1/settings?portalId=${portalId}&userId=7&userEmail=pat@example.com`, {
      headers: { 'x-hubspot-signature-v3': 'forged', 'x-hubspot-request-timestamp': String(Date.now()) },
    });
  for (const portal of ['4242', '4242', '999999', 'nonsense']) expect((await forged(portal)).status).toBe(401);
  const bearer = `Bearer ${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from('{"iss":"nobody"}').toString('base64url')}.x`;
  expect((await fetch(`${world.backendUrl}/v1/settings`, { headers: { authorization: bearer } })).status).toBe(401);
  expect(await refused()).toBe(before + 2);
});

test('what an admin changes by the card, and on any page of the console, is in the audit log before and after', async () => {
  const on = { method: 'PUT', body: { writeBack: true } };
  await world.ask('/v1/settings', on);
  await world.ask('/v1/settings', { method: 'PUT', body: { writeBack: false } });
  await world.ask('/v1/settings', on);
  const form = (flow: string) => world.desk('/setup/flows', cookie, { flow });
  await form('stock');
  await form('credit');
  const page = await pageOf('/audit?event=settings_changed');
  const entries = [...page.matchAll(/<tr><td.*?<\/tr>/gs)].map(([row]) => row);
  const values = (row: string | undefined) =>
    [...(row ?? '').matchAll(/<code class="line">(.*?)<\/code>/g)].map(([, text]) => text);
  expect(values(entries[0]).filter((text) => text?.startsWith('settings.flowsOff'))).toHaveLength(2);
  expect(values(entries[2])).toEqual(['settings.writeBack: false', 'settings.writeBack: true']);
  expect(values(entries[3])).toEqual(['settings.writeBack: true', 'settings.writeBack: false']);
  const file = await (await world.desk('/audit/log.csv', cookie)).text();
  expect(file).not.toMatch(/demo-erp-key|playground-access|whsec_/);
});

test('only an admin opens the pages, and each exists in every language', async () => {
  for (const path of ['/calls', '/monitoring', '/monitoring/stock', '/monitoring/crm?period=hour'])
    for (const locale of locales) {
      const { headers } = await world.desk('/view', cookie, { locale });
      const changed = world.cookieOf({ headers } as Response);
      const answer = await world.desk(path, changed || cookie);
      expect([path, locale, answer.status]).toEqual([path, locale, 200]);
      expect(await answer.text()).toContain(`<html lang="${locale}">`);
    }
  expect((await world.desk('/calls', '')).status).toBe(401);
  expect((await world.desk('/monitoring/nonsense', cookie)).status).toBe(404);
});
