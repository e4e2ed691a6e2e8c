import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databases } from '../../test/databases.ts';
import { createVault } from '../access/secrets.ts';
import { rotatingTokens } from '../erp/transport/oauth/rotating.ts';
import { erpTokenStore } from './erp-tokens.ts';
import type { Store } from './open.ts';
import { resealAll } from './reseal.ts';

const keys = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];
const account = accountIdSchema.parse('hubspot:1');
const [database] = databases;
let opened: Store;
let remove: () => Promise<unknown>;
beforeAll(async () => {
  const started = await database?.start();
  if (!started) throw new Error('a database is needed');
  opened = await started.open();
  remove = async () => {
    await opened.close();
    await started.remove();
  };
}, 60_000);
afterAll(() => remove());

const seconds = 1000;
/** A token server that takes each refresh token once. */
function server() {
  const asked: string[] = [];
  let valid = 'entered';
  const fetch = async (_: string | URL, init?: RequestInit) => {
    const given = new URLSearchParams(String(init?.body)).get('refresh_token') ?? '';
    asked.push(given);
    if (given !== valid) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    valid = `rotated-${asked.length}`;
    const answer = {
      access_token: `token-${asked.length}`,
      refresh_token: valid,
      token_type: 'bearer',
      expires_in: 300,
    };
    return Response.json(answer);
  };
  return { fetch, asked };
}
const signal = () => AbortSignal.timeout(5 * seconds);

test('what follows from an entered token outlives the process, is sealed, and is refreshed by one process at a time', async () => {
  const { fetch, asked } = server();
  let now = Date.now();
  const at = { tokenUrl: 'https://id.example/token', clientId: 'app', proof: { secret: 's' } };
  const vault = createVault(keys.slice(0, 1));
  const started = () =>
    rotatingTokens(at, 'entered', {
      fetch,
      now: () => now,
      granted: erpTokenStore(opened.db, vault, false)(account, 'main'),
    });
  const first = started();
  expect(await Promise.all([first.get(signal()), first.get(signal())])).toEqual(['token-1', 'token-1']);
  expect(await started().get(signal())).toBe('token-1');
  now += 301 * seconds;
  expect(await started().get(signal())).toBe('token-2');
  expect(asked).toEqual(['entered', 'rotated-1']);
  const rows = await opened.db.selectFrom('erp_tokens').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/token-2|rotated|entered/);

  // With another key the row is sealed anew and still opens.
  const turned = createVault([keys[1] ?? '', keys[0] ?? '']);
  expect(await resealAll(opened.db, turned)).toBe(1);
  const grant = rows[0]?.of ?? '';
  const newest = createVault(keys.slice(1));
  expect(await erpTokenStore(opened.db, newest, false)(account, 'main')(grant).read()).toMatchObject({
    accessToken: 'token-2',
  });
  // Each account has its own.
  const other = accountIdSchema.parse('hubspot:2');
  expect(await erpTokenStore(opened.db, newest, false)(other, 'main')(grant).read()).toBeNull();
});

test('nobody keeps them: connections of one process share what followed from one entered token', async () => {
  const { fetch, asked } = server();
  const ports = { fetch, now: () => Date.now() };
  const at = { tokenUrl: 'https://id.example/token', clientId: 'another app', proof: { secret: 's' } };
  const tokens = [1, 2, 3].map((nth) => rotatingTokens({ ...at, tokenUrl: `${at.tokenUrl}/${nth}` }, 'entered', ports));
  expect(new Set(await Promise.all(tokens.map((each) => each.get(signal()))))).toEqual(new Set(['token-1']));
  expect(asked).toEqual(['entered']);
});
