import { erpCustomerIdSchema, erpProductIdSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { call, customer, place, type Said, saying, siteOf } from '../../../test/sage-200-site.ts';

const id = erpCustomerIdSchema.parse('11');
const get = (site: ReturnType<typeof siteOf>) => site.adapter.customers?.get({ ids: [id] }, call());
const onCustomers = (said: Said) => siteOf(saying('customer_views', said));

test('each request names site and company, which the list of sites gave', async () => {
  const site = siteOf();
  expect((await get(site))?.results[0]?.number).toBe('ACM001');
  const [sites] = site.asked('sites');
  expect(sites?.headers.has('x-site')).toBe(false);
  for (const each of site.calls.filter(({ resource }) => !['token', 'sites'].includes(resource)))
    expect([each.headers.get('x-site'), each.headers.get('x-company')]).toEqual(['site-1', '1']);
});

test('a wrong site is told before an empty list of it is believed', async () => {
  const other = { ...place, site_id: 'site-2', company_id: 2, company_name: 'Other Ltd' };
  const two = (settings: Record<string, string>) => siteOf(saying('sites', { body: [place, other] }), settings);
  await expect(get(two({}))).rejects.toMatchObject({
    kind: 'refused',
    field: 'site',
    words: expect.stringContaining('Other Ltd (site site-2, Hansa, company 2)'),
  });
  await expect(get(two({ site: 'site-3' }))).rejects.toMatchObject({ kind: 'unauthorised', field: 'site' });
  const right = two({ site: 'site-2', company: '2' });
  await get(right);
  expect(right.asked('customer_views')[0]?.headers.get('x-company')).toBe('2');
});

test('no site at all: the link to the server is down, and nobody is missing', async () => {
  await expect(get(siteOf(saying('sites', { body: [] })))).rejects.toMatchObject({
    kind: 'unreachable',
    field: 'site',
  });
});

test('a page that is full has another behind it, which begins after its last row', async () => {
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, nth) => ({ ...customer, id: from + nth, reference: `C${from + nth}` }));
  const site = siteOf(({ resource, query }) =>
    resource === 'customer_views'
      ? { body: query.get('$filter')?.includes('id gt 500') ? rows(501, 3) : rows(1, 500) }
      : undefined,
  );
  const { results } = (await site.adapter.customers?.get({ ids: ['503', '1'] as never }, call())) ?? { results: [] };
  expect(results.map((each) => each?.number)).toEqual(['C503', 'C1']);
  expect(site.asked('customer_views').map(({ query }) => query.get('$filter'))).toEqual([
    'id eq 503 or id eq 1',
    '(id eq 503 or id eq 1) and (id gt 500)',
  ]);
});

test('pages that do not go on are no list', async () => {
  const same = Array.from({ length: 500 }, (_, nth) => ({ ...customer, id: nth + 1 }));
  await expect(get(onCustomers({ body: same }))).rejects.toMatchObject({ kind: 'drift' });
});

test('a list in the wrapping of OData is one too', async () => {
  expect((await get(onCustomers({ body: { value: [customer] } })))?.results[0]?.name).toBe('Acme Ltd');
});

test.each<[string, Said, string]>([
  [
    'a message',
    { body: { statusCode: 400, message: 'Required header Authorization not found' } },
    'Required header Authorization not found',
  ],
  [
    'a list of messages',
    { body: [{ message: 'The account is on hold.' }, { message: 'It may not buy.' }] },
    'The account is on hold. It may not buy.',
  ],
  [
    'fields with lists',
    { body: { Message: 'The request is invalid.', ModelState: { line_quantity: ['Too many places.'] } } },
    'The request is invalid. Too many places.',
  ],
  ['a text in quotation marks', { body: 'Value cannot be null.' }, 'Value cannot be null.'],
  ['a plain text', { text: 'Sorry, no.', headers: { 'content-type': 'text/plain' } }, 'Sorry, no.'],
])('the words of a refusal: %s', async (_, said, words) => {
  await expect(get(onCustomers({ status: 400, ...said }))).rejects.toMatchObject({ kind: 'refused', words });
});

test('a page of a web server has no words of Sage 200', async () => {
  const html = { status: 400, text: '<h1>Bad Request</h1>', headers: { 'content-type': 'text/html' } };
  await expect(get(onCustomers(html))).rejects.toMatchObject({ kind: 'refused', words: null });
});

test('what each status means: a record is never missing because an address is', async () => {
  const kindOf = async (status: number) =>
    Promise.resolve(get(onCustomers({ status, body: { message: 'Words' } }))).then(
      () => 'ok',
      (error: { kind: string; field: string | null }) => `${error.kind} ${error.field ?? ''}`.trim(),
    );
  expect(await kindOf(401)).toBe('unauthorised credentials');
  expect(await kindOf(403)).toBe('unauthorised permissions');
  expect(await kindOf(404)).toBe('unreachable');
  expect(await kindOf(429)).toBe('busy');
  for (const status of [500, 502, 503, 504]) expect(await kindOf(status)).toBe('unreachable');
});

test('a refresh token that has ended is named, and the other one is kept', async () => {
  const ended = siteOf(
    saying(
      'token',
      { status: 403, body: { error: 'invalid_grant', error_description: 'Unknown or invalid refresh token.' } },
      'POST',
    ),
  );
  await expect(get(ended)).rejects.toMatchObject({
    kind: 'unauthorised',
    field: 'refreshToken',
    words: 'Unknown or invalid refresh token.',
  });
});

test('numbers and ids are taken digit for digit', async () => {
  const holding =
    '[{"id":9007199254740993,"product_id":5,"warehouse_name":"HOME","quantity_in_stock":12345678901234.12345,"free_stock_available_less_reserved":0.1}]';
  const site = siteOf(saying('warehouse_holdings', { text: holding }));
  const productId = erpProductIdSchema.parse('5');
  const answer = await site.adapter.stock?.availability({ productIds: [productId] }, call());
  expect(answer?.results[0]).toMatchObject({ onHand: '12345678901234.12345', available: '0.1' });
  await site.adapter.customers?.get({ ids: ['9007199254740993'] as never }, call());
  expect(site.calls.at(-1)?.query.get('$filter')).toBe('id eq 9007199254740993');
});

test('a figure of stock that is hidden is not zero', async () => {
  const hidden = [{ id: 1, product_id: 5, warehouse_name: 'HOME', quantity_in_stock: 4 }];
  const site = siteOf(saying('warehouse_holdings', { body: hidden }));
  expect(await site.adapter.stock?.availability({ productIds: ['5' as never] }, call())).toEqual({ results: [null] });
});
