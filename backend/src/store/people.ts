import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import type { Db } from './open.ts';

/** How many people of an account are kept: those who asked for an admin's right, and those who have it. */
const MOST = 200;
export type Person = { userId: string; email: string; admin: boolean; byWhom: string | null; at: Date };

/** Admins that were appointed here, because the CRM does not tell who its own are, and people who asked for that right. */
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
    /** Noted when somebody was refused an admin's right, so that an admin can give it. Known people stay as they are. */
    async asked(account: AccountId, userId: string, email: string): Promise<void> {
      await sql`insert into people (account, user_id, email, admin, at)
        select ${account}, ${userId}, ${email}, false, ${now()} where (select count(*) from people where account = ${account}) < ${MOST}
        on conflict (account, user_id) do nothing`.execute(db);
    },
    /** The person who installed Backroom, whom the CRM let install. */
    async appoint(account: AccountId, userId: string, email: string, byWhom: string): Promise<void> {
      await db
        .insertInto('people')
        .values({ account, user_id: userId, email, admin: true, by_whom: byWhom, at: now() })
        .onConflict((on) => on.columns(['account', 'user_id']).doUpdateSet({ admin: true, by_whom: byWhom, at: now() }))
        .execute();
    },
    /** Gives somebody who asked the right, or takes it. False where the person is not known. */
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
