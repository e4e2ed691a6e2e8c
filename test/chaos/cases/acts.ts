import { actCrashPoints } from '@backroom/backend/submissions/unsafe';
import type { Sent } from '../load.ts';
import {
  type Act,
  alter,
  cancel,
  change,
  deliverInErp,
  editInErp,
  ended,
  orderInErp,
  quantitiesOf,
  seeCancel,
  seeChange,
} from '../order-acts.ts';
import { pause } from '../processes.ts';
import type { Case, Run } from './case.ts';

const notOn = {
  tryton: 'the harness edits and delivers orders in the demo ERP only; the adapter has the kit',
  odoo: 'the harness edits and delivers orders in the demo ERP only; the adapter has the kit',
  'business-central': 'its adapter changes no orders',
  s4hana: 'the harness edits and delivers orders in the demo ERP only; the adapter has the kit',
  'finance-operations': 'the harness edits and delivers orders in the demo ERP only; the adapter has the kit',
  netsuite: 'the harness edits and delivers orders in the demo ERP only; the adapter has the kit',
  'sage-intacct': 'the harness edits and delivers orders in the demo ERP only; the adapter has the kit',
  'sage-200': 'its adapter changes no orders',
  'sage-x3': 'its adapter changes no orders',
  'sage-accounting': 'its adapter changes no orders',
  n8n: 'the flow changes no orders',
  dolibarr: 'a description changes no orders',
  erpnext: 'a description changes no orders',
} as const;
/** After the last fault. A killed worker's claim ends after eight seconds, and an unknown outcome is waited for ten. */
const PATIENCE_MS = 60_000;

/** Orders that the ERP has: what is acted on. */
async function ordered(run: Run): Promise<Sent[]> {
  const sent = await run.convert(run.count);
  await run.settle(60_000);
  return sent.filter(({ acknowledged }) => acknowledged !== null);
}
/** Compares what became of an act with the order itself. An order that was cancelled as asked is no lost one. */
async function judge(run: Run, { sent, kind, wanted, id }: Act): Promise<void> {
  if (id === null) return;
  const act = await ended(run.world, id, PATIENCE_MS);
  const order = await orderInErp(run.world, sent);
  const cancelled = order?.status === 'cancelled';
  if (kind === 'cancel' && cancelled) sent.acknowledged = null;
  if (!act) return run.wrong('stuck', `a ${kind} that does not end`);
  if (act.state === 'needs_attention')
    return run.wrong('stuck', `a ${kind} that needs attention: ${act.problem?.code}`);
  const isSo = kind === 'cancel' ? cancelled : JSON.stringify(quantitiesOf(order)) === JSON.stringify(wanted);
  if (act.state === 'done' && !isSo) run.wrong('lost', `a ${kind} that is said to be done`);
  if (act.state !== 'done' && isSo) run.wrong('lost', `a ${kind} that is done and said to be ${act.state}`);
}
const each = async <Item>(items: readonly Item[], work: (item: Item, nth: number) => Promise<void>): Promise<void> => {
  const left = items.map((item, nth) => ({ item, nth }));
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next.item, next.nth);
  };
  await Promise.all(Array.from({ length: 4 }, lane));
};
/** Every second order is changed, the others are cancelled. */
async function actOnAll(run: Run, sent: readonly Sent[]): Promise<Act[]> {
  const acts: Act[] = [];
  await each(sent, async (one, nth) => {
    if (nth % 2 === 1) {
      const seen = await seeCancel(run.world, one);
      if (seen) acts.push(await cancel(run.world, one, seen));
      return;
    }
    const wanted = await alter(run.world, one, 1);
    const seen = await seeChange(run.world, one);
    if (seen) acts.push(await change(run.world, one, seen, wanted));
  });
  if (acts.length < sent.length) run.wrong('stuck', 'no button for an order that can be changed');
  return acts;
}
const isAct = (head: string) => /^POST \/v1\/orders\/(change|cancel) /.test(head);

const crash = (point: (typeof actCrashPoints)[number]): Case => ({
  name: `crash-${point.replaceAll('_', '-')}`,
  what: `kill -9 at ${point}, while orders are changed and cancelled`,
  share: 1,
  most: 8,
  notOn,
  async run(run) {
    const sent = await ordered(run);
    const inWeb = actCrashPoints.indexOf(point) <= actCrashPoints.indexOf('act_before_ack');
    const [victim, ...others] = inWeb ? run.world.webs : run.world.workers;
    if (!victim) return;
    const sleepers = inWeb ? [] : others;
    for (const other of sleepers) other.pause();
    await victim.kill();
    await victim.start({ BACKROOM_TEST: '1', CRASH_AT: `${point}@2` });
    let finished = false;
    const watching = (async () => {
      while (!finished && victim.alive()) await pause(100);
      if (victim.alive()) return;
      run.fault('deaths', 1);
      for (const other of sleepers) other.resume();
      await victim.start();
    })();
    const acts = await actOnAll(run, sent);
    // The worker comes to the point after the answer; what died there goes on by itself.
    if (!inWeb) await Promise.race([watching, pause(20_000)]);
    finished = true;
    await watching;
    for (const other of sleepers) other.resume();
    await victim.kill();
    await victim.start();
    await each(acts, (act) => judge(run, act));
  },
});

/** Changing and cancelling orders that the ERP has. */
export const actCases: Case[] = [
  {
    name: 'act-answer-lost',
    what: 'the ERP changes or cancels the order, the answer is dropped',
    share: 1,
    most: 24,
    notOn,
    async run(run) {
      const sent = await ordered(run);
      const met = new Set<string>();
      run.world.proxy.setRule(({ head, reference }) => {
        if (!isAct(head)) return null;
        const key = reference ?? head;
        // Cancellations name no reference: every second one of them.
        if (reference !== null && met.has(key)) return null;
        met.add(key);
        return reference === null && met.size % 2 === 0 ? null : { kind: 'reset_after' };
      });
      const acts = await actOnAll(run, sent);
      await pause(3000);
      run.world.proxy.setRule(null);
      await each(acts, (act) => judge(run, act));
    },
  },
  {
    name: 'act-edited-in-erp',
    what: 'a colleague changes the order in the ERP between preview and confirmation, or after it while the ERP is away',
    share: 1,
    most: 16,
    notOn,
    async run(run) {
      const sent = await ordered(run);
      await each(sent, async (one, nth) => {
        const wanted = await alter(run.world, one, 1);
        const seen = await seeChange(run.world, one);
        if (!seen) return run.wrong('stuck', 'no button for an order that can be changed');
        if (nth % 2 === 0) {
          await editInErp(run.world, one, '77');
          const act = await change(run.world, one, seen, wanted);
          if (act.id !== null) run.wrong('lost', 'a colleague’s change, accepted without saying so');
          run.fault('edited before', 1);
        }
      });
      // Accepted, and not sent: the worker's writes meet an ERP that is away until the colleague is through.
      const waiting = sent.filter((_, nth) => nth % 2 === 1);
      const away = { kind: 'answer', bytes: run.world.erp.says.noDatabase } as const;
      run.world.proxy.setRule(({ head }) => (isAct(head) ? away : null));
      const acts: Act[] = [];
      await each(waiting, async (one) => {
        const wanted = await alter(run.world, one, 2);
        const seen = await seeChange(run.world, one);
        if (!seen) return run.wrong('stuck', 'no button for an order that can be changed');
        acts.push(await change(run.world, one, seen, wanted));
        await editInErp(run.world, one, '77');
        run.fault('edited after', 1);
      });
      run.world.proxy.setRule(null);
      await each(acts, async (act) => {
        await judge(run, act);
        if (quantitiesOf(await orderInErp(run.world, act.sent))[0] !== '77')
          run.wrong('lost', 'a colleague’s change, overwritten without saying so');
      });
    },
  },
  {
    name: 'act-two-at-once',
    what: 'two people act on one order in the same instant: a change and a change, or a change and a cancellation',
    share: 1,
    most: 16,
    notOn,
    async run(run) {
      const sent = await ordered(run);
      await each(sent, async (one, nth) => {
        const wanted = await alter(run.world, one, 1);
        const [seen, seenCancel] = await Promise.all([seeChange(run.world, one), seeCancel(run.world, one)]);
        if (!seen || !seenCancel) return run.wrong('stuck', 'no button for an order that can be changed');
        const both = await Promise.all([
          change(run.world, one, seen, wanted, 1),
          nth % 2 === 0 ? change(run.world, one, seen, wanted, 2) : cancel(run.world, one, seenCancel, 2),
        ]);
        run.fault('at once', 1);
        const ids = new Set(both.flatMap(({ id }) => id ?? []));
        if (ids.size === 0) run.wrong('lost', `neither of two was taken: ${both.map(({ refusal }) => refusal)}`);
        // The one may be over before the other is asked for: then both are acts, and the second has to fail.
        const acts = await Promise.all([...ids].map((id) => ended(run.world, id, PATIENCE_MS)));
        if (acts.filter((act) => act?.state === 'done').length > 1) run.wrong('doubled', 'two acts from one version');
        const done = both.find(({ id }) => acts.some((act) => act?.id === id && act?.state === 'done'));
        if (!done) run.wrong('lost', 'no act of two was done');
        else await judge(run, done);
      });
    },
  },
  {
    name: 'act-cancel-or-deliver',
    what: 'an order is delivered in the ERP in the moment in which it is cancelled: one of the two, and said so',
    share: 1,
    most: 16,
    notOn,
    async run(run) {
      const sent = await ordered(run);
      let cancelled = 0;
      await each(sent, async (one) => {
        const seen = await seeCancel(run.world, one);
        if (!seen) return run.wrong('stuck', 'no button for an order that can be cancelled');
        const later = run.chance('deliver', one.index) * 120;
        const [act] = await Promise.all([
          cancel(run.world, one, seen),
          pause(later).then(() => deliverInErp(run.world, one)),
        ]);
        run.fault('at once', 1);
        await judge(run, act);
        const order = await orderInErp(run.world, one);
        if (order?.status === 'cancelled') cancelled += 1;
        if (order?.status === 'cancelled' && order.deliveries.length > 0)
          run.wrong('lost', 'a delivered order was cancelled');
      });
      run.figure('cancelled', `${cancelled} of ${sent.length}`);
    },
  },
  ...actCrashPoints.map(crash),
];
