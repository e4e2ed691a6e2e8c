import type { AccountId } from '@backroom/shared';
import { readCredit, readStock } from './automation/figures.ts';
import { createAutomation } from './automation/index.ts';
import type { Actions } from './crm/contract/actions.ts';
import type { Crms } from './crm/open.ts';
import type { Services } from './flows/context.ts';
import type { Logger } from './monitoring/log.ts';
import { ProblemError } from './problems/error.ts';
import type { AccountStore } from './store/accounts.ts';
import type { Db } from './store/open.ts';
import { createTimeline } from './timeline/index.ts';

type Parts = {
  db: Db;
  accounts: AccountStore;
  crms: Pick<Crms, 'crmFor' | 'callOf'>;
  services: Services;
  logger: Logger;
  now: () => Date;
};

/** What goes on without a person, with what it needs of the other parts. */
export function openAutomation({ db, accounts, crms, services, logger, now }: Parts) {
  const automation = createAutomation({
    db,
    accounts,
    crmFor: crms.crmFor,
    callOf: crms.callOf,
    services,
    onError: (error) => logger.error({ err: error }, 'automation'),
    now,
  });
  async function requireAccount(account: AccountId): Promise<void> {
    const known = await accounts.get(account);
    if (!known) throw new ProblemError('account_unknown');
    if (known.state === 'disconnected') throw new ProblemError('account_disconnected');
  }
  const actions: Actions = {
    async convert(account, cause, requests, by) {
      await requireAccount(account);
      await automation.ask(
        account,
        requests.map(({ deal, key, callback }) => ({ cause, key, record: { type: 'deal', id: deal }, callback, by })),
      );
    },
    async credit(account, ref, by) {
      await requireAccount(account);
      return readCredit(services, { account, actor: by }, ref);
    },
    async stock(account, deal, by) {
      await requireAccount(account);
      return readStock(services, { account, actor: by }, deal);
    },
  };
  const timeline = createTimeline({
    db,
    accounts,
    crmFor: crms.crmFor,
    callOf: crms.callOf,
    onError: (error) => logger.error({ err: error }, 'timeline'),
    now,
  });
  return {
    ...automation,
    actions,
    timeline,
    draw: async (): Promise<void> => void (await Promise.all([automation.draw(), timeline.draw()])),
    forgetClaims: async (): Promise<void> =>
      void (await Promise.all([automation.forgetClaims(), timeline.forgetClaims()])),
    forgetOld: async (): Promise<void> => void (await Promise.all([automation.forgetOld(), timeline.forgetOld()])),
    stop: async (): Promise<void> => void (await Promise.all([automation.stop(), timeline.stop()])),
  };
}
export type RunningAutomation = ReturnType<typeof openAutomation>;
