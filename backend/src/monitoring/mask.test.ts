import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskedPath, secretsOf } from './mask.ts';

test.each([
  ['https://erp.example/json/2/res.partner/search_read', '/json/2/res.partner/search_read'],
  [
    'https://api.hubapi.com/crm/objects/2026-03/deals/5001?properties=a&associations=b',
    '/crm/objects/2026-03/deals/5001?…',
  ],
  ['/services/data/v64.0/sobjects/Opportunity/006Hs00001abcDEFGH', '/services/data/v64.0/sobjects/Opportunity/{id}'],
  [
    'https://bc.example/v2.0/prod/api/v2.0/companies(3b1c6d8e-0000-4000-8000-000000000000)/salesOrders',
    '/v2.0/prod/api/v2.0/companies({id})/salesOrders',
  ],
  ["https://bc.example/ODataV4/Company('CRONUS%20AG')/Orders", '/ODataV4/Company({id})/Orders'],
  ['https://erp.example/customers/M%C3%BCller%20GmbH', '/customers/{id}'],
  ['https://erp.example/contacts/jane.doe%40example.com', '/contacts/{id}'],
  ['https://user:pass@erp.example/login', '/login'],
  ['https://erp.example/a%ZZ/b', '/{id}/b'],
  ['/composite', '/composite'],
  ['/A_BusinessPartner/to_BusinessPartnerAddress', '/A_BusinessPartner/to_BusinessPartnerAddress'],
  // They look like words, as one random token in 600 does.
  ['/oabbtgpgwhOZW9_-f1-UEZskow', '/{id}'],
  ['/MTgkAZ3-JoYcJloGeRcYqVTq', '/{id}'],
  ['/hsgaCNfxwkCQ-QCMxgxVwWXIPQ', '/{id}'],
])('%s is stored as %s', (address, stored) => {
  expect(maskedPath(address)).toBe(stored);
});

const word = fc.constantFrom('api', 'orders', 'salesOrders', 'v2.0', 'search_read', '5001', 'res.partner');
/** Bytes as a generator of keys draws them: fast-check's own like to be zero, and a key never is one letter over and over. */
const bytesOf = (minLength: number, maxLength: number) => fc.noBias(fc.uint8Array({ minLength, maxLength }));
/** Keys and tokens of the kinds that ERPs and CRMs hand out. */
const token = fc.oneof(
  bytesOf(16, 48).map((bytes) => Buffer.from(bytes).toString('hex')),
  bytesOf(18, 64).map((bytes) => Buffer.from(bytes).toString('base64url')),
  fc.uuid(),
  fc.uuid().map((id) => `pat-eu1-${id}`),
  bytesOf(24, 60).map(
    (bytes) => `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(bytes).toString('base64url')}.${Buffer.from(bytes).toString('hex')}`,
  ),
  fc.emailAddress(),
  fc.string({ minLength: 1, maxLength: 30 }).map((text) => `${text}@example.com`),
);
/** A random token of at least 16 bytes has no readable part as long as this. */
const READABLE = 16;

test('no token, key or e-mail of an address is stored, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 4 }),
      token,
      fc.array(word, { maxLength: 3 }),
      fc.constantFrom('path', 'key', 'query', 'user', 'fragment'),
      (before, secret, after, where) => {
        const safe = encodeURIComponent(secret);
        const path = (middle: string) => `/${[...before, middle, ...after].filter((each) => each !== '').join('/')}`;
        const address = {
          path: `https://erp.example${path(safe)}`,
          key: `https://erp.example${path(`Orders('${safe}')`)}`,
          query: `https://erp.example${path('')}?q=${safe}&${safe}=1`,
          user: `https://${safe}:${safe}@erp.example${path('')}`,
          fragment: `https://erp.example${path('')}#${safe}`,
        }[where];
        const stored = maskedPath(address);
        const parts = Array.from({ length: Math.max(1, secret.length - READABLE) }, (_, from) =>
          secret.slice(from, from + READABLE),
        );
        expect(parts.filter((part) => stored.includes(part))).toEqual([]);
        expect(stored).not.toContain('@');
      },
    ),
    { numRuns: 1000 },
  );
});

test('a credential of the connection is left out even where it looks like a word', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{4,12}$/), fc.boolean(), (key, inside) => {
      const secrets = secretsOf({ user: 'x', key });
      const stored = maskedPath(`https://erp.example/api/${inside ? `pre-${key}-post` : key}/orders`, secrets);
      expect(stored.split('/')[2]).toBe('{id}');
    }),
  );
});
test('an address that is none is stored as nothing', () => {
  expect(maskedPath('http://[')).toBe('{id}');
  expect(maskedPath(`https://erp.example/${randomUUID()}/${randomBytes(200).toString('hex')}`)).toBe('/{id}/{id}');
});
