import { accountIdSchema } from '@backroom/shared';
import { afterEach, expect, test } from 'vitest';
import { faults } from '../../../../extension/playground/server/hubspot/errors.ts';
import type { Portal } from '../../../../extension/playground/server/hubspot/portal.ts';
import { account, openAccount } from './conformance.ts';

let opened: Awaited<ReturnType<typeof openAccount>> | null = null;
afterEach(async () => {
  await opened?.close();
  opened = null;
});
const call = () => ({ account, signal: AbortSignal.timeout(5000) });
async function open(more: Partial<Portal> = {}, facts: Readonly<Record<string, string>> = {}) {
  opened = await openAccount(more, facts);
  const id = opened.fill.deal({ name: 'Deal', currency: 'EUR' });
  const { adapter } = opened;
  const read = () => adapter.record({ type: 'deal', id }, call());
  const tell = () => adapter.writeBack({ type: 'deal', id }, { orderNumber: 'SO-1' }, call());
  const kindOf = (work: Promise<unknown>) =>
    work.then(
      () => 'ok',
      (error: { kind?: string }) => error.kind ?? String(error),
    );
  return { ...opened, id, read, tell, kindOf };
}

test.each([
  ['the app was removed', faults.token.removed, 'unauthorised', false],
  ['the account is gone', faults.token.accountGone, 'unauthorised', false],
  ['our client id is wrong', faults.token.badClientId, 'unreachable', true],
  ['our secret is wrong', faults.token.badClientSecret, 'unreachable', true],
  ['our request is wrong', faults.token.badGrantType, 'unreachable', true],
  ['HubSpot is down', faults.serverError, 'unreachable', true],
  ['too many at once', faults.tenSecondly, 'unreachable', true],
  ['something else answers', faults.badGateway, 'unreachable', true],
  ['RFC 6749 alone', () => Response.json({ error: 'invalid_grant' }, { status: 400 }), 'unauthorised', false],
  ['a page of a proxy', () => new Response('<html>', { status: 403 }), 'unreachable', true],
])('%s: %o', async (_, answer, kind, connected) => {
  const { portal, front, read, kept, kindOf } = await open();
  await read();
  front.endSession();
  portal.nextToken.push(answer);
  expect(await kindOf(read())).toBe(kind);
  expect(await kept.connected()).toBe(connected);
});

test.each([true, false])(
  'an installation knows its account, its rights and its region; the token names them: %s',
  async (tokenNamesPortal) => {
    const scopes = new Set(['oauth', 'crm.objects.deals.read']);
    const { tokens, kept, adapter } = await open({
      id: 815,
      tokenNamesPortal,
      scopes,
      uiDomain: 'app-eu1.hubspot.com',
    });
    const granted = await tokens.exchange('code', 'https://app.backroom.example/hubspot/oauth/callback');
    expect(granted.portalId).toBe(815);
    expect(granted.tokens.more).toMatchObject({ scopes: 'oauth crm.objects.deals.read', timeZone: 'Europe/Berlin' });
    const own = accountIdSchema.parse('hubspot:815');
    await kept.store.put(own, granted.tokens);
    expect((await adapter.pages(own))({ type: 'deal', id: '5' })).toBe(
      'https://app-eu1.hubspot.com/contacts/815/record/0-3/5',
    );
  },
);
test('an installation whose account nobody names is refused, not given to account 0', async () => {
  const { tokens, portal, kindOf } = await open({ tokenNamesPortal: false });
  portal.nextToken.push(() => Response.json({ access_token: 'a', refresh_token: 'r', expires_in: 1800 }));
  // The introspection does not know that token.
  expect(await kindOf(tokens.exchange('code', 'https://app.backroom.example'))).toBe('drift');
});
test('links lead to HubSpot’s front door where the region is not known, or is not HubSpot’s', async () => {
  const { adapter, kept } = await open();
  const pageOf = async () => (await adapter.pages(account))({ type: 'company', id: '7' });
  expect(await pageOf()).toBe('https://app.hubspot.com/contacts/4242/record/0-2/7');
  const stored = await kept.store.get(account);
  if (stored) await kept.store.put(account, { ...stored, more: { uiDomain: 'app.hubspot.com.evil.example' } });
  expect(await pageOf()).toBe('https://app.hubspot.com/contacts/4242/record/0-2/7');
});
test('a right that was declined is not tried; the refusal names it, and the connection stays', async () => {
  const { tell, front, read, kept } = await open({}, { scopes: 'oauth crm.objects.deals.read' });
  const before = front.counts().calls;
  await expect(tell()).rejects.toMatchObject({
    kind: 'refused',
    words: expect.stringContaining('crm.objects.deals.write'),
  });
  expect(front.counts().calls).toBe(before);
  await read();
  expect(await kept.connected()).toBe(true);
});
test('a right that turns out missing is remembered: HubSpot is asked once', async () => {
  const { tell, front, read, portal, kept } = await open();
  portal.scopes = new Set(['crm.objects.deals.read', 'crm.objects.companies.read', 'crm.objects.contacts.read']);
  portal.scopes.add('crm.objects.line_items.read').add('crm.objects.quotes.read');
  await expect(tell()).rejects.toMatchObject({ kind: 'refused', words: expect.stringContaining('deals.write') });
  const before = front.counts().calls;
  await expect(tell()).rejects.toMatchObject({ kind: 'refused' });
  expect(front.counts().calls).toBe(before);
  await read();
  // A new grant is asked anew.
  portal.scopes = null;
  const stored = await kept.store.get(account);
  if (stored) await kept.store.put(account, { ...stored, more: { since: '2026-11-28T10:00:00Z' } });
  await opened?.adapter.prepare(call());
  await tell();
});
test.each([
  ['the day is spent', faults.daily, 15 * 60_000, 25 * 3_600_000],
  ['the account is moving, for an hour', () => faults.migrating(3600), 3_600_000, 3_600_000],
  ['the account is moving, for longer than a day', () => faults.migrating(900_000), 86_400_000, 86_400_000],
])('%s: nothing goes there until then', async (_, answer, least, most) => {
  const { portal, read, tell, front, kindOf } = await open();
  await read();
  portal.next.push(answer);
  const error = await read().then(
    () => null,
    (thrown: { kind: string; retryAfterMs: number }) => thrown,
  );
  expect(error?.kind).toBe('busy');
  expect(error?.retryAfterMs).toBeGreaterThanOrEqual(least);
  expect(error?.retryAfterMs).toBeLessThanOrEqual(most);
  const before = front.counts().calls;
  expect([await kindOf(read()), await kindOf(tell())]).toEqual(['busy', 'busy']);
  expect(front.counts().calls).toBe(before);
});
test('a burst is held back here, HubSpot never has to refuse, and a write-back still goes', async () => {
  const { adapter, fill, refusals, tell, kindOf } = await open();
  await adapter.prepare(call());
  const deals = Array.from({ length: 120 }, (_, nth) => fill.deal({ name: `D-${nth}`, currency: 'EUR' }));
  const kinds = await Promise.all(deals.map((id) => kindOf(adapter.record({ type: 'deal', id }, call()))));
  expect(new Set(kinds)).toEqual(new Set(['ok', 'busy']));
  expect(kinds.filter((kind) => kind === 'ok').length).toBeGreaterThan(50);
  expect(await kindOf(tell())).toBe('ok');
  expect(refusals()).toBe(0);
});
