import { createServer, type IncomingMessage, type Server } from 'node:http';
import { referenceSchema } from '@backroom/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bodyOf, closing, listening } from '../../../../test/stand-ins/servers.ts';
import { orderInputSchema } from '../contract/schemas.ts';
import { declared } from './index.ts';

/** An ERP below a path of its host, whose answers a test sets: the answer of each path to a request. */
type Answers = Record<string, (request: IncomingMessage & { query: URLSearchParams }, body: string) => unknown>;
let answers: Answers = {};
let asked: string[] = [];
let server: Server;
let url = '';
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://erp');
    asked.push(`${request.method} ${pathname}`);
    const answer = answers[pathname];
    const body = await bodyOf(request);
    const items = answer?.(Object.assign(request, { query: searchParams }), body);
    response.writeHead(items === undefined ? 404 : 200).end(JSON.stringify({ items }));
  });
  url = `${await listening(server, 0)}/tenant-7/api`;
});
beforeEach(() => {
  answers = {};
  asked = [];
});
afterAll(() => closing([server]));

const base = {
  backroom: 1,
  name: 'Shop',
  versions: ['1'],
  proof: 'None.',
  company: { name: 'Shop', currency: 'EUR', timeZone: 'Europe/Paris' },
  auth: { kind: 'bearer' },
  rows: 'items',
  idempotency: { kind: 'lookup', maxCommitSeconds: 30 },
  health: { path: '/health' },
  customers: {
    fields: { id: 'id', number: 'id', name: 'name' },
    search: { number: { path: '/customers' } },
    get: { path: '/customers' },
  },
};
const products = {
  fields: { id: 'id', code: 'id', name: 'name', unit: '"pc"', archived: 'archived' },
  byCode: { path: '/products' },
  get: { path: '/products' },
  list: { path: '/products' },
};
const orders = {
  fields: {
    id: 'id',
    number: 'id',
    reference: 'reference',
    status: '"confirmed"',
    orderedOn: 'on',
    total: '"1"',
    currency: '"EUR"',
    promisedOn: 'promised',
  },
  lines: { rows: 'lines', fields: { code: 'code', name: 'code', quantity: '"1"', unitPrice: '"1"' } },
  byReference: { path: '/orders' },
  byNumber: { path: '/orders' },
  byId: { path: '/orders' },
  ofCustomer: { path: '/orders', most: 2 },
  create: { method: 'POST', path: '/orders', id: 'items[0].id', body: { reference: '{{reference}}' } },
};
const invoices = {
  fields: {
    id: 'id',
    number: 'id',
    issuedOn: 'on',
    dueOn: 'due',
    total: 'total',
    open: 'total',
    currency: '"EUR"',
    creditNote: 'credit',
  },
  ofCustomer: { path: '/invoices' },
};
const adapterOf = (parts: object) =>
  declared({
    url,
    credentials: { secret: 'its-token' },
    settings: { document: JSON.stringify({ ...base, ...parts }) },
  });
const call = () => ({ signal: AbortSignal.timeout(5000) });
const ofCustomer = { customerId: 'C' as never };
const order = (id: string, on: string, more: object = {}) => ({ id, reference: null, on, lines: [], ...more });
const invoice = (id: string, on: string, more: object = {}) => ({
  id,
  on,
  due: '',
  total: '5',
  credit: false,
  ...more,
});

test('requests go below the path of the address, with the token that the administrator entered', async () => {
  const seen: (string | undefined)[] = [];
  answers['/tenant-7/api/customers'] = ({ headers }) => {
    seen.push(headers.authorization);
    return [{ id: 'C', name: 'Müller' }];
  };
  const found = await adapterOf({}).customers?.get({ ids: ['C' as never] }, call());
  expect(found?.results[0]).toMatchObject({ name: 'Müller' });
  expect(seen).toEqual(['Bearer its-token']);
});
test.each([0, 1])('the first page is number %i, as the description says', async (first) => {
  answers['/tenant-7/api/products'] = ({ query }) =>
    query.get('p') === String(first) ? [{ id: 'A', name: 'A' }] : query.get('p') === String(first + 1) ? [] : undefined;
  const list = { path: '/products', paging: { kind: 'page', page: 'p', size: 1, first } };
  const page = await adapterOf({ products: { ...products, list } }).products?.list?.({ cursor: null }, call());
  expect(page?.products.map(({ id }) => id)).toEqual(['A']);
  const next = await adapterOf({ products: { ...products, list } }).products?.list?.({ cursor: '1' }, call());
  expect(next).toMatchObject({ products: [], cursor: null });
});
test('orders come newest first, and a list that is cut says that there are more', async () => {
  answers['/tenant-7/api/orders'] = () => [order('2', '2026-11-02'), order('3', '2026-11-03')];
  const list = () => adapterOf({ products, orders }).orders?.list(ofCustomer, call());
  const ids = (read: Awaited<ReturnType<typeof list>>) => read?.results.map(({ id }) => id);
  const whole = await list();
  expect(ids(whole)).toEqual(['3', '2']);
  expect(whole?.more).toBe(false);
  answers['/tenant-7/api/orders'] = () => [
    order('2', '2026-11-02'),
    order('3', '2026-11-03'),
    order('1', '2026-11-01'),
  ];
  const cut = await list();
  expect(ids(cut)).toEqual(['3', '2']);
  expect(cut?.more).toBe(true);
});
test('rows that the description leaves out are not counted, nor those of which it says nothing', async () => {
  answers['/tenant-7/api/invoices'] = () => [
    invoice('1', '2026-11-01', { posted: true }),
    invoice('2', '2026-11-02', { posted: false }),
    invoice('3', '2026-11-03'),
  ];
  const where = { ...invoices, ofCustomer: { path: '/invoices', where: 'posted' } };
  const read = await adapterOf({ invoices: where }).invoices?.list(ofCustomer, call());
  expect(read?.results.map(({ id }) => id)).toEqual(['1']);
});
test('a date that means none is none in each way of writing it', async () => {
  answers['/tenant-7/api/orders'] = () => [
    order('1', '2026-11-01', { promised: '1900-01-01' }),
    order('2', '2026-11-02', { promised: '1900-01-01T00:00:00' }),
  ];
  const adapter = adapterOf({ products, orders, formats: { noDate: ['1900-01-01'] } });
  const read = await adapter.orders?.list(ofCustomer, call());
  expect(read?.results.map(({ promisedOn }) => promisedOn)).toEqual([null, null]);
});
test('an order whose reference is there is not sent again', async () => {
  const taken: ReturnType<typeof order>[] = [];
  answers['/tenant-7/api/orders'] = ({ method }, body) => {
    if (method === 'POST') taken.push(order(String(taken.length + 1), '2026-11-01', JSON.parse(body)));
    return taken;
  };
  const input = orderInputSchema.parse({
    reference: referenceSchema.parse('BR-AGAIN000001'),
    customerId: 'C',
    currency: 'EUR',
    requestedDate: null,
    note: null,
    lines: [{ productId: 'A', quantity: '1', unitPrice: { amount: '1', currency: 'EUR' }, description: null }],
  });
  const create = () => adapterOf({ products, orders }).orders?.create(input, call());
  const [first, second] = [await create(), await create()];
  expect(second?.id).toBe(first?.id);
  expect(asked.filter((each) => each.startsWith('POST'))).toHaveLength(1);
});
test('invoices come newest first, and a credit note is one', async () => {
  answers['/tenant-7/api/invoices'] = () => [
    invoice('1', '2026-11-01'),
    invoice('2', '2026-11-02', { credit: true, total: '-5', due: '2026-11-02' }),
  ];
  const read = await adapterOf({ invoices }).invoices?.list(ofCustomer, call());
  expect(read?.results.map(({ id, kind, status }) => [id, kind, status])).toEqual([
    ['2', 'credit_note', 'open'],
    ['1', 'invoice', 'open'],
  ]);
});
test('stock is that of the product, when one answer has those of several', async () => {
  answers['/tenant-7/api/products'] = () => [
    { id: 'A', name: 'A' },
    { id: 'B', name: 'B' },
  ];
  answers['/tenant-7/api/stock'] = () => [
    { product: 'A', place: 'W1', here: '5', taken: '2' },
    { product: 'A', place: 'W2', here: '1', taken: '0' },
    { product: 'B', place: 'W1', here: '7', taken: '0' },
  ];
  const fields = { product: 'product', warehouse: 'place', onHand: 'here', reserved: 'taken' };
  const adapter = adapterOf({ products, stock: { fields, of: { path: '/stock' } } });
  const read = await adapter.stock?.availability({ productIds: ['A', 'B'] as never }, call());
  expect(read?.results.map((each) => each && [each.onHand, each.reserved, each.available])).toEqual([
    ['6', '2', '4'],
    ['7', '0', '7'],
  ]);
});
test('archived products are not offered', async () => {
  answers['/tenant-7/api/products'] = () => [
    { id: 'A', name: 'A', archived: true },
    { id: 'B', name: 'B', archived: false },
  ];
  const page = await adapterOf({ products }).products?.list?.({ cursor: null }, call());
  expect(page?.products.map(({ id }) => id)).toEqual(['B']);
});
