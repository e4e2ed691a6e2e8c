import { type ErpOrder, erpOrderIdSchema } from '@backroom/shared';
import { afterAll, expect, test } from 'vitest';
import { subjects as bridge } from '../bridge/conformance.ts';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import { cases } from './cases.ts';
import { contextOf, runCase } from './kit.ts';
import type { Opened } from './subject.ts';

/** Defects as real adapters have had them, each built into an otherwise good adapter. The suite has to find every one. */
type Defect = { what: string; found: string; spoil: (good: ErpAdapter) => Partial<ErpAdapter> };

function have<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the good adapter lacks it');
  return value;
}
const remembered: ErpOrder[] = [];

const defects: readonly Defect[] = [
  {
    what: 'answers in its own order',
    found: 'products.resolve: 500 at once, in their order, null for unknown codes',
    spoil: ({ products }) => ({
      products: {
        resolve: async (input, call) => ({ results: (await have(products).resolve(input, call)).results.reverse() }),
      },
    }),
  },
  {
    what: 'leaves unknown codes out',
    found: 'products.resolve: codes that could be read as something else',
    spoil: ({ products }) => ({
      products: {
        resolve: async (input, call) => ({
          results: (await have(products).resolve(input, call)).results.filter(Boolean),
        }),
      },
    }),
  },
  {
    what: 'takes codes as bytes',
    found: 'products.resolve: a mistyped code finds its product or names it',
    spoil: ({ products }) => ({
      products: {
        resolve: async (input, call) => {
          const { results } = await have(products).resolve(input, call);
          return { results: results.map((each, index) => (each?.code === input.codes[index] ? each : null)) };
        },
      },
    }),
  },
  {
    what: 'asks for all keys at once and takes what comes first',
    found: 'customers.search: who has an exact key comes first, however many are like it',
    spoil: ({ customers }) => ({
      customers: {
        ...have(customers),
        search: async (input, call) => {
          const { results } = await have(customers).search(input, call);
          return { results: results.map((found) => found.toReversed()) };
        },
      },
    }),
  },
  {
    what: 'takes a copy for the order of its reference',
    found: 'orders: a copy made in the ERP is not found by the reference',
    spoil: ({ orders, customers }) => ({
      orders: {
        ...have(orders),
        findByReference: async (input, call) => {
          const { results } = await have(orders).findByReference(input, call);
          const [found] = (await have(customers).search({ queries: [{ erpNumber: 'C-1002' }] }, call)).results;
          const { results: all } = await have(orders).list({ customerId: have(found?.[0]).id }, call);
          const copies = all.filter(({ reference }) => reference === null);
          return { results: results.map((each) => [...each, ...copies]) };
        },
      },
    }),
  },
  {
    what: 'computes with JS numbers',
    found: 'stock.availability: figures add up',
    spoil: ({ stock }) => ({
      stock: {
        availability: async (input, call) => {
          const { results } = await have(stock).availability(input, call);
          return { results: results.map((each) => each && { ...each, available: Number(each.available) as never }) };
        },
      },
    }),
  },
  {
    what: 'throws what its HTTP client throws',
    found: 'trouble: the connection is reset',
    spoil: ({ products }) => ({
      products: {
        resolve: (input, call) =>
          have(products)
            .resolve(input, call)
            .catch((error: ErpError) => {
              throw new TypeError('fetch failed', { cause: error });
            }),
      },
    }),
  },
  {
    what: 'does not stop at its time limit',
    found: 'trouble: a read that hangs ends at its time limit',
    spoil: ({ products }) => ({
      products: { resolve: (input) => have(products).resolve(input, { signal: AbortSignal.timeout(2500) }) },
    }),
  },
  {
    what: 'prices in its own currency whatever is asked',
    found: 'pricing.quote: an unknown currency has no price',
    spoil: ({ pricing, health }) => ({
      pricing: {
        quote: async (input, call) =>
          have(pricing).quote({ ...input, currency: (await health({}, call)).currency }, call),
      },
    }),
  },
  {
    what: 'says that nothing was written when the answer is lost',
    found: 'trouble: an order whose answer is lost is never denied',
    spoil: ({ orders }) => ({
      orders: {
        ...have(orders),
        create: (input, call) =>
          have(orders)
            .create(input, call)
            .catch((error: ErpError) => {
              throw error.kind === 'uncertain' ? new ErpError('unreachable', 'no answer') : error;
            }),
      },
    }),
  },
  {
    what: 'writes again by itself when the answer is lost',
    found: 'trouble: an order whose answer is cut is never denied',
    spoil: ({ orders }) => ({
      orders: {
        ...have(orders),
        create: (input, call) =>
          have(orders)
            .create(input, call)
            .catch(() => have(orders).create(input, call)),
      },
    }),
  },
  {
    what: 'finds orders from a list that it made earlier',
    found: 'orders.findByReference: sees an order right after its create',
    spoil: ({ orders }) => ({
      orders: {
        ...have(orders),
        findByReference: async ({ references }) => ({
          results: references.map((reference) => remembered.filter((order) => order.reference === reference)),
        }),
      },
    }),
  },
  {
    what: 'takes a cancel for done when the ERP did nothing',
    found: 'orders.cancel: cancels, or says why not; never silently nothing',
    spoil: ({ orders }) => ({
      orders: {
        ...have(orders),
        cancel: async ({ id }, call) => {
          const [order] = (await have(orders).status({ ids: [id] }, call)).results;
          if (!order) throw new ErpError('not_found', 'no such order');
          return { ...order, status: 'cancelled' };
        },
      },
    }),
  },
  {
    what: 'dates by UTC',
    found: 'orders.create: just after midnight in the company’s time zone it is the next day',
    spoil: ({ orders }) => ({
      orders: {
        ...have(orders),
        create: async (input, call) => ({
          ...(await have(orders).create(input, call)),
          orderedOn: new Date().toISOString().slice(0, 10),
        }),
      },
    }),
  },
  {
    what: 'adds a discount to the exposure',
    found: 'credit.position: exposure, free and ageing add up',
    spoil: ({ credit }) => ({
      credit: {
        position: async (input, call) => {
          const position = await have(credit).position(input, call);
          return { ...position, exposure: position.overdue };
        },
      },
    }),
  },
  {
    what: 'reads an unknown customer as one without documents',
    found: 'documents: an unknown customer is not found, not empty',
    spoil: ({ orders }) => ({
      orders: {
        ...have(orders),
        list: (input, call) =>
          have(orders)
            .list(input, call)
            .catch(() => ({ results: [] })),
      },
    }),
  },
  {
    what: 'reads product by product',
    found: 'cost: products of 50 lines',
    spoil: ({ products }) => ({
      products: {
        resolve: async ({ codes }, call) => ({
          results: (await Promise.all(codes.map((code) => have(products).resolve({ codes: [code] }, call)))).flatMap(
            ({ results }) => results,
          ),
        }),
      },
    }),
  },
  {
    what: 'claims a confirm that it lacks',
    found: 'describe: says what the adapter has',
    spoil: ({ orders }) => ({ orders: { ...have(orders), confirm: undefined } }),
  },
  {
    what: 'asks the ERP who it is',
    found: 'describe: answers without asking the ERP',
    spoil: ({ describe, health }) => ({
      describe: async (input, call) => {
        await health({}, call);
        return describe(input, call);
      },
    }),
  },
  {
    what: 'confirms a copy',
    found: 'orders.confirm: may be repeated',
    spoil: ({ orders }) => ({
      orders: {
        ...have(orders),
        confirm: async (input, call) => ({
          ...(await have(have(orders).confirm)(input, call)),
          id: erpOrderIdSchema.parse(crypto.randomUUID()),
        }),
      },
    }),
  },
  ...(
    [
      [
        'loses the PO number',
        'orders: keeps the customer’s PO number apart from our reference',
        { poNumber: undefined },
      ],
      [
        'delivers to the usual address',
        'orders: goes to the address of the customer that was chosen',
        { deliverTo: undefined },
      ],
      [
        'leaves charges out',
        'orders: charges are part of the net total, apart or as lines after the others',
        { charges: undefined },
      ],
    ] as const
  ).map(
    ([what, found, without]): Defect => ({
      what,
      found,
      spoil: ({ orders }) => ({
        orders: {
          ...have(orders),
          create: (input, call) => have(orders).create({ ...input, ...without } as typeof input, call),
        },
      }),
    }),
  ),
];

const opened = (async () => {
  const open = await bridge[0]?.open();
  if (!open || 'unavailable' in open) throw new Error('the demo ERP always opens');
  return open;
})();
afterAll(async () => (await opened).close());

test.each(defects)('an adapter that $what is found out by "$found"', async ({ found, spoil }) => {
  const { url, connect, examples, sameClock, copyOrder } = await opened;
  const spoilt: Opened = {
    url,
    examples,
    ...(sameClock ? { sameClock } : {}),
    ...(copyOrder ? { copyOrder } : {}),
    connect: (at) => {
      const good = connect(at);
      return { ...good, ...spoil(good) };
    },
    close: async () => {},
  };
  const context = await contextOf(spoilt);
  const each = cases.find(({ name }) => name === found);
  if (!each) throw new Error(`there is no case "${found}"`);
  const outcome = await runCase(each, context);
  await context.close();
  expect(outcome.state).toBe('fail');
});
