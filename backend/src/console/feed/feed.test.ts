import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, databases } from '../../../test/databases.ts';
import { deskApp, tokens } from '../../../test/desk-app.ts';
import { type FeedWorld, openFeedWorld } from '../../../test/feed-world.ts';
import { ErpError } from '../../erp/contract/index.ts';
import type { Feeds } from '../../feeds/index.ts';
import type { AccountStore } from '../../store/accounts.ts';

const [pglite] = databases;
let database: Database;
let world: FeedWorld;
let one: Feeds;
beforeAll(async () => {
  database = (await pglite?.start()) as Database;
  world = await openFeedWorld((await database.open()).db);
  one = world.feeds();
});
afterAll(async () => {
  await world?.close();
  await database?.remove();
});

async function pageIn(locale: string): Promise<string> {
  const { account, db } = world;
  const unused = {} as never;
  const app = deskApp({
    db,
    feeds: one,
    accounts: world.accounts as AccountStore,
    submissions: unused,
    reconciliation: unused,
    connections: unused,
    crmPages: async () => (record) => `https://crm.example/${record.type}/${record.id}`,
    now: () => world.now().getTime(),
  });
  const person = {
    account,
    userId: '7',
    actor: 'pat@example.com',
    roles: ['rep' as const, 'admin' as const],
    locale,
    timeZone: 'UTC',
  };
  const { token } = await tokens.signLink(person, '/desk/feed', world.now().getTime());
  const entered = await app.request(`/desk/enter/${token}`);
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const answer = await app.request('/desk/feed', { headers: { cookie } });
  expect(answer.status).toBe(200);
  return answer.text();
}

test('the page says that all is well, which records are stuck, and when the ERP is silent', async () => {
  await world.link('1001', 'c1');
  await world.link('1002', 'c2');
  world.crm.state.refused.add('1002');
  await world.pass(one, 0);
  const well = await pageIn('en');
  expect(well).toContain('Up to date');
  expect(well).toContain('href="https://crm.example/company/1002"');
  expect(well).toContain('The CRM rejected the update: Rule 7</strong>');
  expect(well).not.toContain('company/1001');

  world.erp.state.error = new ErpError('unauthorised', 'no', { words: 'wrong <key>' });
  await world.pass(one, 3_600_000);
  const silent = await pageIn('de');
  expect(silent).toContain('id="silent"');
  expect(silent).toContain('Anmeldung am ERP fehlgeschlagen');
  expect(silent).toContain('wrong &lt;key&gt;');
  expect(silent).not.toContain('Aktuell</');
});
