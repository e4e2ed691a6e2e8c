import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { mayAsk, mayConnect, readAllowed } from './addresses.ts';
import { erpFetch } from './leaving.ts';
import { filterAddresses, mayReach } from './outgoing.ts';

const none = readAllowed('');
let server: Server;
let port: number;
/** How often somebody got through to it. */
let reached = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    reached += 1;
    if (request.url === '/redirect')
      return void response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
    if (request.url === '/large') {
      response.writeHead(200);
      const chunk = Buffer.alloc(1024 * 1024);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more);
      };
      return more();
    }
    response.end('inside');
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());
afterEach(() => filterAddresses(readAllowed('all')));
const ask = (url: string) =>
  erpFetch(url, { signal: AbortSignal.timeout(5000) }).then(
    (answer) => answer.text(),
    (error: Error) => `refused: ${(error.cause as { code?: string } | undefined)?.code ?? 'redirect'}`,
  );

test.each([
  'http://2130706433',
  'http://0x7f000001',
  'http://0177.0.0.1',
  'http://0x7f.1',
  'http://127.1',
  'http://0',
  'http://0.0.0.0',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:7f00:1]',
  'http://[::1]',
  'http://[::127.0.0.1]',
  'http://localhost',
  'http://127.0.0.1.',
])('the spelling %s of this machine is not reached, at any scheme', async (spelling) => {
  filterAddresses(none);
  reached = 0;
  for (const url of [`${spelling}:${port}/`, `${spelling.replace('http:', 'https:')}:${port}/`]) {
    expect(await ask(url)).toMatch(/^refused/);
    expect(await mayReach(url)).toBe(false);
  }
  expect(reached).toBe(0);
});
test.each([
  '10.0.0.1',
  '172.16.9.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.1.1',
  '[fd00::1]',
  '[fe80::1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '224.0.0.1',
  '255.255.255.255',
])('%s is private', (host) => expect(mayAsk(none, new URL(`https://${host}/`))).toBe(false));
test.each([
  ['https://erp.example.com/', true],
  ['https://93.184.216.34/', true],
  ['https://[2a00:1450:4001::1]/', true],
  ['http://93.184.216.34/', false],
  ['ftp://erp.example.com/', false],
  ['file:///etc/passwd', false],
  ['https://user:secret@erp.example.com/', false],
])('%s may be asked: %s', (url, may) => expect(mayAsk(none, new URL(url))).toBe(may));

test('a name is judged when the connection is made, by every address that it has', async () => {
  filterAddresses(none);
  // Resolved by this machine to itself, whatever the first look said.
  expect(await ask(`http://localhost:${port}/`)).toBe('refused: EHOSTUNREACH');
  expect(mayConnect(none, '93.184.216.34', true)).toBe(true);
  expect(mayConnect(none, '93.184.216.34', false)).toBe(false);
  expect(mayConnect(none, '::ffff:10.0.0.1', true)).toBe(false);
});
test('an operator allows networks, addresses and names, and nothing beside them', async () => {
  filterAddresses(readAllowed('127.0.0.0/8, fd00::/8'));
  expect(await ask(`http://127.0.0.1:${port}/`)).toBe('inside');
  expect(await ask(`http://2130706433:${port}/`)).toBe('inside');
  expect(await ask('http://10.0.0.1:9/')).toBe('refused: EHOSTUNREACH');
  filterAddresses(readAllowed('localhost'));
  expect(await ask(`http://localhost:${port}/`)).toBe('inside');
  expect(await ask(`http://127.0.0.1:${port}/`)).toBe('refused: EHOSTUNREACH');
  expect(() => readAllowed('10.0.0.0/8, not a host!')).toThrow('not a host!');
});
test('a redirect is not followed, wherever it leads', async () => {
  filterAddresses(readAllowed('127.0.0.0/8'));
  reached = 0;
  expect(await ask(`http://127.0.0.1:${port}/redirect`)).toMatch(/^refused/);
  expect(reached).toBe(1);
});
test('an answer without an end is cut at its limit', async () => {
  const before = process.memoryUsage().rss;
  const answer = await erpFetch(`http://127.0.0.1:${port}/large`);
  await expect(answer.arrayBuffer()).rejects.toThrow('too large');
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
});
