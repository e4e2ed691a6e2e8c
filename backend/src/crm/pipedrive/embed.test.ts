import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsOf, users } from '../../../../test/stand-ins/pipedrive/company.ts';
import { panelToken } from '../../../../test/stand-ins/pipedrive/panel.ts';
import { ProblemError } from '../../problems/error.ts';
import { pipedriveEmbed } from './embed.ts';

const SECRET = 'a-panel-secret-of-a-test';
const now = Date.parse('2026-11-29T06:00:00Z');
const settings = settingsOf();
const [rep] = users;
if (!rep) throw new Error('no user');
const embed = pipedriveEmbed({
  secrets: [SECRET, 'the-secret-before-this-one'],
  now: () => now,
  settings: { orderModal: 'a1' },
  hostOf: async (account) => (account === 'pipedrive:4711001' ? 'https://nordlicht.pipedrive.com' : null),
  installer: async (_, user) =>
    user === String(rep.id) ? { email: rep.email, name: rep.name, language: 'de-DE', admin: true } : null,
  organizationOf: async (person) => (person === '5' ? '77' : null),
  viewers: async () => new Set([String(rep.id)]),
});
const place = { companyId: '4711001', userId: String(rep.id), resource: 'deal', selectedIds: '12', view: 'details' };
const token = (more: Parameters<typeof panelToken>[4] = {}, secret = SECRET, at = now) =>
  panelToken(secret, settings, rep, at, more);
const codeOf = (proof: string, given: Record<string, string> = place) =>
  embed.exchange(proof, given).then(
    () => 'accepted',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

describe('the panel’s token', () => {
  test('says who looks; the place says at what', async () => {
    const caller = await embed.exchange(token(), place);
    expect(caller).toEqual({
      ...{ account: 'pipedrive:4711001', userId: String(rep.id), userEmail: rep.email, locale: 'de-DE' },
      ...{ record: { type: 'deal', id: '12' }, recordSigned: false, until: new Date(now + 300_000) },
    });
    expect((await embed.exchange(token({}, 'the-secret-before-this-one'), place)).userId).toBe(String(rep.id));
    const of = async (more: Record<string, string>) => (await embed.exchange(token(), { ...place, ...more })).record;
    expect(await of({ resource: 'organization' })).toEqual({ type: 'company', id: '12' });
    expect(await of({ resource: 'person', selectedIds: '5' })).toEqual({ type: 'company', id: '77' });
    expect(await of({ resource: 'person', selectedIds: '6' })).toBeNull();
    const { resource: _, selectedIds: __, ...bare } = place;
    expect((await embed.exchange(token(), bare)).record).toBeNull();
    expect(await embed.mayRead(caller, { type: 'deal', id: '12' }, {} as never)).toBe(true);
    expect(await embed.mayRead({ ...caller, userId: '1' }, { type: 'deal', id: '12' }, {} as never)).toBe(false);
  });

  test.each([
    ['of another user than the frame’s', token(), { userId: '1' }],
    ['of another company than the frame’s', token(), { companyId: '1' }],
    ['without an end', token({ claims: { exp: undefined } }), {}],
    ['good for a day', token({ seconds: 86_400 }), {}],
    ['not good yet', token({ claims: { nbf: now / 1000 + 60 } }), {}],
    [
      'of no algorithm',
      `${token({ header: { alg: 'none' } })
        .split('.')
        .slice(0, 2)
        .join('.')}.`,
      {},
    ],
    ['of another algorithm', token({ header: { alg: 'HS512' } }), {}],
    ['of a key that it names', token({ header: { alg: 'RS256', jwk: {} } }), {}],
    ['under the wrong secret', token({}, 'another-secret-of-somebody'), {}],
    ['whose user is text that is no number', token({ claims: { userId: `${rep.id} or 1` } }), {}],
    ['whose user is a list', token({ claims: { userId: [rep.id] } }), {}],
    ['without a company', token({ claims: { companyId: undefined } }), {}],
    ['beside two records', token(), { selectedIds: '12,13' }],
    ['beside an id that is none', token(), { selectedIds: '../1' }],
    ['beside another kind of record', token(), { resource: 'lead' }],
    ['that is none', 'x.y.z', {}],
    ['that is empty', '', {}],
  ])('%s is not accepted', async (_, proof, more) => {
    expect(await codeOf(proof, { ...place, ...more })).toBe('signature_invalid');
  });

  test('that has ended is told as such, also under a former secret', async () => {
    expect(await codeOf(token({}, SECRET, now - 301_000))).toBe('signature_expired');
    expect(await codeOf(token({}, 'the-secret-before-this-one', now - 301_000))).toBe('signature_expired');
  });

  test('of a company that is not installed is of no account', async () => {
    const proof = token({ claims: { companyId: 99 } });
    expect(await codeOf(proof, { ...place, companyId: '99' })).toBe('account_unknown');
  });

  test('1,000 forged, expired and swapped ones: none is accepted', async () => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const sign = (text: string, secret: string, hash: string) =>
      `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`;
    const good = token();
    const [head = '', body = '', tail = ''] = good.split('.');
    const claims = { userId: rep.id, companyId: settings.id, iat: now / 1000, exp: now / 1000 + 300 };
    const text = fc.string({ minLength: 1, maxLength: 40 });
    const forged = fc.oneof(
      text.filter((secret) => secret !== SECRET).map((secret) => token({}, secret)),
      fc.integer({ min: 1, max: 10_000_000 }).map((late) => token({}, SECRET, now - 300_000 - late * 1000)),
      fc.integer({ min: 901, max: 10_000_000 }).map((seconds) => token({ seconds })),
      fc
        .constantFrom('none', 'None', 'HS384', 'HS512', 'RS256', 'ES256', 'hs256', '')
        .map((alg) => `${part({ alg, typ: 'JWT' })}.${body}.${tail}`),
      fc.constantFrom('sha384', 'sha512', 'sha1', 'md5').map((hash) => sign(`${head}.${body}`, SECRET, hash)),
      // Claims of somebody else under the signature of a good one.
      fc
        .record({ userId: fc.integer(), companyId: fc.integer() })
        .map((other) => `${head}.${part({ ...claims, ...other })}.${tail}`),
      // A token that is good, for another user or company than the frame’s.
      fc
        .integer({ min: 1 })
        .filter((id) => id !== rep.id)
        .map((userId) => token({ claims: { userId } })),
      fc
        .integer({ min: 1 })
        .filter((id) => id !== settings.id)
        .map((companyId) => token({ claims: { companyId } })),
      fc.constantFrom('exp', 'userId', 'companyId').map((name) => token({ claims: { [name]: undefined } })),
      fc.constantFrom('userId', 'companyId', 'exp').chain((name) =>
        fc
          .jsonValue()
          .filter((value) => typeof value !== 'number')
          .map((value) => token({ claims: { [name]: name === 'exp' ? value : [value] } })),
      ),
      // One character of the signature is another.
      fc
        .nat({ max: tail.length - 2 })
        .map((at) => `${head}.${body}.${tail.slice(0, at)}${tail[at] === 'A' ? 'B' : 'A'}${tail.slice(at + 1)}`),
      fc.nat({ max: good.length - 2 }).map((length) => good.slice(0, length)),
      text.map((more) => `${good}.${more}`),
      fc.constant(null).map(() => randomBytes(60).toString('base64url')),
    );
    expect(await codeOf(good)).toBe('accepted');
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(forged, async (proof) => {
        if ((await codeOf(proof)) === 'accepted') accepted += 1;
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBe(0);
  });

  test('the page is framed by the account’s own address; without an account by Pipedrive, and has none', async () => {
    expect(await embed.page({ companyId: '4711001' })).toEqual({
      account: 'pipedrive:4711001',
      frameAncestors: ['https://nordlicht.pipedrive.com', 'https://app.pipedrive.com'],
      settings: { orderModal: 'a1' },
    });
    for (const companyId of ['99', 'x', ''])
      expect(await embed.page({ companyId })).toMatchObject({
        account: null,
        frameAncestors: ['https://*.pipedrive.com'],
      });
  });
});
