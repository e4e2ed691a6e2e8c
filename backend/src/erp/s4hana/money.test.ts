import { expect, test } from 'vitest';
import { invoice, ledgerItem, order, orderItem } from '../../../test/s4hana-rows.ts';
import { type Answering, call, list, msOf, rows, systemOf } from '../../../test/s4hana-system.ts';

const customerId = '10100001' as never;
const by =
  (answers: Record<string, Answering>): Answering =>
  (asked) =>
    answers[asked.path]?.(asked);

const paid = (amount: string, more: object = {}) =>
  ledgerItem({
    AccountingDocument: '1400000001',
    BillingDocument: '',
    InvoiceReference: '1800000001',
    InvoiceReferenceFiscalYear: '2026',
    NetDueDate: msOf('2026-11-20'),
    AmountInTransactionCurrency: amount,
    AmountInCompanyCodeCurrency: amount,
    ...more,
  });
const onAccount = paid('-10.00', {
  AccountingDocument: '1400000002',
  InvoiceReference: '',
  InvoiceReferenceFiscalYear: '',
});
test('invoices: a part payment stands beside its invoice, one on account lowers the total only, a reversal is not shown', async () => {
  const system = systemOf(
    by({
      A_BillingDocument: () =>
        list(
          invoice(),
          invoice({ BillingDocument: '90000183', AccountingDocument: '1800000002', InvoiceClearingStatus: 'C' }),
          invoice({ BillingDocument: '90000184', BillingDocumentIsCancelled: true }),
          invoice({ BillingDocument: '90000185', SDDocumentCategory: 'N', CancelledBillingDocument: '90000184' }),
          invoice({
            BillingDocument: '90000186',
            SDDocumentCategory: 'O',
            AccountingDocument: '',
            InvoiceClearingStatus: '',
          }),
          invoice({ BillingDocument: '90000187', SDDocumentCategory: 'U' }),
        ),
      A_OperationalAcctgDocItemCube: () =>
        list(ledgerItem(), paid('-19.00'), onAccount, ledgerItem({ SpecialGLCode: 'A', AccountingDocument: '9' })),
    }),
  );
  const found = await system.adapter.invoices?.list({ customerId }, call());
  expect(
    found?.results.map(({ number, kind, status, open, overdueDays }) => [
      number,
      kind,
      status,
      open.amount,
      overdueDays,
    ]),
  ).toEqual([
    ['90000182', 'invoice', 'overdue', '100', 41],
    ['90000183', 'invoice', 'paid', '0', 0],
    ['90000184', 'invoice', 'cancelled', '0', 0],
    ['90000186', 'credit_note', 'open', '119', 0],
  ]);
  expect(found?.totals).toEqual([
    { open: { amount: '90', currency: 'EUR' }, overdue: { amount: '100', currency: 'EUR' }, nextDue: '2026-10-18' },
  ]);
  expect(system.calls).toHaveLength(2);
});
test('an invoice that its document says is not cleared is not paid because the ledger shows nothing of it', async () => {
  const system = systemOf(by({ A_BillingDocument: () => list(invoice()) }));
  expect((await system.adapter.invoices?.list({ customerId }, call()))?.results).toMatchObject([
    { status: 'open', open: { amount: '119' } },
  ]);
});
test('an unknown customer is not found, and asked about once', async () => {
  const system = systemOf(() => undefined);
  const ask = () => system.adapter.invoices?.list({ customerId: '999' as never }, call());
  await expect(ask()).rejects.toMatchObject({ kind: 'not_found' });
});
test('a PDF is decoded, line breaks and all; what is none is drift', async () => {
  const pdf = (bytes: string) => ({
    body: {
      d: {
        GetPDF: {
          BillingDocumentBinary: Buffer.from(bytes)
            .toString('base64')
            .replace(/(.{8})/g, '$1\r\n'),
        },
      },
    },
  });
  const read = (bytes: string) =>
    systemOf(by({ GetPDF: () => pdf(bytes) })).adapter.invoices?.pdf?.({ id: '90000182' }, call());
  expect(new TextDecoder().decode(await read('%PDF-1.7 %%EOF'))).toBe('%PDF-1.7 %%EOF');
  await expect(read('<html>')).rejects.toMatchObject({ kind: 'drift' });
});

const account = (more: object = {}) => ({
  BusinessPartner: '10100001',
  CreditSegment: '1000',
  CreditLimitAmount: '1000.000',
  CreditLimitIsZero: false,
  CreditAccountIsBlocked: false,
  CreditAccountBlockReason: '',
  CreditSegmentCurrency: 'EUR',
  ...more,
});
const crediting = (more: object = {}, orders: object[] = [order()]) =>
  systemOf(
    by({
      CreditManagementAccount: () => list(account(more)),
      A_OperationalAcctgDocItemCube: () => list(ledgerItem(), paid('-19.00'), onAccount),
      A_SalesOrder: () => list(...orders),
      A_BillingDocumentItem: () =>
        list({
          SalesDocument: '651',
          SalesDocumentItem: '10',
          NetAmount: '10.50',
          TaxAmount: '2.00',
          to_BillingDocument: { BillingDocumentIsCancelled: false, SDDocumentCategory: 'M' },
        }),
      A_Customer: () => list({ Customer: '10100001' }),
    }),
  );
test('credit: the ledger and what is ordered and not billed against the limit', async () => {
  const system = crediting();
  const found = await system.adapter.credit?.position({ customerId }, call());
  expect(found).toMatchObject({
    limit: { amount: '1000' },
    receivable: { amount: '90' },
    openOrders: { amount: '24.99' },
    exposure: { amount: '114.99' },
    free: { amount: '885.01' },
    overdue: { amount: '100' },
    blocked: false,
  });
  expect(found?.ageing.map(({ amount }) => amount.amount)).toEqual(['0', '100', '0', '0']);
  const before = system.calls.length;
  await system.adapter.credit?.position({ customerId }, call());
  expect(system.calls.length - before).toBe(2);
});
test('credit: what was billed of an order counts once, rejected items not at all, another currency is not known', async () => {
  const begun = order({ to_SubsequentProcFlowDoc: rows({ SubsequentDocumentCategory: 'M' }) });
  const rejected = order({ to_Item: rows(orderItem({ SalesDocumentRjcnReason: '00' })) });
  const read = async (orders: object[]) =>
    (await crediting({}, orders).adapter.credit?.position({ customerId }, call()))?.openOrders?.amount ?? null;
  expect(await read([begun])).toBe('12.49');
  expect(await read([rejected])).toBe('0');
  expect(await read([order({ TransactionCurrency: 'USD' })])).toBeNull();
});
test.each([
  ['no limit', { CreditLimitAmount: '0.000' }, { limit: null, free: null }],
  ['a limit of zero', { CreditLimitAmount: '0.000', CreditLimitIsZero: true }, { limit: { amount: '0' } }],
  ['a block', { CreditAccountIsBlocked: true, CreditAccountBlockReason: '01' }, { blocked: true, blockedReason: '01' }],
])('credit: %s', async (_, more, expected) => {
  expect(await crediting(more).adapter.credit?.position({ customerId }, call())).toMatchObject(expected);
});
test('without a credit segment there is no credit flow', async () => {
  const { adapter } = systemOf(() => undefined, { creditSegment: '' });
  expect((await adapter.describe({}, call())).flows).not.toContain('credit');
  expect(adapter.credit).toBeUndefined();
});
