import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedRequest } from '../support/card.ts';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld();
});
afterAll(() => world.close());

test('every answer tells the browser to trust nothing but itself, to keep nothing, and to come back over TLS only', async () => {
  const cookie = await world.signIn();
  const at = (path: string, init: RequestInit = {}) => new Request(`${world.backendUrl}${path}`, init);
  const requests: [string, Request][] = [
    ['a panel', signedRequest(world.backendUrl, '/v1/records/deal/5001/panels?only=stock')],
    ['a refusal', at('/v1/settings')],
    ['nothing there', at('/nothing')],
    ['health', at('/healthz')],
    ['a page of the desk', at('/desk/orders', { headers: { cookie } })],
    ['a page without a session', at('/desk/orders')],
    ['an old link', at('/desk/enter/x')],
    ['a form of an installation', at('/salesforce/oauth/install')],
    ['an installation that went wrong', at('/hubspot/oauth/callback')],
    ['a forged form', at('/salesforce/oauth/install', { method: 'POST', body: 'x' })],
    ['a document link', at('/documents/x')],
    ['a body that is too large', at('/v1/orders', { method: 'POST', body: 'x'.repeat(300_000) })],
  ];
  for (const [what, request] of requests) {
    const { headers } = await fetch(request, { redirect: 'manual' });
    const policy = headers.get('content-security-policy') ?? '';
    const found = [
      headers.get('strict-transport-security'),
      ...["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"].filter((each) =>
        policy.includes(each),
      ),
      headers.get('x-content-type-options'),
      headers.get('cache-control'),
      ['no-referrer', 'same-origin'].includes(headers.get('referrer-policy') ?? ''),
      headers.get('access-control-allow-origin'),
      headers.get('x-powered-by'),
    ];
    expect([what, ...found]).toEqual([
      what,
      'max-age=63072000; includeSubDomains',
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      'nosniff',
      'no-store',
      true,
      null,
      null,
    ]);
  }
});
