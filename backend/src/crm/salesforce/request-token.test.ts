import { createHmac, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signAsApex, type ToSign } from '../../../../extension/playground/server/salesforce/sign.ts';
import { toId18 } from './org-id.ts';
import { hashOf, verifyToken } from './request-token.ts';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [ours, foreign] = [pair(), pair()];
const pemOf = ({ publicKey }: ReturnType<typeof pair>) => publicKey.export({ type: 'spki', format: 'pem' }).toString();
const orgId = toId18('00D5g000004Test');
const otherOrg = toId18('00D5g000009Othr');
const now = Date.UTC(2026, 10, 25, 8);
const audience = 'https://app.backroom.example';
const request = { method: 'POST', path: '/v1/orders?locale=de', body: '{"dealId":"0065g00000Test1AAA","note":"ü"}' };
const base: ToSign = {
  ...request,
  kid: 'Backroom',
  orgId,
  userId: '0055g000001Rep1AAA',
  username: 'pat@example.com',
  audience,
  sandbox: false,
  instance: 'EU45',
  roles: ['rep'],
  now: now / 1000,
};
const check = (token: string, more: Partial<typeof request> = {}, at = now) =>
  verifyToken(
    { ...request, ...more, token },
    {
      audience,
      now: at,
      keysOf: async (id) =>
        id === orgId
          ? [{ kid: 'Backroom', pem: pemOf(ours) }]
          : id === otherOrg
            ? [{ kid: 'Backroom', pem: pemOf(foreign) }]
            : null,
    },
  );
const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'ok',
    (error: { code?: string }) => error.code,
  );

test('what the org signed for this request is accepted', async () => {
  const claims = await check(signAsApex(base, ours.privateKey));
  expect(claims).toMatchObject({ iss: orgId, sub: base.userId, roles: ['rep'], sandbox: false });
});
test('any altered byte of any part is refused', () => {
  const token = signAsApex(base, ours.privateKey);
  return fc.assert(
    fc.asyncProperty(fc.nat(token.length - 1), fc.integer({ min: 33, max: 126 }), async (at, code) => {
      const char = String.fromCharCode(code);
      fc.pre(char !== token[at]);
      const altered = `${token.slice(0, at)}${char}${token.slice(at + 1)}`;
      expect(await codeOf(check(altered))).not.toBe('ok');
    }),
    { numRuns: 400 },
  );
});
test('bits that base64url leaves over do not make a second spelling', async () => {
  const token = signAsApex(base, ours.privateKey);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(token.at(-1) ?? '');
  const twin = `${token.slice(0, -1)}${alphabet[last ^ 1]}`;
  expect(Buffer.from(twin.split('.')[2] ?? '', 'base64url')).toEqual(
    Buffer.from(token.split('.')[2] ?? '', 'base64url'),
  );
  expect(await codeOf(check(twin))).toBe('signature_invalid');
});
test('any altered byte of body, path or method is refused', () => {
  const token = signAsApex(base, ours.privateKey);
  return fc.assert(
    fc.asyncProperty(
      fc.constantFrom('body', 'path', 'method'),
      fc.nat(),
      fc.integer({ min: 0, max: 0xffff }),
      async (part, nth, code) => {
        const text = request[part as 'body' | 'path' | 'method'];
        const at = nth % text.length;
        const char = String.fromCharCode(code);
        fc.pre(char !== text[at]);
        const altered = `${text.slice(0, at)}${char}${text.slice(at + 1)}`;
        expect(await codeOf(check(token, { [part]: altered }))).toBe('signature_invalid');
      },
    ),
  );
});
test('old, early and too long-lived are refused', async () => {
  const token = signAsApex({ ...base, life: 300 }, ours.privateKey);
  expect(await codeOf(check(token, {}, now + 290_000))).toBe('ok');
  expect(await codeOf(check(token, {}, now + 331_000))).toBe('signature_expired');
  expect(await codeOf(check(token, {}, now - 31_000))).toBe('signature_expired');
  expect(await codeOf(check(signAsApex({ ...base, life: 301 }, ours.privateKey)))).toBe('signature_invalid');
});
test('another org’s key, an unknown org, another audience and another key id are refused', async () => {
  expect(await codeOf(check(signAsApex(base, foreign.privateKey)))).toBe('signature_invalid');
  expect(await codeOf(check(signAsApex({ ...base, orgId: otherOrg }, ours.privateKey)))).toBe('signature_invalid');
  const copy = toId18('00D9g000004Copy');
  expect(await codeOf(check(signAsApex({ ...base, orgId: copy }, ours.privateKey)))).toBe('account_unknown');
  expect(await codeOf(check(signAsApex({ ...base, audience: 'https://evil.example' }, ours.privateKey)))).toBe(
    'signature_invalid',
  );
  expect(await codeOf(check(signAsApex({ ...base, kid: 'Old' }, ours.privateKey)))).toBe('signature_invalid');
});
test('no other algorithm passes: none, and HS256 with the public key as its secret', async () => {
  const [, claims = ''] = signAsApex(base, ours.privateKey).split('.');
  const header = (alg: string) => Buffer.from(JSON.stringify({ alg, kid: 'Backroom' })).toString('base64url');
  const text = `${header('HS256')}.${claims}`;
  const mac = createHmac('sha256', pemOf(ours)).update(text).digest('base64url');
  expect(await codeOf(check(`${text}.${mac}`))).toBe('signature_invalid');
  expect(await codeOf(check(`${header('none')}.${claims}.`))).toBe('signature_invalid');
});
test('rubbish is refused, whatever it is', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 300 }), async (text) => {
      expect(await codeOf(check(text))).toBe('signature_invalid');
    }),
  ));
test('the hash of nothing is the known one', () =>
  expect(hashOf('')).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'));
