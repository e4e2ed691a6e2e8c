import assert from 'node:assert/strict';
import { add, compare, dayIn, decimal, erpCustomerIdSchema, erpProductIdSchema } from '@backroom/shared';
import { ErpError } from '../../contract/errors.ts';
import type { OrderInput } from '../../contract/schemas.ts';
import { type Case, skip } from '../kit.ts';
import {
  atInstant,
  byReference,
  cancelQuietly,
  place,
  refused,
  smallOrder,
  withFirstLine,
  writing,
} from './support.ts';

/** What may be asked of a new order, what must be refused, and what a preview says of it before. */
export const orderInput: readonly Case[] = [
  {
    name: 'orders.create: refuses an unknown customer, naming the field',
    ...writing,
    async run(context) {
      const customerId = erpCustomerIdSchema.parse(context.examples.unknownId);
      await refused(
        place(context, (input) => ({ ...input, customerId })),
        /customer|party|partner/i,
      );
    },
  },
  {
    name: 'orders.create: refuses an unknown product, naming the line',
    ...writing,
    async run(context) {
      const productId = erpProductIdSchema.parse(context.examples.unknownId);
      await refused(
        place(context, (input) => withFirstLine(input, { productId })),
        /lines\.0|product/i,
      );
    },
  },
  {
    name: 'orders.create: refuses a quantity of zero, naming the line',
    ...writing,
    async run(context) {
      await refused(
        place(context, (input) => withFirstLine(input, { quantity: decimal('0') })),
        /lines\.0|quantity/i,
      );
    },
  },
  {
    name: 'orders.create: refuses an unknown currency',
    ...writing,
    async run(context) {
      const currency = context.examples.unknownCurrency;
      const inIt = (input: OrderInput): OrderInput => ({
        ...input,
        currency,
        lines: input.lines.map((line) => ({ ...line, unitPrice: { ...line.unitPrice, currency } })),
      });
      await refused(place(context, inIt), /currency/i);
    },
  },
  {
    name: 'orders.create: refuses a blocked customer in the ERP’s words',
    needs: writing.needs,
    examples: [...writing.examples, 'blocked'],
    async run(context) {
      const blocked = await context.customer(context.examples.blocked);
      assert.equal(blocked.blocked, true);
      const currency = blocked.currency ?? context.health.currency;
      await refused(
        place(context, (input) => ({
          ...input,
          customerId: blocked.id,
          currency,
          lines: input.lines.map((line) => ({ ...line, unitPrice: { ...line.unitPrice, currency } })),
        })),
        /./,
      );
    },
  },
  {
    name: 'orders.create: keeps every place of quantity and price',
    needs: writing.needs,
    examples: [...writing.examples, 'precise'],
    async run(context) {
      const { code, quantity, unitPrice } = context.examples.precise ?? skip('no example: precise');
      const [product] = (await context.ask('products.resolve', { codes: [code] })).results;
      assert.ok(product, `the example ${code} is unknown here`);
      const { input, order } = await place(context, (each) => {
        const price = { amount: unitPrice, currency: each.currency };
        return { ...each, lines: [{ productId: product.id, quantity, unitPrice: price, description: null }] };
      });
      const [found] = await byReference(context.ask, context, input.reference);
      for (const line of [order.lines[0], found?.lines[0]]) {
        assert.ok(line);
        assert.equal(compare(line.quantity, quantity), 0, `quantity ${quantity} came back as ${line.quantity}`);
        assert.equal(
          compare(line.unitPrice.amount, unitPrice),
          0,
          `price ${unitPrice} came back as ${line.unitPrice.amount}`,
        );
      }
      await cancelQuietly(context, order);
      return `${quantity} × ${unitPrice}`;
    },
  },
  {
    name: 'orders.create: is dated in the company’s calendar, and keeps the day asked for',
    ...writing,
    async run(context) {
      const { timeZone } = context.health;
      const before = dayIn(timeZone, new Date());
      // The last day of a year shows a shift by a time zone in either direction.
      const wanted = `${Number(before.slice(0, 4)) + 1}-12-31`;
      const { order } = await place(context, (input) => ({ ...input, requestedDate: wanted }));
      assert.ok([before, dayIn(timeZone, new Date())].includes(order.orderedOn), `ordered on ${order.orderedOn}`);
      assert.equal(order.promisedOn ?? wanted, wanted);
      await cancelQuietly(context, order);
      return order.promisedOn === null ? 'the ERP keeps no requested day' : undefined;
    },
  },
  {
    name: 'orders.create: just after midnight in the company’s time zone it is the next day',
    ...writing,
    async run(context) {
      if (!context.opened.sameClock) return skip('the clock of this system cannot be moved');
      const { timeZone } = context.health;
      for (const instant of ['2026-07-14T22:30:00Z', '2026-12-31T23:30:00Z', '2026-07-14T02:30:00Z']) {
        const { order } = await atInstant(new Date(instant), () => place(context));
        assert.equal(order.orderedOn, dayIn(timeZone, new Date(instant)), `ordered at ${instant}`);
        await cancelQuietly(context, order);
      }
    },
  },
  {
    name: 'orders.simulate: adds up, writes nothing, and is what create gives',
    needs: [...writing.needs, 'orders.simulate'],
    examples: writing.examples,
    async run(context) {
      const { ask } = context;
      const input = await smallOrder(context, context.reference());
      const simulated = await ask('orders.simulate', input);
      assert.deepEqual(simulated.refusals, []);
      assert.equal(compare(add(simulated.net.amount, simulated.tax.amount), simulated.total.amount), 0);
      assert.deepEqual((await ask('orders.findByReference', { references: [input.reference] })).results, [[]]);
      const order = await ask('orders.create', input);
      assert.equal(order.total.currency, simulated.total.currency);
      assert.equal(
        compare(order.total.amount, simulated.total.amount),
        0,
        `simulated ${simulated.total.amount}, created ${order.total.amount}`,
      );
      await cancelQuietly(context, order);
    },
  },
  {
    name: 'orders.simulate: says what create would refuse',
    needs: ['orders.simulate', 'products.resolve', 'customers.search'],
    examples: ['customer', 'products'],
    async run(context) {
      const input = await smallOrder(context, context.reference());
      const productId = erpProductIdSchema.parse(context.examples.unknownId);
      const outcome = await context
        .ask('orders.simulate', withFirstLine(input, { productId }))
        .catch((error: unknown) => {
          assert.ok(error instanceof ErpError && ['refused', 'not_found'].includes(error.kind), String(error));
          return { refusals: [{ field: error.field, words: error.words ?? '' }] };
        });
      assert.ok(outcome.refusals[0]?.words, 'words');
    },
  },
];
