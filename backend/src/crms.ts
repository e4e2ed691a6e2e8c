import type { AccountId } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import type { Vault } from './access/secrets.ts';
import type { Lifecycle } from './accounts/lifecycle.ts';
import { propertiesOf } from './accounts/properties.ts';
import type { Config } from './config.ts';
import type { Actions } from './crm/contract/actions.ts';
import type { CrmEvent } from './crm/contract/index.ts';
import type { CrmManifest, CrmPorts } from './crm/contract/manifest.ts';
import { openCrms } from './crm/open.ts';
import { processPorts } from './erp/transport/ports.ts';
import type { Monitoring } from './monitoring/index.ts';
import type { Logger } from './monitoring/log.ts';
import type { Metrics } from './monitoring/metrics.ts';
import { crmReserve } from './resilience/crm-reserve.ts';
import { isTestErp } from './store/connections.ts';
import type { Store } from './store/open.ts';
import type { Stores } from './store/stores.ts';

type Parts = {
  config: Config;
  manifests: readonly CrmManifest[];
  store: Store;
  stores: Stores;
  vault: Vault;
  metrics: Metrics;
  monitoring: Monitoring;
  logger: Logger;
  /** Made after the CRMs, which it needs. */
  lifecycle: () => Lifecycle;
  onEvents: (events: readonly CrmEvent[]) => Promise<void>;
  actions: () => Actions;
};

/** The CRMs with what the backend gives them. `mayRead` throws where the rest of a CRM's quota is for writes. */
export function composeCrms(parts: Parts) {
  const { config, manifests, store, stores, vault, metrics, monitoring, logger, lifecycle, onEvents, actions } = parts;
  const { accounts, people, audit, used, pending, quota } = stores;
  const reserve = crmReserve(Date.now);
  /** Calls of the CRM's day, as its last answer to this process told them. */
  const quotas = new LRUCache<string, { used: number; limit: number }>({ max: 10_000 });
  const tokens = { ...stores.tokens, disconnect: (account: AccountId) => lifecycle().disconnect(account) };
  const ports: CrmPorts = {
    publicOrigin: config.PUBLIC_ORIGIN,
    logger,
    now: Date.now,
    fetch: processPorts.fetch,
    db: store.db,
    vault,
    tokens,
    ...(quota ? { quota } : {}),
    onUsage(account, usage) {
      const part = usage.used / usage.limit;
      quotas.set(account, usage);
      metrics.crmUsage.set({ account }, part);
      reserve.spent(account, part);
      monitoring.crmUsage(account, part);
    },
    onSent: monitoring.crmSent,
    useOnce: used.useOnce,
    pending,
    async connectionIsTest(account) {
      const connections = await accounts.connections(account);
      return connections.length > 0 ? connections.every(isTestErp) : null;
    },
    installed: (account, actor) => lifecycle().connected(account, crms.idOf(account), actor),
    appoint: (account, userId) => people.appoint(account, userId, '', 'installation'),
    prepare: (account) => prepare(account),
    onEvents,
    actions: {
      convert: (...asked) => actions().convert(...asked),
      credit: (...asked) => actions().credit(...asked),
      stock: (...asked) => actions().stock(...asked),
    },
    note: audit.note,
  };
  const crms = openCrms(manifests, config.crms, accounts, ports, monitoring.crmCalled);
  const prepare = propertiesOf({ accounts, crmFor: crms.crmFor, callOf: crms.callOf });
  return {
    ...crms,
    tokens,
    prepare,
    mayRead: reserve.mayRead,
    quotaOf: (account: AccountId) => quotas.get(account) ?? null,
  };
}
