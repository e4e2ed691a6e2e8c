import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apps, ORGANIZATION, people, TENANT } from '../../../../test/stand-ins/dataverse/start.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import { openFront } from '../conformance/front.ts';
import type { CrmEvent } from '../contract/index.ts';
import { account, openOrg } from './conformance.ts';
import { dynamicsDoor, WEBHOOK_HEADER, webhookValue } from './door.ts';
import { dynamicsInstaller } from './install.ts';
import { entraSignIn } from './sign-in.ts';
import { dynamicsTokens } from './tokens.ts';

const PUBLIC = 'https://app.backroom.example';
const KEY = 'a-key-of-a-test-only';
/** Seals nothing away from a test: what is sealed under one name opens under that name only. */
const vault = {
  seal: (text: string, context: string) => Buffer.from(JSON.stringify([context, text])).toString('base64url'),
  open(sealed: string, context: string) {
    const [name, text] = JSON.parse(Buffer.from(sealed, 'base64url').toString()) as [string, string];
    if (name !== context) throw new Error('sealed for something else');
    return text;
  },
};
let org: Awaited<ReturnType<typeof openOrg>>;
let entra: Awaited<ReturnType<typeof openFront>>;
let app: Hono<{ Variables: Variables }>;
const heard: CrmEvent[] = [];
const installed: string[] = [];
/** Who sits before Microsoft's page, by the code that comes back; and the challenge that the code belongs to. */
const codes = new Map<string, { oid: string; nonce: string; challenge: string }>();

beforeEach(async () => {
  org = await openOrg();
  heard.length = 0;
  installed.length = 0;
  codes.clear();
  const quiet = () => new Response(null, { status: 500 });
  const faults = { rate_limited: quiet, day_is_spent: quiet, server_error: quiet, not_json: quiet, locked: quiet };
  const voice = { isToken: () => false, faults, ended: quiet, refused: quiet, misconfigured: quiet };
  entra = await openFront(
    {
      async fetch(request) {
        const form = new URLSearchParams(await request.clone().text());
        if (form.get('grant_type') !== 'authorization_code') return org.organization.fetch(request);
        const found = codes.get(form.get('code') ?? '');
        codes.delete(form.get('code') ?? '');
        const proved = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        if (!found || found.challenge !== proved || form.get('client_secret') !== apps.backroom.secret)
          return Response.json({ error: 'invalid_grant', error_description: 'AADSTS54005' }, { status: 400 });
        const { oid, nonce } = found;
        return Response.json({ id_token: org.organization.keys.token({ aud: apps.backroom.clientId, oid, nonce }) });
      },
    },
    voice,
  );
  const registered = { ...org.app, signIn: entra.url };
  const tokens = dynamicsTokens(registered, org.kept.store, Date.now);
  const signIn = entraSignIn(registered, Date.now);
  const kept = new Map<string, string>();
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
    tokens: org.kept.store,
    prepare: async () => {},
  };
  app = new Hono<{ Variables: Variables }>();
  app.onError((error, context) =>
    context.json({ code: error instanceof ProblemError ? error.code : String(error) }, 400),
  );
  app.route(
    '/dynamics-sales',
    dynamicsDoor({
      ...{ publicOrigin: PUBLIC, signInOrigin: entra.url, logger: pino({ level: 'silent' }), now: Date.now, vault },
      onEvents: async (events) => void heard.push(...events),
      parts: { tokens, signIn, install: dynamicsInstaller({ tokens, signIn, ports }) },
      webhookKey: KEY,
    }),
  );
});
afterEach(async () => {
  await entra.close();
  await org.close();
});

/** A browser with its cookies. */
function browser() {
  const jar = new Map<string, string>();
  return async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { origin: PUBLIC, ...(cookie ? { cookie } : {}), ...init.headers };
    const response = await app.request(`${PUBLIC}/dynamics-sales${path}`, { ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/max-age=0/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}
type Browser = ReturnType<typeof browser>;
const typed = (url: string) => ({ method: 'POST', body: new URLSearchParams({ url }) });
/** Somebody signs in at the page that the answer leads to; gives the address that Entra sends him back to. */
function signsIn(response: Response, oid: string, path: string): string {
  const at = new URL(response.headers.get('location') ?? '');
  const { state = '', nonce = '', code_challenge: challenge = '' } = Object.fromEntries(at.searchParams);
  codes.set('code-1', { oid, nonce, challenge });
  expect(at.searchParams.get('redirect_uri')).toBe(`${PUBLIC}/dynamics-sales${path}`);
  return `${path}?${new URLSearchParams({ code: 'code-1', state })}`;
}
async function installs(visit: Browser, oid: string) {
  return visit(signsIn(await visit('/oauth/install', typed(org.front.url)), oid, '/oauth/callback'));
}

describe('connecting an organisation', () => {
  test('its admin signs in, sees which one it is, and confirms: only then it is connected', async () => {
    const visit = browser();
    const asked = await installs(visit, people.admin.oid);
    const page = await asked.text();
    expect(page).toContain(ORGANIZATION);
    expect(page).toContain(TENANT);
    expect(installed).toEqual([]);
    const done = await visit('/oauth/confirm', { method: 'POST' });
    expect(await done.text()).toContain(webhookValue(KEY, ORGANIZATION));
    expect(installed).toEqual([`${account} by ${people.admin.oid}`]);
    // The button counts once.
    expect((await visit('/oauth/confirm', { method: 'POST' })).status).toBe(403);
  });
  test('a solution that makes orders by itself is named', async () => {
    org.organization.desk.put('solution', { uniquename: 'DualWriteCore', friendlyname: 'Dual-write', version: '1' });
    expect(await (await installs(browser(), people.admin.oid)).text()).toContain('DualWriteCore');
    // The settings and every conversion ask for it, too.
    expect(await org.adapter.ownOrders?.({ account, signal: AbortSignal.timeout(20_000) })).toEqual([
      { key: 'DualWriteCore', name: 'DualWriteCore', into: ['finance-operations', 'bridge'], canBeOff: true },
    ]);
  });
  test('who does not administer it is refused', async () => {
    expect((await installs(browser(), people.rep.oid)).status).toBe(403);
  });
  test('an answer that another browser asked for counts for nothing', async () => {
    const back = signsIn(await browser()('/oauth/install', typed(org.front.url)), people.admin.oid, '/oauth/callback');
    expect((await browser()(back)).status).toBe(403);
  });
  test('a person whom another sign-in named is refused', async () => {
    const visit = browser();
    const back = signsIn(await visit('/oauth/install', typed(org.front.url)), people.admin.oid, '/oauth/callback');
    const found = codes.get('code-1');
    if (found) found.nonce = 'other';
    expect((await visit(back)).status).toBe(403);
  });
  test.each([
    'https://evil.example',
    'http://contoso.crm4.dynamics.com',
    'https://contoso.crm4.dynamics.com.evil.example',
    'https://10.0.0.1',
    'x',
  ])('%s is no address of an organisation', async (url) => {
    expect((await browser()('/oauth/install', typed(url))).status).toBe(422);
  });
});

describe('the window of a sign-in', () => {
  const begin = (visit: Browser, orgId = ORGANIZATION) => visit(`/sign-in?orgId=${orgId}`);
  test('hands the token to our own origin only, by the one script that its policy allows', async () => {
    const visit = browser();
    const response = await visit(signsIn(await begin(visit), people.rep.oid, '/signed-in'));
    const page = await response.text();
    const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(policy).not.toContain('unsafe-inline');
    expect(script).toContain('location.origin');
    // The frame that opened it has to stay its opener.
    expect(response.headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
    const proof = /name="backroom-proof" content="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(await entraSignIn({ ...org.app, signIn: entra.url }, Date.now).verify(proof, TENANT)).toMatchObject({
      oid: people.rep.oid,
    });
  });
  test('an answer that another browser asked for counts for nothing', async () => {
    const back = signsIn(await begin(browser()), people.rep.oid, '/signed-in');
    expect(await (await browser()(back)).json()).toEqual({ code: 'forbidden' });
  });
  test('an organisation that is not connected is unknown', async () => {
    for (const orgId of ['', 'x', '00000000-0000-4000-8000-000000000003'])
      expect(await (await begin(browser(), orgId)).json()).toEqual({ code: 'account_unknown' });
  });
});

describe('the webhook', () => {
  const tell = async (body: unknown, key: string) => {
    const headers = { 'content-type': 'application/json', [WEBHOOK_HEADER]: key };
    return (await browser()('/events', { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const change = (more: Record<string, unknown> = {}) =>
    org.organization.desk.contextOf('Update', 'opportunity', people.rep.id, more);
  test('of the organisation itself is heard, of another one it is not', async () => {
    expect(await tell(change({ name: 'x' }), webhookValue(KEY, ORGANIZATION))).toEqual({ ok: true });
    expect(heard).toMatchObject([{ account, kind: 'record_changed', record: { type: 'deal', id: people.rep.id } }]);
    for (const wrong of ['', 'x', webhookValue(KEY, TENANT), webhookValue('another-key-of-a-test', ORGANIZATION)])
      expect(await tell(change(), wrong)).toEqual({ code: 'signature_invalid' });
    expect(await tell({ OrganizationId: ORGANIZATION }, webhookValue(KEY, ORGANIZATION))).toEqual({
      code: 'invalid_input',
    });
    expect(heard).toHaveLength(1);
  });
  test('that tells of our own writing only is no change', async () => {
    await tell(change({ bkrm_creditalert: 'ok' }), webhookValue(KEY, ORGANIZATION));
    expect(heard).toEqual([]);
  });
});
