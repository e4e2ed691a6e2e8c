import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Db } from './open.ts';

/** After this a call that found nothing left looks again: uses are counted by the second. */
const AGAIN_MS = 1000;

/**
 * What all processes together spend of a CRM's quota. One row an account and quota holds the uses of each second; the row's lock lets one
 * process take at a time, and the database's clock decides which second it is.
 */
export function quotaStore(db: Db) {
  const there = new LRUCache<string, true>({ max: 10_000 });
  return {
    /** Takes one of `calls` in any `windowMs`. 0: taken; else after how many milliseconds to ask again. A database that is away refuses nobody. */
    async take(account: string, name: string, calls: number, windowMs: number): Promise<number> {
      // A second more than the window: the first of it may have begun just before.
      const seconds = Math.ceil(windowMs / 1000) + 1;
      try {
        if (!there.has(`${account}|${name}`)) {
          await db
            .insertInto('quotas')
            .values({ account, name, uses: '{}' })
            .onConflict((on) => on.doNothing())
            .execute();
          there.set(`${account}|${name}`, true);
        }
        const { rows } = await sql`with clock as (select floor(extract(epoch from clock_timestamp()))::bigint as second)
          update quotas set uses = (
              select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(uses) where key::bigint > clock.second - ${seconds}
            ) || jsonb_build_object(clock.second::text, coalesce((uses->>clock.second::text)::int, 0) + 1)
          from clock where account = ${account} and name = ${name}
            and (select coalesce(sum(value::int), 0) from jsonb_each_text(uses) where key::bigint > clock.second - ${seconds}) < ${calls}
          returning 1`.execute(db);
        return rows.length > 0 ? 0 : AGAIN_MS;
      } catch {
        return 0;
      }
    },
  };
}
export type QuotaStore = ReturnType<typeof quotaStore>;
