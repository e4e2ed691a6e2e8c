import { readFileSync } from 'node:fs';
import { decimal, erpProductIdSchema, referenceSchema } from '@backroom/shared';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { odoo } from './index.ts';
import { keys, replay } from './replay.ts';

// What Odoo 19 itself shows of set-ups that gave wrong figures once. `npm run truth -- --erp odoo` makes them, and compares with its tables.
const call = () => ({ signal: AbortSignal.timeout(30_000) });
const { ODOO_URL: url, ODOO_API_KEY: key = '', ODOO_DB: database = '' } = process.env;
const recording = new URL('recorded/odoo19-cases.json', import.meta.url);
const { recordedOn } = z.object({ recordedOn: z.string() }).parse(JSON.parse(readFileSync(recording, 'utf8')));

type Adapter = ReturnType<typeof odoo>;
const subjects = [
  {
    name: 'recorded answers',
    async open() {
      const { url: address, close } = await replay(recording, () => new Date().toISOString().slice(0, 10));
      const settings = { database: 'lab19', timeZone: 'UTC' };
      return { adapter: odoo({ url: address, credentials: { key: keys.full }, settings }), close };
    },
  },
  ...(url && !process.env.ODOO_RECORD
    ? [
        {
          name: 'a real Odoo 19',
          async open() {
            const settings = { database, timeZone: 'UTC' };
            return { adapter: odoo({ url, credentials: { key }, settings }), close: async () => {} };
          },
        },
      ]
    : []),
];

describe.each(subjects)('figures of set-ups: $name', ({ name, open }) => {
  let adapter: Adapter;
  let close = async () => {};
  beforeAll(async () => {
    // Due dates are as far away as on the day of the recording.
    if (name === 'recorded answers' && !process.env.ODOO_RECORD)
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${recordedOn}T12:00:00Z`) });
    ({ adapter, close } = await open());
  });
  afterAll(async () => {
    vi.useRealTimers();
    await close();
  });

  async function customerOf(number: string) {
    const found = await adapter.customers?.search({ queries: [{ erpNumber: number }] }, call());
    const customer = found?.results[0]?.find((each) => each.number === number);
    if (!customer) throw new Error(`${number} is not there: npm run truth -- --erp odoo makes it`);
    return customer.id;
  }
  async function productOf(code: string) {
    const found = await adapter.products?.resolve({ codes: [code] }, call());
    return found?.results[0] ?? expect.fail(`no product ${code}`);
  }
  const creditOf = async (number: string) => adapter.credit?.position({ customerId: await customerOf(number) }, call());
  const invoicesOf = async (number: string) => adapter.invoices?.list({ customerId: await customerOf(number) }, call());
  /** The truth run leaves cancelled orders behind. */
  async function ordersOf(number: string) {
    const { results = [] } = (await adapter.orders?.list({ customerId: await customerOf(number) }, call())) ?? {};
    return results.filter(({ status }) => status !== 'cancelled');
  }
  const returnsOf = async (number: string) => adapter.returns?.list({ customerId: await customerOf(number) }, call());
  const stockOf = async (code: string) => {
    const { id } = await productOf(code);
    return (await adapter.stock?.availability({ productIds: [id] }, call()))?.results[0];
  };
  const usd = (amount: string) => ({ amount, currency: 'USD' });

  test('a global discount is part of what is open of an order', async () => {
    expect((await creditOf('LAB-DISCOUNT'))?.openOrders).toEqual(usd('800.00'));
    const order = (await ordersOf('LAB-DISCOUNT'))[0];
    expect(order).toMatchObject({ net: usd('800.00'), total: usd('800.00') });
    expect(order?.lines.map(({ net }) => net)).toEqual([usd('950.00'), usd('-150.00')]);
  });
  test('what was delivered above the order will be invoiced, where Odoo invoices what is delivered', async () => {
    expect((await creditOf('LAB-OVERDELIVERED'))?.openOrders).toEqual(usd('1200.00'));
  });
  test('a down payment is owed once, not twice', async () => {
    expect(await creditOf('LAB-DOWNPAYMENT')).toMatchObject({
      receivable: usd('300.00'),
      openOrders: usd('700.00'),
      exposure: usd('1000.00'),
    });
  });
  test('an invoice with a payment under way is open, and not overdue', async () => {
    const answer = await invoicesOf('LAB-INPAYMENT');
    expect(answer?.results).toMatchObject([{ status: 'open', open: usd('400.00'), overdueDays: 0 }]);
    expect(answer?.totals).toMatchObject([{ open: usd('400.00'), overdue: usd('0.00') }]);
    expect((await creditOf('LAB-INPAYMENT'))?.overdue).toEqual(usd('0.00'));
  });
  test('of an invoice in instalments only what is past its own day is overdue', async () => {
    const answer = await invoicesOf('LAB-INSTALMENTS');
    const [invoice] = answer?.results ?? [];
    expect(invoice).toMatchObject({ status: 'overdue', open: usd('900.00') });
    expect(answer?.totals).toEqual([{ open: usd('900.00'), overdue: usd('200.00'), nextDue: invoice?.dueOn }]);
    expect(invoice?.dueOn).toBe(invoice?.issuedOn);
    expect((await creditOf('LAB-INSTALMENTS'))?.overdue).toEqual(usd('200.00'));
  });
  test('a payment on account counts against what is open and overdue', async () => {
    const answer = await invoicesOf('LAB-ACCOUNT');
    expect(answer?.results).toMatchObject([{ status: 'overdue', open: usd('500.00') }]);
    expect(answer?.totals).toMatchObject([{ open: usd('200.00'), overdue: usd('200.00') }]);
    expect(await creditOf('LAB-ACCOUNT')).toMatchObject({ receivable: usd('200.00'), overdue: usd('200.00') });
  });
  test('a credit note is marked, and lessens what is open', async () => {
    const answer = await invoicesOf('LAB-CREDITNOTE');
    expect(answer?.results.map(({ kind, open: amount }) => [kind, amount.amount])).toEqual([
      ['credit_note', '100.00'],
      ['invoice', '0.00'],
      ['invoice', '450.00'],
    ]);
    expect(answer).toMatchObject({ more: false, totals: [{ open: usd('350.00') }] });
  });
  test('two dozen that left as 24 pieces are two, delivered', async () => {
    const [order] = await ordersOf('LAB-DOZEN');
    expect(order?.lines).toMatchObject([{ quantity: '2', delivered: '2' }]);
  });
  test('an order whose rest was given up is done', async () => {
    expect(await ordersOf('LAB-IGNORED')).toMatchObject([
      { status: 'invoiced', lines: [{ quantity: '10', delivered: '6' }] },
    ]);
    expect((await creditOf('LAB-IGNORED'))?.exposure).toEqual(usd('0.00'));
  });
  test('a credit note for one of five returned pieces credits one', async () => {
    expect((await returnsOf('LAB-CREDITED'))?.results).toMatchObject([
      { status: 'partly_credited', credit: { amount: '100' }, lines: [{ quantity: '5', credited: '1' }] },
    ]);
  });
  test('a kit that is no stored product is available as its components are, and comes back as a kit', async () => {
    expect(await productOf('LABP-KIT')).toMatchObject({ stocked: true });
    // 7 of which two make one, 99 of which one makes one.
    expect(await stockOf('LABP-KIT')).toMatchObject({ onHand: '3', available: '3' });
    expect((await returnsOf('LAB-KIT'))?.results).toMatchObject([
      { status: 'received', lines: [{ code: 'LABP-KIT', quantity: '1' }] },
    ]);
  });
  test('stock of a warehouse that serves no order of ours is shown, and not counted', async () => {
    expect(await stockOf('LABP-SPREAD')).toMatchObject({
      onHand: '1',
      available: '1',
      warehouses: [
        { code: 'WH', available: '1', serves: true },
        { code: 'MUC', available: '4', serves: false },
      ],
    });
  });
  test('what is promised to others beyond the stock is not available', async () => {
    expect(await stockOf('LABP-WAITING')).toMatchObject({ onHand: '10', available: '-3' });
  });
  test('a duplicate that a person made is not the order of the reference', async () => {
    const references = ['BR-LABCOPIED01', 'BR-LABCOPIED02'].map((each) => referenceSchema.parse(each));
    const found = (await adapter.orders?.findByReference({ references }, call()))?.results ?? [];
    expect(found.map((orders) => orders.map(({ status }) => status))).toEqual([['confirmed'], ['confirmed']]);
    const all = (await adapter.orders?.find?.({ references, numbers: [] }, call()))?.orders ?? [];
    expect(all.map(({ reference }) => reference)).toEqual(references);
    const listed = await ordersOf('LAB-COPIED');
    expect(listed.map(({ status, reference }) => [status, reference]).toSorted()).toEqual([
      ['confirmed', references[0]],
      ['confirmed', references[1]],
      ['draft', null],
      ['draft', null],
    ]);
  });
  test('what Odoo would take and could not deliver as ordered is refused before', async () => {
    const part = await productOf('LABP-PART');
    const combo = await productOf('LABP-COMBO');
    const currency = 'USD' as never;
    const line = (id: string, quantity: string, price = '10') => ({
      productId: erpProductIdSchema.parse(id),
      quantity: decimal(quantity),
      unitPrice: { amount: decimal(price), currency },
      description: null,
    });
    const input = {
      reference: referenceSchema.parse('BR-LABREFUSED'),
      customerId: await customerOf('LAB-DISCOUNT'),
      currency,
      requestedDate: null,
      note: null,
      lines: [line(combo.id, '1'), line(part.id, '1.555'), line(part.id, '1', '-3')],
    };
    expect((await adapter.orders?.simulate?.(input, call()))?.refusals.map(({ field }) => field)).toEqual([
      'lines.0.productId',
      'lines.1.quantity',
      'lines.2.unitPrice',
    ]);
    expect(part.quantityDecimals).toBe(2);
    const { lines } =
      (await adapter.orders?.simulate?.({ ...input, lines: [line(part.id, '3', '33.333')] }, call())) ?? {};
    expect(lines).toEqual([{ net: usd('100.00') }]);
  });
});
