import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openOrders, receivable } from './credit.ts';
import { claim, enter } from './seed/documents.ts';
import { type S4hana, startS4hana } from './start.ts';
import { clientOf, head, item, milliseconds, orderBody } from './testing.ts';

let erp: S4hana;
const { ask, fetchToken, forget } = clientOf(() => erp);
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', body, headers });
const ORDERS = 'API_SALES_ORDER_SRV/A_SalesOrder';
const SIMULATION = 'API_SALES_ORDER_SIMULATION_SRV/A_SalesOrderSimulation';
const numbersWith = async (reference: string) =>
  (await ask(`${ORDERS}?$filter=PurchaseOrderByShipToParty eq '${reference}'&$select=SalesOrder`)).json.d.results.map(
    (row: { SalesOrder: string }) => row.SalesOrder,
  );

beforeAll(async () => {
  erp = await startS4hana();
});
beforeEach(async () => {
  erp.breakDown({});
  forget();
  await fetchToken();
});
afterAll(() => erp.close());

describe('orders', () => {
  test('one deep insert stores the whole order; the same reference a second time is another order', async () => {
    const body = orderBody({
      PurchaseOrderByShipToParty: 'BR-TWICE',
      RequestedDeliveryDate: milliseconds('2027-02-01'),
      to_Text: [{ Language: 'EN', LongTextID: 'TX01', LongText: 'Ring twice' }],
    });
    const { status, headers, json } = await post(ORDERS, body);
    expect(status).toBe(201);
    expect(headers.get('location')).toContain(`A_SalesOrder('${json.d.SalesOrder}')`);
    expect(json.d.to_Item.results[0]).toMatchObject({
      SalesOrderItem: '10',
      NetAmount: '24.00',
      TaxAmount: '4.56',
      RequestedQuantitySAPUnit: 'ST',
    });
    const again = await post(ORDERS, body);
    expect(await numbersWith('BR-TWICE')).toEqual([json.d.SalesOrder, again.json.d.SalesOrder]);
    const text = await ask(`${ORDERS}('${json.d.SalesOrder}')/to_Text`);
    expect(text.json.d.results[0].LongText).toBe('Ring twice');
  });
  test.each([
    ['cut after commit', { dropAfterCommit: 1 }],
    ['504 after commit', { gatewayTimeout: 1 }],
    ['503 after commit', { unavailableAfterCommit: 1 }],
  ])('%s: the order is there', async (name, faults) => {
    erp.breakDown(faults);
    await post(ORDERS, orderBody({ PurchaseOrderByShipToParty: name })).catch(() => null);
    expect(await numbersWith(name)).toHaveLength(1);
  });
  test('an order commits after the client has gone', async () => {
    erp.breakDown({ slowCommit: { ms: 60, times: 1, answer: '504' } });
    expect((await post(ORDERS, orderBody({ PurchaseOrderByShipToParty: 'LATE' }))).status).toBe(504);
    expect(await numbersWith('LATE')).toEqual([]);
    await expect.poll(() => numbersWith('LATE')).toHaveLength(1);
  });
  test.each([
    ['a missing partner', { incomplete: 1 }, 400, 'SLS_LORD/033'],
    ['an exhausted number range', { numberRange: 1 }, 400, 'NR/751'],
    ['an update task that fails', { updateAborts: 1 }, 500, '00/671'],
  ])('%s: nothing is stored', async (name, faults, status, code) => {
    erp.breakDown(faults);
    const said = await post(ORDERS, orderBody({ PurchaseOrderByShipToParty: name }));
    expect([said.status, said.error.code]).toEqual([status, code]);
    expect(await numbersWith(name)).toEqual([]);
  });
  test('over the limit: stored with a block and a warning; without a price: zero and a warning', async () => {
    const over = await post(
      ORDERS,
      orderBody({ SoldToParty: '10100002' }, [{ Material: '1896-S', RequestedQuantity: '100' }]),
    );
    expect(over.json.d.TotalCreditCheckStatus).toBe('B');
    expect(JSON.parse(over.headers.get('sap-message') ?? '')).toMatchObject({ code: 'VU/010', severity: 'warning' });
    expect(() => erp.desk.deliver(over.json.d.SalesOrder)).toThrow('blocked for delivery');
    const free = await post(ORDERS, orderBody({}, [{ Material: 'OHNE-PREIS', RequestedQuantity: '1' }]));
    expect(free.json.d.TotalNetAmount).toBe('0.00');
    expect(free.headers.get('sap-message')).toContain('V1/802');
  });
  test('a waiting approval locks the order; a repeated request is answered from memory where the tenant remembers', async () => {
    erp.breakDown({ approval: true, repeatable: true });
    const headers = { requestid: 'A'.repeat(32), repeatabilitycreation: '2026-11-29T02:00:00Z' };
    const first = await post(ORDERS, orderBody({ PurchaseOrderByShipToParty: 'REPEAT' }), headers);
    const second = await post(ORDERS, orderBody({ PurchaseOrderByShipToParty: 'REPEAT' }), headers);
    expect(second.headers.get('repeatabilityresult')).toBe('accepted');
    expect(second.json.d.SalesOrder).toBe(first.json.d.SalesOrder);
    const add = await post(`${ORDERS}('${first.json.d.SalesOrder}')/to_Item`, item);
    expect(add.error.code).toBe('V2/468');
  });
  test('the answer may leave out items that are stored', async () => {
    erp.breakDown({ emptyItems: 1 });
    const { json } = await post(ORDERS, orderBody());
    expect(json.d.to_Item.results).toEqual([]);
    expect((await ask(`${ORDERS}('${json.d.SalesOrder}')/to_Item`)).json.d.results).toHaveLength(1);
  });
  test('changes: a day, a quantity, another item, a rejection, a deletion; none of what was delivered', async () => {
    const { SalesOrder: number } = (await post(ORDERS, orderBody({}, [item, { ...item, Material: 'T-2005' }]))).json.d;
    const change = (path: string, body: unknown, method = 'PATCH') =>
      ask(`API_SALES_ORDER_SRV/${path}`, { method, ...(body ? { body } : {}), headers: { 'if-match': '*' } });
    const own = (nth: string) => `A_SalesOrderItem(SalesOrder='${number}',SalesOrderItem='${nth}')`;
    const moved = await change(`A_SalesOrder('${number}')`, { RequestedDeliveryDate: milliseconds('2027-03-01') });
    expect([moved.status, moved.headers.get('sap-message')]).toEqual([204, expect.stringContaining('SLS_LORD/025')]);
    expect((await change(own('10'), { RequestedQuantity: '5' })).status).toBe(204);
    expect((await change(own('20'), { SalesDocumentRjcnReason: '50' })).status).toBe(204);
    expect((await post(`${ORDERS}('${number}')/to_Item`, { ...item, Material: 'T-2010' })).json.d.SalesOrderItem).toBe(
      '30',
    );
    const order = (await ask(`${ORDERS}('${number}')?$expand=to_Item/to_ScheduleLine`)).json.d;
    expect(order).toMatchObject({ TotalNetAmount: '113.40', OverallSDDocumentRejectionSts: 'B' });
    expect(order.to_Item.results[0].to_ScheduleLine.results[0].ConfirmedDeliveryDate).toBe(milliseconds('2027-03-01'));
    erp.desk.deliver(number, '1', '10');
    expect((await change(own('10'), { RequestedQuantity: '4' })).error.code).toBe('V1/111');
    expect((await change(own('10'), null, 'DELETE')).error.code).toBe('V1/112');
    expect((await change(`A_SalesOrder('${number}')`, null, 'DELETE')).error.code).toBe('V1/112');
    expect((await change(own('30'), null, 'DELETE')).status).toBe(204);
  });
  test('delivered in part, then the rest; invoiced in part, then the rest: statuses, document flow and cents add up', async () => {
    const { SalesOrder: number } = (
      await post(
        ORDERS,
        orderBody({}, [
          { Material: 'T-2005', RequestedQuantity: '3' },
          { Material: 'MONTAGE', RequestedQuantity: '1' },
        ]),
      )
    ).json.d;
    const state = async () => (await ask(`${ORDERS}('${number}')`)).json.d;
    erp.desk.deliver(number, '0.333');
    expect(await state()).toMatchObject({ OverallDeliveryStatus: 'B', OverallOrdReltdBillgStatus: 'A' });
    const first = erp.desk.invoice(number);
    erp.desk.deliver(number);
    const second = erp.desk.invoice(number);
    expect(await state()).toMatchObject({
      OverallDeliveryStatus: 'C',
      OverallOrdReltdBillgStatus: 'C',
      OverallSDProcessStatus: 'C',
    });
    const nets = [first, second].map(({ TotalNetAmount }) => Number(TotalNetAmount));
    expect(nets.reduce((sum, net) => sum + net).toFixed(2)).toBe((await state()).TotalNetAmount);
    const flow = (await ask(`${ORDERS}('${number}')/to_SubsequentProcFlowDoc`)).json.d.results;
    expect(flow.map((each: { SubsequentDocumentCategory: string }) => each.SubsequentDocumentCategory).sort()).toEqual([
      'J',
      'J',
      'M',
      'M',
    ]);
  });
});

describe('recorded: a simulation', () => {
  const simulate = (more: object = {}, own: object = { ...item, to_PricingElement: [], to_ScheduleLine: [] }) =>
    post(SIMULATION, { ...head, ...more, to_Item: [own] });
  test('a simulation takes and shows a unit in the language of the request, as an order does', async () => {
    const asked = (unit: string) => ({
      ...orderBody({}, [{ ...item, RequestedQuantityUnit: unit }]),
      PurchaseOrderByShipToParty: undefined,
    });
    const shown = await ask(SIMULATION, { method: 'POST', body: asked('PC') });
    expect(shown.json.d.to_Item.results).toMatchObject([
      { RequestedQuantityUnit: 'PC', RequestedQuantitySAPUnit: 'ST', RequestedQuantityISOUnit: 'PCE' },
    ]);
    expect((await ask(SIMULATION, { method: 'POST', body: asked('ST') })).status).toBe(400);
  });
  test('answers 201 without a number, with its three notes, and only what was asked for', async () => {
    const before = erp.store.one('select count(*) as n from A_SalesOrder')?.n;
    const { status, headers, json } = await simulate({ to_Pricing: {}, to_Credit: {} });
    expect([status, json.d.SalesOrder, headers.get('location')]).toEqual([
      201,
      '',
      expect.stringContaining("A_SalesOrderSimulation('')"),
    ]);
    const notes = JSON.parse(headers.get('sap-message') ?? '');
    expect([notes.code, ...notes.details.map((each: { code: string }) => each.code)]).toEqual([
      'SLS_LORD/033',
      'V1/263',
      'SLS_LORD/009',
      'SLS_LORD/098',
    ]);
    expect(json.d.to_Pricing).toMatchObject({ TotalNetAmount: '24.00', TransactionCurrency: 'EUR' });
    expect(json.d.to_Credit.TotalCreditCheckStatus).toBe('A');
    expect(json.d.to_Item.results[0]).toMatchObject({
      NetAmount: '24.00',
      TaxAmount: '4.56',
      ConfdDelivQtyInOrderQtyUnit: '2.000',
    });
    const bare = await simulate({}, item);
    expect(bare.json.d.to_Pricing.__deferred).toBeDefined();
    expect(bare.json.d.to_Item.results[0]).toMatchObject({
      ConfdDelivQtyInOrderQtyUnit: '0.000',
      to_PricingElement: { __deferred: expect.anything() },
    });
    expect(erp.store.one('select count(*) as n from A_SalesOrder')?.n).toBe(before);
  });
  test('a manual percentage comes back beside the one that it supersedes; subtotals have no type, percentages no quantity', async () => {
    const manual = [{ ConditionType: 'DCM2', ConditionRateValue: '18' }];
    const { json } = await simulate(
      { SoldToParty: '10100011' },
      { Material: '1900-S', RequestedQuantity: '2', to_PricingElement: manual },
    );
    const elements: Record<string, string>[] = json.d.to_Item.results[0].to_PricingElement.results;
    expect(elements.filter(({ ConditionType }) => ConditionType === 'DCM2')).toMatchObject([
      {
        ConditionInactiveReason: 'M',
        ConditionRateValue: '-15.000000000',
        ConditionAmount: '-57.84',
        ConditionQuantity: '0',
        ConditionQuantityUnit: '',
      },
      { ConditionInactiveReason: '', ConditionRateValue: '-18.000000000', ConditionAmount: '-69.41' },
    ]);
    expect(elements.some(({ ConditionType }) => ConditionType === '')).toBe(true);
    expect(json.d.to_Item.results[0].NetAmount).toBe('316.19');
  });
  test.each([
    ['a price per hundred', {}, { Material: 'SCHRAUBE-M8', RequestedQuantity: '250' }, '58.63'],
    [
      'a carton of twelve',
      {},
      { Material: '1928-S', RequestedQuantity: '1', RequestedQuantityISOUnit: 'CT' },
      '658.80',
    ],
    ['a scale', {}, { Material: 'STAFFEL-1', RequestedQuantity: '12' }, '102.00'],
    ['a price of the customer', { SoldToParty: '10100002' }, { Material: 'T-2000', RequestedQuantity: '2' }, '19.98'],
    ['a price list', { SoldToParty: '10100012' }, { Material: 'T-2005', RequestedQuantity: '2' }, '30.00'],
    [
      'a price in another currency',
      { SoldToParty: '10100010' },
      { Material: 'T-2000', RequestedQuantity: '2' },
      '26.09',
    ],
    ['a price that somebody deleted', {}, { Material: 'TG11', RequestedQuantity: '1' }, '17.55'],
  ])('%s', async (_name, more, own, net) => {
    expect((await simulate(more, own)).json.d.to_Item.results[0].NetAmount).toBe(net);
  });
  test('what is short is promised after the replenishment time', async () => {
    const { json } = await simulate({}, { Material: 'KNAPP-2', RequestedQuantity: '3', to_ScheduleLine: [] });
    const lines = json.d.to_Item.results[0].to_ScheduleLine.results;
    expect(lines.at(-1).ConfdOrderQtyByMatlAvailCheck).toBe('3.000');
    const at = await ask(
      "API_PRODUCT_AVAILY_INFO_BASIC/DetermineAvailabilityOf?RequestedQuantityInBaseUnit=3m&Material='KNAPP-2'&SupplyingPlant='1010'&ATPCheckingRule='A'",
    );
    expect(at.json.d.DetermineAvailabilityOf.PeriodStartUTCDateTime).toBe(lines.at(-1).ConfirmedDeliveryDate);
  });
});

describe('money and goods after the order', () => {
  const items = async (invoice: string) =>
    (
      await ask(
        `API_OPLACCTGDOCITEMCUBE_SRV/A_OperationalAcctgDocItemCube?$filter=BillingDocument eq '${invoice}' and FinancialAccountType eq 'D'`,
      )
    ).json.d.results;
  const sold = async () => {
    const { SalesOrder: number } = (
      await post(ORDERS, orderBody({ SoldToParty: '10100003' }, [{ Material: 'T-2005', RequestedQuantity: '4' }]))
    ).json.d;
    erp.desk.deliver(number);
    return { number, invoice: String(erp.desk.invoice(number).BillingDocument) };
  };
  test('a part payment leaves the invoice open in full, beside an item of its own; the rest clears both', async () => {
    const { invoice } = await sold();
    erp.desk.pay(invoice, '50');
    const [open] = await items(invoice);
    expect(open).toMatchObject({
      IsCleared: false,
      AmountInTransactionCurrency: '92.11',
      DocumentReferenceID: invoice.padStart(10, '0'),
    });
    const [paid] = (
      await ask(
        `API_OPLACCTGDOCITEMCUBE_SRV/A_OperationalAcctgDocItemCube?$filter=InvoiceReference eq '${open.AccountingDocument}'`,
      )
    ).json.d.results;
    expect(paid).toMatchObject({ AmountInTransactionCurrency: '-50.00', DebitCreditCode: 'H', IsCleared: false });
    erp.desk.pay(invoice);
    expect((await items(invoice))[0].IsCleared).toBe(true);
  });
  test('the PDF comes in lines of base64, or not at all where no output exists; a closed period stops an invoice', async () => {
    const { invoice } = await sold();
    const { json } = await ask(`API_BILLING_DOCUMENT_SRV/GetPDF?BillingDocument='${invoice}'`);
    const text: string = json.d.GetPDF.BillingDocumentBinary;
    expect(text).toContain('\r\n');
    expect(Buffer.from(text, 'base64').toString('latin1')).toMatch(/^%PDF-/);
    expect((await ask("API_BILLING_DOCUMENT_SRV/GetPDF?BillingDocument='90000001'")).error.code).toBe('APOC/015');
    const { SalesOrder: number } = (await post(ORDERS, orderBody())).json.d;
    erp.desk.deliver(number);
    erp.breakDown({ periodClosed: true });
    expect(() => erp.desk.invoice(number)).toThrow('is not open');
  });
  test('a return of an invoice: at most what was invoiced, with a reason; received, credited, and the open item is smaller', async () => {
    const { invoice, number } = await sold();
    const body = (quantity: string, more: object = {}) => ({
      ...{
        CustomerReturnType: 'CBRE',
        SalesOrganization: '1010',
        DistributionChannel: '10',
        OrganizationDivision: '00',
        SoldToParty: '10100003',
      },
      ...{ SDDocumentReason: '102', PurchaseOrderByCustomer: 'BR-RETURN', ReferenceSDDocument: invoice, ...more },
      to_Item: [
        {
          Material: 'T-2005',
          RequestedQuantity: quantity,
          RequestedQuantityUnit: 'PC',
          ReturnReason: '003',
          ReferenceSDDocument: invoice,
          ReferenceSDDocumentItem: '10',
        },
      ],
    });
    const RETURNS = 'API_CUSTOMER_RETURN_SRV/A_CustomerReturn';
    expect((await post(RETURNS, body('5'))).error.code).toBe('V1/462');
    expect((await post(RETURNS, body('1', { SDDocumentReason: '' }))).error.code).toBe('V1/053');
    expect((await post(RETURNS, body('1', { ReferenceSDDocumentCategory: 'M' }))).error.words).toContain(
      'not creatable',
    );
    const made = (await post(RETURNS, body('1'))).json.d;
    expect(made).toMatchObject({
      HeaderBillingBlockReason: '08',
      OverallSDProcessStatus: 'A',
      TotalNetAmount: '19.35',
      ReferenceSDDocumentCategory: 'M',
    });
    expect((await post(RETURNS, body('4'))).error.code).toBe('V1/462');
    expect(erp.desk.returnsOf(number).map(({ CustomerReturn }) => CustomerReturn)).toEqual([made.CustomerReturn]);
    erp.desk.receiveReturn(made.CustomerReturn);
    const credit = erp.desk.creditReturn(made.CustomerReturn);
    expect(credit).toMatchObject({ SDDocumentCategory: 'O', TotalGrossAmount: '23.03' });
    expect((await ask(`${RETURNS}('${made.CustomerReturn}')`)).json.d.OverallSDProcessStatus).toBe('C');
    const [entry] = await items(String(credit.BillingDocument));
    expect(entry).toMatchObject({ AmountInTransactionCurrency: '-23.03' });
  });
  test('what people enter in SAP’s own apps counts in exposure: ordered, invoiced, claimed, credited', () => {
    const figures = () => [openOrders(erp.store, '10100013'), receivable(erp.store, '10100013')];
    const number = enter(erp.store, { SoldToParty: '10100013' }, [['T-2005', '10']]);
    expect(figures()).toEqual(['230.27', '0']);
    erp.desk.deliver(number);
    const invoice = String(erp.desk.invoice(number).BillingDocument);
    expect(figures()).toEqual(['0', '230.27']);
    erp.desk.creditRequest(claim(erp.store, invoice, '1', 'request'));
    expect(figures()).toEqual(['0', '207.24']);
  });
  test('the ledger may lag behind; an order is seen at once', async () => {
    const { invoice, number } = await sold();
    erp.breakDown({ replicaLagMs: 60_000 });
    expect(await items(invoice)).toEqual([]);
    expect((await ask(`${ORDERS}('${number}')`)).status).toBe(200);
  });
});

describe('$batch', () => {
  const send = (parts: readonly string[]) =>
    ask('API_SALES_ORDER_SRV/$batch', {
      method: 'POST',
      body: [...parts.map((part) => `--b1\r\n${part}\r\n`), '--b1--'].join(''),
      headers: { 'content-type': 'multipart/mixed; boundary=b1' },
    });
  const read = (path: string) =>
    `Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET ${path} HTTP/1.1\r\nAccept: application/json\r\n\r\n`;
  const changes = (...bodies: object[]) =>
    `Content-Type: multipart/mixed; boundary=c1\r\n\r\n${bodies.map((body) => `--c1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nPOST A_SalesOrder HTTP/1.1\r\nContent-Type: application/json\r\nAccept: application/json\r\n\r\n${JSON.stringify(body)}\r\n`).join('')}--c1--`;
  test('reads answer one by one, also where one is refused', async () => {
    const { status, text } = await send([
      read("A_SalesOrder('10001')"),
      read("A_SalesOrder('999')"),
      read('A_SalesOrder?$top=1'),
    ]);
    expect(status).toBe(202);
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200']);
  });
  test('a changeset takes one order, and all or nothing', async () => {
    const made = await send([changes(orderBody({ PurchaseOrderByShipToParty: 'BATCH' }))]);
    expect(made.text).toContain('HTTP/1.1 201');
    const two = await send([
      changes(orderBody({ PurchaseOrderByShipToParty: 'BATCH' }), orderBody({ PurchaseOrderByShipToParty: 'BATCH' })),
    ]);
    expect(two.text).toContain('HTTP/1.1 400');
    expect(await numbersWith('BATCH')).toHaveLength(1);
  });
});
