import { erpCustomerIdSchema, erpInvoiceIdSchema, erpProductIdSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import {
  type Asked,
  call,
  companyOf,
  customer,
  head,
  item,
  line,
  refusal,
  rows,
  type Said,
  small,
} from '../../../test/intacct-company.ts';

const customerId = erpCustomerIdSchema.parse('11');
const invoice = (over: object = {}) => ({
  key: '70',
  invoiceNumber: 'INV-70',
  state: 'posted',
  invoiceDate: '2026-10-01',
  dueDate: '2026-10-29',
  'currency.txnCurrency': 'EUR',
  totalTxnAmount: '500.00',
  totalTxnAmountDue: '500.00',
  totalBaseAmountDue: '500.00',
  ...over,
});
const advance = {
  key: '80',
  state: 'posted',
  'paymentInformation.totalDue': '300.00',
  'paymentInformation.totalTxnAmountDue': '300.00',
};
const memo = {
  key: '90',
  adjustmentNumber: 'CM-1',
  state: 'posted',
  createdDate: '2026-11-02',
  'txnCurrency.currency': 'EUR',
  'txnCurrency.totalEntered': '-50.00',
  'txnCurrency.totalDue': '-50.00',
  'baseCurrency.totalDue': '-50.00',
};
const owing = (
  found: Readonly<Record<string, readonly object[]>>,
  more: (asked: Asked) => Said | undefined = () => undefined,
) =>
  companyOf(
    small((asked) => {
      const own = found[asked.object];
      return more(asked) ?? (own ? rows(...own) : undefined);
    }),
  );

test('payments and credits that nobody has applied settle the oldest invoices first', async () => {
  const company = owing({
    'accounts-receivable/invoice': [
      invoice(),
      invoice({ key: '71', dueDate: '2026-12-20', totalTxnAmountDue: '100.00', totalBaseAmountDue: '100.00' }),
    ],
    'accounts-receivable/advance': [advance],
    'accounts-receivable/adjustment': [memo],
  });
  const credit = await company.adapter.credit?.position({ customerId }, call());
  expect(credit).toMatchObject({ receivable: { amount: '250' }, overdue: { amount: '150' }, limit: null, free: null });
  expect(credit?.ageing.map(({ amount }) => amount.amount)).toEqual(['150', '0', '0', '0']);
  const list = await company.adapter.invoices?.list({ customerId }, call());
  expect(list?.totals).toEqual([
    { open: { amount: '250', currency: 'EUR' }, overdue: { amount: '150', currency: 'EUR' }, nextDue: '2026-10-29' },
  ]);
  expect(list?.results.find(({ number }) => number === 'CM-1')).toMatchObject({
    kind: 'credit_note',
    total: { amount: '50' },
    open: { amount: '50' },
  });
});

test('states of invoices; a draft is none, and an open amount that is hidden is not zero', async () => {
  const states = owing({
    'accounts-receivable/invoice': [
      invoice(),
      invoice({ key: '71', invoiceNumber: 'INV-71', dueDate: '2026-11-28', totalTxnAmountDue: '100.00' }),
      invoice({ key: '72', invoiceNumber: 'INV-72', state: 'paid', totalTxnAmountDue: null }),
      invoice({ key: '73', invoiceNumber: 'INV-73', state: 'reversed' }),
      invoice({ key: '74', invoiceNumber: 'INV-74', state: 'draft' }),
    ],
  });
  const list = await states.adapter.invoices?.list({ customerId }, call());
  expect(Object.fromEntries((list?.results ?? []).map((each) => [each.number, each.status]))).toEqual({
    'INV-70': 'overdue',
    'INV-71': 'part_paid',
    'INV-72': 'paid',
    'INV-73': 'cancelled',
  });
  expect(list?.results.find(({ number }) => number === 'INV-70')?.overdueDays).toBe(30);
  const hidden = owing({ 'accounts-receivable/invoice': [invoice({ totalTxnAmountDue: undefined })] });
  await expect(hidden.adapter.invoices?.list({ customerId }, call())).rejects.toMatchObject({ kind: 'drift' });
});

test('an invoice names the order behind its shipment, and is printed by order entry', async () => {
  const pdf = new TextEncoder().encode('%PDF-1.7');
  const documents: Readonly<Record<string, object>> = {
    '600': { key: '600', documentNumber: 'SI-1', documentType: 'Sales Invoice', 'sourceDocument.key': '500' },
    '500': { key: '500', documentNumber: 'SH-1', documentType: 'Sales Shipper', 'sourceDocument.key': '400' },
    '400': { key: '400', documentNumber: 'SO-1001', documentType: 'Sales Order', 'sourceDocument.key': null },
  };
  const company = owing(
    { 'accounts-receivable/invoice': [invoice({ 'salesDocument.key': '600' })] },
    ({ object, path, body }) => {
      if (object === 'order-entry/document') {
        const [filter] = body.filters as { $in: { key: string[] } }[];
        return rows(...(filter?.$in.key ?? []).flatMap((key) => documents[key] ?? []));
      }
      if (path === '/workflows/order-entry/document/generate-pdf')
        return { body: { 'ia::result': { key: '600', downloadURL: '/services/core/content/download?key=600' } } };
      return path.startsWith('/services/core/content/')
        ? { bytes: pdf, headers: { 'content-type': 'application/pdf' } }
        : undefined;
    },
  );
  const list = await company.adapter.invoices?.list({ customerId }, call());
  expect(list?.results[0]).toMatchObject({ orderNumber: 'SO-1001', hasPdf: true });
  const id = erpInvoiceIdSchema.parse('70');
  expect(await company.adapter.invoices?.pdf?.({ id }, call())).toEqual(pdf);
  await expect(owing({}).adapter.invoices?.pdf?.({ id }, call())).rejects.toMatchObject({ kind: 'not_found' });
});

test('open orders count with taxes, by what of them was not shipped or invoiced', async () => {
  const company = owing({
    'accounts-receivable/customer': [{ ...customer, creditLimit: 1000 }],
    'order-entry/document::Sales Order': [head({ total: '23.80', state: 'partiallyConverted' })],
    'order-entry/document-line': [line({ quantityConverted: '1' })],
  });
  expect(await company.adapter.credit?.position({ customerId }, call())).toMatchObject({
    openOrders: { amount: '11.9' },
    free: { amount: '988.1' },
  });
});

test('no right to receivables is said, never zero', async () => {
  const company = owing({}, ({ object }) =>
    object === 'accounts-receivable/invoice' ? refusal(403, 'forbidden', 'You do not have permission.') : undefined,
  );
  for (const asked of [
    company.adapter.credit?.position({ customerId }, call()),
    company.adapter.invoices?.list({ customerId }, call()),
  ])
    await expect(asked).rejects.toMatchObject({ kind: 'unauthorised', words: 'You do not have permission.' });
});

test('stock is in the unit of sale, of the warehouses that deliver; a kit and an item without figures are not known', async () => {
  const stock = (key: string, warehouse: string, onHand: number) => ({
    key,
    'item.key': '5',
    'warehouse.id': warehouse,
    onHand,
    onHold: 1,
    allocated: 10,
    reserved: 1,
  });
  const found = {
    'inventory-control/item': [
      item,
      { ...item, key: '6', id: 'KIT', itemType: 'kit' },
      { ...item, key: '7', id: 'NEW' },
    ],
    'inventory-control/unit-of-measure-group': [
      { key: '9', id: 'Count', baseUnit: 'Each', 'defaults.orderEntry.id': 'Dozen' },
    ],
    'inventory-control/item-warehouse-inventory': [
      stock('1', 'W1', 48),
      stock('2', 'W2', 24),
      { ...stock('3', 'W1', 5), 'item.key': '6' },
    ],
    'inventory-control/warehouse': [{ key: '1', id: 'W1', name: 'Hamburg' }],
  };
  const company = companyOf(
    small(({ object }) => {
      const own = (found as Record<string, object[]>)[object];
      return own ? rows(...own) : undefined;
    }),
    { warehouse: 'W1' },
  );
  const productIds = ['5', '6', '7'].map((each) => erpProductIdSchema.parse(each));
  const answer = await company.adapter.stock?.availability({ productIds }, call());
  expect(answer?.results).toMatchObject([
    {
      onHand: '4',
      available: '3',
      reserved: '1',
      warehouses: [
        { code: 'W1', name: 'Hamburg', available: '3' },
        { code: 'W2', serves: false },
      ],
    },
    null,
    null,
  ]);
});
