import { Signature } from '@hubspot/api-client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signV3, verifyV3 } from './signature.ts';

const secret = 'backroom-test-secret';
const now = 1735689600000;
const timestamp = String(now);
const get = {
  method: 'GET',
  url: 'https://app.backroom.example/cards/orders?deal=501&portalId=4242&userId=7&userEmail=pat%40example.com&appId=99',
  body: '',
  timestamp,
};
const post = { method: 'POST', url: 'https://app.backroom.example/hubspot/webhooks', body: '[]', timestamp };

test('the known vectors', () => {
  expect(signV3(post, secret)).toBe('IPNddriZSLZlEAj9xwAJqbB8c+c2fli2rxD4/lW4C/s=');
  expect(signV3(get, secret)).toBe('6jbUIXxRZrxgTcympo2NyZXrsMHMQrYfAYqiSBnkhE8=');
});
test('HubSpot’s own helper signs the same where nothing is encoded', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9/]{0,30}$/), fc.string(), (path, body) => {
      const url = `https://app.backroom.example/${path}`;
      const theirs = Signature.getSignature('POST', 'v3', {
        clientSecret: secret,
        method: 'POST',
        requestBody: body,
        signature: '',
        url,
        timestamp: now,
      } as never);
      expect(signV3({ method: 'POST', url, body, timestamp }, secret)).toBe(theirs);
    }),
  ));
test('what was signed is accepted, with a rotated secret too', () => {
  const signature = signV3(get, secret);
  expect(verifyV3({ ...get, signature }, [secret], now)).toBe('ok');
  expect(verifyV3({ ...get, signature }, ['new-secret', secret], now)).toBe('ok');
});
test('one changed character anywhere is refused', () =>
  fc.assert(
    fc.property(fc.constantFrom('url', 'body', 'signature'), fc.nat(), (part, at) => {
      const signed = { ...post, body: '[{"objectId":1}]' };
      const request = { ...signed, signature: signV3(signed, secret) };
      const text = request[part as 'url' | 'body' | 'signature'];
      const index = at % text.length;
      const changed = `${text.slice(0, index)}${text[index] === 'x' ? 'y' : 'x'}${text.slice(index + 1)}`;
      expect(verifyV3({ ...request, [part]: changed }, [secret], now)).not.toBe('ok');
    }),
  ));
test('old, future and missing are told apart', () => {
  const signature = signV3(get, secret);
  expect(verifyV3({ ...get, signature }, [secret], now + 300_001)).toBe('signature_expired');
  expect(verifyV3({ ...get, signature }, [secret], now - 300_001)).toBe('signature_expired');
  expect(verifyV3({ ...get, signature: undefined }, [secret], now)).toBe('signature_missing');
  expect(verifyV3({ ...get, signature: 'short' }, [secret], now)).toBe('signature_invalid');
});
