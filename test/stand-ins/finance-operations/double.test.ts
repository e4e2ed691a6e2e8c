import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sets } from './metadata.ts';
import { COMPANY } from './seed/cast.ts';
import { enter } from './seed/seed.ts';
import { apps, type FinanceOperations, startFinanceOperations } from './start.ts';
import { clientOf, head, line } from './testing.ts';

let erp: FinanceOperations;
const { ask, forget } = clientOf(() => erp);
const ORDERS = 'SalesOrderHeadersV2';
const LINES = 'SalesOrderLinesV3';
const order = async (more: object = {}) =>
  String((await ask(ORDERS, { method: 'POST', body: head(more) })).json.SalesOrderNumber);

beforeAll(async () => {
  erp = await startFinanceOperations();
});
beforeEach(() => {
  erp.breakDown({});
  forget();
});
afterAll(() => erp.close());

describe('what is not in the metadata is refused', () => {
  test.each([
    ['a set in another case', 'customersV3', 404, ''],
    ['a set that is none', 'SalesOrders', 404, ''],
    [
      'a field that is none',
      `${ORDERS}?$filter=Reference eq 'X'`,
      400,
      "Could not find a property named 'Reference' on type",
    ],
    ['a field in another case', `${ORDERS}?$select=salesOrderNumber`, 400, 'Could not find a property'],
    ['an enum as a text', `${ORDERS}?$filter=SalesOrderStatus eq 'Backorder'`, 400, 'incompatible types'],
    [
      'a choice that is none',
      `${ORDERS}?$filter=SalesOrderStatus eq Microsoft.Dynamics.DataEntities.SalesStatus'Open'`,
      400,
      'not a valid enumeration',
    ],
    [
      'another enum',
      `${ORDERS}?$filter=SalesOrderStatus eq Microsoft.Dynamics.DataEntities.NoYes'No'`,
      400,
      'incompatible types',
    ],
    ['a number as a text', `${LINES}?$filter=SalesPrice eq '5'`, 400, 'incompatible types'],
    ['a day without its time', `${ORDERS}?$filter=RequestedShippingDate eq 2026-01-01`, 400, ''],
    ['a function that it has not', `CustomersV3?$filter=tolower(OrganizationName) eq 'x'`, 400, ''],
    ['an option that it has not', `${ORDERS}?$search=x`, 400, 'not supported'],
    ['a navigation that is none', `${ORDERS}?$expand=Lines`, 400, 'Could not find a property'],
    ['half a key', `${ORDERS}(SalesOrderNumber='USMF-000001')`, 400, 'The key of'],
  ])('%s', async (_, path, status, words) => {
    const said = await ask(path);
    expect([said.status, said.words]).toEqual([status, expect.stringContaining(words)]);
  });
  test.each([
    ['a field that is none', { Reference: 'X' }, 'does not exist on type'],
    ['a choice that is none', { IsSalesProcessingStopped: 'true' }, 'Cannot convert the literal'],
    ['a number as a text', { TotalDiscountPercentage: '5' }, 'Cannot convert the literal'],
    ['a day without its time', { RequestedShippingDate: '2026-12-31' }, 'Cannot convert the literal'],
    ['a status', { SalesOrderStatus: 'Invoiced' }, 'does not allow editing'],
  ])('in a body: %s', async (_, more, words) => {
    const said = await ask(ORDERS, { method: 'POST', body: head(more) });
    expect([said.status, said.words]).toEqual([400, expect.stringContaining(words)]);
    expect(said.json.error).toMatchObject({ code: '', message: 'An error has occurred.' });
  });
  test('the envelope of a rule: one sentence, the Infolog behind it, a stack trace', async () => {
    const said = await ask('CustomersV3', { method: 'POST', body: { dataAreaId: 'usmf', CustomerGroupId: '10' } });
    expect(said.words).toBe(
      "Write failed for table row of type 'CustCustomerV3Entity'. Infolog: Error: Mandatory field 'Organization name' not set.",
    );
    expect(said.json.error.innererror).toMatchObject({
      type: expect.stringContaining('AxODataWriteException'),
      stacktrace: expect.stringContaining('at '),
    });
  });
});

describe('companies', () => {
  test('without cross-company a question sees the default company only, whatever its filter names', async () => {
    const filter = "$filter=dataAreaId eq 'usmf' and ItemNumber eq '1896-S'";
    expect((await ask(`ReleasedProductsV2?${filter}`)).json.value).toEqual([]);
    expect((await ask(`ReleasedProductsV2?cross-company=true&${filter}`)).json.value).toHaveLength(1);
    expect((await ask("ReleasedProductsV2?$filter=ItemNumber eq '1896-S'")).json.value).toMatchObject([
      { dataAreaId: 'dat', SalesPrice: 1 },
    ]);
  });
  test('names of companies and texts are compared without case; keys keep their blanks', async () => {
    const found = await ask(
      "CustomersV3?cross-company=true&$filter=dataAreaId eq 'USMF' and OrganizationName eq 'nordwerk maschinenbau gmbh'",
    );
    expect(found.json.value).toMatchObject([{ CustomerAccount: 'US-001' }]);
    const one = (key: string) => ask(`CustomersV3(dataAreaId='usmf',CustomerAccount='${key}')?cross-company=true`);
    expect((await one('%20US-015')).status).toBe(200);
    expect((await one('US-015')).status).toBe(404);
    expect((await ask("CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')")).status).toBe(404);
  });
});

describe('an order in steps', () => {
  test('a header draws a number, and has no lines, no totals and no dates yet', async () => {
    const said = await ask(ORDERS, { method: 'POST', body: head() });
    expect(said.status).toBe(201);
    expect(said.json).toMatchObject({
      SalesOrderNumber: expect.stringMatching(/^USMF-\d{6}$/),
      SalesOrderStatus: 'Backorder',
      AreTotalsCalculated: 'No',
      OrderTotalAmount: 0,
      ConfirmedShippingDate: '1900-01-01T12:00:00Z',
      CurrencyCode: 'EUR',
    });
    expect(
      (await ask(`${LINES}?cross-company=true&$filter=SalesOrderNumber eq '${said.json.SalesOrderNumber}'`)).json.value,
    ).toEqual([]);
  });
  test('lines come one by one; the older set shows the same ones', async () => {
    const number = await order();
    const made = await ask(LINES, {
      method: 'POST',
      body: line(number, { SalesPrice: 37.10551, LineDiscountPercentage: 0 }),
    });
    expect(made.json).toMatchObject({ LineNumber: 1, SalesPrice: 37.10551, LineAmount: 74.21, SalesUnitSymbol: 'ea' });
    await ask(LINES, { method: 'POST', body: line(number) });
    for (const set of [LINES, 'SalesOrderLines'])
      expect((await ask(`${set}?cross-company=true&$filter=SalesOrderNumber eq '${number}'`)).json.value).toHaveLength(
        2,
      );
  });
  test('nothing keeps a reference unique, and a copy keeps it', async () => {
    const reference = 'BR-TWICE';
    const first = await order({ CustomersOrderReference: reference });
    await order({ CustomersOrderReference: reference });
    erp.desk.copy(first);
    expect(erp.desk.ordersWith(reference)).toHaveLength(3);
  });
  test('prices are those of trade agreements, with the customer’s own discount, unless they are sent', async () => {
    const number = await order({ OrderingCustomerAccountNumber: 'US-011' });
    const own = await ask(LINES, {
      method: 'POST',
      body: line(number, { ItemNumber: 'STAFFEL-1', OrderedSalesQuantity: 10 }),
    });
    expect(own.json).toMatchObject({ SalesPrice: 8.5, LineDiscountPercentage: 15, LineAmount: 72.25 });
    const sent = await ask(LINES, { method: 'POST', body: line(number, { SalesPrice: 9, LineDiscountPercentage: 0 }) });
    expect(sent.json.LineAmount).toBe(18);
  });
  test.each([
    [
      'a customer that is none',
      ORDERS,
      head({ OrderingCustomerAccountNumber: 'NO' }),
      "'NO' in field 'Customer account'",
    ],
    ['a customer on hold', ORDERS, head({ OrderingCustomerAccountNumber: 'US-008' }), 'on hold'],
    ['a currency that is none', ORDERS, head({ CurrencyCode: 'XTS' }), "'XTS' in field 'Currency'"],
    ['an item that is none', LINES, { ItemNumber: 'NO' }, "'NO' in field 'Item number'"],
    ['an item that is stopped', LINES, { ItemNumber: '1850-ALT' }, 'is blocked for Sales order'],
    ['a unit that it has not', LINES, { SalesUnitSymbol: 'box' }, 'Unit conversion'],
    ['a line without a quantity', LINES, { OrderedSalesQuantity: undefined }, 'Mandatory field'],
  ])('refused: %s', async (_, set, more, words) => {
    const body = set === LINES ? line(await order(), more) : more;
    const said = await ask(set, { method: 'POST', body });
    expect([said.status, said.words]).toEqual([400, expect.stringContaining(words)]);
  });
  test('a reference that is too long is cut, and nothing says so', async () => {
    const said = await ask(ORDERS, { method: 'POST', body: head({ CustomerRequisitionNumber: 'X'.repeat(25) }) });
    expect(said.json.CustomerRequisitionNumber).toHaveLength(20);
  });
  test('a posted order takes no more lines', async () => {
    const number = await order();
    await ask(LINES, { method: 'POST', body: line(number) });
    erp.desk.deliver(number);
    erp.desk.invoice(number);
    expect((await ask(LINES, { method: 'POST', body: line(number) })).words).toContain('cannot be edited');
    const invoice = (await ask(`SalesInvoiceHeadersV2?cross-company=true&$filter=SalesOrderNumber eq '${number}'`)).json
      .value[0];
    expect(invoice).toMatchObject({
      CustomersOrderReference: 'BR-TEST',
      TotalInvoiceAmount: 28.56,
      TotalTaxAmount: 4.56,
    });
  });
  test('a change answers nothing, and a stale one is refused', async () => {
    const number = await order();
    const path = `${ORDERS}(dataAreaId='usmf',SalesOrderNumber='${number}')?cross-company=true`;
    const before = (await ask(path)).json['@odata.etag'];
    const change = (tag?: string) =>
      ask(path, { method: 'PATCH', body: { SalesOrderName: 'Changed' }, headers: tag ? { 'if-match': tag } : {} });
    expect(await change(before)).toMatchObject({ status: 204, text: '' });
    expect((await change(before)).status).toBe(412);
    expect((await change()).status).toBe(204);
  });
});

describe('a batch', () => {
  const changeSet = (...parts: string[]) =>
    [
      '--b',
      'Content-Type: multipart/mixed; boundary=c',
      '',
      ...parts.flatMap((part) => [
        '--c',
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        '',
        part,
      ]),
      '--c--',
      '--b--',
      '',
    ].join('\r\n');
  const post = (set: string, body: object) =>
    `POST ${set} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(body)}\r\n`;
  const send = (body: string) =>
    ask('$batch', { method: 'POST', body, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
  test('a change set is all or nothing', async () => {
    const good = await send(changeSet(post(ORDERS, head({ SalesOrderNumber: 'OWN-1' })), post(LINES, line('OWN-1'))));
    expect(good.text.match(/HTTP\/1\.1 201/g)).toHaveLength(2);
    const bad = await send(
      changeSet(post(ORDERS, head({ SalesOrderNumber: 'OWN-2' })), post(LINES, line('OWN-2', { ItemNumber: 'NO' }))),
    );
    expect(bad.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(bad.text).toContain('HTTP/1.1 400');
    expect((await ask(`${ORDERS}(dataAreaId='usmf',SalesOrderNumber='OWN-2')?cross-company=true`)).status).toBe(404);
  });
  test('reads go together', async () => {
    const part = (path: string) => [
      '--b',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      `GET ${path} HTTP/1.1`,
      'Accept: application/json',
      '',
      '',
    ];
    const said = await send([...part('Currencies?$top=1'), ...part('Nothing'), '--b--', ''].join('\r\n'));
    expect(said.text.match(/HTTP\/1\.1 (\d+)/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404']);
  });
});

describe('bad days', () => {
  const make = (reference: string) =>
    ask(ORDERS, { method: 'POST', body: head({ CustomersOrderReference: reference }) }).catch(() => null);
  test.each([
    ['cut', { dropAfterCommit: 1 }, null],
    ['504', { gatewayTimeout: 1 }, 504],
    ['503', { unavailableAfterCommit: 1 }, 503],
  ])('an answer that is lost after the commit: %s', async (name, fault, status) => {
    erp.breakDown(fault);
    expect((await make(`BR-LOST-${name}`))?.status ?? null).toBe(status);
    expect(erp.desk.ordersWith(`BR-LOST-${name}`)).toHaveLength(1);
  });
  test('a commit that comes late', async () => {
    erp.breakDown({ slowCommit: { ms: 100, times: 1, answer: '504' } });
    expect((await make('BR-LATE'))?.status).toBe(504);
    expect(erp.desk.ordersWith('BR-LATE')).toEqual([]);
    await expect.poll(() => erp.desk.ordersWith('BR-LATE').length).toBe(1);
  });
  test('half an order: the header is there, its lines fail', async () => {
    const number = await order();
    erp.breakDown({ linesFail: 1 });
    expect((await ask(LINES, { method: 'POST', body: line(number) })).status).toBe(500);
    expect(erp.desk.linesOf(number)).toEqual([]);
  });
  test('who has the lower priority is throttled first', async () => {
    erp.breakDown({ throttle: { below: 'Medium', retryAfterSeconds: 7, times: 9 } });
    const low = await ask('Currencies', { app: apps.limited });
    expect([low.status, low.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await ask('Currencies')).status).toBe(200);
    erp.breakDown({ throttle: { below: 'High', retryAfterSeconds: null, times: 1 } });
    const medium = await ask('Currencies');
    expect([medium.status, medium.headers.get('retry-after')]).toEqual([429, null]);
  });
  test('a token that ended, a right that is missing, a version without a field, a sequence at its end, a closed period', async () => {
    await ask('Currencies');
    erp.breakDown({ tokensEnd: true });
    expect((await ask('Currencies')).status).toBe(401);
    forget();
    expect((await ask(ORDERS, { app: apps.limited })).status).toBe(403);
    erp.breakDown({ withoutFields: [`${ORDERS}.CustomersOrderReference`] });
    expect((await ask(`${ORDERS}?$filter=CustomersOrderReference eq 'X'`)).status).toBe(400);
    erp.breakDown({ withoutSets: [LINES] });
    expect((await ask(LINES)).status).toBe(404);
    erp.breakDown({ numberSequence: 1 });
    expect((await ask(ORDERS, { method: 'POST', body: head() })).words).toContain('no more numbers');
    const entered = enter(erp.store, { OrderingCustomerAccountNumber: 'US-003' }, [['T-2000', '1']]);
    erp.breakDown({ periodClosed: true });
    expect(() => erp.desk.invoice(entered)).toThrow('not open');
  });
  test('pages say where they go on, up to what was asked for', async () => {
    erp.breakDown({ pageSize: 10 });
    const seen: string[] = [];
    for (
      let path: string | undefined =
        `ReleasedProductsV2?cross-company=true&$top=25&$select=ItemNumber&$filter=dataAreaId eq '${COMPANY}'`;
      path;
    ) {
      const { json } = await ask(path);
      seen.push(...json.value.map((row: { ItemNumber: string }) => row.ItemNumber));
      path = json['@odata.nextLink']?.split('/data/')[1];
    }
    expect([seen.length, new Set(seen).size]).toEqual([25, 25]);
  });
});

test('each set says where its names come from', () => {
  const by = Map.groupBy(sets.values(), ({ source }) => source);
  expect([...by.keys()].sort()).toEqual(['10.0.47', 'client', 'documentation', 'recorded']);
  expect(sets.get('CustomersV3')?.fields.size).toBe(309);
  expect(sets.get(ORDERS)?.fields.size).toBe(168);
});
