import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutAccount } from '../../backend/test/tenants.ts';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld();
});
afterAll(() => world.close());

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
  for (const path of [
    '/orders',
    '/orders?tab=all',
    '/orders?search=x',
    `/orders/${id}`,
    '/reconciliation',
    '/connection',
    '/access',
  ])
    await world.desk(path, cookie);
  await world.desk('/reconciliation', cookie, { from: '2026-11-01', to: '2026-11-27' });
  await world.desk('/access/end-all', cookie, {});
  await world.backend.lifecycle.sweep();
  await world.backend.lifecycle.disconnect('hubspot:4242' as never);
  await world.backend.lifecycle.uninstall('hubspot:4242' as never);
}

test('every statement that touches an account’s table names the account, and a forgotten filter is noticed', async () => {
  // What made the tables is about no account.
  world.statements.clear();
  await everything();
  expect(world.statements.size).toBeGreaterThan(80);
  expect(withoutAccount(world.statements)).toEqual([]);
  await world.store.db
    .selectFrom('submissions')
    .selectAll()
    .where('id', '=', '00000000-0000-4000-8000-000000000000')
    .execute();
  await world.store.db.updateTable('links').set({ linked_by: 'x' }).where('record_id', '=', '1').execute();
  expect(withoutAccount(world.statements).length).toBe(2);
}, 60_000);
