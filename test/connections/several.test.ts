import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DemoErp, startDemoErp } from '../../backend/demo-erp/src/start.ts';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const account = accountIdSchema.parse('hubspot:4242');
/** What the second ERP accepts: an administrator of it makes a key and revokes another. */
const keys = new Set(['first-key']);
let world: SecurityWorld;
let second: DemoErp;
let door: Server;
let url: string;
let cookie: string;
let kim: string;
beforeAll(async () => {
  world = await openSecurityWorld({ crmCalls: 10_000 });
  second = await startDemoErp({ dataDir: ':memory:', port: 0, key: 'inside' });
  door = createServer((incoming, outgoing) => {
    const key = (incoming.headers.authorization ?? '').replace('Bearer ', '');
    const authorization = `Bearer ${keys.has(key) ? 'inside' : 'refused'}`;
    const on = request(`${second.url}${incoming.url}`, {
      method: incoming.method,
      headers: { ...incoming.headers, authorization },
    });
    on.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(on);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => door.once('listening', done));
  url = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  await world.backend.accounts.markTest(account, false, 'main');
  cookie = await world.signIn();
  await world.backend.people.appoint(account, '8', 'kim@example.com', 'test');
  kim = await world.signIn({ userId: '8', userEmail: 'kim@example.com' });
});
afterAll(async () => {
  await world.close();
  await new Promise((done) => door.close(done));
  await second.close();
});
beforeEach(async () => {
  keys.clear();
  keys.add('first-key');
  const { accounts } = world.backend;
  for (const { id } of await accounts.connections(account))
    if (id !== 'main') await accounts.switchTo(account, id, null, true);
});

const get = async (path: string, by = cookie) => {
  const answer = await world.desk(`/connections${path}`, by);
  return { status: answer.status, text: await answer.text() };
};
const post = async (path: string, form: Record<string, string>, by = cookie) => {
  const answer = await world.desk(`/connections${path}`, by, form);
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
};
const versionIn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
async function added(more: Record<string, string> = {}): Promise<string> {
  const answer = await post('/new/bridge', { url, key: 'first-key', ...more });
  expect(answer.status, answer.text).toBe(303);
  return /connections\/(\w+)\?done=connected/.exec(answer.to)?.[1] ?? '';
}
/** Fills one of the small forms of a connection as it is now. */
const fill = async (id: string, form: string, values: Record<string, string>) =>
  post(`/${id}/${form}`, { ...values, version: versionIn((await get(`/${id}`)).text) });
const toSecond = { by: 'currency', values: 'EUR' };
async function shown(userEmail = 'pat@example.com'): Promise<string | undefined> {
  const { code, data } = await world.ask('/v1/records/deal/5001/panels?only=stock', { userEmail });
  const { connection, panels } = (data ?? {}) as {
    connection?: { name: string };
    panels?: { stock?: { problem?: { code: string } } };
  };
  return code ?? panels?.stock?.problem?.code ?? connection?.name;
}

test('a second ERP is added, named, and takes the deals of its rule; the page tells where a deal goes', async () => {
  const id = await added();
  expect((await fill(id, 'name', { label: 'Werk Süd' })).to).toContain('done=saved');
  expect((await get('?deal=5001')).text).toContain('Because no rule matches.');
  expect(await shown()).not.toBe('Werk Süd');
  const wrong = await fill(id, 'rule', { by: 'field', field: 'no such name!', values: 'x' });
  expect([wrong.status, wrong.text.includes('value="no such name!"')]).toEqual([422, true]);
  // Tried before it is stored: nothing has changed by it.
  const tried = await fill(id, 'rule', {
    ...toSecond,
    deal: 'https://app.hubspot.com/contacts/4242/record/0-3/5001',
    try: 'yes',
  });
  expect(tried.text).toContain('goes to Werk Süd');
  expect(tried.text).toContain('Because of its rule: Deal currency.');
  expect(await shown()).not.toBe('Werk Süd');
  expect((await fill(id, 'rule', toSecond)).to).toContain('done=saved');
  expect(await shown()).toBe('Werk Süd');
  expect((await get('')).text).toContain('Deal currency: EUR');
  expect((await get('?deal=999999')).text).toContain('id="failure"');
});

test('a new key is tested before the old one is given up, and used without a restart', async () => {
  const id = await added();
  await fill(id, 'name', { label: 'Werk Süd' });
  await fill(id, 'rule', toSecond);
  const form = async () => versionIn((await get(`/${id}/access`)).text);
  const refused = await post(`/${id}/access`, { url, key: 'not-yet-made', version: await form() });
  expect(refused.status).toBe(503);
  expect(await shown()).toBe('Werk Süd');
  keys.add('second-key');
  // What was typed is kept, sealed, for the next attempt: the ERP takes it by now.
  keys.add('not-yet-made');
  const typed = /name="typed" value="([^"]+)"/.exec(refused.text)?.[1] ?? '';
  expect(typed).not.toContain('not-yet-made');
  expect(refused.text).not.toContain('not-yet-made');
  expect((await post(`/${id}/access`, { url, key: '', typed, version: await form() })).status).toBe(303);
  expect((await world.backend.accounts.connection(account, id))?.credentials.key).toBe('not-yet-made');
  expect((await post(`/${id}/access`, { url, key: 'second-key', version: await form() })).status).toBe(303);
  keys.delete('first-key');
  keys.delete('not-yet-made');
  expect(await shown()).toBe('Werk Süd');
  // A sealed secret goes the way that it was typed for, and no other.
  const elsewhere = await post('/new/bridge', { url: 'http://127.0.0.1:9', key: '', typed });
  expect(elsewhere.status).toBe(422);
});

test('paused: cards say so and nothing is sent; resumed: everything goes on', async () => {
  const id = await added();
  await fill(id, 'name', { label: 'Werk Süd' });
  await fill(id, 'rule', toSecond);
  expect(await shown()).toBe('Werk Süd');
  const version = versionIn((await get(`/${id}/pause`)).text);
  expect((await post(`/${id}/pause`, { version })).to).toContain('done=saved');
  expect(await shown()).toBe('connection_paused');
  await expect(world.backend.services.erpFor(account, id)).rejects.toMatchObject({ code: 'connection_paused' });
  expect((await get('')).text).toContain('Paused');
  await fill(id, 'state', { verb: 'live' });
  expect(await shown()).toBe('Werk Süd');
});

test('a disconnected one keeps its name and rule and takes no deal to another ERP; a deleted one is gone', async () => {
  const id = await added();
  await fill(id, 'name', { label: 'Werk Süd' });
  await fill(id, 'rule', toSecond);
  const asked = await get(`/${id}/disconnect`);
  expect(asked.text).toContain('The credentials are deleted here.');
  expect((await post(`/${id}/disconnect`, { version: versionIn(asked.text) })).to).toContain('done=disconnected');
  expect(await world.backend.accounts.connection(account, id)).toMatchObject({ credentials: {}, label: 'Werk Süd' });
  expect(await shown()).toBe('erp_not_connected');
  const again = versionIn((await get(`/${id}/access`)).text);
  expect((await post(`/${id}/access`, { url, key: 'first-key', version: again })).status).toBe(303);
  expect(await shown()).toBe('Werk Süd');
  const version = versionIn((await get(`/${id}/delete`)).text);
  expect((await post(`/${id}/delete`, { version })).status).toBe(422);
  expect((await post(`/${id}/delete`, { version, sure: 'yes' })).to).toContain('done=deleted');
  expect(await shown()).not.toBe('Werk Süd');
  const main = versionIn((await get('/main/delete')).text);
  await added();
  expect((await post('/main/delete', { version: main, sure: 'yes' })).status).toBe(409);
});

test('beside a production ERP a test ERP serves its pilot users alone, and is never the default', async () => {
  const id = await added({ test: 'yes' });
  await fill(id, 'name', { label: 'Test system' });
  await fill(id, 'rule', toSecond);
  expect(await shown()).not.toBe('Test system');
  const refused = await fill(id, 'state', { verb: 'default' });
  expect([refused.status, refused.text.includes('A test ERP can’t be the default')]).toEqual([409, true]);
  const { accounts } = world.backend;
  const now = await accounts.connection(account, id);
  if (!now) throw new Error('no connection');
  const seen = { version: now.version, by: 'pat', at: new Date() };
  await accounts.changeConnection(account, id, { options: { ...now.options, pilots: ['kim@example.com'] } }, seen);
  expect(await shown('kim@example.com')).toBe('Test system');
  // What a pilot user was answered is answered to nobody else.
  expect(await shown('pat@example.com')).not.toBe('Test system');
  expect(await shown('kim@example.com')).toBe('Test system');
  expect(await shown('pat@example.com')).not.toBe('Test system');
});

test('two admins at once: the second is told who was faster, and keeps what was typed', async () => {
  const id = await added();
  const version = versionIn((await get(`/${id}`)).text);
  expect((await post(`/${id}/name`, { label: 'Kim’s name', version }, kim)).status).toBe(303);
  const late = await post(`/${id}/rule`, { by: 'currency', values: 'CHF', version });
  expect(late.status).toBe(409);
  expect(late.text).toContain('kim@example.com changed this connection');
  expect(late.text).toContain('CHF</textarea>');
  expect(await world.backend.accounts.connection(account, id)).toMatchObject({ label: 'Kim’s name', rule: null });
  const settled = await post(`/${id}/rule`, { by: 'currency', values: 'CHF', version: versionIn(late.text) });
  expect(settled.status).toBe(303);
  const old = await post(`/${id}/access`, { url, key: 'first-key', version });
  expect([old.status, old.text.includes('name="typed"')]).toEqual([409, true]);
  expect((await post(`/${id}/pause`, { version })).status).toBe(409);
});

test('the end of credentials is kept, and warned of before it comes', async () => {
  const id = await added({ credentialsEnd: '2099-01-31' });
  expect((await get(`/${id}`)).text).toContain('2099');
  const version = versionIn((await get(`/${id}/access`)).text);
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await post(`/${id}/access`, { url, key: '', credentialsEnd: soon, version });
  expect((await get('')).text).toContain('Enter new ones before that day');
  const again = versionIn((await get(`/${id}/access`)).text);
  const wrong = await post(`/${id}/access`, { url, key: '', credentialsEnd: 'soon', version: again });
  expect(wrong.status).toBe(422);
  // New credentials have another end than the old ones, which nobody said.
  keys.add('second-key');
  await post(`/${id}/access`, { url, key: 'second-key', credentialsEnd: soon, version: again });
  expect(await world.backend.accounts.connection(account, id)).toMatchObject({ credentialsEnd: null });
});
