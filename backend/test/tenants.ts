import type { AccountId } from '@backroom/shared';
import { CompiledQuery, sql, type Transaction } from 'kysely';
import { accountTables } from '../src/store/accounts.ts';
import type { Db } from '../src/store/open.ts';
import type { Tables } from '../src/store/tables.ts';

/** Statements that are about all accounts on purpose, by a part of their text, with the reason. */
const acrossAccounts: readonly (readonly [part: string, reason: string])[] = [
  ['information_schema', 'a test looks at the schema'],
  ['not in (select "id" from "accounts")', 'rows of accounts that are gone are deleted'],
  ['insert into "accounts"', 'its id is the account'],
  ['select "id" from "accounts" where "state" =', 'accounts that were disconnected long ago are deleted'],
  ['delete from call_log where at <', 'old calls of all accounts are deleted'],
  ['delete from alert_messages where made_at <', 'old messages of all accounts are deleted'],
  ['delete from alerts where solved_at <', 'old alerts of all accounts are deleted'],
  ['delete from "load_tests" where "finished_at" <', 'old load tests of all accounts are deleted'],
  ['delete from flow_stats where span', 'old statistics of all accounts are deleted'],
  ['select account from call_log group by account', 'accounts with too many logged calls are found'],
  [
    'lease_until = null where claim is not null',
    'the one process of an embedded database starts, and nobody else has claims',
  ],
  ['where claim = any(', 'a process keeps the claims that it made itself, by their random ids'],
  ['select q.account from', 'a worker asks which accounts have something due'],
  ['analyze scan_', 'what the planner knows of a table is about all of its rows'],
  ['coalesce(read_at, begun_at) <', 'a worker asks whose ERP is silent; only its log and its metrics show it'],
  ['"same"."erp" = "own"."erp"', 'which accounts have the same ERP company: the lock of a sale is for all of them'],
  [
    '"sale" = $1 and "account" <>',
    'another account on the same ERP may sell the same: asked on purpose, and nothing of it is shown',
  ],
];
const tables = [...accountTables, 'accounts'];
/** How a statement names the account: compared, joined, or written. */
const compared = /\baccount"?\s*(=|in\s*\()|"accounts" (.*)"id" (=|in)/is;
const written = /insert into "?\w+"?\s*\([^)]*\baccount\b/i;

/** Statements that touch an account's table without naming the account, so that they could show one company's rows to another. */
export function withoutAccount(statements: Iterable<string>): string[] {
  return [...statements].filter((text) => {
    const touched = tables.filter((table) => new RegExp(`\\b${table}\\b`).test(text));
    if (touched.length === 0 || /^\s*(create|alter|drop|listen|begin|commit|rollback)/i.test(text)) return false;
    if (acrossAccounts.some(([part]) => text.includes(part))) return false;
    return !compared.test(text) && !written.test(text);
  });
}

export type Sent = { text: string; parameters: readonly unknown[] };
/** Which rows the database shows: every account's, the account's own, the others', or none. */
type Trx = Transaction<Tables>;
type See = 'all' | 'own' | 'others' | 'none';

/** Copies every row of an account: the same records and ids under another account, as a second customer could have them. */
export async function copyAccount(db: Db, from: AccountId, to: AccountId): Promise<void> {
  await sql`insert into accounts select (jsonb_populate_record(a, jsonb_build_object('id', ${to}::text))).* from accounts a
    where id = ${from}`.execute(db);
  // They stand in an order in which they can be deleted.
  for (const table of [...accountTables].reverse()) {
    const { rows } = await sql<{ column_name: string }>`select column_name from information_schema.columns
      where table_name = ${table} and column_name not in ('account', 'seq') and is_generated = 'NEVER'`.execute(db);
    const columns = sql.join(rows.map(({ column_name }) => sql.ref(column_name)));
    // Some rows are there by then: a trigger copies them from the tables of an earlier release.
    await sql`insert into ${sql.table(table)} (account, ${columns}) select ${to}::text, ${columns} from ${sql.table(table)}
      where account = ${from} on conflict do nothing`.execute(db);
  }
}

/** Has the database hide rows by their account from the role `tenant`. Nothing but this check uses that role. */
export async function hideRows(db: Db): Promise<void> {
  await sql`create role tenant`.execute(db);
  await sql`grant all on all tables in schema public to tenant`.execute(db);
  await sql`grant all on all sequences in schema public to tenant`.execute(db);
  for (const table of tables) {
    const account = sql.ref(table === 'accounts' ? 'id' : 'account');
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`create policy seen on ${sql.table(table)} using (case current_setting('app.see')
      when 'all' then true when 'own' then ${account} = current_setting('app.account')
      when 'others' then ${account} <> current_setting('app.account') else false end) with check (true)`.execute(db);
  }
}

/** Times and running numbers are others at each run. */
const comparable = (name: string, value: unknown) =>
  value instanceof Date || name === 'seq' ? null : typeof value === 'bigint' ? String(value) : value;

/** What a statement comes to while the database shows only some of the rows; what it changed is undone. */
async function outcome(trx: Trx, account: AccountId, see: See, { text, parameters }: Sent): Promise<string> {
  await sql`savepoint before`.execute(trx);
  await sql`select set_config('app.account', ${account}, true), set_config('app.see', ${see}, true)`.execute(trx);
  await sql`set local role tenant`.execute(trx);
  const found = await trx.executeQuery(CompiledQuery.raw(text, [...parameters])).then(
    ({ rows, numAffectedRows }) => {
      const written = rows.map((row) =>
        JSON.stringify(row, function (this: Record<string, unknown>, name) {
          return comparable(name, this[name]);
        }),
      );
      return JSON.stringify([String(numAffectedRows), written.sort()]);
    },
    (error: Error & { code?: string }) => `error ${error.code ?? error.message}`,
  );
  await sql`rollback to savepoint before`.execute(trx);
  return found;
}

/**
 * Statements about one account that come to something else when the database hides the other accounts, or that still find something when it hides the
 * account itself: a filter is forgotten, on the whole or on one side of a join.
 */
export async function reachingOthers(db: Db, accounts: readonly AccountId[], sent: readonly Sent[]): Promise<string[]> {
  const found = new Set<string>();
  for (const each of sent) {
    const { text, parameters } = each;
    const [account, ...more] = accounts.filter((id) => parameters.includes(id));
    if (!account || more.length > 0 || acrossAccounts.some(([part]) => text.includes(part))) continue;
    // In one transaction, so that nobody changes a row in between.
    await db.transaction().execute(async (trx) => {
      const see = (which: See) => outcome(trx, account, which, each);
      if ((await see('all')) !== (await see('own')) || (await see('others')) !== (await see('none'))) found.add(text);
    });
  }
  return [...found];
}

/** How many rows of the account each table holds. */
export async function rowsIn(db: Db, account: AccountId): Promise<Record<string, number>> {
  const counts = accountTables.map(async (table) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
      where account = ${account}`.execute(db);
    return [table, rows[0]?.n ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

/** Three statements that name the account and reach others' rows all the same: on one side of a join, beside an "or", around a subquery. */
export async function forgetFilters(db: Db, account: AccountId): Promise<void> {
  await sql`select e.state from submission_events e join submissions s on s.id = e.submission
    where s.account = ${account}`.execute(db);
  await sql`select 1 as there from links where account = ${account} or linked_by <> ''`.execute(db);
  await sql`update links set linked_by = 'x' where record_id in
    (select record_id from links where account = ${account})`.execute(db);
}
