import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { Opened } from '@backroom/backend/crm/conformance/subject';
import { account, recorded } from '@backroom/backend/crm/odoo-crm/conformance';
import { crmManifests } from '@backroom/backend/crm/registry';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeholders } from '../odoo-crm/recording.ts';
import { type EmbedWorld, embedWorld, ORIGIN } from './world.ts';

const DATABASE = account.slice('odoo-crm:'.length);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
let odoo: Opened & { url: string };
let world: EmbedWorld;
/** Two sales of one company. */
let deal: string;
let other: string;

beforeAll(async () => {
  odoo = (await recorded.open('the whole app')) as typeof odoo;
  const lines = [{ code: 'PMP-001', name: 'Pump', quantity: '2', price: '504.50' }];
  const quotes = [{ status: 'accepted' as const, lines }];
  const spec = { name: 'Pumps', currency: 'EUR', company: { name: 'Nordwind GmbH' }, quotes };
  [deal, other] = [odoo.deal(spec), odoo.deal({ ...spec, name: 'More pumps' })];
  world = await embedWorld('odoo-crm', {
    ODOO_CRM: 'on',
  });
  const { backend } = world;
  await backend.accounts.put(account, 'odoo-crm');
  await backend.crms.tokens.put(account, {
    ...{ accessToken: placeholders.backroom, refreshToken: '', expiresAt: Number.MAX_SAFE_INTEGER },
    more: {
      ...{ url: odoo.url, database: placeholders.database, login: 'backroom' },
      publicKey: String(publicKey.export({ format: 'jwk' }).x),
    },
  });
  await world.connect(account);
});
afterAll(async () => {
  await world?.end();
  await odoo?.close();
});
const secret = 's'.repeat(43);
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** As the addon signs it. */
function proofOf(id: string, claims: object = {}) {
  const iat = Math.floor(Date.now() / 1000);
  const all = {
    ...{ iss: DATABASE, aud: `${ORIGIN}/odoo-crm/frame`, iat, exp: iat + 120, jti: randomUUID(), sub: '7' },
    ...{ email: 'mina@nordwind.example', lang: 'en_GB', admin: false, company: 1, url: odoo.url },
    ...{ nonce: digest(secret), record: { type: 'deal', id: Number(id) } },
    ...claims,
  };
  const text = `${part({ alg: 'EdDSA', typ: 'JWT' })}.${part(all)}`;
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
}
const pageOf = (db: string = DATABASE) => world.page({ db });
const exchange = (proof: string, more: Record<string, string> = {}) =>
  world.exchange({ db: DATABASE }, proof, { db: DATABASE, secret, ...more });

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
    const { status, json } = await world.v1(path, token);
    expect([status, json.data]).toMatchObject([
      200,
      {
        record: { name: 'Pumps' },
        panels: { stock: { state: 'ready', data: { lines: [{ code: 'PMP-001', state: 'known' }] } } },
      },
    ]);
    expect((await world.v1(`/v1/records/deal/${other}/panels?only=stock`, token)).json.code).toBe('record_not_found');
    expect((await world.v1(path, token, 'g'.repeat(43))).json.code).toBe('signature_invalid');
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
test('the page of installations names each CRM, how it is installed, and where this server is ready for it', async () => {
  const page = await (await world.ask('/install', { headers: { 'accept-language': 'de-DE' } })).text();
  const listed = [...page.matchAll(/<li><strong>([^<]*)<\/strong><br>([^<]+)<br>(?:<a href="([^"]*)">)?/g)];
  expect(listed.map(([, name]) => name)).toEqual(crmManifests.map(({ name }) => name));
  expect(listed.flatMap(([, name, , path]) => (path ? [[name, path]] : []))).toEqual([
    ['Odoo CRM', '/odoo-crm/install'],
  ]);
  expect(listed.find(([, name]) => name === 'Odoo CRM')?.[2]).toContain('Einstellungen');
  expect((await world.ask('/odoo-crm/install')).status).toBe(200);
});
