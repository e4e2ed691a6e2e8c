import { X509Certificate } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import type { Vault } from './access/secrets.ts';
import { approvalLetters } from './approval-mails.ts';
import type { Config } from './config.ts';
import type { Crms } from './crm/open.ts';
import { certificatesIn } from './erp/contract/certificates.ts';
import type { Feeds } from './feeds/index.ts';
import { openAlerts } from './monitoring/alerts/index.ts';
import type { Monitoring } from './monitoring/index.ts';
import type { Logger } from './monitoring/log.ts';
import { databaseClock } from './store/clock.ts';
import type { Store } from './store/open.ts';
import type { Stores } from './store/stores.ts';

/** How often a worker looks for accounts to check and messages to send. */
const DRAW_MS = 5000;
type End = { connection: string; what: string; at: number };

type Parts = {
  store: Store;
  stores: Pick<Stores, 'accounts' | 'approvals'>;
  crms: Pick<Crms, 'certificatesOf' | 'crmFor' | 'callOf' | 'apiOf'>;
  feeds: Pick<Feeds, 'states'>;
  monitoring: Monitoring;
  vault: Vault;
  config: Pick<Config, 'mail' | 'browserOrigin' | 'encryptionKeys'>;
  logger: Logger;
  now: () => Date;
};

/** The alerts with what they look at, and their timer. */
export function openAlerting({ store, stores, crms, feeds, monitoring, vault, config, logger, now }: Parts) {
  const { accounts } = stores;
  async function endsOf(account: AccountId): Promise<End[]> {
    const [connections, registered] = await Promise.all([
      accounts.connections(account),
      crms.certificatesOf(account)?.list(account) ?? [],
    ]);
    const own = connections.flatMap(({ id: connection, credentialsEnd, settings }): End[] => {
      const ends = (certificatesIn(settings.ca ?? '') ?? []).map((each) =>
        new X509Certificate(each).validToDate.getTime(),
      );
      return [
        ...(credentialsEnd ? [{ connection, what: 'credentials', at: Date.parse(`${credentialsEnd}T00:00:00Z`) }] : []),
        ...(ends.length > 0 ? [{ connection, what: 'certificate', at: Math.min(...ends) }] : []),
      ];
    });
    // The newest one signs; an older one may end.
    const newest = registered[0]?.endsAt;
    const apiEnd = crms.apiOf(account)?.endsOn;
    return [
      ...own,
      ...(newest ? [{ connection: '', what: 'certificate', at: Date.parse(newest) }] : []),
      ...(apiEnd ? [{ connection: '', what: 'api', at: Date.parse(`${apiEnd}T00:00:00Z`) }] : []),
    ];
  }
  const alerts = openAlerts({
    db: store.db,
    clock: databaseClock,
    vault,
    figures: monitoring.figures,
    connections: accounts.connections,
    feeds: async (account) =>
      (await feeds.states(account)).map(({ connection, read_at, begun_at }) => ({
        connection,
        heardAt: (read_at ?? begun_at).getTime(),
      })),
    ends: endsOf,
    async tasks(account) {
      const { createTask, finishTask } = await crms.crmFor(account);
      if (!createTask || !finishTask) return null;
      return {
        create: (task) => createTask(task, crms.callOf(account)),
        finish: (id) => finishTask(id, crms.callOf(account)),
      };
    },
    mail: config.mail,
    approvalLetter: approvalLetters(stores.approvals, config, now),
    origin: config.browserOrigin,
    logger,
    now,
  });
  let timer: NodeJS.Timeout | null = null;
  return {
    alerts,
    start(): void {
      const draw = () => void alerts.draw().catch((error: unknown) => logger.warn({ err: error }, 'alerts'));
      timer = setInterval(draw, DRAW_MS);
    },
    async stop(): Promise<void> {
      if (timer) clearInterval(timer);
      await alerts.stop();
    },
  };
}
export type Alerting = ReturnType<typeof openAlerting>;
