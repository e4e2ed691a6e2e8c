import type { AccountId } from '@backroom/shared';
import type { Db } from '../store/open.ts';
import { callLog } from './call-log.ts';
import { noteCall, type Sent } from './calls.ts';
import type { Logger } from './log.ts';
import { secretsOf } from './mask.ts';
import { type Ending, flowStats } from './stats.ts';
import { flowFigures } from './stats-read.ts';
import { figureSubject, subjectOf } from './subjects.ts';

/** How long calls and counts wait in memory. */
const FLUSH_MS = 2000;

const silent = new Set(['unreachable', 'uncertain']);
const failed = new Set(['busy', 'unauthorised', 'drift']);
/** A refusal in business terms is an answer: it waits at the order desk and is no failure of the connection. */
function endingOf(error: unknown): Ending {
  if (error === null) return 'ok';
  const kind = error instanceof Error && 'kind' in error ? String(error.kind) : 'drift';
  return silent.has(kind) ? 'silent' : failed.has(kind) ? 'failed' : 'ok';
}

type Report = { operation: string; ms: number; error: unknown };
type Parts = { db: Db; logger: Pick<Logger, 'warn'>; now: () => Date; main: string };

/** What a process records of its calls. Recording costs no statement: everything is written in batches by `start`. */
export function openMonitoring({ db, logger, now, main }: Parts) {
  const calls = callLog(db);
  const stats = flowStats(db);
  const at = () => now().getTime();
  let flushing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function flushAll(): Promise<void> {
    const dropped = calls.takeDropped();
    if (dropped > 0) logger.warn({ dropped }, 'calls that are missing in the call log');
    await calls.flush();
    await stats.flush();
  }
  function flush(): Promise<void> {
    flushing ??= flushAll().finally(() => {
      flushing = null;
    });
    return flushing;
  }
  return {
    calls,
    figures: flowFigures(db),
    flush,
    erpSent(account: AccountId, connection: { id: string; credentials: Readonly<Record<string, string>> }) {
      const origin = {
        account,
        system: 'erp',
        connection: connection.id,
        secrets: secretsOf(connection.credentials),
      } as const;
      return (sent: Sent) => noteCall(calls.keep, origin, sent, now());
    },
    erpCalled: (account: AccountId, connection: string, { operation, ms, error }: Report) =>
      stats.call({ account, connection, subject: subjectOf(operation) }, ms, endingOf(error), at()),
    crmSent: (account: string, sent: Sent) =>
      noteCall(calls.keep, { account, system: 'crm', connection: '' }, sent, now()),
    crmCalled: (account: AccountId, { ms, error }: Report) =>
      stats.call({ account, connection: '', subject: 'crm' }, ms, endingOf(error), at()),
    crmUsage: (account: string, part: number) => stats.quota(account, part, at()),
    crmTold: (account: AccountId) => stats.call({ account, connection: '', subject: 'events' }, 0, 'ok', at()),
    figure: (event: 'hit' | 'miss' | 'stale', account: string, key: string) =>
      stats.figure({ account, ...figureSubject(key, main) }, event, at()),
    signatureRefused: (account: string) =>
      stats.call({ account, connection: '', subject: 'signatures' }, 0, 'failed', at()),
    /** Counts the same figures again each time that the returned function is called. */
    hits(account: string, keys: readonly string[]): () => void {
      const subjects = keys.map((key) => ({ account, ...figureSubject(key, main) }));
      const nameOf = ({ connection, subject }: (typeof subjects)[number]) => `${connection}|${subject}`;
      const grouped = Object.values(Object.groupBy(subjects, nameOf)).flatMap((group) =>
        group?.[0] ? [{ of: group[0], count: group.length }] : [],
      );
      return () => {
        for (const { of, count } of grouped) stats.figure(of, 'hit', at(), count);
      };
    },
    start(): void {
      timer ??= setInterval(
        () => void flush().catch((error: unknown) => logger.warn({ err: error }, 'monitoring')),
        FLUSH_MS,
      );
      timer.unref();
    },
    async stop(): Promise<void> {
      if (timer) clearInterval(timer);
      timer = null;
      await flush().catch((error: unknown) => logger.warn({ err: error }, 'monitoring'));
    },
    async forgetOld(): Promise<void> {
      await calls.forgetOld(now());
      await stats.forgetOld(now());
    },
  };
}
export type Monitoring = ReturnType<typeof openMonitoring>;
