import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type S4hana, startS4hana, users } from './start.ts';
import { clientOf, head, item, milliseconds, orderBody } from './testing.ts';

let erp: S4hana;
const { ask, fetchToken, forget, useToken } = clientOf(() => erp);
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', body, headers });
const orders = () => Number(erp.store.one('select count(*) as n from A_SalesOrder')?.n);
const ORDERS = 'API_SALES_ORDER_SRV/A_SalesOrder';

beforeAll(async () => {
  erp = await startS4hana();
});
beforeEach(async () => {
  erp.breakDown({});
  forget();
  await fetchToken();
});
afterAll(() => erp.close());

describe('vendor metadata: what a read names must exist, be filterable, and have its form', () => {
  test.each([
    ['API_NOTHING_SRV/A_Thing', 403, '/IWFND/MED/170', 'No service found'],
    ['API_OUTBOUND_DELIVERY_SRV/A_OutbDeliveryHeader', 403, '/IWFND/MED/170', 'No service found'],
    ['API_SALES_ORDER_SRV/SalesOrders', 404, /^[0-9A-F]{32}$/, "Resource not found for segment 'SalesOrders'"],
    [
      `${ORDERS}?$filter=Reference eq 'x'`,
      400,
      /^[0-9A-F]{32}$/,
      'Property Reference not found in type A_SalesOrderType',
    ],
    [`${ORDERS}?$select=SalesOrder,Total`, 400, /^[0-9A-F]{32}$/, 'Property Total not found in type A_SalesOrderType'],
    [`${ORDERS}?$expand=to_Lines`, 400, /^[0-9A-F]{32}$/, 'Property to_Lines not found'],
    [`${ORDERS}?$orderby=Created desc`, 400, /^[0-9A-F]{32}$/, 'Property Created not found'],
    [`${ORDERS}?$search=x`, 400, /^[0-9A-F]{32}$/, "'$search' that is not allowed"],
    [`${ORDERS}?$filter=contains(SoldToParty,'1')`, 400, /^[0-9A-F]{32}$/, 'Property contains not found'],
    [`${ORDERS}?$filter=tolower(PurchaseOrderByCustomer) eq 'x'`, 501, /^[0-9A-F]{32}$/, 'tolower is not supported'],
    [`${ORDERS}?$filter=CreationDate ge '2026-01-01'`, 400, /^[0-9A-F]{32}$/, 'Invalid literal'],
    [`${ORDERS}?$filter=CreationDate ge 2026-01-01`, 400, /^[0-9A-F]{32}$/, 'Invalid'],
    [`${ORDERS}?$filter=LastChangeDateTime gt datetime'2026-01-01T00:00:00'`, 400, /^[0-9A-F]{32}$/, 'Invalid literal'],
    [`${ORDERS}?$filter=TotalNetAmount gt 100.5`, 400, /^[0-9A-F]{32}$/, 'Invalid literal 100.5'],
    [`${ORDERS}?$filter=SoldToParty eq 10100001`, 400, /^[0-9A-F]{32}$/, 'Invalid literal'],
    [`${ORDERS}(SalesOrder='1',SalesOrderItem='10')`, 400, /^[0-9A-F]{32}$/, 'not found in type'],
    ["API_SALES_ORDER_SRV/A_SalesOrderItem('1')", 400, /^[0-9A-F]{32}$/, 'Invalid key predicate'],
    [`${ORDERS}('999')`, 404, '/IWBEP/CM_MGW_RT/020', 'Resource not found for entity'],
    [`${ORDERS}('10001')/to_Invoices`, 404, /^[0-9A-F]{32}$/, "segment 'to_Invoices'"],
    [`${ORDERS}('10001')?$filter=SalesOrder eq '1'`, 400, /^[0-9A-F]{32}$/, 'not allowed for a single entity'],
    [
      "API_SALES_ORDER_SRV/A_SalesOrderText?$filter=LongText eq 'x'",
      400,
      '/IWBEP/CM_MGW_RT/176',
      'LongText is not filterable',
    ],
    [`${ORDERS}?$filter=SalesOrder/Item eq '1'`, 400, /^[0-9A-F]{32}$/, 'not found in type'],
    ["API_BILLING_DOCUMENT_SRV/GetPDF?Document='1'", 400, /^[0-9A-F]{32}$/, "Missing parameter 'BillingDocument'"],
    [
      "API_PRODUCT_AVAILY_INFO_BASIC/DetermineAvailabilityAt?Material='TG11'&SupplyingPlant='1010'&ATPCheckingRule='A'",
      400,
      /^[0-9A-F]{32}$/,
      'RequestedUTCDateTime',
    ],
  ] as const)('%s', async (path, status, code, words) => {
    const { status: is, error } = await ask(path);
    expect({ status: is, words: error.words }).toEqual({ status, words: expect.stringContaining(words) });
    expect(error.code).toMatch(code);
  });

  test('no JSON for who does not ask for it, and an address that is too long is refused', async () => {
    expect((await ask(ORDERS, { headers: { accept: '*/*' } })).headers.get('content-type')).toContain('atom+xml');
    expect((await ask(`${ORDERS}?$format=json`, { headers: { accept: '*/*' } })).json.d.results).toBeDefined();
    expect((await ask(`${ORDERS}?$filter=SalesOrder eq '${'1'.repeat(8200)}'`)).status).toBe(414);
  });

  test('recorded: the forms of a list', async () => {
    const { json } = await ask(
      `${ORDERS}?$filter=PurchaseOrderByCustomer eq 'PO-4711'&$expand=to_Item&$inlinecount=allpages&$top=1`,
    );
    expect(json.d.__count).toBe('2');
    const [order] = json.d.results;
    expect(order.__metadata).toMatchObject({
      type: 'API_SALES_ORDER_SRV.A_SalesOrderType',
      etag: expect.stringMatching(/^W\/"datetimeoffset'[^']*%3A[^']*'"$/),
    });
    expect(order).toMatchObject({
      PurchaseOrderByShipToParty: '',
      CustomerPurchaseOrderDate: null,
      TotalNetAmount: expect.stringMatching(/^\d+\.\d\d$/),
      SalesOrderType: 'OR',
    });
    expect(order.CreationDate).toMatch(/^\/Date\(\d+\)\/$/);
    expect(order.LastChangeDateTime).toMatch(/^\/Date\(\d+\+0000\)\/$/);
    expect(order.to_Text).toEqual({ __deferred: { uri: expect.stringContaining("/A_SalesOrder('10001')/to_Text") } });
    expect(order.to_Item.results[1]).toMatchObject({
      SalesOrderItem: '20',
      HigherLevelItem: '0',
      RequestedQuantity: '2.000',
      RequestedQuantityUnit: 'CAR',
      RequestedQuantitySAPUnit: 'KAR',
      RequestedQuantityISOUnit: 'CT',
    });
  });

  test('numbers are found with and without leading zeros; nothing is found by an empty text', async () => {
    for (const number of ['10100001', '0010100001'])
      expect((await ask(`API_BUSINESS_PARTNER/A_Customer('${number}')`)).json.d.Customer).toBe('10100001');
    expect((await ask("API_PRODUCT_SRV/A_Product('000000000000004711')")).json.d.Product).toBe('4711');
    const all = await ask("API_MATERIAL_STOCK_SRV/A_MatlStkInAcctMod?$filter=Material eq 'TG11'");
    expect(all.json.d.results.map((row: { InventoryStockType: string }) => row.InventoryStockType)).toEqual([
      '01',
      '02',
      '07',
      '01',
      '01',
    ]);
    const none = await ask(
      "API_MATERIAL_STOCK_SRV/A_MatlStkInAcctMod?$filter=Material eq 'TG11' and InventorySpecialStockType eq ''",
    );
    expect(none.json.d.results).toEqual([]);
  });

  test('pages carry an address of the next one', async () => {
    erp.breakDown({ pageSize: 20 });
    const first = (await ask(`${ORDERS}?$select=SalesOrder`)).json.d;
    const path = decodeURIComponent(first.__next).replace(/^.*\/sap\/opu\/odata\/sap\//, '');
    const second = (await ask(path)).json.d;
    expect(first.results).toHaveLength(20);
    expect(second.results[0].SalesOrder).toBe('10021');
    expect((await ask(`${ORDERS}/$count`)).text).toBe(String(orders()));
  });

  test('the language of a request decides units, document types and partner functions', async () => {
    const german = (await ask(`${ORDERS}('10001')?sap-language=DE&$expand=to_Item,to_Partner`)).json.d;
    expect(german.SalesOrderType).toBe('TA');
    expect(german.to_Item.results[0].RequestedQuantityUnit).toBe('ST');
    expect(german.to_Partner.results.map((each: { PartnerFunction: string }) => each.PartnerFunction)).toEqual([
      'AG',
      'WE',
      'RE',
      'RG',
    ]);
    const { error } = await post(`${ORDERS}?sap-language=TR`, orderBody({ SoldToParty: '1' }));
    expect(error).toMatchObject({ code: 'VP/200', words: '1 müşterisi mevcut değil' });
  });
});

describe('sign-in, client and CSRF protection', () => {
  test('a wrong password, no password and an unknown client are refused, the last without a word about why', async () => {
    expect((await ask(ORDERS, { user: null })).status).toBe(401);
    expect((await ask(ORDERS, { user: { name: 'BACKROOM', password: 'x' } })).status).toBe(401);
    expect((await ask(`${ORDERS}?sap-client=300`)).status).toBe(401);
    expect((await ask(`${ORDERS}?sap-client=100`)).json.d.results).toEqual([]);
  });
  test('five wrong passwords lock a user, also for the right one', async () => {
    const wrong = { name: users.otherArea.name, password: 'x' };
    for (let nth = 0; nth < 5; nth += 1) await ask(ORDERS, { user: wrong });
    expect((await ask(ORDERS, { user: users.otherArea })).status).toBe(401);
  });
  test('OAuth: client credentials give a token that ends', async () => {
    const grant = (id: string, secret: string) =>
      fetch(`${erp.url}/sap/bc/sec/oauth2/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
    expect((await grant('BACKROOM_CLIENT', 'x')).status).toBe(401);
    const { access_token } = (await (await grant('BACKROOM_CLIENT', 'client-secret')).json()) as {
      access_token: string;
    };
    const headers = { authorization: `Bearer ${access_token}` };
    expect((await ask(ORDERS, { user: null, headers })).status).toBe(200);
    erp.breakDown({ tokensEnd: true });
    expect((await ask(ORDERS, { user: null, headers })).status).toBe(401);
  });
  test.each([
    ['no token', () => useToken('')],
    ['another token', () => useToken('abc==')],
    ['a token without the cookies of its session', () => forgetCookies()],
    ['a token that ended', () => erp.breakDown({ csrfEnds: true })],
    ['a session that ended', () => erp.breakDown({ sessionsEnd: true })],
  ])('a write with %s is refused and nothing is stored', async (_name, spoil) => {
    const before = orders();
    spoil();
    const { status, headers, text } = await post(ORDERS, orderBody());
    expect([status, headers.get('x-csrf-token'), text]).toEqual([403, 'Required', 'CSRF token validation failed']);
    expect(orders()).toBe(before);
  });
  const forgetCookies = () => {
    forget();
    useToken('any==');
  };
  test('a role that misses a service, an area that is not the user’s, a service and a field of a newer release', async () => {
    erp.breakDown({
      withoutServices: ['API_CRDTMBUSINESSPARTNER'],
      withoutFields: ['A_SalesOrder.PurchaseOrderByShipToParty'],
    });
    expect((await ask('API_CRDTMBUSINESSPARTNER/CreditManagementAccount')).error.code).toBe('/IWFND/MED/170');
    expect((await ask(`${ORDERS}?$filter=PurchaseOrderByShipToParty eq 'x'`)).error.words).toContain(
      'not found in type',
    );
    expect((await post(ORDERS, orderBody())).error.words).toContain("'PurchaseOrderByShipToParty' is invalid");
    expect((await ask(ORDERS, { user: users.limited })).error.words).toContain('No authorization to access Service');
  });
});

describe('vendor metadata: what a write names must exist, be creatable, and have its form', () => {
  test.each([
    ['an unknown property', { Reference: 'x' }, [item], "'Reference' is invalid"],
    ['an unknown navigation', { to_Lines: [] }, [item], "'to_Lines' is invalid"],
    ['a property that is not creatable', { ExternalDocumentID: 'x' }, [item], "'ExternalDocumentID' is not creatable"],
    ['an amount', { TotalNetAmount: '1.00' }, [item], 'not creatable'],
    [
      'a text that is too long',
      { PurchaseOrderByShipToParty: 'x'.repeat(36) },
      [item],
      'longer than the maximum length 35',
    ],
    ['a date without a time', { RequestedDeliveryDate: '2026-12-24' }, [item], 'invalid value'],
    ['a day that is no midnight', { RequestedDeliveryDate: '/Date(1700000000123)/' }, [item], 'invalid value'],
    ['a quantity as a number', {}, [{ Material: 'T-2000', RequestedQuantity: 2 }], 'invalid value'],
    ['too many decimals', {}, [{ Material: 'T-2000', RequestedQuantity: '2.0001' }], 'invalid value'],
    ['letters in a number', {}, [{ ...item, SalesOrderItem: 'A1' }], 'invalid value'],
    ['a document flow', { to_SubsequentProcFlowDoc: [] }, [item], 'cannot be part of a deep insert'],
    ['one item where a list belongs', {}, { Material: 'T-2000' } as never, 'wrong multiplicity'],
    [
      'an internal unit where the external one belongs',
      {},
      [{ ...item, RequestedQuantityUnit: 'ST' }],
      'Unit ST is not created in language EN',
    ],
    [
      'a unit that the product does not have',
      {},
      [{ ...item, RequestedQuantityISOUnit: 'CT' }],
      'Unit KAR is not maintained for material T-2000',
    ],
    ['a type in another language', { SalesOrderType: 'TA' }, [item], 'Sales document type TA is not defined'],
    ['a sales area that does not exist', { SalesOrganization: '9999' }, [item], 'Sales area 9999 10 00 is not defined'],
    ['a customer of another sales area', { SoldToParty: '10100018' }, [item], 'not maintained for sales area'],
    ['a blocked customer', { SoldToParty: '10100008' }, [item], 'blocked for sales documents'],
    ['no customer', { SoldToParty: '' }, [item], 'Enter sold-to party'],
    ['a product that does not exist', {}, [{ ...item, Material: 'NONE' }], 'Material NONE does not exist'],
    ['a product without a sales view', {}, [{ ...item, Material: 'EINKAUF-1' }], 'is not defined for sales org.1010'],
    ['a blocked product', {}, [{ ...item, Material: '1850-ALT' }], 'it cannot be ordered'],
    [
      'a partner function of another language',
      { to_Partner: [{ PartnerFunction: 'WE', Customer: '10100002' }] },
      [item],
      'Partner function WE is not defined',
    ],
    [
      'a condition type of another procedure',
      {},
      [{ ...item, to_PricingElement: [{ ConditionType: 'PR00', ConditionRateValue: '1' }] }],
      'Condition type PR00',
    ],
    ['a text kind', { to_Text: [{ Language: 'EN', LongTextID: 'ZZZZ', LongText: 'x' }] }, [item], 'has no ID ZZZZ'],
    ['an incomplete document', {}, [], 'cannot be saved'],
    ['a product whose form demands more', {}, [{ ...item, Material: 'UNVOLL-1' }], 'cannot be saved'],
    ['a number of our own', { SalesOrder: '4711' }, [item], 'External number assignment'],
  ])('%s', async (_name, more, items, words) => {
    const before = orders();
    const { status, error } = await post(ORDERS, orderBody(more, items));
    expect({ status, words: error.words }).toEqual({ status: 400, words: expect.stringContaining(words) });
    expect(orders()).toBe(before);
  });
  test('a body of another type, an expansion, a write to what is read only, an update without a tag', async () => {
    expect((await post(ORDERS, orderBody(), { 'content-type': 'application/xml' })).status).toBe(415);
    expect((await post(`${ORDERS}?$expand=to_Item`, orderBody())).error.words).toContain('not allowed for a POST');
    expect((await post('API_BILLING_DOCUMENT_SRV/A_BillingDocument', {})).status).toBe(405);
    const patch = (headers: Record<string, string>, body: object = { PurchaseOrderByCustomer: 'X' }) =>
      ask(`${ORDERS}('10002')`, { method: 'PATCH', body, headers });
    expect((await patch({})).status).toBe(428);
    expect((await patch({ 'if-match': 'W/"old"' })).status).toBe(412);
    const { etag } = (await ask(`${ORDERS}('10002')`)).json.d.__metadata;
    expect((await patch({ 'if-match': etag })).status).toBe(204);
    expect((await patch({ 'if-match': etag })).status).toBe(412);
    expect((await patch({ 'if-match': '*' }, { TotalNetAmount: '1' })).error.words).toContain('not updatable');
    erp.breakDown({ locked: 1 });
    expect((await patch({ 'if-match': '*' })).error).toMatchObject({
      code: 'V1/042',
      words: expect.stringContaining('currently being processed by user HMEYER'),
    });
  });
  test('recorded: the envelope of a refusal', async () => {
    const { json, error } = await post(ORDERS, { ...head, to_Item: [] });
    expect(json.error.message).toEqual({ lang: 'en', value: 'The document  cannot be saved.' });
    expect(json.error.innererror).toMatchObject({
      application: { service_id: 'API_SALES_ORDER_SRV' },
      transactionid: expect.stringMatching(/^[0-9A-F]{32}$/),
    });
    expect(error.details.map(({ code }) => code)).toEqual([
      'SLS_LORD/033',
      'SLS_LORD/009',
      '/IWBEP/CX_MGW_BUSI_EXCEPTION',
    ]);
    expect(typeof json.error.innererror.errordetails[0].message).toBe('string');
  });
  test('a date in either form is the same day', async () => {
    for (const RequestedDeliveryDate of [milliseconds('2027-02-01'), '2027-02-01T00:00:00'])
      expect((await post(ORDERS, orderBody({ RequestedDeliveryDate }))).json.d.RequestedDeliveryDate).toBe(
        milliseconds('2027-02-01'),
      );
  });
});
