import { accountIdSchema, type Preview } from '@backroom/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const account = accountIdSchema.parse('hubspot:4242');
const all = ['customers', 'orders', 'stock', 'invoices', 'pricing', 'returns', 'credit'];
const masters = ['orderNumber', 'orderStatus', 'orderTotal', 'promiseDate', 'creditAlert'];
let world: SecurityWorld;
let cookie: string;
beforeAll(async () => {
  world = await openSecurityWorld({ crmCalls: 10_000 });
  cookie = await world.signIn();
});
afterAll(() => world.close());
beforeEach(async () => {
  await save({});
});

const page = async (path = '') => (await world.desk(`/flows${path}`, cookie)).text();
const versionIn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
/** A form with several boxes of one name. */
async function send(path: string, fields: readonly (readonly [string, string])[]) {
  const answer = await fetch(`${world.backendUrl}/desk/flows${path}`, {
    redirect: 'manual',
    method: 'POST',
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    headers: { cookie, origin: world.backendUrl, 'content-type': 'application/x-www-form-urlencoded' },
  });
  return { status: answer.status, text: await answer.text() };
}
type Chosen = { off?: readonly string[]; read?: readonly string[]; pilots?: string; version?: string };
async function save({ off = [], read = [], pilots = '', version }: Chosen) {
  return send('/main', [
    ['version', version ?? versionIn(await page())],
    ['pilots', pilots],
    ...all.filter((flow) => !off.includes(flow)).map((flow) => ['flow', flow] as const),
    ...['customers', 'orders', 'returns'].map(
      (flow) => [`direction-${flow}`, read.includes(flow) ? 'read' : 'both'] as const,
    ),
  ]);
}
async function stock(userEmail = 'pat@example.com'): Promise<string | undefined> {
  const { code, data } = await world.ask('/v1/records/deal/5001/panels?only=stock', { userEmail });
  const { panels } = (data ?? {}) as { panels?: { stock?: { state: string; problem?: { code: string } } } };
  return code ?? panels?.stock?.problem?.code ?? panels?.stock?.state;
}
async function preview(deal: string): Promise<Preview> {
  const { data, code } = await world.ask(`/v1/records/deal/${deal}/preview`, { method: 'POST', body: {} });
  if (code) throw new Error(code);
  return data as Preview;
}
async function convert(deal: string) {
  const { revision, checks } = await preview(deal);
  const acceptedWarnings = [...new Set(checks.filter(({ level }) => level === 'warn').map(({ code }) => code))];
  const body = { dealId: deal, revision, acceptedWarnings, idempotencyKey: crypto.randomUUID() };
  return world.ask('/v1/orders', { method: 'POST', body });
}

test('a flow that is off at this connection answers nothing, and answers again when it is on', async () => {
  await expect.poll(() => stock(), { timeout: 20_000 }).toBe('ready');
  expect((await save({ off: ['stock'] })).status).toBe(303);
  expect(await stock()).toBe('flow_off');
  expect(await page()).not.toMatch(/value="stock" checked/);
  await save({});
  expect(await stock()).toBe('ready');
});

test('orders that are only read: the preview says so, and nothing is converted or created', async () => {
  await save({ read: ['orders', 'customers', 'returns'] });
  const shown = await preview('5001');
  expect(shown.canConvert).toBe(false);
  expect(shown.checks).toContainEqual(expect.objectContaining({ code: 'orders_read_only', level: 'block' }));
  expect((await convert('5001')).code).toBe('preview_blocked');
  const create = { action: 'create', idempotencyKey: crypto.randomUUID() };
  const free = world.crm.all('companies').map(({ id }) => id);
  const codes = await Promise.all(
    free
      .slice(0, 5)
      .map(async (id) => (await world.ask(`/v1/records/company/${id}/link`, { method: 'POST', body: create })).code),
  );
  expect(codes.every((code) => code === 'flow_read_only' || code === 'customer_already_linked')).toBe(true);
  const claims = async () => {
    const { data } = await world.ask('/v1/records/deal/5001/panels?only=returns');
    return (data as { panels: { returns: { data: { canClaim: boolean } } } }).panels.returns.data.canClaim;
  };
  expect(await claims()).toBe(false);
  expect(await page()).toMatch(/<option value="read" selected/);
  await save({});
  expect(await claims()).toBe(true);
});

test('pilot users of a connection see its ERP, and nobody else does; wrong addresses stay in the form', async () => {
  expect((await save({ pilots: 'Kim@Example.com' })).status).toBe(303);
  expect(await stock('kim@example.com')).toBe('ready');
  expect(await stock()).toBe('pilot_only');
  const wrong = await save({ pilots: 'no address', off: ['stock'], read: ['orders'] });
  expect([wrong.status, wrong.text.includes('no address</textarea>')]).toEqual([422, true]);
  expect(wrong.text).not.toMatch(/value="stock" checked/);
  expect(wrong.text).toMatch(/<option value="read" selected/);
});

test('two admins at once: the second keeps what was typed and is told who was faster', async () => {
  const version = versionIn(await page());
  await save({ off: ['credit'] });
  const late = await save({ pilots: 'late@example.com', version, off: ['pricing'] });
  expect(late.text).not.toMatch(/value="pricing" checked/);
  expect(late.text).toMatch(/value="credit" checked/);
  expect([late.status, late.text.includes('late@example.com</textarea>')]).toEqual([409, true]);
  expect(late.text).toContain('pat@example.com changed this connection');
});

test('a field that the CRM is master of is not written, the others are', async () => {
  expect(await page()).toContain('The ERP writes “backroom_order_status” to HubSpot');
  const fields = masters.filter((field) => field !== 'orderStatus').map((field) => ['field', field] as const);
  expect((await send('', [['before', ''], ...fields])).status).toBe(303);
  expect(await page()).toContain('HubSpot keeps “backroom_order_status” as entered there');
  // Another admin was faster: what this one chose stays in the form.
  const late = await send('', [
    ['before', ''],
    ['field', 'orderStatus'],
  ]);
  expect(late.status).toBe(409);
  expect(late.text).toMatch(/value="orderStatus" checked/);
  expect(late.text).not.toMatch(/value="orderTotal" checked/);
  const { code, data } = await convert('5001');
  expect(code, JSON.stringify(data)).toBeUndefined();
  const deal = () => world.crm.all('deals').find(({ id }) => id === '5001')?.properties;
  await expect.poll(() => deal()?.backroom_order_number, { timeout: 30_000 }).toMatch(/^SO-/);
  expect(deal()?.backroom_order_status ?? null).toBeNull();
  const { text } = { text: await page() };
  const before = /name="before" value="([^"]*)"/.exec(text)?.[1] ?? '';
  const every = ['orderStatus', ...masters].map((field) => ['field', field] as const);
  expect((await send('', [['before', before], ...every])).status).toBe(303);
  expect((await world.backend.accounts.get(account))?.settings.fieldsOff).not.toContain('orderStatus');
});
