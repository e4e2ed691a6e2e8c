import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apps, ORGANIZATION, type Organization, openOrganization, people, startDataverse, TENANT } from './start.ts';

const origin = 'https://org.api.crm4.dynamics.example';
let org: Organization;
let token = '';
beforeEach(async () => {
  org = openOrganization();
  token = (await signIn()).access_token;
});
afterEach(() => org.close());

async function signIn(app: { clientId: string; secret: string } = apps.backroom): Promise<{ access_token: string }> {
  const body = new URLSearchParams({
    ...{ grant_type: 'client_credentials', client_id: app.clientId, client_secret: app.secret },
    scope: `${origin}/.default`,
  });
  const answer = await org.fetch(new Request(`${origin}/${TENANT}/oauth2/v2.0/token`, { method: 'POST', body }));
  return (await answer.json()) as { access_token: string };
}
type Said = {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked at field by field
  body: any;
};
async function ask(path: string, init: RequestInit = {}): Promise<Said> {
  const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
  const url = path.startsWith('http') ? path : `${origin}/api/data/v9.2/${path}`;
  const answer = await org.fetch(new Request(url, { ...init, headers }));
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: text.startsWith('{') ? JSON.parse(text) : null };
}
const send = (method: string, path: string, body: object, headers: Record<string, string> = {}) =>
  ask(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
const line = (code: string, quantity: string, price: string) => ({ code, name: `Product ${code}`, quantity, price });
const sale = (status: 'accepted' | 'approved' | 'draft' = 'approved') => {
  const deal = org.fill.deal({
    ...{ name: 'Pumps', currency: 'USD', company: { name: 'Nordwind GmbH', contactEmail: 'alex@nordwind.example' } },
    quotes: [{ status, lines: [line('A-1', '4', '504.50'), line('B-2', '0.125', '9.90')] }],
  });
  const quote = String(org.store.one('select quoteid as id from quote where _opportunityid_value = ?', deal)?.id);
  return { deal, quote };
};

describe('a double of Dataverse', () => {
  test('gives a token for its own scope, and nothing without one', async () => {
    expect((await ask('WhoAmI')).body).toMatchObject({ OrganizationId: ORGANIZATION, UserId: apps.backroom.user });
    token = 'another';
    const refused = await ask('WhoAmI');
    expect([refused.status, refused.text]).toEqual([401, '']);
    token = (await signIn(apps.userless)).access_token;
    expect((await ask('WhoAmI')).body.error.code).toBe('0x80072560');
  });

  test.each([
    ['opportunities?$select=nam', 400, "property named 'nam' on type 'Microsoft.Dynamics.CRM.opportunity'"],
    ['opportunities?$select=parentaccountid', 400, "property named 'parentaccountid'"],
    ["opportunities?$filter=nam eq 'x'", 400, "property named 'nam'"],
    ["opportunities?$filter=_parentaccountid_value eq 'x'", 400, "'Edm.Guid' and 'Edm.String'"],
    ["opportunities?$filter=name like 'x'", 400, 'Syntax error'],
    ['opportunities?$expand=account', 400, "property named 'account'"],
    [
      'opportunities?$expand=parentaccountid($select=nam)',
      400,
      "property named 'nam' on type 'Microsoft.Dynamics.CRM.account'",
    ],
    ['opportunities?$orderby=nam', 400, "property named 'nam'"],
    ['opportunities?$skip=5', 400, 'Skip Clause'],
    ['opportunities?$search=x', 400, "'$search' is not supported"],
    ['opportunity', 404, "segment 'opportunity'"],
    ['opportunities(1)', 400, 'Error in query syntax'],
    ["accounts(accountnumber='C-1')", 400, 'key properties'],
    ['opportunities(11111111-1111-4111-8111-111111111111)', 404, "Entity 'opportunity' With Id = 11111111"],
  ])('refuses %s', async (path, status, words) => {
    sale();
    const answer = await ask(path);
    expect([answer.status, answer.body.error.message]).toEqual([status, expect.stringContaining(words)]);
  });

  test('shows a quote with its lines, codes and currency, and the totals that it computes', async () => {
    const { quote } = sale();
    const lines =
      'quote_details($select=quantity,priceperunit,extendedamount;$orderby=lineitemnumber;$expand=productid($select=productnumber))';
    const { body, text } = await ask(
      `quotes(${quote})?$select=quotenumber,statecode,totalamount,totalamount_base&$expand=${lines},transactioncurrencyid($select=isocurrencycode)`,
      { headers: { prefer: 'odata.include-annotations="*"' } },
    );
    expect(body).toMatchObject({
      ...{ statecode: 1, 'statecode@OData.Community.Display.V1.FormattedValue': 'Active', totalamount: 2019.24 },
      ...{
        'totalamount@OData.Community.Display.V1.FormattedValue': '$2,019.24',
        transactioncurrencyid: { isocurrencycode: 'USD' },
      },
      quote_details: [
        { quantity: 4, priceperunit: 504.5, extendedamount: 2018, productid: { productnumber: 'A-1' } },
        { quantity: 0.125, extendedamount: 1.24, productid: { productnumber: 'B-2' } },
      ],
    });
    // Digit for digit, and as text where that is asked for.
    expect(text).toContain('"priceperunit":504.50');
    const compatible = await ask(`quotes(${quote})?$select=totalamount`, {
      headers: { accept: 'application/json; IEEE754Compatible=true' },
    });
    expect(compatible.body.totalamount).toBe('2019.24');
  });

  test('pages by the preferred size, along expanded lines too', async () => {
    for (let nth = 0; nth < 7; nth += 1) org.fill.company({ name: `Nordwind ${nth}` });
    const names: string[] = [];
    let next: string | undefined = 'accounts?$select=name&$filter=startswith(name,%27nord%27)&$count=true';
    while (next) {
      const { body }: Said = await ask(next, { headers: { prefer: 'odata.maxpagesize=3' } });
      expect(body['@odata.count']).toBe(7);
      names.push(...body.value.map((each: { name: string }) => each.name));
      next = body['@odata.nextLink'];
    }
    expect(names).toEqual(Array.from({ length: 7 }, (_, nth) => `Nordwind ${nth}`));
    const { quote } = sale();
    const { body } = await ask(`quotes(${quote})?$select=name&$expand=quote_details($select=quantity)`, {
      headers: { prefer: 'odata.maxpagesize=1' },
    });
    expect(body.quote_details).toHaveLength(1);
    const rest = await ask(body['quote_details@odata.nextLink'], { headers: { prefer: 'odata.maxpagesize=1' } });
    expect(rest.body.value).toMatchObject([{ quantity: 0.125 }]);
  });

  test('writes with the version that was read, and makes a row of an unknown id without one', async () => {
    const id = org.fill.company({ name: 'Nordwind' });
    const tag = (await ask(`accounts(${id})?$select=name`)).body['@odata.etag'];
    expect((await send('PATCH', `accounts(${id})`, { name: 'Nordwind GmbH' }, { 'if-match': tag })).status).toBe(204);
    expect((await send('PATCH', `accounts(${id})`, { name: 'Late' }, { 'if-match': tag })).body.error.code).toBe(
      '0x80060882',
    );
    const nobody = '11111111-1111-4111-8111-111111111111';
    expect((await send('PATCH', `accounts(${nobody})`, { name: 'X' }, { 'if-match': '*' })).status).toBe(404);
    expect((await send('PATCH', `accounts(${nobody})`, { name: 'X' })).status).toBe(204);
    expect((await ask(`accounts(${nobody})?$select=name`)).body.name).toBe('X');
    expect((await send('PATCH', `accounts(${id})`, { nam: 'X' })).body.error.message).toContain(
      "property 'nam' does not exist",
    );
    expect((await send('PATCH', `accounts(${id})`, { name: 'X'.repeat(161) })).body.error.message).toContain(
      "maximum allowed length of '160'",
    );
    expect((await send('PATCH', `accounts(${id})`, { accountcategorycode: 3 })).body.error.message).toContain(
      'outside the valid range',
    );
    expect((await send('PATCH', `accounts(${id})`, { creditlimit: '5' })).body.error.message).toContain("literal '5'");
  });

  test('a quote that is no draft, and an opportunity that is closed, refuse changes', async () => {
    const { deal, quote } = sale();
    expect((await send('PATCH', `quotes(${quote})`, { name: 'X' }, { 'if-match': '*' })).body.error.message).toContain(
      'draft state',
    );
    const win = { Status: -1, QuoteClose: { subject: 'Won', 'quoteid@odata.bind': `/quotes(${quote})` } };
    expect((await send('POST', 'WinQuote', win)).status).toBe(204);
    expect((await send('POST', 'WinQuote', win)).status).toBe(400);
    expect((await send('PATCH', `opportunities(${deal})`, { statecode: 1 }, { 'if-match': '*' })).status).toBe(400);
    const close = {
      Status: 3,
      OpportunityClose: { subject: 'Won', 'opportunityid@odata.bind': `/opportunities(${deal})` },
    };
    expect((await send('POST', 'WinOpportunity', close)).status).toBe(204);
    expect(
      (await send('PATCH', `opportunities(${deal})`, { name: 'X' }, { 'if-match': '*' })).body.error.message,
    ).toContain('closed');
  });

  test('a revision is a new quote under the same number', async () => {
    const { deal, quote } = sale();
    const { body } = await send('POST', 'ReviseQuote', { QuoteId: quote, ColumnSet: { AllColumns: true } });
    expect(body).toMatchObject({ statecode: 0, revisionnumber: 1 });
    const { body: all } = await ask(
      `quotes?$select=quotenumber,statuscode,revisionnumber&$filter=_opportunityid_value eq ${deal}&$orderby=revisionnumber`,
    );
    expect(all.value).toMatchObject([
      { statuscode: 7, revisionnumber: 0 },
      { statuscode: 1, revisionnumber: 1, quotenumber: body.quotenumber },
    ]);
    expect(org.desk.linesOf(body.quoteid)).toHaveLength(2);
  });

  test('tells changes and deletions since a token, and not under conditions', async () => {
    const ids = ['A', 'B', 'C'].map((name) => org.fill.company({ name }));
    const prefer = { headers: { prefer: 'odata.track-changes' } };
    const first = await ask('accounts?$select=name', prefer);
    expect(first.body.value).toHaveLength(3);
    org.desk.change('account', ids[0] ?? '', { name: 'A2' });
    org.desk.remove('account', ids[1] ?? '');
    const then = await ask(first.body['@odata.deltaLink']);
    expect(then.body.value).toMatchObject([{ name: 'A2' }, { id: ids[1], reason: 'deleted' }]);
    expect((await ask(then.body['@odata.deltaLink'])).body.value).toEqual([]);
    expect((await ask("accounts?$select=name&$filter=name eq 'A'", prefer)).status).toBe(400);
    org.desk.trackChanges('account', false);
    expect((await ask('accounts?$select=name', prefer)).body.error.message).toContain('change tracking');
  });

  test('a batch stops at its first refusal, and a change set is all or nothing', async () => {
    const id = org.fill.company({ name: 'Nordwind' });
    const part = (method: string, path: string, body = '') =>
      `Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: 1\r\n\r\n${method} ${path} HTTP/1.1\r\nContent-Type: application/json\r\nIf-Match: *\r\n\r\n${body}\r\n`;
    const reads = [`accounts(${id})?$select=name`, 'accounts?$select=nam', `accounts(${id})?$select=name`];
    const text = `${reads.map((path) => `--b\r\n${part('GET', path)}`).join('')}--b--\r\n`;
    const headers = { 'content-type': 'multipart/mixed; boundary=b' };
    const stopped = await ask('$batch', { method: 'POST', body: text, headers });
    expect([stopped.status, stopped.text.match(/HTTP\/1\.1 \d+/g)]).toEqual([400, ['HTTP/1.1 200', 'HTTP/1.1 400']]);
    const goesOn = await ask('$batch', {
      method: 'POST',
      body: text,
      headers: { ...headers, prefer: 'odata.continue-on-error' },
    });
    expect([goesOn.status, goesOn.text.match(/HTTP\/1\.1 \d+/g)]).toEqual([
      200,
      ['HTTP/1.1 200', 'HTTP/1.1 400', 'HTTP/1.1 200'],
    ]);
    const writes = [
      part('PATCH', `/accounts(${id})`, '{"name":"Half"}'),
      part('PATCH', `/accounts(${id})`, '{"nam":"X"}'),
    ];
    const set = `--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n${writes.map((each) => `--c\r\n${each}`).join('')}--c--\r\n\r\n--b--\r\n`;
    const undone = await ask('$batch', { method: 'POST', body: set, headers });
    expect(undone.text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400']);
    expect((await ask(`accounts(${id})?$select=name`)).body.name).toBe('Nordwind');
  });

  test('a record that was merged away stays, inactive, and names the one that was kept', async () => {
    const [kept, lost] = ['Kept', 'Lost'].map((name) => org.fill.company({ name }));
    const deal = org.desk.put('opportunity', { name: 'D', parentaccountid: lost ?? '' });
    org.desk.merge('account', kept ?? '', lost ?? '');
    expect((await ask(`accounts(${lost})?$select=merged,statecode,_masterid_value`)).body).toMatchObject({
      merged: true,
      statecode: 1,
      _masterid_value: kept,
    });
    expect((await ask(`opportunities(${deal})?$select=_parentaccountid_value`)).body._parentaccountid_value).toBe(kept);
  });

  test('answers as the person whom a request names, and what he may do', async () => {
    const { deal } = sale();
    const may = (query: string) =>
      ask(`systemusers(${people.rep.id})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess${query}`);
    const query = `(Target=@t)?@t={'@odata.id':'opportunities(${deal})'}`;
    expect((await may(query)).body.AccessRights).toContain('ReadAccess');
    org.desk.access.denyRecord(people.rep.id, deal);
    expect((await may(query)).body.AccessRights).toBe('None');
    const as = { headers: { callerobjectid: people.rep.oid } };
    expect((await ask(`opportunities(${deal})?$select=name`, as)).body.error.code).toBe('0x80040220');
    expect((await ask('opportunities?$select=name', as)).body.value).toEqual([]);
    expect((await ask(`opportunities(${deal})?$select=name`)).status).toBe(200);
    expect((await ask('WhoAmI', { headers: { callerobjectid: TENANT } })).body.error.code).toBe('0x80072560');
    org.desk.access.denyTable(apps.backroom.user, 'Read', 'quote');
    expect((await ask('quotes?$select=name')).body.error.message).toContain('prvReadquote');
    org.desk.access.hideColumn('opportunity', 'name');
    expect((await ask(`opportunities(${deal})?$select=name`)).body.name).toBeNull();
  });

  test('a solution brings columns and a table with a key, and its columns can go', async () => {
    const columns = [{ name: 'bkr_order_number', kind: 'text', label: 'ERP order', length: 40 }] as const;
    org.desk.installSolution({
      ...{ uniquename: 'Backroom', version: '1.0.0', columns: { opportunity: columns } },
      tables: [
        {
          name: 'bkr_order',
          set: 'bkr_orders',
          title: 'bkr_reference',
          columns: [{ name: 'bkr_reference', kind: 'text' }],
          keys: [['bkr_reference']],
        },
      ],
    });
    const { deal } = sale();
    expect(
      (await send('PATCH', `opportunities(${deal})`, { bkr_order_number: 'SO-1' }, { 'if-match': '*' })).status,
    ).toBe(204);
    const attributes =
      "EntityDefinitions(LogicalName='opportunity')/Attributes?$select=LogicalName,IsValidForUpdate&$filter=IsCustomAttribute eq true";
    expect((await ask(attributes)).body.value).toEqual([{ LogicalName: 'bkr_order_number', IsValidForUpdate: true }]);
    for (let nth = 0; nth < 2; nth += 1)
      expect((await send('PATCH', "bkr_orders(bkr_reference='R-1')", {})).status).toBe(204);
    expect((await ask('bkr_orders?$select=bkr_reference')).body.value).toHaveLength(1);
    org.desk.removeColumn('opportunity', 'bkr_order_number');
    expect((await send('PATCH', `opportunities(${deal})`, { bkr_order_number: 'SO-1' })).status).toBe(400);
  });

  test('listens on loopback, with a filter by another record and keys of Entra', async () => {
    const { deal } = sale();
    const by = "opportunities?$select=name&$filter=parentaccountid/name eq 'nordwind gmbh' and statecode eq 0";
    expect((await ask(by)).body.value).toMatchObject([{ opportunityid: deal }]);
    const server = await startDataverse();
    try {
      const keys = (await (await fetch(`${server.url}/${TENANT}/discovery/v2.0/keys`)).json()) as {
        keys: { kid: string }[];
      };
      const [header = ''] = server.keys.token({ aud: 'api://backroom', oid: people.rep.oid }).split('.');
      expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({
        kid: keys.keys[0]?.kid,
        alg: 'RS256',
      });
    } finally {
      await server.close();
    }
  });

  test('service protection, gateways and lost answers', async () => {
    org.faults.throttled = { times: 1, seconds: 7, limit: 'requests' };
    const busy = await ask('WhoAmI');
    expect([busy.status, busy.headers.get('retry-after'), busy.body.error.code]).toEqual([429, '7', '0x80072322']);
    org.faults.unavailable = 1;
    expect([(await ask('WhoAmI')).status, (await ask('WhoAmI')).status]).toEqual([503, 200]);
    const id = org.fill.company({ name: 'Nordwind' });
    org.faults.dropAfterCommit = 1;
    expect((await send('PATCH', `accounts(${id})`, { name: 'Stored' }, { 'if-match': '*' })).status).toBe(502);
    expect((await ask(`accounts(${id})?$select=name`)).body.name).toBe('Stored');
    org.faults.tokensEnd = true;
    expect((await ask('WhoAmI')).status).toBe(401);
  });
});
