import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD, startDimensions, USER } from '../../../../test/stand-ins/access/dimensions.ts';
import { SUBSCRIPTION, startFinancials, TOKEN } from '../../../../test/stand-ins/access/financials.ts';
import { ErpError } from '../contract/errors.ts';
import { declared } from './index.ts';
import { documentOf, faultText } from './parse.ts';
import { shipped } from './shipped.ts';

const call = () => ({ signal: AbortSignal.timeout(5000) });
const errorOf = async (work: Promise<unknown> | undefined): Promise<ErpError> => {
  const error = await work?.then(
    () => new Error('it went through'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ErpError)) throw error;
  return error;
};
const numbersIn = (page: { customers: readonly { number: string }[] } | undefined) =>
  page?.customers.map(({ number }) => number);

describe('a session', () => {
  let erp: Awaited<ReturnType<typeof startDimensions>>;
  beforeEach(async () => {
    erp = await startDimensions();
    return erp.close;
  });
  const adapterOf = (secret = PASSWORD) =>
    declared({
      url: erp.url,
      credentials: { key: USER, secret },
      settings: { document: shipped('access-dimensions') },
    });
  const search = (adapter: ReturnType<typeof adapterOf>, number: string) =>
    adapter.customers?.search({ queries: [{ erpNumber: number }] }, call());

  test('is begun once for calls that come together', async () => {
    const adapter = adapterOf();
    await Promise.all(['NORD01', 'KESS01', 'HAFE01'].map((number) => search(adapter, number)));
    expect(erp.counts.logIns).toBe(1);
  });
  test('that has ended, which a fault in an answer 200 says, is begun anew', async () => {
    const adapter = adapterOf();
    await search(adapter, 'NORD01');
    erp.endSessions();
    const found = await search(adapter, 'KESS01');
    expect(found?.results[0]?.[0]).toMatchObject({ number: 'KESS01', name: 'Kessler & Daughters Plant Ltd' });
    expect(erp.counts.logIns).toBe(2);
  });
  test('that ends at once again and again is not begun for ever', async () => {
    erp.endAtOnce();
    const error = await errorOf(search(adapterOf(), 'NORD01'));
    expect(error).toMatchObject({ kind: 'refused', words: 'The session has expired. Log in again.' });
    expect(erp.counts.logIns).toBe(2);
  });
  test('a wrong password is unauthorised, and is not tried again at each call', async () => {
    const adapter = adapterOf('wrong');
    for (let nth = 0; nth < 3; nth += 1) expect((await errorOf(search(adapter, 'NORD01'))).kind).toBe('unauthorised');
    expect(erp.counts.logIns).toBe(1);
  });
  test('any other fault in an answer 200 is a refusal in its words', async () => {
    const adapter = adapterOf();
    erp.faultNext('Customer record <CUCODE> is locked by user ANN');
    expect(await errorOf(search(adapter, 'NORD01'))).toMatchObject({
      kind: 'refused',
      words: 'Customer record is locked by user ANN',
    });
  });
  test('an empty list is the element around it, and an answer without that is another answer', async () => {
    expect((await search(adapterOf(), 'NOBODY'))?.results).toEqual([[]]);
    const document = shipped('access-dimensions').replaceAll(
      'GetCustomersResult.Customer',
      'GetCustomerResult.Customer',
    );
    const other = declared({ url: erp.url, credentials: { key: USER, secret: PASSWORD }, settings: { document } });
    expect(await errorOf(search(other, 'NOBODY'))).toMatchObject({
      kind: 'drift',
      field: 'customers.search.number.rows',
    });
  });
  test('stock is read digit for digit, and a code that is no XML is looked for as it is', async () => {
    const adapter = adapterOf();
    const codes = ['SALT-10', '</codes><token>x', 'T-2000'];
    const { results } = (await adapter.products?.resolve({ codes }, call())) ?? { results: [] };
    expect(results.map((each) => each?.name ?? null)).toEqual(['Softener salt <10 kg>', null, 'Ball valve 15 mm']);
    const stock = await adapter.stock?.availability({ productIds: ['SALT-10' as never] }, call());
    expect(stock?.results[0]).toMatchObject({ onHand: '8000.5', available: '8000.25', reserved: '0.25' });
  });
});

describe('pages of GraphQL', () => {
  let erp: Awaited<ReturnType<typeof startFinancials>>;
  beforeAll(async () => {
    erp = await startFinancials();
    return erp.close;
  });
  const document = shipped('access-financials');
  const adapterOf = (text = document) =>
    declared({ url: erp.url, credentials: { key: SUBSCRIPTION, secret: TOKEN }, settings: { document: text } });
  const list = (cursor: string | null) => adapterOf().customers?.list?.({ cursor }, call());

  test('go on at the ERP’s own cursor', async () => {
    const first = await list(null);
    const second = await list(first?.cursor ?? null);
    const third = await list(second?.cursor ?? null);
    expect([first, second, third].map(numbersIn)).toEqual([['NORD01', 'KESS01'], ['HARB01', 'TWIN01'], ['TWIN02']]);
    expect(third?.cursor).toBeNull();
  });
  test('a cursor that has expired is a refusal in an answer 200, and no shorter list', async () => {
    const first = await list(null);
    erp.endCursors();
    expect(await errorOf(list(first?.cursor ?? null))).toMatchObject({
      kind: 'refused',
      words: 'The cursor has expired.',
    });
  });
  test('an answer that does not say whether there is more is no end', async () => {
    erp.omitPages(true);
    const error = await errorOf(list(null));
    erp.omitPages(false);
    expect(error).toMatchObject({ kind: 'drift', field: 'customers.list.paging.more' });
  });
  test('a field that the schema does not have is named in the ERP’s words', async () => {
    const wrong = adapterOf(document.replace('{ town email }', '{ city email }'));
    expect(await errorOf(wrong.customers?.list?.({ cursor: null }, call()))).toMatchObject({
      kind: 'refused',
      words: 'The field `city` does not exist on the type `addressDetails`.',
    });
  });
  test('flows that nobody documented are not offered', async () => {
    const { flows, without } = await adapterOf().describe({}, call());
    expect(flows).toEqual(['customers']);
    expect(without).toContain('products.resolve');
    expect(adapterOf().orders).toBeUndefined();
  });
});

describe('answers of SOAP', () => {
  const asked: { headers: IncomingHttpHeaders; body: string }[] = [];
  let says: { status?: number; type?: string; body: string | Buffer } = { body: '' };
  let server: Server;
  let url = '';
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      asked.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response
        .writeHead(says.status ?? 200, { 'content-type': says.type ?? 'text/xml; charset=utf-8', connection: 'close' })
        .end(says.body);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  });
  afterAll(() => void server.close());
  const envelope = (body: string, namespace = 'http://schemas.xmlsoap.org/soap/envelope/') =>
    `<E:Envelope xmlns:E="${namespace}"><E:Body>${body}</E:Body></E:Envelope>`;
  const customer = (fields: string) =>
    envelope(
      `<r:GetCustomerResponse xmlns:r="urn:x"><GetCustomerResult>${fields}</GetCustomerResult></r:GetCustomerResponse>`,
    );
  const whole = '<ARDivisionNo>01</ARDivisionNo><CustomerNo>ABF</CustomerNo><CustomerName>A</CustomerName>';
  const document = shipped('sage-100');
  const get = (text = document, id = '01-ABF') =>
    declared({ url, credentials: { key: 'ann', secret: 'p&w<' }, settings: { document: text } }).customers?.get(
      { ids: [id as never] },
      call(),
    );

  test('what is sent is escaped, and has nothing that XML cannot have', async () => {
    says = { body: customer(whole) };
    await get(document, '01-<A>&"\u0001');
    expect(asked.at(-1)?.body).toContain('<Password>p&amp;w&lt;</Password>');
    expect(asked.at(-1)?.body).toContain('<customerNo>&lt;A&gt;&amp;&quot;</customerNo>');
    expect(asked.at(-1)?.headers).toMatchObject({
      soapaction: '"http://mas90.sage.com/ws/MasService/GetCustomer"',
      'content-type': 'text/xml; charset=utf-8',
    });
  });
  test('1.2 has its own envelope and names the action in the type', async () => {
    const fault =
      '<E:Fault><E:Code><E:Value>E:Sender</E:Value></E:Code><E:Reason><E:Text xml:lang="en">No such order</E:Text></E:Reason></E:Fault>';
    says = { status: 400, body: envelope(fault, 'http://www.w3.org/2003/05/soap-envelope') };
    const text = document.replace('version: "1.1"', 'version: "1.2"').replace(/ {2}kinds:\n(?: {4}- .*\n)+/, '');
    expect(await errorOf(get(text))).toMatchObject({ kind: 'refused', words: 'No such order' });
    expect(asked.at(-1)?.headers['content-type']).toBe(
      'application/soap+xml; charset=utf-8; action="http://mas90.sage.com/ws/MasService/GetCustomer"',
    );
    expect(asked.at(-1)?.body).toContain('xmlns:soap="http://www.w3.org/2003/05/soap-envelope"');
  });
  test('a nil element is none, a text with a language is a text, in the charset that the answer names', async () => {
    const fields = `${whole.replace('>A<', ' xml:lang="de">Müller &amp; Söhne &#8211; Köln<')}<City i:nil="true" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"/>`;
    says = { type: 'text/xml; charset=iso-8859-1', body: Buffer.from(customer(fields), 'latin1') };
    const found = await get();
    expect(found?.results[0]).toMatchObject({ name: 'Müller & Söhne – Köln', city: null });
  });
  test('a fault that the server is to blame for is silence, in its words', async () => {
    says = {
      status: 500,
      body: envelope('<E:Fault><faultcode>E:Server</faultcode><faultstring>Deadlock</faultstring></E:Fault>'),
    };
    expect(await errorOf(get())).toMatchObject({ kind: 'unreachable', words: 'Deadlock' });
  });
  test.each([
    ['a page', '<html><body>We will be back</body></html>'],
    ['an answer that was cut', customer(whole).slice(0, -20)],
    ['a document type, which may define what is not there', `<!DOCTYPE x [<!ENTITY a "b">]>${customer(whole)}`],
    ['another form', '{"customer":{}}'],
    ['elements without end', `${'<a>'.repeat(5000)}`],
  ])('%s is no answer', async (_, body) => {
    says = { body };
    expect((await errorOf(get())).kind).toBe('unreachable');
  });
  test('a name in a body that no element can have is named with its line', () => {
    const read = documentOf(document.replace('customerNo: "?"', '"customer no": "?"'));
    const faults = 'faults' in read ? read.faults.map(faultText) : [];
    expect(faults[0]).toMatch(/^line \d+, health\.body: "customer no" is no name of an element or attribute$/);
  });
});
