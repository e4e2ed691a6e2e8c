import { decimal, erpCustomerIdSchema, erpOrderIdSchema, referenceSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import {
  type Answering,
  call,
  fault,
  guid,
  invoice,
  list,
  order,
  orderLine,
  tenantOf,
} from '../../../test/business-central-tenant.ts';
import { orderInputSchema } from '../contract/schemas.ts';

const reference = referenceSchema.parse('BR-ABCDEFGH12');
const input = orderInputSchema.parse({
  reference,
  customerId: guid(10),
  currency: 'EUR',
  requestedDate: '2026-12-10',
  note: null,
  lines: [
    {
      productId: guid(1),
      quantity: '12.5',
      unitPrice: { amount: '100.123456789', currency: 'EUR' },
      description: 'Desk, oak',
    },
  ],
});
const empty: Answering = () => list();
/** A tenant that stores one order when it is posted. */
function storing(lose = false) {
  let stored: object | null = null;
  const { adapter, calls } = tenantOf(
    ({ path, query }) => {
      const found = stored && (query.$filter ?? '').match(/BR-ABCDEFGH12|00000500/);
      return path === 'salesOrders' && found ? list(stored) : list();
    },
    undefined,
    ({ method, path }) => {
      if (method !== 'POST' || path !== 'salesOrders') return { status: 599 };
      stored = order(500);
      return lose
        ? new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) })
        : { status: 201, body: { id: guid(500) } };
    },
  );
  return {
    adapter,
    calls,
    posts: () => calls.filter(({ method, path }) => method === 'POST' && path === 'salesOrders'),
  };
}

test('an order is one request with its lines, its amounts digit for digit, and is read back', async () => {
  const { adapter, posts, calls } = storing();
  const made = await adapter.orders?.create(input, call());
  expect(made).toMatchObject({ id: guid(500), number: 'S-500', reference, status: 'confirmed', customerId: guid(10) });
  expect(posts()).toHaveLength(1);
  expect(posts()[0]?.body).toBe(
    `{"customerId":"${guid(10)}","externalDocumentNumber":"BR-ABCDEFGH12","orderDate":"2026-11-28","pricesIncludeTax":false,"requestedDeliveryDate":"2026-12-10","salesOrderLines":[{"lineType":"Item","itemId":"${guid(1)}","quantity":12.5,"unitPrice":100.123456789,"discountPercent":0,"description":"Desk, oak"}]}`,
  );
  // What was just written is looked for where it was written, never on a replica.
  expect(calls.filter(({ headers }) => headers.has('data-access-intent'))).toEqual([]);
});

test('an order that is there is not sent again', async () => {
  const { adapter, posts } = storing();
  await adapter.orders?.create(input, call());
  expect(await adapter.orders?.create(input, call())).toMatchObject({ number: 'S-500' });
  expect(posts()).toHaveLength(1);
});

test('a lost answer leaves the outcome open, and the look-up finds the order', async () => {
  const { adapter } = storing(true);
  await expect(adapter.orders?.create(input, call())).rejects.toMatchObject({ kind: 'uncertain' });
  const found = await adapter.orders?.findByReference({ references: [reference] }, call());
  expect(found?.results).toMatchObject([[{ number: 'S-500' }]]);
});

test.each([
  [
    fault(400, 'Application_DialogException', 'You may not enter numbers manually.  CorrelationId:  0f8fad5b-d9cb.'),
    'refused',
    'You may not enter numbers manually.',
  ],
  [
    fault(409, 'Request_EntityChanged', 'Another user has changed the record.'),
    'conflict',
    'Another user has changed the record.',
  ],
  [fault(403, 'Authorization_RequestDenied', 'No permission.'), 'unauthorised', 'No permission.'],
  [fault(429, 'Application_TooManyRequests', 'Too many requests.'), 'busy', 'Too many requests.'],
  [{ status: 429, body: '', headers: { 'retry-after': '3' } }, 'busy', null],
  [fault(503, 'Internal_TenantUnavailable', 'The tenant is not available.'), 'uncertain', null],
  [{ status: 504, body: '<h1>Gateway time-out</h1>' }, 'uncertain', null],
])('what a create answers: %j', async (said, kind, words) => {
  const { adapter } = tenantOf(empty, undefined, ({ method, path }) =>
    method === 'POST' && path === 'salesOrders' ? said : { status: 599 },
  );
  await expect(adapter.orders?.create(input, call())).rejects.toMatchObject({ kind, words });
});

test('an order that was invoiced to its end is gone, and its invoices stand for it under its own id', async () => {
  const { adapter } = tenantOf(({ path }) =>
    path === 'salesInvoices'
      ? list(invoice(7), invoice(8, { status: 'Draft', orderNumber: '' }))
      : path === 'salesShipments'
        ? list({
            id: guid(9),
            number: 'SH-9',
            externalDocumentNumber: reference,
            customerId: guid(10),
            orderNumber: 'S-50',
            postingDate: '2026-09-30',
          })
        : list(),
  );
  const found = await adapter.orders?.findByReference({ references: [reference] }, call());
  expect(found?.results[0]).toMatchObject([
    {
      id: guid(50),
      number: 'S-50',
      status: 'invoiced',
      net: { amount: '1203' },
      deliveries: [{ number: 'SH-9', status: 'shipped' }],
    },
  ]);
});

test.each([
  [[{}], false, 'confirmed'],
  [[{ shippedQuantity: 5 }], false, 'partly_delivered'],
  [[{ shippedQuantity: 12 }], true, 'delivered'],
  [[{ shippedQuantity: 12, invoicedQuantity: 12 }], true, 'invoiced'],
  [
    [
      { shippedQuantity: 12, invoicedQuantity: 12 },
      { lineType: 'Comment', quantity: 0 },
    ],
    true,
    'invoiced',
  ],
])('lines %j: %s', async (lines, fullyShipped, status) => {
  const row = order(5, { fullyShipped, salesOrderLines: lines.map(orderLine) });
  const { adapter } = tenantOf(({ path }) => (path === 'salesOrders' ? list(row) : list()));
  const found = await adapter.orders?.status({ ids: [erpOrderIdSchema.parse(guid(5))] }, call());
  expect(found?.results[0]?.status).toBe(status);
});

test('a price with a discount, or with tax in it, is answered net', async () => {
  const lines = [orderLine({ unitPrice: 200, discountPercent: 50, netAmount: 1200 })];
  const { adapter } = tenantOf(({ path }) =>
    path === 'salesOrders' ? list(order(5, { salesOrderLines: lines })) : list(),
  );
  const found = await adapter.orders?.find?.({ references: [reference], numbers: [] }, call());
  expect(found?.orders[0]?.lines[0]).toMatchObject({ unitPrice: { amount: '100' }, productId: guid(1) });
  expect(found?.orders[0]?.customer).toEqual({ id: guid(10), number: 'C10', name: 'Adatum Corporation' });
});

test('the orders of a customer are one request, the newest first', async () => {
  const { adapter, calls } = tenantOf(({ path }) =>
    path === 'salesOrders'
      ? list(order(5), order(6, { orderDate: '2026-11-25', externalDocumentNumber: '' }))
      : path === 'salesInvoices'
        ? list(invoice(7))
        : path.startsWith('customers(')
          ? { body: { id: guid(10) } }
          : list(),
  );
  await adapter.health({}, call());
  const before = calls.length;
  const found = await adapter.orders?.list({ customerId: erpCustomerIdSchema.parse(guid(10)) }, call());
  expect(found?.results.map(({ number }) => number)).toEqual(['S-6', 'S-5', 'S-50']);
  expect(calls.length - before).toBe(1);
});

test('charges go to the items that the connection names, and a one-off address along', async () => {
  const { adapter, calls } = tenantOf(empty, { company: 'CRONUS', shippingProduct: 'FREIGHT' }, ({ method, path }) =>
    method === 'POST' && path === 'salesOrders'
      ? { status: 400, body: { error: { code: 'Application_X', message: 'x' } } }
      : { status: 599 },
  );
  const amount = { amount: decimal('25.5'), currency: input.currency };
  const address = { name: 'Site B', street: 'Road 1', postalCode: '10115', city: 'Berlin', country: 'DE' };
  const rich = {
    ...input,
    charges: [{ kind: 'shipping' as const, name: 'Freight', amount }],
    deliverTo: { kind: 'one_off' as const, address },
  };
  await expect(adapter.orders?.create(rich, call())).rejects.toMatchObject({ kind: 'refused' });
  const body = JSON.parse(String(calls.find(({ path }) => path === 'salesOrders')?.body));
  expect(body).toMatchObject({ shipToName: 'Site B', shipToPostCode: '10115' });
  expect(body.salesOrderLines[1]).toMatchObject({ lineObjectNumber: 'FREIGHT', quantity: 1, unitPrice: 25.5 });
  const fee = { ...input, charges: [{ kind: 'fee' as const, name: 'Packing', amount }] };
  await expect(adapter.orders?.create(fee, call())).rejects.toMatchObject({ kind: 'refused', field: 'charges.0' });
});
