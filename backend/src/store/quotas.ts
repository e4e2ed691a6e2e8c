import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Db } from './open.ts';

/** Retry delay of a call without free quota. Use is counted per second. */
const AGAIN_MS = 1000;

/**
 * Use of a CRM's quota by all processes. One row per account and quota holds the use per second. The row lock serialises the processes, and the
 * database's clock decides the second.
 */
export function quotaStore(db: Db) {
  const there = new LRUCache<string, true>({ max: 10_000 });
  return {
    /** Takes one of `calls` per `windowMs`. Returns 0 if taken, otherwise the delay in milliseconds. Without the database, every call is allowed. */
    async take(account: string, name: string, calls: number, windowMs: number): Promise<number> {
      // One second more than the window, because the first second may be partly outside.
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
