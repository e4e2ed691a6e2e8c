import { createServer as createPlain, type IncomingMessage, type Server } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { certificatesIn } from '../contract/certificates.ts';
import { readAllowed } from './addresses.ts';
import { exchange } from './exchange.ts';
import { filterAddresses, mayReach } from './outgoing.ts';
import { portsFor } from './ports.ts';

/** Of 127.0.0.1 and erp.test, signed by itself; made for this test. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBojCCAUigAwIBAgIUcAEFcMg/KAJIjk/q5rb0CgWuyqEwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNQmFja3Jvb20gdGVzdDAgFw0yNjExMjgyMDM5MDlaGA8yMTI2
MTEwNDIwMzkwOVowGDEWMBQGA1UEAwwNQmFja3Jvb20gdGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABODpsLR+mRAgbsXk8m+LcbcjKvS5reQm45e+heWpTZz0
PUlWQeOyes9Xycg04QWFFYYGtXjINB8LcQJjtHujHGujbjBsMB0GA1UdDgQWBBQJ
RUusiMtjgEGw6pdYax3HqLOkRDAfBgNVHSMEGDAWgBQJRUusiMtjgEGw6pdYax3H
qLOkRDAPBgNVHRMBAf8EBTADAQH/MBkGA1UdEQQSMBCHBH8AAAGCCGVycC50ZXN0
MAoGCCqGSM49BAMCA0gAMEUCIH4/LJk07d0UThgmcq6hIMGT7BOF+V0Ylrklzfb9
F1rvAiEA5UQx2nDSUKl85ZI4ifL62vkWxteDZqIz4PqVwnl68CE=
-----END CERTIFICATE-----`;
const key = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEINvaEHc7TSQQFa8ygCCnsWjlsfkNw3rtrB5P6zaBnnMroAoGCCqGSM49
AwEHoUQDQgAE4OmwtH6ZECBuxeTyb4txtyMq9Lmt5Cbjl76F5alNnPQ9SVZB47J6
z1fJyDThBYUVhga1eMg0HwtxAmO0e6Mcaw==
-----END EC PRIVATE KEY-----`;

let erp: Server;
let proxy: Server;
let erpPort = 0;
let proxyPort = 0;
/** Targets that the proxy was asked for, and how it answers. */
let asked: string[] = [];
let refuses = 0;
const open = new Set<Socket>();
const portOf = (server: Server) => (server.address() as AddressInfo).port;
beforeAll(async () => {
  erp = createServer({ cert: certificate, key }, (_, response) => response.end('the ERP')).listen(0, '127.0.0.1');
  proxy = createPlain().listen(0, '127.0.0.1');
  proxy.on('connect', (request: IncomingMessage, client: Socket) => {
    asked.push(request.url ?? '');
    if (refuses > 0) return void client.end(`HTTP/1.1 ${refuses} No\r\n\r\n`);
    // It knows names that nobody else does.
    const target = connect(erpPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    for (const socket of [client, target]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
    }
  });
  await Promise.all(
    [erp, proxy].map((server) => server.listening || new Promise((done) => server.once('listening', done))),
  );
  [erpPort, proxyPort] = [portOf(erp), portOf(proxy)];
});
afterAll(() => {
  for (const socket of open) socket.destroy();
  erp.close();
  proxy.close();
});
beforeEach(() => {
  asked = [];
  refuses = 0;
});
afterEach(() => filterAddresses(readAllowed('all')));
const ask = async (host: string, settings: Record<string, string>) => {
  const what = { what: 'test', write: true, signal: AbortSignal.timeout(5000) };
  const answer = await exchange(portsFor(settings).fetch, `https://${host}:${erpPort}/`, {}, what);
  return new TextDecoder().decode(answer.bytes);
};
const through = () => ({ ca: certificate, proxy: `http://127.0.0.1:${proxyPort}` });

test('a certificate of one’s own is trusted by the connection that names it, and by no other', async () => {
  expect(await ask('127.0.0.1', { ca: certificate })).toBe('the ERP');
  await expect(ask('127.0.0.1', {})).rejects.toMatchObject({
    kind: 'unreachable',
    words: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT'),
  });
});
test('a certificate that a form wrote in one line is read', () => {
  expect(certificatesIn(certificate.replaceAll('\n', ' '))).toEqual([`${certificate.trim()}\n`]);
  expect(certificatesIn('-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----')).toBe(null);
  expect(certificatesIn('no certificate')).toBe(null);
});
test('a proxy makes the tunnel, to a name that it alone knows', async () => {
  expect(await ask('erp.test', through())).toBe('the ERP');
  expect(asked).toEqual([`erp.test:${erpPort}`]);
});
test('the certificate behind the proxy is checked as any', async () => {
  const { proxy: address } = through();
  await expect(ask('erp.test', { proxy: address })).rejects.toMatchObject({ kind: 'unreachable' });
  await expect(ask('other.test', through())).rejects.toMatchObject({ words: expect.stringContaining('ALTNAME') });
});
test.each([403, 407, 502])('a proxy that answers %i let nothing through: nothing was sent', async (status) => {
  refuses = status;
  await expect(ask('erp.test', through())).rejects.toMatchObject({ kind: 'unreachable' });
});
test('the address filter holds for the proxy and for what lies behind it', async () => {
  filterAddresses(readAllowed(''));
  expect(await mayReach(through().proxy)).toBe(false);
  await expect(ask('erp.test', through())).rejects.toMatchObject({ kind: 'unreachable' });
  // The proxy is listed; names that do not resolve here, and private addresses behind it, are not.
  filterAddresses(readAllowed('127.0.0.1'));
  for (const host of ['erp.test', '10.1.2.3', '169.254.169.254'])
    await expect(ask(host, through())).rejects.toMatchObject({ kind: 'unreachable' });
  expect(asked).toEqual([]);
  filterAddresses(readAllowed('127.0.0.1, erp.test'));
  expect(await ask('erp.test', through())).toBe('the ERP');
});
