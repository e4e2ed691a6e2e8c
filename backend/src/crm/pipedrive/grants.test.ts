import { afterEach, expect, test } from 'vitest';
import { account, openAccount } from './conformance.ts';

let close: (() => Promise<void>) | null = null;
afterEach(async () => {
  await close?.();
  close = null;
});
const call = () => ({ account, signal: AbortSignal.timeout(10_000) });
async function open() {
  const opened = await openAccount();
  close = opened.close;
  const { desk } = opened.crm;
  const [, rep, other] = desk.users;
  if (!rep || !other) throw new Error('the cast has three users');
  const id = String(desk.deal({ name: 'Deal', currency: 'EUR' }));
  /** A grant of this user, put aside so long ago. */
  const park = async (user: number, days: number) => {
    const expiresAt = Date.now() - days * 86_400_000;
    const more = { api: opened.front.url, user: String(user), since: '2026-01-01T00:00:00.000Z' };
    await opened.grants.park(account, String(user), { ...desk.connect(user), expiresAt, more });
  };
  const read = () => opened.adapter.record({ type: 'deal', id }, call());
  return { ...opened, desk, id, rep: rep.id, other: other.id, park, read };
}

test('a grant that ended gives way to one that waits, and the account stays connected', async () => {
  const { crm, desk, rep, park, read, kept, grants } = await open();
  await park(rep, 1);
  await read();
  crm.oauth.end(desk.users[0]?.id ?? 0);
  expect((await read()).name).toBe('Deal');
  expect(await kept.connected()).toBe(true);
  expect((await kept.store.get(account))?.more?.user).toBe(String(rep));
  expect(await grants.all(account)).toEqual([]);
});

test('ten that notice at once let one of them take over', async () => {
  const { crm, desk, rep, other, park, read, kept, grants } = await open();
  await park(rep, 1);
  await park(other, 1);
  crm.oauth.end(desk.users[0]?.id ?? 0);
  const all = await Promise.all(Array.from({ length: 10 }, read));
  expect(all).toHaveLength(10);
  expect(await grants.all(account)).toHaveLength(1);
  expect(await kept.connected()).toBe(true);
});

test('grants that wait are used before they end; one that ended is forgotten', async () => {
  const { crm, rep, other, park, tokens, grants } = await open();
  await park(rep, 40);
  await park(other, 40);
  crm.oauth.end(other);
  const before = (await grants.parked(account, String(rep)))?.refreshToken;
  await tokens.tend(account);
  const after = await grants.parked(account, String(rep));
  expect(after?.refreshToken).not.toBe(before);
  expect(after?.more).toMatchObject({ user: String(rep), since: '2026-01-01T00:00:00.000Z' });
  expect(await grants.parked(account, String(other))).toBeNull();
  // Renewed a moment ago: nothing is asked.
  await tokens.tend(account);
  expect((await grants.parked(account, String(rep)))?.refreshToken).toBe(after?.refreshToken);
});

test.each([
  ['https://nordlicht.pipedrive.com.evil.example', 'drift'],
  ['http://nordlicht.pipedrive.com', 'drift'],
  ['https://user@nordlicht.pipedrive.com', 'drift'],
  ['https://nordlicht.pipedrive.com:8443', 'drift'],
  ['nonsense', 'drift'],
])('a token goes to no address but Pipedrive’s: %s', async (api_domain, kind) => {
  const { front, tokens } = await open();
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    String(input) === `${front.url}/oauth/token`
      ? Promise.resolve(Response.json({ access_token: 'a', refresh_token: 'r', expires_in: 3599, api_domain }))
      : real(input, init);
  try {
    await expect(tokens.exchange('code', 'https://app.backroom.example/callback')).rejects.toMatchObject({ kind });
  } finally {
    globalThis.fetch = real;
  }
});
