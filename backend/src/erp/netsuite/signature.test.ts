import { expect, test } from 'vitest';
import { signatureOf } from './signature.ts';

const keys = { consumerKey: 'ck', consumerSecret: 'c&s', tokenId: 'tk', tokenSecret: 't s' };
const at = { now: () => 1_800_000_000_000 };
const sign = (url: string, method = 'GET') => signatureOf('1234567-sb1', keys, { method, url }, at, 'nonce');
const part = (header: string, name: string) =>
  decodeURIComponent(new RegExp(`${name}="([^"]*)"`).exec(header)?.[1] ?? '');

test('the realm is the account as NetSuite writes it, and the clock is in seconds', () => {
  const header = sign('https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/record/v1/customer/1');
  expect(part(header, 'realm')).toBe('1234567_SB1');
  expect(part(header, 'oauth_timestamp')).toBe('1800000000');
  expect(part(header, 'oauth_signature_method')).toBe('HMAC-SHA256');
});

test('parameters of the address are signed, sorted and escaped; their order does not matter', () => {
  const base = 'https://1234567-sb1.restlets.api.netsuite.com/app/site/hosting/restlet.nl';
  const one = part(sign(`${base}?script=1&deploy=1`), 'oauth_signature');
  expect(part(sign(`${base}?deploy=1&script=1`), 'oauth_signature')).toBe(one);
  expect(part(sign(`${base}?deploy=1&script=2`), 'oauth_signature')).not.toBe(one);
  expect(part(sign(`${base}?script=1&deploy=1`, 'POST'), 'oauth_signature')).not.toBe(one);
});

test('what is signed is the method, the address without its query, and the parameters', async () => {
  const { createHmac } = await import('node:crypto');
  const header = sign('https://host.example/path?q=a%20b');
  const parameters =
    'oauth_consumer_key=ck&oauth_nonce=nonce&oauth_signature_method=HMAC-SHA256&oauth_timestamp=1800000000&oauth_token=tk&oauth_version=1.0&q=a%20b';
  const base = `GET&https%3A%2F%2Fhost.example%2Fpath&${encodeURIComponent(parameters)}`;
  expect(part(header, 'oauth_signature')).toBe(createHmac('sha256', 'c%26s&t%20s').update(base).digest('base64'));
});
