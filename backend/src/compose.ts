import type { AccountId } from '@backroom/shared';
import type { Logger } from 'pino';
import { createRights } from './access/rights.ts';
import { createVault } from './access/secrets.ts';
import { crmEventHandler } from './accounts/events.ts';
import { createIdentity } from './accounts/identity.ts';
import { createLifecycle } from './accounts/lifecycle.ts';
import { mergeRecords } from './accounts/merge.ts';
import { propertiesOf } from './accounts/properties.ts';
import { figureCache } from './cache/figures.ts';
import type { Config } from './config.ts';
import { openCrms } from './crm/open.ts';
import { crmManifests } from './crm/registry.ts';
import { recordCache } from './deals/records.ts';
import { openEngine } from './engine.ts';
import { filterAddresses } from './erp/transport/outgoing.ts';
import { erpManifests } from './erp/registry.ts';
import type { Services } from './flows/context.ts';
import { createMetrics } from './monitoring/metrics.ts';
import { createReconciliation } from './reconciliation/index.ts';
import { crmReserve } from './resilience/crm-reserve.ts';
import { isTestErp } from './store/accounts.ts';
import { databaseClock } from './store/clock.ts';
import type { Store } from './store/open.ts';
import { openStores } from './store/stores.ts';
import { noTestHooks, type TestHooks } from './submissions/unsafe.ts';
import { openSurfaces } from './surfaces.ts';
import { createWorker } from './worker.ts';

/** The CRMs and ERPs of this installation. Tests hand in others. */
export const registered = { crms: crmManifests, erps: erpManifests };

/** Puts the parts together on an open store. `main.ts` adds the port, tests ask the app directly. */
export async function compose(
  config: Config,
  store: Store,
  logger: Logger,
  hooks: TestHooks = noTestHooks,
  { crms: manifests, erps } = registered,
) {
  const now = () => new Date();
  const metrics = createMetrics();
  filterAddresses(config.erpAddresses);
  const vault = createVault(config.encryptionKeys);
  const stores = openStores(store, vault, logger, now);
  const { accounts, links, merges, forgetReads, people, sessions, audit, used, quoteChoices, carried } = stores;
  const reserve = crmReserve(Date.now);
  const tokens = { ...stores.tokens, disconnect: (account: AccountId) => lifecycle.disconnect(account) };

  const crms = openCrms(manifests, config.crms, accounts, {
    publicOrigin: config.PUBLIC_ORIGIN,
    logger,
    now: Date.now,
    db: store.db,
    vault,
    tokens,
    ...(stores.quota ? { quota: stores.quota } : {}),
    onUsage(account, { used: spent, limit }) {
      metrics.crmUsage.set({ account }, spent / limit);
      reserve.spent(account, spent / limit);
    },
    useOnce: used.useOnce,
    pending: stores.pending,
    async connectionIsTest(account) {
      const connection = await accounts.connection(account);
      return connection && isTestErp(connection);
    },
    installed: (account, actor) => lifecycle.connected(account, crms.idOf(account), actor),
    appoint: (account, userId) => people.appoint(account, userId, '', 'installation'),
    prepare: (account) => prepare(account),
    onEvents: (events) => onEvents(events),
    note: audit.note,
  });
  const { crmFor, callOf } = crms;
  const prepare = propertiesOf({ accounts, crmFor, callOf });
  const rights = createRights({ people, crmFor, crmCall: callOf });
  const records = recordCache({ crmFor, crmCall: callOf, mayRead: reserve.mayRead, choiceOf: quoteChoices.get });
  const figures = figureCache(store, Date.now, (event) => metrics.figures.inc({ event }));
  await figures.listen();
  const { submissions, connections } = openEngine({
    ...{ db: store.db, accounts, erps, crmFor, callOf, records, figures, forgetReads, metrics, logger, now, hooks },
  });
  const { erpFor } = connections;
  const reconciliation = createReconciliation({
    db: store.db,
    accounts,
    erpFor,
    crmFor,
    recordFor: (account, ref) => records.read(account, ref, false),
    onError: (error) => logger.error({ err: error }, 'reconciliation'),
    now,
  });
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
    leaveCrm: async (account) => (await crmFor(account)).uninstall(callOf(account)),
    tryGrant: crms.tryGrant,
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
  await lifecycle.listen();
  const onEvents = crmEventHandler({ lifecycle, identity, records });

  const services: Services = {
    accounts,
    links,
    identity,
    figures,
    submissions,
    quoteChoices,
    erpFor,
    recordFor: records.read,
    requireView: rights.requireView,
    crmNames: crms.names,
    now,
  };
  const { app, operations } = openSurfaces({
    ...{ config, store, stores, crms, erps, services, rights, lifecycle, reconciliation, metrics, logger },
  });
  const worker = createWorker({ store, stores, vault, figures, submissions, reconciliation, lifecycle, logger });
  return {
    app,
    operations,
    ...{ store, services, accounts, links, tokens, lifecycle, rights, people, audit, reconciliation, crmFor },
    prepareProperties: prepare,
    certificatesOf: crms.certificatesOf,
    startWorker: worker.start,
    async stop(): Promise<void> {
      await worker.stop();
      await figures.flush();
      await store.close();
    },
  };
}
export type Backend = Awaited<ReturnType<typeof compose>>;
