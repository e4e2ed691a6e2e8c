import { type AccountId, type OrderEntries, orderEntriesSchema } from '@backroom/shared';
import type { Transaction } from 'kysely';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

/** What a rep entered for the order of a deal, while the deal's quote is the one that it was entered for. */
export function orderEntryStore(db: Db) {
  return {
    async get(account: AccountId, deal: string, revision: string): Promise<OrderEntries> {
      const row = await db
        .selectFrom('order_entries')
        .select('entries')
        .where('account', '=', account)
        .where('record_id', '=', deal)
        .where('revision', '=', revision)
        .executeTakeFirst();
      return orderEntriesSchema.safeParse(row?.entries).data ?? {};
    },
    async put(
      { account, deal, revision }: { account: AccountId; deal: string; revision: string },
      entries: OrderEntries,
      by: string,
      now: Date,
    ): Promise<void> {
      const value = { revision, entries: JSON.stringify(entries), entered_by: by, entered_at: now };
      await db
        .insertInto('order_entries')
        .values({ account, record_id: deal, ...value })
        .onConflict((on) => on.columns(['account', 'record_id']).doUpdateSet(value))
        .execute();
    },
  };
}
export type OrderEntryStore = ReturnType<typeof orderEntryStore>;

/** A merged deal's entries are for its own quote: the survivor's count by themselves. */
export async function dropEntries(trx: Transaction<Tables>, account: AccountId, deal: string): Promise<void> {
  await trx.deleteFrom('order_entries').where('account', '=', account).where('record_id', '=', deal).execute();
}
