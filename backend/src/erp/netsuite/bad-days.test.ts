import { decimal, erpCustomerIdSchema, erpProductIdSchema, referenceSchema } from '@backroom/shared';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ACCOUNT, apps, type NetSuite, startNetSuite } from '../../../../test/stand-ins/netsuite/start.ts';
import type { ErpAdapter } from '../contract/adapter.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { netSuite } from './index.ts';

let erp: NetSuite;
let adapter: ErpAdapter;
const { clientId, certificateId, privateKey, consumerKey, consumerSecret, tokenId, tokenSecret } = apps.full;
const settings = { account: ACCOUNT, subsidiary: '1', timeZone: 'Europe/Berlin', orderStatus: 'B' };
const connect = (credentials: Record<string, string>, more: Record<string, string> = {}) =>
  netSuite({ url: erp.url, credentials, settings: { ...settings, ...more } });
beforeAll(async () => {
  erp = await startNetSuite();
  adapter = connect({ clientId, certificateId, privateKey });
});
afterEach(() => erp.breakDown({}));
afterAll(() => erp.close());

const call = () => ({ signal: AbortSignal.timeout(20_000) });
let nth = 0;
const reference = () => {
  nth += 1;
  return referenceSchema.parse(`BR-BADDAYS${nth}`);
};
const currency = 'EUR' as OrderInput['currency'];
async function order(): Promise<OrderInput> {
  const found = await adapter.products?.resolve({ codes: ['T-2000'] }, call());
  return {
    reference: reference(),
    customerId: erpCustomerIdSchema.parse('11'),
    currency,
    requestedDate: null,
    note: null,
    lines: [
      {
        productId: erpProductIdSchema.parse(found?.results[0]?.id),
        quantity: decimal('2'),
        unitPrice: { amount: decimal('10.50'), currency },
        description: null,
      },
    ],
  };
}
const orders = () => adapter.orders ?? expect.unreachable();
const stored = (input: OrderInput) => erp.desk.ordersWith(input.reference).length;

test('SuiteQL that lags by minutes hides no order of ours', async () => {
  const input = await order();
  erp.breakDown({ replicaLagMs: 600_000 });
  const made = await orders().create(input, call());
  expect((await orders().findByReference({ references: [input.reference] }, call())).results[0]?.[0]?.id).toBe(made.id);
  expect((await orders().status({ ids: [made.id] }, call())).results[0]?.number).toBe(made.number);
  expect((await orders().create(input, call())).id).toBe(made.id);
  expect(stored(input)).toBe(1);
  const customer = {
    reference: reference(),
    name: 'Spätes Echo GmbH',
    vatId: null,
    email: null,
    phone: null,
    street: null,
    postalCode: null,
    city: 'Kiel',
    country: 'DE',
    currency,
  };
  const first = await adapter.customers?.create?.(customer, call());
  expect((await adapter.customers?.create?.(customer, call()))?.id).toBe(first?.id);
});

test('a script of the account that fails after the order was stored makes no second one', async () => {
  const input = await order();
  erp.breakDown({ scriptFailsAfterCommit: 1 });
  await expect(orders().create(input, call())).rejects.toMatchObject({ kind: 'uncertain' });
  await expect(orders().create(input, call())).resolves.toMatchObject({ reference: input.reference });
  expect(stored(input)).toBe(1);
});

test('what a script refuses is said in its own words', async () => {
  erp.breakDown({ scriptRefuses: { words: 'Orders below 50 EUR need a reason.', times: 1 } });
  const input = await order();
  await expect(orders().create(input, call())).rejects.toMatchObject({
    kind: 'refused',
    words: 'Orders below 50 EUR need a reason.',
  });
  expect(stored(input)).toBe(0);
});

test('what the form demands is named by its label', async () => {
  erp.breakDown({ mandatory: ['salesOrder.department'] });
  await expect(orders().create(await order(), call())).rejects.toMatchObject({
    kind: 'refused',
    words: 'Please enter value(s) for: Department.',
  });
});

test.each([429, 400] as const)(
  'refused by the governor with %i, an order is sent again and is one',
  async (governedStatus) => {
    const input = await order();
    erp.breakDown({ governed: 2, governedStatus });
    await expect(orders().create(input, call())).resolves.toMatchObject({ reference: input.reference });
    expect(stored(input)).toBe(1);
  },
);

test('what has left the house is shipped', async () => {
  const made = await orders().create(await order(), call());
  erp.desk.deliver(made.number);
  const { results } = await orders().status({ ids: [made.id] }, call());
  expect(results[0]).toMatchObject({ status: 'delivered', deliveries: [{ status: 'shipped' }] });
});

test('an account without a share left says busy, and nothing is stored', async () => {
  const input = await order();
  erp.breakDown({ governed: 99 });
  await expect(orders().create(input, call())).rejects.toMatchObject({ kind: 'busy' });
  expect(stored(input)).toBe(0);
});

test('two connections to one account stay below what it processes at once', async () => {
  erp.breakDown({ latencyMs: 5 });
  const other = connect({ consumerKey, consumerSecret, tokenId, tokenSecret });
  const ask = (one: ErpAdapter) => one.products?.resolve({ codes: ['T-2000'] }, call());
  const answers = await Promise.all(Array.from({ length: 24 }, (_, index) => ask(index % 2 ? adapter : other)));
  expect(answers.every((each) => each?.results[0]?.code === 'T-2000')).toBe(true);
  expect(erp.counts.mostAtOnce).toBeLessThanOrEqual(3);
});

test('tokens that have ended are renewed, also in the middle of a write', async () => {
  const input = await order();
  erp.breakDown({ tokensEnd: true });
  await expect(orders().create(input, call())).resolves.toMatchObject({ reference: input.reference });
});

test('token-based authentication signs queries, records and lists alike', async () => {
  const signed = connect({ consumerKey, consumerSecret, tokenId, tokenSecret });
  expect((await signed.health({}, call())).company).toBe('Hansa Industrie GmbH (1234567_SB1)');
  expect((await signed.credit?.position({ customerId: erpCustomerIdSchema.parse('2') }, call()))?.limit?.amount).toBe(
    '40000',
  );
  const wrong = connect({ consumerKey, consumerSecret, tokenId, tokenSecret: 'another' });
  await expect(wrong.health({}, call())).rejects.toMatchObject({ kind: 'unauthorised', words: /Login Audit Trail/ });
});

test.each([
  [{ certificateId: 'another' }, /mapping|client ID/],
  [{ clientId: 'another' }, /mapping/],
  [{ privateKey: 'no key' }, /PEM/],
])('a wrong %j is unauthorised, in words', async (wrong, words) => {
  const other = connect({ clientId, certificateId, privateKey, ...wrong });
  await expect(other.health({}, call())).rejects.toMatchObject({ kind: 'unauthorised', words });
});

test('columns that an account does not have cost it nothing but their figure', async () => {
  erp.breakDown({
    withoutColumns: ['item.saleunit', 'unitstypeuom', 'transaction.shipcomplete', 'customer.vatregnumber'],
  });
  const plain = connect({ clientId, certificateId, privateKey });
  const [product] = (await plain.products?.resolve({ codes: ['T-2000'] }, call()))?.results ?? [];
  expect(product).toMatchObject({ code: 'T-2000', unit: '' });
  const { results } = (await plain.orders?.list({ customerId: erpCustomerIdSchema.parse('1') }, call())) ?? {
    results: [],
  };
  expect(results.length).toBeGreaterThan(0);
  expect(results[0]?.partialDelivery).toBeUndefined();
  const [found] =
    (await plain.customers?.search({ queries: [{ name: 'Nordwerk Maschinenbau' }] }, call()))?.results ?? [];
  expect(found?.[0]).toMatchObject({ number: 'CUS1001', vatId: null });
});

test('figures that the role does not see are a missing right, not zero', async () => {
  const { clientId: id, certificateId: certificate, privateKey: key } = apps.limited;
  const limited = connect({ clientId: id, certificateId: certificate, privateKey: key });
  await expect(limited.credit?.position({ customerId: erpCustomerIdSchema.parse('2') }, call())).rejects.toMatchObject({
    kind: 'unauthorised',
  });
});
