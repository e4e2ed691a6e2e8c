import { decimal, referenceSchema } from '@backroom/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  apps,
  type BusinessCentral,
  COMPANY,
  ENVIRONMENT,
  startBusinessCentral,
  TENANT,
} from '../../../../test/stand-ins/business-central/start.ts';
import type { ErpAdapter } from '../contract/adapter.ts';
import { orderInputSchema } from '../contract/schemas.ts';
import { businessCentral } from './index.ts';

let erp: BusinessCentral;
let adapter: ErpAdapter;
let nth = 0;
const call = (ms = 10_000) => ({ signal: AbortSignal.timeout(ms) });
const idOf = (set: string, number: string) => String(erp.store.by(set, erp.company, 'number', number)?.id);
const input = (change: object = {}) => {
  nth += 1;
  return orderInputSchema.parse({
    reference: `BR-BADDAY${String(nth).padStart(4, '0')}`,
    customerId: idOf('customers', '10000'),
    currency: 'EUR',
    requestedDate: null,
    note: null,
    lines: [
      {
        productId: idOf('items', 'T-2000'),
        quantity: '2',
        unitPrice: { amount: '10.50', currency: 'EUR' },
        description: null,
      },
    ],
    ...change,
  });
};
const find = async (reference: string) =>
  (await adapter.orders?.findByReference({ references: [referenceSchema.parse(reference)] }, call()))?.results[0] ?? [];
const create = (order: ReturnType<typeof input>, ms?: number) =>
  adapter.orders?.create(order, call(ms)) ?? Promise.reject(new Error('no orders'));

beforeAll(async () => {
  erp = await startBusinessCentral();
  adapter = businessCentral({
    url: erp.url,
    credentials: { clientId: apps.full.clientId, clientSecret: apps.full.secret },
    settings: {
      tenant: TENANT,
      environment: ENVIRONMENT,
      company: COMPANY,
      timeZone: 'Europe/Berlin',
      signIn: erp.url,
    },
  });
  await adapter.health({}, call());
});
beforeEach(() => erp.breakDown({}));
afterAll(() => erp.close());

test.each([
  ['the connection is cut after the commit', { dropAfterCommit: 1 }],
  ['the gateway gives up after the commit', { gatewayTimeout: 1 }],
  ['the service is gone after the commit', { unavailableAfterCommit: 1 }],
])('%s: the outcome is open, and the look-up finds one order', async (_, fault) => {
  erp.breakDown(fault);
  const order = input();
  await expect(create(order)).rejects.toMatchObject({ kind: 'uncertain' });
  expect(await find(order.reference)).toHaveLength(1);
});

test('a commit that comes after the answer is not denied: nothing is there yet, then the order is', async () => {
  erp.breakDown({ slowCommit: { ms: 150, times: 1, answer: '504' } });
  const order = input();
  await expect(create(order)).rejects.toMatchObject({ kind: 'uncertain' });
  expect(await find(order.reference)).toEqual([]);
  await expect.poll(() => find(order.reference)).toHaveLength(1);
  const { maxCommitMs = 0 } = await adapter.describe({}, call());
  expect(maxCommitMs).toBeGreaterThanOrEqual(600_000);
});

test('half an order is found, and shown without the lines that are not there', async () => {
  erp.breakDown({ halfOrder: 1 });
  const order = input();
  await expect(create(order)).rejects.toMatchObject({ kind: 'uncertain' });
  expect(await find(order.reference)).toMatchObject([{ reference: order.reference, lines: [], net: { amount: '0' } }]);
});

test('a token that ends in the middle costs one more sign-in, and no second order', async () => {
  const order = input();
  erp.breakDown({ tokensEnd: true });
  await create(order);
  expect(erp.desk.ordersWith(order.reference)).toHaveLength(1);
});

test('an order right after its create is found, however far the replica is behind', async () => {
  erp.breakDown({ replicaLagMs: 600_000 });
  const order = input();
  const made = await create(order);
  expect(await find(order.reference)).toMatchObject([{ id: made.id }]);
});

test('429 with a time and without, a change by somebody else, the page of a proxy', async () => {
  erp.breakDown({ busy: { retryAfterSeconds: 7, times: 1 } });
  await expect(adapter.health({}, call())).rejects.toMatchObject({ kind: 'busy', retryAfterMs: 7000 });
  erp.breakDown({ busy: { retryAfterSeconds: null, times: 1 } });
  await expect(adapter.health({}, call())).rejects.toMatchObject({ kind: 'busy', retryAfterMs: null });
  erp.breakDown({ changed: 1 });
  await expect(create(input())).rejects.toMatchObject({ kind: 'conflict' });
  erp.breakDown({ html: 1 });
  await expect(adapter.health({}, call())).rejects.toMatchObject({ kind: 'unreachable' });
});

test('a status that this version does not know is no reason to lose an order', async () => {
  const order = input();
  await create(order);
  erp.breakDown({ strangeStatus: true });
  expect(await find(order.reference)).toMatchObject([{ reference: order.reference, status: 'confirmed' }]);
});

test('the customer of a VAT id is found whether such a filter is refused or silently not applied, also a new one', async () => {
  const search = async (vatId: string) =>
    (await adapter.customers?.search({ queries: [{ vatId, country: 'DE' }] }, call()))?.results[0]?.map(
      ({ number }) => number,
    );
  for (const variableFilters of ['refused', 'ignored'] as const) {
    erp.breakDown({ variableFilters });
    expect(await search('DE 811 000 019')).toEqual(['10000']);
  }
  expect(await search('DE899999999')).toEqual([]);
  erp.store.update('customers', idOf('customers', '10100'), { taxRegistrationNumber: 'DE899999999' });
  expect(await search('DE899999999')).toEqual(['10100']);
});

test.each([
  ['10041', {}, 'customerId', /blocked with type Ship/],
  ['10000', { unit: 'KARTON' }, 'lines.0.unit', /Item Unit of Measure/],
  ['10000', { item: '1850-ALT' }, 'lines.0.productId', /Blocked must be equal to 'No'/],
] as const)(
  'a refusal has its field: %s %j',
  async (number, { unit, item = 'T-2000' }: { unit?: string; item?: string }, field, words) => {
    const price = { amount: decimal('1'), currency: 'EUR' };
    const lines = [
      { productId: idOf('items', item), quantity: '1', unitPrice: price, description: null, ...(unit ? { unit } : {}) },
    ];
    const order = input({ customerId: idOf('customers', number), lines });
    await expect(create(order)).rejects.toMatchObject({ kind: 'refused', field, words: expect.stringMatching(words) });
    expect(erp.desk.ordersWith(order.reference)).toEqual([]);
  },
);

test('an order is sold at the price that was sent: no discount of the customer, and no VAT within it', async () => {
  const made = await create(input({ customerId: idOf('customers', '10060') }));
  expect(made).toMatchObject({ net: { amount: '21' }, total: { amount: '24.99' } });
});

test('an order that is invoiced to its end, and one that a person deleted', async () => {
  const [sold, deleted] = [await create(input()), await create(input())];
  erp.desk.ship(sold.number);
  const { number } = erp.desk.invoice(sold.number);
  erp.desk.remove(deleted.number);
  const { results = [] } = (await adapter.orders?.status({ ids: [sold.id, deleted.id] }, call())) ?? {};
  expect(results).toMatchObject([
    { number: sold.number, status: 'invoiced', deliveries: [{ status: 'shipped' }] },
    null,
  ]);
  const list = await adapter.invoices?.list({ customerId: sold.customerId as never }, call());
  expect(list?.results.find((each) => each.number === number)).toMatchObject({
    orderNumber: sold.number,
    status: 'open',
  });
});
