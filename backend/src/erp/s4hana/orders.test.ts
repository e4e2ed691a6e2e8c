import { decimal, referenceSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { input, order, orderItem, partner, priceElement, product } from '../../../test/s4hana-rows.ts';
import { type Answering, call, entity, fault, list, msOf, rows, systemOf } from '../../../test/s4hana-system.ts';
import { orderInputSchema } from '../contract/schemas.ts';
import { priceOf } from './order-body.ts';

const sale = (more: object = {}) => orderInputSchema.parse(input(more));
const reference = referenceSchema.parse(input().reference);
const selling =
  (row: object = order(), own: Answering = () => undefined): Answering =>
  (asked) => {
    const said = own(asked);
    if (said) return said;
    if (asked.service === 'API_BUSINESS_PARTNER') return list(partner('10100001'));
    if (asked.service === 'API_PRODUCT_SRV') return list(product('TG11'));
    if (asked.path === 'A_SalesOrder' && asked.method === 'POST') return entity(order());
    return asked.path === 'A_SalesOrder' && asked.query.$filter?.includes("SalesOrder eq '651'")
      ? list(row)
      : undefined;
  };
async function created(more: object, settings: Record<string, string> = {}) {
  const system = systemOf(selling(), settings);
  await system.adapter.orders?.create(sale(more), call());
  const sent = system.calls.find(({ method, path }) => method === 'POST' && path === 'A_SalesOrder');
  return { body: sent?.body ?? {}, headers: sent?.headers ?? new Headers(), query: sent?.query ?? {} };
}

test('an order is one deep insert: our reference in the ship-to party’s number, the customer’s own beside it', async () => {
  const { body, query, headers } = await created({
    poNumber: '4500017711',
    note: 'Tor 3 – grün',
    requestedDate: '2026-12-31',
    partialDelivery: false,
  });
  expect(body).toEqual({
    SalesOrderType: 'OR',
    SalesOrganization: '1010',
    DistributionChannel: '10',
    OrganizationDivision: '00',
    SoldToParty: '10100001',
    TransactionCurrency: 'EUR',
    SalesOrderDate: msOf('2026-11-28'),
    PricingDate: msOf('2026-11-28'),
    RequestedDeliveryDate: msOf('2026-12-31'),
    CompleteDeliveryIsDefined: true,
    PurchaseOrderByCustomer: '4500017711',
    PurchaseOrderByShipToParty: reference,
    to_Text: [{ Language: 'EN', LongTextID: 'TX01', LongText: 'Tor 3 – grün' }],
    to_Item: [
      {
        SalesOrderItem: '10',
        Material: 'TG11',
        RequestedQuantity: '2',
        to_PricingElement: [
          { ConditionType: 'PPR0', ConditionRateValue: '10.5', ConditionCurrency: 'EUR', ConditionQuantity: '1' },
        ],
      },
    ],
  });
  expect(query).toEqual({ 'sap-language': 'EN' });
  expect(headers.get('requestid')).toMatch(/^[0-9A-F]{32}$/);
});
test('client, language and the codes of partners that go with it', async () => {
  const known = { kind: 'known', id: '0000010200' };
  const address = {
    name: 'Baustelle Nord',
    street: 'Am Speicher 7',
    postalCode: '23552',
    city: 'Lübeck',
    country: 'DE',
  };
  const german = await created({ deliverTo: known, invoiceTo: known }, { client: '100', language: 'de' });
  expect(german.query).toEqual({ 'sap-client': '100', 'sap-language': 'DE' });
  expect(german.body.to_Partner).toEqual([
    { PartnerFunction: 'WE', Customer: '10200' },
    { PartnerFunction: 'RE', Customer: '10200' },
  ]);
  const english = await created({ deliverTo: { kind: 'one_off', address } });
  expect(english.body.to_Partner).toMatchObject([
    {
      PartnerFunction: 'SH',
      Customer: '10100001',
      to_Address: [{ OrganizationName1: 'Baustelle Nord', CityName: 'Lübeck' }],
    },
  ]);
});
test('charges are lines of the products that stand for them, and without one they are refused', async () => {
  const charges = [{ kind: 'shipping', name: 'Freight', amount: { amount: '12.50', currency: 'EUR' } }];
  const { body } = await created({ charges }, { shippingProduct: 'FREIGHT' });
  expect(body.to_Item).toMatchObject([
    { SalesOrderItem: '10' },
    { SalesOrderItem: '20', Material: 'FREIGHT', SalesOrderItemText: 'Freight' },
  ]);
  await expect(created({ charges })).rejects.toMatchObject({ kind: 'refused', field: 'charges.0' });
});

test.each([
  ['10.5', '10.5', '1'],
  ['0.0056', '0.56', '100'],
  ['37.10551', '37105.51', '1000'],
  ['1.2345678', null, null],
])('a price of %s is a rate of %s for %s', (price, rate, per) => {
  const found = priceOf(decimal(price), 'EUR' as never);
  expect(found && [found.rate, found.per]).toEqual(rate === null ? null : [rate, per]);
});
test.each([
  ['a price that SAP cannot keep', { unitPrice: { amount: '1.1234567', currency: 'EUR' } }, 'lines.0.unitPrice'],
  ['a quantity with four places', { quantity: '0.0001' }, 'lines.0.quantity'],
  ['a quantity of zero', { quantity: '0' }, 'lines.0.quantity'],
  ['a unit that is a word', { unit: 'Furlong' }, 'lines.0.unit'],
  ['a product that is none', { productId: 'X'.repeat(41) }, 'lines.0.productId'],
])('%s is refused before anything is asked', async (_, line, field) => {
  const system = systemOf(selling());
  const asked = sale({ lines: [{ ...input().lines[0], ...line }] });
  await expect(system.adapter.orders?.create(asked, call())).rejects.toMatchObject({ kind: 'refused', field });
  expect(system.calls).toEqual([]);
});

test('what is there under the reference is answered, and nothing is written', async () => {
  const system = systemOf(({ path }) => (path === 'A_SalesOrder' ? list(order()) : undefined));
  await expect(system.adapter.orders?.create(sale(), call())).resolves.toMatchObject({ number: '651', reference });
  expect(system.calls.map(({ method }) => method)).toEqual(['GET']);
});
test.each([
  ['one that names the document that it was made from', { SalesOrder: '700', ReferenceSDDocument: '651' }],
  ['one that another user made', { SalesOrder: '700', CreatedByUser: 'MUELLER' }],
])('a copy is not found by the reference: %s', async (_, more) => {
  const system = systemOf(({ path }) => (path === 'A_SalesOrder' ? list(order(more), order()) : undefined));
  const found = await system.adapter.orders?.findByReference({ references: [reference] }, call());
  expect(found?.results.map((each) => each.map(({ number }) => number))).toEqual([['651']]);
});
test('two orders of ours under one reference are both found, the older first', async () => {
  const later = order({ SalesOrder: '1652', CreationDate: msOf('2026-11-29') });
  const system = systemOf(({ path }) => (path === 'A_SalesOrder' ? list(later, order()) : undefined));
  const found = await system.adapter.orders?.findByReference({ references: [reference] }, call());
  expect(found?.results[0]?.map(({ number }) => number)).toEqual(['651', '1652']);
});
test('a refused order that is sent again is another request to SAP; one whose answer is lost is the same', async () => {
  let answer = fault(400, 'VU/146', 'Credit limit exceeded');
  const system = systemOf(
    selling(order(), ({ method, path }) => (method === 'POST' && path === 'A_SalesOrder' ? answer : undefined)),
  );
  const send = () => system.adapter.orders?.create(sale(), call()).catch(() => {});
  await send();
  answer = { status: 504, body: '' };
  await send();
  await send();
  const [first, second, third] = system.calls
    .filter(({ method, path }) => method === 'POST' && path === 'A_SalesOrder')
    .map(({ headers }) => headers.get('requestid'));
  expect([first === second, second === third]).toEqual([false, true]);
});

const delivery = (more: object = {}) => ({
  DeliveryDocument: '80000012',
  ActualGoodsMovementDate: msOf('2026-11-27'),
  PlannedGoodsIssueDate: null,
  DeliveryDate: msOf('2026-11-28'),
  DocumentDate: msOf('2026-11-26'),
  OverallGoodsMovementStatus: 'C',
  OverallProofOfDeliveryStatus: '',
  BillOfLading: '1Z999',
  to_DeliveryDocumentItem: rows({
    ReferenceSDDocument: '651',
    ReferenceSDDocumentItem: '000010',
    ActualDeliveryQuantity: '2.000',
    GoodsMovementStatus: 'C',
  }),
  ...more,
});
const flow = (category: string, status = '') => ({
  SubsequentDocument: category === 'J' ? '80000012' : '90000182',
  SubsequentDocumentCategory: category,
  OverallSDProcessStatus: status,
});
const left = rows({ ...delivery().to_DeliveryDocumentItem.results[0], ActualDeliveryQuantity: '1.000' });
const planned = rows({ ...delivery().to_DeliveryDocumentItem.results[0], GoodsMovementStatus: 'A' });
test.each([
  ['nothing yet', {}, null, 'confirmed', '0'],
  [
    'a delivery that has not left',
    { to_SubsequentProcFlowDoc: rows(flow('J')) },
    delivery({ OverallGoodsMovementStatus: 'A', to_DeliveryDocumentItem: planned }),
    'confirmed',
    '0',
  ],
  [
    'one of two pieces left',
    { to_SubsequentProcFlowDoc: rows(flow('J')) },
    delivery({ to_DeliveryDocumentItem: left }),
    'partly_delivered',
    '1',
  ],
  ['all left', { to_SubsequentProcFlowDoc: rows(flow('J', 'A')) }, delivery(), 'delivered', '2'],
  ['all left and billed', { to_SubsequentProcFlowDoc: rows(flow('J', 'C'), flow('M')) }, delivery(), 'invoiced', '2'],
  ['each item rejected', { to_Item: rows(orderItem({ SalesDocumentRjcnReason: '00' })) }, null, 'cancelled', '0'],
  [
    'a service, billed by the order',
    {
      to_Item: rows(orderItem({ DeliveryStatus: '', OrderRelatedBillingStatus: 'C' })),
      to_SubsequentProcFlowDoc: rows(flow('M')),
    },
    null,
    'invoiced',
    '0',
  ],
])('the status of an order: %s', async (_, more, gone, status, delivered) => {
  const system = systemOf(({ service, path }) => {
    if (path === 'A_SalesOrder') return list(order(more));
    return service.startsWith('API_OUTBOUND') && gone ? list(gone) : undefined;
  });
  const found = await system.adapter.orders?.status({ ids: ['651' as never] }, call());
  expect(found?.results).toMatchObject([{ status, lines: [{ delivered }] }]);
});
test('a delivery has the day on which it left, and its bill of lading', async () => {
  const system = systemOf(({ path }) =>
    path === 'A_SalesOrder' ? list(order({ to_SubsequentProcFlowDoc: rows(flow('J')) })) : list(delivery()),
  );
  const found = await system.adapter.orders?.list({ customerId: '10100001' as never }, call());
  expect(found?.results[0]?.deliveries).toEqual([
    { number: '80000012', date: '2026-11-27', status: 'shipped', tracking: '1Z999' },
  ]);
  expect(system.calls).toHaveLength(2);
});
test('the price of a line is as it was written where that explains its amount, else what its amount comes to', async () => {
  const fine = priceElement({ ConditionRateValue: '37105.510000000', ConditionQuantity: '1000' });
  const percent = priceElement({
    ConditionType: 'DCM2',
    ConditionClass: 'A',
    ConditionQuantity: '0',
    ConditionRateValue: '-10',
    ConditionQuantityUnit: '',
  });
  const kept = orderItem({ RequestedQuantity: '0.250', NetAmount: '9.28', to_PricingElement: rows(percent, fine) });
  const reduced = orderItem({
    SalesOrderItem: '20',
    NetAmount: '18.90',
    to_PricingElement: rows(percent, priceElement()),
  });
  const part = orderItem({ SalesOrderItem: '30', HigherLevelItem: '20' });
  const system = systemOf(({ path }) =>
    path === 'A_SalesOrder' ? list(order({ to_Item: rows(reduced, part, kept) })) : undefined,
  );
  const found = await system.adapter.orders?.findByNumber({ numbers: ['651'] }, call());
  expect(found?.results[0]?.lines.map(({ unitPrice }) => unitPrice.amount)).toEqual(['37.10551', '9.45']);
});
