import type { AccountId, RecordRef } from '@backroom/shared';
import { recordTypeSchema } from '@backroom/shared';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Clock } from '../store/clock.ts';
import type { Db, Trx } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';
import type { Told } from './entries.ts';
import type { CreditedOrder, Plain } from './fields.ts';
import type { FeedProblem } from './problem.ts';
import { type At, changeFeed, type FeedRow } from './rows.ts';
import type { Touched } from './touched.ts';

const plainSchema = z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]));
export type DueRecord = { ref: RecordRef; version: number; written: Plain; tries: number };
type RecordRow = Selectable<Tables['feed_records']>;
export const refOf = (row: Pick<RecordRow, 'record_type' | 'record_id'>): RecordRef => ({
  type: recordTypeSchema.parse(row.record_type),
  id: row.record_id,
});

const sooner = sql`on conflict (account, record_type, record_id) do update set version = feed_records.version + 1,
  connection = excluded.connection, due_at = least(feed_records.due_at, excluded.due_at)`;
/**
 * A record has one set of fields. A company that is linked at several connections says what the default one has, else the first by name; a deal with
 * orders at several says what the newest order's has.
 */
const linksAt = ({
  account,
  connection,
}: At) => sql`from connection_links l where l.account = ${account} and l.connection = ${connection}
  and l.record_type = 'company' and not exists (select 1 from connection_links o
    left join erp_connections own on own.account = l.account and own.id = l.connection
    left join erp_connections other on other.account = o.account and other.id = o.connection
    where o.account = l.account and o.record_type = l.record_type and o.record_id = l.record_id and o.connection <> l.connection
      and (not coalesce(other.is_default, false), o.connection) < (not coalesce(own.is_default, false), l.connection))`;
const ordersAt = ({
  account,
  connection,
}: At) => sql`from submissions s where s.account = ${account} and s.connection = ${connection}
  and s.kind = 'order' and s.state = 'confirmed' and s.erp_id is not null and not exists (select 1 from submissions n
    where n.account = s.account and n.record_type = s.record_type and n.record_id = s.record_id and n.kind = 'order' and n.state = 'confirmed'
      and n.connection <> s.connection and n.created_at > s.created_at)`;
const settled = sql`exists (select 1 from feed_records f where f.account = s.account and f.record_type = s.record_type
  and f.record_id = s.record_id and f.settled)`;
/** A record that is gone from the CRM is not asked for each day. */
const gone = (from: 'l' | 's') =>
  sql`exists (select 1 from feed_records g where g.account = ${sql.ref(`${from}.account`)} and g.record_type = ${sql.ref(`${from}.record_type`)}
    and g.record_id = ${sql.ref(`${from}.record_id`)} and g.problem ->> 'kind' = 'record_gone')`;

/** Each record once, however often it is among them: a deal may have several orders. */
const insertDue = (trx: Trx, clock: Clock, records: RawBuilder<unknown>) =>
  sql`insert into feed_records (account, connection, record_type, record_id, due_at)
    select distinct on (account, record_type, record_id) account, connection, record_type, record_id, ${clock()} from (${records}) as r
    ${sooner}`.execute(trx);

/** The records that changes touch are due. One statement for a page, however many records. */
export async function touchRecords(trx: Trx, at: At, clock: Clock, touched: Touched): Promise<void> {
  const [customers, orders] = [[...touched.customers], [...touched.orders]];
  if (customers.length + orders.length === 0 && !touched.everybody) return;
  const { everybody } = touched;
  const returning = [...touched.returning];
  await insertDue(
    trx,
    clock,
    sql`select l.account, l.connection, l.record_type, l.record_id ${linksAt(at)}
      and (${everybody} or l.customer ->> 'id' = any(${customers}::text[]))
    union all
    select s.account, s.connection, s.record_type, s.record_id ${ordersAt(at)}
      and (s.erp_id = any(${orders}::text[]) or s.customer_key = any(${returning}::text[])
        or ((${everybody} or s.customer_key = any(${customers}::text[])) and not ${settled}))`,
  );
}
/**
 * Deals whose order was over are due where a credit note has changed what it comes to since: no change of the ERP names the order. A deal that does not say
 * what was invoiced is left alone, or each pass would touch it again.
 */
export async function touchCredited(
  db: Db,
  { account, connection }: At,
  clock: Clock,
  credited: readonly CreditedOrder[],
): Promise<void> {
  if (credited.length === 0) return;
  await sql`update feed_records f set version = f.version + 1, due_at = least(f.due_at, ${clock()})
    from jsonb_to_recordset(${JSON.stringify(credited)}::jsonb) as n (number text, invoiced text, paid text)
    where f.account = ${account} and f.connection = ${connection} and f.record_type = 'deal' and f.settled and f.written ->> 'orderNumber' = n.number
      and (f.written ->> 'invoicedTotal' <> n.invoiced or f.written ->> 'paidTotal' <> n.paid)`.execute(db);
}
/** Every linked company and every deal with an order that is not over is due. `all`: those that are over too. */
export async function fill(trx: Trx, at: At, clock: Clock, all: boolean): Promise<void> {
  await insertDue(
    trx,
    clock,
    sql`select l.account, l.connection, l.record_type, l.record_id ${linksAt(at)} and not ${gone('l')}
    union all
    select s.account, s.connection, s.record_type, s.record_id ${ordersAt(at)} and (${all} or not ${settled}) and not ${gone('s')}
    union all
    select account, connection, record_type, record_id from feed_records where account = ${at.account} and connection = ${at.connection}
      and problem is not null and problem ->> 'kind' <> 'record_gone'`,
  );
}
/** The connection whose figures stand on the record; null where it is neither linked nor an order. */
const ownerOf = (account: AccountId, { type, id }: RecordRef) =>
  type === 'company'
    ? sql<string>`(select l.connection from connection_links l left join erp_connections c on c.account = l.account and c.id = l.connection
        where l.account = ${account} and l.record_type = 'company' and l.record_id = ${id}
        order by coalesce(c.is_default, false) desc, l.connection limit 1)`
    : sql<string>`(select s.connection from submissions s where s.account = ${account} and s.kind = 'order' and s.state = 'confirmed'
        and s.erp_id is not null and s.record_type = ${type} and s.record_id = ${id} order by s.created_at desc limit 1)`;
/** One record is due: it was linked, unlinked, converted or merged. */
export async function touchRecord(trx: Trx, account: AccountId, clock: Clock, ref: RecordRef): Promise<void> {
  await sql`insert into feed_records (account, connection, record_type, record_id, due_at)
    select ${account}, owner, ${ref.type}, ${ref.id}, ${clock()} from (select coalesce(${ownerOf(account, ref)},
      (select connection from feed_records where account = ${account} and record_type = ${ref.type} and record_id = ${ref.id})) as owner) o
    where owner is not null ${sooner}`.execute(trx);
}
/** The engine wrote these on the record; the feed does not write them again. The record is due for the rest. */
export async function noteWritten(
  db: Db,
  account: AccountId,
  clock: Clock,
  ref: RecordRef,
  written: Plain,
  note: (trx: Trx, told: readonly Told[]) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await writtenBefore(trx, account, ref);
    await note(trx, [{ ref, before, after: { ...before, ...written }, isNew: true }]);
    await sql`insert into feed_records (account, connection, record_type, record_id, due_at, written)
    select ${account}, owner, ${ref.type}, ${ref.id}, ${clock()}, ${JSON.stringify(written)}::jsonb
      from (select ${ownerOf(account, ref)} as owner) o where owner is not null
    on conflict (account, record_type, record_id) do update set version = feed_records.version + 1, connection = excluded.connection,
      due_at = least(feed_records.due_at, excluded.due_at), written = feed_records.written || excluded.written`.execute(
      trx,
    );
  });
}
async function writtenBefore(trx: Trx, account: AccountId, { type, id }: RecordRef): Promise<Plain> {
  const row = await trx
    .selectFrom('feed_records')
    .select('written')
    .where('account', '=', account)
    .where('record_type', '=', type)
    .where('record_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return plainSchema.parse(row?.written ?? {});
}
/** What was written under the id of a merged record stands on no page any more; its survivor is written anew. */
export async function moveRecord(
  trx: Trx,
  account: AccountId,
  clock: Clock,
  { type, id }: RecordRef,
  survivor: string,
) {
  await trx
    .deleteFrom('feed_records')
    .where('account', '=', account)
    .where('record_type', '=', type)
    .where('record_id', 'in', [id, survivor])
    .execute();
  await touchRecord(trx, account, clock, { type, id: survivor });
}

/** `but`: those that are read already and wait to be written together. */
export async function dueRecords(
  db: Db,
  { account, connection }: At,
  clock: Clock,
  limit: number,
  but: readonly RecordRef[],
): Promise<DueRecord[]> {
  const held = but.map(({ type, id }) => `${type} ${id}`);
  const { rows } =
    await sql<RecordRow>`select * from feed_records where account = ${account} and connection = ${connection} and due_at <= ${clock()}
    and record_type || ' ' || record_id <> all(${held}::text[])
    order by record_type, due_at limit ${limit}`.execute(db);
  return rows.map((row) => ({
    ref: refOf(row),
    version: row.version,
    tries: row.tries,
    written: plainSchema.parse(row.written),
  }));
}
/** In how many milliseconds the next record is due; null: none. */
export async function nextRecordInMs(db: Db, { account, connection }: At, clock: Clock): Promise<number | null> {
  const { rows } = await sql<{
    at: Date | null;
    now: Date;
  }>`select min(due_at) as at, ${clock()} as now from feed_records
    where account = ${account} and connection = ${connection} and due_at is not null`.execute(db);
  const [row] = rows;
  return row?.at ? row.at.getTime() - row.now.getTime() : null;
}

/** How a record came out. `dueInMs` null: up to date, unless it was touched meanwhile. `gone`: nothing is kept of it. */
export type Outcome = {
  record: DueRecord;
  written: Plain;
  settled: boolean;
  problem: FeedProblem | null;
  dueInMs: number | null;
  gone?: boolean;
};
/** One statement for all of them, while the claim is ours. */
export async function keepOutcomes(
  db: Db,
  feed: FeedRow,
  clock: Clock,
  outcomes: readonly Outcome[],
  note: (trx: Trx, told: readonly Told[]) => Promise<void> = async () => {},
): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = JSON.stringify(
    outcomes.map(({ record, written, settled, problem, dueInMs, gone = false }) => ({
      record_type: record.ref.type,
      record_id: record.ref.id,
      version: record.version,
      written,
      settled,
      problem,
      due_in_ms: dueInMs,
      tries: problem === null ? 0 : record.tries + 1,
      gone,
    })),
  );
  await db.transaction().execute(async (trx) => {
    await changeFeed(trx, feed, { taken: 0 });
    await note(
      trx,
      outcomes.map(({ record, written }) => ({ ref: record.ref, before: record.written, after: written })),
    );
    await sql`with news as materialized (select * from jsonb_to_recordset(${rows}::jsonb) as n (record_type text, record_id text, version int,
        written jsonb, settled boolean, problem jsonb, due_in_ms float8, tries int, gone boolean)),
      dropped as (delete from feed_records f using news n where n.gone and f.account = ${feed.account} and f.record_type = n.record_type
        and f.record_id = n.record_id and f.version = n.version)
      update feed_records f set written = n.written, settled = n.settled, problem = nullif(n.problem, 'null'::jsonb), tries = n.tries,
        due_at = case when f.version <> n.version then f.due_at
          when n.due_in_ms is null then null else ${clock()} + n.due_in_ms * interval '1 millisecond' end
      from news n where not (n.gone and f.version = n.version) and f.account = ${feed.account} and f.record_type = n.record_type and f.record_id = n.record_id`.execute(
      trx,
    );
  });
}
