import { createHmac, createSign, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { signedRequest } from '../support/card.ts';
import { keyAttacks } from './hostile-keys.ts';
import { type Attack, judged, type Outcome, pick, send } from './outcome.ts';
import type { SecurityWorld } from './world.ts';

type Counts = Record<
  string,
  {
    sent: number;
    succeeded: number;
    failed5xx: number /** By the problem's code, or the status where there is none. */;
    answers: Record<string, number>;
  }
>;

const EVIL = 'https://evil.example';
const other: AccountId = accountIdSchema.parse('hubspot:2222');
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What `fetch` would not send: the bytes as they are. */
function raw(port: number, text: string): Promise<Outcome> {
  return new Promise((done) => {
    let got = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(3000, () => socket.destroy());
    socket.on('data', (chunk) => {
      got += chunk.toString('latin1');
      socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(got)?.[1] ?? 0);
      done({ status, succeeded: status >= 200 && status < 400 && !got.includes('"ok":false') });
    });
  });
}

/** Every kind of request that an attacker may send who has a valid account, card and browser of his own. */
async function attacksOn(world: SecurityWorld): Promise<Attack[]> {
  const { backend, backendUrl, port } = world;
  // A second company with its own people, on the same ERP: what it may do at home it may not do next door.
  const victim = accountIdSchema.parse('hubspot:4242');
  const connection = await backend.accounts.connection(victim);
  await backend.accounts.put(other, 'hubspot');
  if (connection) await backend.accounts.connect(other, connection);
  await backend.people.appoint(other, '66', 'mallory@evil.example', 'test');
  const mallory = { portalId: 2222, userId: '66', userEmail: 'mallory@evil.example' };

  const preview = await world.ask('/v1/records/deal/5001/preview', { method: 'POST', body: {} });
  const { revision, checks } = preview.data as { revision: string; checks: { code: string }[] };
  const order = {
    dealId: '5001',
    revision,
    acceptedWarnings: checks.map(({ code }) => code),
    idempotencyKey: 'hostile-0001',
  };
  const { id } = (await world.ask('/v1/orders', { method: 'POST', body: order })).data as { id: string };
  const cookie = await world.signIn();
  const malloryCookie = await world.signIn(mallory);
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const org = await world.store.db.selectFrom('salesforce_orgs').select(['account', 'keys']).executeTakeFirstOrThrow();
  const orgId = org.account.replace('salesforce:', '');
  const [known] = org.keys as { kid: string; pem: string }[];

  const paths = [
    '/v1/records/deal/5001/panels?only=stock',
    '/v1/records/deal/5001/submissions',
    `/v1/submissions/${id}`,
    '/v1/settings',
    '/v1/records/company/7001/panels?only=credit,invoices',
  ];
  const writes: [string, unknown][] = [
    ['/v1/orders', { ...order, idempotencyKey: 'hostile-0002' }],
    [`/v1/submissions/${id}/actions`, { action: 'cancel' }],
    ['/v1/desk/link', {}],
    ['/v1/records/company/7001/link', { action: 'unlink' }],
    ['/v1/account/uninstall', { account: victim }],
  ];
  /** A validly signed request that is changed on its way. */
  function changed(index: number, change: (request: Request, body: string) => Request): Promise<Outcome> {
    const [path, body] = pick(writes, index);
    const request = signedRequest(backendUrl, path, { method: 'POST', body });
    return fetch(change(request, JSON.stringify(body)), { redirect: 'manual' }).then(judged);
  }
  const token = (index: number, header: object, claims: object, sign: (text: string) => string) => {
    const now = Math.floor(Date.now() / 1000);
    const path = pick(paths, index);
    const text = `${base64url({ typ: 'JWT', kid: known?.kid, ...header })}.${base64url({
      iss: orgId,
      sub: '0055g000001Rep1AAA',
      username: 'm@evil.example',
      aud: 'https://app.backroom.example',
      iat: now,
      exp: now + 120,
      jti: randomBytes(16).toString('hex'),
      method: 'GET',
      path,
      bodyHash: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
      sandbox: false,
      instance: 'EU45',
      roles: ['rep', 'admin'],
      ...claims,
    })}`;
    return send(`${backendUrl}${path}`, { headers: { authorization: `Bearer ${text}.${sign(text)}` } });
  };
  const rsa = (text: string) => createSign('RSA-SHA256').update(text).sign(pair.privateKey).toString('base64url');

  return [
    ...(await keyAttacks(world, { victim, cookie, malloryCookie, order, id })),
    { kind: 'forged: no signature', run: (index) => send(`${backendUrl}${pick(paths, index)}`) },
    {
      kind: 'forged: a guessed signature',
      run: (index) =>
        send(`${backendUrl}${pick(paths, index)}&portalId=4242&userId=7&userEmail=pat%40example.com`, {
          headers: {
            'x-hubspot-request-timestamp': String(Date.now()),
            'x-hubspot-signature-v3': pick(
              [randomBytes(32).toString('base64'), '', 'A', '='.repeat(44), '🙂'.codePointAt(0)?.toString() ?? ''],
              index,
            ),
          },
        }),
    },
    {
      kind: 'forged: a secret of ours that is none',
      run: (index) => {
        const path = `${pick(paths, index).split('?')[0]}?portalId=4242&userId=7&userEmail=a`;
        const timestamp = String(Date.now());
        const secret = pick(['', 'playground', 'undefined', 'null', randomUUID()], index);
        const signature = createHmac('sha256', secret)
          .update(`GETapp.backroom.example${path}${timestamp}`)
          .digest('base64');
        return send(`${backendUrl}${path}`, {
          headers: { 'x-hubspot-request-timestamp': timestamp, 'x-hubspot-signature-v3': signature },
        });
      },
    },
    {
      kind: 'forged: a signature of yesterday or tomorrow',
      run: (index) =>
        fetch(
          signedRequest(backendUrl, pick(paths, index), {
            // One from the future comes of age while a busy machine has it in hand.
            at: Date.now() + pick([-86_400_000, -301_000, 900_000, 86_400_000], index),
          }),
        ).then(judged),
    },
    {
      kind: 'forged: an org’s token without a signature',
      run: (index) => token(index, { alg: pick(['none', 'None', 'NONE', 'nOnE'], index) }, {}, () => ''),
    },
    {
      kind: 'forged: an org’s token signed with its public key',
      run: (index) =>
        token(index, { alg: 'HS256' }, {}, (text) =>
          createHmac('sha256', known?.pem ?? '')
            .update(text)
            .digest('base64url'),
        ),
    },
    {
      kind: 'forged: an org’s token signed with another key',
      run: (index) =>
        token(
          index,
          { alg: 'RS256', ...pick([{}, { kid: 'Evil' }, { jwk: {} }, { jku: EVIL }, { x5u: EVIL }], index) },
          {},
          rsa,
        ),
    },
    {
      kind: 'forged: a desk link or session',
      run: (index) => {
        const claims = {
          account: victim,
          userId: '7',
          actor: 'pat@example.com',
          roles: ['rep', 'admin'],
          locale: 'en',
          timeZone: 'UTC',
          path: '/desk/orders',
          jti: randomUUID(),
          made: Date.now(),
          exp: Math.floor(Date.now() / 1000) + 600,
          aud: pick(['desk-link', 'desk-session', 'document'], index),
        };
        const text = `${base64url({ alg: pick(['none', 'HS256'], index) })}.${base64url(claims)}`;
        const forged = `${text}.${index % 2 ? createHmac('sha256', 'key').update(text).digest('base64url') : ''}`;
        return pick(
          [
            () => send(`${backendUrl}/desk/enter/${forged}`),
            () => send(`${backendUrl}/documents/${forged}`),
            () =>
              send(`${backendUrl}/desk/orders`, {
                headers: { cookie: `backroom_desk=${forged}; __Host-backroom_desk=${forged}` },
              }),
          ],
          index,
        )();
      },
    },
    {
      kind: 'swapped: portal, user or record in a signed address',
      run: (index) => {
        const request = signedRequest(backendUrl, pick(paths, index));
        const [from, to] = pick(
          [
            ['portalId=4242', 'portalId=2222'],
            ['userId=7', 'userId=8'],
            ['pat%40', 'eve%40'],
            ['appId=99', 'appId=99&portalId=4242'],
            ['appId=99', 'appId=98'],
          ] as const,
          index,
        );
        return fetch(new Request(request.url.replace(from, to), { headers: request.headers })).then(judged);
      },
    },
    {
      kind: 'swapped: the body of a signed request',
      run: (index) =>
        changed(
          index,
          (request, body) =>
            new Request(request.url, { method: 'POST', headers: request.headers, body: body.replace('{', '{"x":1,') }),
        ),
    },
    {
      kind: 'swapped: the method of a signed request',
      run: (index) =>
        changed(
          index,
          (request, body) =>
            new Request(request.url, {
              method: pick(['PUT', 'PATCH', 'DELETE'], index),
              headers: request.headers,
              body,
            }),
        ),
    },
    {
      kind: 'swapped: the path of a signed request',
      run: (index) =>
        changed(
          index,
          (request, body) =>
            new Request(request.url.replace('/v1/', pick(['/v1//', '/V1/', '/v2/', '/v1/records/'], index)), {
              method: 'POST',
              headers: request.headers,
              body,
            }),
        ),
    },
    {
      kind: 'swapped: a signature of one caller under another’s parameters',
      run: (index) =>
        changed(index, (request, body) => {
          const own = signedRequest(backendUrl, pick(writes, index)[0], {
            method: 'POST',
            body: JSON.parse(body),
            ...mallory,
          });
          return new Request(request.url, { method: 'POST', headers: own.headers, body });
        }),
    },
    {
      kind: 'replayed: a signed change',
      run: async (index) => {
        // What is harmless for once: the second time counts.
        const request = signedRequest(backendUrl, '/v1/desk/link', {
          method: 'POST',
          body: {},
          ...mallory,
          userId: '66',
        });
        const copy = request.clone();
        const first = await fetch(request).then(judged);
        if (!first.succeeded) return { ...first, code: 'not_taken' };
        const headers = new Headers(copy.headers);
        const signature = headers.get('x-hubspot-signature-v3') ?? '';
        headers.set('x-hubspot-signature-v3', pick([signature, signature.replace('=', ''), ` ${signature}`], index));
        return fetch(new Request(copy, { headers })).then(judged);
      },
    },
    {
      kind: 'replayed: a used desk link',
      run: async () => {
        const { data } = await world.ask('/v1/desk/link', { method: 'POST', body: {}, ...mallory });
        const url = `${backendUrl}${new URL((data as { url: string } | undefined)?.url ?? `${EVIL}/desk/enter/x`).pathname}`;
        const first = await send(url);
        // A link that did not open, because a connection timed out, is not used.
        return first.status === 303 ? send(url) : { ...first, succeeded: false, code: 'not_opened' };
      },
    },
    {
      kind: 'oversized: a body without a length',
      run: (index) => {
        const chunk = new Uint8Array(64 * 1024);
        let sent = 0;
        const body = new ReadableStream<Uint8Array>({
          pull(controller) {
            sent += 1;
            if (sent > 32) controller.close();
            else controller.enqueue(chunk);
          },
        });
        return send(
          `${backendUrl}${pick(['/v1/orders', '/hubspot/webhooks', '/salesforce/events', '/desk/view', '/salesforce/oauth/install', '/nothing'], index)}`,
          { method: 'POST', body, duplex: 'half', headers: form },
        ).catch(() => ({ status: 413, succeeded: false }));
      },
    },
    {
      kind: 'oversized: a declared length',
      run: (index) =>
        send(`${backendUrl}${pick(['/v1/orders', '/hubspot/webhooks', '/desk/view'], index)}`, {
          method: 'POST',
          body: 'x'.repeat(262_145 + index),
          headers: form,
        }).catch(() => ({ status: 413, succeeded: false })),
    },
    {
      kind: 'oversized: headers, address, nesting, numbers',
      run: (index) =>
        pick(
          [
            () => raw(port, `GET /v1/settings HTTP/1.1\r\nhost: a\r\n${'x-a: b\r\n'.repeat(5000)}\r\n`),
            () => raw(port, `GET /v1/settings?${'a'.repeat(40_000)} HTTP/1.1\r\nhost: a\r\n\r\n`),
            () =>
              fetch(
                signedRequest(backendUrl, '/v1/orders', {
                  method: 'POST',
                  raw: `${'['.repeat(5000)}${']'.repeat(5000)}`,
                  userId: String(index),
                }),
              ).then(judged),
            () =>
              fetch(
                signedRequest(backendUrl, `/v1/submissions/${id}/actions`, {
                  method: 'POST',
                  body: {
                    action: 'mend',
                    change: { lines: [{ line: 0, quantity: '9'.repeat(24), unitPrice: '9'.repeat(24) }] },
                  },
                  userId: String(index),
                }),
              ).then(judged),
            () =>
              fetch(
                signedRequest(backendUrl, '/v1/returns', {
                  method: 'POST',
                  body: {
                    record: { type: 'deal', id: '5001' },
                    orderNumber: '1',
                    reason: 'broken',
                    lines: Array.from({ length: 201 }, () => ({ code: 'A', quantity: '1' })),
                    idempotencyKey: 'hostile-0003',
                  },
                  userId: String(index),
                }),
              ).then(judged),
          ],
          index,
        )(),
    },
    {
      kind: 'cross-site: a form of ours from another site',
      run: (index) => {
        const path = pick(
          [
            `/desk/orders/${id}/cancel`,
            '/desk/access/end-all',
            '/desk/access/appoint',
            '/desk/access/uninstall',
            '/desk/sign-out',
            '/desk/connections/main/disconnect',
            '/desk/view',
          ],
          index,
        );
        const site = pick(
          [
            { origin: EVIL, 'sec-fetch-site': 'cross-site' },
            { origin: 'null' },
            {},
            { origin: `${EVIL}:443` },
            { origin: backendUrl.replace('127.0.0.1', '127.0.0.1.evil.example') },
            { 'sec-fetch-site': 'same-site' },
          ] as Record<string, string>[],
          index,
        );
        return send(`${backendUrl}${path}`, {
          method: 'POST',
          body: `userId=66&account=${victim}`,
          headers: {
            cookie,
            ...pick(
              [form, { 'content-type': 'text/plain' }, { 'content-type': 'multipart/form-data; boundary=x' }],
              index,
            ),
            ...site,
          },
        });
      },
    },
    {
      kind: 'cross-site: the installation of an org',
      run: (index) =>
        send(`${backendUrl}/salesforce/oauth/${pick(['install', 'confirm'], index)}`, {
          method: 'POST',
          body: new URLSearchParams({ certificate: pem, kid: 'Evil', org: 'production' }).toString(),
          headers: {
            ...pick([form, { 'content-type': 'text/plain' }], index),
            ...pick(
              [{ origin: EVIL, 'sec-fetch-site': 'cross-site' }, { origin: 'null' }, {}] as Record<string, string>[],
              index,
            ),
          },
        }),
    },
    {
      kind: 'cross-site: a desk link in a frame or picture',
      run: async (index) => {
        const { data } = await world.ask('/v1/desk/link', { method: 'POST', body: {}, ...mallory });
        const path = new URL((data as { url: string } | undefined)?.url ?? `${EVIL}/desk/enter/x`).pathname;
        return send(`${backendUrl}${path}`, {
          headers: {
            'sec-fetch-dest': pick(['iframe', 'image', 'script', 'embed'], index),
            'sec-fetch-site': 'cross-site',
            cookie,
          },
        });
      },
    },
    {
      kind: 'cross-site: an installation that ends elsewhere',
      run: (index) =>
        send(
          `${backendUrl}/hubspot/oauth/callback?${new URLSearchParams({ ...pick<Record<string, string>>([{ code: 'playground-spent', state: 'x' }, { code: '' }, { code: 'x', state: '' }], index), returnUrl: pick([EVIL, 'https://app.hubspot.com.evil.example', 'https://app.hubspot.com@evil.example', '//evil.example'], index) })}`,
        ),
    },
    {
      kind: 'cross-tenant: another account’s orders by the interface',
      run: (index) =>
        fetch(
          signedRequest(backendUrl, pick([`/v1/submissions/${id}`, `/v1/submissions/${id}?portalId=4242`], index), {
            ...mallory,
            userId: '66',
          }),
        ).then(judged),
    },
    {
      kind: 'cross-tenant: acting on another account’s order',
      run: (index) =>
        fetch(
          signedRequest(backendUrl, `/v1/submissions/${id}/actions`, {
            method: 'POST',
            body: pick([{ action: 'cancel' }, { action: 'resend' }, { action: 'adopt', erpNumber: '1' }], index),
            ...mallory,
          }),
        ).then(judged),
    },
    {
      kind: 'cross-tenant: a desk link into another account’s order',
      run: () =>
        fetch(
          signedRequest(backendUrl, '/v1/desk/link', { method: 'POST', body: { submission: id }, ...mallory }),
        ).then(judged),
    },
    {
      kind: 'cross-tenant: another account’s order at the desk',
      run: (index) =>
        send(`${backendUrl}/desk/orders/${id}${pick(['', '/cancel', '/mend', '/adopt'], index)}`, {
          headers: { cookie: malloryCookie },
        }),
    },
    {
      kind: 'cross-tenant: uninstalling another account',
      run: () =>
        fetch(
          signedRequest(backendUrl, '/v1/account/uninstall', { method: 'POST', body: { account: victim }, ...mallory }),
        ).then(judged),
    },
    {
      kind: 'cross-tenant: an event about another portal through a card',
      run: (index) =>
        fetch(
          signedRequest(backendUrl, `/hubspot/webhooks${pick(['', '?portalId=4242', '/'], index)}`, {
            method: 'POST',
            body: [
              { portalId: 4242, occurredAt: Date.now(), subscriptionType: 'contact.privacyDeletion', objectId: 1 },
            ],
            ...mallory,
          }),
        ).then(judged),
    },
    {
      kind: 'above one’s rights: a rep as admin',
      run: (index) => {
        const [path, method, body] = pick(
          [
            ['/v1/settings', 'PUT', { writeBack: false }],
            ['/v1/desk/link', 'POST', {}],
            ['/v1/account/uninstall', 'POST', { account: victim }],
            ['/v1/settings', 'PUT', { flows: { orders: false } }],
          ] as const,
          index,
        );
        return fetch(
          signedRequest(backendUrl, path, {
            method,
            body,
            userId: '8',
            userEmail: pick(['rep@example.com', 'pat@example.com'], index),
          }),
        ).then(judged);
      },
    },
    {
      kind: 'odd: paths, methods and characters',
      run: (index) =>
        pick(
          [
            () => raw(port, `TRACE /v1/settings HTTP/1.1\r\nhost: a\r\n\r\n`),
            () => raw(port, `GET /desk/assets/..%2f..%2f..%2fpackage.json HTTP/1.1\r\nhost: a\r\n\r\n`),
            () => raw(port, `GET /desk/assets/../../../../etc/passwd HTTP/1.1\r\nhost: a\r\n\r\n`),
            () => raw(port, `GET //evil.example/desk HTTP/1.1\r\nhost: a\r\n\r\n`),
            () => raw(port, `GET /documents/%00 HTTP/1.1\r\nhost: a\r\n\r\n`),
            () =>
              raw(
                port,
                `GET /v1/settings HTTP/1.1\r\nhost: evil.example\r\nx-forwarded-host: app.backroom.example\r\nx-forwarded-proto: https\r\n\r\n`,
              ),
            () =>
              raw(
                port,
                `POST /v1/orders HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
              ),
            () => raw(port, `POST /v1/orders HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n`),
            () => raw(port, `GET /metrics HTTP/1.1\r\nhost: a\r\n\r\n`),
            () => raw(port, `GET /.env HTTP/1.1\r\nhost: a\r\n\r\n`),
          ],
          index,
        )(),
    },
    {
      kind: 'odd: poisoned input in signed requests',
      run: (index) => {
        const text = pick(
          [
            '{"__proto__":{"roles":["admin"]},"writeBack":true}',
            '{"constructor":{"prototype":{"x":1}}}',
            '{"flows":{"__proto__":{"orders":false}}}x',
            '{"dealId":"5001\' or 1=1--","revision":"x","acceptedWarnings":[],"idempotencyKey":"hostile-0004"}',
            '{"dealId":"\\u0000","revision":"\\ud800","acceptedWarnings":[],"idempotencyKey":"hostile-0005"}',
            'null',
            '[]',
            '"x"',
            '1e999',
          ],
          index,
        );
        return fetch(
          signedRequest(backendUrl, '/v1/orders', { method: 'POST', raw: text, userId: String(1000 + index) }),
        ).then(judged);
      },
    },
    {
      kind: 'odd: ids that are none',
      run: (index) =>
        fetch(
          signedRequest(
            backendUrl,
            `/v1/${pick(['records/deal/%27%20or%201=1/panels', 'records/deal/..%2f..%2fsettings/panels', `records/deal/${'9'.repeat(65)}/panels`, 'submissions/1%20or%201=1', 'records/deal/5001%00/panels', 'records/deal/5001%0d%0aset-cookie:x/panels', 'records/__proto__/1/panels', 'records/deal/5001/panels?only=__proto__', 'records/deal/5001/panels?only=constructor'], index)}`,
            { userId: String(2000 + index) },
          ),
        ).then(judged),
    },
    {
      kind: 'odd: desk forms with other fields',
      run: (index) =>
        send(
          `${backendUrl}/desk/${pick([`orders/${id}/mend`, `orders/${id}/adopt`, 'orders/x/cancel', `orders/${id}/destroy`, 'access/end', 'access/remove-certificate', 'access/uninstall', 'access/appoint'], index)}`,
          {
            method: 'POST',
            body: pick(
              [
                '__proto__=x',
                'lines.0.quantity=1e400',
                'erpNumber=',
                'account=hubspot:2222',
                `note=${'x'.repeat(5000)}`,
              ],
              index,
            ),
            headers: { cookie, origin: backendUrl, ...form },
          },
        ),
    },
  ];
}

/** Sends so many, a few at a time, and counts. */
export async function attack(world: SecurityWorld, total: number, abreast = 8): Promise<Counts> {
  const attacks = await attacksOn(world);
  const counts: Counts = {};
  let next = 0;
  async function lane(): Promise<void> {
    for (; next < total; ) {
      const index = next;
      next += 1;
      const { kind, run } = pick(attacks, index);
      const count = counts[kind] ?? { sent: 0, succeeded: 0, failed5xx: 0, answers: {} };
      counts[kind] = count;
      const { status, succeeded, code } = await run(Math.floor(index / attacks.length));
      count.sent += 1;
      count.succeeded += succeeded ? 1 : 0;
      count.failed5xx += status >= 500 ? 1 : 0;
      const answer = code ?? String(status);
      count.answers[answer] = (count.answers[answer] ?? 0) + 1;
    }
  }
  await Promise.all(Array.from({ length: abreast }, lane));
  return counts;
}
