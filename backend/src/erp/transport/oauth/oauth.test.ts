import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CredentialStore, StoredTokens } from '../../contract/ports.ts';
import { processPorts } from '../ports.ts';
import { grantAddress, grantedTokens, tokensForGrant } from './authorization-code.ts';
import { clientCredentials } from './client-credentials.ts';
import type { ClientProof } from './server.ts';

/** Its public part only; the key that signs is made below. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBdTCCARugAwIBAgIUJGkKoAneVd1WZipJQGgzm654KScwCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjgyMDA1MDFaGA8yMTI2MTEwNDIwMDUw
MVowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGnM
pUtITsQR0hdJGngfu1pejzmQ2McwoGpHXczy716wP+JdW/eIAb70SDEeQ11SuJ3h
uPEP9USz7XrDA2WUwZSjUzBRMB0GA1UdDgQWBBQ/nrxqqs1yHRK+ZONaSJv/nbx1
/TAfBgNVHSMEGDAWgBQ/nrxqqs1yHRK+ZONaSJv/nbx1/TAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0gAMEUCIQC4hAyiOjmn3Xk702/aR9iIdw2Sz9Mlsuq7
gCtfm6LKpwIgTm+8RZHmaCncSJp9ajdVMyxWfvu91Amwr/96Xa8smIE=
-----END CERTIFICATE-----`;
const print = '4cVLDMyWEsIqisOkD9USYS-Zmb1Rzm02N0n9YZYj3Uc';

let server: Server;
let tokenUrl = '';
/** What the token endpoint was asked. */
let asked: URLSearchParams[] = [];
type Said = { status: number; body: string; headers?: Record<string, string> };
let says: (form: URLSearchParams, nth: number) => Said;
const granted = (nth: number, more: object = {}): Said => ({
  status: 200,
  body: JSON.stringify({ access_token: `token-${nth}`, token_type: 'Bearer', expires_in: 3600, ...more }),
});
const refused = (error: string, words: string): Said => ({
  status: 401,
  body: JSON.stringify({ error, error_description: words }),
});
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const form = new URLSearchParams(Buffer.concat(parts).toString());
    asked.push(form);
    const { status, body, headers } = says(form, asked.length);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
});
afterAll(() => server.close());
let now = 0;
beforeEach(() => {
  asked = [];
  now = Date.parse('2026-11-28T12:00:00Z');
  says = (_, nth) => granted(nth);
});
const ports = { ...processPorts, now: () => now };
const signal = () => AbortSignal.timeout(5000);
const credentials = (proof: ClientProof = { secret: 's3cret' }) =>
  clientCredentials(
    {
      tokenUrl,
      clientId: 'app',
      proof,
      scope: 'https://erp.example/.default',
      fieldOf: (error) => (error === 'invalid_client' ? 'clientSecret' : null),
    },
    ports,
  );

test('ten callers at once are one request, and its token lasts until a minute before its end', async () => {
  const tokens = credentials();
  expect(new Set(await Promise.all(Array.from({ length: 10 }, () => tokens.get(signal()))))).toEqual(
    new Set(['token-1']),
  );
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({
    grant_type: 'client_credentials',
    scope: 'https://erp.example/.default',
    client_id: 'app',
    client_secret: 's3cret',
  });
  now += 3_539_000;
  expect(await tokens.get(signal())).toBe('token-1');
  now += 2000;
  expect(await tokens.get(signal())).toBe('token-2');
});

test('a token that the ERP refuses is replaced once, by whoever held it', async () => {
  const tokens = credentials();
  const first = await tokens.get(signal());
  tokens.refused(first);
  expect(await tokens.get(signal())).toBe('token-2');
  tokens.refused(first);
  expect(await tokens.get(signal())).toBe('token-2');
});

test('a wrong secret is named in the server’s words, and not tried again for a minute', async () => {
  says = () =>
    refused(
      'invalid_client',
      'AADSTS7000215: Invalid client secret provided. Trace ID: 1-2 Correlation ID: 3 Timestamp: 4',
    );
  const tokens = credentials();
  const error = {
    kind: 'unauthorised',
    field: 'clientSecret',
    words: 'AADSTS7000215: Invalid client secret provided.',
  };
  for (let round = 0; round < 3; round += 1) await expect(tokens.get(signal())).rejects.toMatchObject(error);
  expect(asked).toHaveLength(1);
  says = (_, nth) => granted(nth);
  now += 61_000;
  expect(await tokens.get(signal())).toBe('token-2');
});

test.each([
  ['429', { status: 429, body: '', headers: { 'retry-after': '7' } }, { kind: 'busy', retryAfterMs: 7000 }],
  ['503 of a gateway', { status: 503, body: '<h1>Down</h1>' }, { kind: 'unreachable' }],
  [
    'a page instead of a token',
    { status: 200, body: '<h1>Sign in</h1>', headers: { 'content-type': 'text/html' } },
    { kind: 'drift' },
  ],
  ['a token of another kind', { status: 200, body: '{"access_token":"x","token_type":"mac"}' }, { kind: 'drift' }],
])('%s is no refusal', async (_, said, expected) => {
  says = () => said;
  await expect(credentials().get(signal())).rejects.toMatchObject(expected);
  says = (_form, nth) => granted(nth);
});

test('a server that is down is unreachable', async () => {
  const tokens = clientCredentials(
    { tokenUrl: 'http://127.0.0.1:1/token', clientId: 'app', proof: { secret: 'x' } },
    ports,
  );
  await expect(tokens.get(signal())).rejects.toMatchObject({ kind: 'unreachable' });
});

test('a caller waits no longer than its time, and the request goes on for the others', async () => {
  const tokens = credentials();
  const other = tokens.get(signal());
  await expect(tokens.get(AbortSignal.abort())).rejects.toMatchObject({ kind: 'unreachable', timedOut: true });
  expect(await other).toBe('token-1');
});

test('a signed assertion names its certificate and the token endpoint', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  expect(await credentials({ privateKey: pem, certificate }).get(signal())).toBe('token-1');
  const form = asked[0] ?? new URLSearchParams();
  const assertion = form.get('client_assertion') ?? '';
  expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
  expect(decodeProtectedHeader(assertion)).toMatchObject({ alg: 'PS256', 'x5t#S256': print });
  const { payload } = await jwtVerify(assertion, publicKey, { audience: tokenUrl, issuer: 'app', subject: 'app' });
  expect(payload.jti).toBeTruthy();
});

test('a key that is none is named before anything is asked', async () => {
  const wrong = credentials({ privateKey: 'no key', certificate });
  await expect(wrong.get(signal())).rejects.toMatchObject({ kind: 'unauthorised', field: 'privateKey' });
  expect(asked).toHaveLength(0);
});

/** What processes share: the row of tokens and the lease. */
function sharedStore(first: StoredTokens) {
  let row = first;
  let last: Promise<unknown> = Promise.resolve();
  const written: string[] = [];
  const store: CredentialStore = {
    read: async () => row,
    async write(tokens) {
      row = tokens;
      written.push(tokens.refreshToken);
    },
    alone(work) {
      const mine = last.then(work);
      last = mine.catch(() => {});
      return mine;
    },
  };
  return { store, written };
}

test('two processes refresh once: the second finds what the first stored', async () => {
  let valid = 'refresh-0';
  says = (form, nth) => {
    if (form.get('refresh_token') !== valid) return refused('invalid_grant', 'The refresh token was used before.');
    valid = `refresh-${nth}`;
    return granted(nth, { refresh_token: valid });
  };
  const { store, written } = sharedStore({ accessToken: 'old', refreshToken: 'refresh-0', expiresAt: now - 1 });
  const at = { tokenUrl, clientId: 'app', proof: { secret: 's' } };
  const processes = Array.from({ length: 3 }, () => grantedTokens(at, store, ports));
  const got = await Promise.all(processes.flatMap((each) => [each.get(signal()), each.get(signal())]));
  expect(new Set(got)).toEqual(new Set(['token-1']));
  // Refused by the ERP before its end: one of them refreshes, the others take that.
  for (const each of processes) each.refused('token-1');
  expect(new Set(await Promise.all(processes.map((each) => each.get(signal()))))).toEqual(new Set(['token-2']));
  expect(written).toEqual(['refresh-1', 'refresh-2']);
});

test('a server that keeps its refresh token says none, and the old one stays', async () => {
  const { store, written } = sharedStore({ accessToken: 'old', refreshToken: 'for ever', expiresAt: now - 1 });
  await grantedTokens({ tokenUrl, clientId: 'app', proof: { secret: 's' } }, store, ports).get(signal());
  expect(written).toEqual(['for ever']);
});

test('a grant comes back with its own state, and is redeemed with its verifier', async () => {
  const at = {
    tokenUrl,
    authorizeUrl: 'https://erp.example/authorize',
    redirectUrl: 'https://backroom.example/callback',
    clientId: 'app',
    proof: { secret: 's' },
    scope: 'sales',
  };
  says = (_, nth) => granted(nth, { refresh_token: 'r' });
  const request = { state: 'kept', verifier: '' };
  const address = await grantAddress(at, async (verifier) => {
    request.verifier = verifier;
    return request.state;
  });
  const query = new URL(address).searchParams;
  expect([query.get('state'), query.get('code_challenge_method')]).toEqual([request.state, 'S256']);
  const foreign = new URLSearchParams({ code: 'c', state: 'another' });
  await expect(tokensForGrant(at, foreign, request, ports, signal())).rejects.toMatchObject({ kind: 'drift' });
  expect(asked).toHaveLength(0);
  const back = new URLSearchParams({ code: 'c', state: request.state });
  expect(await tokensForGrant(at, back, request, ports, signal())).toMatchObject({
    accessToken: 'token-1',
    refreshToken: 'r',
  });
  expect(asked[0]?.get('code_verifier')).toBe(request.verifier);
});
