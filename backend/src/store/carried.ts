import type { AccountId } from '@backroom/shared';
import type { Transaction } from 'kysely';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

/** Which deal of an account an order number belongs to that no write of the account made: the first deal that was seen with it. Others carry a copy. */
export function carriedStore(db: Db) {
  return {
    async holder(account: AccountId, number: string, deal: string): Promise<string> {
      const read = () =>
        db
          .selectFrom('carried_orders')
          .select('record_id')
          .where('account', '=', account)
          .where('erp_number', '=', number)
          .executeTakeFirst();
      const known = await read();
      if (known) return known.record_id;
      await db
        .insertInto('carried_orders')
        .values({ account, erp_number: number, record_id: deal })
        .onConflict((on) => on.doNothing())
        .execute();
      return (await read())?.record_id ?? deal;
    },
  };
}
export type CarriedStore = ReturnType<typeof carriedStore>;

/** Moves the numbers of a merged deal to the survivor. */
export async function moveNumbers(
  trx: Transaction<Tables>,
  account: AccountId,
  deal: string,
  into: string,
): Promise<void> {
  await trx
    .updateTable('carried_orders')
    .set({ record_id: into })
    .where('account', '=', account)
    .where('record_id', '=', deal)
    .execute();
}
