import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld();
});
afterAll(() => world.close());
const hours = (count: number) => new Date(Date.now() - count * 3_600_000);
const statusOf = async (cookie: string, headers: Record<string, string> = {}) =>
  (await fetch(`${world.backendUrl}/desk/orders`, { headers: { cookie, ...headers } })).status;
const seen = (at: Date) => world.store.db.updateTable('desk_sessions').set({ seen_at: at }).execute();
const lastSeen = async () =>
  (await world.store.db.selectFrom('desk_sessions').select('seen_at').executeTakeFirstOrThrow()).seen_at.getTime();

test('a session ends two hours after its last use, and a page that renews itself is no use of it', async () => {
  await world.store.db.deleteFrom('desk_sessions').execute();
  const cookie = await world.signIn();
  await seen(hours(1.9));
  expect(await statusOf(cookie, { 'x-backroom-refresh': '1' })).toBe(200);
  expect(Date.now() - (await lastSeen())).toBeGreaterThan(3_600_000);
  expect(await statusOf(cookie)).toBe(200);
  expect(Date.now() - (await lastSeen())).toBeLessThan(60_000);
  await seen(hours(2.1));
  expect(await statusOf(cookie)).toBe(401);
});
test('it ends after eight hours, whatever its cookie says', async () => {
  const cookie = await world.signIn();
  await world.store.db
    .updateTable('desk_sessions')
    .set({ until: hours(0) })
    .execute();
  expect(await statusOf(cookie)).toBe(401);
});
test('a sign-out ends it for every copy of the cookie; a new link ends the one before it in the same browser', async () => {
  const first = await world.signIn();
  await world.desk('/sign-out', first, {});
  expect(await statusOf(first)).toBe(401);
  const second = await world.signIn();
  const { data } = await world.ask('/v1/desk/link', { method: 'POST', body: {} });
  const url = new URL((data as { url: string }).url);
  const opened = await fetch(`${world.backendUrl}${url.pathname}`, { redirect: 'manual', headers: { cookie: second } });
  expect(await statusOf(world.cookieOf(opened))).toBe(200);
  expect(await statusOf(second)).toBe(401);
});
test('a link of somebody else does not take the place of a session, and is not used up', async () => {
  const own = await world.signIn();
  await world.backend.people.appoint('hubspot:4242' as never, '8', 'rep@example.com', 'test');
  const { data } = await world.ask('/v1/desk/link', {
    method: 'POST',
    body: {},
    userId: '8',
    userEmail: 'rep@example.com',
  });
  const { pathname } = new URL((data as { url: string }).url);
  const refused = await fetch(`${world.backendUrl}${pathname}`, { redirect: 'manual', headers: { cookie: own } });
  expect([refused.status, refused.headers.get('set-cookie')]).toEqual([409, null]);
  expect(await refused.text()).toContain('You are signed in as someone else');
  expect(await statusOf(own)).toBe(200);
  const fresh = await fetch(`${world.backendUrl}${pathname}`, { redirect: 'manual' });
  expect(fresh.status).toBe(303);
});
