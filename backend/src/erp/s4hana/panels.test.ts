import { expect, test } from 'vitest';
import { ledgerItem, partner, priceElement, product, simulated, simulatedItem } from '../../../test/s4hana-rows.ts';
import { type Answering, call, entity, fault, list, msOf, rows, systemOf } from '../../../test/s4hana-system.ts';

const customerId = '10100001' as never;
const by =
  (answers: Record<string, Answering>): Answering =>
  (asked) =>
    answers[asked.path]?.(asked);

test('customers: by number without its zeros, by VAT id and e-mail in sets of their own, in three requests', async () => {
  const system = systemOf(
    by({
      A_BusinessPartnerTaxNumber: () => list({ BusinessPartner: '10100001' }),
      A_AddressEmailAddress: ({ query }) =>
        query.$filter === "SearchEmailAddress eq 'EINKAUF@NORDWERK.EXA'" ? list({ AddressID: '23456' }) : list(),
      A_BusinessPartnerAddress: () => list({ BusinessPartner: '10100001', AddressID: '23456' }),
      A_BusinessPartner: () => list(partner('10100001')),
    }),
  );
  const queries = [
    { erpNumber: '0010100001' },
    { vatId: 'DE 811 000 019' },
    { email: 'Einkauf@Nordwerk.example' },
    { name: 'Nordwerk Maschinenbau AG' },
  ];
  const found = await system.adapter.customers?.search({ queries }, call());
  for (const each of found?.results ?? [])
    expect(each).toMatchObject([{ number: '10100001', vatId: 'DE811000019', paymentTerms: 'NT30', currency: 'EUR' }]);
  expect(system.calls.filter(({ path }) => path === '$batch')).toHaveLength(2);
  expect(system.calls.filter(({ method }) => method !== 'HEAD')).toHaveLength(3);
});
test.each([
  ['blocked for orders', { to_Customer: { ...partner('1').to_Customer, OrderIsBlockedForCustomer: '01' } }],
  ['blocked as a partner', { BusinessPartnerIsBlocked: true }],
])('a customer that is %s', async (_, more) => {
  const system = systemOf(by({ A_BusinessPartner: () => list(partner('1', more)) }));
  expect((await system.adapter.customers?.get({ ids: ['1' as never] }, call()))?.results).toMatchObject([
    { blocked: true },
  ]);
});

test('products: a number with zeros, small letters named as near, the unit in which they are sold, in one request', async () => {
  const sold = product('TG11', {
    to_SalesDelivery: rows({
      ProductSalesOrg: '1010',
      ProductDistributionChnl: '10',
      SupplyingPlant: '1010',
      SalesMeasureUnit: 'KAR',
      IsMarkedForDeletion: false,
    }),
  });
  const system = systemOf(by({ A_Product: () => list(sold, product('4711')) }));
  const found = await system.adapter.products?.resolve(
    { codes: ['TG11', '000000000000004711', 'tg11', 'NOPE'] },
    call(),
  );
  expect(found?.results.map((each) => each && [each.code, each.unit])).toEqual([
    ['TG11', 'KAR'],
    ['4711', 'PC'],
    null,
    null,
  ]);
  expect(found?.near).toEqual([null, null, 'TG11', null]);
  expect(system.calls).toHaveLength(1);
});

test('lists: customers and products of another sales area are not in them', async () => {
  const elsewhere = { to_Customer: { ...partner('2').to_Customer, to_CustomerSalesArea: rows() } };
  const system = systemOf(
    by({
      A_BusinessPartner: () => list(partner('1'), partner('2', elsewhere)),
      A_Product: () => list(product('TG11'), product('RAW-1', { to_SalesDelivery: rows() })),
    }),
  );
  const customers = await system.adapter.customers?.list?.({ cursor: null }, call());
  const products = await system.adapter.products?.list?.({ cursor: null }, call());
  expect(customers?.customers.map(({ number }) => number)).toEqual(['1']);
  expect(products?.products.map(({ code }) => code)).toEqual(['TG11']);
});

const stock = (quantity: string, more: object = {}) => ({
  Material: 'TG11',
  Plant: '1010',
  InventorySpecialStockType: '',
  InventoryStockType: '01',
  MatlWrhsStkQtyInMatlBaseUnit: quantity,
  ...more,
});
const period = (date: string, quantity: string) => ({
  PeriodStartUTCDateTime: msOf(date),
  AvailableQuantityInBaseUnit: quantity,
});
test('stock: what is on the shelf, what can be promised now, and the steps by which that grows', async () => {
  const box = product('TG11', {
    to_SalesDelivery: rows({
      ProductSalesOrg: '1010',
      ProductDistributionChnl: '10',
      SupplyingPlant: '1010',
      SalesMeasureUnit: 'KAR',
      IsMarkedForDeletion: false,
    }),
    to_ProductUnitsOfMeasure: rows({ AlternativeUnit: 'KAR', QuantityNumerator: '12', QuantityDenominator: '1' }),
    to_Plant: rows({ Plant: '1010' }, { Plant: '1020' }),
  });
  const system = systemOf(
    by({
      A_Product: () => list(box),
      A_MatlStkInAcctMod: () =>
        list(
          stock('120.00000000000000'),
          stock('24', { InventorySpecialStockType: 'E' }),
          stock('60', { Plant: '1020' }),
        ),
      CalculateAvailabilityTimeseries: () =>
        list(period('2026-11-01', '36.000'), period('2026-12-05', '96.000'), period('2026-12-24', '60.000')),
    }),
  );
  const found = await system.adapter.stock?.availability({ productIds: ['TG11', 'NOPE'] as never }, call());
  expect(found?.results).toEqual([
    {
      productId: 'TG11',
      onHand: '10',
      reserved: '7',
      available: '3',
      incoming: [{ date: '2026-12-05', quantity: '5', warehouse: '1010' }],
      warehouses: [{ code: '1010', name: '1010', onHand: '10', available: '3' }],
    },
    null,
  ]);
});
test('stock: a product without availability data is not known, a service has none, and a missing service is named', async () => {
  const service = product('MONTAGE', { ProductType: 'SERV' });
  const answers = { A_Product: () => list(product('TG11'), service), A_MatlStkInAcctMod: () => list(stock('5')) };
  const ask = (said: ReturnType<Answering>) =>
    systemOf(by({ ...answers, CalculateAvailabilityTimeseries: () => said })).adapter.stock?.availability(
      { productIds: ['TG11', 'MONTAGE'] as never },
      call(),
    );
  expect(await ask(fault(400, 'ATP/100', 'Prüfgruppe fehlt'))).toEqual({ results: [null, null] });
  await expect(ask(fault(403, '/IWFND/MED/170', 'No service found'))).rejects.toMatchObject({
    kind: 'unsupported',
    field: 'API_PRODUCT_AVAILY_INFO_BASIC',
    words: expect.stringContaining('SAP_COM_0115'),
  });
});

const discounted = simulatedItem({
  NetAmount: '328.00',
  TaxAmount: '13.12',
  to_PricingElement: rows(
    priceElement({ ConditionRateValue: '200', ConditionAmount: '400.00' }),
    priceElement({ ConditionType: '', ConditionClass: '', ConditionAmount: '400.00' }),
    priceElement({
      ConditionType: 'DCM2',
      ConditionClass: 'A',
      ConditionQuantity: '0',
      ConditionQuantityUnit: '',
      ConditionRateValue: '-15',
      ConditionAmount: '-60.00',
      ConditionInactiveReason: 'M',
    }),
    priceElement({
      ConditionType: 'DCM2',
      ConditionClass: 'A',
      ConditionQuantity: '0',
      ConditionQuantityUnit: '',
      ConditionRateValue: '-18',
      ConditionAmount: '-72.00',
    }),
    priceElement({
      ConditionType: 'JR1',
      ConditionClass: 'D',
      ConditionCalculationType: 'A',
      ConditionQuantity: '0',
      ConditionRateValue: '4',
      ConditionAmount: '13.12',
    }),
  ),
});
const quoting = {
  customerId,
  currency: 'EUR',
  date: '2026-11-28',
  lines: [{ productId: 'TG11', quantity: '2' }],
} as never;
test('pricing: net, list and tax of a simulation whose elements must not be summed', async () => {
  const system = systemOf(
    by({ A_Product: () => list(product('TG11')), A_SalesOrderSimulation: () => entity(simulated(discounted)) }),
  );
  expect(await system.adapter.pricing?.quote(quoting, call())).toMatchObject({
    paymentTerms: 'NT30',
    results: [
      {
        unitPrice: { amount: '164', currency: 'EUR' },
        listPrice: { amount: '200' },
        discountPercent: '18',
        taxPercent: '4',
        source: 'PPR0',
      },
    ],
  });
});
test('pricing: a line that SAP refuses costs the others nothing, and zero without a price is no price', async () => {
  const free = simulatedItem({ NetAmount: '0.00', TaxAmount: '0.00', to_PricingElement: rows() });
  const system = systemOf(
    by({
      A_Product: () => list(product('TG11'), product('TG12'), product('TG13')),
      A_Customer: () => list({ Customer: '10100001' }),
      A_SalesOrderSimulation: ({ body }) => {
        const items = body.to_Item as { Material: string }[];
        if (items.some(({ Material }) => Material === 'TG12')) return fault(400, 'V1/384', 'Nicht erlaubt');
        return entity(simulated(items[0]?.Material === 'TG13' ? free : discounted));
      },
    }),
  );
  const lines = ['TG11', 'TG12', 'TG13', 'NOPE'].map((productId) => ({ productId, quantity: '2' }));
  const found = await system.adapter.pricing?.quote({ ...(quoting as object), lines } as never, call());
  expect(found?.results.map((each) => each?.unitPrice.amount ?? null)).toEqual(['164', null, null, null]);
});

test('changes: each once, however often the overlap is read again; those of a day by what they say', async () => {
  let cleared = false;
  const fresh = {
    SalesOrder: '651',
    SoldToParty: '10100001',
    LastChangeDateTime: `/Date(${Date.parse('2026-11-28T12:00:30Z')}+0000)/`,
  };
  let orders: object[] = [];
  const system = systemOf(
    by({
      A_SalesOrder: () => list(...orders),
      A_OperationalAcctgDocItemCube: () =>
        list({ ...ledgerItem(), LastChangeDate: msOf('2026-11-28'), IsCleared: cleared, DunningLevel: '' }),
    }),
  );
  const since = async (cursor: string | null) =>
    system.adapter.changes?.since({ cursor }, call()) ?? { changes: [], cursor: '' };
  const begun = await since(null);
  expect(begun.changes).toEqual([]);
  expect(await since(begun.cursor)).toEqual({ changes: [], cursor: begun.cursor });
  orders = [fresh];
  cleared = true;
  system.move(60_000);
  const next = await since(begun.cursor);
  expect(next.changes.map(({ kind, id, at }) => [kind, id, at])).toEqual([
    ['order', '651', '2026-11-28T12:00:30.000Z'],
    ['credit', '10100001', '2026-11-28T12:00:30.000Z'],
    ['invoice', '90000182', '2026-11-28T12:01:00.000Z'],
    ['credit', '10100001', '2026-11-28T12:01:00.000Z'],
  ]);
  expect((await since(next.cursor)).changes).toEqual([]);
});

test('health: company and currency of the ledger; a right that is missing is named, and a version without the reference field', async () => {
  const company = { CompanyCode: '1010', CompanyCodeName: 'Nordwerk', CompanyCodeCurrency: 'EUR' };
  const fine = by({ A_OperationalAcctgDocItemCube: () => list(company) });
  expect(await systemOf(fine).adapter.health({}, call())).toMatchObject({
    company: '1010 Nordwerk',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
  });
  const refusing = (said: ReturnType<Answering>, path = 'A_SalesOrder') =>
    systemOf((asked) => (asked.path === path ? said : fine(asked))).adapter.health({}, call());
  await expect(refusing(fault(403, 'X/1', 'No authorization'), 'A_Product')).rejects.toMatchObject({
    kind: 'unauthorised',
    words: expect.stringContaining('API_PRODUCT_SRV'),
  });
  await expect(
    refusing(fault(400, '005056A509B11EE1B9A8FEA8DE87F78E', "Property 'PurchaseOrderByShipToParty' not found")),
  ).rejects.toMatchObject({
    kind: 'unsupported',
    words: expect.stringContaining('PurchaseOrderByShipToParty'),
  });
});
test.each([1, 2])(
  'pricing: a customer that is blocked has no prices, whatever SAP says of it (%s lines)',
  async (count) => {
    const blocked = partner('10100001', { BusinessPartnerIsBlocked: true });
    const system = systemOf(
      by({
        A_Product: () => list(product('TG11'), product('TG12')),
        A_Customer: () => list({ Customer: '10100001' }),
        A_BusinessPartner: () => list(blocked),
        A_SalesOrderSimulation: () => fault(400, 'V1/337', 'Customer is blocked'),
      }),
    );
    const lines = ['TG11', 'TG12'].slice(0, count).map((productId) => ({ productId, quantity: '2' }));
    const found = await system.adapter.pricing?.quote({ ...(quoting as object), lines } as never, call());
    expect(found?.results).toEqual(lines.map(() => null));
  },
);
