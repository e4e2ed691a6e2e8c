import type { AccountId } from '@backroom/shared';
import type { RawBuilder } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Vault } from '../access/secrets.ts';
import { type StoredTokens, storedTokensSchema } from '../crm/contract/tokens.ts';
import { databaseClock } from './clock.ts';
import type { Db } from './open.ts';
import { tokenLock } from './token-leases.ts';

/** Lifetime of a cached token. Tokens are valid for at least half an hour, and a rejected one is read again. */
const RECENT_MS = 2000;

/** Encrypted OAuth tokens. A lease allows one refresh per account at a time across processes, without holding a database connection. */
export function crmTokenStore(db: Db, vault: Vault, many: boolean, reads: Db = db) {
  const lock = tokenLock();
  const leases = (account: AccountId) => ({
    take: async (claim: string, until: RawBuilder<Date>) =>
      (await db
        .insertInto('crm_token_leases')
        .values({ account, claim, until })
        .onConflict((on) =>
          on.column('account').doUpdateSet({ claim, until }).where('crm_token_leases.until', '<', databaseClock()),
        )
        .returning('claim')
        .executeTakeFirst()) !== undefined,
    drop: (claim: string) =>
      db.deleteFrom('crm_token_leases').where('account', '=', account).where('claim', '=', claim).execute(),
  });
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
    withLock: <Result>(account: AccountId, work: () => Promise<Result>): Promise<Result> =>
      lock(account, many ? leases(account) : null, work),
  };
}
