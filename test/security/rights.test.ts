import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld();
});
afterAll(() => world.close());
const account = 'hubspot:4242' as never;
const rep = { userId: '8', userEmail: 'rep@example.com' };
const settings = { method: 'PUT', body: { writeBack: true } };
beforeEach(() => {
  world.portal.visibleTo.clear();
  world.backend.rights.forget(account);
});

test('a rep changes no settings, opens no desk and ends nothing; a super admin of HubSpot may', async () => {
  for (const [path, more] of [
    ['/v1/settings', settings],
    ['/v1/desk/link', { method: 'POST', body: {} }],
    ['/v1/account/uninstall', { method: 'POST', body: { account } }],
  ] as const)
    expect([path, (await world.ask(path, { ...more, ...rep })).code]).toEqual([path, 'forbidden']);
  expect((await world.ask('/v1/settings', settings)).code).toBeUndefined();
  expect((await world.ask('/v1/settings', { ...settings, userId: '999', userEmail: 'pat@example.com' })).code).toBe(
    'forbidden',
  );
});

test('a record that HubSpot does not show to a rep is not there for him, on any path', async () => {
  world.portal.visibleTo.set('0-3/5002', [7]);
  const record = { type: 'deal', id: '5002' };
  for (const [path, more] of [
    ['/v1/records/deal/5002/panels?only=stock', {}],
    ['/v1/records/deal/5002/panels/overview', {}],
    ['/v1/records/deal/5002/submissions', {}],
    ['/v1/records/deal/5002/preview', { method: 'POST', body: {} }],
    ['/v1/records/deal/5002/link', { method: 'POST', body: { action: 'unlink' } }],
    [
      '/v1/orders',
      { method: 'POST', body: { dealId: '5002', revision: 'x', acceptedWarnings: [], idempotencyKey: 'rights-0001' } },
    ],
    [
      '/v1/returns',
      {
        method: 'POST',
        body: {
          record,
          orderNumber: '1',
          reason: 'broken',
          lines: [{ code: 'A', quantity: '1' }],
          idempotencyKey: 'rights-0002',
        },
      },
    ],
    ['/v1/invoices/1/link', { method: 'POST', body: { recordType: 'deal', recordId: '5002' } }],
  ] as const)
    expect([path, (await world.ask(path, { ...more, ...rep })).code]).toEqual([path, 'record_not_found']);
  expect((await world.ask('/v1/records/deal/5002/panels?only=stock')).code).toBeUndefined();
  expect((await world.ask('/v1/records/deal/5003/panels?only=stock', rep)).code).toBeUndefined();
});

test('a write of such a record is neither shown nor acted on', async () => {
  const { data } = await world.ask('/v1/records/deal/5003/preview', { method: 'POST', body: {} });
  const { revision, checks } = data as { revision: string; checks: { code: string }[] };
  const body = {
    dealId: '5003',
    revision,
    acceptedWarnings: checks.map(({ code }) => code),
    idempotencyKey: 'rights-0003',
  };
  const { id } = (await world.ask('/v1/orders', { method: 'POST', body })).data as { id: string };
  expect((await world.ask(`/v1/submissions/${id}`, rep)).code).toBeUndefined();
  world.portal.visibleTo.set('0-3/5003', [7]);
  world.backend.rights.forget(account);
  expect((await world.ask(`/v1/submissions/${id}`, rep)).code).toBe('record_not_found');
  const act = { method: 'POST', body: { action: 'cancel' }, ...rep };
  expect((await world.ask(`/v1/submissions/${id}/actions`, act)).code).toBe('record_not_found');
});

test('where HubSpot does not tell, records are the portal’s and admins are appointed here: who was refused is on the list', async () => {
  world.portal.scopes = new Set([
    'oauth',
    'crm.objects.deals.read',
    'crm.objects.companies.read',
    'crm.objects.contacts.read',
    'crm.objects.line_items.read',
    'crm.objects.quotes.read',
    'crm.objects.products.read',
    'crm.objects.discounts.read',
    'crm.objects.fees.read',
    'crm.objects.taxes.read',
  ]);
  world.portal.tellsViewers = false;
  const cookie = await world.signIn({ userId: '7' }).catch(() => '');
  // Nobody is an admin yet, not even HubSpot's own: it does not tell.
  expect(cookie).toBe('');
  await world.backend.people.appoint(account, '7', 'pat@example.com', 'installation');
  const own = await world.signIn();
  expect((await world.ask('/v1/settings', { ...settings, ...rep })).code).toBe('forbidden');
  const page = await (await world.desk('/access', own)).text();
  expect(page).toContain('rep@example.com');
  expect((await world.desk('/access/appoint', own, { userId: '8' })).status).toBe(303);
  expect((await world.ask('/v1/settings', { ...settings, ...rep })).code).toBeUndefined();
  const reps = await world.signIn(rep);
  expect((await world.desk('/orders', reps)).status).toBe(200);
  expect((await world.desk('/access/dismiss', own, { userId: '8' })).status).toBe(303);
  expect((await world.desk('/orders', reps)).status).toBe(401);
  expect((await world.ask('/v1/settings', { ...settings, ...rep })).code).toBe('forbidden');
  const log = await (await world.desk('/access', own)).text();
  for (const words of ['Made admin', 'Admin rights removed', 'Settings changed', 'Signed in'])
    expect(log).toContain(words);
  world.portal.scopes = null;
  world.portal.tellsViewers = true;
});

test('a look at an order lists nobody; only a person who presses for access is found by the admins', async () => {
  const own = await world.signIn();
  const listed = async () => (await (await world.desk('/access', own)).text()).includes('looks@example.com');
  const looks = { userId: '17', userEmail: 'looks@example.com' };
  const link = { method: 'POST', body: {}, ...looks };
  expect((await world.ask('/v1/desk/link', link)).code).toBe('forbidden');
  expect(await listed()).toBe(false);
  expect((await world.ask('/v1/desk/access', link)).data).toEqual({ requested: true });
  expect(await listed()).toBe(true);
  expect((await world.ask('/v1/desk/link', link)).code).toBe('forbidden');
});

test('an open session of the desk is listed and ended, by its owner and by another admin', async () => {
  const [first, second] = [await world.signIn(), await world.signIn()];
  const page = await (await world.desk('/access', second)).text();
  const ids = [...page.matchAll(/name="id" value="([0-9a-f-]+)"/g)].map(([, id]) => id ?? '');
  expect(ids.length).toBeGreaterThan(1);
  // The own one last.
  for (const id of ids.reverse()) await world.desk('/access/end', second, { id });
  for (const cookie of [first, second]) expect((await world.desk('/orders', cookie)).status).toBe(401);
  expect(
    (await world.desk('/access/end', await world.signIn(), { id: '00000000-0000-4000-8000-000000000000' })).status,
  ).toBe(404);
});

test('a signed change is taken once; a read may be repeated', async () => {
  const { signedRequest } = await import('../support/card.ts');
  for (const [path, more] of [
    ['/v1/settings', settings],
    ['/v1/desk/link', { method: 'POST', body: {} }],
    ['/v1/records/deal/5003/link', { method: 'POST', body: { action: 'unlink' } }],
  ] as const) {
    const request = signedRequest(world.backendUrl, path, more);
    const copy = request.clone();
    expect([path, (await world.send(request)).code]).toEqual([path, undefined]);
    const again = await world.send(copy);
    expect([path, again.status, again.code]).toEqual([path, 401, 'signature_replayed']);
  }
  // Another spelling of the same signature is no signature.
  const request = signedRequest(world.backendUrl, '/v1/settings', settings);
  const spelt = request.headers.get('x-hubspot-signature-v3') ?? '';
  await world.send(request.clone());
  for (const other of [
    spelt.replace('=', ''),
    `${spelt} `,
    spelt.replaceAll('+', '-').replaceAll('/', '_').replace('=', ''),
  ]) {
    const headers = new Headers(request.headers);
    headers.set('x-hubspot-signature-v3', other);
    expect((await world.send(new Request(request.clone(), { headers }))).status).toBe(401);
  }
  const read = signedRequest(world.backendUrl, '/v1/settings');
  expect((await world.send(read.clone())).code).toBeUndefined();
  expect((await world.send(read)).code).toBeUndefined();
});
