import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ErpError } from '../contract/errors.ts';
import { declared } from './index.ts';
import { documentOf } from './parse.ts';

const TOTAL = 5;
/** Variables of each request. The list answers none of its page, as GraphQL lists with `skip` and `take` do. */
const asked: Record<string, unknown>[] = [];
let server: Server;
let url = '';
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { variables } = JSON.parse(Buffer.concat(parts).toString());
    asked.push(variables);
    const { skip = 0, take = 2 } = variables;
    const items = Array.from({ length: TOTAL }, (_, nth) => ({ id: String(nth), name: `Customer ${nth}`, at: 'now' }));
    response
      .writeHead(200, { connection: 'close' })
      .end(JSON.stringify({ total: TOTAL, items: items.slice(skip, skip + take) }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
});
afterAll(() => void server.close());

const documentWith = (list: object, more: object = {}, parts: object = {}) =>
  JSON.stringify({
    backroom: 1,
    name: 'Shop',
    versions: ['1'],
    proof: 'None.',
    company: { name: 'Shop', currency: 'EUR', timeZone: 'Europe/Paris' },
    auth: { kind: 'none' },
    rows: 'items',
    idempotency: { kind: 'native' },
    health: { path: '/' },
    customers: {
      fields: { id: 'id', number: 'id', name: 'name' },
      search: { number: { path: '/' } },
      get: { path: '/' },
      list: { method: 'POST', path: '/', ...list },
      ...more,
    },
    ...parts,
  });
const adapterOf = (text: string) => declared({ url, credentials: {}, settings: { document: text } });
const call = () => ({ signal: AbortSignal.timeout(5000) });
/** Numbers of a whole list, at most ten pages of it. */
async function numbersOf(list: object): Promise<string[]> {
  const adapter = adapterOf(documentWith(list));
  const numbers: string[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 10; page += 1) {
    const answer: { customers: readonly { number: string }[]; cursor: string | null } | undefined =
      await adapter.customers?.list?.({ cursor }, call());
    numbers.push(...(answer?.customers ?? []).map(({ number }) => number));
    cursor = answer?.cursor ?? null;
    if (cursor === null) return numbers;
  }
  throw new Error('no end');
}
const everyone = ['0', '1', '2', '3', '4'];

test.each([
  ['offset', { kind: 'offset', size: 2 }, '{{$offset}}'],
  ['page', { kind: 'page', size: 2, first: 0 }, '{{$pageNumber * $size}}'],
  [
    'cursor',
    {
      kind: 'cursor',
      more: '$number(total) > $number($cursor ? $cursor : 0) + 2',
      next: '$string($number($cursor ? $cursor : 0) + 2)',
    },
    '{{$number($cursor ? $cursor : 0)}}',
  ],
])('pages that a body counts: %s', async (_, paging, skip) => {
  expect(await numbersOf({ paging, body: { variables: { skip, take: 2 } } })).toEqual(everyone);
});
test('prices whose rows name their product are asked for at once, those of each quantity', async () => {
  const pricing = {
    fields: { unitPrice: '"1.5"', product: 'id' },
    of: { method: 'POST', path: '/', body: { variables: { ids: '{{values}}', take: 9 } } },
  };
  const adapter = adapterOf(documentWith({ body: {} }, {}, { pricing }));
  asked.length = 0;
  const lines = ['0', '3', '0', '99'].map((productId, nth) => ({ productId, quantity: String(nth + 1) }));
  const quote = { customerId: '1', currency: 'EUR', date: '2026-11-30', lines };
  const answer = await adapter.pricing?.quote(quote as never, call());
  expect(answer?.results.map((each) => each && [each.productId, each.quantity, each.unitPrice.amount])).toEqual([
    ['0', '1', '1.5'],
    ['3', '2', '1.5'],
    ['0', '3', '1.5'],
    null,
  ]);
  expect(asked).toEqual([{ ids: ['0', '3', '99'], take: 9 }]);
});
test('two prices of one product are no price: which of them counts is not known', async () => {
  const pricing = {
    fields: { unitPrice: '"1.5"', product: '"0"' },
    of: { method: 'POST', path: '/', body: { variables: { take: 2 } } },
  };
  const adapter = adapterOf(documentWith({ body: {} }, {}, { pricing }));
  const quote = { customerId: '1', currency: 'EUR', date: '2026-11-30', lines: [{ productId: '0', quantity: '1' }] };
  await expect(adapter.pricing?.quote(quote as never, call())).rejects.toMatchObject({
    kind: 'drift',
    field: 'pricing.fields.product',
  });
});
test('a list that goes on with the page that was asked for has no end', async () => {
  const paging = { kind: 'cursor', more: '$number(total) > 2', next: '"2"' };
  const error = await numbersOf({ paging, body: { variables: { skip: 0 } } }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ErpError);
  expect(error).toMatchObject({ kind: 'drift', field: 'customers.list.paging' });
});
test.each([
  ['offset', { kind: 'offset', size: 2 }, '$offset'],
  ['page', { kind: 'page', size: 2 }, '$pageNumber'],
])('pages that a request does not ask for are refused when the description is saved: %s', (_, paging, name) => {
  const read = documentOf(documentWith({ paging, body: { variables: { take: 2 } } }));
  const fault = 'faults' in read ? read.faults[0] : undefined;
  expect(fault?.path).toBe('customers.list.paging');
  expect(fault?.message).toContain(name);
});
test.each([
  ['company', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/],
  ['utc', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/],
])('changes are first asked for by the clock of %s', async (clock, form) => {
  const changed = {
    method: 'POST',
    path: '/',
    at: 'at',
    clock,
    body: { variables: { since: '{{since}}', seconds: '{{seconds}}' } },
  };
  const adapter = adapterOf(documentWith({ body: { variables: {} } }, { changed }));
  const first = await adapter.changes?.since({ cursor: null }, call());
  await adapter.changes?.since({ cursor: first?.cursor ?? '' }, call());
  expect(asked.at(-1)).toMatchObject({
    since: expect.stringMatching(form),
    seconds: expect.stringMatching(/^\d{10}$/),
  });
});
