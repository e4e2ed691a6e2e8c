import { referenceSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import {
  type Asked,
  call,
  changeSet,
  environmentOf,
  header,
  infolog,
  line,
  list,
  type Said,
} from '../../../test/finance-operations-tenant.ts';
import { orderInputSchema } from '../contract/schemas.ts';

const reference = referenceSchema.parse('BR-ABCDEFGH12');
const input = (change: object = {}) =>
  orderInputSchema.parse({
    reference,
    customerId: 'US-001',
    currency: 'USD',
    requestedDate: '2026-12-24',
    note: null,
    poNumber: 'PO-77',
    lines: [
      { productId: ' RFI-TEST-001', quantity: '2', unitPrice: { amount: '10.50', currency: 'USD' }, description: null },
      { productId: 'D0001', quantity: '1', unitPrice: { amount: '99.999', currency: 'USD' }, description: 'Speaker' },
    ],
    ...change,
  });
type There = { headers?: object[]; lines?: object[] };
/** An environment with these orders; what is written shows at the next read. `on` answers a write instead. */
function environment(there: There, on: (asked: Asked) => Said | undefined = () => undefined, settings = {}) {
  const state = { headers: [...(there.headers ?? [])], lines: [...(there.lines ?? [])] };
  const made = environmentOf((asked) => {
    const own = on(asked);
    if (own) return own;
    if (asked.method === 'POST' && asked.path === 'SalesOrderHeadersV2') {
      state.headers.push(header('SO-1'));
      return { status: 201, body: { SalesOrderNumber: 'SO-1' } };
    }
    if (asked.path === '$batch') {
      const numbers = [...asked.body.matchAll(/"LineNumber":(\d+)/g)].map(([, nth]) => Number(nth));
      state.lines.push(
        ...numbers.map((nth) =>
          line('SO-1', nth, nth === 2 ? { ItemNumber: 'D0001', LineAmount: 99.999, OrderedSalesQuantity: 1 } : {}),
        ),
      );
      return changeSet(numbers.length);
    }
    if (asked.method === 'DELETE') {
      state.headers = [];
      return { status: 204 };
    }
    if (asked.path === 'SalesOrderHeadersV2') return list(...state.headers);
    return asked.path === 'SalesOrderLinesV3' ? list(...state.lines) : undefined;
  }, settings);
  const writes = () =>
    made.calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  const create = (change: object = {}) => made.adapter.orders?.create(input(change), call());
  return { ...made, writes, create, state };
}

test('header, then all lines in one change set; prices and quantities digit for digit, days at noon', async () => {
  const { create, writes, calls } = environment({}, undefined, { site: '1', warehouse: '11' });
  const order = await create();
  expect(writes()).toEqual(['POST SalesOrderHeadersV2', 'POST $batch']);
  const [head, lines] = calls.filter(({ method }) => method === 'POST');
  expect(JSON.parse(head?.body ?? '')).toMatchObject({
    dataAreaId: 'usmf',
    OrderingCustomerAccountNumber: 'US-001',
    CustomersOrderReference: reference,
    CustomerRequisitionNumber: 'PO-77',
    RequestedShippingDate: '2026-12-24T12:00:00Z',
    DefaultShippingWarehouseId: '11',
  });
  expect(lines?.body).toContain('"SalesPrice":99.999,"LineDiscountPercentage":0');
  expect(lines?.body).toContain('"ItemNumber":" RFI-TEST-001"');
  expect(lines?.body.match(/POST SalesOrderLinesV3\?cross-company=true HTTP\/1\.1/g)).toHaveLength(2);
  expect(order).toMatchObject({
    number: 'SO-1',
    status: 'confirmed',
    net: { amount: '120.999' },
    promisedOn: null,
    requestedDate: '2026-12-24',
  });
});
test('every read asks across companies and for one of them', async () => {
  const { create, calls } = environment({});
  await create();
  for (const { path, query } of calls.filter(({ method }) => method === 'GET')) {
    expect(query['cross-company'], path).toBe('true');
    expect(query.$filter, path).toMatch(/^dataAreaId eq 'usmf'/);
  }
});
test('a header that was cut off from its lines is completed, and no second one is made', async () => {
  const { create, writes } = environment({ headers: [header('SO-1')] });
  expect(await create()).toMatchObject({ number: 'SO-1', lines: [{ quantity: '2' }, { quantity: '1' }] });
  expect(writes()).toEqual(['POST $batch']);
});
test('of an order with some of its lines only the missing ones are written', async () => {
  const { create, calls } = environment({ headers: [header('SO-1')], lines: [line('SO-1', 1)] });
  await create();
  const sent = calls.find(({ path }) => path === '$batch')?.body ?? '';
  expect(sent.match(/"LineNumber":\d/g)).toEqual(['"LineNumber":2']);
});
test('a whole order is answered as it stands', async () => {
  const { create, writes } = environment({
    headers: [header('SO-1')],
    lines: [line('SO-1', 1), line('SO-1', 2, { ItemNumber: 'D0001' })],
  });
  expect(await create()).toMatchObject({ number: 'SO-1' });
  expect(writes()).toEqual([]);
});
test.each([
  ['of another customer', [header('SO-1', { OrderingCustomerAccountNumber: 'US-002' })], []],
  ['with another item in its place', [header('SO-1')], [line('SO-1', 1, { ItemNumber: 'OTHER' })]],
])('a begun order %s is left to people', async (_name, headers, lines) => {
  const { create, writes } = environment({ headers, lines });
  await expect(create()).rejects.toMatchObject({
    kind: 'refused',
    field: 'reference',
    words: expect.stringContaining('SO-1'),
  });
  expect(writes()).toEqual([]);
});
test('a header without lines is no order to a look-up, and is named by reconciliation', async () => {
  const { adapter } = environment({ headers: [header('SO-1')] });
  expect((await adapter.orders?.findByReference({ references: [reference] }, call()))?.results).toEqual([[]]);
  expect((await adapter.orders?.find?.({ references: [reference], numbers: [] }, call()))?.orders).toMatchObject([
    { number: 'SO-1', lines: [] },
  ]);
});
test('refused lines: in the words of the Infolog, and the empty header is taken away', async () => {
  const words =
    "Warning: The value 'X' in field 'Unit' is not found in the related table 'Units'.; Error: Item D0001 is blocked for sales..";
  const { create, writes, calls } = environment({}, ({ path }) =>
    path === '$batch' ? changeSet(0, infolog(400, words)) : undefined,
  );
  await expect(create()).rejects.toMatchObject({
    kind: 'refused',
    words: "The value 'X' in field 'Unit' is not found in the related table 'Units'. Item D0001 is blocked for sales.",
  });
  expect(writes()).toEqual([
    'POST SalesOrderHeadersV2',
    'POST $batch',
    "DELETE SalesOrderHeadersV2(dataAreaId='usmf',SalesOrderNumber='SO-1')",
  ]);
  expect(calls.find(({ method }) => method === 'DELETE')?.query).toEqual({ 'cross-company': 'true' });
});
test.each([
  ['no answer to the lines', new Error('socket hang up')],
  ['a gateway behind which the lines may be stored', { status: 504, body: '<html>' }],
  [
    'half an answer',
    {
      headers: { 'content-type': 'multipart/mixed; boundary=bt' },
      body: '--bt\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 201',
    },
  ],
])('%s: the outcome is open and the header stays', async (_name, said) => {
  const { create, writes } = environment({}, ({ path }) => (path === '$batch' ? said : undefined));
  await expect(create()).rejects.toMatchObject({ kind: 'uncertain' });
  expect(writes()).toEqual(['POST SalesOrderHeadersV2', 'POST $batch']);
});
test('a refused header: nothing else is sent; Turkish words come through and decide nothing', async () => {
  const { create, writes } = environment({}, ({ method, path }) =>
    method === 'POST' && path === 'SalesOrderHeadersV2'
      ? infolog(400, "Error: Müşteri hesabı 'US-001' engellendi.")
      : undefined,
  );
  await expect(create()).rejects.toMatchObject({ kind: 'refused', words: "Müşteri hesabı 'US-001' engellendi." });
  expect(writes()).toEqual(['POST SalesOrderHeadersV2']);
});
test('a field of the connection carries the reference; its length is that of the field', async () => {
  const own = header('SO-1', { ISV_ShopReference: reference, CustomersOrderReference: 'PO-77' });
  const { adapter, calls } = environment({ headers: [own], lines: [line('SO-1', 1)] }, undefined, {
    referenceField: 'ISV_ShopReference',
  });
  expect((await adapter.orders?.findByReference({ references: [reference] }, call()))?.results[0]).toMatchObject([
    { reference, poNumber: 'PO-77' },
  ]);
  expect(calls[0]?.query.$filter).toContain(`ISV_ShopReference eq '${reference}'`);
  const short = environment({}, undefined, { referenceField: 'CustomerRequisitionNumber' });
  expect((await short.adapter.describe({}, call())).limits.reference).toBe(20);
  await expect(short.create({ reference: 'BR-ABCDEFGHIJKLMNOPQRST' })).rejects.toMatchObject({
    kind: 'refused',
    field: 'reference',
  });
  expect(() => environment({}, undefined, { referenceField: "x' or 1 eq 1" })).toThrow('no name of a field');
});
test.each([
  ['Canceled', 'Canceled', 'cancelled'],
  ['Invoiced', 'Invoiced', 'invoiced'],
  ['Delivered', 'DeliveredPartiallyInvoiced', 'delivered'],
  ['Backorder', 'PartiallyDelivered', 'partly_delivered'],
  ['None', 'Active', 'confirmed'],
])('an order that is %s and %s', async (SalesOrderStatus, SalesOrderProcessingStatus, status) => {
  const there = {
    headers: [header('SO-1', { SalesOrderStatus, SalesOrderProcessingStatus })],
    lines: [line('SO-1', 1)],
  };
  const { adapter } = environment(there);
  expect((await adapter.orders?.findByNumber({ numbers: ['SO-1'] }, call()))?.results[0]?.status).toBe(status);
});
test('an unknown status is not read as another one', async () => {
  const { adapter } = environment({ headers: [header('SO-1', { SalesOrderStatus: 'Held' })] });
  await expect(adapter.orders?.findByNumber({ numbers: ['SO-1'] }, call())).rejects.toMatchObject({
    kind: 'drift',
    field: expect.stringContaining('SalesOrderStatus'),
  });
});
test('totals are the ERP’s once it has computed them', async () => {
  const { adapter } = environment({
    headers: [header('SO-1', { AreTotalsCalculated: 'Yes', OrderTotalAmount: 24.99 })],
    lines: [line('SO-1', 1)],
  });
  expect((await adapter.orders?.findByNumber({ numbers: ['SO-1'] }, call()))?.results[0]).toMatchObject({
    total: { amount: '24.99' },
    net: { amount: '21' },
  });
});
