import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Options } from './service.ts';
import { open, receiver, simple } from './testing.ts';

describe('OAuth', () => {
  const form = (
    crm: ReturnType<typeof open>,
    fields: Record<string, string>,
    basic = crm.oauth.basic,
    path = 'token',
  ) =>
    crm.fetch(
      new Request(`http://pipedrive.test/oauth/${path}`, {
        method: 'POST',
        headers: { authorization: basic },
        body: new URLSearchParams(fields),
      }),
    );
  test('a code counts once and for five minutes; the secret goes in a header', async () => {
    const crm = open();
    const [admin] = crm.desk.users;
    crm.desk.sitsDown(admin?.id ?? 0);
    const { clientId, redirectUri } = crm.app;
    const query = new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri, state: 's-1' });
    const consent = await crm.fetch(new Request(`http://pipedrive.test/oauth/authorize?${query}`));
    const back = new URL(consent.headers.get('location') ?? '');
    expect([consent.status, back.searchParams.get('state')]).toEqual([302, 's-1']);
    const code = back.searchParams.get('code') ?? '';
    const fields = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    expect((await form(crm, fields, 'Basic eDp5')).status).toBe(401);
    const answer = (await (await form(crm, fields)).json()) as Record<string, unknown>;
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 3599, api_domain: 'http://pipedrive.test' });
    expect((await form(crm, fields)).status).toBe(400);
    const late = new URL(crm.desk.marketplaceInstall(admin?.id ?? 0)).searchParams.get('code') ?? '';
    crm.desk.passTime(301_000);
    expect((await form(crm, { ...fields, code: late })).status).toBe(400);
  });
  test('a refresh token counts once; revoked, it ends the grant and its webhooks', async () => {
    const crm = open();
    const { refreshToken } = crm.desk.connect();
    const refresh = (refresh_token: string) => form(crm, { grant_type: 'refresh_token', refresh_token });
    const renewed = (await (await refresh(refreshToken)).json()) as { access_token: string; refresh_token: string };
    const again = await refresh(refreshToken);
    expect([again.status, await again.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
    const token = renewed.access_token;
    const hook = {
      subscription_url: 'https://x.example/',
      event_action: '*',
      event_object: 'deal',
      name: 'x',
      version: '2.0',
    };
    expect((await crm.ask('/v1/webhooks', { method: 'POST', body: hook, token })).status).toBe(201);
    await form(crm, { token: renewed.refresh_token }, undefined, 'revoke');
    expect((await crm.ask('/v1/users/me', { token })).status).toBe(401);
    expect(crm.webhooks.hooks.size).toBe(0);
  });
  test('an uninstall is told to the callback by DELETE, with the app’s own credentials', async () => {
    const { url, got } = await receiver();
    const crm = open({ app: { redirectUri: url } });
    const [admin] = crm.desk.users;
    await crm.desk.uninstall(admin?.id ?? 0);
    expect(got).toMatchObject([
      { method: 'DELETE', authorization: crm.oauth.basic, body: { company_id: crm.settings.id, user_id: admin?.id } },
    ]);
    expect((await crm.ask('/v1/users/me')).status).toBe(401);
  });
  test('the panel’s token is signed by the secret of the panel, and names user and company only', () => {
    const { desk, app, settings } = open();
    const [admin] = desk.users;
    const query = desk.panelQuery({ resource: 'deal', id: 7, user: admin?.id ?? 0 });
    const [head = '', body = '', signature] = (query.get('token') ?? '').split('.');
    expect(createHmac('sha256', app.jwtSecret).update(`${head}.${body}`).digest('base64url')).toBe(signature);
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    expect(claims).toEqual({ userId: admin?.id, companyId: settings.id, iat: claims.iat, exp: claims.iat + 300 });
    expect(query.get('selectedIds')).toBe('7');
  });
});

describe('webhooks', () => {
  async function hooked(status?: () => number, options: Options = {}) {
    const crm = open(options);
    const { url, got } = await receiver(status);
    const hook = { event_action: '*', event_object: 'deal', name: 'x', version: '2.0', subscription_url: url };
    const basic = { http_auth_user: 'name', http_auth_password: 'word' };
    await crm.ask('/v1/webhooks', { method: 'POST', body: { ...hook, ...basic } });
    return { ...crm, got };
  }
  test('a change is told with what was, unsigned, and with who may see it', async () => {
    const { desk, got } = await hooked();
    const id = desk.deal(simple);
    desk.win(id, Date.parse('2026-11-20T23:30:00Z'));
    await desk.settled();
    expect(got[0]?.authorization).toBe(`Basic ${Buffer.from('name:word').toString('base64')}`);
    expect(got[0]?.body).toMatchObject({
      meta: {
        action: 'change',
        entity: 'deal',
        entity_id: String(id),
        change_source: 'app',
        attempt: 1,
        version: '2.0',
      },
      data: { status: 'won', local_won_date: '2026-11-21' },
      previous: { status: 'open' },
    });
    desk.repeatDeliveries();
    await desk.settled();
    expect(got[1]?.body.meta?.id).toBe(got[0]?.body.meta?.id);
  });
  test('a merge is a delete that names the survivor, and a change', async () => {
    const { desk, got } = await hooked();
    const [kept, lost] = [desk.deal(simple), desk.deal(simple)];
    desk.merge('deal', kept, lost);
    await desk.settled();
    const told = got.map(({ body }) => body);
    expect(told.find(({ data }) => data === null)?.meta).toMatchObject({
      entity_id: String(lost),
      merged_to_id: String(kept),
    });
    expect(told.find(({ data }) => data !== null)?.meta).toMatchObject({ merged_from_id: String(lost) });
  });
  test('a failure is tried again after 3, 30 and 150 seconds; ten of them ban the hook for half an hour', async () => {
    let status = 500;
    const { desk, got } = await hooked(() => status);
    const id = desk.deal(simple);
    const waits = [3000, 30_000, 150_000, 600_000];
    desk.change('deal', id, { title: 'A' });
    await desk.settled();
    for (const wait of waits) {
      desk.passTime(wait);
      await desk.settled();
    }
    expect(got.map(({ body }) => body.meta?.attempt)).toEqual([1, 2, 3, 4]);
    for (let nth = 0; nth < 9; nth += 1) {
      desk.change('deal', id, { title: `A ${nth}` });
      await desk.settled();
    }
    status = 200;
    const before = got.length;
    desk.change('deal', id, { title: 'Lost' });
    await desk.settled();
    expect(got.length).toBe(before);
    desk.passTime(31 * 60_000);
    desk.change('deal', id, { title: 'Told' });
    await desk.settled();
    expect(got.at(-1)?.body.data?.title).toBe('Told');
  });
  test('what the hook’s user may not see is not told, and an unknown object has the other envelope', async () => {
    const { ask, desk, got } = await hooked(undefined, { settings: { lineEvents: false } });
    const id = desk.deal(simple);
    desk.deny(desk.users[0]?.id ?? 0, 'deal', id);
    desk.change('deal', id, { title: 'B' });
    await desk.settled();
    expect(got).toEqual([]);
    const body = { event_action: '*', event_object: 'deal_product', name: 'x', subscription_url: 'https://x.example/' };
    const said = await ask('/v1/webhooks', { method: 'POST', body });
    expect([said.status, said.json.status]).toEqual([400, 'error']);
  });
});
