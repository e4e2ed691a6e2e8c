import {
  currencySchema,
  dateSchema,
  decimal,
  erpCustomerIdSchema,
  erpInvoiceIdSchema,
  erpProductIdSchema,
  referenceSchema,
} from '@backroom/shared';
import { expect, test } from 'vitest';
import {
  type Answering,
  COMPANY,
  call,
  customer,
  fault,
  guid,
  invoice,
  item,
  list,
  memo,
  order,
  orderLine,
  tenantOf,
} from '../../../test/business-central-tenant.ts';

const customerId = erpCustomerIdSchema.parse(guid(10));
const product = (digit: number) => erpProductIdSchema.parse(guid(digit));
const sets =
  (rows: Record<string, ReturnType<Answering>>): Answering =>
  ({ path }) =>
    rows[path] ?? list();

test('the company is chosen by its name; without one that fits, those that there are get named', async () => {
  const one = tenantOf(() => list());
  expect(await one.adapter.health({}, call())).toMatchObject({
    company: 'CRONUS International Ltd.',
    version: '28.0.1',
    currency: 'EUR',
  });
  expect(one.calls[0]).toMatchObject({ path: 'companies' });
  expect(one.calls[0]?.headers.get('authorization')).toBe('Bearer token-1');
  for (const settings of [{ company: 'Nobody' }, {}])
    await expect(
      tenantOf(() => list(), settings as Record<string, string>).adapter.health({}, call()),
    ).rejects.toMatchObject({
      kind: 'unauthorised',
      field: 'company',
      words: expect.stringContaining('CRONUS, Other'),
    });
});

test('a right without which no flow works is named when the connection is made', async () => {
  const denied = fault(403, 'Authorization_RequestDenied', 'No permission.');
  const { adapter } = tenantOf(sets({ salesOrders: denied, items: denied }));
  await expect(adapter.health({}, call())).rejects.toMatchObject({
    kind: 'unauthorised',
    words: expect.stringMatching(/read: items\.$/),
  });
});

test('a token that has ended is renewed once; an application that is not let in says where to look', async () => {
  let left = 1;
  const once = tenantOf(
    () => list(),
    undefined,
    ({ path }) => {
      if (path === 'companies' && left > 0) {
        left -= 1;
        return { status: 401, body: '' };
      }
      return { status: 599 };
    },
  );
  await once.adapter.health({}, call());
  expect(once.tokens).toEqual(['token-1', 'token-2']);
  const never = tenantOf(
    () => list(),
    undefined,
    () => fault(401, 'Authentication_InvalidCredentials', 'The server has rejected the client credentials.'),
  );
  await expect(never.adapter.health({}, call())).rejects.toMatchObject({
    kind: 'unauthorised',
    words: expect.stringContaining('Microsoft Entra applications'),
  });
});

test('stock is what is on hand, less what open orders still take, with what purchases bring', async () => {
  const sold = [
    orderLine({ quantity: 3, shippedQuantity: 1 }),
    orderLine({ itemId: guid(2), quantity: 1, unitOfMeasureCode: 'BOX' }),
  ];
  const bought = [
    orderLine({ quantity: 10, receivedQuantity: 4, expectedReceiptDate: '2026-12-15' }),
    orderLine({ quantity: 1, receivedQuantity: 0, expectedReceiptDate: '0001-01-01' }),
  ];
  const { adapter, calls } = tenantOf(
    sets({
      items: list(
        item(1, { inventory: 4.5 }),
        item(2),
        item(3, { type: 'Service' }),
        item(4, { type: 'Non_x002D_Inventory' }),
      ),
      salesOrders: list({ salesOrderLines: sold }),
      purchaseOrders: list({ purchaseOrderLines: bought }),
    }),
  );
  await adapter.health({}, call());
  const before = calls.length;
  const ids = [1, 2, 3, 4, 5].map(product);
  const found = await adapter.stock?.availability(
    { productIds: [...ids, erpProductIdSchema.parse('no guid')] },
    call(),
  );
  expect(found?.results[0]).toMatchObject({
    onHand: '4.5',
    reserved: '2',
    available: '2.5',
    incoming: [{ date: '2026-12-15', quantity: '6' }],
  });
  // In another unit than the item's, without stock, or not there: not known.
  expect(found?.results.slice(1)).toEqual([null, null, null, null, null]);
  expect(calls.length - before).toBe(1);
});

test('a list of open orders that goes on is read to its end', async () => {
  const { adapter } = tenantOf(
    sets({
      items: list(item(1)),
      salesOrders: {
        body: {
          value: [{ salesOrderLines: [orderLine({ quantity: 1 })] }],
          '@odata.nextLink': `https://api.example/v2.0/contoso.example/Production/api/v2.0/companies(${COMPANY})/more`,
        },
      },
      more: list({ salesOrderLines: [orderLine({ quantity: 2 })] }),
    }),
  );
  const found = await adapter.stock?.availability({ productIds: [product(1)] }, call());
  expect(found?.results[0]).toMatchObject({ reserved: '3', available: '1' });
});

test('a list never goes on at another server', async () => {
  const { adapter, calls } = tenantOf(
    sets({
      items: list(item(1)),
      salesOrders: { body: { value: [], '@odata.nextLink': 'https://elsewhere.example/steal' } },
    }),
  );
  await expect(adapter.stock?.availability({ productIds: [product(1)] }, call())).rejects.toMatchObject({
    kind: 'drift',
  });
  expect(calls.every(({ path }) => !path.includes('steal'))).toBe(true);
});

test('prices are those of the cards, named as such; in another currency or with tax they are not known', async () => {
  const rows = [item(1, { unitPrice: 0.1 }), item(2, { priceIncludesTax: true }), item(3, { unitPrice: 0 })];
  const { adapter, calls } = tenantOf(
    sets({
      items: list(...rows),
      paymentTerms: list({ id: guid(70), displayName: '30 days' }),
      [`customers(${guid(10)})`]: { body: customer(10) },
    }),
  );
  const lines = [1, 2, 3, 4].map((digit) => ({ productId: product(digit), quantity: decimal('1') }));
  const asked = { customerId, currency: currencySchema.parse('EUR'), date: dateSchema.parse('2026-11-28'), lines };
  await adapter.health({}, call());
  const before = calls.length;
  const found = await adapter.pricing?.quote(asked, call());
  expect(found?.paymentTerms).toBe('30 days');
  expect(found?.results[0]).toMatchObject({ unitPrice: { amount: '0.1', currency: 'EUR' }, source: 'item card' });
  expect(found?.results.slice(1)).toEqual([null, null, null]);
  expect(calls.length - before).toBe(1);
  const dollars = await adapter.pricing?.quote({ ...asked, currency: currencySchema.parse('USD') }, call());
  expect(dollars?.results).toEqual([null, null, null, null]);
});

test('invoices: drafts are none, credit memos are marked, the totals are the ERP’s own', async () => {
  const { adapter, calls } = tenantOf(
    sets({
      salesInvoices: list(
        invoice(1),
        invoice(2, { status: 'Paid', remainingAmount: 0, invoiceDate: '2026-09-01' }),
        invoice(3, { dueDate: '2026-12-31', remainingAmount: 100, invoiceDate: '2026-11-20' }),
        invoice(4, { status: 'In_x0020_Review' }),
        invoice(5, { status: 'Canceled', invoiceDate: '2026-08-01' }),
      ),
      salesCreditMemos: list(memo(6)),
      [`customers(${guid(10)})/customerFinancialDetails`]: { body: { balance: 1031.57, overdueAmount: 931.57 } },
    }),
  );
  await adapter.health({}, call());
  const before = calls.length;
  const found = await adapter.invoices?.list({ customerId }, call());
  expect(
    found?.results.map(({ number, kind, status, open, overdueDays }) => [
      number,
      kind,
      status,
      open.amount,
      overdueDays,
    ]),
  ).toEqual([
    ['INV-3', 'invoice', 'part_paid', '100', 0],
    ['CM-6', 'credit_note', 'open', '1431.57', 0],
    ['INV-1', 'invoice', 'overdue', '1431.57', 28],
    ['INV-2', 'invoice', 'paid', '0', 0],
    ['INV-5', 'invoice', 'cancelled', '0', 0],
  ]);
  expect(found?.totals).toEqual([
    {
      open: { amount: '1031.57', currency: 'EUR' },
      overdue: { amount: '931.57', currency: 'EUR' },
      nextDue: '2026-10-31',
    },
  ]);
  expect(calls.length - before).toBe(1);
});

test('a PDF is one, whatever the stream is called', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.7 …');
  const path = `salesInvoices(${guid(1)})/pdfDocument/pdfDocumentContent`;
  const typed = tenantOf(sets({ [path]: { body: bytes, headers: { 'content-type': 'application/octet-stream' } } }));
  const id = erpInvoiceIdSchema.parse(guid(1));
  expect(await typed.adapter.invoices?.pdf?.({ id }, call())).toEqual(bytes);
  const page = tenantOf(sets({ [path]: { body: '<h1>Sign in</h1>' } }));
  await expect(page.adapter.invoices?.pdf?.({ id }, call())).rejects.toMatchObject({ kind: 'drift' });
});

test.each([
  ['as it is', {}, '1336.13', [0, 931.57, 0, 0]],
  ['with a payment on account: the parts are not the sum, none is shown', { overdueAmount: 500 }, '1336.13', null],
  ['with an order in another currency: its part is not known', { currencyCode: 'USD' }, null, [0, 931.57, 0, 0]],
])(
  'credit %s',
  async (_, {
    overdueAmount = 931.57,
    currencyCode = 'EUR',
  }: { overdueAmount?: number; currencyCode?: string }, openOrders, parts) => {
    const { adapter } = tenantOf(
      sets({
        [`customers(${guid(10)})`]: { body: customer(10, { creditLimit: 5000, blocked: 'Ship' }) },
        [`customers(${guid(10)})/customerFinancialDetails`]: { body: { balance: 1000, overdueAmount } },
        salesOrders: list(
          order(5, { currencyCode, salesOrderLines: [orderLine({ quantity: 15, invoicedQuantity: 1 })] }),
        ),
        salesInvoices: list(invoice(1, { remainingAmount: 931.57, dueDate: '2026-10-20' })),
      }),
    );
    const found = await adapter.credit?.position({ customerId }, call());
    expect(found).toMatchObject({
      limit: { amount: '5000' },
      receivable: { amount: '1000' },
      blocked: true,
      blockedReason: 'Ship',
    });
    expect(found?.openOrders?.amount ?? null).toBe(openOrders);
    expect(found?.ageing.length === 0 ? null : found?.ageing.map(({ amount }) => Number(amount.amount))).toEqual(parts);
  },
);

test('codes: the exact one, and the near one named', async () => {
  const { adapter, calls } = tenantOf(({ path, query }) => {
    const rows = [item(1, { number: '1896-S' }), item(2, { number: "O'BRIEN" })];
    return path === 'items'
      ? list(
          ...rows.filter(({ number }) =>
            query.$filter?.toLowerCase().includes(number.toLowerCase().replace("'", "''")),
          ),
        )
      : list();
  });
  const found = await adapter.products?.resolve({ codes: ['1896-S', '1896-s', "O'BRIEN", 'x'.repeat(21), ''] }, call());
  expect(found?.results.map((each) => each?.code ?? null)).toEqual(['1896-S', null, "O'BRIEN", null, null]);
  expect(found?.near).toEqual([null, '1896-S', null, null, null]);
  expect(calls.filter(({ path }) => path === '$batch')).toHaveLength(1);
});

test('customers: each key is asked for by itself, the exact one first', async () => {
  const filters: string[] = [];
  const { adapter } = tenantOf(({ path, query }) => {
    if (path !== 'customers') return list();
    filters.push(query.$filter ?? '');
    const alike = Array.from({ length: 30 }, (_, index) =>
      customer(100 + index, { displayName: `Kessler ${index} GmbH`, email: '' }),
    );
    const exact = customer(10, { displayName: 'Kessler Anlagenbau AG', taxRegistrationNumber: 'DE811071271' });
    return query.$filter?.includes('tolower(displayName)')
      ? list(...alike)
      : query.$filter === undefined || query.$filter.includes('id eq')
        ? list(exact)
        : list();
  });
  const keys = {
    name: 'Kessler Anlagenbau Aktiengesellschaft',
    vatId: 'DE 811 071 271',
    email: 'info@kessler.example',
    erpNumber: 'C10',
    country: 'DE',
  };
  const found = await adapter.customers?.search({ queries: [keys] }, call());
  expect(found?.results[0]?.[0]).toMatchObject({ id: guid(10), blocked: false });
  expect(found?.results[0]?.length).toBeLessThanOrEqual(25);
  // All VAT ids, those that changed since, and a query for each key: none of them by the VAT id, which the API cannot filter by.
  expect(filters).toHaveLength(6);
  expect(filters.join()).not.toContain('taxRegistrationNumber');
});

test('a customer that is there is named, not made a second time', async () => {
  const { adapter, calls } = tenantOf(({ path }) => (path === 'customers' ? list(customer(10)) : list()));
  const input = {
    reference: referenceSchema.parse('BR-NEWCUSTOMER1'),
    name: 'Adatum Corporation',
    vatId: null,
    email: null,
    phone: null,
    street: null,
    postalCode: null,
    city: null,
    country: null,
    currency: null,
  };
  await expect(adapter.customers?.create?.(input, call())).rejects.toMatchObject({
    kind: 'refused',
    words: expect.stringContaining('C10'),
  });
  await expect(adapter.customers?.create?.({ ...input, city: 'x'.repeat(31) }, call())).rejects.toMatchObject({
    kind: 'refused',
    field: 'city',
  });
  expect(calls.filter(({ method, path }) => method === 'POST' && path === 'customers')).toEqual([]);
});

test('a part of a batch that is missing is never taken for nothing', async () => {
  const { adapter } = tenantOf(
    () => list(),
    undefined,
    ({ path }) => (path === '$batch' ? { body: { responses: [] } } : { status: 599 }),
  );
  await expect(adapter.invoices?.list({ customerId }, call())).rejects.toMatchObject({
    kind: 'drift',
    field: '$batch',
  });
});

test('changes: from now on, then what changed since, with a minute of overlap', async () => {
  const filters: string[] = [];
  let now = 0;
  const { adapter, move } = tenantOf(({ path, query }) => {
    if (query.$filter) filters.push(query.$filter);
    return path === 'salesInvoices' && now > 0
      ? list({ id: guid(7), lastModifiedDateTime: '2026-11-28T12:00:30.12Z', customerId: guid(10), orderId: guid(50) })
      : list();
  });
  const first = await adapter.changes?.since({ cursor: null }, call());
  expect(first?.changes).toEqual([]);
  now = 120_000;
  move(now);
  const next = await adapter.changes?.since({ cursor: first?.cursor ?? null }, call());
  expect(next?.changes.map(({ kind, id }) => [kind, id])).toEqual([
    ['invoice', guid(7)],
    ['order', guid(50)],
    ['credit', guid(10)],
  ]);
  expect(filters.at(-1)).toContain('lastModifiedDateTime gt 2026-11-28T11:59:00.000Z');
  // The minute before is read again, and told once: a feed that goes on while its cursor moves comes to an end.
  const again = await adapter.changes?.since({ cursor: next?.cursor ?? null }, call());
  expect(again).toEqual({ changes: [], cursor: next?.cursor });
  await expect(adapter.changes?.since({ cursor: 'yesterday' }, call())).rejects.toMatchObject({
    kind: 'refused',
    field: 'cursor',
  });
});
