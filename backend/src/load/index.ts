import { randomUUID } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { ErpError } from '../erp/contract/index.ts';
import { createPool } from '../jobs/pool.ts';
import { forgetClaims } from '../jobs/queue.ts';
import { ProblemError } from '../problems/error.ts';
import { databaseClock, later } from '../store/clock.ts';
import { isTestErp } from '../store/connections.ts';
import type { LoadContext } from './context.ts';
import { wantedOf } from './limits.ts';
import { changeTest, claimTests, LOAD_CHANNEL, LostTest, type TestRow } from './rows.ts';
import { loadViews } from './views.ts';
import { Hopeless, Stopping, workTest } from './work.ts';

/** A test that broke down so often waits for nobody any more. */
const TRIES = 10;
const AFTER_FAULT_MS = 15_000;
/** Finished tests are kept for so long. */
const KEPT_MS = 90 * 86_400_000;

export type LoadOptions = Omit<LoadContext, 'clock' | 'steady'> &
  Partial<Pick<LoadContext, 'clock' | 'steady'>> & { onError: (error: unknown) => void };

/** Load tests: started by an admin against a test ERP, worked by whichever process has room, and cleaned up. */
export function createLoadTests(options: LoadOptions) {
  const { clock = databaseClock, steady = () => performance.now(), onError, ...rest } = options;
  const ctx: LoadContext = { ...rest, clock, steady };
  const { db, accounts, audit, now } = ctx;
  const stopping = new AbortController();
  const looks = new Set<() => Promise<void>>();
  const tell = (account: AccountId) => sql`select pg_notify(${LOAD_CHANNEL}, ${account})`.execute(db);
  const free = { claim: null, lease_until: null };

  async function finish(test: TestRow, change: { ended?: 'failed'; problem?: string } = {}): Promise<void> {
    await db.transaction().execute(async (trx) => {
      await changeTest(trx, test, { ...free, state: 'finished', finished_at: now(), ...change });
      // Nobody takes these back any more: a person has to know of them.
      await trx
        .updateTable('load_orders')
        .set({ state: 'stays' })
        .where('account', '=', test.account)
        .where('test', '=', test.id)
        .where('state', 'in', ['sending', 'created'])
        .execute();
    });
  }
  /** When a test that broke down goes on, or that it does not. */
  async function restLater(test: TestRow, error: unknown): Promise<void> {
    if (error instanceof LostTest) return;
    if (error instanceof Stopping) return void (await changeTest(db, test, { ...free, tries: 0 }));
    if (error instanceof Hopeless)
      return finish(test, { ended: 'failed', problem: JSON.stringify({ code: error.code }) });
    const isErp = error instanceof ErpError || error instanceof ProblemError;
    if (!isErp) onError(error);
    const words =
      error instanceof ErpError ? (error.words ?? error.kind) : error instanceof ProblemError ? error.code : null;
    const problem = JSON.stringify({ code: isErp ? 'erp' : 'fault', detail: words });
    if (test.tries >= TRIES) return finish(test, { ended: 'failed', problem });
    await changeTest(db, test, { ...free, problem, due_at: later(clock, AFTER_FAULT_MS) });
  }
  async function run(test: TestRow): Promise<void> {
    try {
      const again = await workTest(ctx, test, stopping.signal, looks);
      if (again === null) await finish(test);
      else await changeTest(db, test, { ...free, tries: 0, due_at: later(clock, again) });
    } catch (error) {
      await restLater(test, error).catch((lost: unknown) => {
        if (!(lost instanceof LostTest)) onError(lost);
      });
    }
  }
  const pool = createPool({ size: 1, claim: (room) => claimTests(db, clock, room), run, onError });

  return {
    ...loadViews(db),
    /** Starts a test. While one of the account is under way, it is that one. Null: the connection is not marked as a test system. */
    async start(
      who: { account: AccountId; actor: string },
      asked: { connection: string; peak: number; factor: number },
    ): Promise<string | null> {
      const { account, actor } = who;
      const connection = await accounts.connection(account, asked.connection);
      if (!connection) throw new ProblemError('erp_not_connected');
      if (!isTestErp(connection)) return null;
      const id = randomUUID();
      const wanted = wantedOf(asked.peak, asked.factor);
      const added = await db
        .insertInto('load_tests')
        .values({
          account,
          id,
          connection: asked.connection,
          state: 'queued',
          ended: null,
          requested_by: actor,
          created_at: now(),
          started_at: null,
          sent_at: null,
          finished_at: null,
          peak: asked.peak,
          factor: asked.factor,
          wanted,
          at_once: null,
          claim: null,
          lease_until: null,
        })
        .onConflict((on) => on.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (added) await audit.note(account, actor, 'load_test_started', `${connection.name}: ${wanted}`);
      await tell(account);
      const active = await db
        .selectFrom('load_tests')
        .select('id')
        .where('account', '=', account)
        .where('state', '<>', 'finished')
        .executeTakeFirst();
      return added?.id ?? active?.id ?? id;
    },
    /** Sends nothing more. What was sent is taken back. */
    async abort(who: { account: AccountId; actor: string }, id: string): Promise<void> {
      const stopped = await db
        .updateTable('load_tests')
        .set({ stop: true, due_at: clock() })
        .where('account', '=', who.account)
        .where('id', '=', id)
        .where('state', 'in', ['queued', 'running'])
        .where('stop', '=', false)
        .returning('id')
        .executeTakeFirst();
      if (stopped) await audit.note(who.account, who.actor, 'load_test_stopped', null);
      await tell(who.account);
    },
    /** Takes up what waits, and has tests under way look whether they should stop. Only workers call it. */
    async draw(): Promise<void> {
      await Promise.all([...looks].map((look) => look()));
      await pool.draw();
    },
    settled: pool.settled,
    async forgetOld(): Promise<void> {
      const old = new Date(now().getTime() - KEPT_MS);
      for (const table of ['load_calls', 'load_orders'] as const)
        await sql`delete from ${sql.table(table)} x using load_tests t where t.account = x.account and t.id = x.test and t.finished_at < ${old}`.execute(
          db,
        );
      await db.deleteFrom('load_tests').where('finished_at', '<', old).execute();
    },
    /** Embedded, this is the only process there is: every claim found at its start is a dead one's. */
    forgetClaims: () => forgetClaims(db, ['load_tests']),
    async stop(): Promise<void> {
      stopping.abort();
      await pool.stop();
    },
  };
}
export type LoadTests = ReturnType<typeof createLoadTests>;
