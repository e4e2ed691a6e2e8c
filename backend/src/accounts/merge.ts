import { sql } from 'kysely';
import { moveRecord } from '../feeds/records.ts';
import { moveNumbers } from '../store/carried.ts';
import type { Clock } from '../store/clock.ts';
import { type Merge, moveLink, noteMerge } from '../store/merges.ts';
import type { Db } from '../store/open.ts';
import { dropEntries } from '../store/order-entries.ts';
import { moveChoice } from '../store/quote-choices.ts';
import { WORK_CHANNEL } from '../submissions/accept.ts';
import { moveSubmissions } from '../submissions/merge.ts';

type Ctx = { db: Db; clock: Clock; now: () => Date };

/**
 * Two records of the CRM became one: link, writes, notes and answers go over to the one that stays, in one transaction. It may be told more than once, late,
 * and in any order. docs/adr/0034-merged-and-copied-records.md has the rules for what meets there.
 */
export function mergeRecords({ db, clock, now }: Ctx, merge: Merge): Promise<void> {
  const { account, type } = merge;
  return db.transaction().execute(async (trx) => {
    const { ids, survivor } = await noteMerge(trx, clock, merge);
    for (const id of ids) {
      if (type === 'company') await moveLink(trx, { account, type, id }, survivor);
      else {
        await moveNumbers(trx, account, id, survivor);
        await moveChoice(trx, account, id, survivor);
        await dropEntries(trx, account, id);
      }
      await moveSubmissions({ clock, now }, trx, { account, type }, id, survivor);
      await moveRecord(trx, account, clock, { type, id }, survivor);
    }
    if (ids.length > 0) await sql`select pg_notify(${WORK_CHANNEL}, ${account})`.execute(trx);
  });
}
