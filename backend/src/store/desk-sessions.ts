import type { AccountId } from '@backroom/shared';
import type { Db } from './open.ts';

/** A session that nobody used for this long ends. An open page that renews itself does not count as use. */
const IDLE_MS = 2 * 3_600_000;
/** How exactly the last use is kept: a write for each page would double what the desk costs the database. */
const TOUCH_MS = 60_000;
export type OpenSession = { id: string; userId: string; actor: string; createdAt: Date; seenAt: Date };

/** Sessions of the order desk. The cookie names one; without its row it opens nothing, whatever it says. */
export function deskSessionStore(db: Db, now: () => Date) {
  return {
    async open(account: AccountId, session: { id: string; userId: string; actor: string; until: Date }): Promise<void> {
      const { id, userId, actor, until } = session;
      await db
        .insertInto('desk_sessions')
        .values({ account, id, user_id: userId, actor, created_at: now(), seen_at: now(), until })
        .execute();
    },
    /** Whether it may be used now. `used`: by a person, so that it stays open. One read by primary key. */
    async alive(account: AccountId, id: string, used: boolean): Promise<boolean> {
      const at = now().getTime();
      const row = await db
        .selectFrom('desk_sessions')
        .select(['seen_at', 'until'])
        .where('account', '=', account)
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row || row.until.getTime() <= at || at - row.seen_at.getTime() > IDLE_MS) return false;
      if (used && at - row.seen_at.getTime() > TOUCH_MS)
        await db
          .updateTable('desk_sessions')
          .set({ seen_at: now() })
          .where('account', '=', account)
          .where('id', '=', id)
          .execute();
      return true;
    },
    async end(account: AccountId, id: string): Promise<void> {
      await db.deleteFrom('desk_sessions').where('account', '=', account).where('id', '=', id).execute();
    },
    async endAll(account: AccountId): Promise<void> {
      await db.deleteFrom('desk_sessions').where('account', '=', account).execute();
    },
    async endOf(account: AccountId, userId: string): Promise<void> {
      await db.deleteFrom('desk_sessions').where('account', '=', account).where('user_id', '=', userId).execute();
    },
    /** Those that may be used now, the last used first. */
    async list(account: AccountId): Promise<OpenSession[]> {
      const rows = await db
        .selectFrom('desk_sessions')
        .selectAll()
        .where('account', '=', account)
        .where('until', '>', now())
        .where('seen_at', '>', new Date(now().getTime() - IDLE_MS))
        .orderBy('seen_at', 'desc')
        .limit(100)
        .execute();
      return rows.map(({ id, user_id, actor, created_at, seen_at }) => ({
        id,
        userId: user_id,
        actor,
        createdAt: created_at,
        seenAt: seen_at,
      }));
    },
    async forgetOld(): Promise<void> {
      await db.deleteFrom('desk_sessions').where('until', '<', now()).execute();
    },
  };
}
export type DeskSessionStore = ReturnType<typeof deskSessionStore>;
