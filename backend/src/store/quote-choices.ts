import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import type { QuoteChoice } from '../deals/choice.ts';
import type { Db } from './open.ts';

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
