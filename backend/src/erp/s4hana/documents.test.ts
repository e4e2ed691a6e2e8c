import { referenceSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { order, orderItem, partner } from '../../../test/s4hana-rows.ts';
import { type Answering, call, entity, list, msOf, rows, systemOf } from '../../../test/s4hana-system.ts';
import { newCustomerSchema, returnInputSchema } from '../contract/schemas.ts';

const reference = referenceSchema.parse('BR-AAAAAAAAAABBBBBBBBBB');
const customerId = '10100001' as never;

const claim = (more: object = {}) =>
  returnInputSchema.parse({
    reference,
    customerId,
    orderNumber: '651',
    reason: 'Damaged in transport',
    lines: [{ code: 'TG11', quantity: '3' }],
    ...more,
  });
const back = (more: object = {}) => ({
  CustomerReturn: '60000005',
  SoldToParty: '10100001',
  CustomerReturnDate: msOf('2026-11-28'),
  CreationDate: msOf('2026-11-28'),
  PurchaseOrderByCustomer: reference,
  ReferenceSDDocument: '651',
  OverallSDDocumentRejectionSts: 'A',
  SalesDocApprovalStatus: '',
  to_Item: rows({
    CustomerReturnItem: '10',
    CustomerReturnItemText: 'Trading Good',
    Material: 'TG11',
    RequestedQuantity: '3.000',
    ReturnsMaterialHasBeenReceived: '',
    SalesDocumentRjcnReason: '',
    ReferenceSDDocument: '651',
  }),
  to_Text: rows({ LongTextID: 'TX01', LongText: 'Damaged in transport' }),
  ...more,
});
const memo = (quantity: string, more: object = {}) => ({
  BillingDocument: '90000190',
  SalesDocument: '60000005',
  SalesDocumentItem: '10',
  BillingQuantity: quantity,
  NetAmount: '21.00',
  TaxAmount: '3.99',
  TransactionCurrency: 'EUR',
  to_BillingDocument: { BillingDocumentIsCancelled: false, SDDocumentCategory: 'O', ...more },
});
const sold = order({
  SalesOrganization: '1010',
  DistributionChannel: '10',
  OrganizationDivision: '00',
  to_Item: rows(orderItem(), orderItem({ SalesOrderItem: '20', RequestedQuantity: '5.000' })),
});
const returning: Answering = ({ method, path, query }) => {
  if (path === 'A_SalesOrder') return list(sold);
  if (path !== 'A_CustomerReturn') return undefined;
  if (method === 'POST') return entity(back());
  return query.$filter?.startsWith('CustomerReturn eq') ? list(back()) : list();
};

test('a return refers to the items of its order, over several of them where one is not enough', async () => {
  const system = systemOf(returning);
  const made = await system.adapter.returns?.create?.(claim(), call());
  expect(made).toMatchObject({
    number: '60000005',
    reference,
    orderNumber: '651',
    status: 'requested',
    reason: 'Damaged in transport',
  });
  const sent = system.calls.find(({ method, path }) => method === 'POST' && path === 'A_CustomerReturn');
  expect(sent?.body).toMatchObject({
    CustomerReturnType: 'CBRE',
    SoldToParty: '10100001',
    PurchaseOrderByCustomer: reference,
    ReferenceSDDocument: '651',
    SDDocumentReason: '102',
    to_Item: [
      { Material: 'TG11', RequestedQuantity: '2', ReferenceSDDocumentItem: '10' },
      { Material: 'TG11', RequestedQuantity: '1', ReferenceSDDocumentItem: '20' },
    ],
  });
});
test.each([
  ['an order of somebody else', { customerId: '10100002' }, 'orderNumber'],
  ['more than was ordered', { lines: [{ code: 'TG11', quantity: '8' }] }, 'lines.0.quantity'],
  ['a product that was not ordered', { lines: [{ code: 'TG12', quantity: '1' }] }, 'lines.0.code'],
])('a return of %s is refused before it is sent', async (_, more, field) => {
  const system = systemOf(returning);
  await expect(system.adapter.returns?.create?.(claim(more), call())).rejects.toMatchObject({ kind: 'refused', field });
  expect(system.calls.some(({ method, path }) => method === 'POST' && path === 'A_CustomerReturn')).toBe(false);
});
test.each([
  ['asked for', {}, [], 'requested', null],
  ['approved', { SalesDocApprovalStatus: 'B' }, [], 'approved', null],
  [
    'received',
    { to_Item: rows({ ...back().to_Item.results[0], ReturnsMaterialHasBeenReceived: 'X' }) },
    [],
    'received',
    null,
  ],
  ['credited in part', {}, [memo('1.000')], 'partly_credited', '90000190'],
  ['credited', {}, [memo('3.000')], 'credited', '90000190'],
  [
    'credited by a memo that was cancelled',
    {},
    [memo('3.000', { BillingDocumentIsCancelled: true })],
    'requested',
    null,
  ],
  ['rejected', { OverallSDDocumentRejectionSts: 'C' }, [], 'rejected', null],
])('a return that is %s', async (_, more, memos, status, creditNote) => {
  const system = systemOf(({ path }) => (path === 'A_CustomerReturn' ? list(back(more)) : list(...memos)));
  expect((await system.adapter.returns?.list({ customerId }, call()))?.results).toMatchObject([{ status, creditNote }]);
  expect(system.calls).toHaveLength(2);
});

const settings = { reconciliationAccount: '12100000', partnerGrouping: 'BP02' };
const company = newCustomerSchema.parse({
  reference,
  name: 'Nordwerk Maschinenbau GmbH',
  vatId: 'DE 811 000 019',
  email: 'einkauf@nordwerk.example',
  phone: null,
  street: 'Werftstraße 7',
  postalCode: '20095',
  city: 'Hamburg',
  country: 'DE',
  currency: 'EUR',
});
test('a customer is one deep insert, found again by our reference without its prefix', async () => {
  const system = systemOf(({ method, path, query }) => {
    if (path !== 'A_BusinessPartner') return undefined;
    if (method === 'POST') return entity({ BusinessPartner: '10100900' });
    return query.$filter?.startsWith('BusinessPartner eq') ? list(partner('10100900')) : list();
  }, settings);
  const made = await system.adapter.customers?.create?.(company, call());
  expect(made).toMatchObject({ number: '10100900' });
  const [looked] = system.calls;
  expect(looked?.query.$filter).toBe("BusinessPartnerIDByExtSystem eq 'AAAAAAAAAABBBBBBBBBB'");
  expect(system.calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
    BusinessPartnerCategory: '2',
    BusinessPartnerGrouping: 'BP02',
    BusinessPartnerIDByExtSystem: 'AAAAAAAAAABBBBBBBBBB',
    to_BusinessPartnerTax: [{ BPTaxType: 'DE0', BPTaxNumber: 'DE811000019' }],
    to_Customer: { to_CustomerCompany: [{ CompanyCode: '1010', ReconciliationAccount: '12100000' }] },
  });
});
test.each([
  ['a street that is too long', { street: 'X'.repeat(61) }, 'street'],
  ['a VAT id without a country', { vatId: '811000019' }, 'vatId'],
])('a customer with %s is refused before it is sent', async (_, more, field) => {
  const system = systemOf(() => undefined, settings);
  await expect(system.adapter.customers?.create?.({ ...company, ...more }, call())).rejects.toMatchObject({
    kind: 'refused',
    field,
  });
});

test('the list of customers leaves out partners that are none, and goes on behind them', async () => {
  const page = Array.from({ length: 200 }, (_, index) => partner(index === 7 ? '' : String(10_000 + index)));
  const system = systemOf(({ query }) =>
    query.$skip === '0' ? list(...page) : query.$skip === '200' ? list(partner('20000')) : list(),
  );
  const first = await system.adapter.customers?.list?.({ cursor: null }, call());
  expect([first?.customers.length, first?.cursor]).toEqual([199, '200']);
  const second = await system.adapter.customers?.list?.({ cursor: '200' }, call());
  expect(second).toMatchObject({ customers: [{ number: '20000', street: 'Werftstraße 7' }], cursor: '201' });
  // A page may be shorter than asked for: only an empty one is the end.
  expect(await system.adapter.customers?.list?.({ cursor: '201' }, call())).toEqual({ customers: [], cursor: null });
  await expect(system.adapter.customers?.list?.({ cursor: 'x' }, call())).rejects.toMatchObject({ kind: 'refused' });
});
test('addresses are ship-to and bill-to parties of the sales area, whatever language their codes are in', async () => {
  const part = (PartnerFunction: string, BPCustomerNumber: string, more: object = {}) => ({
    PartnerFunction,
    BPCustomerNumber,
    DefaultPartner: false,
    PartnerCounter: '0',
    ...more,
  });
  const system = systemOf(({ path }) => {
    if (path === 'A_CustSalesPartnerFunc')
      return list(
        part('SP', '10100001'),
        part('SH', '10100001'),
        part('SH', '10200', { PartnerCounter: '1', DefaultPartner: true }),
        part('BP', '10100001'),
      );
    return path === 'A_BusinessPartner' ? list(partner('10100001'), partner('10200')) : undefined;
  });
  const found = await system.adapter.customers?.addresses?.({ customerId }, call());
  expect(found?.results.map(({ id, uses, usual }) => [id, uses, usual])).toEqual([
    ['10100001', ['delivery', 'invoice'], ['invoice']],
    ['10200', ['delivery'], ['delivery']],
  ]);
});
