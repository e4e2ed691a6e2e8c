import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apiUsers, people, startSalesCloud } from '../../../../test/stand-ins/sap-sales-cloud/start.ts';
import { createVault } from '../../access/secrets.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import { memoryTokens } from '../conformance/front.ts';
import type { CrmEvent } from '../contract/index.ts';
import { extend, tenantAt } from './conformance.ts';
import { noticePassword, salesCloudDoor } from './door.ts';
import { proofs } from './embed.ts';
import { salesCloudInstaller } from './install.ts';
import { identityProviders } from './provider.ts';
import { accountOf, tenantStore } from './tenants.ts';

const PUBLIC = 'https://app.backroom.example';
const CODE = 'a-set-up-code-of-a-test';
const KEY = 'a-key-of-a-test-only';
/** Of this machine the account is the host's name. */
const account = accountOf('127.0.0.1');
const rep = { ...people.rep, groups: ['Backroom_Users'] };
const vault = createVault([Buffer.alloc(32, 7).toString('base64')]);
const sealed = proofs(vault, Date.now);
let cloud: Awaited<ReturnType<typeof startSalesCloud>>;
let tenants: ReturnType<typeof tenantStore>;
let app: Hono<{ Variables: Variables }>;
const heard: CrmEvent[] = [];
const installed: string[] = [];
let appOf: (eventKey: string | null) => Hono<{ Variables: Variables }>;

beforeEach(async () => {
  const paths = ['signed-in', 'oauth/callback'];
  cloud = await startSalesCloud({
    application: { redirectUris: paths.map((path) => `${PUBLIC}/sap-sales-cloud/${path}`) },
  });
  extend(cloud);
  heard.length = 0;
  installed.length = 0;
  const { store } = memoryTokens('nobody', { accessToken: '', refreshToken: '', expiresAt: 0 });
  tenants = tenantStore(store);
  const kept = new Map<string, string>();
  const used = new Set<string>();
  const useOnce = async (of: string, id: string) => used.size < used.add(`${of} ${id}`).size;
  const ports = {
    pending: {
      async keep(value: string) {
        kept.set(`t${kept.size}`, value);
        return `t${kept.size - 1}`;
      },
      async take(ticket: string) {
        const found = kept.get(ticket) ?? null;
        kept.delete(ticket);
        return found;
      },
    },
    installed: async (id: string, actor: string) => void installed.push(`${id} by ${actor}`),
    prepare: async () => {},
  };
  const providers = identityProviders(Date.now);
  appOf = (eventKey) => {
    const made = new Hono<{ Variables: Variables }>();
    made.onError((error, context) =>
      context.json({ code: error instanceof ProblemError ? error.code : String(error) }, 400),
    );
    made.route(
      '/sap-sales-cloud',
      salesCloudDoor({
        ...{
          publicOrigin: PUBLIC,
          logger: pino({ level: 'silent' }),
          now: Date.now,
          vault,
          useOnce,
          tenants,
          providers,
        },
        onEvents: async (events) => void heard.push(...events),
        ...{ proofs: sealed, install: salesCloudInstaller({ tenants, providers, ports }) },
        allowed: { tenants: [cloud.url], issuers: [cloud.issuer] },
        ...{ setupCode: CODE, eventKey },
      }),
    );
    return made;
  };
  app = appOf(KEY);
});
afterEach(() => cloud.close());

/** A browser with its cookies. */
function browser() {
  const jar = new Map<string, string>();
  return async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { origin: PUBLIC, ...(cookie ? { cookie } : {}), ...init.headers };
    const response = await app.request(`${PUBLIC}/sap-sales-cloud${path}`, { ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/max-age=0/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}
type Browser = ReturnType<typeof browser>;
const [user] = apiUsers;
function typed(more: Record<string, string> = {}) {
  const { url, ...tenant } = tenantAt(cloud.url, { issuer: cloud.issuer });
  return { method: 'POST', body: new URLSearchParams({ url, ...tenant, code: CODE, ...more }) };
}
/** Somebody signs in at the page that the answer leads to; gives the path that the provider sends him back to. */
async function signsIn(response: Response, who: Parameters<typeof cloud.identity.sitsDown>[0]): Promise<string> {
  cloud.identity.sitsDown(who);
  const page = await fetch(response.headers.get('location') ?? '', { redirect: 'manual' });
  return (page.headers.get('location') ?? '').replace(`${PUBLIC}/sap-sales-cloud`, '');
}
const installs = async (visit: Browser, who: typeof rep | typeof people.admin, more: Record<string, string> = {}) =>
  visit(await signsIn(await visit('/oauth/install', typed(more)), who));
const connect = () => tenants.connect(account, tenantAt(cloud.url, { issuer: cloud.issuer }));

describe('connecting a tenant', () => {
  test('the form asks for each setting in words; its administrator signs in, and then it is connected', async () => {
    const visit = browser();
    const form = await (await visit('/oauth/install')).text();
    for (const words of [
      'Address of SAP Sales Cloud',
      'Technical user',
      'Identity provider',
      'Group of users',
      'Set-up code',
    ])
      expect(form).toContain(words);
    const done = await installs(visit, people.admin);
    const page = await done.text();
    expect(page).toContain(`${PUBLIC}/embed/sap-sales-cloud/?tenant=127.0.0.1`);
    expect(page).toContain(noticePassword(KEY, account));
    expect(installed).toEqual([`${account} by ${people.admin.uuid}`]);
    expect(await tenants.of(account)).toMatchObject({ url: cloud.url, user: user.name, issuer: cloud.issuer });
  });
  test('who is not in the group of administrators, or not in the tenant, is refused', async () => {
    expect((await installs(browser(), rep)).status).toBe(403);
    const elsewhere = { ...people.stranger, groups: ['Backroom_Admins'] };
    expect((await installs(browser(), elsewhere as never)).status).toBe(403);
    expect(await tenants.of(account)).toBeNull();
  });
  test('without the set-up code nothing is asked of the address', async () => {
    expect((await browser()('/oauth/install', typed({ code: 'a-guess-of-somebody' }))).status).toBe(403);
    expect(cloud.sent.requests).toBe(0);
  });
  test('a user that the tenant does not take, and one that may not read it, is refused by name', async () => {
    const wrong = await browser()('/oauth/install', typed({ password: 'wrong' }));
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('does not accept this user')]);
    cloud.desk.hide.service('salesQuote');
    const blind = await browser()('/oauth/install', typed());
    expect([blind.status, await blind.text()]).toEqual([422, expect.stringContaining('cannot read: quotes')]);
  });
  test('a tenant that wants its token beside the user is connected, too', async () => {
    cloud.tenant.settings.tokenRequired = true;
    expect((await installs(browser(), people.admin)).status).toBe(200);
  });
  test('one that is connected is changed only by who administers it at the provider that is kept', async () => {
    await connect();
    const other = await startSalesCloud({ application: { redirectUris: cloud.application.redirectUris } });
    other.identity.sitsDown(people.admin);
    try {
      app = appOf(KEY);
      // The provider of somebody else, where he is an administrator: the sign-in goes to the one that is kept.
      const asked = await browser()('/oauth/install', typed({ issuer: cloud.issuer, adminGroup: 'Backroom_Users' }));
      expect(new URL(asked.headers.get('location') ?? '').origin).toBe(cloud.issuer);
      const visit = browser();
      const back = await signsIn(await visit('/oauth/install', typed({ adminGroup: 'Backroom_Users' })), rep);
      expect((await visit(back)).status).toBe(403);
      expect(await tenants.of(account)).toMatchObject({ adminGroup: 'Backroom_Admins' });
    } finally {
      await other.close();
    }
  });
  test('an answer that another browser asked for counts for nothing', async () => {
    const back = await signsIn(await browser()('/oauth/install', typed()), people.admin);
    expect((await browser()(back)).status).toBe(403);
  });
  test.each([
    ['url', 'https://evil.example'],
    ['url', 'http://my1000123.crm.cloud.sap'],
    ['url', 'https://my1000123.crm.cloud.sap.evil.example'],
    ['url', 'https://10.0.0.1'],
    ['issuer', 'https://accounts.ondemand.com.evil.example'],
    ['issuer', 'x'],
    ['group', ''],
  ])('%s %s is refused before it is asked', async (name, value) => {
    expect((await browser()('/oauth/install', typed({ [name]: value }))).status).toBe(422);
    expect(cloud.sent.requests).toBe(0);
  });
});

describe('the window of a sign-in', () => {
  beforeEach(connect);
  const begin = (visit: Browser, tenant = '127.0.0.1') => visit(`/sign-in?tenant=${tenant}`);
  test('hands a proof of ours to our own origin only, and never the provider’s token', async () => {
    const visit = browser();
    const response = await visit(await signsIn(await begin(visit), rep));
    const page = await response.text();
    const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(script).toContain('location.origin');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
    const proof = /name="backroom-proof" content="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(sealed.open(proof)).toMatchObject({ account, email: rep.email, uses: true, administers: false });
    // Two parts of a JSON Web Token; three letters of it may stand in our own random proof.
    expect(page).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });
  test('an answer that another browser asked for, or with another state, counts for nothing', async () => {
    const back = await signsIn(await begin(browser()), rep);
    expect(await (await browser()(back)).json()).toEqual({ code: 'forbidden' });
    const visit = browser();
    const own = await signsIn(await begin(visit), rep);
    expect(await (await visit(own.replace(/state=[^&]+/, 'state=other'))).json()).toEqual({ code: 'forbidden' });
  });
  test('a code of another sign-in is refused by its challenge', async () => {
    const visit = browser();
    const stolen = new URLSearchParams((await signsIn(await begin(browser()), people.admin)).split('?')[1]);
    const own = await signsIn(await begin(visit), rep);
    const swapped = own.replace(/code=[^&]+/, `code=${stolen.get('code')}`);
    expect(await (await visit(swapped)).json()).not.toHaveProperty('data');
    expect((await visit(swapped)).status).toBe(400);
  });
  test('a tenant that is not connected is unknown', async () => {
    for (const tenant of ['', 'x', 'my1000999.crm.cloud.sap'])
      expect(await (await begin(browser(), tenant)).json()).toEqual({ code: 'account_unknown' });
  });
});

describe('a notice of a change', () => {
  beforeEach(connect);
  const basic = (name: string, password: string) => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
  const own = () => basic('127.0.0.1', noticePassword(KEY, account));
  const tell = (object: string, body: unknown, authorization = own()) =>
    browser()(`/events/${object}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(body),
    });
  const sale = () => cloud.fill.deal({ name: 'Pumps', currency: 'EUR', quotes: [{ status: 'accepted', lines: [] }] });
  test('of the tenant itself is heard, once', async () => {
    const id = sale();
    const notice = cloud.desk.eventOf('quoteChanged', 'salesQuote', cloud.desk.quotesOf(id)[0] ?? '');
    expect((await tell('salesquote', notice)).status).toBe(202);
    expect((await tell('salesquote', notice)).status).toBe(202);
    expect(heard).toMatchObject([
      { account, kind: 'record_changed', record: { type: 'quote', id: cloud.desk.quotesOf(id)[0] } },
    ]);
    await tell('opportunity', cloud.desk.eventOf('gone', 'opportunity', id, true));
    expect(heard[1]).toMatchObject({ kind: 'record_deleted', record: { type: 'deal', id } });
  });
  test('with the password of another tenant, of another key, or of none is not believed', async () => {
    const notice = cloud.desk.eventOf('changed', 'opportunity', sale());
    const wrong = [
      basic('127.0.0.1', noticePassword(KEY, accountOf('my1000999.crm.cloud.sap'))),
      basic('127.0.0.1', noticePassword('another-key-of-a-test', account)),
      basic('127.0.0.1', ''),
      'Bearer x',
    ];
    for (const authorization of wrong)
      expect(await (await tell('opportunity', notice, authorization)).json()).toEqual({ code: 'signature_invalid' });
    app = appOf(null);
    expect(await (await tell('opportunity', notice)).json()).toEqual({ code: 'not_found' });
    expect(heard).toEqual([]);
  });
  test('of an object that means nothing here, or that is none, is refused', async () => {
    expect(await (await tell('lead', cloud.desk.eventOf('changed', 'opportunity', sale()))).json()).toEqual({
      code: 'not_found',
    });
    for (const rubbish of [null, {}, { id: 'x', subject: 'y' }])
      expect(await (await tell('account', rubbish)).json()).toEqual({ code: 'invalid_input' });
  });
  test('that tells of our own writing only is no change', async () => {
    const id = sale();
    const notice = cloud.desk.eventOf('changed', 'opportunity', id) as {
      data: { beforeImage: Record<string, unknown>; currentImage: Record<string, unknown> };
    };
    const { currentImage } = notice.data;
    const extensions = { ...(currentImage.extensions as object), BackroomOrderNumber: 'SO-1' };
    notice.data.currentImage = { ...currentImage, extensions, adminData: { updatedOn: 'later' } };
    await tell('opportunity', notice);
    expect(heard).toEqual([]);
    notice.data.currentImage = { ...notice.data.currentImage, name: 'Other pumps' };
    await tell('opportunity', { ...notice, id: 'another' });
    expect(heard).toHaveLength(1);
  });
});
