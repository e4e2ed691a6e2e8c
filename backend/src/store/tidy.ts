import { sql } from 'kysely';
import type { Db } from './open.ts';

type Table = { name: string; hasDead: boolean };
/** By the rule of Postgres' own autovacuum: fifty rows, and a tenth of them changed or a fifth of them dead. */
const untidy = sql<Table>`select relname as name, n_dead_tup > 50 + 0.2 * n_live_tup as "hasDead" from pg_stat_user_tables
  where n_mod_since_analyze > 50 + 0.1 * n_live_tup or n_dead_tup > 50 + 0.2 * n_live_tup`;

/**
 * What a server's autovacuum does, which the embedded database has not: without statistics Postgres takes any index of an account for one row, and joined
 * three hundred orders by reading each of them for each; rows that were replaced would never be freed. Gives the tables that it read.
 */
export async function tidyTables(db: Db): Promise<string[]> {
  await sql`select pg_stat_force_next_flush()`.execute(db);
  const { rows } = await untidy.execute(db);
  for (const { name, hasDead } of rows) {
    const command = hasDead ? sql`vacuum (analyze) ${sql.table(name)}` : sql`analyze ${sql.table(name)}`;
    await command.execute(db);
  }
  return rows.map(({ name }) => name);
}
