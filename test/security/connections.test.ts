import { request } from 'node:http';
import { connect } from 'node:net';
import { serverLimits } from '@backroom/backend/api/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

const limits = { headersMs: 300, requestMs: 600, keepAliveMs: 300, idleMs: 900, checkMs: 50 };
let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld({ limits });
});
afterAll(() => world.close());

/** Opens a connection, sends what is given, and resolves with the milliseconds until the server has closed it. */
function closedAfter(text: string): Promise<number> {
  const began = performance.now();
  return new Promise((done, fail) => {
    const socket = connect(world.port, '127.0.0.1', () => socket.write(text));
    socket.on('error', () => {});
    socket.on('data', () => {});
    socket.on('close', () => done(performance.now() - began));
    setTimeout(() => fail(new Error('still open')), 25_000).unref();
  });
}

test.each([
  ['sends nothing', ''],
  ['sends half a header', 'GET /healthz HTTP/1.1\r\nhost: a'],
  ['sends a body that never ends', 'POST /v1/orders HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\n{'],
  ['sends one request and stays', 'GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n'],
])('fifty connections of a caller that %s are closed', async (_, text) => {
  const ages = await Promise.all(Array.from({ length: 50 }, () => closedAfter(text)));
  // Below what an installation allows: the limits of this test are the ones that ended them.
  expect(Math.max(...ages)).toBeLessThan(serverLimits.headersMs);
});

test('a body without a declared length is cut at its limit, on any path and without a signature', async () => {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  for (const path of ['/v1/orders', '/hubspot/webhooks', '/salesforce/oauth/install', '/desk/sign-out', '/nothing']) {
    const before = process.memoryUsage().rss;
    let taken = 0;
    const status = await new Promise<number>((done, fail) => {
      const sending = request({ port: world.port, path, method: 'POST', host: '127.0.0.1' }, (answer) => {
        done(answer.statusCode ?? 0);
        answer.resume();
        sending.destroy();
      });
      sending.on('error', fail);
      const more = () => {
        for (; taken < 300 * 1024 * 1024; ) {
          taken += chunk.length;
          if (!sending.write(chunk)) return void sending.once('drain', more);
        }
        sending.end();
      };
      more();
    });
    expect([path, status]).toEqual([path, 413]);
    expect(taken).toBeLessThan(20 * 1024 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  }
});

test('a declared length over the limit is refused before a byte is read', async () => {
  const answer = await fetch(`${world.backendUrl}/v1/orders`, { method: 'POST', body: 'x'.repeat(300_000) });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'body_too_large']);
});
