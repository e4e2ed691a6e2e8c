import type { AccountId } from '@backroom/shared';
import type { Db } from './open.ts';

/** Ids of tokens that are used up, by a write, a link that was opened or a sign-out: the insert decides, so that of two instances only one takes it. */
export function usedTokenStore(db: Db, now: () => Date) {
  return {
    /** False where the id is known already. After `until` the token is too old anyway, and its id is forgotten. */
    async useOnce(account: AccountId, jti: string, until: Date): Promise<boolean> {
      const first = await db
        .with('forgotten', (q) => q.deleteFrom('used_tokens').where('account', '=', account).where('until', '<', now()))
        .insertInto('used_tokens')
        .values({ account, jti, until })
        .onConflict((on) => on.doNothing())
        .returning('jti')
        .executeTakeFirst();
      return first !== undefined;
    },
    async isUsed(account: AccountId, jti: string): Promise<boolean> {
      const row = await db
        .selectFrom('used_tokens')
        .select('jti')
        .where('account', '=', account)
        .where('jti', '=', jti)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
export type UsedTokenStore = ReturnType<typeof usedTokenStore>;
