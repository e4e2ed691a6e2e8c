import { referenceSchema } from '@backroom/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { app, type Sage200, site, startSage200 } from '../../../../test/stand-ins/sage-200/start.ts';
import type { ErpAdapter } from '../contract/adapter.ts';
import { orderInputSchema } from '../contract/schemas.ts';
import { sage200 } from './index.ts';

let erp: Sage200;
let adapter: ErpAdapter;
let customerId: string;
let productId: string;
let nth = 0;
const call = (ms = 10_000) => ({ signal: AbortSignal.timeout(ms) });
const input = (change: object = {}) => {
  nth += 1;
  return orderInputSchema.parse({
    reference: `BR-BADDAY${String(nth).padStart(4, '0')}`,
    customerId,
    currency: 'GBP',
    requestedDate: null,
    note: null,
    lines: [{ productId, quantity: '2', unitPrice: { amount: '10.50', currency: 'GBP' }, description: null }],
    ...change,
  });
};
const find = async (reference: string) =>
  (await adapter.orders?.findByReference({ references: [referenceSchema.parse(reference)] }, call()))?.results[0] ?? [];
const create = (order: ReturnType<typeof input>, ms?: number) =>
  adapter.orders?.create(order, call(ms)) ?? Promise.reject(new Error('no orders'));
const customerWith = async (erpNumber: string) =>
  (await adapter.customers?.search({ queries: [{ erpNumber }] }, call()))?.results[0]?.[0];

beforeAll(async () => {
  erp = await startSage200();
  adapter = sage200({
    url: erp.url,
    credentials: { clientId: app.clientId, clientSecret: app.clientSecret, refreshToken: erp.consent('full') },
    settings: { site, company: '1', signIn: erp.url, warehouse: 'HOME' },
  });
  customerId = (await customerWith('NOR001'))?.id ?? '';
  productId = (await adapter.products?.resolve({ codes: ['T-2000'] }, call()))?.results[0]?.id ?? '';
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
  // Who sends again looks first.
  expect((await create(order)).id).toBe((await find(order.reference))[0]?.id);
});

test('a commit that comes after the answer is not denied: nothing is there yet, then the order is', async () => {
  erp.breakDown({ slowCommit: { ms: 150, times: 1, answer: '504' } });
  const order = input();
  await expect(create(order)).rejects.toMatchObject({ kind: 'uncertain' });
  expect(await find(order.reference)).toEqual([]);
  await expect.poll(() => find(order.reference)).toHaveLength(1);
  expect((await adapter.describe({}, call())).maxCommitMs).toBeGreaterThanOrEqual(600_000);
});

test('half an order is no order, and the next create leaves one whole order', async () => {
  erp.breakDown({ halfOrder: 1 });
  const order = input();
  await expect(create(order)).rejects.toMatchObject({ kind: 'uncertain' });
  expect(await find(order.reference)).toEqual([]);
  const made = await create(order);
  expect(await find(order.reference)).toMatchObject([{ id: made.id, lines: [{ code: 'T-2000' }] }]);
});

test('a token that ends in the middle costs one more sign-in, and no second order', async () => {
  const order = input();
  erp.breakDown({ tokensEnd: true });
  const made = await create(order);
  expect(await find(order.reference)).toMatchObject([{ id: made.id }]);
});

test('the tunnel is down: nothing is missing, whatever is asked, also of a connection that has just begun', async () => {
  const order = input();
  erp.breakDown({ relayDown: true });
  await expect(find('BR-BADDAY9999')).rejects.toMatchObject({ kind: 'unreachable' });
  await expect(create(order)).rejects.toMatchObject({ kind: 'unreachable' });
  const fresh = sage200({
    url: erp.url,
    credentials: { clientId: app.clientId, clientSecret: app.clientSecret, refreshToken: erp.consent('full') },
    settings: { site, company: '1', signIn: erp.url, warehouse: 'HOME' },
  });
  const asked = { references: [referenceSchema.parse('BR-BADDAY9999')] };
  await expect(fresh.orders?.findByReference(asked, call())).rejects.toMatchObject({ kind: 'unreachable' });
  erp.breakDown({});
  expect(await find(order.reference)).toEqual([]);
});

test('429 with a time, and the page of a proxy', async () => {
  erp.breakDown({ busy: { retryAfterSeconds: 7, times: 1 } });
  await expect(adapter.health({}, call())).rejects.toMatchObject({ kind: 'busy', retryAfterMs: 7000 });
  erp.breakDown({ html: 2 });
  await expect(adapter.health({}, call())).rejects.toMatchObject({ kind: 'unreachable' });
});

test.each(['message', 'list', 'text'] as const)(
  'words that nobody has seen before are a refusal in these words, and leave nothing: %s',
  async (refusalShape) => {
    const words = 'Error 4711: the moon is in the wrong house for T-2000.';
    erp.breakDown({ refusalShape, refusal: { words, times: 1 } });
    const order = input();
    await expect(create(order)).rejects.toMatchObject({ kind: 'refused', words, field: 'lines.0.productId' });
    expect(await find(order.reference)).toEqual([]);
  },
);

test('a status that this version does not know is no reason to lose an order', async () => {
  const order = input();
  await create(order);
  erp.breakDown({ strangeStatus: true });
  expect(await find(order.reference)).toMatchObject([{ reference: order.reference, status: 'confirmed' }]);
});

test('moments with a zone and without are the same day', async () => {
  const order = input({ requestedDate: '2027-12-31' });
  const plain = await create(order);
  erp.breakDown({ zonedMoments: true });
  expect(await find(order.reference)).toMatchObject([{ orderedOn: plain.orderedOn, requestedDate: '2027-12-31' }]);
});

test('pages smaller than was asked for would cut a list: the order is found on the first', async () => {
  const order = input();
  await create(order);
  erp.breakDown({ pageSize: 500 });
  expect(await find(order.reference)).toHaveLength(1);
});

test('an account on hold is refused in Sage’s words', async () => {
  const held = await customerWith('HOL001');
  await expect(create(input({ customerId: held?.id }))).rejects.toMatchObject({
    kind: 'refused',
    field: 'customerId',
    words: expect.stringMatching(/hold/i),
  });
});

test('the user has taken the consent back: the connection says what to enter', async () => {
  const revoked = sage200({
    url: erp.url,
    credentials: { clientId: app.clientId, clientSecret: app.clientSecret, refreshToken: 'taken-back' },
    settings: { site, company: '1', signIn: erp.url },
  });
  await expect(revoked.health({}, call())).rejects.toMatchObject({ kind: 'unauthorised', field: 'refreshToken' });
});
