import { accountIdSchema } from '@backroom/shared';
import type { Vault } from './access/secrets.ts';
import type { Lifecycle } from './accounts/lifecycle.ts';
import type { Alerting } from './alerting.ts';
import { WINDOW_MS } from './api/limits.ts';
import type { RunningAutomation } from './automating.ts';
import { AUTOMATION_CHANNEL } from './automation/rows.ts';
import type { FigureReader } from './cache/figures.ts';
import type { CustomerSync } from './customer-sync/index.ts';
import type { Following } from './following.ts';
import type { LoadTests } from './load/index.ts';
import { LOAD_CHANNEL } from './load/rows.ts';
import type { Monitoring } from './monitoring/index.ts';
import type { Logger } from './monitoring/log.ts';
import type { Reconciliation } from './reconciliation/index.ts';
import { RECONCILIATION_CHANNEL } from './reconciliation/runs.ts';
import type { Scans } from './scans/index.ts';
import { SCANS_CHANNEL } from './scans/rows.ts';
import type { Store } from './store/open.ts';
import { resealAll } from './store/reseal.ts';
import type { Stores } from './store/stores.ts';
import { tidyTables } from './store/tidy.ts';
import { ACTS_CHANNEL, type SubmissionEngine, WORK_CHANNEL } from './submissions/engine.ts';

/** How late a wake-up that got lost is noticed. */
const SWEEP_MS = 2000;
/** Nightly runs start on the minute, and what a killed process was comparing waits no longer than that. */
const RECONCILE_MS = 30_000;
/** How late a scan goes on that a killed process left, or that waited for a quota. */
const SCAN_MS = 10_000;
/** How late a conversion goes on that waited for the ERP or the CRM, or that a killed process left. */
const AUTOMATION_MS = 5000;
/** How soon an account that left in its CRM is left here too. */
const DEPARTURES_MS = 60_000;
/** How long a table of the embedded database that grows is read with plans for an empty one. */
const TIDY_MS = 20_000;
/** Figures are kept for a month; an hour more or less is nothing. */
const UPKEEP_MS = 3_600_000;

type Parts = {
  store: Store;
  stores: Pick<Stores, 'sessions' | 'audit' | 'counts'>;
  vault: Vault;
  figures: FigureReader;
  submissions: SubmissionEngine;
  reconciliation: Reconciliation;
  scans: Scans;
  load: LoadTests;
  automation: RunningAutomation;
  following: Following;
  customerSync: CustomerSync;
  lifecycle: Lifecycle;
  monitoring: Monitoring;
  alerting: Alerting;
  logger: Logger;
};

/** What a worker does by itself: writes that wait, comparisons, and the upkeep of what is kept. */
export function createWorker(parts: Parts) {
  const {
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
    customerSync,
    lifecycle,
    monitoring,
    alerting,
    logger,
  } = parts;
  const timers: NodeJS.Timeout[] = [];
  const logged = (what: string) => (error: unknown) => logger.warn({ err: error }, what);
  const sweep = () => submissions.sweep().catch((error: unknown) => logger.error({ err: error }, 'sweep'));

  let tidying = false;
  async function tidy(): Promise<void> {
    if (tidying) return;
    tidying = true;
    await tidyTables(store.db).catch(logged('tidy'));
    tidying = false;
  }
  async function upkeep(): Promise<void> {
    await figures.forgetOld();
    await stores.sessions.forgetOld();
    await stores.audit.forgetOld();
    await monitoring.forgetOld();
    await alerting.alerts.forgetOld();
    await stores.counts.forgetOld(Math.floor(Date.now() / WINDOW_MS) - 1);
    await scans.forgetOld();
    await automation.forgetOld();
    await load.forgetOld();
    await lifecycle.sweep();
  }
  return {
    async start(): Promise<void> {
      if (store.kind === 'pglite')
        await Promise.all([
          submissions.forgetClaims(),
          reconciliation.forgetClaims(),
          scans.forgetClaims(),
          load.forgetClaims(),
          automation.forgetClaims(),
        ]);
      // After a key was changed. A failure leaves the old seals, which open as long as their key is configured.
      await resealAll(store.db, vault).then(
        (count) => count > 0 && logger.info({ count }, 'sealed anew with the newest key'),
        logged('reseal'),
      );
      await store.listen(WORK_CHANNEL, (account) => {
        const parsed = accountIdSchema.safeParse(account);
        if (parsed.success) submissions.wake(parsed.data);
      });
      await store.listen(ACTS_CHANNEL, (account) => {
        const parsed = accountIdSchema.safeParse(account);
        if (parsed.success) submissions.acts.wake(parsed.data);
      });
      if (store.kind === 'pglite') timers.push(setInterval(() => void tidy(), TIDY_MS));
      await following.start(store.kind === 'pglite');
      alerting.start();
      timers.push(setInterval(() => void customerSync.draw(), SWEEP_MS));
      await sweep();
      timers.push(setInterval(() => void sweep(), SWEEP_MS));
      await store.listen(RECONCILIATION_CHANNEL, () => void reconciliation.draw());
      timers.push(setInterval(() => void reconciliation.sweep().catch(() => {}), RECONCILE_MS));
      await store.listen(SCANS_CHANNEL, () => void scans.draw());
      timers.push(setInterval(() => void scans.draw(), SCAN_MS));
      await store.listen(LOAD_CHANNEL, () => void load.draw());
      timers.push(setInterval(() => void load.draw(), SCAN_MS));
      await store.listen(AUTOMATION_CHANNEL, () => void automation.draw());
      timers.push(setInterval(() => void automation.draw(), AUTOMATION_MS));
      timers.push(setInterval(() => void lifecycle.followDepartures().catch(logged('departures')), DEPARTURES_MS));
      // A database that is away is asked again in an hour.
      timers.push(setInterval(() => void upkeep().catch(logged('upkeep')), UPKEEP_MS));
    },
    async stop(): Promise<void> {
      for (const timer of timers) clearInterval(timer);
      await alerting.stop();
      await reconciliation.stop();
      await scans.stop();
      await load.stop();
      await automation.stop();
      await customerSync.stop();
      await following.stop();
      await submissions.stop();
    },
  };
}
