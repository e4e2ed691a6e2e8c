import { panelsAnswerSchema, previewSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { problemsOf } from '../openapi/check.ts';
import { type KeyWorld, openKeyWorld } from './world.ts';

const own = 'hubspot:4242';
const all = ['figures:read', 'orders:write', 'status:read'];
let world: KeyWorld;
beforeAll(async () => {
  world = await openKeyWorld({ many: 3 });
});
afterAll(() => world.close());

/** The next deal of the playground that nobody has ordered; its preview by the API. */
async function previewed(key: string, deal: string) {
  const { body, status } = await world.call(key, `/records/deal/${deal}/preview`);
  expect(status).toBe(200);
  const preview = previewSchema.parse(body);
  const accepted = preview.checks.filter(({ level }) => level === 'warn').map(({ code }) => code);
  return { preview, accepted };
}
const order = (key: string, body: object, idempotencyKey: string) =>
  world.call(key, '/orders', { method: 'POST', body, idempotencyKey });

test('a key is shown once, its secret is nowhere kept, and making and revoking it is in the audit log', async () => {
  const key = await world.makeKey(['figures:read']);
  const [, account = '', id = '', secret = ''] = key.split('.');
  expect(Buffer.from(account, 'base64url').toString()).toBe(own);
  const page = await (await world.desk('/access/keys', world.cookie)).text();
  expect([page.includes(id), page.includes(secret)]).toEqual([true, false]);
  const { rows } = await world.store.db
    .selectFrom('api_keys')
    .selectAll()
    .execute()
    .then((rows) => ({ rows }));
  expect(JSON.stringify(rows)).toContain(id);
  expect(JSON.stringify(rows)).not.toContain(secret);

  expect((await world.call(key, '/records/deal/5001/figures?only=credit')).status).toBe(200);
  expect(await (await world.desk('/access/keys', world.cookie)).text()).not.toContain('Never');
  const revoked = await world.form({ id }, '/access/keys/revoke');
  expect(revoked.status).toBe(303);
  const after = await world.call(key, '/records/deal/5001/figures?only=credit');
  expect([after.status, after.code]).toEqual([401, 'api_key_invalid']);
  expect(after.headers.get('www-authenticate')).toContain('Bearer');
  const log = await world.backend.audit.list(own as never, 20);
  expect(log.filter(({ event }) => event.startsWith('api_key_')).map(({ event }) => event)).toEqual([
    'api_key_revoked',
    'api_key_made',
  ]);
  expect(JSON.stringify([log, world.log])).not.toContain(secret);
});

test('a form without a name or permission names what is missing and makes no key', async () => {
  const wrong = await world.form({ name: ' ', days: '30' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Choose at least one permission.');
  expect(wrong.text).toContain('Enter a name with up to 60 characters.');
  expect(wrong.text).not.toContain(' id="key"');
});

test('a program reads figures, converts a deal and follows the order; the button finds the same order', async () => {
  const key = await world.makeKey(all);
  const figures = await world.call(key, '/records/company/7001/figures');
  const { panels, record } = panelsAnswerSchema.parse(figures.body);
  expect(record).toMatchObject({ type: 'company', id: '7001' });
  expect(Object.keys(panels).sort()).toEqual(['credit', 'customer', 'invoices', 'orders', 'returns']);
  expect(panels.credit?.state).toBe('ready');

  const { preview, accepted } = await previewed(key, '5001');
  // Warnings of another revision, or of none, are accepted by nobody.
  const blind = await order(key, { dealId: '5001', acceptedWarnings: [...accepted, 'x'] }, 'flow-run-0000');
  expect([blind.status, blind.code]).toEqual([422, 'invalid_input']);
  const stale = await order(key, { dealId: '5001', revision: 'of yesterday', acceptedWarnings: [] }, 'flow-run-0001');
  expect([stale.status, stale.code]).toEqual([409, 'quote_changed']);
  if (accepted.length > 0) {
    const refused = await order(key, { dealId: '5001' }, 'flow-run-0002');
    expect([refused.status, refused.code]).toEqual([422, 'preview_blocked']);
  }

  const body = { dealId: '5001', revision: preview.revision, acceptedWarnings: accepted };
  // A flow that retries by itself, and two runs of it at once.
  const made = await Promise.all([
    order(key, body, 'flow-run-0003'),
    order(key, body, 'flow-run-0003'),
    order(key, body, 'flow-run-0004'),
  ]);
  const taken = made.filter(({ status }) => status === 202);
  expect(made.filter(({ status, code }) => status !== 202 && code !== 'idempotency_in_progress')).toEqual([]);
  const ids = new Set(taken.map((answer) => answer.body.id));
  expect(ids.size).toBe(1);
  const again = await order(key, body, 'flow-run-0003');
  expect([again.status, ids.has(again.body.id)]).toEqual([202, true]);
  const other = await order(key, { ...body, dealId: '5002' }, 'flow-run-0003');
  expect([other.status, other.code]).toEqual([422, 'idempotency_key_reused']);

  const address = again.headers.get('location') ?? '';
  expect(address).toBe(again.body.statusUrl);
  const path = address.slice(address.indexOf('/orders/'));
  await expect.poll(async () => (await world.call(key, path)).body.state, { timeout: 20_000 }).toBe('confirmed');
  const done = await world.call(key, path);
  expect(done.body.erpNumber).toMatch(/\w/);
  expect(done.headers.get('retry-after')).toBeNull();
  // The history names people, and stays inside.
  expect(JSON.stringify(done.body)).not.toContain('@');

  const byButton = await world.ask('/v1/orders', {
    method: 'POST',
    body: { dealId: '5001', revision: preview.revision, acceptedWarnings: [], idempotencyKey: 'card-0001' },
  });
  expect((byButton.data as { id: string }).id).toBe(again.body.id);
  const { orders, doubled } = await (await fetch(`${world.erpUrl}/stats`)).json();
  expect({ doubled, has: orders > 0 }).toEqual({ doubled: 0, has: true });
  const { data } = await world.ask(`/v1/submissions/${String(again.body.id)}`);
  expect((data as { createdBy: string }).createdBy).toBe('API key Make, order flow');
});

test('a key does only what its scopes name, and nothing at the interface of the cards', async () => {
  const reads = await world.makeKey(['figures:read']);
  const writes = await world.makeKey(['orders:write']);
  const refused = [
    await order(reads, { dealId: '5002' }, 'flow-run-0100'),
    await world.call(reads, '/orders/00000000-0000-4000-8000-000000000000'),
    await world.call(writes, '/records/deal/5002/figures'),
    await world.call(writes, '/records/deal/5002/preview'),
  ];
  expect(refused.map(({ status, code }) => [status, code])).toEqual(refused.map(() => [403, 'api_key_scope']));
  for (const path of ['/v1/settings', '/v1/records/deal/5001/panels', '/desk/orders', '/documents/x']) {
    const answer = await fetch(`${world.backendUrl}${path}`, {
      headers: { authorization: `Bearer ${reads}` },
      redirect: 'manual',
    });
    expect([path, answer.status >= 400]).toEqual([path, true]);
  }
  const missing = await fetch(`${world.backendUrl}/api/v1/records/deal/5001/figures`);
  expect([missing.status, (await missing.json()).code]).toEqual([401, 'api_key_invalid']);
});

test('a key ends on its day; of another account it sees nothing', async () => {
  const key = await world.makeKey(all);
  const { preview, accepted } = await previewed(key, '5001');
  const known = await order(
    key,
    { dealId: '5001', revision: preview.revision, acceptedWarnings: accepted },
    'flow-0200',
  );
  await world.backend.accounts.put('hubspot:2222' as never, 'hubspot');
  await world.backend.people.appoint('hubspot:2222' as never, '66', 'mallory@evil.example', 'test');
  const mallory = { portalId: 2222, userId: '66', userEmail: 'mallory@evil.example' };
  const foreign = await world.makeKey(all, await world.signIn(mallory));
  const seen = await world.call(foreign, `/orders/${String(known.body.id)}`);
  expect([seen.status, seen.code]).toEqual([404, 'not_found']);
  // The account in the key's text is looked up with its id: another one's secret opens nothing.
  const [prefix, , id, secret] = foreign.split('.');
  const mixed = [prefix, Buffer.from(own).toString('base64url'), id, secret].join('.');
  expect((await world.call(mixed, `/orders/${String(known.body.id)}`)).code).toBe('api_key_invalid');

  const until = await world.store.db
    .updateTable('api_keys')
    .set({ until: new Date(Date.now() - 1000) })
    .where('account', '=', own)
    .where('id', '=', key.split('.')[2] ?? '')
    .executeTakeFirst();
  expect(Number(until.numUpdatedRows)).toBe(1);
  const late = await world.call(key, '/records/deal/5001/figures?only=credit');
  expect([late.status, late.code]).toEqual([401, 'api_key_expired']);
});

test('a key that asks too often is told when to go on, and the account’s people go on meanwhile', async () => {
  const key = await world.makeKey(['status:read']);
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const path = '/orders/00000000-0000-4000-8000-000000000000';
    const codes = await Promise.all(Array.from({ length: 101 }, async () => (await world.call(key, path)).code));
    expect(codes.filter((code) => code === 'not_found')).toHaveLength(100);
    const refused = await world.call(key, path);
    expect([refused.status, refused.code]).toEqual([429, 'too_many_requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await world.ask('/v1/records/deal/5001/panels?only=credit')).code).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});

test.each(['openapi.json', 'openapi-3.0.json', 'bridge/openapi.json', 'bridge/openapi-3.0.json'])(
  'the document %s follows the schema of its version',
  async (path) => {
    const answer = await fetch(`${world.backendUrl}/api/v1/${path}`);
    const document = await answer.json();
    expect(problemsOf(document)).toEqual([]);
    expect(Object.keys(document.paths).length).toBeGreaterThan(3);
    // The check itself finds something.
    expect(
      problemsOf({ ...document, paths: { '/x': { get: { operationId: 'x', responses: 7 } } } }).length,
    ).toBeGreaterThan(0);
  },
);

test('an account that is disconnected answers no key, and one that is removed has none', async () => {
  const key = await world.makeKey(['figures:read']);
  await world.backend.lifecycle.disconnect(own as never);
  const away = await world.call(key, '/records/deal/5001/figures');
  expect([away.status, away.code]).toEqual([403, 'account_disconnected']);
  await world.backend.lifecycle.uninstall(own as never);
  expect((await world.call(key, '/records/deal/5001/figures')).code).toBe('api_key_invalid');
  const left = await world.store.db.selectFrom('api_keys').select('id').where('account', '=', own).execute();
  expect(left).toEqual([]);
});
