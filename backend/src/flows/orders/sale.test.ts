import { currencySchema, decimal, erpCustomerIdSchema, erpProductIdSchema, referenceSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import type { Connection } from '../../store/connections.ts';
import type { OrderDraft } from './draft.ts';
import { saleOf } from './sale.ts';

const EUR = currencySchema.parse('EUR');
const connection = (more: Partial<Connection> = {}): Parameters<typeof saleOf>[0] => ({
  erp: 'odoo',
  url: 'https://erp.example.com',
  credentials: { key: 'one' },
  settings: { database: 'main', timeZone: 'UTC' },
  ...more,
});
const order = (lines: [product: string, quantity: string, price?: string][]): OrderDraft => ({
  reference: referenceSchema.parse('BR-ABCDEFGHIJ'),
  customerId: erpCustomerIdSchema.parse('c1'),
  currency: EUR,
  requestedDate: null,
  note: null,
  lines: lines.map(([product, quantity, price = '10']) => ({
    productId: erpProductIdSchema.parse(product),
    quantity: decimal(quantity),
    unitPrice: { amount: decimal(price), currency: EUR },
    description: null,
  })),
});
const key = (draft: OrderDraft, at = connection()) => saleOf(at, draft).key;

test('the same goods are the same sale, however they stand in lines, and at whatever price', () => {
  const one = key(
    order([
      ['p1', '2'],
      ['p2', '1'],
    ]),
  );
  expect(
    key(
      order([
        ['p2', '1.0'],
        ['p1', '2'],
      ]),
    ),
  ).toBe(one);
  expect(
    key(
      order([
        ['p1', '1'],
        ['p2', '1'],
        ['p1', '1'],
      ]),
    ),
  ).toBe(one);
  expect(
    key(
      order([
        ['p1', '2', '9.999'],
        ['p2', '1'],
      ]),
    ),
  ).toBe(one);
  expect(
    key(
      order([
        ['p1', '3'],
        ['p2', '1'],
      ]),
    ),
  ).not.toBe(one);
  expect(key(order([['p1', '2']]))).not.toBe(one);
});
test('accounts on the same ERP company have the same key, whoever’s credentials they use and however they are tuned', () => {
  const one = key(order([['p1', '2']]));
  const same = connection({
    url: 'https://ERP.example.com/',
    credentials: { key: 'two' },
    settings: { database: 'main', concurrency: '4' },
  });
  expect(key(order([['p1', '2']]), same)).toBe(one);
});
test.each([
  ['another address', connection({ url: 'https://other.example.com' })],
  ['another database', connection({ settings: { database: 'test' } })],
  ['another company of the database', connection({ settings: { database: 'main', company: '2' } })],
  ['another ERP', connection({ erp: 'tryton' })],
])('%s is nobody’s business', (_, other) => {
  expect(key(order([['p1', '2']]), other)).not.toBe(key(order([['p1', '2']])));
});
test('one bridge may serve many companies: its key tells them apart, unless the connection names the company', () => {
  const bridge = (name: string, company?: string) =>
    connection({ erp: 'bridge', credentials: { key: name }, settings: company ? { company } : {} });
  expect(key(order([['p1', '2']]), bridge('a'))).not.toBe(key(order([['p1', '2']]), bridge('b')));
  expect(key(order([['p1', '2']]), bridge('a', 'acme'))).toBe(key(order([['p1', '2']]), bridge('b', 'acme')));
});
