import { generateKeyPairSync } from 'node:crypto';
import { accountIdSchema } from '@backroom/shared';
import { Hono } from 'hono';
import { afterAll, expect, test } from 'vitest';
import { signAsApex, type ToSign } from '../../../../extension/playground/server/salesforce/sign.ts';
import { openTestStore } from '../../../test/databases.ts';
import { provenCaller } from '../../access/caller.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import { usedTokenStore } from '../../store/used-tokens.ts';
import { salesforceCaller } from './caller.ts';
import { toId18 } from './org-id.ts';
import { salesforceOrgStore } from './orgs.ts';

const origin = 'https://app.backroom.example';
const [production, sandbox, renewed] = [1, 2, 3].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
if (!production || !sandbox || !renewed) throw new Error('three key pairs');
const pemOf = (pair: typeof production) => pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const orgId = toId18('00D5g000004Prod');
const sandboxId = toId18('00D5g000004Sand');
const account = accountIdSchema.parse(`salesforce:${orgId}`);

const store = await openTestStore();
afterAll(() => store.close());
const orgs = salesforceOrgStore(store.db);
await orgs.register(account, { kid: 'Backroom', pem: pemOf(production), sandbox: false, instance: 'EU45' });
await orgs.register(accountIdSchema.parse(`salesforce:${sandboxId}`), {
  kid: 'Backroom',
  pem: pemOf(sandbox),
  sandbox: true,
  instance: 'CS99',
});

/** One instance of the backend: all it shares with the other is the database. */
function instance(connectionIsTest: boolean | null = false) {
  const app = new Hono<{ Variables: Variables }>();
  app.onError((error) => Response.json({ code: error instanceof ProblemError ? error.code : String(error) }));
  app.use(
    provenCaller([
      salesforceCaller({
        publicOrigin: origin,
        now: Date.now,
        accepts: ['rep', 'admin'],
        org: orgs.get,
        connectionIsTest: async () => connectionIsTest,
        useOnce: usedTokenStore(store.db, () => new Date()).useOnce,
      }),
    ]),
  );
  app.all('*', (context) => context.json({ code: 'ok', ...context.get('caller'), folded: context.get('folded') }));
  return app;
}
const signed = (more: Partial<ToSign> = {}, key = production.privateKey) =>
  signAsApex(
    {
      kid: 'Backroom',
      orgId,
      userId: '0055g000001Rep1AAA',
      username: 'pat@example.com',
      audience: origin,
      method: 'POST',
      path: '/v1/orders?locale=en',
      body: '{}',
      sandbox: false,
      instance: 'EU45',
      roles: ['rep'],
      now: Math.floor(Date.now() / 1000),
      ...more,
    },
    key,
  );
async function ask(token: string, app = instance(), more: { method?: string; path?: string; body?: string } = {}) {
  const method = more.method ?? 'POST';
  const response = await app.request(`http://backend.internal${more.path ?? '/v1/orders?locale=en'}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(method === 'GET' ? {} : { body: more.body ?? '{}' }),
  });
  return (await response.json()) as Record<string, unknown>;
}

test('the org’s user is who calls, with the rights that Apex found', async () => {
  expect(await ask(signed({ roles: ['rep', 'admin', 'god'] }))).toEqual({
    code: 'ok',
    account,
    userId: '0055g000001Rep1AAA',
    userEmail: 'pat@example.com',
    roles: ['rep', 'admin'],
    folded: false,
  });
});
test('a write is taken once, by whichever instance; a read may be repeated', async () => {
  const token = signed();
  const [first, second] = await Promise.all([ask(token, instance()), ask(token, instance())]);
  expect([first.code, second.code].sort()).toEqual(['ok', 'signature_replayed']);
  expect((await ask(token, instance())).code).toBe('signature_replayed');
  const read = signed({ method: 'GET', path: '/v1/settings', body: '' });
  expect((await ask(read, instance(), { method: 'GET', path: '/v1/settings' })).code).toBe('ok');
  expect((await ask(read, instance(), { method: 'GET', path: '/v1/settings' })).code).toBe('ok');
});
test('a refused token does not use up its id', async () => {
  const token = signed({ jti: 'a-fixed-id-of-a-test' });
  expect((await ask(token, instance(), { body: '{"more":1}' })).code).toBe('signature_invalid');
  expect((await ask(token)).code).toBe('ok');
});
test('a user without the permission set is refused', async () => {
  expect((await ask(signed({ roles: [] }))).code).toBe('forbidden');
  expect((await ask(signed({ roles: ['viewer'] }))).code).toBe('forbidden');
  // The trigger's token tells of changes and opens nothing else.
  expect((await ask(signed({ roles: ['system'] }))).code).toBe('forbidden');
});
test('a copy with another id is unknown; under the same id it is not the org that was connected', async () => {
  expect((await ask(signed({ orgId: toId18('00D5g000004Copy') }))).code).toBe('account_unknown');
  expect((await ask(signed({ sandbox: true }))).code).toBe('org_mismatch');
});
test('an org that Salesforce moved to another instance is the same org', async () => {
  expect((await ask(signed({ instance: 'DEU88' }))).code).toBe('ok');
});
test('a registered sandbox reaches a test ERP only', async () => {
  const token = () => signed({ orgId: sandboxId, sandbox: true, instance: 'CS99' }, sandbox.privateKey);
  expect((await ask(token(), instance(false))).code).toBe('org_mismatch');
  expect((await ask(token(), instance(true))).code).toBe('ok');
  // Whoever sets it up may say in the settings that it is one; a rep may not even look.
  const settings = (roles: string[]) =>
    signed(
      { orgId: sandboxId, sandbox: true, instance: 'CS99', method: 'GET', path: '/v1/settings', body: '', roles },
      sandbox.privateKey,
    );
  const read = { method: 'GET', path: '/v1/settings' };
  expect((await ask(settings(['rep', 'admin']), instance(false), read)).code).toBe('ok');
  expect((await ask(settings(['rep']), instance(false), read)).code).toBe('org_mismatch');
  // No ERP yet: the flows say so themselves.
  expect((await ask(token(), instance(null))).code).toBe('ok');
});
test('while an org changes its certificate, the one before it still counts', async () => {
  await orgs.register(account, { kid: 'Backroom_2027', pem: pemOf(renewed), sandbox: false, instance: 'EU45' });
  expect((await ask(signed())).code).toBe('ok');
  expect((await ask(signed({ kid: 'Backroom_2027' }, renewed.privateKey))).code).toBe('ok');
  expect((await ask(signed({ kid: 'Backroom_2027' }))).code).toBe('signature_invalid');
});
test('a request that carries nothing is told so', async () => {
  const response = await instance().request('http://backend.internal/v1/settings');
  expect(await response.json()).toEqual({ code: 'signature_missing' });
});
