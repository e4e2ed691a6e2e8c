import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld();
});
afterAll(() => world.close());

const body = [
  { portalId: 4242, occurredAt: Date.now(), subscriptionType: 'object.deletion', objectId: 5001, objectTypeId: '0-3' },
];
test('HubSpot tells of any portal; a card of another portal, signed by the same secret, tells of none', async () => {
  expect((await world.ask('/hubspot/webhooks', { method: 'POST', body, plain: true })).status).toBe(200);
  const card = await world.ask('/hubspot/webhooks', { method: 'POST', body, portalId: 2222 });
  expect([card.status, card.code]).toEqual([401, 'signature_invalid']);
  // Whatever a card puts into the address, the proxy appends the four parameters behind it.
  for (const path of ['/hubspot/webhooks?', '/hubspot/webhooks?portalId=4242', '/hubspot/webhooks/?x=1'])
    expect((await world.ask(path, { method: 'POST', body, portalId: 2222 })).status).toBeGreaterThan(400);
});
test('events about an account that is not installed are taken and forgotten, so that HubSpot does not repeat them for a day', async () => {
  const about = [{ ...body[0], portalId: 987654 }];
  expect((await world.ask('/hubspot/webhooks', { method: 'POST', body: about, plain: true })).status).toBe(200);
});
