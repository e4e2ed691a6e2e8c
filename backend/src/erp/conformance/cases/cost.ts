import assert from 'node:assert/strict';
import { dayIn, decimal } from '@backroom/shared';
import { type Case, type Context, skip } from '../kit.ts';
import { currencyFor } from './support.ts';

const LINES = 50;
/** The goal: a 50-line deal is at most so many calls a panel. */
const GOAL = 2;

/** Warm, as in the life of a connection: session and field lists are there. Fifty lines of at most the example products. */
function costs(name: string, needs: readonly string[], read: (context: Context) => Promise<unknown>): Case {
  return {
    name: `cost: ${name}`,
    needs: [...needs, 'products.resolve', 'customers.search'],
    examples: ['products', 'customer'],
    proxied: true,
    async run(context) {
      const { proxy } = context;
      if (!proxy) return skip('no proxy');
      await context.products();
      await context.customer();
      await read(context);
      const counted = async () => {
        const before = proxy.calls();
        await read(context);
        return proxy.calls() - before;
      };
      // What an adapter keeps for the panels of one page may have ended between two reads on a slow machine: not so twice.
      const first = await counted();
      const calls = first <= GOAL ? first : await counted();
      assert.ok(calls <= GOAL, `${calls} calls, the goal is ${GOAL}`);
      return `${calls} call${calls === 1 ? '' : 's'}`;
    },
  };
}
const fifty = async (context: Context) => {
  const products = await context.products();
  return Array.from({ length: LINES }, (_, index) => products[index % products.length] ?? skip('no example: products'));
};

export const cost: readonly Case[] = [
  costs('products of 50 lines', [], async (context) =>
    context.ask('products.resolve', { codes: (await fifty(context)).map(({ code }) => code) }),
  ),
  costs('stock of 50 lines', ['stock.availability'], async (context) =>
    context.ask('stock.availability', { productIds: (await fifty(context)).map(({ id }) => id) }),
  ),
  costs('prices of 50 lines in five quantities', ['pricing.quote'], async (context) => {
    const customer = await context.customer();
    return context.ask('pricing.quote', {
      customerId: customer.id,
      currency: currencyFor(context, customer.currency),
      date: dayIn(context.health.timeZone, new Date()),
      lines: (await fifty(context)).map(({ id }, index) => ({
        productId: id,
        quantity: decimal(String(1 + (index % 5))),
      })),
    });
  }),
  costs('orders of a customer', ['orders.list'], async (context) =>
    context.ask('orders.list', { customerId: (await context.customer()).id }),
  ),
  costs('invoices of a customer', ['invoices.list'], async (context) =>
    context.ask('invoices.list', { customerId: (await context.customer()).id }),
  ),
  costs('credit of a customer', ['credit.position'], async (context) =>
    context.ask('credit.position', { customerId: (await context.customer()).id }),
  ),
  costs('returns of a customer', ['returns.list'], async (context) =>
    context.ask('returns.list', { customerId: (await context.customer()).id }),
  ),
];
