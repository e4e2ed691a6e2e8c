import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AccountId } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import type { Vault } from '../access/secrets.ts';
import { type StoredTokens, storedTokensSchema } from '../crm/contract/tokens.ts';
import { databaseClock, later } from './clock.ts';
import type { Db } from './open.ts';

/** Lifetime of a cached token. Tokens are valid for at least half an hour, and a rejected one is read again. */
const RECENT_MS = 2000;

/** Lease of a refresh, longer than the time-out of a token endpoint. A process that dies blocks others no longer than this. */
const LEASE_MS = 15_000;
/** Polling interval while another process refreshes. */
const LOOK_MS = 150;

/** Encrypted OAuth tokens. A lease allows one refresh per account at a time across processes, without holding a database connection. */
export function crmTokenStore(db: Db, vault: Vault, many: boolean, reads: Db = db) {
  const local = new Map<string, Promise<unknown>>();
  const seen = new LRUCache<AccountId, StoredTokens>({ max: 1000, ttl: RECENT_MS });
  async function get(account: AccountId, fresh = false): Promise<StoredTokens | null> {
    const recent = fresh ? undefined : seen.get(account);
    if (recent) return recent;
    const row = await reads.selectFrom('crm_tokens').select('sealed').where('account', '=', account).executeTakeFirst();
    const found = row ? storedTokensSchema.parse(JSON.parse(vault.open(row.sealed, `${account}|crm`))) : null;
    if (found) seen.set(account, found);
    return found;
  }
  return {
    get,
    async put(account: AccountId, value: StoredTokens) {
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
    /** The next read goes to the database. */
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
 * A second process waits until the first has finished or its lease has ended. Two refreshes at once are possible only after that; the worst result
 * is a rejected refresh, because the second process reads the tokens again first.
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
