import type { AccountId } from '@backroom/shared';
import type { Db } from './open.ts';

/** Idle time-out of a session. The automatic refresh of an open page does not count as use. */
const IDLE_MS = 2 * 3_600_000;
/** Precision of the last use. A write for each page would double the database load of the desk. */
const TOUCH_MS = 60_000;
export type OpenSession = { id: string; userId: string; actor: string; createdAt: Date; seenAt: Date };

/** Sessions of the order desk. A cookie is valid only with its row. */
export function deskSessionStore(db: Db, now: () => Date) {
  return {
    async open(account: AccountId, session: { id: string; userId: string; actor: string; until: Date }): Promise<void> {
      const { id, userId, actor, until } = session;
      await db
        .insertInto('desk_sessions')
        .values({ account, id, user_id: userId, actor, created_at: now(), seen_at: now(), until })
        .execute();
    },
    /** Whether the session is valid. `used`: extends it, for requests made by a person. One read by primary key. */
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
    /** Valid sessions, the last used first. */
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
