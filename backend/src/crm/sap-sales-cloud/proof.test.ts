import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, startSalesCloud } from '../../../../test/stand-ins/sap-sales-cloud/start.ts';
import { createVault } from '../../access/secrets.ts';
import { memoryTokens } from '../conformance/front.ts';
import type { EmbedPlace } from '../contract/embed.ts';
import { account, extend, HOST, tenantAt } from './conformance.ts';
import { proofs, salesCloudEmbed } from './embed.ts';
import { createSapSalesCloud } from './index.ts';
import { identityProviders, type SignedIn } from './provider.ts';
import { accountOf, tenantStore } from './tenants.ts';

const NONCE = 'n'.repeat(43);
const clock = Date.now();
const seconds = Math.floor(clock / 1000);
const rep = { ...people.rep, groups: ['Backroom_Users', 'Everybody'] };
const vault = createVault([Buffer.alloc(32, 7).toString('base64')]);
const sealed = proofs(vault, () => clock);
type Cloud = Awaited<ReturnType<typeof startSalesCloud>>;
let cloud: Cloud;
let providers: ReturnType<typeof identityProviders>;
let embed: ReturnType<typeof salesCloudEmbed>;
beforeAll(async () => {
  cloud = await startSalesCloud({ now: () => clock });
  extend(cloud);
  providers = identityProviders(() => clock);
  const more = tenantAt(cloud.url, { issuer: cloud.issuer });
  const tenants = tenantStore(memoryTokens(account, { accessToken: '', refreshToken: '', expiresAt: 0, more }).store);
  const used = new Set<string>();
  const useOnce = async (of: string, id: string) => used.size < used.add(`${of} ${id}`).size;
  embed = salesCloudEmbed({ tenants, proofs: sealed, people: createSapSalesCloud({ tenants }).people, useOnce });
});
afterAll(() => cloud.close());
const ANY = '6f5d0000-0000-4000-8000-0000000000b1';
const place: EmbedPlace = { tenant: HOST, accountId: ANY };
const token = (claims: object = {}, header: object = {}) =>
  cloud.identity.token(cloud.application, rep, { nonce: NONCE, ...claims }, header);
const verify = (text: string, nonce = NONCE) =>
  providers.verify(text, tenantAt(cloud.url, { issuer: cloud.issuer }), nonce);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: { code?: string }) => error.code ?? String(error),
  );
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const person = (more: Partial<SignedIn> = {}): SignedIn => ({
  ...{ email: rep.email, name: 'Mina Ostrowski', uses: true, administers: false },
  ...more,
});

describe('an ID token of the customer’s identity provider', () => {
  test('proves an address, and the groups that count here', async () => {
    expect(await verify(token())).toEqual({ email: rep.email, name: rep.email, uses: true, administers: false });
    expect(await verify(token({ groups: 'Backroom_Admins' }))).toMatchObject({ uses: true, administers: true });
    expect(await verify(token({ groups: undefined }))).toMatchObject({ uses: false, administers: false });
  });
  test.each<[string, () => string]>([
    ['of another app', () => token({ aud: 'another-app' })],
    ['of several audiences', () => token({ aud: [cloud.application.clientId, 'another-app'] })],
    ['that another app asked for', () => token({ azp: 'another-app' })],
    ['of another issuer', () => token({ iss: 'https://elsewhere.accounts.ondemand.com' })],
    ['of another sign-in', () => token({ nonce: 'm'.repeat(43) })],
    ['without a nonce', () => token({ nonce: undefined })],
    ['without an address', () => token({ email: undefined })],
    ['without an end', () => token({ exp: undefined })],
    ['that names nobody', () => token({ sub: undefined })],
    ['that is not valid yet', () => token({ nbf: seconds + 600 })],
    ['without a signature', () => `${part({ alg: 'none' })}.${token().split('.')[1]}.`],
    ['that says another algorithm', () => token({}, { alg: 'RS384' })],
    ['of a key that is not the provider’s', () => token({}, { kid: 'other' })],
    ['that is none', () => 'x'],
  ])('%s is refused', async (_, text) => {
    expect(await codeOf(verify(text()))).toBe('signature_invalid');
  });
  test('that has ended, or was made long before, is told apart', async () => {
    expect(await codeOf(verify(token({ exp: seconds - 31 })))).toBe('signature_expired');
    expect(await codeOf(verify(token({ iat: seconds - 3600 })))).toBe('signature_expired');
  });
  test('with an address that nobody confirmed proves nobody', async () => {
    for (const email_verified of [false, 'false'])
      expect(await codeOf(verify(token({ email_verified })))).toBe('forbidden');
  });
  test('signed with the public key as a secret is refused', async () => {
    const keys = (await (await fetch(`${cloud.issuer}/oauth2/certs`)).json()) as { keys: object[] };
    const text = `${part({ alg: 'HS256', typ: 'JWT', kid: 'ias-1' })}.${token().split('.')[1]}`;
    const signature = createHmac('sha256', JSON.stringify(keys.keys[0])).update(text).digest('base64url');
    expect(await codeOf(verify(`${text}.${signature}`))).toBe('signature_invalid');
  });
  test('keys that cannot be read make it neither good nor bad', async () => {
    const nowhere = tenantAt(cloud.url, { issuer: 'http://127.0.0.1:9' });
    await expect(identityProviders(() => clock).verify(token(), nowhere, NONCE)).rejects.toMatchObject({
      kind: 'unreachable',
    });
  });
  test('of a thousand forged, ended and swapped ones none is accepted', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const good = token();
    const [head = '', body = '', tail = ''] = good.split('.');
    const claims = { iss: cloud.issuer, aud: cloud.application.clientId, sub: 's', email: rep.email, nonce: NONCE };
    const forged = fc.oneof(
      // Signed by somebody else under the provider's name.
      fc.constantFrom('ias-1', '', '../x', 'x'.repeat(300)).map((kid) => {
        const text = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part({ ...claims, iat: seconds, exp: seconds + 600 })}`;
        return `${text}.${sign('sha256', Buffer.from(text), stranger).toString('base64url')}`;
      }),
      // Claims of somebody else under the signature of a good one.
      fc
        .emailAddress()
        .map((email) => `${head}.${part({ ...claims, email, iat: seconds, exp: seconds + 600 })}.${tail}`),
      fc.integer({ min: 31, max: 1e8 }).map((late) => token({ exp: seconds - late })),
      fc.integer({ min: 631, max: 1e8 }).map((late) => token({ iat: seconds - late })),
      fc
        .string({ maxLength: 50 })
        .filter((nonce) => nonce !== NONCE)
        .map((nonce) => token({ nonce })),
      fc
        .tuple(
          fc.constantFrom('aud', 'iss', 'sub', 'email', 'exp', 'iat', 'nonce'),
          fc.constantFrom<unknown>(null, 'x', '', 0, [], {}, -1),
        )
        // Which subject it is, does not matter: people are found by their address.
        .filter(([name, value]) => !(name === 'sub' && value === 'x'))
        .map(([name, value]) => token({ [name]: value })),
      fc.constantFrom('none', 'HS256', 'RS512', 'PS256', 'ES256', 'rs256', '').map((alg) => token({}, { alg })),
      fc.constant(null).map(() => token({}, { crit: ['x'], x: 1 })),
      fc
        .nat({ max: tail.length - 3 })
        .map((at) => `${head}.${body}.${tail.slice(0, at)}${tail[at] === 'A' ? 'B' : 'A'}${tail.slice(at + 1)}`),
      fc
        .nat({ max: body.length - 2 })
        .map((at) => `${head}.${body.slice(0, at)}${body[at] === 'A' ? 'B' : 'A'}${body.slice(at + 1)}.${tail}`),
      fc.nat({ max: good.length - 2 }).map((length) => good.slice(0, length)),
      fc.string({ minLength: 1, maxLength: 40 }).map((more) => `${good}.${more}`),
      fc.constant(null).map(() => randomBytes(60).toString('base64url')),
    );
    expect(await codeOf(verify(good))).toBe('accepted');
    const accepted: string[] = [];
    await fc.assert(
      fc.asyncProperty(forged, async (text) => {
        if ((await codeOf(verify(text))) === 'accepted') accepted.push(text);
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toEqual([]);
  });
});

describe('what the window of the sign-in hands to the frame', () => {
  test('gives the employee of this tenant, once, as an admin where the group says so', async () => {
    const proof = sealed.seal(account, person({ administers: true }));
    expect(await embed.exchange(proof, { ...place, locale: 'de_DE' })).toMatchObject({
      ...{ account, userId: rep.uuid, userEmail: rep.email, admin: true, recordSigned: false },
      ...{ locale: 'de-DE', record: { type: 'company', id: ANY } },
    });
    expect(await codeOf(embed.exchange(proof, place))).toBe('signature_replayed');
    // The same bytes, written otherwise.
    expect(await codeOf(embed.exchange(`${proof}=`, place))).not.toBe('accepted');
  });
  test('of another tenant, or ended, is refused; of one that is not connected it is unknown', async () => {
    const other = accountOf('my1000999.crm.cloud.sap');
    expect(await codeOf(embed.exchange(sealed.seal(other, person()), place))).toBe('signature_invalid');
    expect(
      await codeOf(embed.exchange(sealed.seal(other, person()), { ...place, tenant: 'my1000999.crm.cloud.sap' })),
    ).toBe('account_unknown');
    const old = proofs(vault, () => clock - 120_000).seal(account, person());
    expect(await codeOf(embed.exchange(old, place))).toBe('signature_expired');
  });
  test('of somebody outside of the group, or whom the tenant does not know, is forbidden', async () => {
    expect(await codeOf(embed.exchange(sealed.seal(account, person({ uses: false })), place))).toBe('forbidden');
    for (const email of [people.stranger.email, "x' or id ne '", 'mina@nordlicht.example.evil'])
      expect(await codeOf(embed.exchange(sealed.seal(account, person({ email })), place))).toBe('forbidden');
  });
  test('of a thousand false ones none is accepted', async () => {
    const good = sealed.seal(account, person());
    const [id = '', nonce = '', tag = '', body = ''] = good.split('.');
    const other = createVault([Buffer.alloc(32, 8).toString('base64')]);
    const plain = { id: crypto.randomUUID(), account, ...person(), until: clock + 60_000 };
    const changed = (text: string, at: number) =>
      `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
    const forged = fc.oneof(
      fc.nat({ max: body.length - 4 }).map((at) => [id, nonce, tag, changed(body, at)].join('.')),
      fc.nat({ max: tag.length - 4 }).map((at) => [id, nonce, changed(tag, at), body].join('.')),
      fc.nat({ max: nonce.length - 2 }).map((at) => [id, changed(nonce, at), tag, body].join('.')),
      fc.constant(null).map(() => other.seal(JSON.stringify(plain), 'sap-sales-cloud|proof')),
      // Sealed by us for something else.
      fc
        .constantFrom('sap-sales-cloud|sign-in', `${account}|crm`, '')
        .map((about) => vault.seal(JSON.stringify(plain), about)),
      fc
        .tuple(
          fc.constantFrom('id', 'account', 'email', 'uses', 'until'),
          fc.constantFrom<unknown>(null, '', [], {}, false, 0),
        )
        .map(([name, value]) => vault.seal(JSON.stringify({ ...plain, [name]: value }), 'sap-sales-cloud|proof')),
      fc
        .integer({ min: 0, max: 1e9 })
        .map((late) => proofs(vault, () => clock - 120_000 - late).seal(account, person())),
      fc.nat({ max: good.length - 1 }).map((length) => good.slice(0, length)),
      fc.constant(null).map(() => token()),
      fc.string({ maxLength: 60 }),
    );
    const accepted: string[] = [];
    await fc.assert(
      fc.asyncProperty(forged, async (text) => {
        if ((await codeOf(embed.exchange(text, place))) === 'accepted') accepted.push(text);
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toEqual([]);
    expect(await codeOf(embed.exchange(good, place))).toBe('accepted');
  });
});

describe('the record', () => {
  const sale = () =>
    cloud.fill.deal({
      name: 'Pumps',
      currency: 'EUR',
      company: { name: 'Hafen Technik GmbH' },
      quotes: [{ status: 'accepted', lines: [] }],
    });
  const exchanged = (more: EmbedPlace) => embed.exchange(sealed.seal(account, person()), { tenant: HOST, ...more });
  const at = async (more: EmbedPlace) => (await exchanged(more)).record;
  test('is the one that a parameter names: of a quote its opportunity; empty ones are none', async () => {
    const id = sale();
    const [quote = ''] = cloud.desk.quotesOf(id);
    expect(await at({ opportunityId: id.toUpperCase() })).toEqual({ type: 'deal', id });
    expect(await at({ salesQuoteId: quote, opportunityId: '' })).toEqual({ type: 'deal', id });
    expect(await at({ accountId: id })).toEqual({ type: 'company', id });
    const none: EmbedPlace[] = [{}, { opportunityId: '' }, { opportunityId: "x' or '1" }, { salesQuoteId: ANY }];
    for (const each of none) expect(await codeOf(exchanged(each))).toBe('record_not_found');
    cloud.desk.change('salesQuote', quote, { relatedObjects: [] });
    expect(await codeOf(exchanged({ salesQuoteId: quote }))).toBe('quote_without_deal');
  });
  test('is shown to people who work there, as long as the tenant has it', async () => {
    const id = sale();
    const call = { account, signal: AbortSignal.timeout(20_000) };
    const mayRead = async (record: string, who: string = rep.uuid) => {
      const caller = { ...(await embed.exchange(sealed.seal(account, person()), place)), userId: who };
      return embed.mayRead(caller, { type: 'deal', id: record }, call);
    };
    expect(await mayRead(id)).toBe(true);
    expect(await mayRead('00000000-0000-4000-8000-000000000bad')).toBe(false);
    expect(await mayRead(id, '00000000-0000-4000-8000-000000000bad')).toBe(false);
    cloud.desk.change('employee', rep.uuid, { lifeCycleStatus: 'BLOCKED' });
    expect(await mayRead(id).catch((error: { code?: string }) => error.code)).toBe('forbidden');
    cloud.desk.change('employee', rep.uuid, { lifeCycleStatus: 'ACTIVE' });
  });
});

test('only the tenant itself may hold the frame', async () => {
  expect(await embed.page({ tenant: HOST, locale: 'de_DE' })).toMatchObject({
    ...{ account, frameAncestors: [cloud.url], locale: 'de-DE' },
  });
  for (const tenant of ['', 'x', 'my1000999.crm.cloud.sap', "'none'; script-src *"])
    expect(await embed.page({ tenant })).toEqual({ account: null, frameAncestors: [] });
});
