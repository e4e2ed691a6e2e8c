import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apps, ORGANIZATION, people, TENANT } from '../../../../test/stand-ins/dataverse/start.ts';
import type { EmbedPlace } from '../contract/embed.ts';
import { account, openOrg } from './conformance.ts';
import { dynamicsEmbed } from './embed.ts';
import { entraSignIn } from './sign-in.ts';

let org: Awaited<ReturnType<typeof openOrg>>;
const clock = Date.now();
const place: EmbedPlace = { orgId: ORGANIZATION };
const aud = apps.backroom.clientId;
const { oid } = people.rep;
const call = () => ({ account, signal: AbortSignal.timeout(20_000) });
const embedOf = () =>
  dynamicsEmbed({ tokens: org.tokens, signIn: entraSignIn(org.app, () => clock), people: org.people });
beforeAll(async () => {
  org = await openOrg();
});
afterAll(() => org.close());
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const good = (claims: object = {}, header: object = {}) =>
  org.organization.keys.token({ aud, oid, preferred_username: 'mina@backroom-test.example', ...claims }, header, clock);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: { code?: string }) => error.code ?? String(error),
  );

describe('an ID token of Entra', () => {
  test('proves the person of the organisation’s own tenant', async () => {
    expect(await embedOf().exchange(good(), place)).toMatchObject({
      ...{ account, userId: oid, userEmail: 'mina@backroom-test.example', record: null, recordSigned: false },
    });
  });
  test.each([
    ['of another app', () => good({ aud: '00000000-0000-4000-8000-000000000001' })],
    ['of several audiences', () => good({ aud: [aud, 'x'] })],
    ['of another tenant', () => good({ tid: '00000000-0000-4000-8000-000000000002' })],
    ['of another issuer', () => good({ iss: `https://sts.windows.net/${TENANT}/` })],
    ['of the common issuer', () => good({ iss: 'https://login.microsoftonline.com/common/v2.0' })],
    ['for an API', () => good({ scp: 'user_impersonation' })],
    ['that an app got for itself', () => good({ azp: aud, idtyp: 'app' })],
    ['of version 1', () => good({ ver: '1.0' })],
    ['that names nobody', () => good({ oid: undefined })],
    ['without an end', () => good({ exp: undefined })],
    ['that is not valid yet', () => good({ nbf: Math.floor(clock / 1000) + 600 })],
    ['without a signature', () => `${part({ alg: 'none' })}.${good().split('.')[1]}.`],
    ['that says another algorithm', () => good({}, { alg: 'RS384' })],
    ['of a key that is not Entra’s', () => good({}, { kid: 'other' })],
    ['that is none', () => 'x'],
  ])('%s is refused', async (_, token) => {
    expect(await codeOf(embedOf().exchange(token(), place))).toBe('signature_invalid');
  });
  test.each([
    ['that has ended', { exp: Math.floor(clock / 1000) - 31 }],
    ['that was made days ago', { iat: Math.floor(clock / 1000) - 90_000 }],
  ])('%s is told apart', async (_, claims) => {
    expect(await codeOf(embedOf().exchange(good(claims), place))).toBe('signature_expired');
  });
  test('signed with the public key as a secret is refused', async () => {
    const [jwk] = org.organization.keys.keys.keys;
    const head = part({ alg: 'HS256', typ: 'JWT', kid: 'stand-in-1' });
    const text = `${head}.${good().split('.')[1]}`;
    const signature = createHmac('sha256', JSON.stringify(jwk)).update(text).digest('base64url');
    expect(await codeOf(embedOf().exchange(`${text}.${signature}`, place))).toBe('signature_invalid');
  });
  test('names no organisation: one that is not connected is unknown, whoever signed', async () => {
    const elsewhere = { orgId: '00000000-0000-4000-8000-000000000003' };
    expect(await codeOf(embedOf().exchange(good(), elsewhere))).toBe('account_unknown');
  });
  test('a new key of Entra counts as soon as its keys are read again, and one that is gone does not', async () => {
    const { keys } = org.organization.keys;
    const [first] = keys.keys;
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const next = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'next', use: 'sig', alg: 'RS256' };
    const signed = (() => {
      const [, body = ''] = good().split('.');
      const text = `${part({ alg: 'RS256', typ: 'JWT', kid: 'next' })}.${body}`;
      return `${text}.${sign('sha256', Buffer.from(text), pair.privateKey).toString('base64url')}`;
    })();
    expect(await codeOf(embedOf().exchange(signed, place))).toBe('signature_invalid');
    keys.keys.splice(0, 1, next as never);
    try {
      expect(await codeOf(embedOf().exchange(signed, place))).toBe('accepted');
      expect(await codeOf(embedOf().exchange(good(), place))).toBe('signature_invalid');
    } finally {
      keys.keys.splice(0, 1, first as never);
    }
  });
  test('keys that cannot be read make it neither good nor bad', async () => {
    const nowhere = { ...org.app, signIn: 'http://127.0.0.1:9' };
    const embed = dynamicsEmbed({ tokens: org.tokens, signIn: entraSignIn(nowhere, () => clock), people: org.people });
    await expect(embed.exchange(good(), place)).rejects.toMatchObject({ kind: 'unreachable' });
  });
});

test('of a thousand forged, ended and swapped tokens none is accepted', async () => {
  let seed = 20_261_129;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pick = <Each>(list: readonly Each[]): Each => list[random(list.length)] as Each;
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const embed = embedOf();
  const seconds = () => Math.floor(clock / 1000);
  const ways: readonly (() => string)[] = [
    // One character of the body or of the signature is another one.
    () => {
      const parts = good({ nonce: String(random(1e9)) }).split('.');
      const at = random(2) + 1;
      const text = parts[at] ?? '';
      const where = random(text.length - 2);
      const other = pick(
        [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].filter((char) => char !== text[where]),
      );
      parts[at] = `${text.slice(0, where)}${other}${text.slice(where + 1)}`;
      return parts.join('.');
    },
    // The signature of one, the body of another.
    () => {
      const [head, , signature] = good({ nonce: String(random(1e9)) }).split('.');
      const [, body] = good({ oid: people.admin.oid }).split('.');
      return `${head}.${body}.${signature}`;
    },
    // Signed by somebody else under Entra's name.
    () => {
      const body = {
        iss: org.organization.keys.issuer,
        aud,
        tid: TENANT,
        oid,
        ver: '2.0',
        iat: seconds(),
        exp: seconds() + 3600,
      };
      const text = `${part({ alg: 'RS256', typ: 'JWT', kid: pick(['stand-in-1', '', '../x', 'x'.repeat(300)]) })}.${part(body)}`;
      return `${text}.${sign('sha256', Buffer.from(text), stranger).toString('base64url')}`;
    },
    () => good({ exp: seconds() - 31 - random(100_000) }),
    () =>
      good({
        [pick(['aud', 'iss', 'tid', 'ver', 'oid', 'exp', 'iat'])]: pick<unknown>([null, 'x', '', 0, [], {}, -1]),
      }),
    () => good({}, { alg: pick(['none', 'HS256', 'RS512', 'PS256', 'ES256', 'rs256', '']) }),
    () => good({}, { crit: ['x'], x: 1 }),
    () => good().split('.').slice(0, random(3)).join('.'),
    () => Buffer.from(Array.from({ length: random(200) }, () => random(256))).toString(pick(['base64url', 'hex'])),
  ];
  const accepted: string[] = [];
  const codes = new Set<string>();
  for (let nth = 0; nth < 1000; nth += 1) {
    const token = ways[nth % ways.length]?.() ?? '';
    const code = await codeOf(embed.exchange(token, place));
    if (code === 'accepted') accepted.push(token);
    codes.add(code);
  }
  expect(accepted).toEqual([]);
  expect([...codes].sort()).toEqual(['signature_expired', 'signature_invalid']);
});

describe('the record', () => {
  const deal = () =>
    org.organization.fill.deal({
      name: 'A deal',
      currency: 'EUR',
      company: { name: 'Nordwind' },
      quotes: [{ status: 'approved', lines: [] }],
    });
  test('of a quote’s form is its opportunity; of an account’s the company; others have none', async () => {
    const id = deal();
    const quote = String(
      org.organization.store.one('select quoteid as id from quote where _opportunityid_value = ?', id)?.id,
    );
    const recordAt = async (entity: string, at: string) =>
      (await embedOf().exchange(good(), { ...place, entity, id: at })).record;
    expect(await recordAt('opportunity', id)).toEqual({ type: 'deal', id });
    expect(await recordAt('quote', quote)).toEqual({ type: 'deal', id });
    expect(await recordAt('account', id)).toEqual({ type: 'company', id });
    expect(await recordAt('contact', id)).toBeNull();
  });
  test('is shown as the organisation shows it to this person', async () => {
    const id = deal();
    const mayRead = async (who: string) => {
      const caller = await embedOf().exchange(good({ oid: who }), { ...place, entity: 'opportunity', id });
      return embedOf().mayRead(caller, { type: 'deal', id }, call());
    };
    expect(await mayRead(people.rep.oid)).toBe(true);
    org.organization.desk.access.denyRecord(people.rep.id, id);
    expect(await mayRead(people.rep.oid)).toBe(false);
    expect(await mayRead(people.admin.oid)).toBe(true);
    // Of the tenant, and unknown to the organisation.
    expect(await mayRead('00000000-0000-4000-8000-000000000004')).toBe(false);
    org.organization.desk.change('systemuser', people.admin.id, { isdisabled: 1 });
    expect(await mayRead(people.admin.oid)).toBe(false);
    org.organization.desk.change('systemuser', people.admin.id, { isdisabled: 0 });
  });
  test('who administers the organisation is an admin', async () => {
    expect(await org.adapter.isAdmin?.(people.admin.oid, call())).toBe(true);
    expect(await org.adapter.isAdmin?.(people.rep.oid, call())).toBe(false);
  });
});

test('only the organisation itself may hold the frame', async () => {
  const page = (query: EmbedPlace) => embedOf().page(query);
  expect(await page(place)).toMatchObject({ account, frameAncestors: [new URL(org.front.url).origin] });
  for (const query of [{}, { orgId: 'x' }, { orgId: '00000000-0000-4000-8000-000000000003' }])
    expect(await page(query as EmbedPlace)).toEqual({ account: null, frameAncestors: [] });
});
