import type { AccountId, OrderAct, OrderActState, RecordRef } from '@backroom/shared';
import type { Db } from '../../store/open.ts';
import { actsToWire, actsWithRecord } from './rows.ts';

/** The acts of a record, newest first. More than these nobody looks through on a card. */
const LISTED = 20;
export async function listActsOfRecord(db: Db, account: AccountId, record: RecordRef): Promise<OrderAct[]> {
  const rows = await actsWithRecord(db, account)
    .where('made.record_type', '=', record.type)
    .where('made.record_id', '=', record.id)
    .orderBy('act.created_at', 'desc')
    .limit(LISTED)
    .execute();
  return actsToWire(db, account, rows);
}

export type ActListInput = { states: readonly OrderActState[]; limit: number };
/** For the order desk: newest first. */
export async function listActs(db: Db, account: AccountId, { states, limit }: ActListInput) {
  const rows = await actsWithRecord(db, account)
    .select(['made.record_name', 'made.customer_name'])
    .where('act.state', 'in', states)
    .orderBy('act.created_at', 'desc')
    .limit(limit)
    .execute();
  const acts = await actsToWire(db, account, rows);
  return acts.map((act, index) => ({
    ...act,
    names: { record: rows[index]?.record_name ?? null, customer: rows[index]?.customer_name ?? null },
  }));
}
