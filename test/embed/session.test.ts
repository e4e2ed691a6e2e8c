import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, registered } from '@backroom/backend/compose';
import { readConfig } from '@backroom/backend/config';
import { accountIdSchema } from '@backroom/shared';
import { serve } from '@hono/node-server';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTestStore } from '../../backend/test/databases.ts';
import { manifest as crm, lost } from '../templates/crm/manifest.ts';
import { openToyVendor } from '../templates/crm-stand-in.ts';

const SECRET = 'toy-secret-of-a-test';
const FRAME = 'f'.repeat(43);
const vendor = openToyVendor();
const logged: unknown[] = [];
const log = (...line: unknown[]) => void logged.push(line);
let backend: Awaited<ReturnType<typeof compose>>;
let page = '';
let deal = '';
let otherDeal = '';
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const server = serve({ fetch: vendor.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  const dir = mkdtempSync(join(tmpdir(), 'embed-'));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(
    join(dir, 'index.html'),
    '<!doctype html><html lang="en"><head><title>x</title></head><body></body></html>',
  );
  writeFileSync(join(dir, 'assets', 'main-abc.js'), 'void 0;'.repeat(100));
  const env = {
    HUBSPOT_CLIENT_ID: 'toy-test',
    HUBSPOT_CLIENT_SECRET: 'toy-test-secret',
    TOY_CRM_URL: `http://127.0.0.1:${port}`,
    TOY_CRM_SECRET: SECRET,
    EMBED_DIR: dir,
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const adapters = { ...registered, crms: [...registered.crms, crm] };
  const store = await openTestStore();
  const logger = { error: log, warn: log, info: log, debug: log, trace: log, fatal: log };
  backend = await compose(readConfig(env, [], adapters.crms), store, logger as never, undefined, adapters);
  closing.push(backend.stop, () => new Promise((done) => server.close(done)));
  for (const id of ['1', '2']) await install(id);
  const line = { code: 'PUMP-1', name: 'Pump', quantity: '3', price: '10' };
  const spec = { name: 'Pumps', currency: 'EUR', quotes: [{ status: 'accepted' as const, lines: [line] }] };
  [deal, otherDeal] = [vendor.deal(spec), vendor.deal(spec)];
  page = await pageOf('1');
});
afterAll(async () => {
  for (const close of closing) await close();
});

async function install(id: string): Promise<void> {
  const account = accountIdSchema.parse(`toy:${id}`);
  await backend.lifecycle.connected(account, 'toy', 'admin');
  await backend.crms.tokens.put(account, { accessToken: 'a', refreshToken: 'g', expiresAt: Date.now() + 3_600_000 });
}
const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
  backend.app.fetch(new Request(`http://backroom.test${path}`, init));
async function pageOf(company: string): Promise<string> {
  const html = await (await ask(`/embed/toy/?company=${company}`)).text();
  return /name="backroom-page" content="([^"]*)"/.exec(html)?.[1] ?? '';
}
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

let serial = 0;
/** As the CRM signs it; each one is another. */
function proofOf({ company = '1', user = '7', secret = SECRET, life = '5m', alg = 'HS256' } = {}): Promise<string> {
  serial += 1;
  return new SignJWT({ company, user, email: `rep${user}@example.com`, serial })
    .setProtectedHeader({ alg })
    .setIssuedAt()
    .setExpirationTime(life)
    .sign(new TextEncoder().encode(secret));
}
async function exchange(proof: string, more: Record<string, unknown> = {}, crmId = 'toy') {
  const response = await ask(`/embed/${crmId}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ proof, place: { resource: 'deal', id: deal }, frame: FRAME, page, ...more }),
  });
  const answer = (await response.json()) as { ok?: true; data?: { token: string; record: unknown }; code?: string };
  return { status: response.status, code: answer.code, data: answer.data, cookie: response.headers.get('set-cookie') };
}
async function sessionOf(
  more: Parameters<typeof proofOf>[0] = {},
  body: Record<string, unknown> = {},
): Promise<string> {
  const { data } = await exchange(await proofOf(more), body);
  if (!data) throw new Error('no session');
  return data.token;
}
async function v1(path: string, token: string, init: { frame?: string; once?: string | null; body?: unknown } = {}) {
  const { frame = FRAME, once = crypto.randomUUID(), body } = init;
  const response = await ask(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'x-backroom-session': token,
      'x-backroom-frame': frame,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(once && body !== undefined ? { 'x-backroom-once': once } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { ok?: boolean; code?: string };
  return { status: response.status, code: answer.code ?? null, ok: answer.ok ?? false };
}
const panels = (id: string) => `/v1/records/deal/${id}/panels?only=customer`;
/** Past the proof: this account has no ERP. */
const passed = { status: 409, code: 'erp_not_connected' };

describe('the page', () => {
  test('may be framed by the account’s own CRM alone; where no account is named, by the vendor’s, without a session', async () => {
    const known = await ask('/embed/toy/?company=1&token=secret');
    const header = known.headers.get('content-security-policy') ?? '';
    expect(header.split('; ')).toEqual([
      ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'"],
      ...["base-uri 'none'", "form-action 'none'", "object-src 'none'", 'frame-ancestors https://c1.crm.example.com'],
    ]);
    expect(known.headers.get('referrer-policy')).toBe('no-referrer');
    expect(known.headers.get('cache-control')).toBe('no-store');
    expect(known.headers.get('x-frame-options')).toBeNull();
    expect(known.headers.get('set-cookie')).toBeNull();
    const shell = await ask('/embed/toy/');
    expect(shell.headers.get('content-security-policy')).toContain('frame-ancestors https://*.crm.example.com');
    expect(await pageOf('x')).toBe('');
    expect(await exchange(await proofOf(), { page: '' })).toMatchObject({ status: 401, code: 'signature_invalid' });
    expect((await ask('/embed/hubspot/')).status).toBe(404);
  });
  test('speaks the browser’s language before there is a session', async () => {
    const page = await ask('/embed/toy/?company=1', { headers: { 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' } });
    const html = await page.text();
    expect(html).toContain('<html lang="de">');
    expect(html.replace(/<[^>]*>/g, '')).toBe('x');
    expect(html).toContain('Erneut versuchen');
  });
  test('has its files zipped, for ever, and no other file', async () => {
    const file = await ask('/embed/assets/main-abc.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(file.headers.get('content-encoding')).toBe('gzip');
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect((await ask('/embed/assets/..%2Findex.html')).status).toBe(404);
  });
});

describe('a session', () => {
  test('opens its record, and nothing else of the account', async () => {
    const proof = await proofOf();
    const { data, cookie } = await exchange(proof);
    expect(data?.record).toEqual({ type: 'deal', id: deal });
    expect(cookie).toBeNull();
    const token = data?.token ?? '';
    expect(await v1(panels(deal), token)).toMatchObject(passed);
    expect(await v1('/v1/texts?locale=de', token)).toMatchObject({ ok: true });
    const other = { status: 404, code: 'record_not_found' };
    expect(await v1(panels(otherDeal), token)).toMatchObject(other);
    expect(await v1(`/v1/records/company/${deal}/panels?only=customer`, token)).toMatchObject(other);
    const order = { dealId: otherDeal, revision: 'r', accepted: [], idempotencyKey: 'key-of-somebody' };
    expect(await v1('/v1/orders', token, { body: order })).toMatchObject(other);
    const record = { type: 'deal', id: otherDeal };
    expect(await v1('/v1/returns', token, { body: { record } })).toMatchObject(other);
    const named = { recordType: 'deal', recordId: otherDeal };
    expect(await v1('/v1/invoices/1/link', token, { body: named })).toMatchObject(other);
    expect(await v1('/v1/settings', token)).toMatchObject({ status: 403 });
    expect(await v1('/v1/account/uninstall', token, { body: { account: 'toy:1' } })).toMatchObject({ status: 403 });
    expect(JSON.stringify(logged)).not.toContain(proof);
    expect(JSON.stringify(logged)).not.toContain(token);
  });
  test('belongs to its frame, to its ten minutes, and each change to one request', async () => {
    const token = await sessionOf();
    vi.setSystemTime(Date.now() + 599_000);
    expect(await v1(panels(deal), token, { frame: 'g'.repeat(43) })).toMatchObject({ code: 'signature_invalid' });
    const preview = `/v1/records/deal/${deal}/preview`;
    const once = crypto.randomUUID();
    expect(await v1(preview, token, { body: {}, once })).toMatchObject(passed);
    expect(await v1(preview, token, { body: {}, once })).toMatchObject({ code: 'signature_replayed' });
    expect(await v1(preview, token, { body: {}, once: null })).toMatchObject({ code: 'signature_invalid' });
    vi.setSystemTime(Date.now() + 2000);
    expect(await v1(panels(deal), token)).toMatchObject({ status: 401, code: 'signature_expired' });
  });
  test('ends when the account goes, and does not come back with it', async () => {
    const own = await pageOf('2');
    const token = await sessionOf({ company: '2' }, { page: own });
    expect(await v1(panels(deal), token)).toMatchObject(passed);
    const later = await proofOf({ company: '2' });
    const account = accountIdSchema.parse('toy:2');
    await backend.lifecycle.disconnect(account);
    expect(await v1(panels(deal), token)).toMatchObject({ code: 'account_disconnected' });
    expect(await exchange(await proofOf({ company: '2' }), { page: own })).toMatchObject({
      code: 'account_disconnected',
    });
    vi.setSystemTime(Date.now() + 1000);
    await install('2');
    expect(await v1(panels(deal), token)).toMatchObject({ code: 'signature_expired' });
    await backend.lifecycle.remove(account);
    expect(await v1(panels(deal), token)).toMatchObject({ code: 'account_unknown' });
    expect(await exchange(later, { page: own })).toMatchObject({ status: 403, code: 'account_unknown' });
  });
});

describe('a session that renews', () => {
  const renew = async (token: string, frame = FRAME, crmId = 'toy') => {
    const response = await ask(`/embed/${crmId}/renewal`, {
      method: 'POST',
      headers: { 'x-backroom-session': token, 'x-backroom-frame': frame },
    });
    const answer = (await response.json()) as { data?: { token: string }; code?: string };
    return { status: response.status, code: answer.code, token: answer.data?.token ?? '' };
  };
  test('goes on for a working day, in its frame and its CRM, as long as the CRM shows the record', async () => {
    expect(await renew(await sessionOf())).toMatchObject({ code: 'signature_expired' });
    let token = await sessionOf({ user: '50' });
    expect(await renew(token, 'g'.repeat(43))).toMatchObject({ code: 'signature_invalid' });
    expect(await renew(token, FRAME, 'hubspot')).toMatchObject({ status: 404 });
    for (const hours of [4, 3.6]) {
      for (const left = Date.now() + hours * 3_600_000; Date.now() < left; ) {
        vi.setSystemTime(Date.now() + 590_000);
        ({ token } = await renew(token));
        expect(token).not.toBe('');
      }
    }
    expect(await v1(panels(deal), token)).toMatchObject(passed);
    expect(await v1(panels(otherDeal), token)).toMatchObject({ code: 'record_not_found' });
    vi.setSystemTime(Date.now() + 590_000);
    const { token: last } = await renew(token);
    vi.setSystemTime(Date.now() + 590_000);
    expect(await renew(last || token)).toMatchObject({ code: 'signature_expired', status: 401 });
  });
  test('ends when the user loses the record', async () => {
    const token = await sessionOf({ user: '51' });
    lost.add('51');
    expect(await renew(token)).toMatchObject({ code: 'record_not_found' });
    lost.clear();
  });
});

describe('is refused', () => {
  test('a token of another secret, another account, another CRM, or too old', async () => {
    const invalid = { status: 401, code: 'signature_invalid', data: undefined };
    expect(await exchange(await proofOf({ secret: 'another-secret-of-a-test' }))).toMatchObject(invalid);
    expect(await exchange(await proofOf({ alg: 'HS512', secret: SECRET.repeat(4) }))).toMatchObject(invalid);
    expect(await exchange(await proofOf({ company: '2' }))).toMatchObject(invalid);
    expect(await exchange(await proofOf({ life: '-1s' }))).toMatchObject({ code: 'signature_expired' });
    expect(await exchange(await proofOf(), {}, 'hubspot')).toMatchObject({ status: 404 });
    expect(await exchange(await proofOf(), { page: await sessionOf() })).toMatchObject(invalid);
    expect(await exchange(await sessionOf())).toMatchObject(invalid);
    expect(await v1(panels(deal), page)).toMatchObject({ code: 'signature_invalid' });
  });
  test('a token that was used, however its last character is spelt', async () => {
    const proof = await proofOf();
    expect((await exchange(proof)).status).toBe(200);
    expect(await exchange(proof)).toMatchObject({ status: 401, code: 'signature_replayed' });
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const spellings = [...letters].map((last) => proof.slice(0, -1) + last);
    const codes = await Promise.all(spellings.map(async (each) => (await exchange(each)).status));
    expect(new Set(codes)).toEqual(new Set([401]));
  });
  test('two processes that take the same token at once: one of them', async () => {
    const proof = await proofOf();
    const answers = await Promise.all([exchange(proof), exchange(proof), exchange(proof)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });
  test('a user to whom the CRM does not show the record', async () => {
    lost.add('99');
    expect(await exchange(await proofOf({ user: '99' }))).toMatchObject({ status: 404, code: 'record_not_found' });
    lost.clear();
  });
  test('a thousand forgeries', async () => {
    const [proof, token] = [await proofOf(), await sessionOf()];
    const bent = (text: string) =>
      fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 127 })).map(([at, by]) => {
        const char = String.fromCharCode(33 + ((text.charCodeAt(at) - 33 + by) % 94));
        return text.slice(0, at) + char + text.slice(at + 1);
      });
    const forged = (text: string) => fc.oneof(bent(text), fc.string({ minLength: 1, maxLength: 200 }));
    // A change of bits that carry nothing is the same token, which is good once.
    await exchange(proof);
    await fc.assert(
      fc.asyncProperty(forged(proof), async (each) => (await exchange(each)).status !== 200),
      { numRuns: 1000 },
    );
    const bytes = (text: string) =>
      text
        .split('.')
        .map((part) => Buffer.from(part, 'base64url').toString('hex'))
        .join();
    await fc.assert(
      fc.asyncProperty(forged(token), async (each) => {
        fc.pre(/^[\x21-\x7e]+$/.test(each) && bytes(each) !== bytes(token));
        return (await v1(panels(deal), each)).status === 401;
      }),
      { numRuns: 1000 },
    );
  });
});
