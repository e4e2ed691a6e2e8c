import { createVault } from '@backroom/backend/access/secrets';
import { connections } from '@backroom/backend/accounts/connect';
import { erpManifests } from '@backroom/backend/erp/registry';
import { type AccountStore, accountStore } from '@backroom/backend/store/accounts';
import type { Store } from '@backroom/backend/store/open';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, databases } from '../../backend/test/databases.ts';
import { deskApp, origin, tokens } from '../../backend/test/desk-app.ts';
import { openWorld, type World } from '../../backend/test/engine-world.ts';
import {
  BUSINESS,
  type SageAccounting,
  app as sageApp,
  startSageAccounting,
} from '../stand-ins/sage-accounting/start.ts';

const callback = `${origin}/desk/connections/granted`;
let database: Database;
let store: Store;
let erp: SageAccounting;
let world: World;
let accounts: AccountStore;
let app: ReturnType<typeof deskApp>;
let now: number;
beforeAll(async () => {
  database = (await databases[0]?.start()) as Database;
  store = await database.open();
  erp = await startSageAccounting({ redirectUrl: callback });
});
afterAll(async () => {
  await erp?.close();
  await database?.remove();
});
beforeEach(async () => {
  now = Date.parse('2026-11-25T10:00:00Z');
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

async function signIn(userId = '7'): Promise<string> {
  const person = { account: world.account, userId, actor: `${userId}@example.com`, roles: ['rep', 'admin'] as const };
  const { token } = await tokens.signLink(
    { ...person, roles: [...person.roles], locale: 'en', timeZone: 'UTC' },
    '/desk/connections',
    now,
  );
  const answer = await app.request(`/desk/enter/${token}`);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
const told = async (answer: Response) => ({
  status: answer.status,
  to: answer.headers.get('location'),
  text: await answer.text(),
});
const get = async (path: string, cookie: string) =>
  told(await app.request(path.replace(origin, ''), { headers: { cookie } }));
const post = async (path: string, cookie: string, form: Record<string, string>) =>
  told(
    await app.request(path, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    }),
  );
const entered = () => ({
  url: erp.url,
  clientId: sageApp.clientId,
  clientSecret: sageApp.clientSecret,
  refreshToken: '',
  business: BUSINESS,
});
/** The address that the page links to. */
const linkIn = (text: string): string => (/href="(http:[^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
/** What Sage's page makes of the visit of a person who says yes: the address that their browser goes to. */
const consent = async (url: string): Promise<string> =>
  (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';

test('an admin signs in at the ERP and the connection is there, without a token that anybody typed', async () => {
  const cookie = await signIn();
  const form = await get('/desk/connections/new/sage-accounting', cookie);
  expect(form.text).toContain(`<code>${callback}</code>`);
  const away = await post('/desk/connections/new/sage-accounting', cookie, { ...entered(), grant: 'yes' });
  expect([away.status, away.text.includes(sageApp.clientSecret)]).toEqual([200, false]);
  const back = await consent(linkIn(away.text));
  expect(back.startsWith(`${callback}?code=`)).toBe(true);
  expect(await get(back, cookie)).toMatchObject({ status: 303, to: '/desk/connections/main?done=connected' });
  expect(await accounts.connection(world.account)).toMatchObject({
    erp: 'sage-accounting',
    name: 'Sage Accounting · Backroom Trading Ltd',
    credentials: { clientSecret: sageApp.clientSecret, refreshToken: expect.stringMatching(/^.{20,}$/) },
  });
  // The same answer a second time, as by a reload.
  expect((await get(back, cookie)).status).toBe(410);
  // Later the form needs neither secret nor token again.
  const { version } = (await accounts.connection(world.account)) ?? {};
  const again = { ...entered(), clientSecret: '', version: version ?? '', grant: 'yes' };
  const more = await post('/desk/connections/main/access', cookie, again);
  expect(await get(await consent(linkIn(more.text)), cookie)).toMatchObject({ status: 303 });
});

test('without the business the ERP names those there are, and what was granted is kept for the next attempt', async () => {
  const cookie = await signIn();
  const path = '/desk/connections/new/sage-accounting';
  const away = await post(path, cookie, { ...entered(), business: '', grant: 'yes' });
  const refused = await get(await consent(linkIn(away.text)), cookie);
  expect(refused.text).toContain(`Backroom Trading Ltd: ${BUSINESS}`);
  const typed = /name="typed" value="([^"]+)"/.exec(refused.text)?.[1] ?? '';
  const done = await post(path, cookie, { ...entered(), clientSecret: '', typed });
  expect(done).toMatchObject({ status: 303, to: '/desk/connections/main?done=connected' });
});

test('the wizard goes on where it was left', async () => {
  const cookie = await signIn();
  await post('/desk/setup/erp', cookie, { erp: 'sage-accounting' });
  const away = await post('/desk/setup/access', cookie, { ...entered(), revision: '1', grant: 'yes' });
  const back = await get(await consent(linkIn(away.text)), cookie);
  expect(back).toMatchObject({ status: 303, to: '/desk/setup/access?granted=yes' });
  const form = await get('/desk/setup/access?granted=yes', cookie);
  expect(form.text).toContain('Sage Accounting has given Backroom access.');
  const revision = /name="revision" value="(\d+)"/.exec(form.text)?.[1] ?? '';
  const done = await post('/desk/setup/access', cookie, { ...entered(), clientSecret: '', revision });
  expect(done).toMatchObject({ status: 303, to: '/desk/setup/test?done=connected' });
});

test('whoever says no, comes late or is somebody else gets no connection', async () => {
  const cookie = await signIn();
  const path = '/desk/connections/new/sage-accounting';
  expect((await post(path, cookie, { ...entered(), url: 'nonsense', grant: 'yes' })).status).toBe(422);
  const ask = async () => linkIn((await post(path, cookie, { ...entered(), grant: 'yes' })).text);
  const state = new URL(await ask()).searchParams.get('state') ?? '';
  const no = await get(`${callback}?error=access_denied&error_description=The+user+said+no&state=${state}`, cookie);
  expect(no.text).toContain('The user said no');
  const another = await get(await consent(await ask()), await signIn('8'));
  expect([another.status, another.text.includes('This sign-in has expired')]).toEqual([410, true]);
  const url = await ask();
  now += 11 * 60_000;
  expect((await get(await consent(url), await signIn())).status).toBe(410);
  expect((await get(`${callback}?code=x&state=made-up`, await signIn())).status).toBe(410);
  expect(await accounts.connection(world.account)).toBeNull();
});
