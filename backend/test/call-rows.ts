import { sql } from 'kysely';
import type { Db } from '../src/store/open.ts';

/** Logged calls of an account in the order of their number, four a second from `begin`. */
export async function fillCalls(
  db: Db,
  account: string,
  { count, operation, begin }: { count: number; operation: string; begin: Date },
): Promise<void> {
  await sql`insert into call_log (account, at, system, connection, operation, method, path, status, ms, outcome)
    select ${account}::text, ${begin}::timestamptz + (n / 4) * interval '1 second', 'erp', 'main', ${operation}::text, 'GET', '/page/' || n, 200, n, 'ok'
    from generate_series(1, ${count}::int) n`.execute(db);
}
/** The table is away while `work` runs. */
export async function withoutTable(db: Db, table: string, work: () => Promise<void>): Promise<void> {
  const away = `${table}_away`;
  await sql`alter table ${sql.table(table)} rename to ${sql.ref(away)}`.execute(db);
  await work().finally(() => sql`alter table ${sql.table(away)} rename to ${sql.ref(table)}`.execute(db));
}
