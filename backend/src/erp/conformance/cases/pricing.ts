import assert from 'node:assert/strict';
import {
  type Currency,
  compare,
  type Decimal,
  dayIn,
  decimal,
  divide,
  type ErpCustomerId,
  type ErpProductId,
  erpCustomerIdSchema,
  erpProductIdSchema,
  isNegative,
  multiply,
  subtract,
} from '@backroom/shared';
import { ErpError } from '../../contract/errors.ts';
import type { Price } from '../../contract/schemas.ts';
import { failing } from '../ask.ts';
import { type Case, type Context, skip } from '../kit.ts';
import { bigBatch, currencyFor, filled } from './support.ts';

type Line = { productId: ErpProductId; quantity: Decimal };
const one = decimal('1');
const today = ({ health }: Context) => dayIn(health.timeZone, new Date());
const ids = async (context: Context) => (await context.products()).map(({ id }) => id);
async function quote(context: Context, lines: Line[], more: { currency?: Currency; customerId?: ErpCustomerId } = {}) {
  const customer = await context.customer();
  return context.ask('pricing.quote', {
    customerId: more.customerId ?? customer.id,
    currency: more.currency ?? currencyFor(context, customer.currency),
    date: today(context),
    lines,
  });
}
/** Net is list less discount; the percentage may be rounded to two places. */
function discountFits({ unitPrice, listPrice, discountPercent, productId }: Price): void {
  if (!listPrice || discountPercent === null) return;
  const hundred = decimal('100');
  const expected = multiply(listPrice.amount, divide(subtract(hundred, discountPercent), hundred));
  const off = subtract(expected, unitPrice.amount).replace('-', '') as Decimal;
  const allowed = multiply(listPrice.amount, decimal('0.0001'));
  assert.ok(
    compare(off, allowed) <= 0 || compare(off, decimal('0.01')) <= 0,
    `${productId}: ${listPrice.amount} less ${discountPercent} % is not ${unitPrice.amount}`,
  );
}

export const pricing: readonly Case[] = [
  {
    name: 'pricing.quote: each line has a price in the currency asked for',
    needs: ['pricing.quote', 'products.resolve', 'customers.search'],
    examples: ['products', 'customer'],
    async run(context) {
      const currency = currencyFor(context, (await context.customer()).currency);
      const lines = (await ids(context)).map((productId, index) => ({
        productId,
        quantity: decimal(`${index + 1}`),
      }));
      const { results } = await quote(context, lines);
      for (const [index, price] of results.entries()) {
        assert.ok(price, `line ${index + 1} has a price`);
        assert.equal(price.productId, lines[index]?.productId);
        assert.equal(compare(price.quantity, lines[index]?.quantity ?? one), 0);
        for (const money of [price.unitPrice, price.listPrice, ...price.breaks.map((each) => each.price)])
          assert.equal(money?.currency ?? currency, currency);
        assert.equal(isNegative(price.unitPrice.amount), false);
        discountFits(price);
      }
    },
  },
  {
    name: 'pricing.quote: a break is what buying so many costs',
    needs: ['pricing.quote', 'products.resolve', 'customers.search'],
    examples: ['products', 'customer'],
    async run(context) {
      const productIds = await ids(context);
      const { results } = await quote(
        context,
        productIds.map((productId) => ({ productId, quantity: one })),
      );
      const broken = results.find((price) => price && price.breaks.length > 0);
      if (!broken) return skip('none of the example products has quantity breaks that the ERP tells');
      const { results: reached } = await quote(
        context,
        broken.breaks.map(({ from }) => ({ productId: broken.productId, quantity: from })),
      );
      for (const [index, { from, price }] of broken.breaks.entries())
        assert.equal(compare(reached[index]?.unitPrice.amount ?? decimal('0'), price.amount), 0, `from ${from}`);
    },
  },
  {
    name: 'pricing.quote: 500 lines at once, in their order, null for unknown products',
    needs: ['pricing.quote', 'products.resolve', 'customers.search'],
    examples: ['products', 'customer'],
    async run(context) {
      const unknown = erpProductIdSchema.parse(context.examples.unknownId);
      const lines = filled(bigBatch(await ids(context), () => unknown)).map((productId, index) => ({
        productId,
        quantity: decimal(String(1 + (index % 3))),
      }));
      const { results } = await quote(context, lines);
      for (const [index, { productId, quantity }] of lines.entries()) {
        const price = results[index];
        assert.equal(price?.productId ?? null, productId === unknown ? null : productId, `place ${index}`);
        if (price) assert.equal(compare(price.quantity, quantity), 0, `place ${index}`);
      }
    },
  },
  {
    name: 'pricing.quote: what is sold by the pack is priced by the pack',
    needs: ['pricing.quote', 'products.resolve', 'customers.search'],
    examples: ['customer', 'packed'],
    async run(context) {
      const { code, unitPrice } = context.examples.packed ?? skip('no example: packed');
      const [product] = (await context.ask('products.resolve', { codes: [code] })).results;
      const { results } = await quote(context, product ? [{ productId: product.id, quantity: one }] : []);
      const found = results[0]?.unitPrice.amount;
      assert.ok(found && compare(found, unitPrice) === 0, `${found} is not ${unitPrice}`);
    },
  },
  {
    name: 'pricing.quote: a foreign currency is answered in that currency, or refused',
    needs: ['pricing.quote', 'products.resolve', 'customers.search'],
    examples: ['products', 'customer', 'foreign'],
    async run(context) {
      const { currency, customer } = context.examples.foreign ?? skip('no example: foreign');
      const lines = (await ids(context)).map((productId) => ({ productId, quantity: one }));
      const customerId = (await context.customer(customer ?? context.examples.customer)).id;
      const answer = await quote(context, lines, { currency, customerId }).catch((error: unknown) => {
        assert.ok(error instanceof ErpError && error.kind === 'refused' && error.words, String(error));
        return null;
      });
      for (const price of answer?.results ?? []) if (price) assert.equal(price.unitPrice.currency, currency);
      return answer ? undefined : 'refused';
    },
  },
  {
    name: 'pricing.quote: an unknown currency has no price',
    needs: ['pricing.quote', 'products.resolve', 'customers.search'],
    examples: ['products', 'customer'],
    async run(context) {
      const lines = (await ids(context)).map((productId) => ({ productId, quantity: one }));
      const answer = await quote(context, lines, { currency: context.examples.unknownCurrency }).catch(
        (error: unknown) => {
          assert.ok(error instanceof ErpError && error.kind === 'refused' && error.words, String(error));
          return null;
        },
      );
      if (answer)
        assert.deepEqual(
          answer.results,
          lines.map(() => null),
        );
    },
  },
  {
    name: 'pricing.quote: an unknown customer has no price',
    needs: ['pricing.quote', 'products.resolve', 'customers.search'],
    examples: ['products', 'customer'],
    async run(context) {
      const customerId = erpCustomerIdSchema.parse(context.examples.unknownId);
      const lines = (await ids(context)).slice(0, 1).map((productId) => ({ productId, quantity: one }));
      await failing(quote(context, lines, { customerId }), 'not_found', 'refused');
    },
  },
];
