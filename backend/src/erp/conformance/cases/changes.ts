import assert from 'node:assert/strict';
import type { Out } from '../../contract/schemas.ts';
import type { Case, Context } from '../kit.ts';
import { cancelQuietly, settled, smallOrder } from './support.ts';

/** Change feeds go by commit time; a row may come a moment after its write. */
const FEED_LAG_MS = 5000;

/** Everything after the cursor, page after page. */
async function all({ ask }: Context, cursor: string): Promise<Out<'changes.since'>> {
  const changes: Out<'changes.since'>['changes'] = [];
  for (let at = cursor; ; ) {
    const page = await ask('changes.since', { cursor: at });
    changes.push(...page.changes);
    if (page.changes.length === 0 || page.cursor === at) return { changes, cursor: page.cursor };
    at = page.cursor;
  }
}

export const changes: readonly Case[] = [
  {
    name: 'changes.since: no cursor means from now on',
    needs: ['changes.since'],
    async run(context) {
      const { cursor } = await context.ask('changes.since', { cursor: null });
      assert.notEqual(cursor, '');
      assert.equal(typeof (await context.ask('changes.since', { cursor })).cursor, 'string');
    },
  },
  {
    name: 'changes.since: an order shows up, and again for who asks again',
    needs: ['changes.since', 'orders.create', 'products.resolve', 'customers.search'],
    examples: ['write', 'customer', 'products'],
    async run(context) {
      const { cursor: start } = await context.ask('changes.since', { cursor: null });
      const order = await context.ask('orders.create', await smallOrder(context, context.reference()));
      const mine = ({ kind, id }: { kind: string; id: string }) => kind === 'order' && id === order.id;
      const seen = await settled(
        { description: { ...context.description, settleMs: FEED_LAG_MS } },
        () => all(context, start),
        (feed) => feed.changes.some(mine),
      );
      const change = seen.changes.find(mine);
      assert.ok(change, `order ${order.number} is not among ${seen.changes.length} changes`);
      assert.ok(Math.abs(Date.parse(change.at) - Date.now()) < 120_000, `at ${change.at}, in UTC`);
      assert.notEqual(seen.cursor, start, 'the cursor moves');
      assert.ok((await all(context, start)).changes.some(mine), 'asking again from the old cursor gives it again');
      await cancelQuietly(context, order);
    },
  },
];
