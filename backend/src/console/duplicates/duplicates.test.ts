import { locales } from '@backroom/shared/messages/locale';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, databases } from '../../../test/databases.ts';
import { deskApp, origin, tokens } from '../../../test/desk-app.ts';
import { openWorld } from '../../../test/engine-world.ts';
import { openReconciliationWorld } from '../../../test/reconciliation-world.ts';
import { listedCompany, listedCustomer, openScanWorld, type ScanWorld } from '../../../test/scan-world.ts';
import { connections } from '../../accounts/connect.ts';
import type { Scans } from '../../scans/index.ts';
import type { Store } from '../../store/open.ts';

let database: Database;
let store: Store;
let world: ScanWorld;
let scans: Scans;
let app: ReturnType<typeof deskApp>;
beforeAll(async () => {
  database = (await databases[0]?.start()) as Database;
  store = await database.open();
});
afterAll(() => database?.remove());
beforeEach(async () => {
  world = await openScanWorld(store.db);
  const engine = await openWorld(store.db);
  const other = await openReconciliationWorld(store.db);
  scans = world.scans();
  app = deskApp({
    db: store.db,
    accounts: world.accounts,
    submissions: engine.engine(),
    reconciliation: other.reconciliation(),
    scans,
    connections: connections({ accounts: world.accounts, manifests: [] }),
    crmPages: async () => (record) => `https://crm.example/${record.type}/${record.id}`,
    now: () => world.now().getTime(),
  });
  world.companies.push(
    listedCompany('c1', 'Nordwind GmbH', { erpNumber: 'K-1', city: 'Kiel', domain: 'nordwind.example' }),
    listedCompany('c2', 'Sonnental Logistik', { domain: 'sonnental.example' }),
    listedCompany('c3', '=cmd|calc', { city: 'Bonn' }),
  );
  world.customers.push(
    listedCustomer('K-1', 'Nordwind GmbH', { vatId: 'DE811071271', city: 'Kiel', lastOrderOn: '2026-10-01' }),
    listedCustomer('K-2', 'Sonnental Spedition', { emails: ['info@sonnental.example'] }),
  );
  return async () => {
    await scans.stop();
    await engine.close();
    await other.close();
    for (const each of [world.account, engine.account, other.account]) await world.accounts.remove(each);
  };
});

async function signIn(locale = 'en', roles: readonly ('rep' | 'admin')[] = ['rep', 'admin']) {
  const person = { account: world.account, userId: '7', actor: 'pat@example.com', roles: [...roles], locale };
  const { token } = await tokens.signLink({ ...person, timeZone: 'UTC' }, '/desk/duplicates', world.now().getTime());
  const answer = await app.request(`/desk/enter/${token}`);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
const get = async (cookie: string, path = '') => {
  const answer = await app.request(`/desk/duplicates${path}`, { headers: { cookie } });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const post = async (cookie: string, path: string, form: Record<string, string> | FormData, from = origin) => {
  const isFile = form instanceof FormData;
  const answer = await app.request(`/desk/duplicates${path}`, {
    method: 'POST',
    headers: { cookie, origin: from, ...(isFile ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) },
    body: isFile ? form : new URLSearchParams(form).toString(),
  });
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
};
async function scan(cookie: string): Promise<string> {
  await post(cookie, '', { connection: 'main' });
  await scans.draw();
  await scans.settled();
  return (await scans.shown(world.account, 'main'))?.id ?? '';
}
const linkOf = (id: string) => world.links.get(world.account, { type: 'company', id });

test('admins only, and from our own pages only', async () => {
  expect((await get('')).status).toBe(401);
  expect((await get(await signIn('en', ['rep']))).status).toBe(403);
  const cookie = await signIn();
  expect((await post(cookie, '', { connection: 'main' }, 'https://evil.example')).status).toBe(403);
  expect(await scans.active(world.account)).toBeNull();
  const first = await get(cookie);
  expect(first.text).toContain('Not scanned yet');
  expect(first.text).toMatch(/aria-current="page">Duplicates/);
});
test.each(locales)('in %s: a scan is begun, paused and resumed, and its lists show both sides', async (locale) => {
  const cookie = await signIn(locale);
  expect((await post(cookie, '', { connection: 'main' })).to).toBe('/desk/duplicates');
  const { id = '' } = (await scans.active(world.account)) ?? {};
  expect((await get(cookie)).text).toContain('data-live="2000"');
  await post(cookie, '/pause', { scan: id });
  const paused = await get(cookie);
  expect(paused.text).toContain('/desk/duplicates/resume');
  expect(paused.text).not.toContain('data-live');
  await post(cookie, '/resume', { scan: id });
  await scans.draw();
  await scans.settled();
  const { text } = await get(cookie);
  for (const shown of [
    'Nordwind GmbH',
    'K-1',
    'DE811071271',
    'Kiel',
    'nordwind.example',
    'https://crm.example/company/c1',
  ])
    expect(text).toContain(shown);
  expect(text).toMatch(/2026/);
  expect(text).not.toMatch(/list\.|why\.|against\./);
});
test('a pair is linked, the decision shown with its author, and undone; a refused link names what stands there', async () => {
  const cookie = await signIn();
  const id = await scan(cookie);
  const pair = 'crm~c1~erp~K-1';
  const answer = await post(cookie, '/decide', {
    scan: id,
    pair,
    decision: 'link',
    back: '/desk/duplicates?list=certain',
  });
  expect([answer.status, answer.to]).toEqual([303, '/desk/duplicates?list=certain&done=link']);
  expect((await linkOf('c1'))?.customer.number).toBe('K-1');
  const decided = await get(cookie, '?list=decided&done=link');
  expect(decided.text).toContain('Linked.');
  expect(decided.text).toContain('pat@example.com');
  await post(cookie, '/decide', { scan: id, pair, decision: 'undo', back: 'https://evil.example/' });
  expect(await linkOf('c1')).toBeNull();
  const [, other] = world.customers;
  if (!other) throw new Error('no customer');
  await world.links.put(world.account, { type: 'company', id: 'c1' }, other, 'kim@example.com', world.now());
  const refused = await post(cookie, '/decide', { scan: id, pair, decision: 'link', back: '/desk/duplicates' });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('already linked to K-2 Sonnental Spedition');
});
test('all certain pairs are linked after a question, with a report', async () => {
  const cookie = await signIn();
  const id = await scan(cookie);
  expect((await get(cookie, `/${id}/link`)).text).toContain('Link 1 company<');
  expect(await linkOf('c1')).toBeNull();
  expect((await post(cookie, `/${id}/link`, {})).status).toBe(303);
  await scans.draw();
  await scans.settled();
  expect((await linkOf('c1'))?.customer.number).toBe('K-1');
  expect((await get(cookie)).text).toContain('Linked: 1. Rejected: 0.');
});
test('of several connections each has its own scan; one runs at a time, and the page of the other names it', async () => {
  await world.accounts.connect(
    world.account,
    { erp: 'fake', name: 'Werk Süd', url: 'http://sued.invalid', credentials: {}, settings: {} },
    'sued',
  );
  const cookie = await signIn();
  await scan(cookie);
  expect((await get(cookie, '?connection=sued')).text).toContain('Not scanned yet');
  await post(cookie, '', { connection: 'sued' });
  const { id = '' } = (await scans.active(world.account)) ?? {};
  await post(cookie, '/pause', { scan: id });
  const { text } = await get(cookie);
  expect(text).toContain('A scan of another connection is running or paused: Werk Süd.');
  expect(text).toContain('Nordwind GmbH');
  const { certain } = await scans.counts(world.account, (await scans.shown(world.account, 'main'))?.id ?? '');
  expect(certain).toBe(1);
  const busy = await post(cookie, `/${(await scans.shown(world.account, 'main'))?.id}/link`, {});
  expect([busy.status, busy.text.includes('Nothing was changed')]).toEqual([409, true]);
  expect(await linkOf('c1')).toBeNull();
});
test('the file is UTF-8 with a mark, executes nothing, and comes back with decisions', async () => {
  const cookie = await signIn();
  const id = await scan(cookie);
  const file = await app.request(`/desk/duplicates/${id}.csv`, { headers: { cookie } });
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain("'=cmd|calc");
  expect(text).not.toMatch(/(^|,)=/m);
  const upload = (content: string) => {
    const form = new FormData();
    form.set('scan', id);
    form.set('file', new File([content], 'decisions.csv', { type: 'text/csv' }));
    return post(cookie, '/file', form);
  };
  const [head = '', ...rows] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  const decided = (word: string) =>
    [head, ...rows.map((row) => row.replace('crm~c2~erp~K-2,,', `crm~c2~erp~K-2,${word},`))].join('\r\n');
  const wrong = await upload(decided('perhaps'));
  expect(wrong.status).toBe(422);
  expect(wrong.text).toMatch(/Row \d: the decision must be link, not_same or later/);
  const right = await upload(decided('not_same'));
  expect(right.to).toBe('/desk/duplicates?done=file&count=1');
  expect((await get(cookie, '?list=decided')).text).toContain('Sonnental');
});
