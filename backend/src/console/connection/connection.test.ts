import { erpCustomerIdSchema, erpCustomerSchema } from '@backroom/shared';
import { locales } from '@backroom/shared/messages/locale';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DemoErp, startDemoErp } from '../../../demo-erp/src/start.ts';
import { type Database, databases } from '../../../test/databases.ts';
import { deskApp, origin, tokens } from '../../../test/desk-app.ts';
import { openWorld, type World } from '../../../test/engine-world.ts';
import { createVault } from '../../access/secrets.ts';
import { connections } from '../../accounts/connect.ts';
import { fieldsOf, textIn } from '../../erp/contract/manifest.ts';
import { shipped } from '../../erp/declared/shipped.ts';
import { erpManifests } from '../../erp/registry.ts';
import { type AccountStore, accountStore } from '../../store/accounts.ts';
import { linkStore } from '../../store/links.ts';
import type { Store } from '../../store/open.ts';

const now = Date.parse('2026-11-25T10:00:00Z');
const key = 'the-secret-of-the-bridge';
let database: Database;
let store: Store;
let erp: DemoErp;
let world: World;
let accounts: AccountStore;
let app: ReturnType<typeof deskApp>;
beforeAll(async () => {
  database = (await databases[0]?.start()) as Database;
  store = await database.open();
  erp = await startDemoErp({ dataDir: ':memory:', port: 0, key });
});
afterAll(async () => {
  await erp?.close();
  await database?.remove();
});
beforeEach(async () => {
  world = await openWorld(store.db);
  accounts = accountStore(store.db, createVault([Buffer.alloc(32, 1).toString('base64')]));
  app = deskApp({
    db: store.db,
    accounts,
    submissions: world.engine(),
    connections: connections({ accounts, manifests: erpManifests }),
    now: () => now,
  });
  return () => world.close();
});

async function signIn(roles: ('rep' | 'admin')[] = ['rep', 'admin'], locale = 'en'): Promise<string> {
  const person = { account: world.account, userId: '7', actor: 'pat@example.com', roles, locale, timeZone: 'UTC' };
  const { token } = await tokens.signLink(person, '/desk/connections', now);
  const answer = await app.request(`/desk/enter/${token}`);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
async function get(path: string, cookie: string) {
  const answer = await app.request(path, { headers: { cookie } });
  return { status: answer.status, text: await answer.text() };
}
async function post(path: string, cookie: string, form: Record<string, string> = {}) {
  const answer = await app.request(path, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
    headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
  });
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
}
const versionNow = async () => (await accounts.connection(world.account))?.version ?? '';
const formPath = async () =>
  (await accounts.connection(world.account)) ? '/desk/connections/main/access' : '/desk/connections/new/bridge';
const connect = async (cookie: string, form: Record<string, string> = {}) =>
  post(await formPath(), cookie, { url: erp.url, key, test: 'yes', version: await versionNow(), ...form });

test('a rep neither sees the page nor a way to it', async () => {
  const cookie = await signIn(['rep']);
  expect((await get('/desk/connections', cookie)).status).toBe(403);
  expect((await connect(cookie)).status).toBe(403);
  expect((await get('/desk/orders', cookie)).text).not.toContain('/desk/connections');
  expect(await accounts.connection(world.account)).toBeNull();
});

test('without a connection the page offers each ERP, and each has a form in every language', async () => {
  for (const locale of locales) {
    const cookie = await signIn(['admin'], locale);
    const { text } = await get('/desk/connections', cookie);
    for (const { id, name, auth, settings, address } of erpManifests) {
      expect(text).toContain(`href="/desk/connections/new/${id}"`);
      const form = await get(`/desk/connections/new/${id}`, cookie);
      expect(form.text).toContain(name);
      const fields = [...fieldsOf(auth), ...fieldsOf(settings), { ...address, name: 'url', secret: false }];
      expect(new Set(fields.map(({ label }) => textIn(label, locale))).size, `${id} names each field`).toBe(
        fields.length,
      );
      for (const field of fields) {
        expect(form.text).toContain(textIn(field.label, locale));
        const type = field.secret ? 'type="password"' : 'type="(text|url)"';
        // A text of several lines has no type; a secret one is never shown again either.
        const long = 'long' in field && field.long;
        expect(form.text).toMatch(
          new RegExp(long ? `<textarea [^>]*name="${field.name}"` : `name="${field.name}" ${type}`),
        );
      }
    }
  }
});
test('an ERP that there is not is not found', async () =>
  expect((await get('/desk/connections/new/nonsense', await signIn())).status).toBe(404));

test('the right values are tested, stored sealed, and shown with what the ERP says of itself', async () => {
  const cookie = await signIn();
  const answer = await connect(cookie);
  expect([answer.status, answer.to]).toEqual([303, '/desk/connections/main?done=connected']);
  const stored = await accounts.connection(world.account);
  expect(stored).toMatchObject({ erp: 'bridge', url: erp.url, credentials: { key }, settings: { test: 'yes' } });
  const row = await store.db
    .selectFrom('connections')
    .selectAll()
    .where('account', '=', world.account)
    .executeTakeFirst();
  expect(JSON.stringify(row)).not.toContain(key);
  const { text } = await get('/desk/connections/main?done=connected', cookie);
  for (const words of ['Connected', 'EUR', 'Europe/Berlin', 'Test ERP']) expect(text).toContain(words);
  expect(text).not.toContain(key);
});

test.each<[string, Record<string, string>, number, string]>([
  ['no address', { url: '' }, 422, 'starts with https://'],
  ['an address without a scheme', { url: 'erp.example.com' }, 422, 'starts with https://'],
  ['an address of another kind', { url: 'file:///etc/passwd' }, 422, 'starts with https://'],
  ['no key', { key: '  ' }, 422, 'Enter a value.'],
  ['a wrong key', { key: 'wrong-key-0001' }, 503, 'login failed'],
  ['no number of calls', { concurrency: '0' }, 422, 'Enter a whole number'],
  ['a commit that takes for ever', { commitSeconds: 'long' }, 422, 'Enter a whole number'],
  ['a proxy with a password', { proxy: 'http://me:secret@proxy.example:3128' }, 422, 'in the format described'],
  ['a certificate that is none', { ca: '-----BEGIN CERTIFICATE-----' }, 422, 'in the format described'],
  ['a proxy where nothing listens', { proxy: 'http://127.0.0.1:9' }, 503, 'No response from this address'],
  ['an address where nothing answers', { url: 'http://127.0.0.1:9' }, 503, 'No response from this address'],
])('%s is said, nothing is stored, and what was typed stays', async (_, form, status, words) => {
  const cookie = await signIn();
  const answer = await connect(cookie, form);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(words);
  expect(answer.text).toContain(`value="${form.url ?? erp.url}"`);
  expect(answer.text).toContain('name="test" value="yes" checked');
  expect(answer.text).not.toContain('wrong-key-0001');
  expect(await accounts.connection(world.account)).toBeNull();
});

test('a stored secret that is left empty is kept for the same address, and sent to no other', async () => {
  const cookie = await signIn();
  await connect(cookie);
  expect((await get('/desk/connections/main/access', cookie)).text).toContain('Stored. Leave empty to keep it.');
  expect((await connect(cookie, { key: '', test: '' })).status).toBe(303);
  expect(await accounts.connection(world.account)).toMatchObject({ credentials: { key }, settings: { test: 'no' } });
  const seen: (string | null)[] = [];
  const { createServer } = await import('node:http');
  const thief = createServer((request, response) => {
    seen.push(request.headers.authorization ?? null);
    response.end('{}');
  });
  await new Promise<void>((done) => thief.listen(0, '127.0.0.1', done));
  const { port } = thief.address() as { port: number };
  expect((await connect(cookie, { url: `http://127.0.0.1:${port}`, key: '' })).status).toBe(422);
  await new Promise((done) => thief.close(done));
  expect(seen).toEqual([]);
});

test('another ERP company takes the links with it; while orders are under way it is refused', async () => {
  const cookie = await signIn();
  await connect(cookie);
  const customer = erpCustomerSchema.parse({
    id: erpCustomerIdSchema.parse('c1'),
    number: 'C-1',
    name: 'Kessler',
    city: null,
    country: null,
    vatId: null,
    currency: null,
    paymentTerms: null,
    blocked: false,
  });
  const links = linkStore(store.db);
  const company = { type: 'company', id: '7001' } as const;
  await links.put(world.account, company, customer, 'pat', new Date(now));
  await world.submit(world.engine(), 'd1');
  const refused = await post('/desk/connections/main/delete', cookie, { version: await versionNow(), sure: 'yes' });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('still being sent');
  expect(await links.get(world.account, company)).not.toBeNull();
  // The same company with another key is no other ERP.
  expect((await connect(cookie, { test: '' })).status).toBe(303);
  await world.rest(5);
  expect((await post('/desk/connections/main/delete', cookie, { version: await versionNow(), sure: 'yes' })).to).toBe(
    '/desk/connections?done=deleted',
  );
  expect(await accounts.connection(world.account)).toBeNull();
  expect(await links.get(world.account, company)).toBeNull();
  expect((await get('/desk/connections?done=deleted', cookie)).text).toContain('Deleted.');
});

test('what an admin says of the installation counts before what its adapter says', async () => {
  const cookie = await signIn();
  await connect(cookie, { concurrency: '3', commitSeconds: '300' });
  expect((await accounts.connection(world.account))?.settings).toMatchObject({
    concurrency: '3',
    maxCommitMs: '300000',
  });
  const { text } = await get('/desk/connections/main/access', cookie);
  for (const value of ['3', '300']) expect(text).toContain(`value="${value}"`);
  await connect(cookie);
  expect((await accounts.connection(world.account))?.settings).not.toHaveProperty('concurrency');
});

test('a stored key does not go another way: with another proxy it has to be entered again', async () => {
  const cookie = await signIn();
  expect((await connect(cookie)).status).toBe(303);
  const again = await connect(cookie, { key: '', proxy: 'http://127.0.0.1:9' });
  expect(again.status).toBe(422);
  expect(again.text).toContain('Enter a value.');
});

test('an operation is tried: the requests it made, and what Backroom reads in the answer', async () => {
  const cookie = await signIn();
  await connect(cookie);
  const page = (await get('/desk/connections/main', cookie)).text;
  for (const part of ['href="/desk/connections/main/try"', 'Duplicate protection']) expect(page).toContain(part);
  expect((await get('/desk/connections/main/try', cookie)).text).toContain('Customer ID, product ID, quantity');
  const ask = (operation: string, typed: string) => post('/desk/connections/main/try', cookie, { operation, typed });
  const found = await ask('products.resolve', 'VLV-010, NO-SUCH-CODE');
  for (const part of ['POST /v1/products/resolve', '&quot;code&quot;: &quot;VLV-010&quot;', '200 ·'])
    expect(found.text).toContain(part);
  expect(found.text).not.toContain(key);
  const missing = await ask('orders.list', '999999999');
  for (const part of ['The ERP has no such record.', 'POST /v1/orders/list']) expect(missing.text).toContain(part);
  const listed = await ask('customers.list', '');
  for (const part of ['POST /v1/customers/list', '&quot;cursor&quot;: null']) expect(listed.text).toContain(part);
  const wrong = await ask('orders.findByReference', 'PO-4711');
  for (const part of ['doesn’t fit the question', 'nothing was sent']) expect(wrong.text).toContain(part);
  // What writes cannot be tried.
  expect((await ask('orders.create', '{}')).status).toBe(404);
  expect((await post('/desk/connections/main/try', await signIn(['rep']), { operation: 'health' })).status).toBe(403);
});

test('a description starts from one that is there, and its faults are named with line and path', async () => {
  const cookie = await signIn();
  const { text } = await get('/desk/connections/new/declared?from=erpnext', cookie);
  expect(text).toContain('name: ERPNext');
  const document = shipped('erpnext').replace('    total: grand_total', "    total: '$eval(x)'");
  const line = document.slice(0, document.indexOf('$eval')).split('\n').length;
  const answer = await post('/desk/connections/new/declared', cookie, { url: erp.url, document });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(`line ${line}, orders.fields.total: there is no function $eval`);
  expect(await accounts.connection(world.account)).toBeNull();
});
test('a connection that only reads says nothing of orders that are sent', async () => {
  const cookie = await signIn();
  const health = { method: 'POST', path: '/v1/health', body: {} };
  const document = JSON.stringify({
    backroom: 1,
    name: 'Reading only',
    versions: ['1.0'],
    proof: 'None.',
    company: { name: 'Kessler', currency: 'EUR', timeZone: 'UTC' },
    auth: { kind: 'bearer' },
    idempotency: { kind: 'lookup', maxCommitSeconds: 60 },
    health,
    customers: { fields: { id: 'id', number: 'id', name: 'name' }, search: { number: health }, get: health },
  });
  const made = await post('/desk/connections/new/declared', cookie, { url: erp.url, secret: key, document });
  expect(made.status).toBe(303);
  const { text } = await get('/desk/connections/main', cookie);
  expect(text).toContain('by description · Kessler');
  expect(text).not.toContain('Duplicate protection');
});
