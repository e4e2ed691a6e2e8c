import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from '../../test/databases.ts';
import { createVault } from '../access/secrets.ts';
import { hubspotTokens } from '../crm/hubspot/tokens.ts';
import { crmTokenStore } from './crm-tokens.ts';
import type { Store } from './open.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const vault = createVault([Buffer.alloc(32).toString('base64')]);
/** The store as a process of its own has it. */
const process = () => crmTokenStore(store.db, vault, false);
const tokens = (accessToken: string) => ({ accessToken, refreshToken: 'r', expiresAt: Date.now() + 1_800_000 });

test('whoever renews a token sees what another process has just renewed, and calls nobody', async () => {
  const account = accountIdSchema.parse('hubspot:1');
  const [mine, theirs] = [process(), process()];
  await mine.put(account, tokens('old'));
  expect((await mine.get(account))?.accessToken).toBe('old');
  await theirs.put(account, tokens('new'));
  // Good enough to try with: HubSpot's old token lives on.
  expect((await mine.get(account))?.accessToken).toBe('old');
  const nobody = 'http://127.0.0.1:1';
  const app = { apiBase: nobody, authorizeBase: nobody, clientId: 'x', clientSecret: 'x' };
  expect(await hubspotTokens(app, mine, Date.now).access(account, 'old')).toBe('new');
});
test('what this process has put it reads at once, and who is not there is asked for again', async () => {
  const account = accountIdSchema.parse('hubspot:2');
  const mine = process();
  expect(await mine.get(account)).toBeNull();
  await process().put(account, tokens('first'));
  expect((await mine.get(account))?.accessToken).toBe('first');
  await mine.put(account, tokens('second'));
  expect((await mine.get(account))?.accessToken).toBe('second');
});
