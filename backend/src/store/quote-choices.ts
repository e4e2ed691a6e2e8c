import type { AccountId } from '@backroom/shared';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { QuoteChoice } from '../deals/choice.ts';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

/** The accepted quote that a person chose for a deal. */
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

/** Moves a merged deal's choice to the survivor, unless it has one. The choice is valid while the survivor has the same quotes. */
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
