import { type CrmAdapter, CrmError, type OwnOrder, type OwnOrders } from '@backroom/backend/crm/contract/index';
import { ownOrderIn, ownOrdersReader } from '@backroom/backend/deals/own-orders';
import { accountIdSchema, type Preview } from '@backroom/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const account = accountIdSchema.parse('hubspot:4242');
let world: SecurityWorld;
let cookie: string;
let crm: CrmAdapter;
let record: CrmAdapter['record'];
beforeAll(async () => {
  world = await openSecurityWorld({ crmCalls: 10_000, worker: false });
  cookie = await world.signIn();
  crm = await world.backend.crms.crmFor(account);
  record = crm.record;
});
afterAll(() => world.close());
/** A connector that stays what it was told first is remembered; each test tells of others under another name. */
let makers: readonly OwnOrders[] | CrmError = [];
beforeEach(() => {
  makers = [];
  crm.record = record;
});

const maker = (more: Partial<OwnOrders> = {}): OwnOrders => ({
  key: 'dual-write',
  name: 'Dual-write',
  into: ['bridge'],
  canBeOff: true,
  ...more,
});
function tells(told: readonly OwnOrders[] | CrmError): void {
  makers = told;
  crm.ownOrders = async () => {
    if (makers instanceof CrmError) throw makers;
    return makers;
  };
}
function hasOrder(own: OwnOrder): void {
  crm.record = async (ref, call) => {
    const found = await record(ref, call);
    return found.type === 'deal' ? { ...found, ownOrder: own } : found;
  };
}
async function preview(): Promise<Preview> {
  const { data, code } = await world.ask('/v1/records/deal/5001/preview', { method: 'POST', body: {} });
  if (code) throw new Error(code);
  return data as Preview;
}
const blocks = ({ checks }: Preview) => checks.filter(({ level }) => level === 'block').map(({ code }) => code);
async function convert({ revision, checks }: Preview) {
  const acceptedWarnings = [...new Set(checks.filter(({ level }) => level !== 'info').map(({ code }) => code))];
  const body = { dealId: '5001', revision, acceptedWarnings, idempotencyKey: crypto.randomUUID() };
  return (await world.ask('/v1/orders', { method: 'POST', body })).code;
}
const native = async () => (await world.backend.preflight.run(account, ['native']))[0];
const page = async () => (await world.desk('/flows', cookie)).text();
async function state(keys: readonly string[], orders: 'both' | 'read' = 'both') {
  const version = /name="version" value="(\d+)"/.exec(await page())?.[1] ?? '';
  const flows = ['customers', 'orders', 'stock', 'invoices', 'pricing', 'returns', 'credit'];
  const fields = [
    ['version', version],
    ['direction-orders', orders],
    ...flows.map((flow) => ['flow', flow]),
    ...keys.map((key) => ['own-off', key]),
  ];
  const answer = await fetch(`${world.backendUrl}/desk/flows/main`, {
    redirect: 'manual',
    method: 'POST',
    body: new URLSearchParams(fields as [string, string][]).toString(),
    headers: { cookie, origin: world.backendUrl, 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.status).toBe(303);
}

test('a CRM that does not tell what makes orders blocks nothing, and the preflight says that nothing connects the two', async () => {
  expect(blocks(await preview())).toEqual([]);
  expect(await native()).toMatchObject({ state: 'pass', evidence: [{ code: 'two_vendors' }] });
});

test('an order that the CRM’s own connector made, or is making, blocks the button by its number', async () => {
  hasOrder({ by: 'SAP', number: 'SO-4711', state: 'made' });
  const shown = await preview();
  expect(shown.checks).toContainEqual({
    code: 'own_order',
    level: 'block',
    lineId: null,
    values: { name: 'SAP', number: 'SO-4711' },
  });
  expect(await convert(shown)).toBe('preview_blocked');
  hasOrder({ by: 'SAP', number: null, state: 'under_way', into: ['bridge'] });
  expect(blocks(await preview())).toEqual(['own_order']);
  // It lies in another ERP, or in another system of this kind.
  hasOrder({ by: 'Odoo', number: 'S00042', state: 'made', into: ['odoo'] });
  expect(blocks(await preview())).toEqual([]);
  hasOrder({ by: 'Odoo', number: 'S00042', state: 'made', into: ['bridge'], host: 'odoo.example.com' });
  expect(blocks(await preview())).toEqual([]);
  hasOrder({ by: 'Odoo', number: 'S00042', state: 'made', into: ['bridge'], host: '127.0.0.1' });
  expect(blocks(await preview())).toEqual(['own_order']);
  const place = { erp: 'odoo', url: 'https://ODOO.example.com:8069', settings: { database: 'erp' } };
  const own = { by: 'Odoo', number: null, state: 'made', into: ['odoo'], host: 'odoo.example.com' } satisfies OwnOrder;
  expect(ownOrderIn({ ...own, database: 'crm' }, place)).toBeNull();
  expect(ownOrderIn({ ...own, database: 'erp' }, place)).not.toBeNull();
  expect(ownOrderIn(own, place)).not.toBeNull();
});

test('an installed connector blocks every conversion until an admin states that it makes no orders', async () => {
  tells([maker(), maker({ key: 'other', name: 'Elsewhere', into: ['odoo'] })]);
  const shown = await preview();
  expect(shown.checks).toContainEqual(
    expect.objectContaining({ code: 'own_orders', level: 'block', values: { name: 'Dual-write' } }),
  );
  expect(blocks(shown)).toEqual(['own_orders']);
  expect(await convert(shown)).toBe('preview_blocked');
  expect(await native()).toMatchObject({
    state: 'fail',
    evidence: [{}, { code: 'may', values: { names: 'Dual-write' } }],
  });
  expect(await page()).toMatch(/name="own-off" value="dual-write"> “Dual-write” creates no orders here/);
  expect(await page()).not.toContain('Elsewhere');

  await state([], 'read');
  expect((await native())?.state).toBe('pass');
  await state(['dual-write']);
  expect(await page()).toMatch(/name="own-off" value="dual-write" checked/);
  expect(blocks(await preview())).toEqual([]);
  expect(await native()).toMatchObject({ state: 'pass', evidence: [{}, { code: 'stated' }] });
  const log = await world.backend.audit.list(account, 1);
  expect(log[0]).toMatchObject({ event: 'settings_changed', target: expect.stringContaining('dual-write') });
  await state([]);
  expect(blocks(await preview())).toEqual(['own_orders']);
});

test('what is read again ten minutes later counts; a CRM that does not answer then does not unblock', async () => {
  let now = 0;
  const read = ownOrdersReader({ crmFor: async () => crm, callOf: () => ({}) as never, now: () => now });
  tells([maker()]);
  expect(await read(account)).toEqual([maker()]);
  tells([]);
  expect(await read(account)).toEqual([maker()]);
  now = 600_000;
  tells(new CrmError('unreachable', 'down'));
  expect(await read(account)).toEqual([maker()]);
  tells([]);
  expect(await read(account)).toEqual([]);
  now = 1_200_000;
  tells(new CrmError('refused', 'no privilege'));
  expect(await read(account)).toBe('not_read');
  const fresh = ownOrdersReader({ crmFor: async () => crm, callOf: () => ({}) as never, now: () => 0 });
  tells(new CrmError('busy', 'later'));
  await expect(fresh(account)).rejects.toMatchObject({ kind: 'busy' });
});
