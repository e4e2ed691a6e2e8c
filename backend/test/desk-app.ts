import { Hono } from 'hono';
import { pino } from 'pino';
import { approvalLinks } from '../src/access/approval-links.ts';
import { deskTokens } from '../src/access/desk.ts';
import { createVault } from '../src/access/secrets.ts';
import { createGrants } from '../src/accounts/grants.ts';
import { reference } from '../src/api/guards.ts';
import { createAutomation } from '../src/automation/index.ts';
import { type ConsoleOptions, createConsole } from '../src/console/app.ts';
import { GRANTED } from '../src/console/connection/view.ts';
import { feedViews } from '../src/feeds/index.ts';
import { createLoadTests } from '../src/load/index.ts';
import type { Alerts } from '../src/monitoring/alerts/index.ts';
import { openMonitoring } from '../src/monitoring/index.ts';
import type { Variables } from '../src/problems/answer.ts';
import { createReconciliation } from '../src/reconciliation/index.ts';
import { createScans } from '../src/scans/index.ts';
import { apiKeyStore } from '../src/store/api-keys.ts';
import { approvalStore } from '../src/store/approvals.ts';
import { auditStore } from '../src/store/audit.ts';
import { databaseClock } from '../src/store/clock.ts';
import { MAIN } from '../src/store/connections.ts';
import { deskSessionStore } from '../src/store/desk-sessions.ts';
import { linkStore } from '../src/store/links.ts';
import type { Db } from '../src/store/open.ts';
import { pendingInstallStore } from '../src/store/pending-installs.ts';
import { peopleStore } from '../src/store/people.ts';
import { usedTokenStore } from '../src/store/used-tokens.ts';

export const origin = 'https://app.backroom.example';
export const tokens = deskTokens(Buffer.alloc(32, 7));

/** The order desk as the backend mounts it, without the rest of the backend. */
export function deskApp(
  options: { db: Db } & Pick<ConsoleOptions, 'accounts' | 'connections' | 'submissions' | 'now'> &
    Partial<
      Pick<
        ConsoleOptions,
        | 'reconciliation'
        | 'crmPages'
        | 'isAdmin'
        | 'uninstall'
        | 'feeds'
        | 'scans'
        | 'monitoring'
        | 'load'
        | 'busiestDay'
      >
    >,
): Hono<{ Variables: Variables }> {
  const logger = pino({ level: 'silent' });
  const { db } = options;
  const now = () => new Date(options.now());
  const notAsked = async (): Promise<never> => {
    throw new Error('not asked for here');
  };
  const monitoring = openMonitoring({ db, logger, now, main: MAIN });
  const parts = {
    reconciliation: createReconciliation({
      db,
      accounts: options.accounts,
      connectionsOf: notAsked,
      erpFor: notAsked,
      crmFor: notAsked,
      recordFor: notAsked,
      now,
      onError: () => {},
    }),
    crmPages: async () => () => null,
    scans: createScans({
      db,
      accounts: options.accounts,
      links: linkStore(db),
      audit: auditStore(db, logger, now),
      erpFor: notAsked,
      crmFor: notAsked,
      onError: () => {},
      now,
    }),
    feeds: feedViews(db, databaseClock),
    used: usedTokenStore(db, now),
    sessions: deskSessionStore(db, now),
    audit: auditStore(db, logger, now),
    people: peopleStore(db, now),
    apiKeys: apiKeyStore(db, now),
    apiOrigin: origin,
    certificatesOf: () => null,
    crmNames: { hubspot: 'HubSpot', salesforce: 'Salesforce' },
    isAdmin: async ({ roles }: { roles: readonly string[] }) => roles.includes('admin'),
    uninstall: async () => {},
    forgetRights: () => {},
    preflight: { run: async () => [], busiestDay: async () => null, versions: async () => [] },
    load: createLoadTests({
      db,
      accounts: options.accounts,
      audit: auditStore(db, logger, now),
      erpFor: notAsked,
      linkedAmong: async () => new Set<string>(),
      onError: () => {},
      now,
    }),
    busiestDay: async () => null,
    monitoring: { ...monitoring, alerts: {} as Alerts },
    erpFor: notAsked,
    grants: createGrants({
      pending: pendingInstallStore(db, createVault([Buffer.alloc(32, 3).toString('base64')]), now),
      address: `${origin}${GRANTED}`,
    }),
    approvalLinks: approvalLinks('for tests'),
    approvals: approvalStore(db),
    askedNow: async () => null,
    automation: {
      timeline: { refused: async () => [], removeAll: async () => 0 },
      ...createAutomation({
        db,
        accounts: options.accounts,
        crmFor: notAsked,
        callOf: () => ({}) as never,
        services: {} as never,
        onError: () => {},
        now,
      }),
    },
    pipelinesOf: async () => null,
    crmFieldList: async () => null,
    companyFieldsOf: async () => ({}),
    crmInstalls: [],
    ownOrders: async () => 'not_told' as const,
    crmFields: async () => null,
    exampleDeal: notAsked,
    sample: {
      crmRecord: notAsked,
      soldDeals: async () => [],
      dealIdIn: async (_: unknown, typed: string) => typed,
      linkOf: async () => null,
      submissions: { listForRecord: async () => [] },
    },
    customerSync: { open: async () => [], decide: async () => false },
    limited: async (_: unknown, next: () => Promise<void>) => next(),
  };
  const app = new Hono<{ Variables: Variables }>();
  app.use(reference);
  app.route('/desk', createConsole({ tokens, origin, logger, ...parts, ...options }));
  return app;
}
