import { randomUUID } from 'node:crypto';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { locales } from '@backroom/shared/messages/locale';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, databases } from '../../../test/databases.ts';
import { deskApp, origin, tokens } from '../../../test/desk-app.ts';
import { openWorld, type World } from '../../../test/engine-world.ts';
import { type DeskPerson, deskTokens } from '../../access/desk.ts';
import { createVault } from '../../access/secrets.ts';
import { connections } from '../../accounts/connect.ts';
import { createReconciliation } from '../../reconciliation/index.ts';
import { accountStore } from '../../store/accounts.ts';
import type { Store } from '../../store/open.ts';
import type { SubmissionEngine } from '../../submissions/engine.ts';

const [pglite] = databases;
const notAsked = async (): Promise<never> => {
  throw new Error('not asked for here');
};
let database: Database;
let store: Store;
let world: World;
let engine: SubmissionEngine;
let app: ReturnType<typeof deskApp>;
let now: number;

beforeAll(async () => {
  database = (await pglite?.start()) as Database;
  store = await database.open();
});
afterAll(() => database?.remove());
beforeEach(async () => {
  now = Date.parse('2026-11-25T10:00:00Z');
  world = await openWorld(store.db);
  engine = world.engine();
  const accounts = accountStore(store.db, createVault([Buffer.alloc(32, 1).toString('base64')]));
  app = deskApp({
    db: store.db,
    accounts,
    submissions: engine,
    reconciliation: createReconciliation({
      db: store.db,
      accounts,
      connectionsOf: notAsked,
      erpFor: async () => world.erp.adapter,
      crmFor: notAsked,
      recordFor: notAsked,
      now: () => new Date(now),
      onError: () => {},
    }),
    connections: connections({ accounts, manifests: [] }),
    crmPages: async () => () => null,
    now: () => now,
  });
  return () => world.close();
});

const person = (account: AccountId, more: Partial<DeskPerson> = {}): DeskPerson => ({
  account,
  userId: '7',
  actor: 'pat@example.com',
  roles: ['rep', 'admin'],
  locale: 'en',
  timeZone: 'Europe/Berlin',
  ...more,
});
const linkFor = async (who_: DeskPerson, path = '/desk/orders') => (await tokens.signLink(who_, path, now)).token;
const open = (token: string, cookie = '') => app.request(`/desk/enter/${token}`, { headers: { cookie } });
const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
async function signIn(more: Partial<DeskPerson> = {}): Promise<string> {
  return cookieOf(await open(await linkFor(person(world.account, more))));
}
const get = (path: string, cookie: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { cookie, ...headers } });
const post = (path: string, cookie: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
    headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
/** One that the ERP refused for its wanted date: it may be mended, sent again, adopted and stopped. */
async function refused(deal = 'd1') {
  world.erp.next('refuse');
  const { id } = await world.submit(engine, deal);
  await world.rest(5);
  return id;
}

test('a link opens the desk once: a cookie that scripts and other sites do not get, and the page it leads to', async () => {
  const token = await linkFor(person(world.account), '/desk/orders?tab=waiting');
  const answer = await open(token);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/orders?tab=waiting']);
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=28800'])
    expect(answer.headers.get('set-cookie')).toContain(part);
  const page = await get('/desk/orders', cookieOf(answer));
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(await page.text()).toContain('pat@example.com');
});

test('a used link opens nothing for somebody else, and leads who came with it back to the page', async () => {
  const token = await linkFor(person(world.account));
  const cookie = cookieOf(await open(token));
  const again = await open(token);
  expect([again.status, again.headers.get('set-cookie')]).toEqual([410, null]);
  expect(await again.text()).toContain('This link has already been used');
  expect((await open(token, cookie)).status).toBe(303);
  const other = await signIn({ userId: '8' });
  expect((await open(token, other)).status).toBe(409);
});

test('of two at the same instant one opens', async () => {
  const token = await linkFor(person(world.account));
  const both = await Promise.all([open(token), open(token)]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
});

test('an expired link, a forged one, a session in its place, and one of an account that is gone say what to do', async () => {
  const expired = await linkFor(person(world.account));
  const forged = await deskTokens(Buffer.alloc(32, 8)).signLink(person(world.account), '/desk/orders', now);
  const { token: session } = await tokens.signSession(person(world.account), now);
  const gone = await linkFor(person(accountIdSchema.parse('hubspot:gone')));
  const living = await linkFor(person(world.account));
  const [head, , sum] = living.split('.');
  const claims = {
    ...person(world.account),
    path: '/desk/orders',
    jti: randomUUID(),
    exp: now / 1000 + 60,
    aud: 'desk-link',
  };
  const changed = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${sum}`;
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
  now += 601_000;
  for (const token of [expired, 'rubbish']) {
    const answer = await open(token);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([410, null]);
    expect(await answer.text()).toContain('Open the order desk again from the CRM');
  }
  now -= 601_000;
  for (const token of [forged.token, session, gone, changed, unsigned]) expect((await open(token)).status).toBe(410);
});

test('without a session, with a forged one, a link in its place, an ended one and after an uninstall, every page says how to come in', async () => {
  const id = await refused();
  const cookie = await signIn();
  const { token: forged } = await deskTokens(Buffer.alloc(32, 8)).signSession(person(world.account), now);
  const link = await linkFor(person(world.account));
  for (const each of ['', `__Host-backroom_desk=${forged}`, `__Host-backroom_desk=${link}`, '__Host-backroom_desk=x']) {
    for (const path of ['/desk/orders', `/desk/orders/${id}`, `/desk/orders/${id}/cancel`]) {
      const answer = await get(path, each);
      expect(answer.status).toBe(401);
      expect(await answer.text()).toContain('Open it from the order card in the CRM');
    }
    expect((await post(`/desk/orders/${id}/cancel`, each)).status).toBe(401);
  }
  now += 8 * 3600_000 + 1000;
  expect((await get('/desk/orders', cookie)).status).toBe(401);
  now -= 8 * 3600_000 + 1000;
  expect((await get('/desk/orders', cookie)).status).toBe(200);
  await accountStore(store.db, createVault([Buffer.alloc(32, 1).toString('base64')])).remove(world.account);
  expect((await get('/desk/orders', cookie)).status).toBe(401);
});

test('who signs out has signed out every copy of the cookie', async () => {
  const cookie = await signIn();
  const answer = await post('/desk/sign-out', cookie);
  expect(await answer.text()).toContain('You are signed out');
  expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
  expect((await get('/desk/orders', cookie)).status).toBe(401);
});

test('another account’s order is not there, whatever is asked of it', async () => {
  const id = await refused();
  const stranger = await openWorld(store.db);
  const cookie = cookieOf(await open(await linkFor(person(stranger.account))));
  expect((await get(`/desk/orders/${id}`, cookie)).status).toBe(404);
  for (const verb of ['mend', 'resend', 'adopt', 'cancel']) {
    expect((await get(`/desk/orders/${id}/${verb}`, cookie)).status).toBe(404);
    expect((await post(`/desk/orders/${id}/${verb}`, cookie, { erpNumber: 'SO-1' })).status).toBe(404);
  }
  expect(await (await get('/desk/orders', cookie)).text()).not.toContain(id);
  expect((await engine.get(world.account, id)).state).toBe('needs_attention');
  await stranger.close();
});

test('a form of another site does nothing, though the browser sends the cookie along', async () => {
  const id = await refused();
  const cookie = await signIn();
  for (const headers of [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: '' },
  ] as Record<string, string>[])
    expect((await post(`/desk/orders/${id}/cancel`, cookie, {}, headers)).status).toBe(403);
  expect((await engine.get(world.account, id)).state).toBe('needs_attention');
});

test('mended: what is changed is sent, under the name of who did it', async () => {
  const id = await refused();
  const cookie = await signIn();
  const form = await (await get(`/desk/orders/${id}/mend`, cookie)).text();
  expect(form).toMatch(
    /id="requestedDate" name="requestedDate" type="date" value="2026-12-24"[^>]*aria-describedby="m-requestedDate"/,
  );
  const answer = await post(`/desk/orders/${id}/mend`, cookie, {
    requestedDate: '2026-12-28',
    note: '',
    'lines.0.quantity': '3',
    'lines.0.unitPrice': '5',
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/desk/orders/${id}?done=mend`]);
  await world.rest();
  const after = await (await get(`/desk/orders/${id}?done=mend`, cookie)).text();
  expect(after).toContain('Saved. Sending to the ERP.');
  expect(after).toContain('requested delivery date: 2026-12-24 → 2026-12-28; line 1, quantity: 2 → 3');
  expect(world.erp.orders.map(({ lines }) => lines[0]?.quantity)).toEqual(['3']);
  const { state, events } = await engine.get(world.account, id);
  expect(state).toBe('confirmed');
  expect(events.find(({ step }) => step === 'mend')?.actor).toBe('pat@example.com');
});

test.each([
  ['a quantity of nothing', { 'lines.0.quantity': '0' }, 'lines.0.quantity'],
  ['a quantity that is no number', { 'lines.0.quantity': 'ten' }, 'lines.0.quantity'],
  ['a decimal comma in English, which could be thousands', { 'lines.0.quantity': '1,500' }, 'lines.0.quantity'],
  ['a negative price', { 'lines.0.unitPrice': '-1' }, 'lines.0.unitPrice'],
  ['a day that is not', { requestedDate: '2026-02-30' }, 'requestedDate'],
  ['a note beyond its length', { note: 'x'.repeat(501) }, 'note'],
])('%s is told at its field, keeps what was typed, and sends nothing', async (_, wrong, field) => {
  const id = await refused();
  const cookie = await signIn();
  const good = { requestedDate: '2026-12-24', note: 'Gate 4 <b>', 'lines.0.quantity': '2', 'lines.0.unitPrice': '5' };
  const answer = await post(`/desk/orders/${id}/mend`, cookie, { ...good, ...wrong });
  expect(answer.status).toBe(422);
  const text = await answer.text();
  expect(text).toContain(`id="e-${field}"`);
  expect(text).toContain('Fix 1 field. Nothing was sent.');
  if (field !== 'note') expect(text).toContain('Gate 4 &lt;b&gt;');
  await world.rest(2);
  expect(world.erp.orders).toHaveLength(0);
  expect((await engine.get(world.account, id)).state).toBe('needs_attention');
});

test('a decimal comma is one where the language has it; a form without a change says so', async () => {
  const id = await refused();
  const cookie = await signIn({ locale: 'de' });
  const same = { requestedDate: '2026-12-24', note: '', 'lines.0.quantity': '2', 'lines.0.unitPrice': '5' };
  const unchanged = await post(`/desk/orders/${id}/mend`, cookie, same);
  expect([unchanged.status, (await unchanged.text()).includes('Es wurde nichts geändert.')]).toEqual([422, true]);
  world.erp.next('refuse');
  await post(`/desk/orders/${id}/mend`, cookie, { ...same, 'lines.0.quantity': '2,5' });
  await world.rest(5);
  const quantity = /name="lines\.0\.quantity" value="([^"]*)"/;
  const shown = async (as: string) => quantity.exec(await (await get(`/desk/orders/${id}/mend`, as)).text())?.[1];
  expect([await shown(cookie), await shown(await signIn())]).toEqual(['2,5', '2.5']);
  await post(`/desk/orders/${id}/mend`, cookie, { ...same, 'lines.0.quantity': '2,5', requestedDate: '2026-12-23' });
  await world.rest();
  expect(world.erp.orders.map(({ lines }) => lines[0]?.quantity)).toEqual(['2.5']);
});

test('adopted: only an order that the ERP has and nobody else’s; nothing is sent', async () => {
  await world.submit(engine, 'd0');
  await world.rest();
  const byHand = world.orderOf('by-hand', 'r1');
  if (byHand.kind === 'order' && byHand.order.customerId)
    world.erp.add({ ...byHand.order, customerId: byHand.order.customerId });
  const id = await refused();
  const cookie = await signIn();
  for (const [erpNumber, words] of [
    ['SO-99', 'ERP order not found'],
    ['SO-1', 'This ERP order belongs to another deal'],
    [' ', 'Enter the number exactly as in the ERP.'],
  ] as const) {
    const answer = await post(`/desk/orders/${id}/adopt`, cookie, { erpNumber });
    expect(answer.status).toBeGreaterThanOrEqual(409);
    expect(await answer.text()).toContain(words);
  }
  expect((await post(`/desk/orders/${id}/adopt`, cookie, { erpNumber: ' SO-2 ' })).status).toBe(303);
  await world.rest();
  expect(await engine.get(world.account, id)).toMatchObject({ state: 'confirmed', erpNumber: 'SO-2' });
  expect(world.erp.orders).toHaveLength(2);
});

test.each([
  ['busy', 'ERP is busy'],
  ['down', 'ERP not responding'],
] as const)(
  'with an ERP that is %s an order is not adopted: the cause, and that nothing goes on by itself',
  async (mode, cause) => {
    const id = await refused();
    const cookie = await signIn();
    world.erp.set(mode);
    const answer = await post(`/desk/orders/${id}/adopt`, cookie, { erpNumber: 'SO-2' });
    const page = await answer.text();
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(page).toContain(cause);
    expect(page).toContain('Nothing was linked. Try again when the ERP responds.');
    expect(page).toContain('value="SO-2"');
    expect(page).not.toMatch(/automatically|your admin/);
    expect(await engine.get(world.account, id)).toMatchObject({ state: 'needs_attention', erpNumber: null });
  },
);

test('the list names the rep of each order, and shows one kind or one’s own by choice', async () => {
  const id = await refused();
  const made = (await engine.get(world.account, id)).createdBy;
  const of = async (query: string, actor: string) =>
    (await get(`/desk/orders?tab=all${query}`, await signIn({ actor }))).text();
  const row = `id="o-${id}"`;
  expect(await of('', made)).toMatch(new RegExp(`${row}[\\s\\S]{0,300}${made}`));
  expect(await of('&kind=order&mine=1', made)).toContain(row);
  expect(await of('&kind=return', made)).not.toContain(row);
  const other = await of('&mine=1', 'kim@example.com');
  expect(other).not.toContain(row);
  expect(other).toContain('No results for these filters');
  // The next page and the other tabs keep the filter.
  expect(other).toContain('tab=waiting&amp;mine=1');
});

test('sent again and stopped; what is no longer possible says so and changes nothing', async () => {
  const one = await refused('d1');
  const two = await refused('d2');
  const cookie = await signIn();
  expect(await (await get(`/desk/orders/${one}/resend`, cookie)).text()).toContain('so there is no duplicate.');
  expect((await post(`/desk/orders/${one}/resend`, cookie)).status).toBe(303);
  expect((await post(`/desk/orders/${two}/cancel`, cookie)).status).toBe(303);
  await world.rest();
  expect((await engine.get(world.account, one)).state).toBe('confirmed');
  expect((await engine.get(world.account, two)).state).toBe('cancelled');
  expect(world.erp.orders).toHaveLength(1);
  for (const verb of ['cancel', 'mend', 'adopt']) {
    const late = await post(`/desk/orders/${one}/${verb}`, cookie, { erpNumber: 'SO-1', note: 'late' });
    expect([late.status, (await late.text()).includes('The order’s status changed.')]).toEqual([409, true]);
    expect((await get(`/desk/orders/${one}/${verb}`, cookie)).status).toBe(409);
  }
  expect(world.erp.orders).toHaveLength(1);
});

test('several are sent again at once: named before, followed after, and what moved on meanwhile is said', async () => {
  const cookie = await signIn();
  const [one, two] = [await refused('d1'), await refused('d2')];
  const list = await (await get('/desk/orders?tab=attention', cookie)).text();
  for (const id of [one, two]) expect(list).toContain(`form="bulk" name="id" value="${id}"`);
  expect(list).toContain('Resend selected');
  const ids = `id=${one}&id=${two}&id=none&id=${randomUUID()}`;
  const asked = await (await get(`/desk/orders/resend?${ids}`, cookie)).text();
  expect(asked).toContain('Resend 2 orders to the ERP?');
  expect(asked).toContain('Orders that the ERP already has are not created again.');
  // The ERP has not reckoned them yet: what is known is the quote's net sum.
  for (const page of [list, asked]) {
    expect(page).toContain('Total (gross)');
    expect(page.match(/<span class="small net">net<\/span>/g)).toHaveLength(2);
    // Where rows are blocks, this stands beside the sum.
    expect(page.match(/data-label="Net"/g)).toHaveLength(2);
  }
  expect(world.erp.orders).toHaveLength(0);
  const press = () =>
    app.request('/desk/orders/resend', {
      method: 'POST',
      body: ids,
      headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    });
  const answer = await press();
  const report = answer.headers.get('location') ?? '';
  expect([answer.status, report]).toEqual([303, expect.stringContaining('/desk/orders/resent?id=')]);
  await world.rest(5);
  const followed = await (await get(report, cookie)).text();
  expect(followed).toContain('2 of 2 created in the ERP');
  // A second press finds nothing on hold: both are where they are, and are told so.
  const again = (await press()).headers.get('location') ?? '';
  expect(await (await get(again, cookie)).text()).toContain('Not resent: its status had changed.');
  expect(world.erp.orders).toHaveLength(2);
  expect(await (await get('/desk/orders/resend', cookie)).text()).toContain('Nothing to resend');
});
test('another account’s orders are not sent again along with one’s own', async () => {
  const id = await refused();
  const stranger = await openWorld(store.db);
  try {
    const cookie = cookieOf(await open(await linkFor(person(stranger.account))));
    expect(await (await get(`/desk/orders/resend?id=${id}`, cookie)).text()).toContain('Nothing to resend');
    await app.request('/desk/orders/resend', {
      method: 'POST',
      body: `id=${id}`,
      headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect((await engine.details(world.account, id)).submission.state).toBe('needs_attention');
  } finally {
    await stranger.close();
  }
});

test('rubbish in an address is a list or a page that says that there is nothing; never a fault of ours', async () => {
  const cookie = await signIn();
  for (const path of [
    '/desk/orders?tab=nonsense&after=%00',
    `/desk/orders?after=2026-11-25T10:00:00.000Z~${randomUUID()}&search=${'x'.repeat(300)}`,
    '/desk/orders?search=%27%22%3Cscript%3E',
  ])
    expect((await get(path, cookie)).status).toBe(200);
  for (const path of [
    '/desk/orders/1',
    `/desk/orders/${randomUUID()}`,
    `/desk/orders/${randomUUID()}/delete`,
    '/desk/x',
  ])
    expect((await get(path, cookie)).status).toBe(404);
  expect(await (await get('/desk/orders?search=%3Cscript%3E', cookie)).text()).not.toContain('<script>');
});

test('pages follow each other without a gap, and the filter stays in the address', async () => {
  world.erp.set('down');
  // All in one instant: the id decides their order.
  for (let deal = 0; deal < 30; deal += 1) await world.submit(engine, `d${deal}`);
  const cookie = await signIn();
  const links = (text: string) => [...text.matchAll(/id="o-([0-9a-f-]{36})"/g)].map(([, id]) => id);
  const first = await (await get('/desk/orders?tab=moving', cookie)).text();
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(next).toContain('tab=moving');
  const second = await (await get(next, cookie)).text();
  expect([links(first).length, links(second).length]).toEqual([25, 5]);
  expect(new Set([...links(first), ...links(second)]).size).toBe(30);
  expect(second).not.toContain('rel="next"');
});

test('language by the CRM’s word, the browser’s, or a choice; times in the zone that the browser said', async () => {
  const id = await refused();
  const fr = await signIn({ locale: 'fr_FR' });
  expect(await (await get('/desk/orders', fr)).text()).toMatch(/<html lang="fr">[\s\S]*Administration des ventes/);
  const unsaid = await signIn({ locale: null, timeZone: null });
  const german = { 'accept-language': 'pl,de-AT;q=0.8,en;q=0.5' };
  const page = await (await get(`/desk/orders/${id}`, unsaid, german)).text();
  expect(page).toMatch(/<html lang="de">[\s\S]*data-ask-zone[\s\S]*25\. Nov\. 2026, 08:00/);
  const changed = cookieOf(await post('/desk/view', unsaid, { timeZone: 'America/New_York', locale: 'fr' }));
  const after = await (await get(`/desk/orders/${id}`, changed, german)).text();
  expect(after).toMatch(/<html lang="fr">[\s\S]*25 nov\. 2026, 03:00/);
  expect(after).not.toContain('data-ask-zone');
  // The language that is there already does not take the region's way of writing days.
  const british = cookieOf(await post('/desk/view', await signIn({ locale: 'en-GB' }), { locale: 'en' }));
  expect(await (await get(`/desk/orders/${id}`, british)).text()).toContain('25 Nov 2026');
  // What is no zone or language changes nothing, and no address leads away from the desk.
  const answer = await post(
    '/desk/view',
    changed,
    { timeZone: 'Mars/Base' },
    { referer: 'https://app.backroom.example//evil.example' },
  );
  expect(answer.headers.get('location')).toBe('/desk/orders');
});

test('what the ERP has otherwise than it was sent, and an order that cannot be read, have their page', async () => {
  const cookie = await signIn();
  const { id } = await world.submit(engine, 'd1');
  await world.rest();
  const change = (values: Record<string, string>) =>
    store.db.updateTable('submissions').set(values).where('id', '=', id).execute();
  await change({
    differences: JSON.stringify([{ field: 'net', line: null, sent: '1000 EUR', got: '1200 EUR' }]),
  });
  const text = async (path: string) => (await get(path, cookie)).text();
  expect(await text(`/desk/orders/${id}`)).toContain('Net total: sent €1,000.00, ERP €1,200.00');
  await change({ payload: JSON.stringify({ kind: 'order' }) });
  expect(await text(`/desk/orders/${id}`)).toContain('SO-1');
  expect(await text('/desk/orders?tab=all')).toContain(id);
});
test('what the ERP holds has a tab, says what holds it and whose task it is, and is filtered with no statement more', async () => {
  const cookie = await signIn();
  const { id } = await world.submit(engine, 'd1');
  const other = await world.submit(engine, 'd2');
  await world.rest();
  const text = async (path: string) => (await get(path, cookie)).text();
  expect(await text('/desk/orders?tab=held')).toContain('Nothing on hold in the ERP');
  const holds = [
    { kind: 'credit', code: 'B' },
    { kind: 'customer', code: null },
  ];
  await store.db
    .updateTable('submissions')
    .set({ erp_holds: JSON.stringify(holds) })
    .where('id', '=', id)
    .execute();
  const list = await text('/desk/orders?tab=held');
  expect(list).toMatch(/On hold in ERP <span class="count">1</);
  expect(list).toContain('Credit check not passed (B) and Customer blocked.');
  expect(list).toContain('Credit management decides in the ERP. Customer management lifts the block in the ERP.');
  expect(list).not.toContain(`id="o-${other.id}"`);
  expect(await text('/desk/orders?tab=confirmed')).toContain('On hold in the ERP');
  const page = await text(`/desk/orders/${id}`);
  expect(page).toMatch(/id="held"[\s\S]*Credit check not passed \(B\)\. Credit management decides in the ERP\./);
  expect(await text(`/desk/orders/${other.id}`)).not.toContain('id="held"');
  for (const locale of locales.filter((each) => each !== 'en')) {
    const own = await (await get('/desk/orders?tab=held', await signIn({ locale }))).text();
    expect(own).toContain('(B)');
    expect(own).not.toMatch(/held\.|Credit management|Customer blocked/);
  }
});
test('what the ERP holds of a new order is on the desk as soon as the ERP has it', async () => {
  world.erp.holds([{ kind: 'delivery', code: '01' }]);
  const { id } = await world.submit(engine, 'd1');
  await world.rest();
  expect(await (await get(`/desk/orders/${id}`, await signIn())).text()).toContain('Delivery blocked (01)');
});
test('a changed language leads back to the tab that was open, whatever the browser says of where it came from', async () => {
  const cookie = await signIn();
  const back = async (path: string) => {
    const [, value = ''] = /name="back" value="([^"]*)"/.exec(await (await get(path, cookie)).text()) ?? [];
    const answer = await post('/desk/view', cookie, { locale: 'de', back: value.replaceAll('&amp;', '&') });
    return answer.headers.get('location');
  };
  expect(await back('/desk/orders?tab=all&search=SO-1')).toBe('/desk/orders?tab=all&search=SO-1');
  expect(await back('/desk/orders?done=resend&tab=all')).toBe('/desk/orders?tab=all');
  const away = await post('/desk/view', cookie, { locale: 'de', back: '//evil.example' });
  expect(away.headers.get('location')).toBe('/desk/orders');
});

test('what an order says beside its lines stands on its page', async () => {
  const cookie = await signIn();
  const { id } = await world.submit(engine, 'd1');
  const payload = world.orderOf('d1', 'r1');
  if (payload.kind !== 'order') throw new Error('an order was asked for');
  const amount = { amount: '25.00', currency: 'EUR' };
  const address = { name: null, street: 'Am Speicher 7', postalCode: '23552', city: 'Lübeck', country: 'DE' };
  const order = {
    ...payload.order,
    poNumber: '4500017711',
    contact: { name: 'Mika Ohm', email: 'mika@nordwind.example', phone: null },
    deliverTo: { kind: 'one_off', address },
    invoiceTo: { kind: 'known', id: 'a-1' },
    partialDelivery: false,
    charges: [{ kind: 'shipping', name: 'Freight', amount }],
  };
  const changed = JSON.stringify({ ...payload, order, places: { invoiceTo: 'Head office, Hamburg' } });
  await store.db.updateTable('submissions').set({ payload: changed }).where('id', '=', id).execute();
  const page = await (await get(`/desk/orders/${id}`, cookie)).text();
  for (const words of [
    '4500017711',
    'Mika Ohm, mika@nordwind.example',
    'Am Speicher 7, 23552 Lübeck, DE',
    'Head office, Hamburg',
    'Not allowed',
    'Freight €25.00',
  ])
    expect(page).toContain(words);
});
