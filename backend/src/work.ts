import type { FigureReader } from './cache/figures.ts';
import type { Crms } from './crm/open.ts';
import type { RecordCache } from './deals/records.ts';
import { openEngine } from './engine.ts';
import type { ErpManifest } from './erp/contract/manifest.ts';
import { openFeeds } from './following.ts';
import { createLoadTests } from './load/index.ts';
import type { Monitoring } from './monitoring/index.ts';
import type { Logger } from './monitoring/log.ts';
import type { Metrics } from './monitoring/metrics.ts';
import { createReconciliation } from './reconciliation/index.ts';
import { createScans } from './scans/index.ts';
import { databaseClock } from './store/clock.ts';
import type { Store } from './store/open.ts';
import type { Stores } from './store/stores.ts';
import type { TestHooks } from './submissions/unsafe.ts';

type Parts = {
  store: Store;
  stores: Stores;
  erps: readonly ErpManifest[];
  crms: Pick<Crms, 'crmFor' | 'callOf'>;
  records: RecordCache;
  figures: FigureReader;
  metrics: Metrics;
  monitoring: Monitoring;
  logger: Logger;
  now: () => Date;
  hooks: TestHooks;
  /** How often each ERP is asked what has changed, in milliseconds. */
  feedEveryMs: number;
};

/** What goes on between ERP and CRM without a request: writes, ERP changes, the comparison of both sides, and scans for duplicates. */
export function openWork({
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
  feedEveryMs,
}: Parts) {
  const { accounts, links, forgetReads } = stores;
  const { crmFor, callOf } = crms;
  const { submissions, connections } = openEngine({
    db: store.db,
    accounts,
    granted: stores.erpTokens,
    erps,
    crmFor,
    callOf,
    records,
    noteWritten: (...written) => following.feeds.noteWritten(...written),
    figures,
    forgetReads,
    metrics,
    monitoring,
    logger,
    now,
    hooks,
  });
  const { erpFor, describedBy } = connections;
  const following = openFeeds({
    db: store.db,
    clock: databaseClock,
    accounts,
    links,
    submissions,
    figures,
    erpFor,
    describedBy,
    crmFor,
    forgetReads,
    forgetRecord: records.forget,
    metrics,
    logger,
    hooks: { crash: () => {} },
    everyMs: feedEveryMs,
    now,
  });
  const reconciliation = createReconciliation({
    db: store.db,
    accounts,
    connectionsOf: accounts.connections,
    erpFor,
    crmFor,
    recordFor: (account, ref) => records.read(account, ref, 'recent'),
    onError: (error) => logger.error({ err: error }, 'reconciliation'),
    now,
  });
  const scans = createScans({
    db: store.db,
    accounts,
    links: following.watched,
    audit: stores.audit,
    erpFor,
    crmFor,
    onError: (error) => logger.error({ err: error }, 'scans'),
    now,
  });
  const load = createLoadTests({
    db: store.db,
    accounts,
    audit: stores.audit,
    erpFor,
    linkedAmong: (account, connection, customers) => links.of(connection).linkedAmong(account, customers),
    onError: (error) => logger.error({ err: error }, 'load test'),
    now,
  });
  return { submissions, connections, following, reconciliation, scans, load };
}
