import {
  currencySchema,
  decimal,
  erpCustomerIdSchema,
  erpOrderIdSchema,
  erpProductIdSchema,
  referenceSchema,
} from '@backroom/shared';
import { expect, test } from 'vitest';
import { type Asked, call, line, order, reference, type Said, siteOf } from '../../../test/sage-200-site.ts';
import type { OrderInput } from '../contract/schemas.ts';

const GBP = currencySchema.parse('GBP');
const input: OrderInput = {
  reference: referenceSchema.parse(reference),
  customerId: erpCustomerIdSchema.parse('11'),
  currency: GBP,
  requestedDate: '2026-12-24',
  note: 'Gate 3',
  poNumber: 'PO-77',
  lines: [
    {
      productId: erpProductIdSchema.parse('5'),
      quantity: decimal('2'),
      unitPrice: { amount: decimal('10.12345'), currency: GBP },
      description: null,
    },
  ],
};
/** A site that keeps what was posted, as `stored` says. */
function siteWith(stored: (asked: Asked) => Said | undefined, before: object[] = []) {
  let orders = before;
  const site = siteOf((asked) => {
    if (asked.resource === 'sop_orders' && asked.method === 'GET') return { body: orders };
    if (asked.resource === 'sop_orders') {
      const said = stored(asked);
      if (!said) orders = [order()];
      return said ?? { body: { id: 400, lines: [] } };
    }
    if (asked.method === 'DELETE') {
      orders = orders.filter((each) => `sop_orders/${(each as { id: number }).id}` !== asked.resource);
      return { text: '' };
    }
    return undefined;
  });
  return {
    ...site,
    create: (over: Partial<OrderInput> = {}) => site.adapter.orders?.create({ ...input, ...over }, call()),
  };
}
const drafted = order({
  id: 399,
  is_draft: true,
  document_no: '##1',
  document_status: 'EnumDocumentStatusDraft',
  lines: [],
});

test('an order is one request that confirms it, with its reference, at the prices agreed', async () => {
  const site = siteWith(() => undefined);
  expect(await site.create()).toMatchObject({ number: '0000001001', status: 'confirmed', reference });
  const [post] = site.asked('sop_orders', 'POST');
  expect(post?.body).toMatchObject({
    customer_id: 11,
    spare_text_1: expect.stringMatching(new RegExp(`^${reference}/[0-9A-F]{4}$`)),
    customer_document_no: 'PO-77',
    requested_delivery_date: '2026-12-24T00:00:00Z',
    document_date: '2026-11-28T00:00:00Z',
    document_discount_percent: 0,
    is_editing: false,
    memos: [{ note: 'Gate 3', is_active: true }],
  });
  expect(post?.body.lines).toEqual([
    {
      line_type: 'EnumLineTypeStandard',
      product_id: 5,
      warehouse_id: 3,
      line_quantity: 2,
      selling_unit_id: 8,
      selling_unit_price: 10.12345,
      selling_unit_price_overridden: true,
      discount_percent_specified: true,
      unit_discount_percent: 0,
      unit_discount_overridden: true,
    },
  ]);
  expect(site.asked('sop_orders', 'POST')).toHaveLength(1);
});

test('an order is dated in the calendar of the company', async () => {
  const refusing = ({ resource, method }: Asked) =>
    resource === 'sop_orders' && method === 'POST' ? { status: 400, body: { message: 'No.' } } : undefined;
  const site = siteOf(refusing, { timeZone: 'Pacific/Auckland' });
  await expect(site.adapter.orders?.create(input, call())).rejects.toMatchObject({ kind: 'refused' });
  expect(site.asked('sop_orders', 'POST')[0]?.body.document_date).toBe('2026-11-29T00:00:00Z');
});

test('an order under the reference is the order: nothing is sent again', async () => {
  const site = siteWith(() => undefined, [order()]);
  expect((await site.create())?.id).toBe('400');
  expect(site.asked('sop_orders', 'POST')).toEqual([]);
});

test('a draft that a create left is no order to a look-up, and the next create removes it', async () => {
  const site = siteWith(() => undefined, [drafted]);
  const found = await site.adapter.orders?.findByReference({ references: [input.reference] }, call());
  expect(found).toEqual({ results: [[]] });
  const listed = await site.adapter.orders?.list({ customerId: input.customerId }, call());
  expect(listed?.results).toEqual([]);
  expect((await site.create())?.id).toBe('400');
  expect(site.asked('sop_orders/399', 'DELETE')).toHaveLength(1);
});

test('a refusal counts once what it left is gone, in the words of Sage 200', async () => {
  const words = 'The stock item BENCH-1 is not held in warehouse HOME.';
  let orders: object[] = [];
  const site = siteOf((asked) => {
    if (asked.method === 'DELETE') {
      orders = [];
      return { text: '' };
    }
    if (asked.resource !== 'sop_orders') return undefined;
    if (asked.method === 'GET') return { body: orders };
    orders = [drafted];
    return { status: 400, body: { message: words } };
  });
  await expect(site.adapter.orders?.create(input, call())).rejects.toMatchObject({
    kind: 'refused',
    words,
    field: 'lines.0.productId',
  });
  expect(site.asked('sop_orders/399', 'DELETE')).toHaveLength(1);
});

test('a refusal after which the order is there, or nobody can tell, is uncertain', async () => {
  let posted = false;
  const site = (after: Said) =>
    siteOf((asked) => {
      if (asked.resource !== 'sop_orders') return undefined;
      if (asked.method === 'GET') return posted ? after : { body: [] };
      posted = true;
      return { status: 400, body: { message: 'The order could not be confirmed.' } };
    });
  for (const after of [{ body: [order()] }, { status: 504, text: '' }]) {
    posted = false;
    await expect(site(after).adapter.orders?.create(input, call())).rejects.toMatchObject({ kind: 'uncertain' });
  }
});

test.each([401, 403, 429])('a create that is not let in (%i) was surely not stored', async (status) => {
  const site = siteWith(() => ({ status, body: { message: 'No.' } }));
  await expect(site.create()).rejects.toMatchObject({ kind: status === 429 ? 'busy' : 'unauthorised' });
});
test.each([404, 500, 502, 503, 504])('a create that meets a %i may have been stored', async (status) => {
  const site = siteWith(() => ({ status, text: '<h1>Gateway</h1>', headers: { 'content-type': 'text/html' } }));
  await expect(site.create()).rejects.toMatchObject({ kind: 'uncertain' });
});

test.each<[string, Partial<OrderInput>, string]>([
  [
    'six places of a price',
    { lines: input.lines.map((each) => ({ ...each, unitPrice: { amount: decimal('1.123456'), currency: GBP } })) },
    'lines.0.unitPrice',
  ],
  [
    'six places of a quantity',
    { lines: input.lines.map((each) => ({ ...each, quantity: decimal('0.000001') })) },
    'lines.0.quantity',
  ],
  ['another currency', { currency: currencySchema.parse('USD') }, 'currency'],
  ['a PO number of 31 characters', { poNumber: 'P'.repeat(31) }, 'poNumber'],
  ['another unit', { lines: input.lines.map((each) => ({ ...each, unit: 'Dozen' })) }, 'lines.0.unit'],
])('%s is refused before anything is sent', async (_, over, field) => {
  const site = siteWith(() => undefined);
  await expect(site.create(over)).rejects.toMatchObject({ kind: 'refused', field });
  expect(site.asked('sop_orders', 'POST')).toEqual([]);
});

test('a copy takes reference and mark along and is not found; a second request has another mark', async () => {
  const sent = order({ spare_text_1: `${reference}/A1B2` });
  const copy = order({ id: 500, document_no: '0000001002', spare_text_1: `${reference}/A1B2` });
  const numbers = async (...orders: object[]) =>
    (
      await siteWith(() => undefined, orders).adapter.orders?.findByReference({ references: [input.reference] }, call())
    )?.results[0]?.map(({ number }) => number);
  expect(await numbers(copy, sent)).toEqual(['0000001001']);
  expect(await numbers(sent, order({ id: 501, document_no: '0000001003', spare_text_1: `${reference}/C3D4` }))).toEqual(
    ['0000001001', '0000001003'],
  );
  // A longer reference that begins alike is another one.
  expect(await numbers(order({ spare_text_1: `${reference}7/A1B2` }))).toEqual([]);
});

test.each([
  ['nothing despatched', {}, {}, 'confirmed'],
  ['half despatched', {}, { despatch_receipt_quantity: 1 }, 'partly_delivered'],
  ['despatched', {}, { despatch_receipt_quantity: 2 }, 'delivered'],
  ['invoiced', {}, { despatch_receipt_quantity: 2, invoice_credit_quantity: 2 }, 'invoiced'],
  ['complete', { document_status: 'EnumDocumentStatusComplete' }, {}, 'invoiced'],
  ['cancelled', { document_status: 'EnumDocumentStatusCancelled' }, {}, 'cancelled'],
])('%s: %s', async (_, head, goods, status) => {
  const site = siteWith(() => undefined, [order({ ...head, lines: [line(goods)] })]);
  const found = await site.adapter.orders?.status({ ids: [erpOrderIdSchema.parse('400')] }, call());
  expect(found?.results[0]?.status).toBe(status);
});

test('an order on hold says why it stands still', async () => {
  const held = order({ document_status: 'EnumDocumentStatusOnHold', is_credit_limit_exceeded: true });
  const found = await siteWith(() => undefined, [held]).adapter.orders?.status({ ids: ['400' as never] }, call());
  expect(found?.results[0]?.blocks).toEqual([{ kind: 'credit', code: 'EnumDocumentStatusOnHold' }]);
});

test.each([
  ['a percentage', { selling_unit_price: 12.5, unit_discount_percent: 20 }, 10],
  // The percentage of a value is rounded to two places, and the value is what Sage takes off.
  ['a value', { selling_unit_price: 2.34567, unit_discount_percent: 15, unit_discount_value: 0.35185 }, 1.99382],
])('what Sage takes off a line is part of its price: %s', async (_, goods, price) => {
  const taken = order({ lines: [line(goods)] });
  const found = await siteWith(() => undefined, [taken]).adapter.orders?.status({ ids: ['400' as never] }, call());
  expect(Number(found?.results[0]?.lines[0]?.unitPrice.amount)).toBe(price);
});
