import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, databases } from '../../../test/databases.ts';
import { deskApp, origin, tokens } from '../../../test/desk-app.ts';
import { openReconciliationWorld } from '../../../test/reconciliation-world.ts';
import { connections } from '../../accounts/connect.ts';
import { ErpError } from '../../erp/contract/index.ts';
import type { Reconciliation } from '../../reconciliation/index.ts';
import type { Store } from '../../store/open.ts';

const [pglite] = databases;
type World = Awaited<ReturnType<typeof openReconciliationWorld>>;
let database: Database;
let store: Store;
let world: World;
let reconciliation: Reconciliation;
let app: ReturnType<typeof deskApp>;

beforeAll(async () => {
  database = (await pglite?.start()) as Database;
  store = await database.open();
});
afterAll(() => database?.remove());
beforeEach(async () => {
  world = await openReconciliationWorld(store.db);
  reconciliation = world.reconciliation();
  app = deskApp({
    db: store.db,
    accounts: world.accounts,
    submissions: world.engine(),
    reconciliation,
    connections: connections({ accounts: world.accounts, manifests: [] }),
    crmPages: async () => (record) => `https://crm.example/${record.type}/${record.id}`,
    now: () => world.now().getTime(),
  });
  return async () => {
    await reconciliation.stop();
    await world.close();
    await world.accounts.remove(world.account);
  };
});

async function signIn(of: World = world, locale = 'en') {
  const person = {
    account: of.account,
    userId: '7',
    actor: 'pat@example.com',
    roles: ['rep' as const, 'admin' as const],
    locale,
  };
  const { token } = await tokens.signLink(
    { ...person, timeZone: 'UTC' },
    '/desk/reconciliation',
    world.now().getTime(),
  );
  const answer = await app.request(`/desk/enter/${token}`);
  expect(answer.headers.get('location')).toBe('/desk/reconciliation');
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
const get = async (cookie: string, path: string) => {
  const answer = await app.request(path, { headers: { cookie } });
  return { answer, text: await answer.text() };
};
const post = (cookie: string, form: Record<string, string>, from = origin) =>
  app.request('/desk/reconciliation', {
    method: 'POST',
    headers: { cookie, origin: from, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
const days = { from: '2026-11-01', to: '2026-11-25' };
async function run(cookie: string): Promise<string> {
  const answer = await post(cookie, days);
  expect(answer.status).toBe(303);
  await reconciliation.draw();
  await reconciliation.settled();
  return answer.headers.get('location') ?? '';
}

test('without a session there is nothing to see, and nothing to begin', async () => {
  expect((await get('', '/desk/reconciliation')).answer.status).toBe(401);
  expect((await post('', days)).status).toBe(401);
});
test('nothing compared yet says when it will be, and offers the last thirty days', async () => {
  const { answer, text } = await get(await signIn(), '/desk/reconciliation');
  expect(answer.status).toBe(200);
  expect(text).toContain('No comparisons yet');
  expect(text).toContain('value="2026-10-27"');
  expect(text).toContain('value="2026-11-25"');
  expect(text).toMatch(/aria-current="page">Reconciliation/);
});
test('a comparison is begun, followed and read; each finding names the deal, the orders and what to do', async () => {
  world.sold.push(world.deal('5001', { name: 'Pumps <b>' }), world.deal('5002', { orderNumber: 'SO-4711' }));
  const cookie = await signIn();
  const begun = await post(cookie, days);
  const path = begun.headers.get('location') ?? '';
  // Until a worker comes, it says so, and the page asks again by itself.
  const waiting = await get(cookie, path);
  expect(waiting.text).toContain('Queued');
  expect(waiting.text).toContain('data-live="2000"');
  // Half a file would look like a whole one.
  expect(waiting.text).not.toContain('.csv');
  const list = await get(cookie, '/desk/reconciliation');
  expect(list.text).toContain('A comparison is running');
  expect(list.text).not.toContain('name="from"');
  expect((await post(cookie, days)).headers.get('location')).toBe(path);

  await reconciliation.draw();
  await reconciliation.settled();
  const { text } = await get(cookie, path);
  expect(text).toContain('2 deals compared');
  expect(text).toContain(`href="${path}.csv"`);
  expect(text).toContain('Pumps &lt;b&gt;');
  expect(text).toContain('href="https://crm.example/deal/5001"');
  expect(text).toContain('Deal won, no order placed.');
  expect(text).toContain('Open the deal and convert its quote.');
  expect(text).toContain('The order number on the deal doesn’t exist in the ERP.');
  expect(text).toContain('Sold: SO-4711');
  const missing = await get(cookie, `${path}?kind=missing`);
  expect(missing.text).not.toContain('never made an order');
  expect((await get(cookie, `${path}?kind=double`)).text).toContain('None of this type');
  // An old or broken address still shows a page.
  expect((await get(cookie, `${path}?kind=none&after=x`)).answer.status).toBe(200);
  expect((await get(cookie, '/desk/reconciliation')).text).toContain('Missing 1');
});
test('when everything agrees it says so; when nothing was sold, that', async () => {
  const cookie = await signIn();
  expect((await get(cookie, await run(cookie))).text).toContain('No deals won in this period');
  await world.submit(world.engine(), '5001');
  await world.rest();
  world.sold.push(world.deal('5001', { orderNumber: world.erp.orders[0]?.number ?? null }));
  const { text } = await get(cookie, await run(cookie));
  expect(text).toContain('No differences');
  expect(text).toContain('1 deal compared');
});
test('what could not be asked names the reason, and counts as not checked', async () => {
  world.sold.push(world.deal('5001', { orderNumber: 'SO-1' }));
  world.ask.down = new ErpError('unauthorised', 'no', { words: 'The key is not valid.' });
  const cookie = await signIn();
  const { text } = await get(cookie, await run(cookie));
  expect(text).toContain('Not checked');
  expect(text).toContain('Couldn’t check this deal in the ERP.');
  expect(text).toContain('The key is not valid.');
  expect(text).not.toContain('no longer has it');
});
test('days that make no period come back with what was typed and what is wrong', async () => {
  const cookie = await signIn();
  const answer = await post(cookie, { from: '2026-11-20', to: '2026-11-01' });
  expect(answer.status).toBe(422);
  const text = await answer.text();
  expect(text).toContain('Enter a date on or after the start date.');
  expect(text).toContain('value="2026-11-20"');
  expect(text).toContain('aria-describedby="to-wrong"');
  expect((await post(cookie, {})).status).toBe(422);
  expect((await post(cookie, days, 'https://evil.example')).status).toBe(403);
  expect(await reconciliation.list(world.account)).toEqual([]);
});
test('another account’s comparison, and one that never was, are not there', async () => {
  world.sold.push(world.deal('5001'));
  const path = await run(await signIn());
  const stranger = await openReconciliationWorld(store.db);
  const cookie = await signIn(stranger);
  for (const each of [
    path,
    `${path}.csv`,
    '/desk/reconciliation/nothing',
    `/desk/reconciliation/${'a'.repeat(36)}.csv`,
  ])
    expect((await get(cookie, each)).answer.status, each).toBe(404);
  expect((await get(cookie, '/desk/reconciliation')).text).toContain('No comparisons yet');
  await stranger.accounts.remove(stranger.account);
});
test('the file has every finding, whatever a page holds, in the reader’s language', async () => {
  for (let nth = 0; nth < 620; nth += 1) world.sold.push(world.deal(`5${String(nth).padStart(3, '0')}`));
  const cookie = await signIn(world, 'de');
  const path = await run(cookie);
  const page = await get(cookie, path);
  expect(page.text.match(/<tr><td /g)).toHaveLength(50);
  expect(page.text).toContain('?after=50');
  expect((await get(cookie, `${path}?after=600`)).text.match(/<tr><td /g)).toHaveLength(20);
  const { answer, text } = await get(cookie, `${path}.csv`);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="backroom-reconciliation-2026-11-25.csv"',
  );
  expect(text.split('\r\n')).toHaveLength(622);
  expect(text).toContain('not_converted,never_sent,"Deal gewonnen, kein Auftrag angelegt."');
  expect(new Set([...text.matchAll(/https:\/\/crm\.example\/deal\/(\d+)/g)].map(([, id]) => id)).size).toBe(620);
});
