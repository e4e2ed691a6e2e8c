import { decimal, erpCustomerIdSchema, erpOrderIdSchema, erpProductIdSchema, referenceSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import {
  type Asked,
  call,
  companyOf,
  head,
  line,
  made,
  refusal,
  rows,
  type Said,
  small,
} from '../../../test/intacct-company.ts';
import type { OrderInput } from '../contract/schemas.ts';

const reference = referenceSchema.parse('BR-AAAABBBBCCCCDDDD0001');
const input = (over: Partial<OrderInput> = {}): OrderInput => ({
  reference,
  customerId: erpCustomerIdSchema.parse('11'),
  currency: 'EUR' as OrderInput['currency'],
  requestedDate: null,
  note: null,
  lines: [
    {
      productId: erpProductIdSchema.parse('5'),
      quantity: decimal('2'),
      unitPrice: { amount: decimal('10'), currency: 'EUR' as OrderInput['currency'] },
      description: null,
    },
  ],
  ...over,
});
const ORDERS = 'order-entry/document::Sales Order';
const isLookUp = ({ object, body }: Asked) =>
  object === ORDERS && JSON.stringify(body.filters).includes('referenceNumber');
const isCreate = ({ method, path }: Asked) =>
  method === 'POST' && path === '/objects/order-entry/document::Sales%20Order';
/** A company that has `orders`, and answers creates by `create`. */
const withOrders = (orders: () => object[], create: () => Said, lines: object[] = [line()]) =>
  companyOf(
    small((asked) => {
      if (isCreate(asked)) return create();
      if (asked.object === ORDERS) return rows(...orders());
      return asked.object === 'order-entry/document-line' ? rows(...lines) : undefined;
    }),
  );

test('an order is one document with its lines, our reference and a key of its own', async () => {
  let orders: object[] = [];
  const company = withOrders(
    () => orders,
    () => {
      orders = [head()];
      return made('400');
    },
  );
  const order = await company.adapter.orders?.create(input({ poNumber: '4711' }), call());
  expect(order).toMatchObject({ number: 'SO-1001', status: 'confirmed', net: { amount: '20' }, reference });
  const [sent, ...others] = company.writes();
  expect(others).toEqual([]);
  expect(sent?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/);
  expect(sent?.body).toMatchObject({
    customer: { key: '11' },
    txnDate: '2026-11-28',
    referenceNumber: reference,
    customerPONumber: '4711',
    txnCurrency: 'EUR',
    lines: [{ dimensions: { item: { key: '5' } }, unit: 'Each', unitQuantity: '2', unitPrice: '10' }],
  });
});

test('an order that is there is answered, and nothing is sent', async () => {
  const company = withOrders(
    () => [head()],
    () => made('401'),
  );
  expect((await company.adapter.orders?.create(input(), call()))?.id).toBe('400');
  expect(company.writes()).toEqual([]);
});

test('a price in another currency stands in the field of the transaction, with the rate of the day', async () => {
  let orders: object[] = [];
  const dollars = { txnCurrency: 'USD', totalInTxnCurrency: '24.00', subtotalInTxnCurrency: '24.00' };
  const company = withOrders(() => orders, () => {
    orders = [head(dollars)];
    return made('400');
  }, [line({ priceInTxnCurrency: '12.00' })]);
  const usd = { currency: 'USD' as OrderInput['currency'] };
  const lines = input().lines.map((each) => ({ ...each, unitPrice: { amount: decimal('12'), ...usd } }));
  const order = await company.adapter.orders?.create(input({ ...usd, lines }), call());
  expect(order?.lines[0]).toMatchObject({ unitPrice: { amount: '12', currency: 'USD' }, net: { amount: '24.00' } });
  expect(company.writes()[0]?.body).toMatchObject({
    baseCurrency: 'EUR',
    exchangeRate: { date: '2026-11-28', typeName: 'Intacct Daily Rate' },
    lines: [{ priceInTxnCurrency: '12' }],
  });
  expect(JSON.stringify(company.writes()[0]?.body)).not.toContain('unitPrice');
});

test('a key that is taken: the order of the earlier try, else nobody knows', async () => {
  let looked = 0;
  const late = companyOf(
    small((asked) => {
      if (isCreate(asked)) return refusal(409, 'conflict', 'The idempotency key was used before.');
      if (isLookUp(asked)) {
        looked += 1;
        return rows(...(looked > 1 ? [head()] : []));
      }
      return asked.object === 'order-entry/document-line' ? rows(line()) : undefined;
    }),
  );
  expect((await late.adapter.orders?.create(input(), call()))?.id).toBe('400');
  const never = withOrders(
    () => [],
    () => refusal(409, 'conflict', 'The idempotency key was used before.'),
  );
  await expect(never.adapter.orders?.create(input(), call())).rejects.toMatchObject({ kind: 'uncertain' });
  await expect(never.adapter.orders?.create(input(), call())).rejects.toMatchObject({ kind: 'uncertain' });
  const [first, second] = never.writes().map(({ headers }) => headers.get('idempotency-key'));
  expect(first).not.toBe(second);
});

test('sent again after a refusal it has another key, after a lost answer the same', async () => {
  const answers = [refusal(422, 'operationFailed', 'No'), { status: 500, body: {} }, { status: 500, body: {} }];
  const company = withOrders(
    () => [],
    () => answers.shift() ?? made('1'),
  );
  for (const kind of ['refused', 'uncertain', 'uncertain'])
    await expect(company.adapter.orders?.create(input(), call())).rejects.toMatchObject({ kind });
  const keys = company.writes().map(({ headers }) => headers.get('idempotency-key'));
  expect(keys[0]).not.toBe(keys[1]);
  expect(keys[1]).toBe(keys[2]);
});

test('a refusal names our field: by its target, or by the item in its words', async () => {
  const fieldOf = (detail: { message: string; target?: string }) => {
    const company = withOrders(
      () => [],
      () => refusal(422, 'operationFailed', 'unsuccessful', [detail]),
    );
    return company.adapter.orders?.create(input(), call()).catch(({ field }: { field: string | null }) => field);
  };
  expect(await fieldOf({ message: 'Wrong unit', target: 'lines[0].unit' })).toBe('lines.0.unit');
  expect(await fieldOf({ message: 'Wrong item', target: '/lines/0/dimensions/item' })).toBe('lines.0.productId');
  expect(await fieldOf({ message: 'No such contact', target: 'contacts.billTo.id' })).toBe('invoiceTo');
  expect(await fieldOf({ message: 'Item 1896-S is inactive' })).toBe('lines.0.productId');
  expect(await fieldOf({ message: 'Smart Rule 12 violated' })).toBeNull();
});

test('a copy that somebody else made of an order is not the order', async () => {
  const company = withOrders(
    () => [head({ key: '410', documentNumber: 'SO-1010', 'audit.createdBy': '3' }), head(), head({ key: '411' })],
    () => made('1'),
  );
  const found = await company.adapter.orders?.findByReference({ references: [reference] }, call());
  expect(found?.results[0]?.map(({ id }) => id)).toEqual(['400', '411']);
});

type Made = Record<string, unknown>;
const begun = line({ quantityConverted: '2' });
const status = async (over: { head?: object; lines?: object[]; followers?: Made[]; followed?: Made[] }) => {
  const company = companyOf(
    small(({ object }) => {
      if (object === ORDERS) return rows(head(over.head));
      if (object === 'order-entry/txn-definition')
        return rows(
          { key: '1', id: 'Sales Shipper', workflowCategory: 'shipping' },
          { key: '2', id: 'Sales Invoice', workflowCategory: 'invoice' },
        );
      if (object !== 'order-entry/document-line') return undefined;
      const heads = new Map((over.followers ?? []).map((each) => [each.key, each]));
      const followed = (over.followed ?? []).map((each) => {
        const own = Object.entries(heads.get(each['documentHeader.key']) ?? {});
        return { ...each, ...Object.fromEntries(own.map(([name, value]) => [`documentHeader.${name}`, value])) };
      });
      return rows(...(over.lines ?? [begun]), ...followed);
    }),
  );
  const ids = [erpOrderIdSchema.parse('400')];
  return (await company.adapter.orders?.status({ ids }, call()))?.results[0];
};
const shipment = (over: object = {}) =>
  head({ key: '500', documentNumber: 'SH-1', documentType: 'Sales Shipper', 'sourceDocument.key': '400', ...over });
const shipped = (over: object = {}) =>
  line({
    key: '950',
    'documentHeader.key': '500',
    'sourceDocument.key': '400',
    'sourceDocumentLine.key': '900',
    'dimensions.item.id': '1896-S--Pump',
    ...over,
  });

test('what was shipped and invoiced decides the status, in the unit of the line', async () => {
  const dozens = [line({ unit: 'Dozen', unitQuantity: '2', quantity: '24', quantityConverted: '12' })];
  const part = await status({
    head: { state: 'partiallyConverted' },
    lines: dozens,
    followers: [shipment({ trackingNumber: '1Z9' })],
    followed: [shipped({ unit: 'Each', unitQuantity: '12', quantity: '12' })],
  });
  expect(part).toMatchObject({ status: 'partly_delivered', lines: [{ delivered: '1' }] });
  expect(part?.deliveries).toEqual([{ number: 'SH-1', date: '2026-11-28', status: 'shipped', tracking: '1Z9' }]);
  const whole = { head: { state: 'converted' }, followers: [shipment()], followed: [shipped()] };
  expect((await status(whole))?.status).toBe('delivered');
  expect((await status({ ...whole, followed: [shipped({ quantityConverted: '2' })] }))?.status).toBe('invoiced');
  const direct = { ...whole, followers: [shipment({ documentType: 'Sales Invoice' })] };
  expect((await status(direct))?.status).toBe('invoiced');
  // A shipment that somebody has begun to enter has not left.
  expect((await status({ ...whole, followers: [shipment({ state: 'draft' })] }))?.status).toBe('confirmed');
});

test('the states of an order, and what holds it', async () => {
  expect((await status({ head: { state: 'draft' } }))?.status).toBe('draft');
  expect((await status({ head: { state: 'closed' }, lines: [line()] }))?.status).toBe('cancelled');
  expect(await status({ head: { state: 'submitted' } })).toMatchObject({
    status: 'confirmed',
    blocks: [{ kind: 'approval' }],
  });
  expect(await status({ head: { state: 'declined' } })).toMatchObject({ blocks: [{ code: 'declined' }] });
  // The rest of an order that was closed after a part of it was shipped is not to come.
  const closed = {
    head: { state: 'closed' },
    followers: [shipment()],
    followed: [shipped({ unitQuantity: '1', quantity: '1' })],
  };
  expect((await status(closed))?.status).toBe('delivered');
});

test('taxes of the lines are no part of the net; other subtotals leave it unknown', async () => {
  const taxed = { subtotalInTxnCurrency: '20.00', totalInTxnCurrency: '23.80' };
  const order = await status({ head: taxed, lines: [line({ taxInTxnCurrency: '3.80' })] });
  expect(order).toMatchObject({ net: { amount: '20' }, total: { amount: '23.8' } });
  expect((await status({ head: taxed }))?.net).toBeUndefined();
});
