import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from '../../test/databases.ts';
import { createVault } from '../access/secrets.ts';
import { accountStore } from './accounts.ts';
import { crmTokenStore } from './crm-tokens.ts';
import type { Store } from './open.ts';
import { resealAll } from './reseal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

test('after a new key was put in front, everything is sealed with it, and the old one can be taken away', async () => {
  const account = accountIdSchema.parse('hubspot:1');
  const connection = {
    id: 'demo',
    erp: 'bridge',
    name: 'Demo',
    url: 'https://erp.example',
    credentials: { key: 'secret' },
    settings: {},
  };
  const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: 1 };
  const before = createVault([key(1)]);
  await accountStore(store.db, before).put(account, 'hubspot');
  await accountStore(store.db, before).connect(account, connection);
  await crmTokenStore(store.db, before, false).put(account, tokens);
  const after = createVault([key(2)]);
  await expect(accountStore(store.db, after).connection(account)).rejects.toThrow('a key that is not configured');

  expect(await resealAll(store.db, createVault([key(2), key(1)]))).toBe(2);
  expect(await resealAll(store.db, createVault([key(2), key(1)]))).toBe(0);
  expect((await accountStore(store.db, after).connection(account))?.credentials).toEqual({ key: 'secret' });
  expect(await crmTokenStore(store.db, after, false).get(account)).toMatchObject(tokens);
  await expect(accountStore(store.db, before).connection(account)).rejects.toThrow('a key that is not configured');
});
