import { createHash } from 'node:crypto';
import { type AccountId, accountIdSchema, type RecordRef, recordTypeSchema } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { documentTokens } from './access/documents.ts';
import { createRights } from './access/rights.ts';
import { createVault } from './access/secrets.ts';
import { createIdentity } from './accounts/identity.ts';
import { createLifecycle } from './accounts/lifecycle.ts';
import { mergeRecords } from './accounts/merge.ts';
import { limitRequests, requestLimits, WINDOW_MS } from './api/limits.ts';
import { createApp } from './app.ts';
import { figureCache } from './cache/figures.ts';
import { composeDesk } from './compose-desk.ts';
import { createDoors } from './compose-doors.ts';
import type { Config } from './config.ts';
import { usableRecord } from './crm/contract/bounds.ts';
import type { CrmAdapter, CrmEvent, CrmRecord } from './crm/contract/index.ts';
import { createCrms } from './crm/registry.ts';
import { readByChoice } from './deals/choice.ts';
import { erpAdapters } from './erp/registry.ts';
import { filterAddresses } from './erp/transport/outgoing.ts';
import type { Services } from './flows/context.ts';
import { figuresChangedBy } from './flows/figure-keys.ts';
import { createMetrics } from './monitoring/metrics.ts';
import { createProbes } from './monitoring/probes.ts';
import { ProblemError } from './problems/error.ts';
import { createReconciliation } from './reconciliation/index.ts';
import { RECONCILIATION_CHANNEL } from './reconciliation/runs.ts';
import { createConnections } from './resilience/connections.ts';
import { crmReserve } from './resilience/crm-reserve.ts';
import { accountStore } from './store/accounts.ts';
import { auditStore } from './store/audit.ts';
import { carriedStore } from './store/carried.ts';
import { databaseClock } from './store/clock.ts';
import { crmTokenStore } from './store/crm-tokens.ts';
import { deskSessionStore } from './store/desk-sessions.ts';
import { linkStore } from './store/links.ts';
import { mergeStore } from './store/merges.ts';
import type { Store } from './store/open.ts';
import { peopleStore } from './store/people.ts';
import { quotaStore } from './store/quotas.ts';
import { quoteChoiceStore } from './store/quote-choices.ts';
import { rememberReads } from './store/remember.ts';
import { requestCounts } from './store/request-counts.ts';
import { resealAll } from './store/reseal.ts';
import { salesforceOrgStore } from './store/salesforce-orgs.ts';
import { usedTokenStore } from './store/used-tokens.ts';
import { createSubmissionEngine, WORK_CHANNEL } from './submissions/engine.ts';
import { noTestHooks, type TestHooks } from './submissions/unsafe.ts';

/** A deal's record serves all cards of one page view; a change in the CRM is seen after this at the latest. */
const RECORD_MS = 5000;
/** How long a write to the ERP is waited for. What comes later is found by the look-up. */
const WRITE_MS = 20_000;
/** How late a wake-up that got lost is noticed, and all that an idle worker asks the database: one statement in two seconds. */
const SWEEP_MS = 2000;
/** Nights begin to the minute, and what a killed process was comparing waits no longer than that. */
const RECONCILE_MS = 30_000;

/** Figures are kept for a month; an hour more or less is nothing. */
const FORGET_MS = 3_600_000;

/** Puts the parts together on an open store. `main.ts` adds the port, tests ask the app directly. */
export async function compose(config: Config, store: Store, logger: Logger, hooks: TestHooks = noTestHooks) {
  const now = () => new Date();
  const metrics = createMetrics();
  filterAddresses(config.erpAddresses);
  const vault = createVault(config.encryptionKeys);
  const { accounts, links, merges, forget } = rememberReads(
    accountStore(store.db, vault),
    linkStore(store.db),
    mergeStore(store.db),
  );
  const orgs = salesforceOrgStore(store.db);
  const stored = crmTokenStore(store.db, vault, store.kind === 'postgres');
  const tokenStore = { ...stored, disconnect: (account: AccountId) => lifecycle.disconnect(account) };
  const people = peopleStore(store.db, now);
  const sessions = deskSessionStore(store.db, now);
  const audit = auditStore(store.db, logger, now);
  const reserve = crmReserve(Date.now);
  const crms = createCrms({
    publicOrigin: config.PUBLIC_ORIGIN,
    hubspot: {
      apiBase: config.HUBSPOT_API_BASE,
      authorizeBase: config.HUBSPOT_AUTHORIZE_BASE,
      clientId: config.HUBSPOT_CLIENT_ID,
      clientSecret: config.secrets[0] ?? '',
    },
    salesforce: config.SALESFORCE_CLIENT_ID
      ? {
          clientId: config.SALESFORCE_CLIENT_ID,
          clientSecret: config.SALESFORCE_CLIENT_SECRET ?? null,
          jwtKey: config.SALESFORCE_JWT_KEY ?? null,
        }
      : null,
    tokens: tokenStore,
    onUsage(account, { used, limit }) {
      metrics.crmUsage.set({ account }, used / limit);
      reserve.spent(account, used / limit);
    },
    // The embedded database has one process, which counts by itself.
    ...(store.kind === 'postgres' ? { quota: quotaStore(store.db).take } : {}),
  });
  async function crmFor(id: AccountId): Promise<CrmAdapter> {
    const account = await accounts.get(id);
    const crm = account && crms.adapters[account.crm];
    if (!crm) throw new ProblemError('account_unknown');
    return crm;
  }
  const crmCall = (account: AccountId) => ({ account, signal: AbortSignal.timeout(7000) });
  const counts = requestCounts(store);
  const limited = limitRequests(counts, Date.now, { ...requestLimits, account: config.ACCOUNT_REQUESTS });
  const rights = createRights({ people, crmFor, crmCall });
  const figures = figureCache(store, Date.now, (event) => metrics.figures.inc({ event }));
  await figures.listen();
  const connections = createConnections({
    connection: accounts.connection,
    factories: erpAdapters,
    writeMs: hooks.writeMs ?? WRITE_MS,
    onCall(account, { operation, ms, error }) {
      metrics.erpCalls.observe({ operation, outcome: error?.kind ?? 'ok' }, ms / 1000);
      logger.debug({ account, operation, ms: Math.round(ms), outcome: error?.kind ?? 'ok' }, 'erp call');
    },
  });
  const { erpFor, describedBy } = connections;

  const quoteChoices = quoteChoiceStore(store.db);
  const records = new LRUCache<string, Promise<CrmRecord>>({ max: 5000, ttl: RECORD_MS });
  const recordKey = (account: string, ref: RecordRef) => `${account}|${ref.type}|${ref.id}`;
  function recordFor(account: AccountId, ref: RecordRef, fresh: boolean): Promise<CrmRecord> {
    const key = recordKey(account, ref);
    const known = fresh ? undefined : records.get(key);
    if (known) return known;
    reserve.mayRead(account);
    const reading = Promise.all([crmFor(account), ref.type === 'deal' ? quoteChoices.get(account, ref.id) : null])
      .then(([crm, choice]) => readByChoice((quote) => crm.record(ref, { ...crmCall(account), quote }), choice))
      .then(usableRecord);
    records.set(key, reading);
    // A failure is not remembered.
    reading.catch(() => records.delete(key));
    return reading;
  }

  const submissions = createSubmissionEngine({
    db: store.db,
    clock: databaseClock,
    erpFor,
    describedBy,
    unfit: async (account) => (await accounts.connection(account))?.unfit ?? null,
    markUnfit: accounts.markUnfit,
    async writeBack(account, record, fields) {
      const settings = (await accounts.get(account))?.settings;
      if (settings && !settings.writeBack) return;
      await (await crmFor(account)).writeBack(record, fields, crmCall(account));
      records.delete(recordKey(account, record));
    },
    link: (trx, { account, record, customer, actor }) =>
      linkStore(trx).putFirst(account, record, customer, actor, now()),
    async changed(account, payload) {
      if (payload.kind === 'customer') return forget();
      const keys = figuresChangedBy(payload);
      for (const each of await accounts.onSameErp(account)) await figures.invalidate(each, keys);
    },
    onError: (error) => logger.error({ err: error }, 'submissions'),
    now,
    hooks,
  });
  const reconciliation = createReconciliation({
    db: store.db,
    accounts,
    erpFor,
    crmFor,
    recordFor: (account, ref) => recordFor(account, ref, false),
    onError: (error) => logger.error({ err: error }, 'reconciliation'),
    now,
  });
  const forgetRecords = (account: AccountId) => {
    for (const key of records.keys()) if (key.startsWith(`${account}|`)) records.delete(key);
  };
  const identity = createIdentity({
    merges,
    carried: carriedStore(store.db),
    merge: (merge) => mergeRecords({ db: store.db, clock: databaseClock, now }, merge),
    forget(account) {
      forget();
      forgetRecords(account);
    },
  });
  const { requireView } = rights;
  const services: Services = {
    accounts,
    links,
    identity,
    figures,
    submissions,
    quoteChoices,
    erpFor,
    recordFor,
    requireView,
    now,
  };
  const lifecycle = createLifecycle({
    store,
    accounts,
    sessions,
    audit,
    leaveCrm: async (account) => (await crmFor(account)).uninstall(crmCall(account)),
    tryGrant: (account) => crms.tryGrant(account),
    drop(account) {
      forget();
      forgetRecords(account);
      rights.forget(account);
      stored.forget(account);
      figures.forgetAccount(account);
      connections.close(account);
    },
    onError: (error) => logger.warn({ err: error }, 'lifecycle'),
    now,
  });
  await lifecycle.listen();

  /** CRMs deliver an event more than once; to forget or remove what is forgotten or removed already does no harm. */
  async function onEvents(events: CrmEvent[]): Promise<void> {
    for (const event of await crms.completed(events)) {
      const account = accountIdSchema.parse(event.account);
      if (event.kind === 'uninstalled') await lifecycle.remove(account);
      if (event.kind === 'privacy_deletion' && event.record) await lifecycle.forgetContact(account, event.record.id);
      // Lines and quotes do not name their deal: whatever is remembered of the account's records is let go.
      const type = recordTypeSchema.safeParse(event.record?.type);
      if (type.success && event.record) records.delete(recordKey(account, { type: type.data, id: event.record.id }));
      else forgetRecords(account);
      await identity.follow(account, event);
    }
  }
  async function prepareProperties(account: AccountId): Promise<void> {
    await (await crmFor(account)).prepare(crmCall(account));
    const current = await accounts.get(account);
    if (current) await accounts.saveSettings(account, { ...current.settings, propertiesReady: true });
  }

  const documents = documentTokens(createHash('sha256').update(`documents|${config.encryptionKeys[0]}`).digest());
  const ready = async () => {
    try {
      await store.db.selectFrom('accounts').select('id').limit(1).execute();
      return true;
    } catch {
      return false;
    }
  };
  const browserOrigin = config.PLAYGROUND_SEED ? `http://${config.HOST}:${config.PORT}` : config.PUBLIC_ORIGIN;
  const probes = createProbes(ready);
  const app = createApp({
    services,
    documents,
    logger,
    metrics,
    probes,
    rights,
    audit,
    limited,
    used: usedTokenStore(store.db, now),
    uninstall: lifecycle.uninstall,
    ...composeDesk({
      config,
      store,
      accounts,
      sessions,
      audit,
      people,
      orgs,
      rights,
      lifecycle,
      limited,
      submissions,
      reconciliation,
      crmFor,
      origin: browserOrigin,
      logger,
    }),
    ...createDoors({
      config,
      store,
      vault,
      accounts,
      tokenStore,
      orgs,
      audit,
      people,
      lifecycle,
      grants: crms.grants,
      onEvents,
      prepare: prepareProperties,
      logger,
    }),
    now: Date.now,
    documentOrigin: browserOrigin,
  });
  /** For whoever runs it, on a port of its own. */
  const operations = createProbes(ready, metrics.registry);

  async function upkeep(): Promise<void> {
    await figures.forgetOld();
    await sessions.forgetOld();
    await audit.forgetOld();
    await counts.forgetOld(Math.floor(Date.now() / WINDOW_MS) - 1);
    await lifecycle.sweep();
  }
  let sweeping: NodeJS.Timeout | null = null;
  let reconciling: NodeJS.Timeout | null = null;
  let forgetting: NodeJS.Timeout | null = null;
  const sweep = () => submissions.sweep().catch((error: unknown) => logger.error({ err: error }, 'sweep'));
  return {
    app,
    operations,
    services,
    accounts,
    links,
    tokenStore,
    orgs,
    prepareProperties,
    reconciliation,
    crmFor,
    lifecycle,
    rights,
    people,
    audit,
    async startWorker(): Promise<void> {
      if (store.kind === 'pglite') await Promise.all([submissions.forgetClaims(), reconciliation.forgetClaims()]);
      // After a key was changed. A failure leaves the old seals, which open as long as their key is configured.
      await resealAll(store.db, vault).then(
        (count) => count > 0 && logger.info({ count }, 'sealed anew with the newest key'),
        (error: unknown) => logger.warn({ err: error }, 'reseal'),
      );
      await store.listen(WORK_CHANNEL, (account) => {
        const parsed = accountIdSchema.safeParse(account);
        if (parsed.success) submissions.wake(parsed.data);
      });
      await sweep();
      sweeping = setInterval(() => void sweep(), SWEEP_MS);
      await store.listen(RECONCILIATION_CHANNEL, () => void reconciliation.draw());
      reconciling = setInterval(() => void reconciliation.sweep().catch(() => {}), RECONCILE_MS);
      // A database that is away is asked again in an hour.
      forgetting = setInterval(
        () => void upkeep().catch((error: unknown) => logger.warn({ err: error }, 'upkeep')),
        FORGET_MS,
      );
    },
    async stop(): Promise<void> {
      if (sweeping) clearInterval(sweeping);
      if (reconciling) clearInterval(reconciling);
      if (forgetting) clearInterval(forgetting);
      await reconciliation.stop();
      await submissions.stop();
      await figures.flush();
      await store.close();
    },
  };
}
export type Backend = Awaited<ReturnType<typeof compose>>;
