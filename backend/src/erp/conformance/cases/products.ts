import assert from 'node:assert/strict';
import { add, compare, decimal, erpProductIdSchema } from '@backroom/shared';
import type { Availability } from '../../contract/schemas.ts';
import { type Case, skip } from '../kit.ts';
import { bigBatch, everyPage, filled, sum } from './support.ts';

const nothing = decimal('0');
const same = (left: Parameters<typeof compare>[0], right: Parameters<typeof compare>[1], what: string) =>
  assert.equal(compare(left, right), 0, `${what}: ${left} and ${right}`);

function addsUp(each: Availability): void {
  same(each.onHand, add(each.reserved, each.available), `${each.productId}: on hand = reserved + available`);
  // A kit stands in no warehouse, and one that serves no order of ours is shown, but not counted.
  const counted = each.warehouses.filter(({ serves }) => serves !== false).map(({ onHand }) => onHand);
  if (counted.length > 0) same(sum(counted), each.onHand, `${each.productId}: warehouses on hand`);
  const dates = each.incoming.map(({ date }) => date);
  assert.deepEqual(dates, [...dates].sort(), `${each.productId}: incoming by date`);
  for (const { quantity, date } of each.incoming)
    assert.equal(compare(quantity, nothing), 1, `${each.productId}: incoming on ${date} is above zero`);
}

export const products: readonly Case[] = [
  {
    name: 'products.resolve: 500 at once, in their order, null for unknown codes',
    needs: ['products.resolve'],
    examples: ['products'],
    async run(context) {
      const known = await context.products();
      assert.deepEqual(
        known.map(({ code }) => code),
        context.examples.products,
      );
      const codes = filled(
        bigBatch(
          known.map(({ code }) => code),
          (index) => `NO-SUCH-CODE-${index}`,
        ),
      );
      const { results } = await context.ask('products.resolve', { codes });
      for (const [index, code] of codes.entries())
        assert.deepEqual(results[index], known.find((each) => each.code === code) ?? null, `place ${index}`);
    },
  },
  {
    name: 'products.list: every product on sale once, page by page',
    needs: ['products.list', 'products.resolve'],
    examples: ['products'],
    async run(context) {
      const all = await everyPage(async (cursor) => {
        const page = await context.ask('products.list', { cursor });
        return { items: page.products, cursor: page.cursor };
      });
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length, 'each once');
      assert.deepEqual(
        all.filter(({ archived }) => archived),
        [],
      );
      for (const product of await context.products())
        assert.deepEqual(
          all.find(({ id }) => id === product.id),
          product,
        );
    },
  },
  {
    name: 'products.resolve: codes that could be read as something else',
    needs: ['products.resolve'],
    async run({ ask }) {
      const codes = ['', ' ', '%', '_', "'; drop table products; --", '*', 'é'.repeat(200), '{"a":1}'];
      assert.deepEqual(
        (await ask('products.resolve', { codes })).results,
        codes.map(() => null),
      );
    },
  },
  {
    name: 'products.resolve: a mistyped code finds its product or names it',
    needs: ['products.resolve'],
    examples: ['mistyped'],
    async run({ ask, examples }) {
      const codes = examples.mistyped ?? skip('no example: mistyped');
      const { results, near } = await ask('products.resolve', { codes: codes.map(({ asked }) => asked) });
      assert.deepEqual(
        codes.map((_, index) => [results[index]?.code ?? null, near?.[index] ?? null]),
        codes.map(({ code, found }) => (found ? [code, null] : [null, code])),
      );
    },
  },
  {
    name: 'products.resolve: an archived product says so',
    needs: ['products.resolve'],
    examples: ['archived'],
    async run({ ask, examples }) {
      const { results } = await ask('products.resolve', { codes: [examples.archived ?? ''] });
      assert.equal(results[0]?.archived, true);
    },
  },
  {
    name: 'stock.availability: figures add up',
    needs: ['stock.availability', 'products.resolve'],
    examples: ['products'],
    async run(context) {
      const stocked = (await context.products()).filter((each) => each.stocked);
      const { results } = await context.ask('stock.availability', { productIds: stocked.map(({ id }) => id) });
      for (const [index, each] of results.entries()) {
        assert.equal(each?.productId, stocked[index]?.id);
        if (each) addsUp(each);
      }
      assert.ok(
        results.some((each) => each && compare(each.onHand, nothing) > 0),
        'none of the example products is in stock: a wrong context reads zero as well',
      );
    },
  },
  {
    name: 'stock.availability: what is sold by the pack is counted in packs',
    needs: ['stock.availability', 'products.resolve'],
    examples: ['packed'],
    async run({ ask, examples }) {
      const { code, unit, onHand } = examples.packed ?? skip('no example: packed');
      const [product] = (await ask('products.resolve', { codes: [code] })).results;
      assert.equal(product?.unit, unit);
      const [stock] = (await ask('stock.availability', { productIds: product ? [product.id] : [] })).results;
      assert.equal(compare(stock?.onHand ?? nothing, onHand), 0, `${stock?.onHand} is not ${onHand}`);
    },
  },
  {
    name: 'stock.availability: 500 at once, in their order, null for unknown ids',
    needs: ['stock.availability', 'products.resolve'],
    examples: ['products'],
    async run(context) {
      const stocked = (await context.products()).filter((each) => each.stocked).map(({ id }) => id);
      const unknown = erpProductIdSchema.parse(context.examples.unknownId);
      const productIds = filled(bigBatch(stocked, () => unknown));
      const { results } = await context.ask('stock.availability', { productIds });
      for (const [index, id] of productIds.entries())
        assert.equal(results[index]?.productId ?? null, id === unknown ? null : id, `place ${index}`);
    },
  },
  {
    name: 'stock.availability: a service has no stock, not zero',
    needs: ['stock.availability', 'products.resolve'],
    examples: ['service'],
    async run({ ask, examples }) {
      const [product] = (await ask('products.resolve', { codes: [examples.service ?? ''] })).results;
      if (!product) return skip(`the example ${examples.service} is unknown here`);
      assert.equal(product.stocked, false);
      assert.deepEqual((await ask('stock.availability', { productIds: [product.id] })).results, [null]);
    },
  },
];
