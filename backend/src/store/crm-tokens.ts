import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AccountId } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Vault } from '../access/secrets.ts';
import { databaseClock, later } from './clock.ts';
import type { Db } from './open.ts';

const tokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresAt: z.number(),
  more: z.record(z.string(), z.string()).optional(),
});

/** One page view asks a CRM several times; a token lives half an hour at least, and one that is refused is read anew. */
const RECENT_MS = 2000;

/** Longer than a CRM's token endpoint is waited for: a process that dies in the middle holds nobody up for longer. */
const LEASE_MS = 15_000;
/** How often a process that waits for another's refresh looks whether it is through. */
const LOOK_MS = 150;

/** OAuth tokens, sealed. One refresh an account at a time: across processes by a lease, so that no connection to the database waits for a CRM. */
export function crmTokenStore(db: Db, vault: Vault, many: boolean) {
  const local = new Map<string, Promise<unknown>>();
  const seen = new LRUCache<AccountId, z.infer<typeof tokens>>({ max: 1000, ttl: RECENT_MS });
  async function get(account: AccountId, fresh = false): Promise<z.infer<typeof tokens> | null> {
    const recent = fresh ? undefined : seen.get(account);
    if (recent) return recent;
    const row = await db.selectFrom('crm_tokens').select('sealed').where('account', '=', account).executeTakeFirst();
    const found = row ? tokens.parse(JSON.parse(vault.open(row.sealed, `${account}|crm`))) : null;
    if (found) seen.set(account, found);
    return found;
  }
  return {
    get,
    async put(account: AccountId, value: z.infer<typeof tokens>) {
      seen.delete(account);
      const sealed = vault.seal(JSON.stringify(value), `${account}|crm`);
      await db
        .insertInto('crm_tokens')
        .values({ account, sealed })
        .onConflict((on) => on.column('account').doUpdateSet({ sealed }))
        .execute();
    },
    async disconnect(account: AccountId) {
      await db.updateTable('accounts').set({ state: 'disconnected' }).where('id', '=', account).execute();
    },
    /** The next read is the database's. */
    forget: (account: AccountId) => void seen.delete(account),
    async withLock<Result>(account: AccountId, work: () => Promise<Result>): Promise<Result> {
      const before = local.get(account) ?? Promise.resolve();
      const run = before.catch(() => {}).then(() => (many ? underLease(db, account, work) : work()));
      local.set(account, run);
      try {
        return await run;
      } finally {
        if (local.get(account) === run) local.delete(account);
      }
    },
  };
}

/**
 * Whoever comes second waits until the first is through or its lease has ended. Two at once are possible only after that, and do no harm
 * but a refused refresh: the second reads the tokens anew before it asks.
 */
async function underLease<Result>(db: Db, account: AccountId, work: () => Promise<Result>): Promise<Result> {
  const claim = randomUUID();
  for (;;) {
    const until = later(databaseClock, LEASE_MS);
    const mine = await db
      .insertInto('crm_token_leases')
      .values({ account, claim, until })
      .onConflict((on) =>
        on.column('account').doUpdateSet({ claim, until }).where('crm_token_leases.until', '<', databaseClock()),
      )
      .returning('claim')
      .executeTakeFirst();
    if (mine) break;
    await pause(LOOK_MS);
  }
  try {
    return await work();
  } finally {
    await db.deleteFrom('crm_token_leases').where('account', '=', account).where('claim', '=', claim).execute();
  }
}
