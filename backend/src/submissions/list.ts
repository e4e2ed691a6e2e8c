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
import type { Db } from '../store/open.ts';
import { readPayload } from './payload.ts';
import { type Row, totalOf, wireOf } from './rows.ts';

type Ctx = { db: Db };

/** What people know it by. `total` is the ERP's once it has the order, and the net sum of what is sent until then; null where it has none. */
export type Names = {
  record: string | null;
  customer: string | null;
  total: { money: Money; by: 'erp' | 'quote' } | null;
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
  /** Reference, ERP number or CRM record id, to the letter. */
  search?: string | undefined;
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
/** One index each; an "or" over the three would be a walk through all rows. */
const found = (db: Db, account: AccountId, search: string) => {
  const ids = db.selectFrom('submissions').select('id').where('account', '=', account);
  return ids
    .where('reference', '=', search.toUpperCase())
    .union(ids.where('erp_number', '=', search))
    .union(ids.where('record_type', 'in', ['deal', 'company']).where('record_id', '=', search));
};

/** How far a state is counted. Who has more waiting than this does not read the number. */
export const COUNT_CAP = 1000;
/** How many there are of each state, up to the cap: the finished may be a million. */
export async function counts({ db }: Ctx, account: AccountId, states: readonly SubmissionState[]) {
  const wanted = sql.join(states.map((state) => sql`(${state}::text)`));
  const { rows } = await sql<{ state: SubmissionState; count: string }>`select wanted.state,
      (select count(*) from (select 1 from submissions where account = ${account} and state = wanted.state limit ${COUNT_CAP}) as few) as count
    from (values ${wanted}) as wanted(state)`.execute(db);
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}
