import { createHash } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { approvalLinks } from './access/approval-links.ts';
import { documentTokens } from './access/documents.ts';
import { panelSessions } from './access/panel-sessions.ts';
import type { Rights } from './access/rights.ts';
import { connections } from './accounts/connect.ts';
import { createGrants } from './accounts/grants.ts';
import type { Lifecycle } from './accounts/lifecycle.ts';
import { keyLimits, limitRequests, requestLimits } from './api/limits.ts';
import type { RenderedAnswers } from './api/rendered.ts';
import { createApp } from './app.ts';
import type { RunningAutomation } from './automating.ts';
import type { Config } from './config.ts';
import { GRANTED } from './console/connection/view.ts';
import { openConsole } from './console/open.ts';
import { installPages } from './crm/installs.ts';
import type { Crms } from './crm/open.ts';
import type { CustomerSync } from './customer-sync/index.ts';
import type { ErpManifest } from './erp/contract/manifest.ts';
import type { FeedViews } from './feeds/index.ts';
import type { Services } from './flows/context.ts';
import { askedNow } from './flows/orders/asked-now.ts';
import type { LoadTests } from './load/index.ts';
import type { Alerts } from './monitoring/alerts/index.ts';
import type { Monitoring } from './monitoring/index.ts';
import type { Logger } from './monitoring/log.ts';
import type { Metrics } from './monitoring/metrics.ts';
import { createProbes } from './monitoring/probes.ts';
import type { Preflight } from './preflight/index.ts';
import { ProblemError } from './problems/error.ts';
import type { Reconciliation } from './reconciliation/index.ts';
import type { Scans } from './scans/index.ts';
import type { Changes } from './store/changes.ts';
import { isReachable, type Store } from './store/open.ts';
import type { Stores } from './store/stores.ts';

type Parts = {
  config: Config;
  store: Store;
  stores: Stores;
  crms: Crms;
  erps: readonly ErpManifest[];
  services: Services;
  rights: Rights;
  rendered: RenderedAnswers;
  changes: Changes;
  lifecycle: Lifecycle;
  reconciliation: Reconciliation;
  scans: Scans;
  load: LoadTests;
  automation: RunningAutomation;
  feeds: FeedViews;
  customerSync: Pick<CustomerSync, 'open' | 'decide'>;
  preflight: Preflight;
  monitoring: Monitoring;
  alerts: Alerts;
  metrics: Metrics;
  logger: Logger;
};

/** Days back in which a deal that was sold is a good example. */
const SOLD_DAYS = 90;
async function newestSold(crms: Crms, account: AccountId): Promise<string[]> {
  const crm = await crms.crmFor(account);
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  const asked = { from: day(SOLD_DAYS), to: day(0), timeZone: 'UTC', cursor: null };
  const { deals = [] } = (await crm.sold?.(asked, crms.callOf(account))) ?? {};
  return deals.toSorted((left, right) => (right.wonOn ?? '').localeCompare(left.wonOn ?? '')).map(({ id }) => id);
}

/** Everything that is reached over HTTP: the API, the console, the CRMs' doors, and the probes. */
export function openSurfaces(parts: Parts) {
  const { config, store, stores, crms, services, rights, metrics, logger } = parts;
  const secret = config.encryptionKeys[0] ?? '';
  const origin = config.browserOrigin;
  const { used, audit, sessions, people, accounts } = stores;
  // Called, not handed over: a test that stops the clock stops this one too.
  const limitedTo = (limits: Partial<typeof requestLimits>) =>
    limitRequests(stores.counts, () => Date.now(), { ...requestLimits, account: config.ACCOUNT_REQUESTS, ...limits });
  const limited = limitedTo({});
  const shared = { used, audit, limited, uninstall: parts.lifecycle.uninstall, logger };
  const ready = () => isReachable(store);
  const { desk, deskLink } = openConsole({
    ...shared,
    sessions,
    people,
    apiKeys: stores.apiKeys,
    apiOrigin: config.PUBLIC_ORIGIN,
    accounts,
    rights,
    submissions: services.submissions,
    reconciliation: parts.reconciliation,
    scans: parts.scans,
    automation: parts.automation,
    pipelinesOf: crms.pipelinesOf,
    feeds: parts.feeds,
    customerSync: parts.customerSync,
    connections: connections({
      accounts,
      manifests: parts.erps,
      onSent: parts.monitoring.erpSent,
      granted: stores.erpTokens,
    }),
    grants: createGrants({ pending: stores.pending, address: `${origin}${GRANTED}` }),
    preflight: parts.preflight,
    load: parts.load,
    busiestDay: parts.preflight.busiestDay,
    monitoring: { ...parts.monitoring, alerts: parts.alerts },
    erpFor: services.erpFor,
    exampleDeal: async (account, typed, fields) => {
      const id = await crms.dealIdIn(account, typed);
      return (await crms.crmFor(account)).record({ type: 'deal', id }, { ...crms.callOf(account), fields });
    },
    sample: {
      crmRecord: async (account, ref, wish) =>
        (await crms.crmFor(account)).record(ref, { ...crms.callOf(account), ...wish }),
      soldDeals: (account) => newestSold(crms, account),
      dealIdIn: crms.dealIdIn,
      linkOf: (account, connection, company) => services.links.of(connection).get(account, company),
      submissions: services.submissions,
    },
    approvalLinks: approvalLinks(secret),
    approvals: {
      ...stores.approvals,
      // An order that nobody watches goes on when it is approved.
      async decide(account, id, verdict) {
        const done = await stores.approvals.decide(account, id, verdict);
        const row = done && verdict.state === 'approved' ? await stores.approvals.get(account, id) : null;
        if (row) await parts.automation.again(account, { approvedDeal: row.deal });
        return done;
      },
    },
    askedNow: (account, { deal, requestedBy }) =>
      askedNow(services, { account, actor: requestedBy, userId: '', locale: 'en', reference: '' }, deal),
    crmFieldList: crms.fieldsOf,
    companyFieldsOf: crms.companyFieldsOf,
    crmInstalls: crms.installs,
    ownOrders: services.ownOrders,
    crmFields: async (account) => (await crms.crmFor(account)).fieldNames ?? null,
    certificatesOf: crms.certificatesOf,
    crmPages: crms.pagesOf,
    crmNames: crms.names,
    secret,
    origin,
  });
  const keyFor = (purpose: string) => createHash('sha256').update(`${purpose}|${secret}`).digest();
  const panels = panelSessions({
    key: keyFor('panel'),
    accountOf: accounts.get,
    useOnce: used.useOnce,
    now: () => Date.now(),
  });
  const app = createApp({
    ...shared,
    services,
    crmPages: crms.pagesOf,
    documents: documentTokens(keyFor('documents')),
    embed: { embeds: crms.embeds, callOf: crms.callOf, dir: config.EMBED_DIR, sessions: panels },
    metrics,
    probes: createProbes(ready),
    signatureRefused: parts.monitoring.signatureRefused,
    rights,
    linePrices: {
      ...stores.pending,
      async set(account, line, price) {
        const crm = await crms.crmFor(account);
        if (!crm.setLinePrice) throw new ProblemError('flow_unsupported');
        await crm.setLinePrice(line, price, crms.callOf(account));
      },
    },
    integration: { apiKeys: stores.apiKeys, keyLimited: limitedTo(keyLimits), origin: config.PUBLIC_ORIGIN },
    rendered: parts.rendered,
    changes: parts.changes,
    desk,
    deskLink,
    proofs: [panels.proof, ...crms.proofs],
    doors: [
      ...crms.doors,
      ['install', installPages({ ...shared, installs: crms.installs, origin: config.PUBLIC_ORIGIN })],
    ],
    now: Date.now,
    documentOrigin: origin,
  });
  return {
    app,
    /** For whoever runs it, on a port of its own. */
    operations: createProbes(ready, metrics.registry),
  };
}
