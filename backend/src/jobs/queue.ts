import { type AccountId, accountIdSchema } from '@backroom/shared';
import { fromKysely, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { BossDatabase } from '../store/open.ts';
import type { Trx } from '../submissions/rows.ts';

const queue = 'submissions';
const jobSchema = z.object({ account: accountIdSchema, id: z.string() });

/**
 * Jobs on pg-boss, in the same database. A job says only "look at this submission"; what there is to do stands in its row, so a job that
 * runs twice, late or not at all does no harm (a sweep finds what is due).
 */
export async function openQueue(database: BossDatabase, onError: (error: unknown) => void) {
  const common = { supervise: true, schedule: false, migrate: true } as const;
  const boss =
    'executeSql' in database
      ? new PgBoss({ ...common, db: database, backend: 'pglite' })
      : new PgBoss({ ...common, ...database, max: 4 });
  boss.on('error', onError);
  await boss.start();
  // Done jobs are no records: the submissions are. Retries are the submission's own business.
  await boss.createQueue(queue, { retryLimit: 5, retryDelay: 1, expireInSeconds: 120, deleteAfterSeconds: 600 });
  let worker: string | null = null;
  return {
    /** Inside the caller's transaction: the job exists when, and only when, the row does. */
    async enqueue(trx: Trx, account: AccountId, id: string, at: Date): Promise<void> {
      const wait = at.getTime() - Date.now();
      await boss.send(queue, { account, id }, { db: fromKysely(trx), ...(wait > 50 ? { startAfter: at } : {}) });
      // The worker of this process looks at once, after the commit that follows; others find it when they poll.
      if (worker && wait <= 50) setTimeout(() => worker && boss.notifyWorker(worker), 5).unref();
    },
    async work(handle: (account: AccountId, id: string) => Promise<void>, concurrency: number): Promise<void> {
      worker = await boss.work(
        queue,
        {
          localConcurrency: Math.max(1, Math.ceil(concurrency / 2)),
          batchSize: 2,
          perJobResults: true,
          burstWhenBatchFull: true,
          pollingIntervalSeconds: 0.5,
        },
        async (jobs) => {
          return Promise.all(
            jobs.map(async (job) => {
              try {
                const { account, id } = jobSchema.parse(job.data);
                await handle(account, id);
                return { id: job.id, status: 'completed' as const };
              } catch (error) {
                onError(error);
                return { id: job.id, status: 'failed' as const };
              }
            }),
          );
        },
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: 8000 }),
  };
}
export type Queue = Awaited<ReturnType<typeof openQueue>>;
