import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lineOf } from './seed/seed.ts';
import { apps, type NetSuite, startNetSuite } from './start.ts';
import { assertion, clientOf, oauth1, signIn } from './testing.ts';

const source = `/** @NApiVersion 2.1 @NScriptType Restlet */
define(['N/render', 'N/record', 'N/error'], (render, record, error) => ({
  get: ({ action, id }) => {
    if (action === 'pdf') return { name: 'x', content: render.transaction({ entityId: Number(id), printMode: render.PrintMode.PDF }).getContents() };
    throw error.create({ name: 'BACKROOM_UNKNOWN', message: 'No such action.' });
  },
  post: ({ customer, item, quantity }) => {
    const order = record.create({ type: record.Type.SALES_ORDER, isDynamic: true, defaultValues: { entity: customer } });
    order.selectNewLine({ sublistId: 'item' });
    order.setCurrentSublistValue({ sublistId: 'item', fieldId: 'item', value: item });
    order.setCurrentSublistValue({ sublistId: 'item', fieldId: 'quantity', value: quantity });
    return { rate: order.getCurrentSublistValue({ sublistId: 'item', fieldId: 'rate' }) };
  },
}));`;
let erp: NetSuite;
const { ask, query, forget } = clientOf(() => erp);
const body = (more: object = {}, item = 'T-2000', quantity = 2) => ({
  entity: { id: '3' },
  orderStatus: { id: 'B' },
  item: { items: [lineOf(erp.store, item, quantity)] },
  ...more,
});
const post = (more: object = {}, item?: string, quantity?: number) =>
  ask('record/v1/salesOrder', { method: 'POST', body: body(more, item, quantity) });
const itemId = (item: string) => lineOf(erp.store, item, 1).item.id;

beforeAll(async () => {
  erp = await startNetSuite({ restlets: { customscript_x: { deploy: 'customdeploy_x', source } } });
});
beforeEach(() => {
  erp.breakDown({});
  forget();
});
afterAll(() => erp.close());

describe('sign-in', () => {
  test.each([
    ['another audience', { aud: 'https://elsewhere.example/token' }, 400, 'invalid_grant'],
    ['another client', { iss: 'nobody' }, 400, 'invalid_grant'],
    ['a certificate that is none', { kid: 'nothing' }, 401, 'invalid_client'],
    ['an hour or more', { seconds: 3600 }, 400, 'invalid_request'],
    ['a scope that it has not', { scope: ['suite_analytics'] }, 400, 'invalid_scope'],
  ])('refused: %s', async (_, claims, status, error) => {
    const said = await signIn(erp, await assertion(apps.full, claims));
    expect([said.status, await said.json()]).toEqual([status, { error }]);
  });
  test('refused: the key of another certificate, and RS256', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    });
    expect((await signIn(erp, await assertion({ ...apps.full, privateKey: String(other) }))).status).toBe(400);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    expect(
      await (await signIn(erp, await assertion({ ...apps.full, privateKey: String(rsa) }, { alg: 'RS256' }))).json(),
    ).toEqual({ error: 'invalid_request' });
  });
  test('OAuth 1 signs the query; a nonce counts once, a wrong secret and realm do not', async () => {
    const url = `${erp.url}/services/rest/record/v1/salesOrder?limit=1&q=memo IS "a'b"`;
    const get = (authorization: string) => fetch(url, { headers: { authorization } }).then(({ status }) => status);
    const good = oauth1(apps.full, 'GET', url);
    expect([await get(good), await get(good)]).toEqual([200, 401]);
    expect(await get(oauth1(apps.full, 'GET', url.replace('limit=1', 'limit=2')))).toBe(401);
    expect(await get(oauth1({ ...apps.full, tokenSecret: 'x' }, 'GET', url))).toBe(401);
    expect(await get(oauth1(apps.full, 'GET', url, { oauth_timestamp: '1700000000' }))).toBe(401);
    expect(await get(oauth1(apps.full, 'GET', url).replace('1234567_SB1', '1234567-sb1'))).toBe(401);
  });
});

describe('what is not in the metadata is refused', () => {
  test.each([
    ['a record type', 'record/v1/salesOrders', 404, 'does not exist'],
    [
      'an instance',
      'record/v1/salesOrder/99999999',
      404,
      'The record instance does not exist. Provide a valid record instance ID.',
    ],
    ['an id', 'record/v1/salesOrder/SO1', 400, 'not valid'],
    ['a filter field', 'record/v1/salesOrder?q=reference IS "X"', 400, 'Provide a valid search query.'],
    ['an offset between pages', 'record/v1/salesOrder?limit=10&offset=5', 400, 'offset'],
  ])('%s', async (_, path, status, words) => {
    const said = await ask(path);
    expect([said.status, said.words]).toEqual([status, expect.stringContaining(words)]);
  });
  test.each([
    ['a field', { reference: 'X' }, 'Unknown property'],
    ['a field in another case', { otherrefnum: 'X' }, 'Unknown property'],
    ['a choice', { orderStatus: { id: 'F' } }, 'Invalid value'],
    ['a customer', { entity: { id: '9999' } }, 'Invalid reference key or id 9999'],
    ['a day', { tranDate: '01/02/2026' }, 'Invalid value'],
    ['a number as a text', { shippingCost: '5' }, 'Invalid value'],
    ['a text that is too long', { otherRefNum: 'X'.repeat(46) }, 'maximum number ( 45 )'],
    ['an address of another customer', { shipAddressList: { id: '1' } }, 'Invalid reference'],
  ])('in a body: %s', async (_, more, words) => {
    const said = await post(more);
    expect([said.status, said.words]).toEqual([400, expect.stringContaining(words)]);
    expect(said.headers.get('content-type')).toContain('type=error');
  });
  test('by default a misspelt field is dropped without a word', async () => {
    const said = await ask('record/v1/salesOrder', {
      method: 'POST',
      body: body({ otherRefNumber: 'X' }),
      headers: { 'x-netsuite-propertynamevalidation': 'Warning' },
    });
    expect(said.status).toBe(204);
    expect((await ask(`record/v1/salesOrder/${said.id}`)).json.otherRefNum).toBeUndefined();
  });
});

describe('orders', () => {
  test('204 with a Location; the record has prices, taxes and totals; sublists are links unless they are expanded', async () => {
    const made = await post({ otherRefNum: 'PO-1' }, 'STAFFEL-1', 10);
    expect(made).toMatchObject({ status: 204, id: expect.stringMatching(/^\d+$/) });
    const plain = (await ask(`record/v1/salesOrder/${made.id}`)).json;
    expect(plain).toMatchObject({
      id: made.id,
      otherRefNum: 'PO-1',
      status: { id: 'B', refName: 'Pending Fulfillment' },
      entity: { id: '3' },
      subtotal: 85,
      taxTotal: 16.15,
      total: 101.15,
    });
    expect(plain.item).toEqual({ links: [{ rel: 'self', href: expect.stringContaining('/item') }] });
    const whole = (await ask(`record/v1/salesOrder/${made.id}?expandSubResources=true`)).json;
    expect(whole.item.items).toMatchObject([
      { line: 1, quantity: 10, rate: 8.5, amount: 85, price: { id: '1', refName: 'Basispreis' } },
    ]);
  });
  test('an external id is unique among all transactions and without case', async () => {
    expect((await post({ externalId: 'BR-ONE' })).status).toBe(204);
    const again = await post({ externalId: 'br-one' });
    expect([again.status, again.words, again.json['o:errorDetails'][0]['o:errorCode']]).toEqual([
      400,
      'Error while accessing a resource. This entity already exists.',
      'USER_ERROR',
    ]);
    expect((await ask('record/v1/salesOrder/eid:BR-ONE')).json.externalId).toBe('BR-ONE');
    expect((await ask('record/v1/salesOrder/eid:BR-TWO')).status).toBe(404);
  });
  test('PUT by external id makes it once, then changes it', async () => {
    const put = (quantity: number) =>
      ask('record/v1/salesOrder/eid:BR-PUT', {
        method: 'PUT',
        body: { entity: { id: '3' }, item: { items: [{ line: 1, ...lineOf(erp.store, 'T-2000', quantity) }] } },
      });
    const first = await ask('record/v1/salesOrder/eid:BR-PUT', { method: 'PUT', body: body() });
    expect((await put(7)).id).toBe(first.id);
    expect((await ask(`record/v1/salesOrder/${first.id}?expandSubResources=true`)).json.item.items).toMatchObject([
      { quantity: 7 },
    ]);
  });
  test('a change merges lines by their number, or replaces them', async () => {
    const { id } = await post();
    await ask(`record/v1/salesOrder/${id}`, {
      method: 'PATCH',
      body: { item: { items: [lineOf(erp.store, 'T-2005', 1)] } },
    });
    const lines = async () => (await ask(`record/v1/salesOrder/${id}?expandSubResources=true`)).json.item.items;
    expect(await lines()).toHaveLength(2);
    await ask(`record/v1/salesOrder/${id}?replace=item`, {
      method: 'PATCH',
      body: { item: { items: [lineOf(erp.store, 'T-2010', 3)] } },
    });
    expect(await lines()).toMatchObject([{ quantity: 3 }]);
  });
  test.each([
    ['without a customer', { entity: undefined }, 'Please enter value(s) for: Customer.'],
    ['on hold', { entity: { id: '8' } }, 'credit hold'],
    ['in a currency that the customer has not', { currency: { id: '2' } }, 'Invalid reference key or id 2'],
    ['without lines', { item: { items: [] } }, 'at least one line item'],
  ])('refused: %s', async (_, more, words) => expect((await post(more)).words).toContain(words));
  test('a form shows what would be saved and keeps nothing', async () => {
    const said = await ask('record/v1/salesOrder?expandSubResources=true', {
      method: 'POST',
      body: body({ externalId: 'BR-FORM' }),
      headers: { accept: 'application/vnd.oracle.resource+json; type=create-form' },
    });
    expect(said).toMatchObject({ status: 200, json: { total: 28.56, item: { items: [{ rate: 12 }] } } });
    expect((await ask('record/v1/salesOrder/eid:BR-FORM')).status).toBe(404);
  });
  test('units, stock and what is committed', async () => {
    const before = (
      await query(
        `SELECT quantityavailable FROM inventoryitemlocations WHERE item = ${itemId('DUTZEND-1')} AND location = 1`,
      )
    ).json.items[0];
    const { id } = await post({}, 'DUTZEND-1', 2);
    const [line] = (await ask(`record/v1/salesOrder/${id}?expandSubResources=true`)).json.item.items;
    expect(line).toMatchObject({ rate: 12, amount: 24 });
    const after = (
      await query(
        `SELECT quantityavailable FROM inventoryitemlocations WHERE item = ${itemId('DUTZEND-1')} AND location = 1`,
      )
    ).json.items[0];
    expect(Number(before.quantityavailable) - Number(after.quantityavailable)).toBe(24);
    const [row] = (
      await query(
        `SELECT quantity, rate, BUILTIN.DF(units) AS unit FROM transactionline WHERE transaction = ${id} AND mainline = 'F' AND taxline = 'F'`,
      )
    ).json.items;
    expect(row).toEqual({ links: [], quantity: '-24', rate: '1', unit: 'Dutzend' });
  });
  test('a return follows a delivered order only', async () => {
    const number = erp.desk.enter({ ...body(), entity: { id: '3' } });
    const { id } = erp.desk.order(number);
    const back = () =>
      ask(`record/v1/salesOrder/${id}/!transform/returnAuthorization?replace=item`, {
        method: 'POST',
        body: { externalId: 'BR-RET', item: { items: [{ orderLine: 1, quantity: 1 }] } },
      });
    expect((await back()).words).toContain('That is not a valid record transformation');
    erp.desk.deliver(number);
    const made = await back();
    expect(made.status).toBe(204);
    expect((await ask(`record/v1/returnAuthorization/${made.id}?expandSubResources=true`)).json).toMatchObject({
      createdFrom: { id: String(id) },
      status: { refName: 'Pending Approval' },
      item: { items: [{ quantity: 1 }] },
    });
  });
});

describe('SuiteQL', () => {
  test('names in lower case, texts, the user’s format of days, and no empty columns', async () => {
    const { json } = await query(
      "SELECT ID, CompanyName, isInactive, email, creditLimit, BUILTIN.DF(currency) AS currencyname FROM Customer WHERE entityid = 'CUS1005'",
    );
    expect(json).toMatchObject({ count: 1, hasMore: false, totalResults: 1 });
    expect(json.items).toEqual([
      { links: [], id: '5', companyname: 'Müller Metallbau AG', isinactive: 'F', currencyname: 'Euro' },
    ]);
    const [row] = (
      await query(
        "SELECT trandate, TO_CHAR(trandate, 'YYYY-MM-DD') AS iso, status, BUILTIN.DF(status) AS words FROM transaction WHERE type = 'CustInvc' AND status = 'CustInvc:A' ORDER BY id FETCH FIRST 1 ROWS ONLY",
      )
    ).json.items;
    expect(row).toMatchObject({
      trandate: expect.stringMatching(/^\d{1,2}\/\d{1,2}\/\d{4}$/),
      iso: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      status: 'A',
      words: 'Open',
    });
  });
  test('joins, sums, sets and days', async () => {
    const { items } = (
      await query(
        "SELECT c.entityid, SUM(t.foreignamountunpaid) AS open, COUNT(*) AS n FROM transaction t INNER JOIN customer c ON c.id = t.entity WHERE t.type IN ('CustInvc') AND t.trandate >= TO_DATE('2020-01-01', 'YYYY-MM-DD') AND NVL(t.memo, '-') = '-' GROUP BY c.entityid ORDER BY c.entityid",
      )
    ).json;
    expect(items.length).toBeGreaterThan(1);
    expect(Number(items[0].open)).toBeGreaterThan(0);
  });
  test.each([
    ['an unknown column', 'SELECT customernumber FROM customer', "Unknown identifier 'customernumber'"],
    ['an unknown table', 'SELECT id FROM salesorder', 'Record ‘salesorder’ was not found'],
    ['LIMIT', 'SELECT id FROM customer LIMIT 5', 'Invalid or unsupported search'],
    ['anything but a question', 'DELETE FROM customer', 'Invalid or unsupported search'],
    [
      'an ISO day as a text',
      "SELECT id FROM transaction WHERE trandate > '2026-01-01'",
      'failed with date format "M/d/yy"',
    ],
    ['an open string', "SELECT id FROM customer WHERE companyname = 'O'Neil'", 'Invalid or unsupported search'],
  ])('refused: %s', async (_, q, words) => {
    const said = await query(q);
    expect([said.status, said.words]).toEqual([400, expect.stringContaining(words)]);
  });
  test('without "Prefer: transient" it is no question; pages follow each other', async () => {
    expect((await ask('query/v1/suiteql', { method: 'POST', body: { q: 'SELECT id FROM item' } })).status).toBe(400);
    const page = (await query('SELECT id FROM item ORDER BY id', { page: '?limit=5&offset=5' })).json;
    expect(page).toMatchObject({ count: 5, offset: 5, hasMore: true });
    expect(page.items[0].id).toBe('6');
  });
  test('it may be behind the records, which are not', async () => {
    erp.breakDown({ replicaLagMs: 3_600_000 });
    const { id } = await post({ externalId: 'BR-LAG' });
    const found = () => query(`SELECT id FROM transaction WHERE id = ${id}`).then(({ json }) => json.count);
    expect(await found()).toBe(0);
    expect((await ask('record/v1/salesOrder/eid:BR-LAG')).status).toBe(200);
    erp.breakDown({});
    expect(await found()).toBe(1);
  });
});

describe('RESTlets run the script of the account', () => {
  const call = (params: string, more: RequestInit = {}) => {
    const url = `${erp.url}/app/site/hosting/restlet.nl?script=customscript_x&deploy=customdeploy_x${params}`;
    return fetch(url, {
      ...more,
      headers: { authorization: oauth1(apps.full, more.method ?? 'GET', url), 'content-type': 'application/json' },
    });
  };
  test('a PDF, a price as the form computes it, and errors by their name', async () => {
    const invoice = erp.store.ofType('invoice')[0];
    const { content } = (await (await call(`&action=pdf&id=${invoice?.id}`)).json()) as { content: string };
    expect(Buffer.from(content, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const price = await call('', {
      method: 'POST',
      body: JSON.stringify({ customer: 2, item: itemId('T-2000'), quantity: 1 }),
    });
    expect(await price.json()).toEqual({ rate: 9.99 });
    const wrong = await call('&action=none');
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { error: { code: 'BACKROOM_UNKNOWN' } }]);
    expect((await call('x')).status).toBe(400);
  });
});

describe('bad days', () => {
  test('the governor refuses the sixth call at once', async () => {
    erp.breakDown({ latencyMs: 150 });
    await ask('record/v1/customer/1');
    const said = await Promise.all(Array.from({ length: 7 }, () => ask('record/v1/customer/1')));
    expect(said.filter(({ status }) => status === 429)).toHaveLength(2);
    expect(said.find(({ status }) => status === 429)?.json['o:errorDetails'][0]).toEqual({
      detail: 'Concurrent request limit exceeded. Request blocked.',
      'o:errorCode': 'CONCURRENCY_LIMIT_EXCEEDED',
    });
  });
  test.each([
    ['cut', { dropAfterCommit: 1 }, null],
    ['504', { gatewayTimeout: 1 }, 504],
    ['a script that fails after the save', { scriptFailsAfterCommit: 1 }, 500],
  ])('an answer that is lost after the commit: %s', async (name, fault, status) => {
    await ask('record/v1/customer/1');
    erp.breakDown(fault);
    expect((await post({ externalId: `BR-LOST-${name}` }).catch(() => null))?.status ?? null).toBe(status);
    expect(erp.desk.ordersWith(`BR-LOST-${name}`)).toHaveLength(1);
  });
  test('a commit that comes late', async () => {
    await ask('record/v1/customer/1');
    erp.breakDown({ slowCommit: { ms: 100, times: 1, answer: '504' } });
    expect((await post({ externalId: 'BR-LATE' })).status).toBe(504);
    expect(erp.desk.ordersWith('BR-LATE')).toEqual([]);
    await expect.poll(() => erp.desk.ordersWith('BR-LATE').length).toBe(1);
  });
  test('rights: what the role may not see is missing, what it may not do is refused', async () => {
    const { json } = await ask('record/v1/customer/1', { app: apps.limited });
    expect(json).toMatchObject({ companyName: 'Nordwerk Maschinenbau GmbH' });
    expect(json.creditLimit).toBeUndefined();
    expect((await ask('record/v1/salesOrder', { app: apps.limited })).status).toBe(403);
    expect((await query('SELECT id FROM transaction', { app: apps.limited })).words).toContain('was not found');
  });
  test('scripts of the account refuse in their own words; forms demand fields by their label', async () => {
    erp.breakDown({ scriptRefuses: { words: 'Projekt fehlt', times: 1 }, mandatory: ['salesOrder.department'] });
    expect((await post()).words).toContain('Please enter value(s) for: Department.');
    erp.breakDown({ scriptRefuses: { words: 'Projekt fehlt', times: 1 } });
    expect((await post()).words).toBe('Error while accessing a resource. Projekt fehlt');
  });
  test('a copy keeps memo and PO number and gets no external id', async () => {
    const { id } = await post({ externalId: 'BR-COPY', otherRefNum: 'PO-COPY' });
    const number = (await ask(`record/v1/salesOrder/${id}`)).json.tranId;
    expect(erp.desk.copy(number)).toMatchObject({ external: null, body: { otherRefNum: 'PO-COPY' } });
  });
  test('a token that was ended is refused with 401', async () => {
    await ask('record/v1/customer/1');
    erp.breakDown({ tokensEnd: true });
    expect((await ask('record/v1/customer/1')).status).toBe(401);
  });
});
