import { erpCustomerIdSchema, erpProductIdSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { call, customer, environmentOf, list } from '../../../test/finance-operations-tenant.ts';
import { descriptionSchema } from '../contract/description.ts';
import { fieldsOf } from '../contract/manifest.ts';
import { manifest } from './manifest.ts';

const customerId = erpCustomerIdSchema.parse('US-001');
const product = (ItemNumber: string, more: object = {}) => ({
  ...{
    ItemNumber,
    SearchName: 'Speaker',
    ProductNumber: ItemNumber,
    ProductType: 'Item',
    InventoryUnitSymbol: 'pcs',
    SalesUnitSymbol: 'pcs',
  },
  ...{ SalesPrice: 389.45, SalesPriceQuantity: 1, ...more },
});
const onHand = (
  ItemNumber: string,
  InventoryWarehouseId: string,
  OnHandQuantity: number,
  ReservedOnHandQuantity = 0,
) => ({
  ...{ ItemNumber, InventoryWarehouseId, OnHandQuantity, ReservedOnHandQuantity },
  AvailableOnHandQuantity: OnHandQuantity - ReservedOnHandQuantity,
});
const transaction = (
  Invoice: string,
  AmountCur: number,
  SettleAmountCur: number,
  DueDate: string,
  more: object = {},
) => ({
  ...{ Invoice, AmountCur, SettleAmountCur, CurrencyCode: 'USD', TransDate: '2026-10-01T12:00:00Z' },
  DueDate: `${DueDate}T12:00:00Z`,
  ...more,
});
const money = { transactionsEntity: 'CustTransactions' };

test('what an admin has to enter, and what stays secret', () => {
  const fields = [...fieldsOf(manifest.auth), ...fieldsOf(manifest.settings)];
  expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
    'clientId',
    'tenant',
    'company',
    'currency',
  ]);
  expect(fields.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(['clientSecret', 'privateKey']);
  for (const wrong of [{ referenceField: 'a b' }, { currency: 'euro' }, { timeZone: 'Europe/Nowhere' }])
    expect(manifest.settings.safeParse({ tenant: 't', company: 'usmf', ...wrong }).success).toBe(false);
});
test('it describes itself without asking; what a connection does not name, it does not offer', async () => {
  const described = async (settings: Record<string, string> = {}) => {
    const { adapter, calls } = environmentOf(() => undefined, settings);
    const description = descriptionSchema.parse(await adapter.describe({}, call()));
    expect(calls).toEqual([]);
    return { description, adapter };
  };
  const plain = await described();
  expect(plain.description).toMatchObject({
    idempotency: 'lookup',
    maxCommitMs: 600_000,
    flows: ['customers', 'orders', 'stock', 'pricing', 'returns'],
  });
  expect([plain.adapter.invoices, plain.adapter.credit, plain.adapter.customers?.create]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const whole = await described({ ...money, customerGroup: '10', shippingProduct: 'FREIGHT' });
  expect(whole.description.flows).toEqual(['customers', 'orders', 'stock', 'pricing', 'returns', 'invoices', 'credit']);
  expect(whole.description.carries).toContain('shipping');
  expect(whole.description.without).not.toContain('customers.create');
});

test('each key of a company is a question of its own, in every spelling of its VAT number', async () => {
  const { adapter, calls } = environmentOf(({ query }) =>
    query.$filter?.includes('TaxExemptNumber')
      ? list(customer('US-001', { TaxExemptNumber: 'DE811000019' }))
      : undefined,
  );
  const found = await adapter.customers?.search(
    { queries: [{ vatId: 'DE 811 000 019', name: "O'Brien Müller GmbH", email: 'Ap@X.example' }] },
    call(),
  );
  expect(found?.results[0]).toMatchObject([{ number: 'US-001', vatId: 'DE811000019' }]);
  const filters = calls.filter(({ path }) => path === 'CustomersV3').map(({ query }) => query.$filter ?? '');
  expect(filters).toHaveLength(3);
  expect(filters[0]).toContain("TaxExemptNumber eq '811000019' or TaxExemptNumber eq 'DE811000019'");
  expect(filters.join()).toMatch(/contains\(OrganizationName,'\w+'\)/);
});
test('a person is a customer too; on hold is blocked, "never" is not; terms are shown by their description', async () => {
  const { adapter } = environmentOf(({ path }) =>
    path === 'PaymentTerms'
      ? list({ Name: 'Net30', Description: '30 days net' })
      : list(
          customer('A', { OrganizationName: '', PersonFirstName: 'Ada', PersonLastName: 'Ray', OnHoldStatus: 'Never' }),
          customer('B', { OnHoldStatus: 'All' }),
        ),
  );
  const found = await adapter.customers?.get(
    { ids: ['A', 'B', 'C'].map((id) => erpCustomerIdSchema.parse(id)) },
    call(),
  );
  expect(found?.results).toMatchObject([
    { name: 'Ada Ray', blocked: false, paymentTerms: '30 days net' },
    { blocked: true },
    null,
  ]);
});
test('a customer is made once: a twin is named', async () => {
  const made = {
    reference: 'BR-ABCDEFGH12',
    name: 'Contoso',
    vatId: null,
    phone: null,
    street: null,
    postalCode: null,
    city: null,
    country: null,
    currency: null,
  };
  const { adapter, calls } = environmentOf(
    ({ query }) => (query.$filter?.includes('OrganizationName') ? list(customer('US-001')) : undefined),
    { customerGroup: '10' },
  );
  await expect(adapter.customers?.create?.({ ...made, email: 'a@b.example' } as never, call())).rejects.toMatchObject({
    kind: 'refused',
    words: expect.stringContaining('US-001'),
  });
  expect(calls.every(({ method }) => method === 'GET')).toBe(true);
});

test('keys are taken as they are, also with a blank in front; codes are shown without', async () => {
  const { adapter } = environmentOf(({ path }) =>
    path === 'ReleasedProductsV2' ? list(product('D0001'), product(' RFI-TEST-001')) : undefined,
  );
  const { products } = (await adapter.products?.list?.({ cursor: null }, call())) ?? { products: [] };
  expect(products.map(({ id, code }) => [id, code])).toEqual([
    ['D0001', 'D0001'],
    [' RFI-TEST-001', 'RFI-TEST-001'],
  ]);
});
test('stock of the connection’s warehouse counts; of a service, or of a product that is sold in another unit, it is not known', async () => {
  const rows = [onHand('D0001', '11', 10, 4), onHand('D0001', '12', 5), onHand('D0003', '11', 7)];
  const products = [
    product('D0001'),
    product('D0002', { ProductType: 'Service' }),
    product('D0003', { SalesUnitSymbol: 'box' }),
  ];
  const answer = ({ path }: { path: string }) => (path === 'WarehousesOnHandV2' ? list(...rows) : list(...products));
  const productIds = ['D0001', 'D0002', 'D0003', 'NONE'].map((id) => erpProductIdSchema.parse(id));
  const one = await environmentOf(answer, { warehouse: '11' }).adapter.stock?.availability({ productIds }, call());
  expect(one?.results).toMatchObject([
    { onHand: '10', reserved: '4', available: '6', warehouses: [{ code: '11' }, { code: '12', serves: false }] },
    null,
    null,
    null,
  ]);
  const all = await environmentOf(answer).adapter.stock?.availability({ productIds }, call());
  expect(all?.results[0]).toMatchObject({ onHand: '15', available: '11' });
});
test('the base price per its quantity, in the company’s currency only; none is no price', async () => {
  const { adapter } = environmentOf(({ path }) =>
    path === 'CustomersV3'
      ? list(customer('US-001'))
      : path === 'PaymentTerms'
        ? undefined
        : list(product('D0001', { SalesPriceQuantity: 100 }), product('D0002', { SalesPrice: 0 })),
  );
  const quote = (currency: string) =>
    adapter.pricing?.quote(
      {
        customerId,
        currency: currency as never,
        date: '2026-11-28',
        lines: ['D0001', 'D0002'].map((id) => ({ productId: erpProductIdSchema.parse(id), quantity: '5' as never })),
      },
      call(),
    );
  expect((await quote('USD'))?.results).toMatchObject([
    { unitPrice: { amount: '3.8945', currency: 'USD' }, source: 'base sales price' },
    null,
  ]);
  expect((await quote('EUR'))?.results).toEqual([null, null]);
});

test('invoices, credit notes and payments on account come from the transactions, signed', async () => {
  const rows = [
    transaction('I-1', 500, 300, '2026-11-01'),
    transaction('I-2', 100, 0, '2026-12-24'),
    transaction('I-3', 80, 80, '2026-11-01'),
    transaction('C-1', -50, 0, '1900-01-01'),
    transaction('', -25, 0, '1900-01-01'),
  ];
  const { adapter } = environmentOf(
    ({ path }) =>
      path === 'CustTransactions'
        ? list(...rows)
        : path === 'SalesInvoiceHeadersV2'
          ? list({ InvoiceNumber: 'I-2', SalesOrderNumber: 'SO-2' })
          : list(customer('US-001', { CreditLimit: 1000 })),
    money,
  );
  const invoices = await adapter.invoices?.list({ customerId }, call());
  expect(invoices?.results).toMatchObject([
    { number: 'I-1', status: 'overdue', overdueDays: 27, open: { amount: '200' }, orderNumber: null },
    { number: 'I-2', status: 'open', dueOn: '2026-12-24', orderNumber: 'SO-2' },
    { number: 'I-3', status: 'paid', open: { amount: '0' } },
    { number: 'C-1', kind: 'credit_note', total: { amount: '50' }, open: { amount: '50' }, dueOn: null },
  ]);
  expect(invoices?.totals).toMatchObject([
    { open: { amount: '225' }, overdue: { amount: '200' }, nextDue: '2026-11-01' },
  ]);
  expect(await adapter.credit?.position({ customerId }, call())).toMatchObject({
    ...{
      limit: { amount: '1000' },
      receivable: { amount: '225' },
      free: { amount: '775' },
      overdue: { amount: '200' },
      openOrders: null,
    },
    blocked: false,
  });
});
test.each([
  [{ CreditLimit: 0 }, null],
  [
    { CreditLimit: 0, CreditLimitIsMandatory: 'Yes' },
    { amount: '0', currency: 'USD' },
  ],
])('a limit of zero: %o', async (more, limit) => {
  const { adapter } = environmentOf(
    ({ path }) => (path === 'CustomersV3' ? list(customer('US-001', more)) : undefined),
    money,
  );
  expect((await adapter.credit?.position({ customerId }, call()))?.limit).toEqual(limit);
});
test('open items in another currency: the position is not guessed', async () => {
  const { adapter } = environmentOf(
    ({ path }) =>
      list(
        path === 'CustomersV3' ? customer('US-001') : transaction('I-1', 5, 0, '2026-11-01', { CurrencyCode: 'EUR' }),
      ),
    money,
  );
  await expect(adapter.credit?.position({ customerId }, call())).rejects.toMatchObject({
    kind: 'unsupported',
    words: expect.stringContaining('EUR'),
  });
});
