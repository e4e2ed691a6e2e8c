import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld();
});
afterAll(() => world.close());

test('the log has who was refused what, and neither people, orders, tokens nor line breaks of a stranger', async () => {
  const cookie = await world.signIn();
  await fetch(`${world.backendUrl}/v1/settings?x=%0d%0a{"level":60}`);
  await world.ask('/v1/settings', { portalId: 999_999 });
  await world.ask('/v1/settings', {
    method: 'PUT',
    body: { writeBack: true },
    userId: '8',
    userEmail: 'rep@example.com',
  });
  await world.ask('/v1/records/deal/5001/panels?only=nonsense');
  await fetch(`${world.backendUrl}/desk/enter/a-token-that-nobody-should-read`);
  await fetch(`${world.backendUrl}/documents/a-token-that-nobody-should-read`);
  await world.desk('/sign-out', cookie, {});
  const lines = world.log.map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const expected of [
    { code: 'signature_missing', method: 'GET', route: '/v1/*' },
    { code: 'account_unknown', account: 'hubspot:999999' },
    { code: 'forbidden', method: 'PUT', account: 'hubspot:4242' },
    { code: 'panel_unknown', account: 'hubspot:4242' },
    { audit: 'desk_entered', account: 'hubspot:4242' },
    { audit: 'desk_left', account: 'hubspot:4242' },
  ])
    expect(lines).toContainEqual(expect.objectContaining(expected));
  for (const line of lines) expect([typeof line.time, typeof line.msg]).toEqual(['number', 'string']);
  const text = world.log.join('');
  for (const secret of [
    '@example.com',
    'a-token-that-nobody',
    'playground-secret',
    '5001',
    'Kessler',
    cookie.split('=')[1] ?? '-',
  ])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
  // One object a line.
  expect(world.log.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
});
