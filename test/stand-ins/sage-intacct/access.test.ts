import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apps, type Intacct, startIntacct } from './start.ts';
import { clientOf, credentials, DOCUMENT, ORDERS, signIn } from './testing.ts';

let erp: Intacct;
const { ask, query, forget, post } = clientOf(() => erp);

beforeAll(async () => {
  erp = await startIntacct();
});
beforeEach(() => {
  erp.breakDown({});
  forget();
});
afterAll(() => erp.close());

describe('sign-in (documentation)', () => {
  const good = credentials(apps.full);
  test.each([
    ['no payload', {}, 400, 'GW-0035'],
    ['no client', { ...good, client_id: undefined }, 400, 'GW-0037'],
    ['a wrong secret', { ...good, client_secret: 'x' }, 401, 'GW-0011'],
    ['another grant', { ...good, grant_type: 'password' }, 400, 'GW-0032'],
    ['no user', { ...good, username: '' }, 400, 'GW-0036'],
    ['a user without company', { ...good, username: 'backroom' }, 400, 'GW-0012'],
    ['another company', { ...good, username: 'backroom@ELSEWHERE' }, 401, 'GW-0011'],
    ['an unknown entity', { ...good, username: 'backroom@BACKROOM-SBX|999' }, 401, 'GW-0011'],
  ])('refused: %s', async (_, form, status, code) => {
    const said = await signIn(erp, JSON.parse(JSON.stringify(form)));
    expect([said.status, ((await said.json()) as Record<string, { code: string }>)['ia::error']?.code]).toEqual([
      status,
      code,
    ]);
  });
  test('a refresh token is good for one use; an ended token is refused under a bare error', async () => {
    const first = (await (await signIn(erp, good)).json()) as Record<string, string>;
    expect(first.expires_in).toBe(43_200);
    const again = { grant_type: 'refresh_token', client_id: good.client_id, client_secret: good.client_secret };
    const refreshed = () => signIn(erp, { ...again, refresh_token: String(first.refresh_token) });
    expect([(await refreshed()).status, (await refreshed()).status]).toEqual([200, 401]);
    const { status, json } = await ask('objects/company-config/entity', {
      headers: { authorization: `Bearer ${first.access_token}` },
    });
    expect([status, json.error.code, json['ia::error']]).toEqual([401, 'GW-0031', undefined]);
  });
});

describe('queries (documentation)', () => {
  test('rows have flat names; numbers are text or numbers as the vendor has each; pages tell the next', async () => {
    const fields = [
      'key',
      'id',
      'name',
      'creditLimit',
      'totalDue',
      'term.id',
      'contacts.default.mailingAddress.isoCountryCode',
    ];
    const { result, json } = await query('accounts-receivable/customer', fields, {
      filters: [{ $gte: { creditLimit: 40_000 } }],
      orderBy: [{ id: 'desc' }],
      size: 1,
    });
    expect(result).toEqual([
      {
        ...{ key: '2', id: 'C1002', name: 'Kessler Anlagenbau AG', creditLimit: 40_000, 'term.id': 'Net 14' },
        ...{ totalDue: expect.stringMatching(/^\d+\.\d\d$/), 'contacts.default.mailingAddress.isoCountryCode': 'DE' },
      },
    ]);
    expect(json['ia::meta']).toEqual({ totalCount: 2, start: 1, pageSize: 1, next: 2, previous: null });
  });
  test('filters are numbered, see case unless told otherwise, and find null', async () => {
    const ids = async (more: object) =>
      ((await query('accounts-receivable/customer', ['id'], more)).result as { id: string }[]).map(({ id }) => id);
    const filters = [
      { $startsWith: { name: 'Doppelt' } },
      { $eq: { 'contacts.default.mailingAddress.city': 'Hamm' } },
      { $eq: { id: 'C1013' } },
    ];
    expect(await ids({ filters, filterExpression: '(1 and 2) or 3' })).toEqual(['C1007', 'C1013']);
    expect(await ids({ filters: [{ $contains: { name: 'KESSLER' } }] })).toEqual([]);
    expect(
      await ids({
        filters: [{ $contains: { name: 'KESSLER' } }],
        filterParameters: { caseSensitiveComparison: false },
      }),
    ).toEqual(['C1002']);
    expect(await ids({ filters: [{ $eq: { currency: null } }, { $in: { id: ['C1009', 'C1010'] } }] })).toEqual([
      'C1009',
    ]);
  });
  test.each([
    ['an unknown field', { fields: ['nome'] }, 'nome is not a valid field'],
    ['a reference without its field', { fields: ['customer'] }, 'customer is not a valid field'],
    ['a field of owned lines', { fields: ['lines.item.id'] }, 'list of owned objects'],
    [
      'a parameter at the top level',
      { caseSensitiveComparison: false },
      'caseSensitiveComparison is not a valid property',
    ],
    ['an unknown state', { filters: [{ $eq: { state: 'open' } }] }, 'Invalid value "open" for state'],
    [
      'a day that is none',
      { filters: [{ $gte: { txnDate: '2026-02-30' } }] },
      'Invalid value "2026-02-30" for txnDate',
    ],
    [
      'a time without its zone',
      { filters: [{ $gte: { 'audit.modifiedDateTime': '2026-02-03T10:00:00' } }] },
      'Invalid value',
    ],
    ['a link in a filter', { filters: [{ $eq: { href: '/objects' } }] }, 'href cannot be used in filters'],
    ['a link to sort by', { orderBy: [{ 'customer.href': 'asc' }] }, 'customer.href cannot be used in orderBy'],
    ['all fields at once', { fields: ['*'] }, '* is not a valid field'],
    ['two fields in one filter', { filters: [{ $eq: { state: 'pending', key: '1' } }] }, 'exactly one field'],
    ['more rows than a page has', { size: 4001 }, 'from 1 to 4000'],
    [
      'a wrong expression',
      { filters: [{ $eq: { key: '1' } }], filterExpression: '1 and' },
      'Invalid filter expression',
    ],
  ])('refused: %s', async (_, more, words) => {
    const { status, last } = await query(DOCUMENT, ['key'], more);
    expect([status, last]).toEqual([400, expect.stringContaining(words)]);
  });
  test('a query of one definition has its documents alone, one of a definition that is not there is refused', async () => {
    const filters = [{ $eq: { 'customer.id': 'C1001' } }];
    const types = async (object: string) => {
      const { result } = await query(object, ['documentType'], { filters });
      return [...new Set(result.map(({ documentType }: Record<string, string>) => documentType))].sort();
    };
    expect(await types(DOCUMENT)).toEqual(['Sales Invoice', 'Sales Order', 'Sales Shipper']);
    expect(await types(`${DOCUMENT}::Sales Shipper`)).toEqual(['Sales Shipper']);
    expect((await query(`${DOCUMENT}::Nothing`, ['key'])).status).toBe(400);
    expect((await query('accounts-receivable/customer::Sales Order', ['key'])).status).toBe(400);
  });
  test('lines can be shown by their document and not filtered by its type', async () => {
    const fields = ['item.id', 'documentHeader.documentType', 'documentHeader.customer.name'];
    const { key } = (await post()).result;
    const { result } = await query('order-entry/document-line', fields, {
      filters: [{ $eq: { 'documentHeader.key': key } }],
    });
    expect(result).toEqual([
      {
        'item.id': expect.stringMatching(/^T-2000--/),
        'documentHeader.documentType': 'Sales Order',
        'documentHeader.customer.name': 'Müller Metallbau GmbH',
      },
    ]);
    const filters = [{ $eq: { 'documentHeader.documentType': 'Sales Order' } }];
    expect((await query('order-entry/document-line', fields, { filters })).status).toBe(400);
  });
});

describe('entities (documentation)', () => {
  test('what belongs to an entity is missing from another and from the top level, unless private records are asked for', async () => {
    const { key } = (await post({ referenceNumber: 'SCOPED' })).result;
    const found = async (headers: Record<string, string>, app = apps.full, more: object = {}) => {
      const { json } = await query(
        DOCUMENT,
        ['key'],
        { filters: [{ $eq: { referenceNumber: 'SCOPED' } }], ...more },
        { headers, app },
      );
      return json['ia::meta'].totalCount;
    };
    expect(await found({})).toBe(1);
    expect(await found({ 'x-ia-api-param-entity': '200' })).toBe(0);
    expect(await found({}, apps.topLevel)).toBe(0);
    expect(await found({}, apps.topLevel, { filterParameters: { includePrivate: true } })).toBe(1);
    expect(await found({ 'sage-param-entity': '100' }, apps.topLevel)).toBe(0);
    expect((await ask(`${ORDERS}/${key}`, { app: apps.topLevel })).status).toBe(404);
    expect((await ask(ORDERS, { headers: { 'x-ia-api-param-entity': 'nowhere' } })).status).toBe(400);
  });
  test('a role without sales documents is told so', async () => {
    const { status, error } = await query(DOCUMENT, ['key'], {}, { app: apps.limited });
    expect([status, error.code]).toEqual([403, 'permissionDenied']);
  });
});
