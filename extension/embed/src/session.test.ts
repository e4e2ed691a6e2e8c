import type { ProblemCode } from '@backroom/shared';
import { makeProblem } from '@backroom/shared/messages/problems';
import { expect, test } from 'vitest';
import { openSession } from './session.ts';

type Sent = { url: string; headers: Record<string, string>; body: Record<string, unknown>; credentials: unknown };
const refused = (code: ProblemCode, status: number) =>
  new Response(JSON.stringify(makeProblem(code, 'en', 'ref-1')), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
/** A backend whose answers are given one after the other; the last one stays. */
function backend(exchanges: (() => Response)[], answers: (() => Response)[] = []) {
  const sent: Sent[] = [];
  let [now, proofs] = [1_000_000, 0];
  const take = (list: (() => Response)[]) =>
    (list.length > 1 ? list.shift() : list[0])?.() ?? Response.json({ ok: true, data: {} });
  const session = openSession({
    host: { context: () => ({ resource: 'deal', selectedIds: '7' }), proof: async () => `proof-${++proofs}` },
    crm: 'pipedrive',
    page: 'ticket',
    locale: 'de',
    now: () => now,
    fetch: async (url, init) => {
      const { headers, body, credentials } = init as {
        headers: Record<string, string>;
        body?: string;
        credentials: unknown;
      };
      sent.push({ url: String(url), headers, body: body ? JSON.parse(body) : {}, credentials });
      return String(url).startsWith('/embed/') ? take(exchanges) : take(answers);
    },
  });
  return { session, sent, pass: (ms: number) => (now += ms) };
}
let made = 0;
const opened =
  (now = 1_000_000) =>
  () =>
    Response.json({
      ok: true,
      data: {
        token: `session-${++made}`,
        expiresAt: new Date(now + 600_000).toISOString(),
        record: { type: 'deal', id: '7' },
        locale: null,
        isAdmin: false,
      },
    });
const get = { method: 'GET', timeout: 1000 } as const;

test('the vendor’s token is exchanged once, for however many questions; the frame’s secret goes along, a cookie never', async () => {
  const { session, sent } = backend([opened()]);
  const answers = await Promise.all([session.fetcher('/v1/a', get), session.fetcher('/v1/b', get), session.open()]);
  expect(answers[2]).toMatchObject({ record: { type: 'deal', id: '7' } });
  expect(sent.map(({ url }) => url)).toEqual(['/embed/pipedrive/session?locale=de', '/v1/a', '/v1/b']);
  const [exchange, a] = sent;
  expect(exchange?.body).toEqual({
    proof: 'proof-1',
    place: { resource: 'deal', selectedIds: '7' },
    frame: expect.stringMatching(/^[\w-]{43}$/),
    page: 'ticket',
  });
  expect(a?.headers['x-backroom-frame']).toBe(exchange?.body.frame);
  expect(a?.headers['x-backroom-once']).toBeUndefined();
  expect(sent.map(({ credentials }) => credentials)).toEqual(['omit', 'omit', 'omit']);
});

test('each change has an id of its own', async () => {
  const { session, sent } = backend([opened()]);
  const post = { method: 'POST', body: { a: 1 }, timeout: 1000 } as const;
  await session.fetcher('/v1/orders', post);
  await session.fetcher('/v1/orders', post);
  const ids = sent.slice(1).map(({ headers }) => headers['x-backroom-once']);
  expect(new Set(ids).size).toBe(2);
});

test('a session is renewed before its end, and where the backend no longer takes it', async () => {
  const old = backend([opened(), opened(1_600_000)]);
  await old.session.open();
  old.pass(580_000);
  await old.session.fetcher('/v1/a', get);
  expect(old.sent.filter(({ url }) => url.startsWith('/embed/')).map(({ body }) => body.proof)).toEqual([
    'proof-1',
    'proof-2',
  ]);
  const ended = backend(
    [opened(), opened()],
    [() => refused('signature_expired', 401), () => Response.json({ ok: true, data: 1 })],
  );
  const answer = await ended.session.fetcher('/v1/a', get);
  expect([answer.status, ended.sent.length]).toEqual([200, 4]);
});

test('an old or used token of the vendor is replaced by a fresh one; another refusal is told as it is', async () => {
  const again = backend([() => refused('signature_expired', 401), opened()]);
  expect(await again.session.open()).toMatchObject({ record: { id: '7' } });
  expect(again.sent.map(({ body }) => body.proof)).toEqual(['proof-1', 'proof-2']);
  const forbidden = backend([() => refused('account_unknown', 403)]);
  await expect(forbidden.session.open()).rejects.toMatchObject({ problem: { code: 'account_unknown' } });
  expect(forbidden.sent.length).toBe(1);
  const broken = backend([() => new Response('<html>', { status: 502 })]);
  await expect(broken.session.open()).rejects.toMatchObject({ problem: { code: 'backroom_unreachable' } });
});

test('a problem of ours arrives in the envelope that the panels read; anything else does not', async () => {
  const { session } = backend(
    [opened()],
    [() => refused('erp_timeout', 504), () => Response.json({ a: 1 }, { status: 500 })],
  );
  const told = await session.fetcher('/v1/a', get);
  expect(await told.json()).toMatchObject({ ok: false, problem: { code: 'erp_timeout' } });
  expect((await session.fetcher('/v1/a', get)).ok).toBe(false);
});

test('a session that goes on without another token of the vendor is renewed by itself', async () => {
  const lasting = () =>
    opened()()
      .json()
      .then(({ data }) => ({ ok: true, data: { ...data, renews: true } }));
  const first = await lasting();
  const next = { ok: true, data: { token: 'next', expiresAt: new Date(2_200_000).toISOString() } };
  const { session, sent, pass } = backend([() => Response.json(first), () => Response.json(next)]);
  await session.open();
  pass(580_000);
  await session.fetcher('/v1/a', get);
  expect(sent.map(({ url }) => url)).toEqual([
    '/embed/pipedrive/session?locale=de',
    '/embed/pipedrive/renewal?locale=de',
    '/v1/a',
  ]);
  expect(sent[1]?.headers['x-backroom-frame']).toBe(sent[0]?.body.frame);
  expect(sent[2]?.headers['x-backroom-session']).toBe('next');
});
