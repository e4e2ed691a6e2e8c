import type { AccountId } from '@backroom/shared';
import { createRights } from './access/rights.ts';
import { createVault } from './access/secrets.ts';
import { mappedWish } from './accounts/mapped-wish.ts';
import { openAlerting } from './alerting.ts';
import { renderedAnswers } from './api/rendered.ts';
import { approvalMails } from './approval-mails.ts';
import { openAutomation } from './automating.ts';
import { conversionViews } from './automation/views.ts';
import { figureCache } from './cache/figures.ts';
import { tracedFigures } from './cache/traced.ts';
import type { Config } from './config.ts';
import { crmManifests } from './crm/registry.ts';
import { composeCrms } from './crms.ts';
import { createCustomerSync, whenLinked } from './customer-sync/index.ts';
import { ownOrdersReader } from './deals/own-orders.ts';
import { recordNews } from './deals/record-news.ts';
import { recordCache } from './deals/records.ts';
import { erpManifests } from './erp/registry.ts';
import { clockAt } from './erp/transport/clock.ts';
import { filterAddresses } from './erp/transport/outgoing.ts';
import type { Services } from './flows/context.ts';
import { approvalsOf } from './flows/orders/approval.ts';
import { previewTimes } from './flows/orders/previews.ts';
import { composeLifecycles } from './lifecycles.ts';
import { openMonitoring } from './monitoring/index.ts';
import type { Logger } from './monitoring/log.ts';
import { createMetrics } from './monitoring/metrics.ts';
import { createPreflight } from './preflight/index.ts';
import { ProblemError } from './problems/error.ts';
import { watchChanges } from './store/changes.ts';
import { databaseClock } from './store/clock.ts';
import { MAIN } from './store/connections.ts';
import type { Store } from './store/open.ts';
import { openStores } from './store/stores.ts';
import { storedReads } from './stored-reads.ts';
import { noTestHooks, type TestHooks } from './submissions/unsafe.ts';
import { openSurfaces } from './surfaces.ts';
import { openWork } from './work.ts';
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
  const changes = watchChanges(store);
  await changes.listen();
  const stores = openStores(store, changes, vault, logger, now);
  const { accounts, people, audit, quoteChoices, orderEntries } = stores;
  const monitoring = openMonitoring({ db: store.db, logger, now, main: MAIN });
  monitoring.start();
  const crms = composeCrms({
    config,
    manifests,
    store,
    stores,
    vault,
    metrics,
    monitoring,
    logger,
    lifecycle: () => lifecycle,
    onEvents: (events) => onEvents(events),
    actions: () => automation.actions,
  });
  const { crmFor, callOf } = crms;
  const rights = createRights({ people, crmFor, crmCall: callOf });
  const wishOf = async (account: AccountId) => {
    const [connections, known] = await Promise.all([accounts.connections(account), accounts.get(account)]);
    return { ...mappedWish(connections), ...(known ? { names: known.setup.fields } : {}) };
  };
  const records = recordCache({
    crmFor,
    crmCall: callOf,
    mayRead: crms.mayRead,
    choiceOf: quoteChoices.get,
    wishOf,
    changes,
    news: recordNews(changes),
    now: Date.now,
  });
  const figures = tracedFigures(
    figureCache({ ...store, reads: stores.reads }, Date.now, (event, account, key) => {
      metrics.figures.inc({ event });
      monitoring.figure(event, account, key);
    }),
  );
  await figures.listen();
  const { submissions, connections, following, reconciliation, scans, load } = openWork({
    store,
    stores,
    erps,
    crms,
    records,
    figures,
    metrics,
    monitoring,
    logger,
    now,
    hooks,
    feedEveryMs: config.FEED_SECONDS * 1000,
  });
  const { feeds } = following;
  const links = whenLinked(following.watched, (account, company) => customerSync.touch(account, company));
  const customerSync = createCustomerSync({
    db: store.db,
    clock: databaseClock,
    accounts,
    erpFor: connections.erpFor,
    recordFor: (account, ref) => records.read(account, ref, 'fresh'),
    linkOf: (account, connection, company) => following.watched.of(connection).get(account, company),
    onError: (error) => logger.error({ err: error }, 'customer sync'),
  });
  const { identity, lifecycle, onEvents } = composeLifecycles({
    companyChanged: customerSync.touch,
    store,
    stores,
    crms,
    rights,
    records,
    figures,
    connections,
    heard(account, events) {
      monitoring.crmTold(account);
      return automation.heard(account, events);
    },
    logger,
    now,
  });
  await lifecycle.listen();

  const stored = storedReads({
    stores,
    changes,
    submissions,
    figures,
    waitingFor: async (account, deal) =>
      (await conversionViews(stores.reads).waitingFor(account, deal))?.findings ?? null,
  });
  const ownOrders = ownOrdersReader({ crmFor, callOf, now: Date.now });
  const services: Services = {
    accounts,
    links,
    identity,
    figures,
    submissions: stored.submissions,
    foresee: stored.foresee,
    quoteChoices,
    orderEntries,
    approvals: approvalsOf(stores.approvals, audit, approvalMails(store.db, config, now)),
    leftToPerson: stored.leftToPerson,
    erpFor: connections.erpFor,
    recordFor: records.read,
    requireView: rights.requireView,
    crmNames: crms.names,
    ownOrders,
    previews: previewTimes(Date.now),
    companyUsed: customerSync.touch,
    note: audit.note,
    now,
  };
  const automation = openAutomation({ db: store.db, accounts, crms, services, logger, now });
  const alerting = openAlerting({ store, stores, crms, feeds, monitoring, vault, config, logger, now });
  const preflight = createPreflight({
    accountOf: accounts.get,
    connectionOf: accounts.connection,
    connectionsOf: accounts.connections,
    fieldsOf: crms.fieldsOf,
    manifestOf: (id) => {
      const found = erps.find((each) => each.id === id);
      if (!found) throw new ProblemError('erp_not_connected');
      return found;
    },
    erpFor: connections.erpFor,
    crmApiOf: crms.apiOf,
    nativeOf: crms.nativeOf,
    ownOrders,
    crmFor,
    recordFor: (account, ref) => records.read(account, ref, 'fresh'),
    submissions,
    scans,
    clockAt,
    alertTargets: alerting.alerts.targets,
    async toldAt(account) {
      await monitoring.flush();
      const week = await monitoring.figures.summaries(account, 'day', Date.now() - 7 * 86_400_000);
      return week.find(({ subject }) => subject === 'events')?.ok_at ?? null;
    },
    crmQuotaOf: crms.quotaOf,
    now,
  });
  const { app, operations } = openSurfaces({
    alerts: alerting.alerts,
    preflight,
    config,
    store,
    stores,
    crms,
    erps,
    services,
    rights,
    rendered: renderedAnswers({
      changes,
      stampOf: records.stampOf,
      hitsOf(account, keys) {
        const count = monitoring.hits(account, keys);
        return () => {
          metrics.figures.inc({ event: 'hit' }, keys.length);
          count();
        };
      },
      now: Date.now,
    }),
    changes,
    lifecycle,
    reconciliation,
    scans,
    load,
    automation,
    feeds,
    customerSync,
    monitoring,
    metrics,
    logger,
  });
  const worker = createWorker({
    customerSync,
    alerting,
    store,
    stores,
    vault,
    figures,
    submissions,
    reconciliation,
    scans,
    load,
    automation,
    following,
    lifecycle,
    monitoring,
    logger,
  });
  return {
    app,
    operations,
    store,
    crms,
    services,
    accounts,
    links,
    people,
    audit,
    lifecycle,
    rights,
    reconciliation,
    scans,
    load,
    automation,
    feeds,
    preflight,
    monitoring,
    alerts: alerting.alerts,
    customerSync,
    startWorker: worker.start,
    async stop(): Promise<void> {
      await worker.stop();
      await figures.flush();
      await monitoring.stop();
      await store.close();
    },
  };
}
export type Backend = Awaited<ReturnType<typeof compose>>;
