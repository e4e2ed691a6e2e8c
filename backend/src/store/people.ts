import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import type { Db } from './open.ts';

/** Limit of stored people per account: admins and people who requested admin rights. */
const MOST = 200;
export type Person = { userId: string; email: string; admin: boolean; byWhom: string | null; at: Date };

/** Admins appointed in Backroom, for CRMs that do not name theirs, and people who requested admin rights. */
export function peopleStore(db: Db, now: () => Date) {
  return {
    async isAdmin(account: AccountId, userId: string): Promise<boolean> {
      const row = await db
        .selectFrom('people')
        .select('admin')
        .where('account', '=', account)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row?.admin === true;
    },
    /** Records a person who was refused admin rights, so that an admin can grant them. Known people stay unchanged. */
    async asked(account: AccountId, userId: string, email: string): Promise<void> {
      await sql`insert into people (account, user_id, email, admin, at)
        select ${account}, ${userId}, ${email}, false, ${now()} where (select count(*) from people where account = ${account}) < ${MOST}
        on conflict (account, user_id) do nothing`.execute(db);
    },
    /** Makes the person who installed Backroom an admin. */
    async appoint(account: AccountId, userId: string, email: string, byWhom: string): Promise<void> {
      await db
        .insertInto('people')
        .values({ account, user_id: userId, email, admin: true, by_whom: byWhom, at: now() })
        .onConflict((on) => on.columns(['account', 'user_id']).doUpdateSet({ admin: true, by_whom: byWhom, at: now() }))
        .execute();
    },
    /** Grants or removes admin rights. Returns false for an unknown person. */
    async setAdmin(account: AccountId, userId: string, admin: boolean, byWhom: string): Promise<boolean> {
      const row = await db
        .updateTable('people')
        .set({ admin, by_whom: byWhom, at: now() })
        .where('account', '=', account)
        .where('user_id', '=', userId)
        .returning('user_id')
        .executeTakeFirst();
      return row !== undefined;
    },
    async list(account: AccountId): Promise<Person[]> {
      const rows = await db
        .selectFrom('people')
        .selectAll()
        .where('account', '=', account)
        .orderBy('admin', 'desc')
        .orderBy('email')
        .limit(MOST)
        .execute();
      return rows.map(({ user_id, email, admin, by_whom, at }) => ({
        userId: user_id,
        email,
        admin,
        byWhom: by_whom,
        at,
      }));
    },
  };
}
export type PeopleStore = ReturnType<typeof peopleStore>;
