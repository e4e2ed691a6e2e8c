import { decimal, erpCustomerIdSchema, erpProductIdSchema, referenceSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { accountOf, call, refusal, rows, type Said } from '../../../test/netsuite-account.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { fieldAt } from './order-refusals.ts';
import { containing, text } from './sql.ts';

const money = (amount: string) => ({ amount: decimal(amount), currency: 'EUR' as OrderInput['currency'] });
const order: OrderInput = {
  reference: referenceSchema.parse('BR-ABCDEFGH'),
  customerId: erpCustomerIdSchema.parse('7'),
  currency: 'EUR' as OrderInput['currency'],
  requestedDate: null,
  note: null,
  lines: [
    { productId: erpProductIdSchema.parse('12'), quantity: decimal('2'), unitPrice: money('10.50'), description: null },
  ],
};
const record = {
  id: '55',
  tranId: 'SO55',
  externalId: order.reference,
  entity: { id: '7', refName: '7 Kessler' },
  status: { id: 'B', refName: 'Pending Fulfillment' },
  tranDate: '2026-11-28',
  currency: { id: '1', refName: 'Euro' },
  total: 24.99,
  taxTotal: 3.99,
  item: {
    items: [
      {
        line: 1,
        item: { id: '12', refName: 'A-1' },
        itemType: { id: 'InvtPart' },
        quantity: 2,
        rate: 10.5,
        amount: 21,
      },
    ],
  },
};
const isRead = (path: string) => path.startsWith('record/v1/salesOrder/eid:');

test('a list goes on by the link to its next page, whatever its size is', async () => {
  const page = (from: number): Said => ({
    body: {
      links: from === 0 ? [{ rel: 'next', href: 'https://elsewhere.example/suiteql?limit=2&offset=2' }] : [],
      items: [{ id: String(from + 1), itemid: `A-${from + 1}`, itemtype: 'InvtPart', isinactive: 'F' }],
      hasMore: from === 0,
      totalResults: 2,
    },
  });
  const { adapter, calls } = accountOf(({ q, query }) =>
    /FROM item/.test(q) ? page(query.get('offset') === '0' ? 0 : 1) : undefined,
  );
  const { results } = (await adapter.products?.resolve({ codes: ['A-1', 'A-2'] }, call())) ?? { results: [] };
  expect(results.map((each) => each?.code)).toEqual(['A-1', 'A-2']);
  expect(calls.filter(({ q }) => /FROM item/.test(q)).map(({ query }) => query.toString())).toEqual([
    'limit=1000&offset=0',
    'limit=2&offset=2',
  ]);
});

test('a list that lost rows on its way is no list', async () => {
  const { adapter } = accountOf(({ q }) =>
    /FROM item/.test(q) ? { body: { items: [], hasMore: false, totalResults: 3 } } : undefined,
  );
  await expect(adapter.products?.resolve({ codes: ['A-1'] }, call())).rejects.toMatchObject({ kind: 'drift' });
});

test('a column that the account does not have is left out once and for all', async () => {
  const { adapter, queries } = accountOf(({ q }) => {
    if (!/FROM item/.test(q)) return undefined;
    return q.includes('saleunit')
      ? refusal(
          400,
          'INVALID_PARAMETER',
          "Invalid search query. Detailed unprocessed description follows. Search error occurred: Unknown identifier 'saleunit'. Available identifiers are: {item=item}",
        )
      : rows({ id: '12', itemid: 'A-1', itemtype: 'InvtPart', isinactive: 'F' });
  });
  for (let round = 0; round < 2; round += 1)
    expect((await adapter.products?.resolve({ codes: ['A-1'] }, call()))?.results[0]?.unit).toBe('');
  expect(queries().filter((q) => q.includes('saleunit'))).toHaveLength(1);
});

test('a table that a role does not see is a right that is missing', async () => {
  const { adapter } = accountOf(({ q }) =>
    /FROM item/.test(q)
      ? refusal(
          400,
          'INVALID_PARAMETER',
          'Invalid search query. Detailed unprocessed description follows. Search error occurred: Record ‘item’ was not found.',
        )
      : undefined,
  );
  await expect(adapter.products?.resolve({ codes: ['A-1'] }, call())).rejects.toMatchObject({
    kind: 'unauthorised',
    field: 'item',
  });
});

test('a heavy query that fails with an error id is asked again in smaller pages', async () => {
  const { adapter, calls } = accountOf(({ q, query }) => {
    if (!/FROM item/.test(q)) return undefined;
    return query.get('limit') === '1000'
      ? refusal(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred. Error ID: abc')
      : rows({ id: '12', itemid: 'A-1', itemtype: 'InvtPart', isinactive: 'F' });
  });
  expect((await adapter.products?.resolve({ codes: ['A-1'] }, call()))?.results[0]?.code).toBe('A-1');
  expect(calls.at(-1)?.query.get('limit')).toBe('250');
});

test.each([429, 400])('what the governor refuses with %i is sent again a few times, then busy', async (status) => {
  let left = 2;
  const busy = () =>
    refusal(status, 'CONCURRENCY_LIMIT_EXCEEDED', 'Concurrent request limit exceeded. Request blocked.');
  const { adapter, calls } = accountOf(({ q }) => {
    if (!/FROM item/.test(q)) return undefined;
    left -= 1;
    return left >= 0 ? busy() : rows();
  });
  expect((await adapter.products?.resolve({ codes: ['A-1'] }, call()))?.results).toEqual([null]);
  left = 99;
  const before = calls.length;
  await expect(adapter.products?.resolve({ codes: ['A-1'] }, call())).rejects.toMatchObject({ kind: 'busy' });
  expect(calls.length - before).toBe(3);
});

test('an order is sent with strict names, under its reference, at a price of its own', async () => {
  const { adapter, calls } = accountOf(({ method, path }) => {
    if (method === 'POST' && path === 'record/v1/salesOrder')
      return { status: 204, headers: { location: 'https://x/services/rest/record/v1/salesOrder/55' } };
    return isRead(path) ? { body: record } : undefined;
  });
  const made = await adapter.orders?.create(order, call());
  expect(made).toMatchObject({ id: '55', number: 'SO55', reference: order.reference, status: 'confirmed' });
  expect([made?.total.amount, made?.net?.amount]).toEqual(['24.99', '21']);
  const sent = calls.find(({ path, method }) => method === 'POST' && path === 'record/v1/salesOrder');
  expect(sent?.headers.get('x-netsuite-propertynamevalidation')).toBe('Error');
  expect(sent?.body).toEqual({
    externalId: order.reference,
    entity: { id: '7' },
    tranDate: '2026-11-28',
    currency: { id: '1' },
    item: { items: [{ item: { id: '12' }, quantity: 2, price: { id: '-1' }, rate: 10.5 }] },
  });
});

test('"already exists" is the answer to an order that arrived before', async () => {
  const { adapter } = accountOf(({ method, path }) =>
    method === 'POST' && path === 'record/v1/salesOrder'
      ? refusal(400, 'USER_ERROR', 'Error while accessing a resource. This entity already exists.')
      : isRead(path)
        ? { body: record }
        : undefined,
  );
  expect((await adapter.orders?.create(order, call()))?.id).toBe('55');
});

test('a script that refuses after the order was stored is not believed', async () => {
  const { adapter } = accountOf(({ method, path }) =>
    method === 'POST' && path === 'record/v1/salesOrder'
      ? refusal(400, 'USER_ERROR', 'Error while accessing a resource. The approval workflow failed.')
      : isRead(path)
        ? { body: record }
        : undefined,
  );
  expect((await adapter.orders?.create(order, call()))?.id).toBe('55');
});

test('a refusal that nothing follows has its words and our name of the field', async () => {
  const { adapter } = accountOf(({ method, path }) =>
    method === 'POST' && path === 'record/v1/salesOrder'
      ? refusal(400, 'INVALID_VALUE', 'Invalid reference key or id 12.', 'item.items[0].item')
      : undefined,
  );
  await expect(adapter.orders?.create(order, call())).rejects.toMatchObject({
    kind: 'refused',
    words: 'Invalid reference key or id 12.',
    field: 'lines.0.productId',
  });
});

test('an external id that a record of another kind has is said in words', async () => {
  const { adapter } = accountOf(({ method, path }) =>
    method === 'POST' && path === 'record/v1/salesOrder'
      ? refusal(400, 'USER_ERROR', 'Error while accessing a resource. This entity already exists.')
      : undefined,
  );
  await expect(adapter.orders?.create(order, call())).rejects.toMatchObject({ kind: 'refused', field: 'reference' });
});

test('an unexpected error leaves open whether the order was stored', async () => {
  const { adapter } = accountOf(({ method, path }) =>
    method === 'POST' && path === 'record/v1/salesOrder'
      ? refusal(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred. Error ID: kq3')
      : undefined,
  );
  await expect(adapter.orders?.create(order, call())).rejects.toMatchObject({ kind: 'uncertain', words: /kq3/ });
});

test.each([
  ['item.items[0].quantity', 'lines.0.quantity'],
  ['item.items[1].item', 'charges.0'],
  ['item[0].rate', 'lines.0.unitPrice'],
  ['$.entity', 'customerId'],
  ['shippingAddress.country', 'deliverTo'],
  ['custbody_project', null],
])('the field of the path %s is %s', (path, field) => expect(fieldAt(path, order)).toBe(field));

test('texts end where they end', () => {
  expect(text("O'Neil \u0000")).toBe("'O''Neil '");
  expect(containing('50%_\\')).toBe("'%50\\%\\_\\\\%' ESCAPE '\\'");
});
