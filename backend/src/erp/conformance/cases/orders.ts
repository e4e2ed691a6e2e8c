import assert from 'node:assert/strict';
import { compare, type ErpOrder, erpOrderIdSchema, type Reference } from '@backroom/shared';
import { ErpError } from '../../contract/errors.ts';
import type { OrderInput } from '../../contract/schemas.ts';
import { failing } from '../ask.ts';
import { type Case, type Context, skip } from '../kit.ts';
import {
  bigBatch,
  byReference,
  cancelQuietly,
  confirmed,
  filled,
  place,
  settled,
  smallOrder,
  writing,
} from './support.ts';

export const orders: readonly Case[] = [
  {
    name: 'orders: created, confirmed, found by reference and number, its status, in the list',
    needs: [...writing.needs, 'orders.findByNumber', 'orders.status', 'orders.list'],
    examples: writing.examples,
    async run(context) {
      const { input, order: created } = await place(context);
      assert.equal(created.reference, input.reference);
      const order = await confirmed(context, created);
      assert.equal(order.status, 'confirmed');
      assert.notEqual(order.number, '');
      assert.equal(order.id, created.id);
      for (const [index, line] of input.lines.entries()) {
        assert.equal(compare(order.lines[index]?.quantity ?? line.quantity, line.quantity), 0);
        assert.equal(order.lines[index]?.unitPrice.currency, input.currency);
      }
      const { ask } = context;
      const same = (found: ErpOrder | null | undefined, by: string) =>
        assert.deepEqual([found?.id, found?.number, found?.reference], [order.id, order.number, input.reference], by);
      same((await byReference(ask, context, input.reference))[0], 'by reference');
      same((await ask('orders.findByNumber', { numbers: ['NO-SUCH-1', order.number] })).results[1], 'by number');
      same((await ask('orders.status', { ids: [order.id] })).results[0], 'its status');
      const { results: list } = await ask('orders.list', { customerId: input.customerId });
      same(
        list.find(({ id }) => id === order.id),
        'in the list',
      );
      await cancelQuietly(context, order);
    },
  },
  {
    name: 'orders.findByReference: sees an order right after its create',
    ...writing,
    async run(context) {
      const { input, order } = await place(context);
      const found = await byReference(context.ask, context, input.reference);
      assert.deepEqual(
        found.map(({ id }) => id),
        [order.id],
      );
      await cancelQuietly(context, order);
      return context.description.settleMs > 0 ? `within ${context.description.settleMs} ms` : undefined;
    },
  },
  {
    name: 'orders.confirm: may be repeated',
    needs: [...writing.needs, 'orders.confirm', 'orders.status'],
    examples: writing.examples,
    async run(context) {
      const { order } = await place(context);
      const first = await context.ask('orders.confirm', { id: order.id });
      const second = await context.ask('orders.confirm', { id: order.id });
      assert.deepEqual([second.id, second.number, second.status], [first.id, first.number, first.status]);
      await failing(
        context.ask('orders.confirm', { id: erpOrderIdSchema.parse(context.examples.unknownId) }),
        'not_found',
        'refused',
      );
      await cancelQuietly(context, second);
    },
  },
  {
    name: 'orders.cancel: cancels, or says why not; never silently nothing',
    needs: [...writing.needs, 'orders.cancel', 'orders.status'],
    examples: writing.examples,
    async run(context) {
      const { ask } = context;
      const outcomes: string[] = [];
      const { order: fresh } = await place(context);
      const { order: other } = await place(context);
      for (const order of [fresh, await confirmed(context, other)]) {
        const outcome = await ask('orders.cancel', { id: order.id }).catch((error: unknown) => {
          assert.ok(error instanceof ErpError && error.kind === 'refused' && error.words, String(error));
          return null;
        });
        if (outcome) assert.equal(outcome.status, 'cancelled');
        const [now] = (await ask('orders.status', { ids: [order.id] })).results;
        assert.equal(now?.status === 'cancelled', outcome !== null, 'the status says the same as the answer');
        outcomes.push(`${order.status}: ${outcome ? 'cancelled' : 'refused'}`);
      }
      const unknown = erpOrderIdSchema.parse(context.examples.unknownId);
      await failing(ask('orders.cancel', { id: unknown }), 'not_found', 'refused');
      return [...new Set(outcomes)].join(', ');
    },
  },
  {
    name: 'orders: contenders for one reference leave one order',
    ...writing,
    async run(context) {
      const input = await smallOrder(context, context.reference());
      const create = async () => (await context.ask('orders.create', input)).id;
      // As the engine does it: an ERP without a key of its own gets one writer at a time for each reference, who looks first.
      let turn: Promise<unknown> = Promise.resolve();
      const lookFirst = () => {
        const mine = turn.then(
          async () => (await byReference(context.ask, context, input.reference))[0]?.id ?? create(),
        );
        turn = mine.catch(() => {});
        return mine;
      };
      const contender = context.description.idempotency === 'native' ? create : lookFirst;
      const ids = await Promise.all([contender(), contender(), contender(), contender()]);
      assert.equal(new Set(ids).size, 1, `one order, got ${ids.join(', ')}`);
      const found = await byReference(context.ask, context, input.reference);
      assert.deepEqual(
        found.map(({ id }) => id),
        [ids[0]],
      );
      for (const order of found) await cancelQuietly(context, order);
    },
  },
  {
    name: 'orders: eight at once, none lost and none double',
    ...writing,
    async run(context) {
      const inputs = await Promise.all(Array.from({ length: 8 }, () => smallOrder(context, context.reference())));
      const limit = context.description.limits.concurrency;
      const waiting = [...inputs];
      const drain = async () => {
        for (let input = waiting.shift(); input; input = waiting.shift()) await persistently(context, input);
      };
      await Promise.all(Array.from({ length: limit }, drain));
      const references: Reference[] = inputs.map(({ reference }) => reference);
      const { results } = await settled(
        context,
        () => context.ask('orders.findByReference', { references }),
        ({ results: found }) => found.every((each) => each.length > 0),
      );
      assert.deepEqual(
        results.map((found) => found.map(({ reference }) => reference)),
        references.map((each) => [each]),
      );
      for (const order of results.flat()) await cancelQuietly(context, order);
    },
  },
  {
    name: 'orders: unknown references, numbers and ids are nobody, 500 at once',
    needs: ['orders.findByReference', 'orders.findByNumber', 'orders.status'],
    async run(context) {
      const { ask } = context;
      const references = Array.from({ length: 500 }, () => context.reference());
      assert.deepEqual(
        (await ask('orders.findByReference', { references })).results,
        references.map(() => []),
      );
      const numbers = references.map((_, index) => `NO-SUCH-${index}`);
      assert.deepEqual(
        (await ask('orders.findByNumber', { numbers })).results,
        numbers.map(() => null),
      );
      const ids = numbers.map(() => erpOrderIdSchema.parse(context.examples.unknownId));
      assert.deepEqual(
        (await ask('orders.status', { ids })).results,
        ids.map(() => null),
      );
    },
  },
  {
    name: 'orders.status: 500 at once, in their order',
    needs: ['orders.status', 'orders.list', 'customers.search'],
    examples: ['many'],
    async run(context) {
      const customer = await context.customer(context.examples.many?.customer);
      const { results: list } = await context.ask('orders.list', { customerId: customer.id });
      const unknown = erpOrderIdSchema.parse(context.examples.unknownId);
      const ids = filled(
        bigBatch(
          list.map(({ id }) => id),
          () => unknown,
        ),
      );
      const { results } = await context.ask('orders.status', { ids });
      assert.deepEqual(
        results.map((order) => order?.id ?? unknown),
        ids,
      );
    },
  },
  {
    name: 'orders.list: all of a customer with many, each once',
    needs: ['orders.list', 'customers.search'],
    examples: ['many'],
    async run(context) {
      const { customer, orders: least } = context.examples.many ?? skip('no example: many');
      const { results } = await context.ask('orders.list', { customerId: (await context.customer(customer)).id });
      assert.ok(results.length >= least, `${results.length} of at least ${least}`);
      assert.equal(new Set(results.map(({ id }) => id)).size, results.length);
      const dates = results.map(({ orderedOn }) => orderedOn);
      assert.deepEqual(dates, [...dates].sort().reverse(), 'newest first');
    },
  },
  {
    name: 'orders.findByNumber: an order of the night is dated as on the ERP’s own screens',
    needs: ['orders.findByNumber'],
    examples: ['dated'],
    async run({ ask, examples }) {
      const { orderNumber, orderedOn } = examples.dated ?? skip('no example: dated');
      const [order] = (await ask('orders.findByNumber', { numbers: [orderNumber] })).results;
      assert.equal(order?.orderedOn, orderedOn);
    },
  },
];

/** What the engine does about trouble that passes: look the reference up, then write again. */
async function persistently(context: Context, input: OrderInput): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await context.ask('orders.create', input);
      return;
    } catch (error) {
      const passes = error instanceof ErpError && ['busy', 'conflict', 'uncertain', 'unreachable'].includes(error.kind);
      if (!passes || tries === 10) throw error;
      if ((await byReference(context.ask, context, input.reference)).length > 0) return;
    }
  }
}
