import type { CheckId } from '@backroom/backend/preflight/outcome';
import { type Mapping, noMapping } from '@backroom/backend/store/mapping';
import { accountIdSchema, type Preview } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { won } from '../../extension/playground/server/hubspot/won.ts';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const account = accountIdSchema.parse('hubspot:4242');
let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld({ crmCalls: 10_000 });
  for (const name of ['cost_centre', 'pay_terms']) world.crm.addProperty('deals', { name });
  world.crm.addProperty('companies', { name: 'sector' });
  world.crm.put('deals', '5001', { ...won(new Date()), cost_centre: '4711', pay_terms: 'Net 60' });
});
afterAll(() => world.close());

const connection = async () => {
  const found = await world.backend.accounts.connection(account);
  if (!found) throw new Error('no connection');
  return found;
};
async function map(mapping: Partial<Mapping>): Promise<void> {
  const { id, version, options } = await connection();
  const change = { options: { ...options, mapping: { ...noMapping, ...mapping } } };
  const who = { version, by: 'pat@example.com', at: new Date() };
  expect(await world.backend.accounts.changeConnection(account, id, change, who)).toBe('done');
}
const check = async (id: CheckId) => (await world.backend.preflight.run(account, [id]))[0];
/** The stand-in allows a hundred calls in ten seconds, as HubSpot does. */
const becomes = (id: CheckId, state: string, ...codes: string[]) =>
  expect
    .poll(async () => [(await check(id))?.state, (await check(id))?.evidence.map(({ code }) => code)], {
      timeout: 40_000,
      interval: 3000,
    })
    .toEqual([state, codes]);
async function blocks(): Promise<unknown[]> {
  const { data, code } = await world.ask('/v1/records/deal/5001/preview', { method: 'POST', body: {} });
  if (code) throw new Error(code);
  return (data as Preview).checks.flatMap(({ level, code: of, values }) =>
    level === 'block' && /mapped|hidden|usable/.test(of) ? [[of, values.field ?? values.what, values.value ?? '']] : [],
  );
}
const versionOf = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';

test('an admin maps fields on the page, with an example from a real deal, and a second admin is told', async () => {
  const cookie = await world.signIn();
  const page = await (await world.desk('/mapping', cookie)).text();
  for (const name of ['Salesperson', 'Payment terms', 'Shipping method', 'Cost centre']) expect(page).toContain(name);
  const version = versionOf(page);
  const form = { version, 'order-crm-0': 'cost_centre', 'order-erp-0': 'costCentre', deal: '5001' };
  const tried = await (await world.desk('/mapping/main', cookie, { ...form, try: 'yes' })).text();
  expect(tried).toMatch(/“4711” → Cost centre/);
  expect((await connection()).options.mapping.toErp).toEqual([]);
  const gone = await world.desk('/mapping/main', cookie, { ...form, 'order-crm-0': 'old_field' });
  expect(gone.status).toBe(422);
  expect(await gone.text()).toContain('no field “old_field”');
  expect((await world.desk('/mapping/main', cookie, form)).status).toBe(303);
  expect((await connection()).options.mapping.toErp).toEqual([
    { record: 'order', crm: 'cost_centre', erp: 'costCentre' },
  ]);
  const late = await world.desk('/mapping/main', cookie, { ...form, 'order-erp-0': 'campaign' });
  expect(late.status).toBe(409);
  // What the second admin typed is still there.
  expect(await late.text()).toContain('<option value="campaign" selected>');
  const rows = await world.store.db
    .selectFrom('audit_log')
    .selectAll()
    .where('event', '=', 'settings_changed')
    .execute();
  expect(JSON.stringify(rows)).toContain('costCentre');
});

test('a value is mapped on the page that counts what is not, and an order with it is blocked until then', async () => {
  await map({ toErp: [{ record: 'order', crm: 'pay_terms', erp: 'paymentTerms' }] });
  await expect.poll(blocks, { timeout: 30_000, interval: 2000 }).toEqual([['value_not_mapped', 'pay_terms', 'Net 60']]);
  await becomes('mapping', 'fail', 'unmapped');
  const cookie = await world.signIn();
  const page = await (await world.desk('/mapping/values', cookie)).text();
  expect(page).toContain('Not mapped: 1');
  const form = {
    version: versionOf(page),
    'table-0': 'order.paymentTerms',
    'values-0-key-0': 'Net 60',
    'values-0-to-0': '60 days net',
    'charges-key-0': 'fee:',
    'charges-to-0': 'NO-SUCH',
    'statuses-key-0': 'confirmed',
    'statuses-to-0': 'Bestätigt',
  };
  const wrong = await world.desk('/mapping/values/main', cookie, form);
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('The ERP sells no item with this code.');
  const right = await world.desk('/mapping/values/main', cookie, { ...form, 'charges-to-0': 'SVC-001' });
  expect(right.status).toBe(303);
  expect((await connection()).options.mapping).toMatchObject({
    values: { 'order.paymentTerms': { 'Net 60': '60 days net' } },
    charges: { 'fee:': 'SVC-001' },
    statuses: { confirmed: 'Bestätigt' },
  });
  await becomes('mapping', 'pass', 'there');
  await becomes('units', 'pass', 'erp_units', 'statuses');
  await expect.poll(blocks, { timeout: 30_000, interval: 2000 }).toEqual([]);
}, 180_000);

test('a mapped field that is gone on either side blocks and fails the preflight by its name', async () => {
  await map({ toErp: [{ record: 'order', crm: 'lost', erp: 'costCentre' }] });
  await becomes('mapping', 'fail', 'crm_gone');
  await expect.poll(blocks, { timeout: 30_000, interval: 2000 }).toEqual([['field_hidden', 'lost', '']]);
  await map({ toErp: [{ record: 'order', crm: 'cost_centre', erp: 'lostInErp' }] });
  await becomes('mapping', 'fail', 'erp_gone');
  await expect.poll(blocks, { timeout: 30_000, interval: 2000 }).toEqual([['mapped_field_gone', 'lostInErp', '']]);
  await map({ toErp: [{ record: 'customer', crm: 'lost_sector', erp: 'industry' }] });
  await expect.poll(blocks, { timeout: 30_000, interval: 2000 }).toEqual([['field_hidden', 'lost_sector', '']]);
  await map({ line: { unit: 'no_unit' } });
  await expect.poll(blocks, { timeout: 30_000, interval: 2000 }).toEqual([['field_hidden', 'no_unit', '']]);
  await map({});
  await becomes('mapping', 'pass', 'none');
}, 180_000);

test('units: one that is not mapped fails, and passes when it is', async () => {
  world.crm.addProperty('line_items', { name: 'sold_in' });
  for (const { id } of world.crm.all('line_items')) world.crm.put('line_items', id, { sold_in: 'Karton' });
  await map({ line: { unit: 'sold_in' } });
  await becomes('units', 'fail', 'unmapped', 'statuses_own');
  await map({ line: { unit: 'sold_in' }, units: { karton: 'pcs' } });
  await becomes('units', 'pass', 'mapped', 'statuses_own');
}, 120_000);

test('the fields that companies are matched by are chosen for the account, and a second admin is told', async () => {
  const cookie = await world.signIn();
  const page = await (await world.desk('/mapping/companies', cookie)).text();
  const before = /name="before" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '';
  const form = { before, key: 'registration_number', registrationNumber: 'sector' };
  expect((await world.desk('/mapping/companies', cookie, { ...form, vatId: 'nope' })).status).toBe(422);
  expect((await world.desk('/mapping/companies', cookie, form)).status).toBe(303);
  expect((await world.backend.accounts.get(account))?.setup).toMatchObject({
    key: 'registration_number',
    fields: { registrationNumber: 'sector' },
  });
  expect((await world.desk('/mapping/companies', cookie, { ...form, key: 'vat_id' })).status).toBe(409);
});
