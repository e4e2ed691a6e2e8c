import type { AccountId } from '@backroom/shared';
import type { CrmPorts } from '../contract/manifest.ts';
import { type StoredTokens, storedTokensSchema } from '../contract/tokens.ts';

/** A user who installed the app. */
export type Installer = {
  userId: string;
  email: string | null;
  name: string | null;
  language: string | null;
  admin: boolean;
};
export const sealContext = (account: string, user: string): string => `${account}|pipedrive|${user}`;

/**
 * Users who installed the app in an account, and the grants of those that are not in use: the one in use is in the store of tokens, so that each grant is
 * in one place.
 */
export function pipedriveGrants(db: CrmPorts['db'], vault: CrmPorts['vault']) {
  const table = 'pipedrive_grants';
  const opened = (account: string, user: string, sealed: string): StoredTokens =>
    storedTokensSchema.parse(JSON.parse(vault.open(sealed, sealContext(account, user))));
  async function of(account: AccountId, userId: string): Promise<Omit<Installer, 'userId'> | null> {
    const row = await db
      .selectFrom(table)
      .select(['email', 'name', 'language', 'admin'])
      .where('account', '=', account)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return row ?? null;
  }
  return {
    of,
    async put(account: AccountId, { userId, email, name, language, admin }: Installer): Promise<void> {
      const known = { email, name, language, admin };
      await db
        .insertInto(table)
        .values({ account, user_id: userId, ...known, sealed: null })
        .onConflict((on) => on.columns(['account', 'user_id']).doUpdateSet({ ...known, sealed: null }))
        .execute();
    },
    async isAdmin(account: AccountId, userId: string): Promise<boolean> {
      return (await of(account, userId))?.admin === true;
    },
    /** Puts a grant aside. */
    async park(account: AccountId, userId: string, tokens: StoredTokens): Promise<void> {
      const sealed = vault.seal(JSON.stringify(tokens), sealContext(account, userId));
      await db
        .updateTable(table)
        .set({ sealed })
        .where('account', '=', account)
        .where('user_id', '=', userId)
        .execute();
    },
    /** Takes a grant that was put aside, an admin's first. Null: there is none. */
    async take(account: AccountId): Promise<StoredTokens | null> {
      const row = await db
        .selectFrom(table)
        .select(['user_id', 'sealed'])
        .where('account', '=', account)
        .where('sealed', 'is not', null)
        .orderBy('admin', 'desc')
        .orderBy('user_id')
        .executeTakeFirst();
      if (!row?.sealed) return null;
      await db
        .updateTable(table)
        .set({ sealed: null })
        .where('account', '=', account)
        .where('user_id', '=', row.user_id)
        .execute();
      return opened(account, row.user_id, row.sealed);
    },
    /** The grant of this user that was put aside. */
    async parked(account: AccountId, userId: string): Promise<StoredTokens | null> {
      const row = await db
        .selectFrom(table)
        .select('sealed')
        .where('account', '=', account)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row?.sealed ? opened(account, userId, row.sealed) : null;
    },
    async all(account: AccountId): Promise<StoredTokens[]> {
      const rows = await db.selectFrom(table).select(['user_id', 'sealed']).where('account', '=', account).execute();
      return rows.flatMap(({ user_id, sealed }) => (sealed === null ? [] : [opened(account, user_id, sealed)]));
    },
    async remove(account: AccountId, userId: string): Promise<void> {
      await db.deleteFrom(table).where('account', '=', account).where('user_id', '=', userId).execute();
    },
  };
}
export type PipedriveGrants = Pick<
  ReturnType<typeof pipedriveGrants>,
  'isAdmin' | 'park' | 'parked' | 'take' | 'all' | 'remove'
>;
