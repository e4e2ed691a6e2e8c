import assert from 'node:assert/strict';
import { compare, decimal, type ErpOrder, erpOrderIdSchema } from '@backroom/shared';
import type { Carried, Offered } from '../../contract/description.ts';
import { ErpError } from '../../contract/errors.ts';
import type { In, OrderInput } from '../../contract/schemas.ts';
import type { StandingOrder } from '../../contract/standing.ts';
import { failing } from '../ask.ts';
import { type Case, type Context, skip } from '../kit.ts';
import { cancelQuietly, confirmed, place, withFirstLine, writing } from './support.ts';

const needs = [...writing.needs, 'orders.read'];
const changing = { needs: [...needs, 'orders.change'], examples: writing.examples } satisfies Partial<Case>;
const cancelling = { needs: [...needs, 'orders.cancel'], examples: writing.examples } satisfies Partial<Case>;
function offering({ description }: Context, act: Offered): void {
  if (!description.offers?.includes(act)) skip(`this ERP does not offer to ${act} orders`);
}
const carrying = ({ description }: Context, name: Carried): boolean =>
  (description.carries ?? ['requested_date', 'note']).includes(name);

type Changed = { input: OrderInput; order: StandingOrder };
async function read(context: Context, { id }: Pick<ErpOrder, 'id'>): Promise<StandingOrder> {
  const { order } = await context.ask('orders.read', { id });
  return order ?? assert.fail(`orders.read has no order ${id}`);
}
/** A confirmed order as a change starts from it. */
async function standing(context: Context, act: Offered, change?: (input: OrderInput) => OrderInput): Promise<Changed> {
  offering(context, act);
  const { input, order } = await place(context, change);
  const now = await read(context, await confirmed(context, order));
  const closed = now.closedTo[act];
  if (closed) skip(`this ERP does not ${act} a confirmed order: ${closed.words.replace(now.number, '…')}`);
  return { input, order: now };
}
const change = (context: Context, { order }: Changed, wanted: OrderInput, more: Partial<In<'orders.change'>> = {}) =>
  context.ask('orders.change', { id: order.id, version: order.version, order: wanted, ...more });

/** Lines with a quantity: an ERP may keep a removed line with nothing in it. */
const goods = ({ lines }: Pick<StandingOrder, 'lines'>) =>
  lines
    .filter(({ quantity }) => compare(quantity, decimal('0')) !== 0)
    .map(({ productId, quantity, unitPrice }) => `${productId} ${Number(quantity)} × ${Number(unitPrice.amount)}`)
    .sort();
const wantedGoods = ({ lines }: OrderInput) =>
  lines
    .map(({ productId, quantity, unitPrice }) => `${productId} ${Number(quantity)} × ${Number(unitPrice.amount)}`)
    .sort();
/** The answer, and the order when it is read again, are what was asked for, and still the same order. */
async function isAs(context: Context, before: StandingOrder, answer: StandingOrder, wanted: OrderInput) {
  const again = await read(context, before);
  for (const order of [answer, again]) {
    assert.deepEqual(goods(order), wantedGoods(wanted));
    assert.deepEqual([order.id, order.number, order.reference], [before.id, before.number, before.reference]);
    assert.equal(order.status, before.status);
  }
  assert.equal(again.version, answer.version, 'the version of the answer');
  return again;
}
const price = (amount: string, { currency }: OrderInput) => ({ amount: decimal(amount), currency });

/** What the engine does with an outcome that it does not know: read the order, and ask for the same once more only where it is untouched. */
async function goOn(context: Context, from: Changed, wanted: OrderInput): Promise<StandingOrder> {
  const now = await read(context, from.order);
  const done = JSON.stringify(goods(now)) === JSON.stringify(wantedGoods(wanted));
  if (!done) assert.equal(now.version, from.order.version, 'neither as it was nor as it was asked for');
  const after = done ? now : await change(context, from, wanted);
  if (after.status !== 'draft') return after;
  await context.ask('orders.confirm', { id: after.id });
  return read(context, after);
}

/** Changing and cancelling an order after it was made. */
export const orderChanges: readonly Case[] = [
  {
    name: 'orders.read: the order with its products and a version that stays until something is changed',
    needs,
    examples: writing.examples,
    async run(context) {
      const { input, order } = await standing(
        context,
        context.description.offers?.includes('cancel') ? 'cancel' : 'change',
      );
      assert.deepEqual(goods(order), wantedGoods(input));
      assert.equal(order.reference, input.reference);
      assert.equal((await read(context, order)).version, order.version);
      const nobody = erpOrderIdSchema.parse(context.examples.unknownId);
      assert.equal((await context.ask('orders.read', { id: nobody })).order, null);
      await cancelQuietly(context, order);
    },
  },
  {
    name: 'orders.change: another quantity and another price',
    ...changing,
    async run(context) {
      const from = await standing(context, 'change');
      const wanted = withFirstLine(from.input, { quantity: decimal('3'), unitPrice: price('9.75', from.input) });
      const after = await isAs(context, from.order, await change(context, from, wanted), wanted);
      assert.notEqual(after.version, from.order.version);
      await cancelQuietly(context, after);
    },
  },
  {
    name: 'orders.change: a line more and a line less',
    ...changing,
    async run(context) {
      const from = await standing(context, 'change');
      const [, , third] = await context.products();
      const [first, second] = from.input.lines;
      if (!third || !first || !second) return skip('fewer than three example products');
      const added = { ...first, productId: third.id, quantity: decimal('2') };
      const wanted = { ...from.input, lines: [second, added] };
      await cancelQuietly(context, await isAs(context, from.order, await change(context, from, wanted), wanted));
    },
  },
  {
    name: 'orders.change: date and note; a detail that is not named stays, one that is cleared goes',
    ...changing,
    async run(context) {
      const year = new Date().getFullYear() + 1;
      const poNumber = context.reference().slice(3);
      const details = {
        ...(carrying(context, 'requested_date') ? { requestedDate: `${year}-06-15` } : {}),
        ...(carrying(context, 'note') ? { note: 'Gate 3' } : {}),
        ...(carrying(context, 'po_number') ? { poNumber } : {}),
      };
      const from = await standing(context, 'change', (input) => ({ ...input, ...details }));
      const { poNumber: _, ...rest } = from.input;
      const wanted = {
        ...rest,
        note: null,
        ...(carrying(context, 'requested_date') ? { requestedDate: `${year}-07-20` } : {}),
      };
      const after = await isAs(context, from.order, await change(context, from, wanted), wanted);
      if (carrying(context, 'requested_date'))
        assert.equal(after.requestedDate ?? wanted.requestedDate, `${year}-07-20`);
      if (carrying(context, 'note')) assert.equal(after.note, 'Gate 3');
      if (carrying(context, 'po_number')) assert.equal(after.poNumber, poNumber);
      if (!carrying(context, 'note')) return cancelQuietly(context, after);
      const cleared = await change(context, { ...from, order: after }, wanted, { clear: ['note'] });
      assert.equal((await isAs(context, after, cleared, wanted)).note, null);
      await cancelQuietly(context, cleared);
    },
  },
  {
    name: 'orders.change: an order that a colleague changed meanwhile is a conflict, and stays as it is',
    ...changing,
    async run(context) {
      const from = await standing(context, 'change');
      const edit = context.opened.editOrder ?? skip('this system changes no order for us');
      await edit(from.order, '7');
      const edited = await read(context, from.order);
      assert.notEqual(edited.version, from.order.version);
      const wanted = withFirstLine(from.input, { quantity: decimal('3') });
      await failing(change(context, from, wanted), 'conflict');
      assert.deepEqual(await read(context, from.order), edited);
      if (context.has('orders.cancel')) {
        await failing(context.ask('orders.cancel', { id: edited.id, version: from.order.version }), 'conflict');
        assert.deepEqual(await read(context, from.order), edited);
      }
      await cancelQuietly(context, edited);
    },
  },
  {
    name: 'orders.change: the same again from the old version is a conflict, and the order is as asked for',
    ...changing,
    async run(context) {
      const from = await standing(context, 'change');
      const wanted = withFirstLine(from.input, { quantity: decimal('4') });
      const once = await change(context, from, wanted);
      await failing(change(context, from, wanted), 'conflict');
      await cancelQuietly(context, await isAs(context, from.order, once, wanted));
    },
  },
  {
    name: 'orders.change: what no order may have is refused, naming the field, and the order stays as it is',
    ...changing,
    async run(context) {
      const from = await standing(context, 'change');
      const wanted = withFirstLine(from.input, { quantity: decimal('0') });
      const error = await failing(change(context, from, wanted), 'refused');
      assert.ok(error.words, 'in words');
      assert.deepEqual(await read(context, from.order), from.order);
      await cancelQuietly(context, from.order);
    },
  },
  {
    name: 'orders.change: an order that is not there is not found',
    ...changing,
    async run(context) {
      const from = await standing(context, 'change');
      const id = erpOrderIdSchema.parse(context.examples.unknownId);
      await failing(context.ask('orders.change', { id, version: 'any', order: from.input }), 'not_found');
      await cancelQuietly(context, from.order);
    },
  },
  {
    name: 'orders.cancel: once and twice, from the version that was read',
    ...cancelling,
    async run(context) {
      const { order } = await standing(context, 'cancel');
      const once = await context.ask('orders.cancel', {
        id: order.id,
        version: order.version,
        reason: 'Changed plans',
      });
      assert.equal(once.status, 'cancelled');
      const twice = await context.ask('orders.cancel', { id: order.id, version: order.version });
      assert.deepEqual([twice.id, twice.status], [order.id, 'cancelled']);
      const after = await read(context, order);
      assert.equal(after.closedTo.change?.reason, 'cancelled');
    },
  },
  {
    name: 'orders.cancel: a delivered order is refused in words, and closed to changes too',
    ...cancelling,
    async run(context) {
      const { order, input } = await standing(context, 'cancel');
      const deliver = context.opened.deliverOrder ?? skip('this system delivers no order for us');
      await deliver(order);
      const after = await read(context, order);
      assert.equal(after.closedTo.cancel?.reason, 'delivered');
      for (const { name, quantity, delivered } of after.lines)
        assert.ok(delivered === null || compare(delivered, quantity) === 0, `${name}: ${delivered} of ${quantity}`);
      const error = await failing(context.ask('orders.cancel', { id: order.id, version: after.version }), 'refused');
      assert.ok(error.words, 'in words');
      assert.notEqual((await read(context, order)).status, 'cancelled');
      // Seen before the delivery: what was decided then is not done now.
      await failing(context.ask('orders.cancel', { id: order.id, version: order.version }), 'conflict', 'refused');
      if (!context.has('orders.change')) return;
      const wanted = withFirstLine(input, { unitPrice: price('1', input) });
      await failing(context.ask('orders.change', { id: order.id, version: after.version, order: wanted }), 'refused');
    },
  },
  {
    name: 'trouble: a change whose answer is lost is never denied, and looked up instead of repeated',
    ...changing,
    proxied: true,
    async run(context) {
      const { proxy } = context;
      if (!proxy) return skip('no proxy');
      const probe = await standing(context, 'change');
      const calls = proxy.calls();
      const wanted = (input: OrderInput) =>
        withFirstLine(input, { quantity: decimal('5'), unitPrice: price('8.25', input) });
      await cancelQuietly(context, await change(context, probe, wanted(probe.input)));
      const steps = Math.min(proxy.calls() - calls, 14);
      for (let step = 1; step <= steps; step += 1) {
        const from = await standing(context, 'change');
        proxy.set((nth) => (nth === step ? 'drop' : 'pass'));
        const outcome = await change(context, from, wanted(from.input)).catch((error: unknown) => {
          if (error instanceof ErpError) return error;
          throw error;
        });
        proxy.set(() => 'pass');
        const what = `request ${step} of ${steps}: ${outcome instanceof ErpError ? `${outcome.kind} (${outcome.message})` : 'changed'}`;
        const now = await read(context, from.order);
        if (outcome instanceof ErpError && outcome.kind !== 'uncertain')
          assert.deepEqual([now.version, now.status], [from.order.version, from.order.status], what);
        const after = await goOn(context, from, wanted(from.input));
        assert.deepEqual(goods(after), wantedGoods(wanted(from.input)), what);
        assert.equal(after.status, from.order.status, what);
        await cancelQuietly(context, after);
      }
      return `${steps} request${steps === 1 ? '' : 's'}`;
    },
  },
];
