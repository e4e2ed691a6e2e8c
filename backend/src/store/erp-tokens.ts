import type { AccountId } from '@backroom/shared';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Vault } from '../access/secrets.ts';
import type { CredentialStore } from '../erp/contract/ports.ts';
import { databaseClock, later } from './clock.ts';
import type { Db } from './open.ts';
import { tokenLock } from './token-leases.ts';

const tokensSchema = z.object({ accessToken: z.string(), refreshToken: z.string(), expiresAt: z.number() });
/** A grant that nobody used for so long has ended at every ERP. */
const UNUSED_MS = 180 * 86_400_000;

export const grantContext = (account: string, grant: string): string => `${account}|erp|${grant}`;

/**
 * Encrypted tokens of ERPs whose refresh token is used once. They are kept by the hash of what was entered: the test of a form, the connection stored after it and
 * every process have the same row, and what is entered anew starts another.
 */
export function erpTokenStore(db: Db, vault: Vault, many: boolean) {
  const lock = tokenLock();
  const leases = (account: AccountId, of: string) => ({
    take: async (claim: string, until: RawBuilder<Date>) =>
      (await db
        .insertInto('erp_token_leases')
        .values({ account, of, claim, until })
        .onConflict((on) =>
          on
            .columns(['account', 'of'])
            .doUpdateSet({ claim, until })
            .where('erp_token_leases.until', '<', databaseClock()),
        )
        .returning('claim')
        .executeTakeFirst()) !== undefined,
    drop: (claim: string) =>
      db
        .deleteFrom('erp_token_leases')
        .where('account', '=', account)
        .where('of', '=', of)
        .where('claim', '=', claim)
        .execute(),
  });
  return (account: AccountId, connection: string) =>
    (grant: string): CredentialStore => ({
      async read() {
        const row = await db
          .selectFrom('erp_tokens')
          .select('sealed')
          .where('account', '=', account)
          .where('of', '=', grant)
          .executeTakeFirst();
        return row ? tokensSchema.parse(JSON.parse(vault.open(row.sealed, grantContext(account, grant)))) : null;
      },
      async write(tokens) {
        const sealed = vault.seal(JSON.stringify(tokens), grantContext(account, grant));
        const at = databaseClock();
        await db
          .insertInto('erp_tokens')
          .values({ account, of: grant, connection, sealed, at })
          .onConflict((on) => on.columns(['account', 'of']).doUpdateSet({ connection, sealed, at }))
          .execute();
        await db
          .deleteFrom('erp_tokens')
          .where('account', '=', account)
          .where('at', '<', later(databaseClock, -UNUSED_MS))
          .execute();
      },
      alone: (work) => lock(grantContext(account, grant), many ? leases(account, grant) : null, work),
    });
}
