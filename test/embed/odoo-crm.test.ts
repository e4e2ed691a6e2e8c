import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, registered } from '@backroom/backend/compose';
import { readConfig } from '@backroom/backend/config';
import type { Opened } from '@backroom/backend/crm/conformance/subject';
import { account, recorded } from '@backroom/backend/crm/odoo-crm/conformance';
import { startDemoErp } from '@backroom/demo-erp/start';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStore } from '../../backend/test/databases.ts';
import { placeholders } from '../odoo-crm/recording.ts';

const FRAME = 'f'.repeat(43);
const PUBLIC = 'http://backroom.test';
const DATABASE = account.slice('odoo-crm:'.length);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
let odoo: Opened & { url: string };
let backend: Awaited<ReturnType<typeof compose>>;
let erp: Awaited<ReturnType<typeof startDemoErp>>;
/** Two sales of one company. */
let deal: string;
let other: string;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  odoo = (await recorded.open('the whole app')) as typeof odoo;
  const lines = [{ code: 'PMP-001', name: 'Pump', quantity: '2', price: '504.50' }];
  const quotes = [{ status: 'accepted' as const, lines }];
  const spec = { name: 'Pumps', currency: 'EUR', company: { name: 'Nordwind GmbH' }, quotes };
  [deal, other] = [odoo.deal(spec), odoo.deal({ ...spec, name: 'More pumps' })];
  const dir = mkdtempSync(join(tmpdir(), 'embed-'));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><html><head><title>x</title></head><body></body></html>');
  const env = {
    ...{ HUBSPOT_CLIENT_ID: 'test', HUBSPOT_CLIENT_SECRET: 'test-secret-of-hubspot', ODOO_CRM: 'on', EMBED_DIR: dir },
    ...{ PUBLIC_ORIGIN: PUBLIC, ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') },
    ERP_PRIVATE_ADDRESSES: '127.0.0.0/8',
  };
  erp = await startDemoErp({ dataDir: ':memory:', port: 0, key: 'odoo-crm-test' });
  const quiet = () => {};
  const logger = { error: quiet, warn: quiet, info: quiet, debug: quiet, trace: quiet, fatal: quiet };
  backend = await compose(readConfig(env, []), await openTestStore(), logger as never, undefined, registered);
  ends.push(backend.stop, odoo.close, erp.close);
  await backend.accounts.put(account, 'odoo-crm');
  await backend.crms.tokens.put(account, {
    ...{ accessToken: placeholders.backroom, refreshToken: '', expiresAt: Number.MAX_SAFE_INTEGER },
    more: {
      ...{ url: odoo.url, database: placeholders.database, login: 'backroom' },
      publicKey: String(publicKey.export({ format: 'jwk' }).x),
    },
  });
  await connect('bridge', erp.url);
});
afterAll(async () => {
  for (const end of ends) await end();
});
const connect = (kind: string, url: string) =>
  backend.accounts.connect(account, {
    ...{ erp: kind, name: 'The ERP', url, credentials: { key: erp.key } },
    settings: { timeZone: 'Europe/Berlin' },
  });
const ask = (path: string, init: RequestInit = {}) =>
  Promise.resolve(backend.app.fetch(new Request(`${PUBLIC}${path}`, init)));
const secret = 's'.repeat(43);
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** As the addon signs it. */
function proofOf(id: string, claims: object = {}) {
  const iat = Math.floor(Date.now() / 1000);
  const all = {
    ...{ iss: DATABASE, aud: `${PUBLIC}/odoo-crm/frame`, iat, exp: iat + 120, jti: randomUUID(), sub: '7' },
    ...{ email: 'mina@nordwind.example', lang: 'en_GB', admin: false, company: 1, url: odoo.url },
    ...{ nonce: digest(secret), record: { type: 'deal', id: Number(id) } },
    ...claims,
  };
  const text = `${part({ alg: 'EdDSA', typ: 'JWT' })}.${part(all)}`;
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
}
async function pageOf(db: string = DATABASE) {
  const response = await ask(`/embed/odoo-crm/?db=${db}`);
  const ticket = /name="backroom-page" content="([^"]*)"/.exec(await response.text())?.[1] ?? '';
  return { ticket, policy: response.headers.get('content-security-policy') ?? '' };
}
async function exchange(proof: string, more: Record<string, string> = {}) {
  const { ticket: page } = await pageOf();
  const body = JSON.stringify({ proof, place: { db: DATABASE, secret, ...more }, frame: FRAME, page });
  const headers = { 'content-type': 'application/json' };
  const response = await ask('/embed/odoo-crm/session', { method: 'POST', headers, body });
  type Answer = { code?: string; data?: { token: string; record: unknown; isAdmin: boolean } };
  const answer = (await response.json()) as Answer;
  return { code: answer.code ?? null, data: answer.data ?? null };
}
async function v1(path: string, token: string, frame = FRAME) {
  const response = await ask(path, { headers: { 'x-backroom-session': token, 'x-backroom-frame': frame } });
  return { status: response.status, json: (await response.json()) as { code?: string; data?: unknown } };
}

test('the page may be held by the database’s own address, and by nobody where it is none of ours', async () => {
  const own = await pageOf();
  expect(own.policy).toContain(`frame-ancestors ${odoo.url}`);
  expect(own.ticket).not.toBe('');
  const strange = await pageOf('00000000-0000-4000-8000-000000000003');
  expect([strange.ticket, strange.policy.includes("frame-ancestors 'none'")]).toEqual(['', true]);
});
describe('a person for whom the database signs', () => {
  test('sees the sale of the opportunity, and no other record; another frame has nothing of it', async () => {
    const { data } = await exchange(proofOf(deal));
    expect(data).toMatchObject({ record: { type: 'deal', id: deal }, isAdmin: false });
    const token = data?.token ?? '';
    const path = `/v1/records/deal/${deal}/panels?only=stock`;
    const { status, json } = await v1(path, token);
    expect([status, json.data]).toMatchObject([
      200,
      {
        record: { name: 'Pumps' },
        panels: { stock: { state: 'ready', data: { lines: [{ code: 'PMP-001', state: 'known' }] } } },
      },
    ]);
    expect((await v1(`/v1/records/deal/${other}/panels?only=stock`, token)).json.code).toBe('record_not_found');
    expect((await v1(path, token, 'g'.repeat(43))).json.code).toBe('signature_invalid');
  });
  test('gets one session for a statement, in the frame that asked for it', async () => {
    const proof = proofOf(deal);
    expect((await exchange(proof, { secret: 't'.repeat(43) })).code).toBe('signature_invalid');
    expect((await exchange(proof)).data).not.toBeNull();
    expect((await exchange(proof)).code).toBe('signature_replayed');
  });
  test('is an admin here where Odoo says so', async () => {
    expect((await exchange(proofOf(deal, { admin: true }))).data?.isAdmin).toBe(true);
  });
});
