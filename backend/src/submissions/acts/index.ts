import { type AccountId, accountIdSchema, type OrderAct, type OrderActAction, type RecordRef } from '@backroom/shared';
import { createPump } from '../../jobs/pump.ts';
import type { EngineContext } from '../context.ts';
import { type ActInput, acceptAct, replayedAct } from './accept.ts';
import { advanceAct } from './advance.ts';
import { claimActs } from './claims.ts';
import { intervene } from './intervene.ts';
import { type ActListInput, listActs, listActsOfRecord } from './list.ts';
import { readAct } from './rows.ts';

export { ACTS_CHANNEL } from './accept.ts';

type Who = { account: AccountId; actor: string };

/**
 * Changes and cancellations of orders that the ERP has: docs/adr/0062. `told`: after each, when the CRM has something to be told.
 */
export function createActs(ctx: EngineContext, told: (account: AccountId) => void) {
  const { db, onError } = ctx;
  const pump = createPump({
    claim: (account, free) => claimActs(ctx, account, free),
    async run(claimed) {
      const account = accountIdSchema.parse(claimed.row.account);
      try {
        const touched = await advanceAct(ctx, claimed);
        return touched && (() => ctx.changed(account, touched, claimed.row.connection));
      } finally {
        told(account);
      }
    },
    onError,
  });
  return {
    /** Keeps an act; see `acceptAct`. */
    submit: (who: Who, input: ActInput): Promise<OrderAct> => acceptAct(ctx, who, input),
    replayed: (account: AccountId, key: string, body: unknown) => replayedAct(ctx, account, key, body),
    get: (account: AccountId, id: string) => readAct(db, account, id),
    listForRecord: (account: AccountId, record: RecordRef) => listActsOfRecord(db, account, record),
    list: (account: AccountId, input: ActListInput) => listActs(db, account, input),
    intervene: (who: Who, id: string, action: OrderActAction) => intervene(ctx, who, id, action),
    wake: pump.wake,
    settled: pump.settled,
    stop: pump.stop,
  };
}
