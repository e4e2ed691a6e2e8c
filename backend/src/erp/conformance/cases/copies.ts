import assert from 'node:assert/strict';
import type { ErpOrder } from '@backroom/shared';
import { type Case, type Context, skip } from '../kit.ts';
import { byReference, cancelQuietly, confirmed, place, writing } from './support.ts';

/** A person copies an order of ours in the ERP, which may copy our reference along. */
async function copied(context: Context, order: ErpOrder): Promise<ErpOrder | null> {
  const number = (await context.opened.copyOrder?.(order)) ?? skip('this system copies no order for us');
  return (await context.ask('orders.findByNumber', { numbers: [number] })).results[0] ?? null;
}
const needs = [...writing.needs, 'orders.findByNumber'];

/** An order copied inside the ERP is a new sale: only the original is the one that was sent under the reference. */
export const copies: readonly Case[] = [
  {
    name: 'orders: a copy made in the ERP is not found by the reference',
    needs,
    examples: writing.examples,
    async run(context) {
      const { input, order: draft } = await place(context);
      const order = await confirmed(context, draft);
      const copy = await copied(context, order);
      const found = await byReference(context.ask, context, input.reference);
      assert.deepEqual(
        found.map(({ number }) => number),
        [order.number],
      );
      assert.notEqual(copy?.number, order.number);
      if (context.description.idempotency === 'native')
        assert.equal((await context.ask('orders.create', input)).id, order.id, 'a second create gives the original');
      for (const each of [copy, order]) if (each) await cancelQuietly(context, each);
    },
  },
  {
    name: 'orders: a cancelled original stays the order of the reference beside its copy',
    needs: [...needs, 'orders.cancel'],
    examples: writing.examples,
    async run(context) {
      const { input, order: draft } = await place(context);
      const order = await confirmed(context, draft);
      const copy = await copied(context, order);
      await cancelQuietly(context, order);
      const [now] = (await context.ask('orders.findByNumber', { numbers: [order.number] })).results;
      if (now?.status !== 'cancelled') skip('this ERP did not let us cancel the original');
      const found = await byReference(context.ask, context, input.reference);
      assert.deepEqual(
        found.map(({ number, status }) => [number, status]),
        [[order.number, 'cancelled']],
      );
      if (copy) await cancelQuietly(context, copy);
    },
  },
];
