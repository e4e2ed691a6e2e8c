import { erpOrderIdSchema, referenceSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectionFrom } from '../../../../extension/playground/seed/connection.ts';
import { enter } from '../../../../test/stand-ins/s4hana/seed/documents.ts';
import { type S4hana, startS4hana, variablesFor } from '../../../../test/stand-ins/s4hana/start.ts';
import { call } from '../../../test/s4hana-system.ts';
import { orderInputSchema } from '../contract/schemas.ts';
import { s4hana } from './index.ts';

/** The adapter over the double. */
let erp: S4hana;
let adapter: ReturnType<typeof s4hana>;
beforeAll(async () => {
  erp = await startS4hana();
  adapter = s4hana(connectionFrom('s4hana', variablesFor(erp.url)));
});
afterAll(() => erp.close());
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const line = (productId: string, quantity: string, amount: string, more: object = {}) => ({
  ...{ productId, quantity, unitPrice: eur(amount), description: null },
  ...more,
});
const input = (change: object = {}) =>
  orderInputSchema.parse({
    reference: referenceSchema.parse(`BR-${Math.random().toString(36).slice(2, 12).toUpperCase()}`),
    customerId: '10100003',
    currency: 'EUR',
    requestedDate: null,
    note: null,
    lines: [line('T-2000', '2', '10.50'), line('T-2005', '1', '7.25')],
    ...change,
  });
const made = async (change: object = {}) => (await adapter.orders?.create(input(change), call())) ?? expect.fail();
const read = async (id: string) =>
  (await adapter.orders?.read?.({ id: erpOrderIdSchema.parse(id) }, call()))?.order ?? expect.fail();

test('an agreed price stands where the customer has a discount of its own: in the preview and in the order', async () => {
  const lines = [line('T-2000', '3', '9.99'), line('T-2005', '4', '20.01')];
  const asked = input({ customerId: '10100011', lines });
  const preview = await adapter.orders?.simulate?.(asked, call());
  expect(preview?.lines?.map(({ net }) => net.amount)).toEqual(['29.97', '80.04']);
  const order = await adapter.orders?.create(asked, call());
  expect(order?.net?.amount).toBe('110.01');
  expect(order?.lines.map(({ unitPrice }) => unitPrice.amount)).toEqual(['9.99', '20.01']);
});

test('what holds an order is told, and what is released is not', async () => {
  const { number } = await made();
  expect((await read(number)).blocks).toEqual([]);
  erp.desk.block(number, '01');
  erp.desk.blockBilling(number, '08');
  const blocked = await read(number);
  expect(blocked.blocks).toEqual([
    { kind: 'delivery', code: '01' },
    { kind: 'billing', code: '08' },
  ]);
  // A block is no change of what was ordered.
  const listed = await adapter.orders?.status({ ids: [blocked.id] }, call());
  expect(listed?.results[0]?.blocks).toHaveLength(2);
  erp.desk.unblock(number);
  expect((await read(number)).blocks).toEqual([]);
});

test('an order of people is changed like one of ours, and cancelled by rejecting its items', async () => {
  const number = enter(erp.store, { SoldToParty: '10100003' }, [
    ['T-2000', '3'],
    ['T-2010', '1'],
  ]);
  const before = await read(number);
  const order = input({ requestedDate: '2027-06-15', note: 'Gate 3', poNumber: 'PO-9' });
  const after = await adapter.orders?.change?.({ id: before.id, version: before.version, order }, call());
  expect(
    after?.lines.map(({ code, quantity, unitPrice }) => [code, Number(quantity), Number(unitPrice.amount)]),
  ).toEqual([
    ['T-2000', 2, 10.5],
    ['T-2005', 1, 7.25],
  ]);
  expect(after).toMatchObject({ requestedDate: '2027-06-15', note: 'Gate 3', poNumber: 'PO-9' });
  const cancelled = await adapter.orders?.cancel?.({ id: before.id, version: after?.version ?? '' }, call());
  expect(cancelled?.status).toBe('cancelled');
});

test('a change meets a colleague who has the order open, and a delivery', async () => {
  const { id, number } = await made();
  const before = await read(id);
  erp.breakDown({ locked: 1 });
  const change = (version: string) => adapter.orders?.change?.({ id, version, order: input() }, call());
  await expect(change(before.version)).rejects.toMatchObject({ kind: 'busy' });
  expect(await read(id)).toEqual(before);
  erp.desk.releaseCredit(number);
  erp.desk.deliver(number);
  const after = await read(id);
  expect(after.closedTo.change).toMatchObject({ reason: 'delivered' });
  await expect(change(after.version)).rejects.toMatchObject({ kind: 'refused', field: 'status' });
});

test('without a reason for rejection no order is cancelled, and the connection says so', async () => {
  const { S4HANA_REJECTION_REASON: _, ...variables } = variablesFor(erp.url);
  const plain = s4hana(connectionFrom('s4hana', variables));
  const { offers, without } = await plain.describe({}, call());
  expect(offers).toEqual(['change']);
  expect(without).toContain('orders.cancel');
  expect(plain.orders?.cancel).toBe(undefined);
});

test('of several lines, the one that is refused is named', async () => {
  const refusal = await adapter.orders
    ?.create(input({ lines: [line('T-2000', '1', '1'), line('T-2005', '1', '1', { unit: 'XYZ' })] }), call())
    .catch((error: unknown) => error);
  expect(refusal).toMatchObject({ kind: 'refused', field: 'lines.1.unit' });
});
