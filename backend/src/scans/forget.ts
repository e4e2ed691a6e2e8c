import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import type { Db, Trx } from '../store/open.ts';
import type { ScanRow } from './rows.ts';

/** What a scan read is kept no longer: both sides are other ones by then. Decisions stay. */
const KEEP_MS = 90 * 86_400_000;

/** What a scan read and found; its own row is the caller's. */
async function forgetRead(trx: Trx, { account, id }: Pick<ScanRow, 'account' | 'id'>): Promise<void> {
  for (const table of ['scan_pairs', 'scan_keys', 'scan_records'] as const)
    await trx.deleteFrom(table).where('account', '=', account).where('scan', '=', id).execute();
}
/** Earlier scans of the connection say nothing that this one does not. */
export async function forgetOthers(trx: Trx, { account, connection, id }: ScanRow): Promise<void> {
  const gone = await trx
    .deleteFrom('scans')
    .where('account', '=', account)
    .where('connection', '=', connection)
    .where('id', '!=', id)
    .where('state', 'not in', ['queued', 'running', 'paused'])
    .returning(['account', 'id'])
    .execute();
  for (const each of gone) await forgetRead(trx, each);
}
export async function forgetOld(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_MS);
  const { rows } = await sql<{
    account: string;
    id: string;
  }>`delete from scans where created_at < ${before}::timestamptz
    and account in (select id from accounts) returning account, id`.execute(db);
  for (const each of rows) await forgetRead(db, each);
}
/** Gives a paused or failed scan up. Of one that was linking, its results stay and the links that are left are not made. */
export function discard(db: Db, account: AccountId, id: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const linking = await trx
      .updateTable('scans')
      .set({ state: 'finished', phase: 'end', problem: null, finished_at: now })
      .where('account', '=', account)
      .where('id', '=', id)
      .where('state', 'in', ['paused', 'failed'])
      .where('phase', '=', 'link')
      .returning('connection')
      .executeTakeFirst();
    if (linking) {
      await trx
        .deleteFrom('scan_decisions')
        .where('account', '=', account)
        .where('connection', '=', linking.connection)
        .where('outcome', '=', 'wanted')
        .execute();
      return;
    }
    const gone = await trx
      .deleteFrom('scans')
      .where('account', '=', account)
      .where('id', '=', id)
      .where('state', 'in', ['paused', 'failed'])
      .returning(['account', 'id'])
      .executeTakeFirst();
    if (gone) await forgetRead(trx, gone);
  });
}
