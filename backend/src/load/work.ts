import type { AccountId } from '@backroom/shared';
import type { ErpAdapter } from '../erp/contract/index.ts';
import { isTestErp } from '../store/connections.ts';
import { cleanUp } from './clean.ts';
import type { LoadContext } from './context.ts';
import { findGoods } from './goods.ts';
import { MOST_AT_ONCE, SENDING_MS } from './limits.ts';
import { addCalls, changeTest, LEASE_MS, LostTest, prolong, type TestRow, testAccount } from './rows.ts';
import { sendOrders } from './send.ts';
import { timer } from './timed.ts';

/** The process ends; another one goes on. */
export class Stopping extends Error {}
/** A test that cannot go on, with the code of its reason: `load.problem.<code>`. */
export class Hopeless extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Watches over the claim while a test is worked on, and over what ends the test. */
function watch(ctx: LoadContext, test: TestRow, account: AccountId, stopping: AbortSignal) {
  let keptUntil = ctx.steady() + LEASE_MS;
  let asked = test.stop;
  let lost = false;
  let isTest = true;
  async function beat(): Promise<void> {
    const began = ctx.steady();
    try {
      asked = (await prolong(ctx.db, ctx.clock, test)).stop;
      keptUntil = began + LEASE_MS;
    } catch (error) {
      if (error instanceof LostTest) lost = true;
      return;
    }
    const connection = await ctx.accounts.connection(account, test.connection).catch(() => undefined);
    if (connection !== undefined) isTest = connection !== null && isTestErp(connection);
  }
  const beating = setInterval(() => void beat(), LEASE_MS / 6);
  return {
    beat,
    isTest: () => isTest,
    isAsked: () => asked,
    /** Throws where nothing may be sent any more. */
    check(): void {
      if (stopping.aborted) throw new Stopping();
      if (lost || ctx.steady() > keptUntil) throw new LostTest();
    },
    end: () => clearInterval(beating),
  };
}
type Watch = ReturnType<typeof watch>;

async function send(ctx: LoadContext, test: TestRow, erp: ErpAdapter, over: Watch, stopping: AbortSignal) {
  const { db } = ctx;
  if (!erp.orders) throw new Hopeless('no_orders');
  const goods = await findGoods(erp, (ids) => ctx.linkedAmong(testAccount(test), test.connection, ids));
  if (!goods) throw new Hopeless('no_goods');
  const { limits } = await erp.describe({}, { signal: AbortSignal.timeout(10_000) });
  const atOnce = Math.min(MOST_AT_ONCE, limits.concurrency);
  const startedAt = test.started_at ?? ctx.now();
  await changeTest(db, test, { state: 'running', started_at: startedAt, at_once: atOnce, problem: null });
  const ended = await sendOrders({
    db,
    test,
    erp,
    goods,
    atOnce,
    timer: timer(ctx.steady, stopping),
    now: ctx.now,
    check: over.check,
    ended() {
      if (!over.isTest()) return 'production';
      if (over.isAsked()) return 'asked';
      return ctx.now().getTime() - startedAt.getTime() > SENDING_MS ? 'time' : null;
    },
  });
  await changeTest(db, test, { state: 'cleaning', ended, sent_at: ctx.now() });
}

/** Works a claimed test as far as it goes now. Answers in how many milliseconds it goes on; null when it is finished. */
export async function workTest(
  ctx: LoadContext,
  test: TestRow,
  stopping: AbortSignal,
  /** Looks of the tests under way: each reads whether somebody wants it to stop. */
  looks: Set<() => Promise<void>>,
): Promise<number | null> {
  const account = testAccount(test);
  const over = watch(ctx, test, account, stopping);
  looks.add(over.beat);
  try {
    await over.beat();
    over.check();
    const erp = await ctx.erpFor(account, test.connection);
    if (test.state === 'queued' && over.isAsked())
      await changeTest(ctx.db, test, { state: 'cleaning', ended: 'asked' });
    else if (test.state !== 'cleaning') await send(ctx, test, erp, over, stopping);
    const timed = timer(ctx.steady, stopping);
    const again = await cleanUp({
      db: ctx.db,
      test,
      erp,
      description: await erp.describe({}, { signal: AbortSignal.timeout(10_000) }),
      timer: timed,
      now: () => ctx.now().getTime(),
      between: async () => over.check(),
    }).finally(() => addCalls(ctx.db, test, timed.take()));
    return again > 0 ? again : null;
  } finally {
    looks.delete(over.beat);
    over.end();
  }
}
