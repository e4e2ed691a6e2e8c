import type { AccountId } from '@backroom/shared';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { QuoteChoice } from '../deals/choice.ts';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

/** Which of several accepted quotes counts for a deal, by a person's choice. */
export function quoteChoiceStore(db: Db) {
  return {
    async get(account: AccountId, dealId: string): Promise<QuoteChoice | null> {
      const row = await db
        .selectFrom('quote_choices')
        .select(['quote', 'among'])
        .where('account', '=', account)
        .where('record_id', '=', dealId)
        .executeTakeFirst();
      return row ? { quote: row.quote, among: z.array(z.string()).parse(row.among) } : null;
    },
    async put(account: AccountId, dealId: string, choice: QuoteChoice, by: string, now: Date): Promise<void> {
      const value = { quote: choice.quote, among: JSON.stringify(choice.among), chosen_by: by, chosen_at: now };
      await db
        .insertInto('quote_choices')
        .values({ account, record_id: dealId, ...value })
        .onConflict((on) => on.columns(['account', 'record_id']).doUpdateSet(value))
        .execute();
    },
  };
}
export type QuoteChoiceStore = ReturnType<typeof quoteChoiceStore>;

/** A merged deal's choice is the survivor's, unless it has one; it counts while the survivor has the same quotes to choose from. */
export async function moveChoice(
  trx: Transaction<Tables>,
  account: AccountId,
  deal: string,
  into: string,
): Promise<void> {
  const own = trx
    .selectFrom('quote_choices')
    .select('quote')
    .where('account', '=', account)
    .where('record_id', '=', into);
  await trx
    .updateTable('quote_choices')
    .set({ record_id: into })
    .where('account', '=', account)
    .where('record_id', '=', deal)
    .where(({ not, exists }) => not(exists(own)))
    .execute();
  await trx.deleteFrom('quote_choices').where('account', '=', account).where('record_id', '=', deal).execute();
}
