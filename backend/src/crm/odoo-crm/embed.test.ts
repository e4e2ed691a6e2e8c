import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { odooEmbed } from './embed.ts';
import { digestOf } from './proof.ts';

const DATABASE = '7a9f3c52-5b1e-4d0a-9c1d-2f6b8e4a1c30';
const OTHER = '11111111-5b1e-4d0a-9c1d-2f6b8e4a1c30';
const URL_OF_ODOO = 'https://odoo.nordwind.example';
const ORIGIN = 'https://backroom.test';
const now = 1_796_000_000_000;
const secret = 's'.repeat(43);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519').privateKey;
const xOf = (key: KeyObject) => String(key.export({ format: 'jwk' }).x);
const embedOf = (key: string) =>
  odooEmbed({
    places: {
      find: async (account) =>
        account === `odoo-crm:${DATABASE}` || account === `odoo-crm:${OTHER}`
          ? { url: URL_OF_ODOO, database: 'nordwind', login: 'backroom', key: 'k'.repeat(40), publicKey: key }
          : null,
    },
    publicOrigin: ORIGIN,
    now: () => now,
  });
const embed = embedOf(xOf(publicKey));
const claims = {
  ...{ iss: DATABASE, aud: `${ORIGIN}/odoo-crm/frame`, iat: now / 1000, exp: now / 1000 + 120, jti: 'j'.repeat(32) },
  ...{ sub: '7', email: 'mina@nordwind.example', lang: 'de_DE', admin: false, company: 1, url: URL_OF_ODOO },
  ...{ nonce: digestOf(secret), record: { type: 'deal', id: 41 } },
};
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (more: object = {}, key = privateKey, header: object = { alg: 'EdDSA', typ: 'JWT' }) => {
  const text = `${part(header)}.${part({ ...claims, ...more })}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
};
const place = { db: DATABASE, secret };
const codeOf = (proof: string, given: Record<string, string> = place) =>
  embed.exchange(proof, given).then(
    () => 'accepted',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

describe('the statement of the addon', () => {
  test('says who looks, and at which record', async () => {
    expect(await embed.exchange(tokenOf(), place)).toEqual({
      ...{ account: `odoo-crm:${DATABASE}`, userId: '7', userEmail: 'mina@nordwind.example', locale: 'de-DE' },
      ...{ admin: false, record: { type: 'deal', id: '41' }, recordSigned: true, until: new Date(now + 150_000) },
    });
  });
  test('is what the addon’s own Python makes', async () => {
    const file = new URL('recorded/statement.json', import.meta.url);
    const made = z
      .object({ publicKey: z.string(), secret: z.string(), at: z.number(), token: z.string() })
      .parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(made.at * 1000).toBe(now);
    const found = await embedOf(made.publicKey).exchange(made.token, { db: DATABASE, secret: made.secret });
    expect(found.record).toEqual({ type: 'deal', id: '41' });
  });
  test.each([
    ['for another frame', tokenOf(), { secret: 't'.repeat(43) }],
    ['of another database under the same key', tokenOf({ iss: OTHER }), {}],
    ['of this database in the frame of another', tokenOf(), { db: OTHER }],
    ['for another purpose', tokenOf({ aud: `${ORIGIN}/odoo-crm/events` }), {}],
    ['for another Backroom', tokenOf({ aud: 'https://other.test/odoo-crm/frame' }), {}],
    ['for several', tokenOf({ aud: [claims.aud, 'https://other.test'] }), {}],
    ['of another key', tokenOf({}, stranger), {}],
    ['without an end', tokenOf({ exp: undefined }), {}],
    ['good for a day', tokenOf({ exp: now / 1000 + 86_400 }), {}],
    ['made tomorrow', tokenOf({ iat: now / 1000 + 86_400, exp: now / 1000 + 86_500 }), {}],
    ['without an id', tokenOf({ jti: undefined }), {}],
    ['without a nonce', tokenOf({ nonce: undefined }), {}],
    ['of a user that is none', tokenOf({ sub: '7 or 1' }), {}],
    ['whose user is a number', tokenOf({ sub: 7 }), {}],
    ['about a record of another kind', tokenOf({ record: { type: 'lead', id: 41 } }), {}],
    ['about a record with no number', tokenOf({ record: { type: 'deal', id: '41' } }), {}],
    ['that says no rights', tokenOf({ admin: 'yes' }), {}],
    ['of no algorithm', `${part({ alg: 'none' })}.${part(claims)}.`, {}],
    ['of another algorithm', tokenOf({}, privateKey, { alg: 'HS256', typ: 'JWT' }), {}],
    [
      'of a key that it names itself',
      tokenOf({}, stranger, { alg: 'EdDSA', jwk: { kty: 'OKP', crv: 'Ed25519', x: 'x' } }),
      {},
    ],
    ['that is none', 'x.y.z', {}],
  ])('%s is not accepted', async (_, proof, more) => {
    expect(await codeOf(proof, { ...place, ...more })).toBe('signature_invalid');
  });
  test('that has ended is told as such', async () => {
    expect(await codeOf(tokenOf({ iat: now / 1000 - 300, exp: now / 1000 - 180 }))).toBe('signature_expired');
  });
  test('of a copy of the database, or of one that is not connected, is of no account', async () => {
    expect(await codeOf(tokenOf({ url: 'https://staging.nordwind.example' }))).toBe('account_unknown');
    const unknown = '22222222-5b1e-4d0a-9c1d-2f6b8e4a1c30';
    expect(await codeOf(tokenOf({ iss: unknown }), { ...place, db: unknown })).toBe('account_unknown');
    for (const db of ['', 'x', '../1']) expect(await codeOf(tokenOf(), { ...place, db })).toBe('account_unknown');
  });

  test('1,000 forged, expired and swapped ones: none is accepted', async () => {
    const good = tokenOf();
    const [head = '', body = '', tail = ''] = good.split('.');
    const text = fc.string({ minLength: 1, maxLength: 40 });
    const swapped = (name: string, arbitrary: fc.Arbitrary<unknown>) =>
      arbitrary.map((value) => `${head}.${part({ ...claims, [name]: value })}.${tail}`);
    const signedWith = (name: string, arbitrary: fc.Arbitrary<unknown>) =>
      arbitrary.map((value) => tokenOf({ [name]: value }));
    const forged = fc.oneof(
      fc.constant(null).map(() => tokenOf({}, generateKeyPairSync('ed25519').privateKey)),
      // Claims of somebody else under the signature of a good one.
      swapped(
        'sub',
        fc
          .nat()
          .map(String)
          .filter((sub) => sub !== '7'),
      ),
      swapped('admin', fc.constant(true)),
      swapped(
        'record',
        fc
          .nat({ max: 1_000_000 })
          .filter((id) => id !== 41)
          .map((id) => ({ type: 'deal', id })),
      ),
      swapped('nonce', text),
      // Well signed, and not for this frame, not for us, or not now.
      signedWith('nonce', text),
      signedWith('aud', text),
      signedWith('iss', text),
      signedWith('url', text),
      signedWith('exp', fc.integer({ min: 1, max: now / 1000 - 31 })),
      signedWith('exp', fc.integer({ min: now / 1000 + 301, max: now / 1000 + 10_000_000 })),
      signedWith('iat', fc.integer({ min: 1, max: now / 1000 - 400 })),
      ...['exp', 'iat', 'jti', 'sub', 'aud', 'iss', 'nonce', 'url', 'record', 'admin', 'company'].map((name) =>
        name === 'record'
          ? signedWith(name, fc.constant(undefined))
          : signedWith(name, fc.constantFrom(undefined, null, [], {}, 1.5)),
      ),
      fc
        .constantFrom('none', 'None', 'HS256', 'HS512', 'RS256', 'ES256', 'eddsa', '')
        .map((alg) => tokenOf({}, privateKey, { alg })),
      fc.constantFrom('none', '').map((alg) => `${part({ alg })}.${body}.`),
      // One character of the signature is another.
      fc
        .nat({ max: tail.length - 2 })
        .map((at) => `${head}.${body}.${tail.slice(0, at)}${tail[at] === 'A' ? 'B' : 'A'}${tail.slice(at + 1)}`),
      fc.nat({ max: good.length - 2 }).map((length) => good.slice(0, length)),
      text.map((more) => `${good}.${more}`),
      fc.constant(null).map(() => randomBytes(60).toString('base64url')),
    );
    expect(await codeOf(good)).toBe('accepted');
    const accepted: string[] = [];
    await fc.assert(
      fc.asyncProperty(forged, async (proof) => {
        if ((await codeOf(proof)) === 'accepted') accepted.push(proof);
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toEqual([]);
  });

  test('the page is framed by the database’s own address, and by nobody without one of ours', async () => {
    expect(await embed.page({ db: DATABASE, lang: 'de-DE' })).toEqual({
      account: `odoo-crm:${DATABASE}`,
      frameAncestors: [URL_OF_ODOO],
      locale: 'de-DE',
      settings: { odoo: URL_OF_ODOO },
    });
    for (const db of ['22222222-5b1e-4d0a-9c1d-2f6b8e4a1c30', 'x', ''])
      expect(await embed.page({ db })).toEqual({ account: null, frameAncestors: [] });
  });
});
