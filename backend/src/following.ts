import type { AccountId, RecordRef } from '@backroom/shared';
import type { FigureReader } from './cache/figures.ts';
import { figuresOf } from './cache/scope.ts';
import type { FeedOptions } from './feeds/context.ts';
import { createFeeds } from './feeds/index.ts';
import { customerFigures } from './flows/figure-keys.ts';
import type { Logger } from './monitoring/log.ts';
import type { Metrics } from './monitoring/metrics.ts';
import { figurePrefix } from './store/connections.ts';
import type { LinkStore } from './store/links.ts';
import type { SubmissionEngine } from './submissions/engine.ts';

/** All that a worker asks while no feed is due: one statement in two seconds. */
const DRAW_MS = 2000;
/** How late a new connection is followed, and a silent feed told of. */
const MATCH_MS = 30_000;

type Parts = Pick<
  FeedOptions,
  'db' | 'clock' | 'accounts' | 'erpFor' | 'describedBy' | 'crmFor' | 'now' | 'hooks' | 'everyMs'
> & {
  links: LinkStore;
  submissions: Pick<SubmissionEngine, 'followCustomer'>;
  figures: FigureReader;
  /** What this process remembers of links, or of a record, is old. */
  forgetReads: () => void;
  forgetRecord: (account: AccountId, ref: RecordRef) => void;
  metrics: Metrics;
  logger: Logger;
};

function watching(links: LinkStore, touch: (account: AccountId, ref: RecordRef) => Promise<void>): LinkStore {
  return {
    ...links,
    of: (connection) => watching(links.of(connection), touch),
    async put(account, ref, ...more) {
      await links.put(account, ref, ...more);
      await touch(account, ref);
    },
    async remove(account, ref) {
      await links.remove(account, ref);
      await touch(account, ref);
    },
  };
}

/** The feeds with what they need of the other parts, and their timers. */
export function openFeeds({ links, submissions, figures, forgetReads, forgetRecord, metrics, logger, ...rest }: Parts) {
  const silent = new Set<string>();
  const feeds = createFeeds({
    ...rest,
    figures: {
      invalidate: ({ account, connection }, keys) =>
        figures.invalidate(
          account,
          keys.map((key) => figurePrefix(connection) + key),
        ),
      invalidateAll: ({ account, connection }, names) =>
        figures.invalidateAll(
          account,
          names.map((name) => figurePrefix(connection) + name),
        ),
    },
    async follow(at, customer, card) {
      const { account, connection } = at;
      await links.of(connection).follow(account, customer, card);
      forgetReads();
      if (card.id === customer) return;
      await submissions.followCustomer(at, customer, card.id);
      await figuresOf(figures, connection).invalidate(account, customerFigures([customer, card.id]));
    },
    wrote(account, outcomes) {
      for (const { record } of outcomes) forgetRecord(account, record.ref);
    },
    onError: (error) => logger.error({ err: error }, 'feeds'),
    onSilent(accounts) {
      metrics.silentFeeds.set(accounts.length);
      for (const account of accounts) if (!silent.has(account)) logger.warn({ account }, 'nothing heard of the ERP');
      for (const account of silent) if (!accounts.includes(account)) logger.info({ account }, 'the ERP is heard again');
      silent.clear();
      for (const account of accounts) silent.add(account);
    },
  });
  const timers: NodeJS.Timeout[] = [];
  const match = () => feeds.match().catch((error: unknown) => logger.error({ err: error }, 'feeds'));
  return {
    feeds,
    async start(embedded: boolean): Promise<void> {
      if (embedded) await feeds.forgetClaims();
      await match();
      void feeds.draw();
      timers.push(
        setInterval(() => void match(), MATCH_MS),
        setInterval(() => void feeds.draw(), DRAW_MS),
      );
    },
    async stop(): Promise<void> {
      for (const timer of timers) clearInterval(timer);
      await feeds.stop();
    },
    /** Links whose company is written to as soon as it is linked, or no longer. */
    watched: watching(links, feeds.touch),
  };
}
export type Following = ReturnType<typeof openFeeds>;
