import {
  type AccountId,
  addMoney,
  type Decimal,
  type Money,
  type Submission,
  type SubmissionState,
  timesMoney,
} from '@backroom/shared';
import { sql } from 'kysely';
import { type Hold, readHolds } from '../store/holds.ts';
import type { Db } from '../store/open.ts';
import { readPayload } from './payload.ts';
import { type Row, totalOf, wireOf } from './rows.ts';

type Ctx = { db: Db };

/** What people know it by. `total` is the ERP's once it has the order, and the net sum of what is sent until then; null where it has none. `holds`: in the ERP. */
export type Names = {
  record: string | null;
  customer: string | null;
  total: { money: Money; by: 'erp' | 'quote' } | null;
  holds: Hold[];
};
export function namesOf(row: Row): Names {
  const inErp = totalOf(row);
  // A payload of an older version, or with a sum beyond our arithmetic, costs its own row the total and not the account its list.
  const payload = readPayload(row.payload);
  const quoted = payload?.kind === 'order' ? netOf(payload.order) : null;
  return {
    record: row.record_name,
    customer: row.customer_name ?? (payload?.kind === 'customer' ? payload.customer.name : null),
    total: inErp ? { money: inErp, by: 'erp' } : quoted ? { money: quoted, by: 'quote' } : null,
    holds: readHolds(row.erp_holds),
  };
}
/** Null without lines, and where the sum is beyond our arithmetic. */
export function netOf({
  lines,
  charges = [],
}: {
  lines: readonly { unitPrice: Money; quantity: Decimal }[];
  charges?: readonly { amount: Money }[] | undefined;
}): Money | null {
  try {
    const [first, ...rest] = [
      ...lines.map((line) => timesMoney(line.unitPrice, line.quantity)),
      ...charges.map(({ amount }) => amount),
    ];
    return first ? rest.reduce(addMoney, first) : null;
  } catch {
    return null;
  }
}
export type Listed = Omit<Submission, 'events'> & { names: Names };

export type ListInput = {
  /** Absent: all. */
  states?: readonly SubmissionState[] | undefined;
  /** Reference, ERP number or CRM record id, to the letter; or the beginnings of words of deal, customer, rep and products. */
  search?: string | undefined;
  kind?: Submission['kind'] | undefined;
  /** Only orders that something holds in the ERP. */
  held?: boolean | undefined;
  /** Whose: the CRM user who asked for it. */
  by?: string | undefined;
  order: 'oldest' | 'newest';
  /** Where the page before ended. */
  after?: { createdAt: string; id: string } | undefined;
  limit: number;
};
/**
 * Submissions of an account by page. The page after is found by the last row's key, so page 500 costs what page 1 does; each state is read
 * from its own stretch of the index, because a sort over all of them would read the million that are finished.
 */
export async function list({ db }: Ctx, account: AccountId, input: ListInput): Promise<Listed[]> {
  const { search, after, order, limit } = input;
  const direction = order === 'oldest' ? 'asc' : 'desc';
  let all = db
    .selectFrom('submissions')
    .selectAll()
    .where('account', '=', account)
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(limit);
  if (search) all = all.where('id', 'in', found(db, account, search));
  if (input.kind) all = all.where('kind', '=', input.kind);
  if (input.held) all = all.where('erp_holds', 'is not', null);
  if (input.by !== undefined) all = all.where('created_by', '=', input.by);
  if (after)
    all = all.where((eb) =>
      eb(
        eb.refTuple('created_at', 'id'),
        order === 'oldest' ? '>' : '<',
        eb.tuple(new Date(after.createdAt), after.id),
      ),
    );
  const rows = input.states
    ? (await Promise.all(input.states.map((state) => all.where('state', '=', state).execute()))).flat()
    : await all.execute();
  const sign = order === 'oldest' ? 1 : -1;
  const key = (row: Row) => `${row.created_at.toISOString()}${row.id}`;
  return rows
    .sort((left, right) => (key(left) < key(right) ? -sign : sign))
    .slice(0, limit)
    .map((row) => {
      const { events: _, ...submission } = wireOf(row, []);
      return { ...submission, names: namesOf(row) };
    });
}
/** `pump:* & nord:*`: every word begins so. Null where there is no word in it. */
function wordsOf(search: string): string | null {
  const words = search.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 ? words.map((word) => `${word}:*`).join(' & ') : null;
}
/** One index each; an "or" over them would be a walk through all rows. */
const found = (db: Db, account: AccountId, search: string) => {
  const ids = db.selectFrom('submissions').select('id').where('account', '=', account);
  const exact = ids
    .where('reference', '=', search.toUpperCase())
    .union(ids.where('erp_number', '=', search))
    .union(ids.where('record_type', 'in', ['deal', 'company']).where('record_id', '=', search));
  const words = wordsOf(search);
  if (words === null) return exact;
  return exact.union(
    ids.where(
      sql<boolean>`submission_words(record_name, customer_name, created_by, payload) @@ to_tsquery('simple', ${words})`,
    ),
  );
};

/** How far a state is counted. Who has more waiting than this does not read the number. */
export const COUNT_CAP = 1000;
/**
 * How many there are of each state, and of orders that something holds in the ERP, up to the cap: the finished may be a million. The order is that of the
 * index: without it the planner reads the whole table for a state that it takes for frequent and that has no row.
 */
export async function counts({ db }: Ctx, account: AccountId, states: readonly SubmissionState[]) {
  const wanted = sql.join(states.map((state) => sql`(${state}::text)`));
  const { rows } = await sql<{ state: SubmissionState | 'held'; count: string }>`select wanted.state,
      (select count(*) from (select 1 from submissions where account = ${account} and state = wanted.state
        order by created_at desc, id desc limit ${COUNT_CAP}) as few) as count
    from (values ${wanted}) as wanted(state)
    union all select 'held', (select count(*) from (select 1 from submissions where account = ${account} and erp_holds is not null
        order by created_at desc, id desc limit ${COUNT_CAP}) as few)`.execute(db);
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}
