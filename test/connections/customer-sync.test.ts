import { type Mapping, noMapping } from '@backroom/backend/store/mapping';
import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const account = accountIdSchema.parse('hubspot:4242');
let world: SecurityWorld;
let company: string;
let customer: string;
beforeAll(async () => {
  world = await openSecurityWorld({ crmCalls: 10_000 });
  for (const name of ['sector', 'erp_rating', 'erp_since']) world.crm.addProperty('companies', { name });
  const [link] = await world.store.db
    .selectFrom('connection_links')
    .selectAll()
    .where('account', '=', account)
    .execute();
  if (!link) throw new Error('no company is linked');
  company = link.record_id;
  customer = (link.customer as { id: string }).id;
  const connection = await world.backend.accounts.connection(account);
  if (!connection) throw new Error('no connection');
  const mapping: Mapping = { ...noMapping, toErp: [{ record: 'customer', crm: 'sector', erp: 'industry' }] };
  const who = { version: connection.version, by: 'pat@example.com', at: new Date() };
  await world.backend.accounts.changeConnection(
    account,
    connection.id,
    { options: { ...connection.options, mapping } },
    who,
  );
});
afterAll(() => world.close());

const erp = () => world.backend.services.erpFor(account);
const call = () => ({ signal: AbortSignal.timeout(10_000) });
const inErp = async () =>
  (await (await erp()).fields?.read({ record: 'customer', ids: [customer], names: ['industry'] }, call()))?.results[0]
    ?.industry;
/** On the ERP's own screens. */
const enterInErp = (value: string) =>
  fetch(`${world.erpUrl}/fields/customer/${customer}/industry`, { method: 'PUT', body: value });
/** In the CRM, which tells it. */
async function enterInCrm(value: string): Promise<void> {
  world.crm.put('companies', company, { sector: value });
  await world.backend.customerSync.touch(account, company);
}
const becomes = (value: string) => expect.poll(inErp, { timeout: 30_000 }).toBe(value);
const settled = () =>
  expect
    .poll(
      async () =>
        (await world.store.db.selectFrom('customer_syncs').select(['due_at', 'claim']).execute()).every(
          // Looked at again tomorrow.
          ({ due_at, claim }) => due_at !== null && due_at.getTime() > Date.now() + 3_600_000 && claim === null,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
const page = async (cookie: string) => (await world.desk('/conflicts', cookie)).text();
function hiddenIn(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
}

test('a mapped field of the company follows into the ERP when it changes in the CRM', async () => {
  await enterInCrm('Steel');
  await becomes('Steel');
  await enterInCrm('Iron');
  await becomes('Iron');
});

test('a change that the CRM does not tell of is noticed within a day', async () => {
  await settled();
  world.crm.put('companies', company, { sector: 'Bronze' });
  await world.store.db
    .updateTable('customer_syncs')
    .set({ due_at: new Date(0) })
    .execute();
  await becomes('Bronze');
});

test('what was entered in the ERP since is not overwritten: a person decides, and the other value is written or stays', async () => {
  const cookie = await world.signIn();
  await settled();
  expect(await page(cookie)).toContain('No conflicts');
  await enterInErp('Copper');
  await enterInCrm('Zinc');
  await expect.poll(() => page(cookie), { timeout: 30_000 }).toContain('Use Zinc');
  expect(await inErp()).toBe('Copper');
  const form = hiddenIn(await page(cookie));
  // Decided about values that are others by now.
  expect((await world.desk('/conflicts', cookie, { ...form, erp: 'Tin', keep: 'crm' })).status).toBe(409);
  expect(await inErp()).toBe('Copper');
  expect((await world.desk('/conflicts', cookie, { ...form, keep: 'crm' })).status).toBe(303);
  await becomes('Zinc');
  await settled();
  expect(await page(cookie)).toContain('No conflicts');

  await enterInErp('Gold');
  await enterInCrm('Silver');
  await expect.poll(() => page(cookie), { timeout: 30_000 }).toContain('Keep Gold');
  expect((await world.desk('/conflicts', cookie, { ...hiddenIn(await page(cookie)), keep: 'erp' })).status).toBe(303);
  await settled();
  expect(await inErp()).toBe('Gold');
  expect(await page(cookie)).toContain('No conflicts');
  const rows = await world.store.db
    .selectFrom('audit_log')
    .selectAll()
    .where('event', '=', 'conflict_decided')
    .execute();
  expect(rows).toHaveLength(2);
});

test('what changed in the ERP alone stays as it is there', async () => {
  await enterInErp('Granite');
  await world.backend.customerSync.touch(account, company);
  await settled();
  expect(await inErp()).toBe('Granite');
});

test('while the ERP is down nothing is lost: it is written when it is back', async () => {
  const switches = (value: object) =>
    fetch(`${world.erpUrl}/switches`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
    });
  await enterInErp('Silver');
  await world.backend.customerSync.touch(account, company);
  await settled();
  await switches({ outage: true });
  await enterInCrm('Platinum');
  await expect
    .poll(async () => (await world.store.db.selectFrom('customer_syncs').select('tries').execute())[0]?.tries, {
      timeout: 30_000,
    })
    .toBeGreaterThan(0);
  await switches({ outage: false });
  await world.store.db
    .updateTable('customer_syncs')
    .set({ due_at: new Date(0) })
    .execute();
  await becomes('Platinum');
});

test('fields of the ERP reach the company, and its number is written when it is linked as well as when it was created', async () => {
  const connection = await world.backend.accounts.connection(account);
  if (!connection) throw new Error('no connection');
  const mapping: Mapping = {
    ...noMapping,
    toCrm: [
      { record: 'customer', erp: 'rating', crm: 'erp_rating' },
      { record: 'customer', erp: 'customerSince', crm: 'erp_since' },
    ],
  };
  const who = { version: connection.version, by: 'pat@example.com', at: new Date() };
  const change = { options: { ...connection.options, mapping } };
  await world.backend.accounts.changeConnection(account, connection.id, change, who);
  for (const [name, value] of Object.entries({ rating: 'AA', customerSince: '2019-05-01' }))
    await fetch(`${world.erpUrl}/fields/customer/${customer}/${name}`, { method: 'PUT', body: value });
  const ref = { type: 'company' as const, id: company };
  const { links } = world.backend;
  const linked = await links.get(account, ref);
  if (!linked) throw new Error('not linked');
  const properties = () => world.crm.all('companies').find(({ id }) => id === company)?.properties ?? {};
  const number = () => properties().backroom_erp_customer_number;
  /** Not at its next turn, which is up to half a minute away. */
  const followNow = () =>
    world.store.db
      .updateTable('feeds')
      .set({ due_at: new Date(0) })
      .where('account', '=', account)
      .execute();
  await links.remove(account, ref);
  await followNow();
  await expect.poll(() => number() || null, { timeout: 40_000 }).toBeNull();
  await links.put(account, ref, linked.customer, 'pat@example.com', new Date());
  await followNow();
  await expect
    .poll(() => [properties().erp_rating, properties().erp_since, number()], { timeout: 40_000 })
    .toEqual(['AA', '2019-05-01', linked.customer.number]);
}, 120_000);
