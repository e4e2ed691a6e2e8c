import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apps, type BusinessCentral, ENVIRONMENT, startBusinessCentral, TENANT } from './start.ts';

let erp: BusinessCentral;
let token = '';
const scope = 'https://api.businesscentral.dynamics.com/.default';
const signIn = async (change: Record<string, string> = {}) => {
  const { clientId, secret } = apps.full;
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret, scope, ...change };
  return fetch(`${erp.url}/${TENANT}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
};
type Asked = { method?: string; headers?: Record<string, string>; body?: unknown };
async function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  const response = await fetch(`${erp.url}/v2.0/${TENANT}/${ENVIRONMENT}/api/v2.0/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const json = text.startsWith('{') ? JSON.parse(text) : {};
  return {
    status: response.status,
    headers: response.headers,
    text,
    json,
    error: json.error as { code: string; message: string },
  };
}
const at = (path: string) => `companies(${erp.company})/${path}`;
const post = (set: string, body: object, headers: Record<string, string> = {}) =>
  ask(at(set), { method: 'POST', body, headers });
const order = { customerNumber: '10000', externalDocumentNumber: 'TEST-1' };
const line = { lineType: 'Item', lineObjectNumber: 'T-2000', quantity: 2 };
const orders = () => Number(erp.store.one('select count(*) as n from salesOrders')?.n);

beforeAll(async () => {
  erp = await startBusinessCentral();
  token = ((await (await signIn()).json()) as { access_token: string }).access_token;
});
beforeEach(() => erp.breakDown({}));
afterAll(() => erp.close());

describe('documentation and source: what Business Central refuses, in its own words', () => {
  test.each([
    ['products', 404, 'BadRequest_ResourceNotFound', "Resource not found for the segment 'products'."],
    [
      "customers?$filter=name eq 'x'",
      400,
      'BadRequest',
      "Could not find a property named 'name' on type 'Microsoft.NAV.customer'.",
    ],
    [
      'items?$select=number,price',
      400,
      'BadRequest',
      "Could not find a property named 'price' on type 'Microsoft.NAV.item'.",
    ],
    [
      "salesOrders?$filter=number eq 'NONE'&$expand=lines",
      400,
      'BadRequest',
      "Could not find a property named 'lines' on type 'Microsoft.NAV.salesOrder'.",
    ],
    [
      "salesInvoices?$filter=status eq 'Posted'",
      400,
      'BadRequest',
      "The string 'Posted' is not a valid enumeration type constant.",
    ],
    [
      "customers?$filter=id eq '4b3d2c68-1e0c-4127-a585-67caa4b89a47'",
      400,
      'BadRequest',
      "Found operand types 'Edm.Guid' and 'Edm.String'",
    ],
    ['customers(10000)', 400, 'BadRequest_NotFound', 'Bad Request - Error in query syntax'],
    ['customers(4b3d2c68-1e0c-4127-a585-67caa4b89a47)', 404, 'Internal_RecordNotFound', 'The Customer does not exist.'],
    [
      'salesOrderLines',
      400,
      'Application_DialogException',
      'You must specify an Id or a Document Id to get the lines.',
    ],
    ["customers?$filter=taxRegistrationNumber eq 'DE811000019'", 400, 'BadRequest', 'cannot be filtered by'],
    [
      "customers?$filter=number eq '1' or email eq 'x'",
      501,
      'BadRequest_MethodNotImplemented',
      'over different fields',
    ],
  ])('a read of %s', async (path, status, code, words) => {
    const answer = await ask(at(path));
    expect([answer.status, answer.error.code]).toEqual([status, code]);
    expect(answer.error.message).toContain(words);
    expect(answer.error.message).toMatch(/ {2}CorrelationId: {2}[0-9a-f-]{36}\.$/);
  });

  test.each([
    [
      'no customer',
      { externalDocumentNumber: 'X' },
      'Application_DialogException',
      'A "customerNumber" or a "customerId" must be provided.',
    ],
    ['a stranger', { customerNumber: '99' }, 'Application_DialogException', 'The sell-to customer cannot be found.'],
    [
      'a blocked customer',
      { customerNumber: '10041' },
      'Application_DialogException',
      'Customer 10041 is blocked with type Ship',
    ],
    ['a number', { ...order, number: 'A1' }, 'Application_DialogException', 'You may not enter numbers manually.'],
    [
      'a field that there is not',
      { ...order, yourReference: 'x' },
      'BadRequest',
      "The property 'yourReference' does not exist on type 'Microsoft.NAV.salesOrder'.",
    ],
    [
      'a field that is read only',
      { ...order, status: 'Open' },
      'BadRequest_InvalidOperation',
      "Control 'status' is read-only",
    ],
    [
      'a long reference',
      { ...order, externalDocumentNumber: 'x'.repeat(36) },
      'Application_StringExceededLength',
      'less than or equal to 35 characters',
    ],
    [
      'an unknown currency',
      { ...order, currencyCode: 'XTS' },
      'Application_DialogException',
      'The "currencyCode" does not match to a Currency.',
    ],
    [
      'a moment for a day',
      { ...order, orderDate: '2026-11-28T10:00:00Z' },
      'BadRequest',
      "to the expected type 'Edm.Date'",
    ],
    [
      'an amount as a text',
      { ...order, salesOrderLines: [{ ...line, quantity: '2' }] },
      'BadRequest',
      "parameter 'IEEE754Compatible'",
    ],
    [
      'a line without a type',
      { ...order, salesOrderLines: [{ lineObjectNumber: 'T-2000', quantity: 1 }] },
      'Internal_InvalidTableRelation',
      '(Standard Text)',
    ],
    [
      'another unit',
      { ...order, salesOrderLines: [{ ...line, unitOfMeasureCode: 'KARTON' }] },
      'Internal_InvalidTableRelation',
      '(Item Unit of Measure)',
    ],
    [
      'a sequence',
      { ...order, salesOrderLines: [{ ...line, sequence: 10000 }] },
      'Internal_ServerError',
      'You cannot change the value of the SystemId field',
    ],
  ])('an order with %s stores nothing', async (_, body, code, words) => {
    const before = orders();
    const answer = await post('salesOrders', body);
    expect(answer.error.code).toBe(code);
    expect(answer.error.message).toContain(words);
    expect(orders()).toBe(before);
  });

  test('a token that is none is found out before anything is done; a sign-in says what is wrong with it', async () => {
    const before = orders();
    const answer = await post('salesOrders', order, { authorization: 'Bearer none' });
    expect([answer.status, answer.error.code]).toEqual([401, 'Authentication_InvalidCredentials']);
    expect(orders()).toBe(before);
    for (const [change, code] of [
      [{ client_secret: 'x' }, 'AADSTS7000215'],
      [{ client_id: 'x' }, 'AADSTS700016'],
      [{ scope: 'x' }, 'AADSTS70011'],
    ] as const)
      expect(await (await signIn(change)).text()).toContain(code);
  });
});

describe('documentation: what Business Central does without a word', () => {
  test('two orders may have one external document number', async () => {
    for (let nth = 0; nth < 2; nth += 1) expect((await post('salesOrders', order)).status).toBe(201);
    const found = await ask(at("salesOrders?$filter=externalDocumentNumber eq 'TEST-1'&$select=number"));
    expect(found.json.value.length).toBeGreaterThanOrEqual(2);
  });
  test('a list in a filter is none in the old schema version: everything comes', async () => {
    const [old, modern] = [
      await ask(at("items?$filter=number in ('T-2000')")),
      await ask(at("items?$filter=number in ('T-2000')&$schemaversion=2.1")),
    ];
    expect(old.json.value.length).toBeGreaterThan(40);
    expect(modern.json.value).toHaveLength(1);
  });
  test('a list goes on at an absolute address, with what was asked', async () => {
    const first = await ask(at("items?$filter=startswith(number,'T-')&$select=number"), {
      headers: { prefer: 'odata.maxpagesize=40' },
    });
    const next = new URL(first.json['@odata.nextLink']);
    expect(next.origin).toBe(erp.url);
    const rest = await ask(next.href.split('/api/v2.0/')[1] ?? '');
    expect(first.json.value.length + rest.json.value.length).toBe(48);
  });
  test('a batch answers in any order, a hundred at most, and ends at the first failure unless told to go on', async () => {
    const of = (urls: string[]) => ({ requests: urls.map((url, id) => ({ id: String(id), method: 'GET', url })) });
    const two = of([at('nothing'), at('items?$top=1')]);
    const whole = await ask('$batch', { method: 'POST', body: two, headers: { prefer: 'odata.continue-on-error' } });
    expect(whole.json.responses.map(({ id, status }: { id: string; status: number }) => [id, status])).toEqual([
      ['1', 200],
      ['0', 404],
    ]);
    expect((await ask('$batch', { method: 'POST', body: two })).json.responses).toHaveLength(1);
    expect(
      (await ask('$batch', { method: 'POST', body: of(Array.from({ length: 101 }, () => at('items?$top=1'))) })).status,
    ).toBe(500);
  });
  test('a change wants the tag of what was read: none is 400, an old one 409', async () => {
    const { json } = await post('salesOrders', { ...order, salesOrderLines: [line] });
    const change = (headers: Record<string, string>) =>
      ask(at(`salesOrders(${json.id})`), { method: 'PATCH', body: { externalDocumentNumber: 'B' }, headers });
    expect((await change({})).error.code).toBe('BadRequest_InvalidToken');
    expect((await change({ 'if-match': json['@odata.etag'] })).status).toBe(200);
    const old = await change({ 'if-match': json['@odata.etag'] });
    expect([old.status, old.error.code]).toEqual([409, 'Request_EntityChanged']);
  });
  test('an order that is invoiced to its end is gone; its invoice keeps its numbers', async () => {
    const { json } = await post('salesOrders', { ...order, externalDocumentNumber: 'GONE-1', salesOrderLines: [line] });
    expect((await ask(at(`salesOrders(${json.id})/Microsoft.NAV.ShipAndInvoice`), { method: 'POST' })).status).toBe(
      204,
    );
    expect((await ask(at(`salesOrders(${json.id})`))).status).toBe(404);
    const left = await ask(
      at("salesInvoices?$filter=externalDocumentNumber eq 'GONE-1'&$select=orderId,orderNumber,status"),
    );
    expect(left.json.value).toMatchObject([{ orderId: json.id, orderNumber: json.number, status: 'Open' }]);
  });
});

describe('bad days, by the admin port', () => {
  const faults = (body: object) => fetch(`${erp.adminUrl}/faults`, { method: 'PUT', body: JSON.stringify(body) });
  test.each([
    ['503 before', { unavailable: 1 }, 503, 0],
    ['503 after the commit', { unavailableAfterCommit: 1 }, 503, 1],
    ['504 after the commit', { gatewayTimeout: 1 }, 504, 1],
    ['429 without a time', { busy: { retryAfterSeconds: null, times: 1 } }, 429, 0],
    ['the page of a proxy', { html: 1 }, 200, 0],
    ['a change by somebody else', { changed: 1 }, 409, 0],
  ])('%s', async (_, fault, status, stored) => {
    await faults(fault);
    const before = orders();
    expect((await post('salesOrders', order)).status).toBe(status);
    expect(orders() - before).toBe(stored);
  });
  test('half an order: its head is there, its lines are not, and nobody is told', async () => {
    await faults({ halfOrder: 1 });
    await expect(
      post('salesOrders', { ...order, externalDocumentNumber: 'HALF-1', salesOrderLines: [line] }),
    ).rejects.toThrow();
    const found = await ask(at("salesOrders?$filter=externalDocumentNumber eq 'HALF-1'&$expand=salesOrderLines"));
    expect(found.json.value).toMatchObject([{ salesOrderLines: [] }]);
  });
  test('a commit comes after the gateway has given up', async () => {
    await faults({ slowCommit: { ms: 30, times: 1, answer: '504' } });
    const before = orders();
    expect((await post('salesOrders', order)).status).toBe(504);
    expect(orders()).toBe(before);
    await expect.poll(orders).toBe(before + 1);
  });
  test('a replica is behind; the primary is not', async () => {
    await faults({ replicaLagMs: 60_000 });
    const { json } = await post('salesOrders', order);
    const read = (headers: Record<string, string>) => ask(at(`salesOrders(${json.id})`), { headers });
    expect((await read({ 'data-access-intent': 'ReadOnly' })).status).toBe(404);
    expect((await read({})).status).toBe(200);
  });
  test('a fault that there is not is refused', async () => {
    expect((await faults({ earthquake: true })).status).toBe(400);
  });
});
