import { compose, registered } from '@backroom/backend/compose';
import { readConfig } from '@backroom/backend/config';
import { openFront } from '@backroom/backend/crm/conformance/front';
import { createLogger } from '@backroom/backend/monitoring/logger';
import { accountIdSchema, type PanelsAnswer } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from '../../backend/test/databases.ts';
import { sign, type ToyCaller } from './crm/caller.ts';
import { manifest as crm } from './crm/manifest.ts';
import { openToyVendor, say } from './crm-stand-in.ts';
import { manifest as erp } from './erp/manifest.ts';
import { KEY, startToyErp } from './erp-stand-in.ts';

const SECRET = 'toy-secret-of-a-test';
const account = accountIdSchema.parse('toy:1');
const closing: (() => Promise<void>)[] = [];
const vendor = openToyVendor();
let backend: Awaited<ReturnType<typeof compose>>;

beforeAll(async () => {
  const toyErp = await startToyErp();
  const never = () => say(500, {});
  const faults = { rate_limited: never, day_is_spent: never, locked: never, server_error: never, not_json: never };
  const voice = { isToken: () => false, faults, ended: never, refused: never, misconfigured: never };
  const front = await openFront(vendor, voice);
  // The one line that each of them has in its registry.
  const adapters = { crms: [...registered.crms, crm], erps: [...registered.erps, erp] };
  const env = {
    HUBSPOT_CLIENT_ID: 'toy-test',
    HUBSPOT_CLIENT_SECRET: 'toy-test-secret',
    TOY_CRM_URL: front.url,
    TOY_CRM_SECRET: SECRET,
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    ERP_PRIVATE_ADDRESSES: '127.0.0.0/8',
  };
  const store = await openTestStore();
  const config = readConfig(env, [], adapters.crms);
  backend = await compose(config, store, createLogger('silent'), undefined, adapters);
  closing.push(backend.stop, front.close, toyErp.close);
  await backend.accounts.put(account, 'toy');
  await backend.crms.tokens.put(account, {
    accessToken: 'first',
    refreshToken: 'grant',
    expiresAt: Date.now() + 600_000,
  });
  const connection = {
    id: 'toy',
    erp: 'toy',
    name: 'Toy ERP',
    url: toyErp.url,
    credentials: { key: KEY },
    settings: {},
  };
  await backend.accounts.connect(account, connection);
});
afterAll(async () => {
  for (const close of closing) await close();
});

function ask(path: string, role: ToyCaller['role'], body?: unknown): Promise<Response> {
  const caller = JSON.stringify({ account: '1', userId: '7', email: 'rep@example.com', role, at: Date.now() });
  const method = body === undefined ? 'GET' : 'POST';
  const text = body === undefined ? '' : JSON.stringify(body);
  const signature = sign(SECRET, caller, method, path, text);
  const request = new Request(`http://backroom.test${path}`, {
    method,
    headers: { 'x-toy-caller': caller, 'x-toy-signature': signature, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: text }),
  });
  return Promise.resolve(backend.app.fetch(request));
}
async function panelsOf(deal: string) {
  const response = await ask(`/v1/records/deal/${deal}/panels?only=customer,stock,credit`, 'rep');
  const answer = (await response.json()) as { data: PanelsAnswer };
  return answer.data.panels;
}

test('a deal of the new CRM shows customer and stock of the new ERP, and says what that ERP has not', async () => {
  const line = { code: 'PUMP-1', name: 'Pump', quantity: '3', price: '10' };
  const deal = vendor.deal({
    name: 'Pumps',
    currency: 'EUR',
    company: { name: 'Nordwind', vatId: 'DE811000000' },
    quotes: [{ status: 'accepted', lines: [line] }],
  });
  const { customer, stock, credit } = await panelsOf(deal);
  expect(customer).toMatchObject({
    state: 'ready',
    data: { state: 'candidates', candidates: [{ customer: { number: 'C-1' } }] },
  });
  expect(stock).toMatchObject({ state: 'ready', data: { lines: [{ code: 'PUMP-1', available: '8' }] } });
  expect(credit).toMatchObject({ state: 'problem' });
});

test('an event of the new CRM lets the record be read anew', async () => {
  const line = { code: 'PUMP-1', name: 'Pump', quantity: '3', price: '10' };
  const deal = vendor.deal({ name: 'Before', currency: 'EUR', quotes: [{ status: 'accepted', lines: [line] }] });
  const nameOf = async () => {
    const response = await ask(`/v1/records/deal/${deal}/panels?only=stock`, 'rep');
    return ((await response.json()) as { data: PanelsAnswer }).data.record.name;
  };
  expect(await nameOf()).toBe('Before');
  await vendor.fetch(new Request(`http://vendor/deals/${deal}`, { method: 'PATCH', body: '{"name":"After"}' }));
  const change = { type: 'deal', id: deal, what: 'changed', at: new Date().toISOString() };
  const told = { account: '1', changes: [change] };
  expect((await ask('/toy/events', 'rep', told)).status).toBe(403);
  expect((await ask('/toy/events', 'system', { ...told, account: '2' })).status).toBe(403);
  expect((await ask('/toy/events', 'system', told)).status).toBe(200);
  expect(await nameOf()).toBe('After');
});
