import { accountIdSchema, type Preview } from '@backroom/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const account = accountIdSchema.parse('hubspot:4242');
const own = { done: [], pilots: null, key: 'erp_number', fields: {} } as const;
let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld({ crmCalls: 10_000 });
  world.crm.addProperty('companies', { name: 'tax_number' });
});
afterAll(() => world.close());
beforeEach(() => world.backend.accounts.saveSetup(account, { ...own, done: [] }));

async function hidden(): Promise<unknown[]> {
  const { data, code } = await world.ask('/v1/records/deal/5001/preview', { method: 'POST', body: {} });
  if (code) throw new Error(code);
  const { checks } = data as Preview;
  return checks.flatMap((check) => (check.code === 'field_hidden' ? [[check.level, check.values.what]] : []));
}
const map = (fields: { erpNumber?: string; vatId?: string }) =>
  world.backend.accounts.saveSetup(account, { ...own, done: [], fields });
const matching = async () => (await world.backend.preflight.run(account, ['matching']))[0];

test('a mapped field that the CRM has raises nothing', async () => {
  await map({ vatId: 'tax_number' });
  expect(await hidden()).toEqual([]);
  expect((await matching())?.evidence.map(({ code }) => code)).not.toContain('field_gone');
});

test('a mapped field that is gone blocks the preview and fails the preflight, both by its name', async () => {
  await map({ vatId: 'old_tax_number' });
  expect(await hidden()).toEqual([['block', 'old_tax_number']]);
  expect(await matching()).toMatchObject({ state: 'fail' });
  expect((await matching())?.evidence).toContainEqual({ code: 'field_gone', values: { fields: 'old_tax_number' } });
});

test('a routing rule whose field is gone is named: its deals would go to another ERP', async () => {
  const { accounts } = world.backend;
  const main = await accounts.connection(account);
  if (!main) throw new Error('no connection');
  const second = { erp: 'bridge', name: 'Second', url: main.url, credentials: main.credentials, settings: {} };
  await accounts.connect(account, second, 'second');
  await accounts.setRule(account, 'second', { by: 'field', field: 'old_region', values: ['South'] });
  expect(await hidden()).toEqual([['block', 'old_region']]);
  expect((await matching())?.evidence).toContainEqual({ code: 'field_gone', values: { fields: 'old_region' } });
  const cookie = await world.signIn();
  const page = await (await world.desk('/connections/second', cookie)).text();
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
  const form = { by: 'field', field: 'old_region', values: 'North', version };
  expect((await world.desk('/connections/second/rule', cookie, form)).status).toBe(422);
});
