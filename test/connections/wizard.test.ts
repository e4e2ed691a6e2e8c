import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crmManifests } from '@backroom/backend/crm/registry';
import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const account = accountIdSchema.parse('hubspot:4242');
let world: SecurityWorld;
let cookie: string;
beforeAll(async () => {
  world = await openSecurityWorld({ crmCalls: 10_000 });
  for (const name of ['my_vat', 'our_number', 'vat']) world.crm.addProperty('companies', { name });
});
afterAll(() => world.close());
beforeEach(async () => {
  const { accounts } = world.backend;
  await accounts.switchTo(account, 'main', null, true);
  await accounts.dropDraft(account);
  const kept = await accounts.get(account);
  if (!kept) throw new Error('no account');
  await accounts.saveSetup(account, { done: [], pilots: null, key: 'erp_number', fields: {} });
  await accounts.saveSettings(account, { ...kept.settings, flowsOff: [] });
  cookie = await world.signIn();
});

const get = async (step: string, by = cookie) => {
  const answer = await world.desk(`/setup${step}`, by);
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
};
const post = async (step: string, form: Record<string, string>, by = cookie) => {
  const answer = await world.desk(`/setup${step}`, by, form);
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
};
const right = () => ({ url: world.erpUrl, key: 'demo-erp-key', test: 'yes' });
const switches = (value: object) =>
  fetch(`${world.erpUrl}/switches`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
const revisionOf = (text: string) => /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '0';
async function chosen(by = cookie): Promise<string> {
  await post('/erp', { erp: 'bridge' }, by);
  return revisionOf((await get('/access', by)).text);
}
async function connected(): Promise<void> {
  const answer = await post('/access', { ...right(), revision: await chosen() });
  expect([answer.status, answer.to]).toEqual([303, '/desk/setup/test?done=connected']);
}

test('the whole way: each step leads to the next one, and the start says how far it is', async () => {
  const { text: start } = await get('');
  expect(start).toContain('Continue: Choose the ERP');
  const crms = [...start.matchAll(/<li><strong>([^<]+)<\/strong> (<span[^>]*>This account<\/span>)?/g)];
  expect(crms.map(([, name]) => name)).toEqual(crmManifests.map(({ name }) => name));
  expect(crms.flatMap(([, name, isHere]) => (isHere ? [name] : []))).toEqual(['HubSpot']);
  expect((await get('/access')).to).toBe('/desk/setup/erp');
  await connected();
  expect((await get('/test')).text).toMatch(/id="check-connection" data-state="pass"/);
  expect((await post('/flows', { flow: 'stock' })).to).toBe('/desk/setup/fields');
  expect((await get('/flows')).text).toMatch(/value="stock" checked/);
  expect((await get('')).text).toContain('Continue: Matching key and fields');
  expect((await post('/fields', { key: 'vat_id', vatId: 'my_vat' })).to).toBe('/desk/setup/duplicates');
  expect((await post('/duplicates', { scan: 'yes' })).to).toBe('/desk/setup/duplicates');
  expect((await get('/duplicates')).text).toMatch(/Companies read: .* Customers read:|Scan again/);
  expect((await post('/duplicates', {})).to).toBe('/desk/setup/preflight');
  expect((await get('/preflight')).text).toContain('Not answered yet');
  expect((await post('/preflight', {})).to).toBe('/desk/setup/pilot');
  expect((await post('/pilot', { people: 'Pat@Example.com\nkim@example.com' })).to).toBe('/desk/setup/live');
  const refused = await post('/live', {});
  expect([refused.status, refused.text.includes('Tick this box')]).toEqual([422, true]);
  expect((await post('/live', { anyway: 'yes' })).to).toBe('/desk/setup');
  expect((await get('')).text).toContain('Everything is set up');
});

test('until it is live, pilot users see figures and nobody else does', async () => {
  await connected();
  const panel = async (email: string) => {
    const { code, data } = await world.ask('/v1/records/deal/5001/panels?only=stock', { userEmail: email });
    const { panels } = (data ?? {}) as { panels?: { stock?: { state: string } } };
    return code ?? panels?.stock?.state;
  };
  // The stand-in allows a hundred calls in ten seconds, as HubSpot does.
  await expect.poll(() => panel('pat@example.com'), { timeout: 20_000, interval: 500 }).toBe('ready');
  expect(await panel('kim@example.com')).toBe('pilot_only');
  await post('/pilot', { people: 'PAT@example.com, kim@example.com' });
  expect(await panel('kim@example.com')).toBe('ready');
  expect(await panel('lee@example.com')).toBe('pilot_only');
  const order = { dealId: '5001', revision: 'x', acceptedWarnings: [], idempotencyKey: crypto.randomUUID() };
  const asked = { method: 'POST', body: order, userEmail: 'lee@example.com' };
  expect((await world.ask('/v1/orders', asked)).code).toBe('pilot_only');
  await post('/live', { anyway: 'yes' });
  expect(await panel('lee@example.com')).toBe('ready');
});

let other: Server;
const answering = async (status: number, body: string): Promise<string> => {
  other = createServer((_, response) => response.writeHead(status).end(body)).listen(0, '127.0.0.1');
  await new Promise((done) => other.once('listening', done));
  return `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
};
test.each<[string, () => Promise<Record<string, string>>, string]>([
  ['a wrong key', async () => ({ key: 'wrong-key-0001' }), 'login failed'],
  ['a dead ERP', async () => ({ url: 'http://127.0.0.1:9' }), 'No response from this address'],
  ['a private address', async () => ({ url: 'http://10.0.0.7' }), 'Private network addresses'],
  [
    'a page that is no ERP',
    async () => ({ url: await answering(200, '<html></html>') }),
    'No response from this address',
  ],
  ['no address', async () => ({ url: '' }), 'Check the marked field'],
])('%s is said, and nothing that was entered is lost', async (_, wrong, words) => {
  const change = await wrong();
  const entered = { ...right(), ...change };
  const answer = await post('/access', { ...entered, revision: await chosen() });
  other?.close();
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.text).toContain(words);
  // In the answer, after a reload, and after another visit from another computer.
  const later = await world.signIn();
  for (const text of [answer.text, (await get('/access')).text, (await get('/access', later)).text]) {
    expect(text).toContain(`value="${entered.url}"`);
    expect(text).toContain('name="test" value="yes" checked');
    expect(text).toContain('Stored. Leave empty to keep it.');
    expect(text).not.toContain(entered.key);
  }
  expect(await world.backend.accounts.connection(account)).toBeNull();
  const row = await world.store.db.selectFrom('setups').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(entered.key);
  // Mending what was wrong is enough.
  const mended = 'key' in change ? { ...right(), url: entered.url } : { ...right(), key: '' };
  const sent = { ...mended, key: 'url' in change ? right().key : mended.key };
  const again = await post('/access', { ...sent, revision: revisionOf((await get('/access')).text) });
  expect(again.to).toBe('/desk/setup/test?done=connected');
});

test('a kept secret goes to the address that it was entered for, and to no other', async () => {
  await post('/access', { ...right(), url: 'http://127.0.0.1:9', revision: await chosen() });
  const seen: (string | undefined)[] = [];
  const thief = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await new Promise((done) => thief.once('listening', done));
  const url = `http://127.0.0.1:${(thief.address() as AddressInfo).port}`;
  const answer = await post('/access', { url, key: '', revision: revisionOf((await get('/access')).text) });
  thief.close();
  expect(answer.status).toBe(422);
  expect(seen).toEqual([]);
});

test('two admins at once: the second is told who entered what, keeps what was typed, and may use it', async () => {
  const revision = await chosen();
  await world.backend.people.appoint(account, '8', 'kim@example.com', 'test');
  const kim = await world.signIn({ userId: '8', userEmail: 'kim@example.com' });
  await post('/access', { ...right(), key: 'wrong-key-of-kim', revision }, kim);
  const late = await post('/access', { ...right(), revision });
  expect(late.status).toBe(409);
  expect(late.text).toContain('kim@example.com entered other values');
  expect(late.text).toContain(`value="${world.erpUrl}"`);
  const again = await post('/access', { ...right(), revision: revisionOf(late.text) });
  expect(again.to).toBe('/desk/setup/test?done=connected');
});

test('back and reload: a step that is done shows what was entered, and can be changed', async () => {
  await connected();
  const form = (await get('/access')).text;
  expect(form).toContain(`value="${world.erpUrl}"`);
  expect(form).toContain('Stored. Leave empty to keep it.');
  const kept = await post('/access', { url: world.erpUrl, key: '', revision: revisionOf(form) });
  expect(kept.to).toBe('/desk/setup/test?done=connected');
  expect(await world.backend.accounts.connection(account)).toMatchObject({ credentials: { key: 'demo-erp-key' } });
  await post('/fields', { key: 'email', erpNumber: 'our_number' });
  const wrong = await post('/fields', { key: 'email', erpNumber: 'no such name!', vatId: 'vat' });
  expect([wrong.status, wrong.text.includes('value="no such name!"')]).toEqual([422, true]);
  expect((await get('/fields')).text).toContain('value="our_number"');
  // A field that the CRM has not is refused: it would match nothing, silently.
  const gone = await post('/fields', { key: 'email', erpNumber: 'no_such_field' });
  expect([gone.status, gone.text.includes('value="no_such_field"')]).toEqual([422, true]);
  expect(gone.text).toContain('<option value="our_number">');
  const people = await post('/pilot', { people: 'not an address' });
  expect([people.status, people.text.includes('not an address')]).toEqual([422, true]);
  expect((await post('/flows', {})).status).toBe(422);
});

test('an ERP that dies between two steps is said on each, and loses nothing', async () => {
  await connected();
  await post('/flows', { flow: 'orders' });
  await switches({ outage: true });
  expect((await get('/test')).text).toMatch(/id="check-connection" data-state="fail"/);
  expect((await get('/flows')).text).toMatch(/value="orders" checked/);
  expect((await get('/preflight')).status).toBe(200);
  await switches({ outage: false });
  await expect
    .poll(async () => (await get('/test')).text, { timeout: 15_000, interval: 500 })
    .toMatch(/id="check-connection" data-state="pass"/);
});

test('who is no admin sees nothing of it', async () => {
  const answer = await world.ask('/v1/desk/link', {
    method: 'POST',
    body: {},
    userId: '77',
    userEmail: 'rep@example.com',
  });
  expect(answer.code).toBe('forbidden');
});
