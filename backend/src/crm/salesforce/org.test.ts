import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { accountIdSchema } from '@backroom/shared';
import { afterEach, expect, test } from 'vitest';
import { toSalesforceId } from '../../../../extension/playground/server/salesforce/ids.ts';
import { createVault } from '../../access/secrets.ts';
import { memoryTokens } from '../conformance/front.ts';
import { CLIENT_ID, openOrg, orgId, username } from './conformance.ts';
import { createSalesforceCrm } from './index.ts';
import { salesforceInstall } from './install.ts';
import { readCurrency, readOrg } from './org.ts';
import { salesforceTokens, sessionOf } from './tokens.ts';

const account = accountIdSchema.parse(`salesforce:${orgId}`);
const call = () => ({ account, signal: AbortSignal.timeout(5000) });
const vault = createVault([Buffer.alloc(32, 7).toString('base64')]);
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
let opened: Awaited<ReturnType<typeof openOrg>> | null = null;
afterEach(async () => {
  await opened?.close();
  opened = null;
});

async function start(more: { jwtKey?: string; bearer?: boolean } = {}) {
  opened = await openOrg(
    more.jwtKey ? { appKey: createPublicKey(more.jwtKey).export({ type: 'spki', format: 'pem' }).toString() } : {},
  );
  const { front } = opened;
  const grant = { instanceUrl: front.url, loginUrl: front.url, ...(more.bearer ? { username } : {}) };
  const kept = memoryTokens(account, {
    accessToken: '',
    refreshToken: more.bearer ? '' : 'first',
    expiresAt: 0,
    more: grant,
  });
  const redirectUri = `${front.url}/callback`;
  const app = { clientId: CLIENT_ID, clientSecret: null, redirectUri, jwtKey: more.jwtKey ?? null };
  const tokens = salesforceTokens(app, kept.store, Date.now);
  return { ...opened, kept, tokens, adapter: createSalesforceCrm({ tokens }) };
}
const oneLine = (org: NonNullable<typeof opened>) =>
  toSalesforceId(
    'Opportunity',
    org.fill.deal({ name: 'A deal', currency: 'EUR', lines: [{ code: 'A-1', name: 'A', quantity: '1', price: '2' }] }),
  );

/** Follows the redirect as the admin's browser does, up to our callback; what Salesforce put into its address. */
async function approve(url: string): Promise<{ code: string; state: string }> {
  const answer = await fetch(url, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  return { code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') ?? '' };
}
async function installer(more: { admin?: boolean; sandbox?: boolean } = {}) {
  const parts = await start();
  parts.org.admin = more.admin ?? true;
  parts.org.sandbox = more.sandbox ?? false;
  const registered: object[] = [];
  const saved: string[] = [];
  const { tokens, front } = parts;
  const kept = new Map<string, string>();
  const install = salesforceInstall({
    loginUrls: { production: front.url, sandbox: front.url },
    vault,
    pending: {
      async keep(value) {
        kept.set('ticket', value);
        return 'ticket';
      },
      async take(ticket) {
        const value = kept.get(ticket) ?? null;
        kept.delete(ticket);
        return value;
      },
    },
    now: Date.now,
    authorizeUrl: tokens.authorizeUrl,
    async exchange(loginUrl, code, verifier) {
      const granted = await tokens.exchange(loginUrl, code, verifier);
      return {
        orgId: granted.orgId,
        grant: JSON.stringify(granted.tokens),
        inspect: () => readOrg(sessionOf(granted.tokens)),
      };
    },
    save: async (id) => void saved.push(id),
    register: async (id, org) => void registered.push({ id, ...org }),
  });
  return { install, registered, saved, tokens, front };
}
const input = { certificate: pem, kid: 'Backroom', org: 'production' as const };
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: { code?: string }) => error.code ?? String(error),
  );

test('an admin connects the org: PKCE, state, and the certificate is registered with what the org is', async () => {
  const { install, registered, saved } = await installer({ sandbox: true });
  const { url, cookie } = await install.start(input);
  expect(new URL(url).searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
  const { code, state } = await approve(url);
  const { pending, ticket } = await install.finish(code, state, cookie);
  expect(pending).toMatchObject({ account, kid: 'Backroom', sandbox: true, instance: 'EU45' });
  // Nothing counts before the admin has seen the fingerprint and pressed the button.
  expect([saved, registered]).toEqual([[], []]);
  expect(await codeOf(install.confirm('another'))).toBe('forbidden');
  expect((await install.confirm(ticket)).account).toBe(account);
  expect(saved).toEqual([account]);
  expect(registered).toEqual([
    {
      id: account,
      kid: 'Backroom',
      pem: pem.trim(),
      fingerprint: pending.fingerprint,
      sandbox: true,
      instance: 'EU45',
    },
  ]);
  expect(await codeOf(install.confirm(ticket))).toBe('forbidden');
});
test('who is no admin, brings another browser’s state, or no cookie of ours registers nothing', async () => {
  const plain = await installer({ admin: false });
  const attempt = await plain.install.start(input);
  const granted = await approve(attempt.url);
  expect(await codeOf(plain.install.finish(granted.code, granted.state, attempt.cookie))).toBe('forbidden');
  expect([...plain.saved, ...plain.registered]).toEqual([]);
  await opened?.close();

  const { install, registered } = await installer();
  const [mine, other] = [await install.start(input), await install.start(input)];
  const { code, state } = await approve(mine.url);
  expect(await codeOf(install.finish(code, state, other.cookie))).toBe('forbidden');
  expect(await codeOf(install.finish(code, state, 'rubbish'))).toBe('forbidden');
  expect(registered).toEqual([]);
});
test('a code is of no use without the verifier of its browser', async () => {
  const { install, tokens, front } = await installer();
  const { code } = await approve((await install.start(input)).url);
  await expect(tokens.exchange(front.url, code, 'x'.repeat(64))).rejects.toMatchObject({ kind: 'unauthorised' });
});
test('what is no certificate, a weak key or a private key is refused before anything is asked', async () => {
  const { install } = await installer();
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'pem' });
  const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' });
  for (const certificate of ['x'.repeat(200), weak.toString(), secret.toString()])
    expect(await codeOf(install.start({ ...input, certificate }))).toBe('invalid_input');
});
test('a long certificate with its chain is taken, and the cookie still fits into a browser', async () => {
  const { install } = await installer();
  const long = generateKeyPairSync('rsa', { modulusLength: 4096 }).publicKey.export({ type: 'spki', format: 'pem' });
  const { cookie } = await install.start({ ...input, certificate: `${long}${String(long).repeat(8)}` });
  expect(cookie.length).toBeLessThan(3800);
});
test('JWT bearer: no refresh token, a new session by a new assertion, none for an unknown key', async () => {
  const jwtKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const parts = await start({ jwtKey, bearer: true });
  const id = oneLine(parts);
  expect(await parts.adapter.record({ type: 'deal', id }, call())).toMatchObject({ linesFrom: 'deal' });
  parts.front.endSession();
  await parts.adapter.record({ type: 'deal', id }, call());
  expect(parts.front.counts().sessions).toBe(2);
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const stolen = salesforceTokens(
    {
      clientId: CLIENT_ID,
      clientSecret: null,
      redirectUri: '',
      jwtKey: foreign.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
    parts.kept.store,
    Date.now,
  );
  await expect(stolen.bearer(parts.front.url, username)).rejects.toMatchObject({ kind: 'unauthorised' });
});
test('a refresh token that was rotated away is not used again', async () => {
  const parts = await start();
  const id = oneLine(parts);
  for (let nth = 0; nth < 3; nth += 1) {
    await parts.adapter.record({ type: 'deal', id }, call());
    parts.front.endSession();
  }
  await parts.adapter.record({ type: 'deal', id }, call());
  expect(await parts.kept.connected()).toBe(true);
  expect((await parts.kept.store.get(account))?.refreshToken).not.toBe('first');
});
test('above 95 % of the day’s calls reads wait, and a write-back still goes', async () => {
  const parts = await start();
  const id = oneLine(parts);
  await parts.adapter.prepare(call());
  await parts.adapter.record({ type: 'deal', id }, call());
  parts.limit.used = parts.limit.max * 0.96;
  await parts.adapter.writeBack({ type: 'deal', id }, { orderStatus: 'sending' }, call());
  const before = parts.front.counts().calls;
  await expect(parts.adapter.record({ type: 'deal', id }, call())).rejects.toMatchObject({ kind: 'busy' });
  // Not even asked.
  expect(parts.front.counts().calls).toBe(before);
  await parts.adapter.writeBack({ type: 'deal', id }, { orderNumber: 'SO-1' }, call());
});
test('an id of fifteen characters is the same record, under its one name', async () => {
  const parts = await start();
  const id = oneLine(parts);
  expect(await parts.adapter.record({ type: 'deal', id: id.slice(0, 15) }, call())).toMatchObject({ id });
});
test('with quotes switched off the opportunity’s lines are the quote', async () => {
  const parts = await start();
  parts.org.quotes = false;
  expect(await parts.adapter.record({ type: 'deal', id: oneLine(parts) }, call())).toMatchObject({
    quote: null,
    linesFrom: 'deal',
    lines: [{ code: 'A-1' }],
  });
});
test('products that the user may not see leave lines without a code, and the deal is read', async () => {
  const parts = await start();
  parts.org.hidden.add('Product2');
  expect(await parts.adapter.record({ type: 'deal', id: oneLine(parts) }, call())).toMatchObject({
    lines: [{ code: null }],
  });
});
test('an org with one currency tells which', async () => {
  const parts = await start();
  parts.org.multiCurrency = false;
  expect(await readCurrency(await parts.tokens.session(account))).toBe('EUR');
});
test('without the package’s order number field what was won is still listed; without IsWon nothing is, and it says why', async () => {
  const parts = await start();
  const asked = { from: '2025-03-01', to: '2025-03-31', timeZone: 'Europe/Berlin', cursor: null };
  const id = toSalesforceId('Opportunity', parts.fill.deal({ name: 'Won', currency: 'EUR', wonOn: '2025-03-14' }));
  parts.org.hidden.add('Opportunity.Backroom_Order_Number__c');
  const listed = await parts.adapter.sold?.(asked, call());
  expect(listed?.deals).toMatchObject([{ id, wonOn: '2025-03-14', orderNumber: null }]);
  // Described before it was hidden: the query is refused, and asked anew.
  parts.org.hidden.add('Opportunity.IsWon');
  await expect(parts.adapter.sold?.(asked, call())).rejects.toMatchObject({
    kind: 'unauthorised',
    words: 'Opportunity: IsWon cannot be read by the connected user.',
  });
});
test('what is no period and no cursor of ours reaches no query', async () => {
  const parts = await start();
  const asked = { from: '2025-03-01', to: '2025-03-31', timeZone: 'UTC', cursor: null };
  for (const more of [{ cursor: "x' OR Id != '" }, { to: '2025-03-31 OR IsWon = false' }])
    await expect(parts.adapter.sold?.({ ...asked, ...more }, call())).rejects.toMatchObject({ kind: 'refused' });
});
