import assert from 'node:assert/strict';
import { compare } from '@backroom/shared';
import { type Case, type Context, skip } from '../kit.ts';
import { cancelQuietly, settled, smallOrder } from './support.ts';

const needs = ['orders.find'];
const writing = {
  needs: ['orders.find', 'orders.create', 'products.resolve', 'customers.search'],
  examples: ['write', 'customer', 'products'],
} as const satisfies Partial<Case>;

async function place(context: Context) {
  const input = await smallOrder(context, context.reference());
  return { input, order: await context.ask('orders.create', input) };
}
/** Some ERPs give an order its number when it is confirmed. */
async function numbered(context: Context) {
  const { input, order } = await place(context);
  const draft = order.status === 'draft' && context.has('orders.confirm');
  return { input, order: draft ? await context.ask('orders.confirm', { id: order.id }) : order };
}
const FIFTY = 50;
/** The goal: what fifty deals were sold as is at most so many calls. */
const GOAL = 2;

/** What reconciliation asks. */
export const find: readonly Case[] = [
  {
    name: 'orders.find: by reference and by number, each order once, with its customer and what each line is',
    ...writing,
    async run(context) {
      const [first, second] = [await numbered(context), await numbered(context)];
      const stranger = context.reference();
      const ask = async () =>
        (
          await context.ask('orders.find', {
            // The first by both its names, the second by its number only.
            references: [first.input.reference, stranger, first.input.reference],
            numbers: [first.order.number, second.order.number, 'NO-SUCH-1'],
          })
        ).orders;
      const found = await settled(context, ask, ({ length }) => length >= 2);
      assert.deepEqual(found.map(({ id }) => id).sort(), [first.order.id, second.order.id].sort());
      const customer = await context.customer();
      for (const { input, order } of [first, second]) {
        const same = found.find(({ id }) => id === order.id);
        assert.ok(same);
        assert.deepEqual([same.number, same.reference, same.status], [order.number, order.reference, order.status]);
        assert.deepEqual(same.total, order.total);
        assert.deepEqual([same.customer.id, same.customer.number], [customer.id, customer.number]);
        assert.deepEqual(
          same.lines.map(({ productId }) => productId),
          input.lines.map(({ productId }) => productId),
        );
        for (const [nth, line] of input.lines.entries())
          assert.equal(compare(same.lines[nth]?.quantity ?? line.quantity, line.quantity), 0);
        await cancelQuietly(context, order);
      }
    },
  },
  {
    name: 'orders.find: every order of a reference, the cancelled ones too',
    needs: [...writing.needs, 'orders.cancel'],
    examples: writing.examples,
    async run(context) {
      const { input, order } = await place(context);
      // A second one where this ERP makes one: who sends twice without looking gets two orders in most.
      const again = await context.ask('orders.create', input);
      const made = [...new Set([order.id, again.id])];
      await context.ask('orders.cancel', { id: order.id });
      const ask = async () => (await context.ask('orders.find', { references: [input.reference], numbers: [] })).orders;
      const found = await settled(context, ask, ({ length }) => length >= made.length);
      assert.deepEqual(found.map(({ id }) => id).sort(), made.sort());
      assert.equal(found.find(({ id }) => id === order.id)?.status, 'cancelled');
      for (const each of found) await cancelQuietly(context, { ...each, deliveries: [] });
      return made.length > 1 ? 'two orders under one reference' : 'one order under one reference';
    },
  },
  {
    name: 'orders.find: unknown references and numbers are nobody, 500 at once',
    needs,
    async run(context) {
      const references = Array.from({ length: 500 }, () => context.reference());
      const numbers = references.map((_, nth) => `NO-SUCH-${nth}`);
      assert.deepEqual((await context.ask('orders.find', { references, numbers })).orders, []);
      assert.deepEqual((await context.ask('orders.find', { references: [], numbers: [] })).orders, []);
    },
  },
  {
    name: 'cost: orders of 50 references and 50 numbers',
    ...writing,
    proxied: true,
    async run(context) {
      const { proxy } = context;
      if (!proxy) return skip('no proxy');
      const { input, order } = await numbered(context);
      const references = [input.reference, ...Array.from({ length: FIFTY - 1 }, () => context.reference())];
      const numbers = [order.number, ...references.slice(1).map((_, nth) => `NO-SUCH-${nth}`)];
      const read = () => context.ask('orders.find', { references, numbers });
      await settled(context, read, ({ orders }) => orders.length > 0);
      const before = proxy.calls();
      const { orders } = await read();
      const calls = proxy.calls() - before;
      assert.deepEqual(
        orders.map(({ id }) => id),
        [order.id],
      );
      assert.ok(calls <= GOAL, `${calls} calls, the goal is ${GOAL}`);
      await cancelQuietly(context, order);
      return `${calls} call${calls === 1 ? '' : 's'}`;
    },
  },
];
