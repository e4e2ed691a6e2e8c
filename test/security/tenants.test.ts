import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  copyAccount,
  forgetFilters,
  hideRows,
  reachingOthers,
  rowsIn,
  withoutAccount,
} from '../../backend/test/tenants.ts';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld();
});
afterAll(() => world.close());

const own = accountIdSchema.parse('hubspot:4242');
const other = accountIdSchema.parse('hubspot:2222');
const sent = () => [...world.statements.values()].flat();

/** As much of the product as one account can set in motion. */
async function everything(): Promise<void> {
  const post = (body: unknown) => ({ method: 'POST', body });
  for (const panel of ['overview', 'stock', 'pricing', 'orders', 'invoices', 'credit', 'returns', 'customer'])
    await world.ask(`/v1/records/deal/5001/panels?only=${panel}&refresh=${panel}`);
  const { data } = await world.ask('/v1/records/deal/5001/preview', post({}));
  const { revision, checks } = data as { revision: string; checks: { code: string }[] };
  const order = {
    dealId: '5001',
    revision,
    acceptedWarnings: checks.map(({ code }) => code),
    idempotencyKey: 'tenants-0001',
  };
  const { id } = (await world.ask('/v1/orders', post(order))).data as { id: string };
  await world.ask('/v1/orders', post(order));
  await world.ask('/v1/records/company/7008/link', post({ action: 'create', idempotencyKey: 'tenants-0002' }));
  await expect
    .poll(async () => ((await world.ask(`/v1/submissions/${id}`)).data as { state: string }).state, { timeout: 15_000 })
    .toBe('confirmed');
  await world.ask(`/v1/submissions/${id}/actions`, post({ action: 'resend' }));
  await world.ask('/v1/settings', { method: 'PUT', body: { writeBack: true, connectionIsTest: true } });
  const event = { portalId: 4242, occurredAt: Date.now(), subscriptionType: 'contact.privacyDeletion', objectId: 8001 };
  await world.ask('/hubspot/webhooks', { method: 'POST', body: [event], plain: true });
  const cookie = await world.signIn();
  const scopes = { 'scope.figures:read': 'on', 'scope.orders:write': 'on', 'scope.status:read': 'on' };
  const made = await (await world.desk('/access/keys', cookie, { name: 'flow', days: '30', ...scopes })).text();
  const key = / id="key" readonly value="([^"]+)"/.exec(made)?.[1] ?? '';
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'idempotency-key': 'tenants-0003',
  };
  const byKey = (path: string, body?: string) =>
    fetch(`${world.backendUrl}/api/v1${path}`, { headers, ...(body ? { method: 'POST', body } : {}) });
  expect((await byKey('/records/deal/5001/figures')).status).toBe(200);
  expect((await byKey(`/orders/${id}`)).status).toBe(200);
  expect((await byKey('/orders', JSON.stringify({ dealId: '5001' }))).status).toBe(202);
  for (const path of [
    '/orders',
    '/orders?tab=all',
    '/orders?search=x',
    `/orders/${id}`,
    '/reconciliation',
    '/feed',
    '/connection',
    '/access',
  ])
    await world.desk(path, cookie);
  await world.desk('/reconciliation', cookie, { from: '2026-11-01', to: '2026-11-27' });
  await world.desk('/access/keys/revoke', cookie, { id: key.split('.')[2] ?? '' });
  await world.desk('/access/end-all', cookie, {});
  await world.backend.lifecycle.sweep();
}
async function end(): Promise<void> {
  await world.backend.lifecycle.disconnect(own);
  await world.backend.lifecycle.uninstall(own);
}

test('every statement that touches an account’s table names the account, and reaches no row of another', async () => {
  const { db } = world.store;
  // What made the tables is about no account.
  world.statements.clear();
  await everything();
  expect(world.statements.size).toBeGreaterThan(80);
  expect(withoutAccount(world.statements.keys())).toEqual([]);

  // A second customer with the very same records and ids, and a database that can hide either.
  await copyAccount(db, own, other);
  await hideRows(db);
  const accounts = [
    own,
    ...(await db.selectFrom('salesforce_orgs').select('account').execute()).map((row) =>
      accountIdSchema.parse(row.account),
    ),
  ];
  const before = await rowsIn(db, other);
  expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(8);
  expect(await reachingOthers(db, accounts, sent())).toEqual([]);
  world.statements.clear();
  await end();
  expect(withoutAccount(world.statements.keys())).toEqual([]);
  expect(await rowsIn(db, other)).toEqual(before);

  // A filter that is forgotten altogether, and one that is forgotten on one side of a join or below an "or".
  world.statements.clear();
  const { id = '' } =
    (await db.selectFrom('submissions').select('id').where('account', '=', other).executeTakeFirst()) ?? {};
  await db.selectFrom('submissions').selectAll().where('id', '=', id).execute();
  await db.updateTable('links').set({ linked_by: 'x' }).where('record_id', '=', '1').execute();
  expect(withoutAccount(world.statements.keys()).length).toBe(2);
  await copyAccount(db, other, own);
  world.statements.clear();
  await forgetFilters(db, own);
  expect(withoutAccount(world.statements.keys())).toEqual([]);
  expect(await reachingOthers(db, accounts, sent())).toHaveLength(3);
}, 60_000);
