import { sql } from 'kysely';
import type { Db } from '../src/store/open.ts';

/** Tables that hold a row of the account, among all of the database that have an account, whatever the code knows of. */
export async function tablesWith(db: Db, account: string): Promise<string[]> {
  const { rows } = await sql<{ table_name: string }>`select table_name from information_schema.columns
    where column_name = 'account' and table_schema = 'public'`.execute(db);
  const left: string[] = [];
  for (const { table_name } of rows) {
    const found = await sql`select 1 from ${sql.table(table_name)} where account = ${account} limit 1`.execute(db);
    if (found.rows.length > 0) left.push(table_name);
  }
  return left;
}
