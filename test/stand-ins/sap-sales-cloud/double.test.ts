import { createHash, randomBytes } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { apiUsers, openSalesCloud, people, type SalesCloud, startSalesCloud, TENANT } from './start.ts';

const origin = 'https://my1.crm.cloud.sap.example';
let cloud: SalesCloud;
let user: { name: string; password: string };
beforeEach(() => {
  cloud = openSalesCloud();
  user = apiUsers[0];
});

type Said = {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked at field by field
  body: any;
};
async function ask(path: string, init: RequestInit = {}): Promise<Said> {
  const authorization = `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;
  const headers = { authorization, ...(init.headers as Record<string, string>) };
  const answer = await cloud.fetch(new Request(`${origin}/sap/c4c/api/v1/${path}`, { ...init, headers }));
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: text.startsWith('{') ? JSON.parse(text) : null };
}
const opportunities = 'opportunity-service/opportunities';
const quotes = 'sales-quote-service/salesQuotes';
const patch = (path: string, body: object, headers: Record<string, string>) =>
  ask(path, {
    method: 'PATCH',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/merge-patch+json', ...headers },
  });
const line = (code: string, quantity: string, price: string) => ({ code, name: `Product ${code}`, quantity, price });
const sale = (status: 'accepted' | 'draft' = 'accepted') => {
  const deal = cloud.fill.deal({
    ...{ name: 'Pumps', currency: 'EUR', company: { name: 'Nordwind GmbH', contactEmail: 'alex@nordwind.example' } },
    quotes: [
      { status, lines: [line('A-1', '4', '504.50'), { ...line('B-2', '0.125', '9.90'), discountPercent: '20' }] },
    ],
  });
  return { deal, quote: cloud.desk.quotesOf(deal)[0] ?? '' };
};

describe('a stand-in of SAP Sales Cloud', () => {
  test.each([
    [`${opportunities}?$expand=items`, "'$expand' is not supported"],
    [`${opportunities}?$top=1000`, 'between 0 and 999'],
    [`${opportunities}?$skip=10000`, 'between 0 and 9999'],
    [`${opportunities}?$select=nam`, "'nam' does not exist"],
    [`${opportunities}?$filter=nam eq 'x'`, "'nam' does not exist"],
    [`${opportunities}?$filter=account.displayId eq '1'`, "'account.displayId' does not exist"],
    [`${opportunities}?$filter=name like 'x'`, 'not valid'],
    [`${opportunities}?$filter=lifeCycleStatus eq 'GEWONNEN'`, 'no value of'],
    [`${opportunities}?$filter=extensions/Z_Gone eq 'x'`, "'extensions/Z_Gone' does not exist"],
    [`${opportunities}?$orderby=name up`, 'no order'],
    [`${opportunities}/abc`, 'no UUID'],
  ])('refuses %s', async (path, words) => {
    const { status, body } = await ask(path);
    expect([status, body.error.message, body.error.details.length]).toEqual([400, expect.stringContaining(words), 1]);
  });
  test('knows its own paths, methods and users alone', async () => {
    expect((await ask('opportunity-service/opportunity')).status).toBe(404);
    expect((await ask(`${opportunities}/00000000-0000-4000-8000-000000000bad`)).status).toBe(404);
    expect((await ask(opportunities, { method: 'POST', body: '{}' })).status).toBe(405);
    cloud.tenant.hide.service('salesQuote');
    expect((await ask(quotes)).status).toBe(403);
    user = { ...user, password: 'other' };
    expect(await ask(opportunities)).toMatchObject({ status: 401, text: '' });
  });
  test('shows a quote with its items, every digit of their amounts, and what it came from', async () => {
    const { deal, quote } = sale();
    const { body, text, headers } = await ask(`${quotes}/${quote}`);
    expect(body.value).toMatchObject({
      ...{
        progressStatus: 'WON',
        businessTerms: { currency: 'EUR' },
        totalValues: { netAmount: { content: 2018.99 } },
      },
      items: [
        {
          productData: { productDisplayId: 'A-1' },
          scheduleLines: [{ quantity: { content: 4, uomCode: 'EA' } }],
          totalValues: { netPrice: { amount: { content: 504.5 }, baseQuantity: { content: 1 } } },
        },
        { totalValues: { netPrice: { amount: { content: 7.92 } } } },
      ],
    });
    expect(text).toContain('"content":504.50');
    expect(headers.get('etag')).toBe(`"${body.value.adminData.updatedOn}"`);
    const found = await ask(`${quotes}?$filter=relatedObjects/objectId eq '${deal}'&$select=id&$count=true`);
    expect(found.body).toEqual({ value: [{ id: quote }], count: 1 });
    cloud.desk.pricePer(quote, 0, '100');
    expect((await ask(`${quotes}/${quote}`)).body.value.items[0].totalValues.netPrice).toMatchObject({
      ...{ amount: { content: 50450 }, baseQuantity: { content: 100 } },
    });
  });
  test('gives pages of some tens, at most 999, and keys lead past the wall', async () => {
    for (let nth = 0; nth < 45; nth += 1) cloud.fill.company({ name: `Nordwind ${nth}` });
    const path = 'account-service/accounts';
    expect((await ask(path)).body.value).toHaveLength(20);
    expect((await ask(`${path}?$top=999&$skip=40`)).body.value).toHaveLength(5);
    const first = (await ask(`${path}?$orderby=id&$top=30`)).body.value;
    const rest = (await ask(`${path}?$orderby=id&$top=30&$filter=id gt '${first[29].id}'`)).body.value;
    expect(new Set([...first, ...rest].map(({ id }: { id: string }) => id)).size).toBe(45);
    expect(
      (await ask(`${path}?$filter=formattedName eq 'Nordwind 7' or formattedName eq 'Nordwind 8'`)).body.value,
    ).toHaveLength(2);
  });
  test('takes a change under the version that it was read at, and says why not otherwise', async () => {
    cloud.desk.extend('opportunity', { name: 'Z_Order', kind: 'text', length: 20 });
    cloud.desk.extend('opportunity', { name: 'Z_Total', kind: 'money' });
    const path = `${opportunities}/${sale().deal}`;
    const { body, headers } = await ask(path);
    expect(body.value.extensions).toEqual({ Z_Order: null, Z_Total: null });
    const version = headers.get('etag') ?? '';
    const change = { extensions: { Z_Order: 'SO-1', Z_Total: { content: 12.5, currencyCode: 'EUR' } } };
    expect((await patch(path, change, {})).status).toBe(428);
    expect((await patch(path, change, { 'if-match': version.replaceAll('"', '') })).status).toBe(412);
    expect((await patch(path, change, { 'if-match': version, 'content-type': 'application/json' })).status).toBe(415);
    for (const [bad, target] of [
      [{ extensions: { z_order: 'SO-1' } }, 'extensions/z_order'],
      [{ extensions: { Z_Order: 'x'.repeat(21) } }, 'extensions/Z_Order'],
      [{ extensions: { Z_Order: 1 } }, 'extensions/Z_Order'],
      [{ displayId: '1' }, 'displayId'],
      [{ registeredProducts: [{}] }, 'registeredProducts'],
    ] as const)
      expect(await patch(path, bad, { 'if-match': version })).toMatchObject({
        status: 400,
        body: { error: { target } },
      });
    const done = await patch(path, change, { 'if-match': version });
    expect([done.status, done.body.value.extensions]).toEqual([200, change.extensions]);
    expect((await patch(path, change, { 'if-match': version })).status).toBe(412);
    const emptied = await patch(
      path,
      { extensions: { Z_Order: null } },
      { 'if-match': done.headers.get('etag') ?? '' },
    );
    expect(emptied.body.value.extensions).toEqual({ ...change.extensions, Z_Order: null });
    expect((await ask(`${opportunities}?$filter=extensions/Z_Order ne null`)).body.value).toEqual([]);
    user = apiUsers[1];
    expect((await patch(path, change, { 'if-match': emptied.headers.get('etag') ?? '' })).status).toBe(403);
  });
  test('a version makes a document of its own; replication and what may not be seen show', async () => {
    const { quote } = sale();
    const next = cloud.desk.newVersion(quote);
    cloud.desk.replicate(next, 'order_request', 'FINISHED');
    cloud.tenant.hide.attribute('salesQuote', 'items/totalValues');
    const [old, now] = await Promise.all([quote, next].map(async (id) => (await ask(`${quotes}/${id}`)).body.value));
    expect([old.lifeCycleStatus, old.isPrimary, now.isPrimary, now.displayId === old.displayId]).toEqual([
      ...['INACTIVE_VERSION', false, true, true],
    ]);
    expect([now.externalSalesOrderRequestStatus, now.items[0].totalValues]).toEqual(['FINISHED', undefined]);
  });
  test('wants a token of its own where it is told to, until that ends', async () => {
    cloud.tenant.settings.tokenRequired = true;
    expect((await ask(opportunities)).status).toBe(401);
    const token = (await ask('iam-service/token')).body.value.access_token;
    const headers = { 'x-sap-crm-token': token };
    expect((await ask(opportunities, { headers })).status).toBe(200);
    cloud.tenant.passTime(1_800_000);
    expect((await ask(opportunities, { headers })).status).toBe(401);
  });
  test('tells of a change as a rule of the customer’s would, unsigned', async () => {
    const { deal } = sale();
    const told = cloud.desk.eventOf('Opportunity_Updated', 'opportunity', deal);
    expect(told).toMatchObject({
      specversion: '0.2',
      source: TENANT,
      subject: deal,
      data: { currentImage: { id: deal } },
    });
    expect(cloud.desk.eventOf('x', 'opportunity', deal, true)).toMatchObject({ data: { currentImage: null } });
  });
  test('has bad days: busy, a page, an answer that is lost after the change', async () => {
    Object.assign(cloud.faults, { busy: { times: 1, seconds: 7 }, html: 1, upstream: 1 });
    const [html, busy, upstream] = [await ask(opportunities), await ask(opportunities), await ask(opportunities)];
    expect([html.status, html.body, busy.status, busy.headers.get('retry-after'), upstream.status]).toEqual([
      ...[200, null, 429, '7', 523],
    ]);
    const path = `${opportunities}/${sale().deal}`;
    const version = (await ask(path)).headers.get('etag') ?? '';
    cloud.faults.dropAfterCommit = 1;
    expect((await patch(path, { name: 'Changed' }, { 'if-match': version })).status).toBe(502);
    expect((await ask(path)).body.value.name).toBe('Changed');
    cloud.faults.isDown = true;
    expect((await ask(path)).status).toBe(503);
  });
});

describe('its identity provider', () => {
  const root = 'https://nordlicht.accounts.ondemand.example';
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const redirect = 'http://backroom.test/sap-sales-cloud/sign-in/callback';
  const get = (path: string) => cloud.identity.fetch(new Request(`${root}${path}`));
  async function authorize(more: Record<string, string> = {}): Promise<URL | number> {
    const query = new URLSearchParams({
      ...{ response_type: 'code', client_id: 'backroom-app', redirect_uri: redirect, scope: 'openid', state: 's' },
      ...{ nonce: 'n', code_challenge: challenge, code_challenge_method: 'S256', ...more },
    });
    const answer = await get(`/oauth2/authorize?${query}`);
    return answer.status === 302 ? new URL(answer.headers.get('location') ?? '') : answer.status;
  }
  async function trade(code: string, more: Record<string, string> = {}) {
    const body = new URLSearchParams({
      ...{ grant_type: 'authorization_code', client_id: 'backroom-app', client_secret: 'backroom-app-secret' },
      ...{ code, redirect_uri: redirect, code_verifier: verifier, ...more },
    });
    const answer = await cloud.identity.fetch(new Request(`${root}/oauth2/token`, { method: 'POST', body }));
    return { status: answer.status, body: (await answer.json()) as { id_token?: string; error?: string } };
  }
  const codeOf = async () => ((await authorize()) as URL).searchParams.get('code') ?? '';

  test('gives an id token for a code, once, to who began it', async () => {
    const code = await codeOf();
    const { body } = await trade(code);
    const keys = createLocalJWKSet((await (await get('/oauth2/certs')).json()) as never);
    const { payload } = await jwtVerify(body.id_token ?? '', keys, { issuer: root, audience: 'backroom-app' });
    expect(payload).toMatchObject({ sub: people.rep.uuid, email: people.rep.email, nonce: 'n' });
    expect((await trade(code)).body.error).toBe('invalid_grant');
    expect((await trade(await codeOf(), { code_verifier: 'x'.repeat(43) })).body.error).toBe('invalid_grant');
    expect((await trade(await codeOf(), { client_secret: 'other' })).status).toBe(401);
  });
  test('stands beside its tenant on loopback, and its tokens name it', async () => {
    const { url, issuer, close } = await startSalesCloud();
    const found = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as { issuer: string };
    expect([found.issuer, (await fetch(`${url}/sap/c4c/api/v1/${opportunities}`)).status]).toEqual([issuer, 401]);
    await close();
  });
  test('sends nobody to an address that is not registered, and nobody on without PKCE or a sign-in', async () => {
    expect(await authorize({ redirect_uri: 'https://evil.example/' })).toBe(400);
    const errorOf = async (more: Record<string, string>) => ((await authorize(more)) as URL).searchParams.get('error');
    expect(await errorOf({ code_challenge_method: 'plain' })).toBe('invalid_request');
    expect(await errorOf({ prompt: 'none' })).toBe('login_required');
    cloud.identity.sitsDown(null);
    expect(await errorOf({})).toBe('access_denied');
  });
});
