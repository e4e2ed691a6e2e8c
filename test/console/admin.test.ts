import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fail } from '../../extension/playground/server/hubspot/errors.ts';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const hubspot = accountIdSchema.parse('hubspot:4242');
let world: SecurityWorld;
let cookie: string;
beforeAll(async () => {
  world = await openSecurityWorld({ worker: false });
  cookie = await world.signIn();
}, 120_000);
afterAll(() => world.close());

const page = async (path: string) => (await world.desk(path, cookie)).text();
/** What a browser would send of the page's form: its inputs, and of each select what is chosen. */
async function formOf(path: string, action: string): Promise<Record<string, string>> {
  const text = await page(path);
  const form = text.split('<form').find((each) => each.includes(`action="${action}"`)) ?? '';
  const inputs = [...form.matchAll(/<input[^>]*name="([^"]*)"[^>]*?(?: value="([^"]*)")?[^>]*>/g)];
  const selects = [...form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)];
  return Object.fromEntries([
    ...inputs.map(([tag, name = '']) => [name, / value="([^"]*)"/.exec(tag)?.[1] ?? '']),
    ...selects.map(([, name = '', options = '']) => [name, /value="([^"]*)" selected/.exec(options)?.[1] ?? '']),
  ]);
}
async function send(path: string, form: Record<string, string>) {
  const answer = await world.desk(path, cookie, form);
  return { status: answer.status, text: await answer.text() };
}
const stored = async () => (await world.backend.accounts.connection(hubspot))?.options.mapping;
const valuesForm = () => formOf('/mapping/values', '/desk/mapping/values/main');
const fieldsForm = () => formOf('/mapping', '/desk/mapping/main');

test('a text that is too long is named at its place, and the account goes on', async () => {
  const form = await valuesForm();
  const long = 'y'.repeat(401);
  const answer = await send('/mapping/values/main', {
    ...form,
    'statuses-to-0': long,
    'statuses-to-1': 'Booked',
    'charges-to-0': long,
  });
  expect(answer.status).toBe(422);
  expect(answer.text.split('At most 400 characters.')).toHaveLength(3);
  expect(answer.text).toContain(`value="${long}"`);
  expect(answer.text).toContain('value="Booked"');
  expect((await stored())?.statuses).toEqual({});
});

test('options that could not be read back are not stored, whoever writes them', async () => {
  const before = await world.backend.accounts.connection(hubspot);
  if (!before) throw new Error('no connection');
  const mapping = { ...before.options.mapping, statuses: { draft: 'y'.repeat(401) } };
  const options = { ...before.options, mapping };
  const who = { version: before.version, by: 'pat@example.com', at: new Date() };
  await expect(world.backend.accounts.changeConnection(hubspot, before.id, { options }, who)).rejects.toThrow();
  expect(await stored()).toEqual(before.options.mapping);
});

test('half a row and a value that is in the table already are told, and stay in the form', async () => {
  const before = await world.backend.accounts.connection(hubspot);
  if (!before) throw new Error('no connection');
  // The units' table is there whether the ERP answers in time or not.
  const options = { ...before.options, mapping: { ...before.options.mapping, line: { unit: 'unit_of_line' } } };
  const who = { version: before.version, by: 'pat@example.com', at: new Date() };
  await world.backend.accounts.changeConnection(hubspot, before.id, { options }, who);
  const form = await valuesForm();
  const at = form['units-new'] ?? '';
  const [key, to] = [`units-key-${at}`, `units-to-${at}`];
  const half = await send('/mapping/values/main', { ...form, [key]: 'Dozen of ten' });
  expect([half.status, half.text.includes('value="Dozen of ten"')]).toEqual([422, true]);
  expect(half.text).toContain('Enter the value on both sides.');
  const other = await send('/mapping/values/main', { ...form, [to]: 'pcs' });
  expect([other.status, other.text.includes('Enter the value on both sides.')]).toEqual([422, true]);
  expect((await send('/mapping/values/main', { ...form, [key]: 'Dozen of ten', [to]: 'pcs' })).status).toBe(303);
  const next = await valuesForm();
  const again = next['units-new'] ?? '';
  const twice = { ...next, [`units-key-${again}`]: 'dozen  of TEN', [`units-to-${again}`]: 'm' };
  expect((await send('/mapping/values/main', twice)).text).toContain('This value is in the table already.');
  expect((await stored())?.units).toEqual({ 'Dozen of ten': 'pcs' });
  const { version = '' } = (await world.backend.accounts.connection(hubspot)) ?? {};
  await world.backend.accounts.changeConnection(hubspot, before.id, { options: before.options }, { ...who, version });
});

test('what a second admin typed stays in each form, and a form without a version is stale', async () => {
  const form = await formOf('/mapping/companies', '/desk/mapping/companies');
  const matching = await send('/mapping/companies', { ...form, before: 'of yesterday', vatId: 'typed_by_me' });
  expect([matching.status, matching.text.includes('value="typed_by_me"')]).toEqual([409, true]);
  const fields = { ...(await fieldsForm()), 'target-note': 'description' };
  for (const version of ['', 'x', '0'])
    expect((await send('/mapping/main', { ...fields, version })).status, version).toBe(409);
  const nothing = await send('/mapping/values/main', { ...(await valuesForm()), 'statuses-to-0': 'a\u0000b' });
  expect([nothing.status, (await stored())?.statuses]).toEqual([303, { draft: 'ab' }]);
});

test('while the ERP is away no value is called unmapped, and a try says that nothing is saved', async () => {
  const tried = await send('/mapping/main', { ...(await fieldsForm()), 'target-note': 'description', try: 'yes' });
  expect([tried.status, tried.text.includes('Tried, not saved.')]).toEqual([200, true]);
  expect((await stored())?.order.note).toBeUndefined();
  const before = await world.backend.accounts.connection(hubspot);
  if (!before) throw new Error('no connection');
  const toErp = [{ record: 'order' as const, crm: 'dealstage', erp: 'paymentTerms' }];
  const options = { ...before.options, mapping: { ...before.options.mapping, toErp } };
  const who = { version: before.version, by: 'pat@example.com', at: new Date() };
  await world.backend.accounts.changeConnection(hubspot, before.id, { options }, who);
  const switches = (outage: boolean) =>
    fetch(`${world.pageUrl}/__erp/switches`, { method: 'PUT', body: JSON.stringify({ outage }) });
  await switches(true);
  const away = await page('/mapping/values');
  const typed = { 'table-0': 'order.paymentTerms', 'values-0-key-0': 'Quote accepted', 'values-0-to-0': 'N30' };
  const late = await send('/mapping/values/main', { ...typed, version: 'x' });
  await switches(false);
  expect([late.status, late.text.includes('name="values-0-to-0" value="N30"')]).toEqual([409, true]);
  expect(away).toContain('is not responding, so mapped fields with choices can’t be shown');
  expect(away).not.toContain('No mapped field has choices');
});

test('two admins do not overwrite each other’s automation; what the second one chose stays in the form', async () => {
  const form = await formOf('/automation', '/desk/automation');
  const timeline = await formOf('/automation', '/desk/automation/timeline');
  const before = (form.before ?? '').replaceAll('&quot;', '"');
  expect((await send('/automation', { before, on: 'all' })).status).toBe(303);
  const second = await send('/automation', { before, on: 'off' });
  expect([second.status, second.text.includes('Another admin has changed this meanwhile.')]).toEqual([409, true]);
  expect(second.text).toMatch(/value="off" checked/);
  const settings = async () => (await world.backend.accounts.get(hubspot))?.settings.automation;
  expect((await settings())?.all).toBe(true);

  const drawn = (timeline.before ?? '').replaceAll('&quot;', '"');
  expect((await send('/automation/timeline', { before: drawn, kind: 'delivered', language: 'de' })).status).toBe(303);
  const late = await send('/automation/timeline', { before: drawn, kind: 'order_confirmed', language: 'fr' });
  expect(late.status).toBe(409);
  expect(late.text).toMatch(/value="order_confirmed" checked/);
  expect((await settings())?.timeline).toEqual({ kinds: ['delivered'], language: 'de' });
});

test('pipelines are not called gone while the CRM does not list them', async () => {
  const { accounts } = world.backend;
  const known = await accounts.get(hubspot);
  if (!known) throw new Error('no account');
  await accounts.saveSettings(hubspot, { ...known.settings, automation: { all: false, pipelines: ['partners'] } });
  world.portal.next.push(() => fail(429, 'RATE_LIMITS', 'daily limit'));
  const text = await page('/automation');
  expect(text).toContain('value="partners"');
  expect(text).not.toContain('no longer in the CRM');
  expect(text).toContain('The CRM did not list its pipelines');
});

test.each([
  ['/mapping/main', { 'target-note': 'no such field' }, '/desk/mapping?connection=main'],
  ['/mapping/values/main', { version: 'x' }, '/desk/mapping/values?connection=main'],
  ['/mapping/companies', { before: 'x' }, '/desk/mapping/companies'],
  ['/automation', { on: 'some' }, '/desk/automation'],
  ['/automation/timeline', { before: 'x' }, '/desk/automation'],
  ['/automation/bulk', { from: 'x' }, '/desk/automation/bulk'],
  ['/load', { peak: 'x' }, '/desk/load'],
  ['/alerts/add', { address: 'x' }, '/desk/alerts'],
  ['/conflicts', {}, '/desk/conflicts'],
])('from what %s refuses, another language leads to a page that is there', async (path, form, to) => {
  const { text, status } = await send(path, form as Record<string, string>);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).toContain(`name="back" value="${to}"`);
  expect((await world.desk(to.replace('/desk', ''), cookie)).status).toBe(200);
});
