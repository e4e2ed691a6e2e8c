import { accountIdSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { databases } from '../../test/databases.ts';
import { createVault } from '../access/secrets.ts';
import { crmTokenStore } from './crm-tokens.ts';

const vault = createVault([Buffer.alloc(32).toString('base64')]);
const postgres = databases.find(({ name }) => name === 'postgres');

test.skipIf(!postgres)(
  'ten refreshes at once hold no connection of the pool, and each account has one at a time',
  async () => {
    const database = await postgres?.start();
    if (!database) throw new Error('Postgres is needed');
    const opened = await database.open();
    const stores = [crmTokenStore(opened.db, vault, true), crmTokenStore(opened.db, vault, true)];
    let release = () => {};
    const answered = new Promise<void>((done) => {
      release = done;
    });
    let begun = 0;
    let most = 0;
    const running = new Map<string, number>();
    // Twelve accounts, each asked for by two processes: the pool has ten connections.
    const refreshes = Array.from({ length: 12 }, (_, n) => accountIdSchema.parse(`hubspot:${100 + n}`)).flatMap(
      (account) =>
        stores.map((each) =>
          each.withLock(account, async () => {
            begun += 1;
            running.set(account, (running.get(account) ?? 0) + 1);
            most = Math.max(most, running.get(account) ?? 0);
            await answered;
            running.set(account, (running.get(account) ?? 0) - 1);
          }),
        ),
    );
    await expect.poll(() => begun).toBe(12);
    // Everybody else goes on while the CRM takes its time.
    await Promise.all(Array.from({ length: 10 }, () => opened.db.selectFrom('accounts').select('id').execute()));
    release();
    await Promise.all(refreshes);
    expect(begun).toBe(24);
    expect(most).toBe(1);
    expect(await opened.db.selectFrom('crm_token_leases').selectAll().execute()).toEqual([]);
    await opened.close();
    await database.remove();
  },
  60_000,
);
