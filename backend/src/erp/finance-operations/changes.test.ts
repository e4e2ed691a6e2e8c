import { erpCustomerIdSchema, erpOrderIdSchema, referenceSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectionFrom } from '../../../../extension/playground/seed/connection.ts';
import { enter } from '../../../../test/stand-ins/finance-operations/seed/seed.ts';
import {
  type FinanceOperations,
  startFinanceOperations,
  variablesFor,
} from '../../../../test/stand-ins/finance-operations/start.ts';
import { call } from '../../../test/finance-operations-tenant.ts';
import { orderInputSchema, returnInputSchema } from '../contract/schemas.ts';
import { financeOperations } from './index.ts';

/** The adapter over the double. Each test has a customer of its own. */
let erp: FinanceOperations;
let adapter: ReturnType<typeof financeOperations>;
beforeAll(async () => {
  erp = await startFinanceOperations();
  adapter = financeOperations(connectionFrom('finance-operations', variablesFor(erp.url)));
});
afterAll(() => erp.close());
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const input = (change: object = {}) =>
  orderInputSchema.parse({
    reference: referenceSchema.parse(`BR-${Math.random().toString(36).slice(2, 12).toUpperCase()}`),
    customerId: 'US-003',
    currency: 'EUR',
    requestedDate: null,
    note: null,
    lines: [
      { productId: 'T-2000', quantity: '2', unitPrice: eur('10.50'), description: null },
      { productId: 'T-2005', quantity: '1', unitPrice: eur('7.25'), description: null },
    ],
    ...change,
  });
const made = async (change: object = {}) => (await adapter.orders?.create(input(change), call())) ?? expect.fail();
const since = async (cursor: string | null) => (await adapter.changes?.since({ cursor }, call())) ?? expect.fail();

test('numbers that begin with a blank are found as people type them', async () => {
  const { results } = (await adapter.products?.resolve({ codes: ['RFI-1'] }, call())) ?? expect.fail();
  expect(results).toMatchObject([{ id: ' RFI-1', code: 'RFI-1' }]);
  const found = await adapter.customers?.search({ queries: [{ erpNumber: 'US-015' }] }, call());
  expect(found?.results[0]).toMatchObject([{ id: ' US-015', number: 'US-015' }]);
});

test('packing slip, invoice, payment and cancellation are told once each', async () => {
  const order = await made({ customerId: 'US-005' });
  const other = await made({ customerId: 'US-006' });
  let { cursor } = await since(null);
  const told = async () => {
    const page = await since(cursor);
    ({ cursor } = page);
    return page.changes.map(({ kind, id }) => `${kind} ${id}`);
  };
  expect(await told()).toEqual([]);
  erp.desk.deliver(order.number);
  expect(await told()).toEqual([`order ${order.number}`, 'credit US-005']);
  const invoice = String(erp.desk.invoice(order.number).InvoiceNumber);
  // Invoiced, it is open no more, which is its last change.
  expect(await told()).toEqual([`order ${order.number}`, 'credit US-005', `invoice ${invoice}`, 'credit US-005']);
  erp.desk.pay(invoice);
  // A payment is a transaction of its own, and it settles that of the invoice.
  const [payment] = erp.store.all('select Voucher from CustTransactions where Txt = ?', invoice);
  expect(new Set(await told())).toEqual(
    new Set([`invoice ${invoice}`, `invoice ${payment?.Voucher}`, 'credit US-005']),
  );
  erp.desk.cancel(other.number);
  expect(await told()).toEqual([`order ${other.number}`, 'credit US-006']);
  expect(await told()).toEqual([]);
});
test('a return that was made and credited between two looks is told by its credit note', async () => {
  const order = await made({ customerId: 'US-006' });
  erp.desk.deliver(order.number);
  erp.desk.invoice(order.number);
  const { cursor } = await since(null);
  const claim = returnInputSchema.parse({
    reference: 'BR-ABCDEFGH12',
    customerId: 'US-006',
    orderNumber: order.number,
    reason: 'Wet',
    lines: [{ code: 'T-2000', quantity: '1' }],
  });
  const { id } = (await adapter.returns?.create?.(claim, call())) ?? expect.fail();
  erp.desk.receiveReturn(id);
  erp.desk.creditReturn(id);
  const { changes } = await since(cursor);
  expect(changes.filter(({ kind }) => kind === 'return')).toMatchObject([{ customerId: 'US-006' }]);
});
test('an invoice names its order', async () => {
  const order = await made({ customerId: 'US-007' });
  erp.desk.deliver(order.number);
  erp.desk.invoice(order.number);
  const invoices = await adapter.invoices?.list({ customerId: erpCustomerIdSchema.parse('US-007') }, call());
  expect(invoices?.results).toMatchObject([{ orderNumber: order.number }]);
});

test('a stopped order is closed to changes, and an order of people is changed like one of ours', async () => {
  const stopped = await made();
  erp.desk.stop(stopped.number);
  const before = await adapter.orders?.read?.({ id: stopped.id }, call());
  expect(before?.order?.closedTo.change).toMatchObject({ reason: 'locked' });
  const own = enter(erp.store, { OrderingCustomerAccountNumber: 'US-003' }, [
    ['T-2000', '3'],
    ['T-2010', '1'],
  ]);
  const id = erpOrderIdSchema.parse(own);
  const { order } = (await adapter.orders?.read?.({ id }, call())) ?? expect.fail();
  const wanted = input({ requestedDate: '2027-06-15' });
  const after = await adapter.orders?.change?.({ id, version: order?.version ?? '', order: wanted }, call());
  expect(after?.lines.map(({ code, quantity, unitPrice }) => [code, quantity, unitPrice.amount])).toEqual([
    ['T-2000', '2', '10.5'],
    ['T-2005', '1', '7.25'],
  ]);
  expect(after?.requestedDate).toBe('2027-06-15');
  expect(erp.desk.linesOf(own).map(({ RequestedShippingDate }) => String(RequestedShippingDate).slice(0, 10))).toEqual([
    '2027-06-15',
    '2027-06-15',
  ]);
});

test('a change that is refused names its line and leaves the order as it was', async () => {
  const order = await made();
  const { order: before } = (await adapter.orders?.read?.({ id: order.id }, call())) ?? expect.fail();
  const wanted = input({
    lines: [
      { productId: 'T-2000', quantity: '9', unitPrice: eur('1'), description: null },
      { productId: '1850-ALT', quantity: '1', unitPrice: eur('1'), description: null },
    ],
  });
  await expect(
    adapter.orders?.change?.({ id: order.id, version: before?.version ?? '', order: wanted }, call()),
  ).rejects.toMatchObject({ kind: 'refused', field: 'lines.1.productId', words: expect.stringContaining('1850-ALT') });
  expect((await adapter.orders?.read?.({ id: order.id }, call()))?.order).toEqual(before);
});

test('of several lines, the one that is refused is named, and none where it could be any', async () => {
  const line = (productId: string, more: object = {}) => ({
    ...{ productId, quantity: '1', unitPrice: eur('1'), description: null },
    ...more,
  });
  const refusalOf = (lines: object[], more: object = {}) =>
    adapter.orders?.create(input({ lines, ...more }), call()).catch((error: unknown) => error);
  // On hold for invoices only: the customer is not what is refused.
  const held = { customerId: 'US-009' };
  erp.desk.hold('US-009', 'Invoice');
  expect(await refusalOf([line('T-2000'), line('1850-ALT')], held)).toMatchObject({ field: 'lines.1.productId' });
  expect(await refusalOf([line('T-2000'), line('T-2005', { unit: 'box' })])).toMatchObject({ field: 'lines.1.unit' });
  expect(await refusalOf([line('1850-ALT'), line('T-2000'), line('1850-ALT')])).toMatchObject({ field: null });
});
