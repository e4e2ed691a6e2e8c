import { type AccountId, type OrderEntries, orderEntriesSchema } from '@backroom/shared';
import type { Transaction } from 'kysely';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

/** What a rep entered for the order of a deal, while the deal's quote is the one that it was entered for. */
export function orderEntryStore(db: Db) {
  return {
    /** Those of the deal, and the revision that they were entered for; null without any. */
    async of(account: AccountId, deal: string): Promise<{ revision: string; entries: OrderEntries } | null> {
      const row = await db
        .selectFrom('order_entries')
        .select(['revision', 'entries'])
        .where('account', '=', account)
        .where('record_id', '=', deal)
        .executeTakeFirst();
      return row ? { revision: row.revision, entries: orderEntriesSchema.safeParse(row.entries).data ?? {} } : null;
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

/** What was entered for this revision of the deal's quote. */
export async function entriesFor(
  store: Pick<OrderEntryStore, 'of'>,
  { account, deal, revision }: { account: AccountId; deal: string; revision: string },
): Promise<OrderEntries> {
  const known = await store.of(account, deal);
  return known?.revision === revision ? known.entries : {};
}

/** A merged deal's entries are for its own quote: the survivor's count by themselves. */
export async function dropEntries(trx: Transaction<Tables>, account: AccountId, deal: string): Promise<void> {
  await trx.deleteFrom('order_entries').where('account', '=', account).where('record_id', '=', deal).execute();
}
