import type { AccountId } from '@backroom/shared';
import type { Rights } from './access/rights.ts';
import { crmEventHandler } from './accounts/events.ts';
import { createIdentity } from './accounts/identity.ts';
import { createLifecycle } from './accounts/lifecycle.ts';
import { mergeRecords } from './accounts/merge.ts';
import type { FigureReader } from './cache/figures.ts';
import type { CrmEvent } from './crm/contract/index.ts';
import type { Crms } from './crm/open.ts';
import type { RecordCache } from './deals/records.ts';
import type { Logger } from './monitoring/log.ts';
import type { Connections } from './resilience/connections.ts';
import { databaseClock } from './store/clock.ts';
import type { Store } from './store/open.ts';
import type { Stores } from './store/stores.ts';

type Parts = {
  store: Store;
  stores: Stores;
  crms: Pick<Crms, 'crmFor' | 'callOf' | 'tryGrant' | 'departures'>;
  rights: Rights;
  records: RecordCache;
  figures: FigureReader;
  connections: Connections;
  companyChanged: (account: AccountId, company: string) => Promise<void>;
  logger: Logger;
  heard: (account: AccountId, events: readonly CrmEvent[]) => Promise<void>;
  now: () => Date;
};

/** What becomes of accounts and of their records in the CRM, and what this process then forgets. */
export function composeLifecycles(parts: Parts) {
  const { store, stores, crms, rights, records, figures, connections, logger, now } = parts;
  const { accounts, sessions, audit, merges, carried, forgetReads } = stores;
  const identity = createIdentity({
    merges,
    carried,
    merge: (merge) => mergeRecords({ db: store.db, clock: databaseClock, now }, merge),
    forget(account) {
      forgetReads();
      records.forgetAccount(account);
    },
  });
  const lifecycle = createLifecycle({
    store,
    accounts,
    sessions,
    audit,
    leaveCrm: async (account) => (await crms.crmFor(account)).uninstall(crms.callOf(account)),
    tryGrant: crms.tryGrant,
    departures: crms.departures,
    drop(account) {
      forgetReads();
      records.forgetAccount(account);
      rights.forget(account);
      stores.tokens.forget(account);
      figures.forgetAccount(account);
      connections.close(account);
    },
    onError: (error) => logger.warn({ err: error }, 'lifecycle'),
    now,
  });
  return {
    identity,
    lifecycle,
    onEvents: crmEventHandler({
      lifecycle,
      identity,
      records,
      heard: parts.heard,
      companyChanged: parts.companyChanged,
    }),
  };
}
