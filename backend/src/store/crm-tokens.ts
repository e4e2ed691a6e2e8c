import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Vault } from '../access/secrets.ts';
import type { Db } from './open.ts';

const tokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresAt: z.number(),
  more: z.record(z.string(), z.string()).optional(),
});

/** One page view asks a CRM several times; a token lives half an hour at least, and one that is refused is read anew. */
const RECENT_MS = 2000;

/** OAuth tokens, sealed. One refresh an account at a time: across processes by an advisory lock, held as long as its transaction. */
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
    async withLock<Result>(account: AccountId, work: () => Promise<Result>): Promise<Result> {
      const before = local.get(account) ?? Promise.resolve();
      const run = before
        .catch(() => {})
        .then(async () => {
          if (!many) return work();
          return db.transaction().execute(async (trx) => {
            await sql`select pg_advisory_xact_lock(hashtext(${account}))`.execute(trx);
            return work();
          });
        });
      local.set(account, run);
      try {
        return await run;
      } finally {
        if (local.get(account) === run) local.delete(account);
      }
    },
  };
}
