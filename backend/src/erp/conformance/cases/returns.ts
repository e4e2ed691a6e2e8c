import assert from 'node:assert/strict';
import { compare, decimal, erpReturnIdSchema } from '@backroom/shared';
import type { ErpReturnInput } from '../../contract/schemas.ts';
import { failing } from '../ask.ts';
import { type Case, type Context, skip } from '../kit.ts';
import { refused, settled } from './support.ts';

async function claim(context: Context): Promise<ErpReturnInput> {
  const { customer, orderNumber, code, quantity } = context.examples.returnable ?? skip('no example: returnable');
  return {
    reference: context.reference(),
    customerId: (await context.customer(customer)).id,
    orderNumber,
    reason: 'Damaged in transport',
    lines: [{ code, quantity }],
  };
}
const claiming = {
  needs: ['returns.create', 'returns.findByReference', 'customers.search'],
  examples: ['write', 'returnable'],
} as const satisfies Partial<Case>;

export const returns: readonly Case[] = [
  {
    name: 'returns: created, found by reference, its status, in the list',
    needs: [...claiming.needs, 'returns.status', 'returns.list'],
    examples: claiming.examples,
    async run(context) {
      const { ask } = context;
      const input = await claim(context);
      const made = await ask('returns.create', input);
      assert.deepEqual([made.reference, made.orderNumber], [input.reference, input.orderNumber]);
      const [line] = made.lines;
      assert.equal(line?.code, input.lines[0]?.code);
      if (line) assert.equal(compare(line.quantity, input.lines[0]?.quantity ?? line.quantity), 0);
      const references = [context.reference(), input.reference];
      const found = await settled(
        context,
        async () => (await ask('returns.findByReference', { references })).results,
        (results) => Boolean(results[1]),
      );
      assert.deepEqual(
        found.map((each) => each?.id ?? null),
        [null, made.id],
      );
      const unknown = erpReturnIdSchema.parse(context.examples.unknownId);
      const { results } = await ask('returns.status', { ids: [unknown, made.id] });
      assert.deepEqual(
        results.map((each) => each?.id ?? null),
        [null, made.id],
      );
      const { results: list } = await ask('returns.list', { customerId: input.customerId });
      assert.equal(list.filter(({ id }) => id === made.id).length, 1);
    },
  },
  {
    name: 'returns: one whose goods came back says so when it is credited, with its credit note',
    needs: [...claiming.needs, 'returns.status', 'returns.list'],
    examples: claiming.examples,
    async run(context) {
      const takeBack = context.opened.takeBack ?? skip('this system takes no goods back for us');
      const input = await claim(context);
      const made = await context.ask('returns.create', input);
      assert.ok(['requested', 'approved'].includes(made.status), made.status);
      assert.equal(made.credit, null);
      await takeBack(made);
      const credited = await settled(
        context,
        async () => (await context.ask('returns.status', { ids: [made.id] })).results[0],
        (found) => found?.status === 'credited',
      );
      assert.equal(credited?.status, 'credited');
      assert.ok(credited.creditNote, 'no credit note');
      assert.ok(
        credited.credit && compare(credited.credit.amount, decimal('0')) > 0,
        'a credit is an amount above zero',
      );
      const { results } = await context.ask('returns.list', { customerId: input.customerId });
      const shown = results.find(({ id }) => id === made.id);
      assert.deepEqual([shown?.creditNote, shown?.orderNumber], [credited.creditNote, input.orderNumber]);
    },
  },
  {
    name: 'returns.create: refuses an order that is not the customer’s',
    ...claiming,
    async run(context) {
      const input = await claim(context);
      await refused(context.ask('returns.create', { ...input, orderNumber: 'NO-SUCH-ORDER-1' }), /order|origin/i);
    },
  },
  {
    name: 'returns.create: refuses more than was ordered, and what was not',
    ...claiming,
    async run(context) {
      const input = await claim(context);
      const [line] = input.lines;
      assert.ok(line);
      const lots = `${line.quantity.split('.')[0]}00000` as typeof line.quantity;
      await refused(
        context.ask('returns.create', { ...input, lines: [{ ...line, quantity: lots }] }),
        /lines|quantity/i,
      );
      await refused(
        context.ask('returns.create', { ...input, lines: [{ ...line, code: 'NO-SUCH-CODE-1' }] }),
        /lines|code|product/i,
      );
    },
  },
  {
    name: 'returns.status: an unknown return is nobody',
    needs: ['returns.status', 'returns.findByReference'],
    async run(context) {
      const ids = [erpReturnIdSchema.parse(context.examples.unknownId)];
      assert.deepEqual((await context.ask('returns.status', { ids })).results, [null]);
      const references = [context.reference()];
      assert.deepEqual((await context.ask('returns.findByReference', { references })).results, [null]);
    },
  },
  {
    name: 'returns.list: an unknown customer is not found',
    needs: ['returns.list'],
    async run(context) {
      const customerId = context.examples.unknownId as ErpReturnInput['customerId'];
      await failing(context.ask('returns.list', { customerId }), 'not_found', 'refused');
    },
  },
];
