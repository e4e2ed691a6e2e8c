import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { closing, listening } from '../servers.ts';
import { cast } from './seed/cast.ts';
import { type Options, openPipedrive } from './service.ts';

const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0)) await close();
});
function open(options: Options = {}) {
  const crm = openPipedrive(options);
  const { accessToken } = crm.desk.connect();
  async function ask(path: string, { method = 'GET', body = undefined as unknown, token = accessToken } = {}) {
    const response = await crm.fetch(
      new Request(`http://pipedrive.test${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
    const json: any = text.startsWith('{') ? JSON.parse(text) : {};
    return { status: response.status, headers: response.headers, text, json };
  }
  return { ...crm, ask, token: accessToken };
}
const pump = { code: 'PUMP-40', name: 'Pump 40', quantity: '4', price: '504.50' };
const simple = { name: 'Pumps', currency: 'EUR', company: { name: 'Nordwind GmbH' }, lines: [pump] };
/** A receiver of webhooks, or of the notice of an uninstall, that answers as it is told. */
async function receiver(status = () => 200) {
  const got: { method: string; authorization: string | undefined; body: Record<string, Record<string, unknown>> }[] =
    [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = JSON.parse(Buffer.concat(parts).toString() || '{}');
    got.push({ method: request.method ?? '', authorization: request.headers.authorization, body });
    response.writeHead(status()).end();
  });
  closes.push(() => closing([server]));
  return { url: await listening(server, 0), got };
}

describe('what is not in the document is refused', () => {
  test.each([
    ['a parameter of the query', 'GET', '/api/v2/deals?page=2', undefined, "Parameter 'page' is not allowed"],
    ['a page that is too large', 'GET', '/api/v2/deals?limit=501', undefined, 'limit'],
    ['a status that is none', 'GET', '/api/v2/deals?status=closed', undefined, 'status'],
    ['a moment without its zone', 'GET', '/api/v2/deals?updated_since=2026-01-01', undefined, 'RFC3339'],
    [
      'more ids than a hundred',
      'GET',
      `/api/v2/products?ids=${Array(101).fill(1).join(',')}`,
      undefined,
      'at most 100',
    ],
    ['an id that is none', 'GET', '/api/v2/deals/abc', undefined, 'integer'],
    ['no list of deals', 'GET', '/api/v2/deals/products', undefined, "Parameter 'deal_ids' is required"],
    ['a field that is none', 'PATCH', '/api/v2/deals/ID', { note: 'x' }, "Parameter 'note' is not allowed"],
    ['a text where a number is', 'PATCH', '/api/v2/deals/ID', { value: '12' }, 'of type number'],
  ])('%s', async (_, method, path, body, words) => {
    const { ask, desk } = open();
    const said = await ask(path.replace('ID', String(desk.deal(simple))), { method, body });
    expect([said.status, said.json.success, said.json.code]).toEqual([400, false, 'ERR_SCHEMA_VALIDATION_FAILED']);
    expect(said.json.error).toContain(words);
  });
  test('a path that is none, a token that is none, a scope that was not given', async () => {
    const { ask } = open();
    expect((await ask('/api/v2/quotes')).status).toBe(404);
    const stranger = await ask('/api/v2/deals', { token: 'x' });
    expect([stranger.status, stranger.json]).toEqual([
      401,
      { success: false, error: 'unauthorized access', errorCode: 401 },
    ]);
    const narrow = open({ app: { scopes: ['base', 'deals:read'] } });
    expect((await narrow.ask('/api/v2/products')).json.error).toBe('Scope and URL mismatch');
  });
});

describe('records', () => {
  test('amounts are JSON numbers with each of their digits; custom fields are null where none is set', async () => {
    const { ask, desk } = open();
    const id = desk.deal({ ...simple, lines: [{ ...pump, quantity: '1', price: '1234567890123456.78' }] });
    expect((await ask(`/api/v2/deals/${id}/products`)).text).toContain('"item_price":1234567890123456.78');
    const { json } = await ask(`/api/v2/deals/${id}`);
    expect(json.data).toMatchObject({ status: 'open', custom_fields: null, is_archived: false, currency: 'EUR' });
    expect((await ask(`/v1/deals/${id}`)).status).toBe(404);
  });
  test('lines come in pages by a cursor that what is added meanwhile does not move; they have no code', async () => {
    const { ask, desk } = open();
    const lines = Array.from({ length: 7 }, (_, nth) => ({ ...pump, code: `P-${nth}`, name: `P ${nth}` }));
    const id = desk.deal({ ...simple, lines });
    const first = await ask(`/api/v2/deals/${id}/products?limit=3`);
    desk.removeLine(desk.linesOf(id)[0] ?? 0);
    const second = await ask(`/api/v2/deals/${id}/products?limit=3&cursor=${first.json.additional_data.next_cursor}`);
    expect(second.json.data.map(({ name }: { name: string }) => name)).toEqual(['P 3', 'P 4', 'P 5']);
    expect(first.json.data[0].code).toBeUndefined();
    const { json } = await ask(`/api/v2/products?ids=${first.json.data[1].product_id}`);
    expect(json.data).toMatchObject([{ code: 'P-1' }]);
    expect((await ask(`/api/v2/deals/${id}/products?cursor=x`)).status).toBe(400);
  });
  test('archived deals are in a list of their own; deleted ones stay readable for thirty days', async () => {
    const { ask, desk } = open();
    const [one, two, three] = [desk.deal(simple), desk.deal(simple), desk.deal(simple)];
    desk.archive(two);
    desk.remove('deal', three);
    const ids = async (path: string) => (await ask(path)).json.data.map(({ id }: { id: number }) => id);
    expect(await ids('/api/v2/deals')).toEqual([one]);
    expect(await ids('/api/v2/deals/archived')).toEqual([two]);
    expect(await ids('/api/v2/deals?status=deleted')).toEqual([three]);
    expect((await ask(`/api/v2/deals/${three}`)).json.data).toMatchObject({ is_deleted: true, status: 'deleted' });
    desk.passTime(31 * 86_400_000);
    const { accessToken: token } = desk.connect();
    expect((await ask(`/api/v2/deals/${three}`, { token })).status).toBe(404);
  });
  test('what a user may not see is not among his; permittedUsers tells who may', async () => {
    const { ask, desk, oauth } = open();
    const id = desk.deal(simple);
    const [admin, rep, other] = desk.users.map((user) => user.id);
    desk.deny(rep ?? 0, 'deal', id);
    expect((await ask(`/v1/deals/${id}/permittedUsers`)).json.data).toEqual([admin, other]);
    const { accessToken: token } = desk.connect(rep);
    expect((await ask(`/api/v2/deals/${id}`, { token })).status).toBe(403);
    expect((await ask('/api/v2/deals', { token })).json.data).toEqual([]);
    expect(oauth.grantOf(rep ?? 0)).not.toBeNull();
  });
  test('each deal of the cast is there', async () => {
    const crm = open();
    const ids = cast(crm);
    const shown = async (id: number) => (await crm.ask(`/api/v2/deals/${id}`)).status;
    expect(new Set(await Promise.all(Object.values(ids).map(shown)))).toEqual(new Set([200]));
    const [deal, installments, discounts] = await Promise.all([
      crm.ask(`/api/v2/deals/${ids.discounts}`),
      crm.ask(`/api/v2/deals/installments?deal_ids=${ids.instalments}`),
      crm.ask(`/api/v2/deals/${ids.discounts}/discounts`),
    ]);
    expect(installments.json.data).toHaveLength(2);
    expect(discounts.json.data).toMatchObject([{ type: 'percentage', amount: 10, description: 'Framework agreement' }]);
    // (4 × 504.50 − 12.5 %) + (12 × 18.90 − 12 × 1.90), less 10 %
    expect(deal.json.data.value).toBe(1772.78);
  });
});

describe('custom fields', () => {
  test('a hash belongs below custom_fields, and its type is checked', async () => {
    const { ask, desk } = open();
    const id = desk.deal(simple);
    const made = await ask('/api/v2/dealFields', {
      method: 'POST',
      body: { field_name: 'ERP order total', field_type: 'monetary' },
    });
    const hash = made.json.data.field_code;
    expect(hash).toMatch(/^[0-9a-f]{40}$/);
    const patch = (body: unknown) => ask(`/api/v2/deals/${id}`, { method: 'PATCH', body });
    expect((await patch({ [hash]: 1 })).json).toMatchObject({
      code: 'ERR_SCHEMA_VALIDATION_FAILED',
      error: `Parameter '${hash}' is not allowed`,
    });
    expect((await patch({ custom_fields: { [hash]: 12 } })).status).toBe(400);
    const said = await patch(`{"custom_fields":{"${hash}":{"value":1234567.80,"currency":"EUR"}}}`);
    expect(said.text).toContain('"value":1234567.80');
    expect(desk.stored('deal', id, 'ERP order total')).toBe('1234567.80');
    expect((await patch({ custom_fields: { [hash]: null } })).json.data.custom_fields).toBeNull();
    desk.deleteField('deal', 'ERP order total');
    expect((await patch({ custom_fields: { [hash]: null } })).status).toBe(400);
  });
  test('the same name may be there twice; options are ids; the plan caps how many', async () => {
    const { ask } = open({ settings: { plan: 'lite' } });
    const make = (field_name: string, more: object = {}) =>
      ask('/api/v2/dealFields', { method: 'POST', body: { field_name, field_type: 'varchar', ...more } });
    const [one, two] = [await make('Same'), await make('Same')];
    expect(one.json.data.field_code).not.toBe(two.json.data.field_code);
    expect((await make('State', { field_type: 'enum' })).status).toBe(400);
    const { json } = await make('State', { field_type: 'enum', options: [{ label: 'ok' }, { label: 'blocked' }] });
    expect(json.data.options).toMatchObject([{ label: 'ok' }, { label: 'blocked' }]);
    // Two of the organisation are an admin's own where companies were filled in; here are none.
    for (let nth = 3; nth < 30; nth += 1) await make(`F ${nth}`);
    const last = await make('One too many');
    expect([last.status, last.json.code]).toEqual([403, expect.stringMatching(/^feature_capping_/)]);
  });
});

describe('limits', () => {
  test('a burst of one token in two seconds', async () => {
    let at = 1_800_000_000_000;
    const { ask } = open({ settings: { plan: 'lite' }, now: () => at });
    const statuses = [];
    for (let nth = 0; nth < 81; nth += 1) statuses.push((await ask('/v1/users/me')).status);
    expect([statuses[79], statuses[80]]).toEqual([200, 429]);
    at += 2001;
    const next = await ask('/v1/users/me');
    expect([next.status, next.headers.get('x-ratelimit-remaining')]).toEqual([200, '79']);
  });
  test('the day’s budget is of the company, and comes back at midnight', async () => {
    const { ask, desk } = open();
    desk.leaveBudget(12);
    const one = await ask('/api/v2/deals');
    expect([one.status, one.headers.get('x-daily-ratelimit-token-remaining')]).toEqual([200, '2']);
    const spent = await ask('/api/v2/deals', { token: desk.connect(desk.users[1]?.id).accessToken });
    expect([spent.status, spent.json.success]).toEqual([429, false]);
    desk.passTime(86_400_000);
    const { accessToken: token } = desk.connect();
    expect((await ask('/api/v2/deals', { token })).status).toBe(200);
  });
});

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
