import { currencySchema, decimal, type ErpOrder, erpCustomerIdSchema, erpProductIdSchema } from '@backroom/shared';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases } from '../../../test/databases.ts';
import { openWorld, type World, who } from '../../../test/engine-world.ts';
import { type FakeErp, fakeErp } from '../../../test/fake-erp.ts';
import { ErpError } from '../../erp/contract/index.ts';
import type { StandingOrder } from '../../erp/contract/standing.ts';
import { orderVersion } from '../../erp/kit/order-version.ts';
import type { Store } from '../../store/open.ts';
import type { SubmissionEngine } from '../engine.ts';
import { actCrashPoints, noTestHooks, type TestHooks } from '../unsafe.ts';
import { afterActFailure } from './fail.ts';

const EUR = currencySchema.parse('EUR');
type Trouble = 'lose' | 'cut' | 'refuse' | 'down' | 'busy' | 'conflict' | null;

/** An ERP whose orders can be changed: it compares versions as it writes, and fails as the test says. */
function changeable() {
  const erp = fakeErp();
  let next: Trouble[] = [];
  let sent = 0;
  const standing = (order: ErpOrder): StandingOrder => {
    const content = {
      ...order,
      lines: order.lines.map((line) => ({ ...line, productId: erpProductIdSchema.parse('p1') })),
    };
    const closed =
      order.status === 'delivered' ? ({ reason: 'delivered', words: `${order.number} is delivered.` } as const) : null;
    return { ...content, version: orderVersion(content), closedTo: { change: closed, cancel: closed } };
  };
  const find = (id: string) => erp.orders.find((each) => each.id === id);
  async function write(
    id: string,
    version: string | undefined,
    commit: (order: ErpOrder) => void,
  ): Promise<StandingOrder> {
    sent += 1;
    await new Promise((done) => setImmediate(done));
    const trouble = next.shift() ?? null;
    if (trouble === 'down') throw new ErpError('unreachable', 'down');
    if (trouble === 'busy') throw new ErpError('busy', 'slow down', { retryAfterMs: 1000 });
    if (trouble === 'refuse') throw new ErpError('refused', 'no', { words: 'Period closed.' });
    if (trouble === 'conflict') throw new ErpError('conflict', 'a lock');
    if (trouble === 'cut') throw new ErpError('uncertain', 'cut before');
    const order = find(id);
    if (!order) throw new ErpError('not_found', 'no such order');
    if (order.status === 'cancelled') return standing(order);
    if (version !== undefined && standing(order).version !== version) throw new ErpError('conflict', 'changed');
    commit(order);
    if (trouble === 'lose') throw new ErpError('uncertain', 'cut after');
    return standing(order);
  }
  Object.assign(erp.adapter.orders as object, {
    read: async ({ id }: { id: string }) => {
      const order = find(id);
      return { order: order ? standing(order) : null };
    },
    change: ({
      id,
      version,
      order: input,
    }: {
      id: string;
      version: string;
      order: { lines: { quantity: string }[] };
    }) =>
      write(id, version, (order) => {
        order.lines = order.lines.map((line, index) => ({
          ...line,
          quantity: decimal(input.lines[index]?.quantity ?? '0'),
        }));
      }),
    cancel: ({ id, version }: { id: string; version?: string }) =>
      write(id, version, (order) => {
        order.status = 'cancelled';
      }),
  });
  return {
    erp,
    standing,
    sent: () => sent,
    /** What the next writes come to. */
    fail(...troubles: Trouble[]) {
      next = troubles;
    },
  };
}

describe.each(databases)('changes and cancellations on $name', ({ start }) => {
  let database: Database;
  let store: Store;
  let world: World;
  let ours: ReturnType<typeof changeable>;
  beforeAll(async () => {
    database = await start();
    store = await database.open();
  });
  afterAll(async () => {
    await store?.close();
    await database?.remove();
  });
  afterEach(() => world.close());

  /** An order that the ERP has. */
  async function ordered(hooks: TestHooks = noTestHooks) {
    ours = changeable();
    world = await openWorld(store.db, ours.erp as FakeErp);
    const engine = world.engine(hooks);
    const { id } = await world.submit(engine, 'd1');
    await world.rest();
    const order = ours.erp.orders[0];
    if (!order) throw new Error('no order');
    return { engine, submission: id, order };
  }
  type Asked = {
    submission: string;
    order: ErpOrder;
    quantity?: string;
    key?: string;
    version?: string;
    revision?: string;
  };
  const change = (
    engine: SubmissionEngine,
    { submission, order, quantity = '3', key, version, revision = 'r2' }: Asked,
  ) =>
    engine.acts.submit(who(world.account), {
      submission,
      revision,
      version: version ?? ours.standing(order).version,
      idempotencyKey: key ?? crypto.randomUUID(),
      body: { quantity },
      payload: {
        kind: 'change',
        clear: [],
        promiseDate: null,
        expected: null,
        order: {
          reference: world.reference('d1'),
          customerId: erpCustomerIdSchema.parse('c0'),
          currency: EUR,
          requestedDate: null,
          note: null,
          lines: [
            {
              productId: erpProductIdSchema.parse('p1'),
              quantity: decimal(quantity),
              unitPrice: { amount: decimal('5'), currency: EUR },
              description: null,
            },
          ],
        },
      },
    });
  const cancel = (engine: SubmissionEngine, { submission, order }: Asked) =>
    engine.acts.submit(who(world.account), {
      submission,
      revision: null,
      version: ours.standing(order).version,
      idempotencyKey: crypto.randomUUID(),
      body: { cancel: true },
      payload: { kind: 'cancel', reason: 'Project stopped' },
    });
  /** Lets every living engine work until the act is over. */
  async function over(engine: SubmissionEngine, id: string, seconds = 60) {
    for (let second = 0; second < seconds; second += 1) {
      engine.acts.wake(world.account);
      await world.pass(1000);
      const act = await engine.acts.get(world.account, id);
      if (['done', 'refused', 'needs_attention', 'withdrawn'].includes(act.state)) {
        await world.pass(1000);
        return engine.acts.get(world.account, id);
      }
    }
    return engine.acts.get(world.account, id);
  }

  test('is sent once, and the submission and the deal say what the order is now', async () => {
    const asked = await ordered();
    const { engine, submission } = asked;
    const act = await over(engine, (await change(engine, asked)).id);
    expect(act).toMatchObject({ state: 'done', problem: null });
    expect(asked.order.lines[0]?.quantity).toBe('3');
    expect(ours.sent()).toBe(1);
    await world.rest();
    expect(await engine.get(world.account, submission)).toMatchObject({
      state: 'confirmed',
      revision: 'r2',
      changes: 1,
      writtenBack: true,
      reference: world.reference('d1', 'r1'),
    });
    const cancelled = await over(engine, (await cancel(engine, asked)).id);
    expect(cancelled.state).toBe('done');
    await world.rest();
    expect(world.pages.get('d1')).toMatchObject({ orderNumber: 'SO-1', orderStatus: 'cancelled' });
    expect(await engine.get(world.account, submission)).toMatchObject({ orderCancelled: true });
    // Its deal is free for another quote.
    expect((await world.submit(engine, 'd1', { revision: 'r3' })).state).toBe('queued');
  });

  test.each(['lose', 'cut'] as const)(
    'a write that comes to "%s" is looked up, and made exactly once',
    async (trouble) => {
      const asked = await ordered();
      const { engine } = asked;
      ours.fail(trouble);
      const { id } = await change(engine, asked);
      engine.acts.wake(world.account);
      await world.pass(0);
      expect(await engine.acts.get(world.account, id)).toMatchObject({ state: 'checking', canWithdraw: false });
      expect((await over(engine, id)).state).toBe('done');
      expect(asked.order.lines[0]?.quantity).toBe('3');
      expect(ours.sent()).toBe(trouble === 'lose' ? 1 : 2);
    },
  );

  test.each(['down', 'busy', 'conflict'] as const)(
    '"%s" wrote nothing: it waits, can be withdrawn, and goes on by itself',
    async (trouble) => {
      const asked = await ordered();
      const { engine } = asked;
      ours.fail(trouble);
      const { id } = await change(engine, asked);
      engine.acts.wake(world.account);
      await world.pass(0);
      expect(await engine.acts.get(world.account, id)).toMatchObject({ state: 'waiting', canWithdraw: true });
      expect((await over(engine, id)).state).toBe('done');
    },
  );

  test('a refusal is final, in the ERP’s words, and leaves the order free for another act', async () => {
    const asked = await ordered();
    const { engine } = asked;
    ours.fail('refuse');
    const act = await over(engine, (await change(engine, asked)).id);
    expect(act).toMatchObject({ state: 'refused', problem: { code: 'erp_refused', detail: 'Period closed.' } });
    expect((await over(engine, (await change(engine, asked)).id)).state).toBe('done');
  });

  test('an order that somebody changed, delivered or removed in the ERP is not acted on, and that is said', async () => {
    const asked = await ordered();
    const { engine, order } = asked;
    const version = ours.standing(order).version;
    order.lines = order.lines.map((line) => ({ ...line, quantity: decimal('7') }));
    const changed = await over(engine, (await change(engine, { ...asked, version })).id);
    expect(changed).toMatchObject({ state: 'refused', problem: { code: 'order_changed_in_erp' } });
    expect(order.lines[0]?.quantity).toBe('7');
    order.status = 'delivered';
    const closed = await over(engine, (await cancel(engine, asked)).id);
    expect(closed).toMatchObject({ state: 'refused', problem: { code: 'erp_refused', detail: 'SO-1 is delivered.' } });
    ours.erp.orders.splice(0);
    const gone = await over(engine, (await change(engine, asked)).id);
    expect(gone).toMatchObject({ state: 'refused', problem: { code: 'order_gone' } });
    expect(ours.sent()).toBe(0);
  });

  test('changed by somebody while the outcome is unknown: it needs a person, who closes it', async () => {
    const asked = await ordered();
    const { engine, order } = asked;
    ours.fail('cut');
    const { id } = await change(engine, asked);
    engine.acts.wake(world.account);
    await world.pass(0);
    order.lines = order.lines.map((line) => ({ ...line, quantity: decimal('7') }));
    expect(await over(engine, id)).toMatchObject({
      state: 'needs_attention',
      problem: { code: 'order_changed_in_erp' },
    });
    await expect(change(engine, asked)).rejects.toMatchObject({ code: 'order_act_pending' });
    expect(await engine.acts.intervene(who(world.account), id, 'close')).toMatchObject({ state: 'closed' });
    expect((await over(engine, (await change(engine, asked)).id)).state).toBe('done');
  });

  test('one at a time for an order: the same is the same act, another is refused; none before the ERP has the order', async () => {
    const asked = await ordered();
    const { engine, submission } = asked;
    const key = crypto.randomUUID();
    const first = await change(engine, { ...asked, key });
    expect((await change(engine, { ...asked, key })).id).toBe(first.id);
    expect((await change(engine, asked)).id).toBe(first.id);
    await expect(change(engine, { ...asked, key, quantity: '9' })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
    await expect(cancel(engine, asked)).rejects.toMatchObject({ code: 'order_act_pending' });
    expect(await engine.acts.intervene(who(world.account), first.id, 'withdraw')).toMatchObject({ state: 'withdrawn' });
    await expect(engine.acts.intervene(who(world.account), first.id, 'resend')).rejects.toMatchObject({
      code: 'submission_state',
    });
    const queued = await world.submit(engine, 'd2');
    await expect(cancel(engine, { ...asked, submission: queued.id })).rejects.toMatchObject({
      code: 'submission_state',
    });
    expect(submission).not.toBe(queued.id);
  });

  test.each(actCrashPoints.slice(2))(
    'a worker that dies at %s is taken over, and it is done exactly once',
    async (point) => {
      let tell = () => {};
      const died = new Promise<void>((done) => {
        tell = done;
      });
      const hooks: TestHooks = {
        unsafe: null,
        crash(name) {
          if (name !== point) return;
          tell();
          return new Promise(() => {});
        },
      };
      const asked = await ordered(hooks);
      const { id } = await change(asked.engine, asked);
      asked.engine.acts.wake(world.account);
      await died;
      await world.kill(asked.engine);
      const other = world.engine();
      await world.pass(9000);
      expect((await over(other, id)).state).toBe('done');
      expect(asked.order.lines[0]?.quantity).toBe('3');
      expect(ours.sent()).toBe(1);
    },
  );

  test('an engine that does not compare versions overwrites a colleague: the cases above would see it', async () => {
    const asked = await ordered({ crash: () => {}, unsafe: 'act-any-version' });
    const version = ours.standing(asked.order).version;
    asked.order.lines = asked.order.lines.map((line) => ({ ...line, quantity: decimal('7') }));
    expect((await over(asked.engine, (await change(asked.engine, { ...asked, version })).id)).state).toBe('done');
    expect(asked.order.lines[0]?.quantity).toBe('3');
  });
});

test('after a failure: what may have been written is checked, what was not waits, what was refused is over', () => {
  for (const kind of ['uncertain', 'drift'] as const)
    expect(afterActFailure(kind, 'send', true)).toEqual({ state: 'checking', doubt: true });
  for (const kind of ['unreachable', 'busy', 'conflict', 'unauthorised'] as const)
    expect(afterActFailure(kind, 'send', true)).toEqual({ state: 'waiting', doubt: false });
  for (const kind of ['refused', 'not_found', 'unsupported'] as const)
    expect(afterActFailure(kind, 'send', true)).toEqual({ state: 'refused', doubt: false });
  expect(afterActFailure('unreachable', 'look_up', true)).toEqual({ state: 'checking', doubt: true });
  expect(afterActFailure('unreachable', 'look_up', false)).toEqual({ state: 'waiting', doubt: false });
});
