import { decimal, type ErpOrder, erpOrderSchema } from '@backroom/shared';
import { wordsFor } from '@backroom/shared/messages/languages';
import { expect, test } from 'vitest';
import { claimInput, claimView } from './claim.ts';

const words = wordsFor({ locale: 'en-gb', timeZone: 'Europe/Berlin' });
const line = (code: string, delivered: string) => ({
  code,
  name: `Product ${code}`,
  quantity: '5',
  delivered,
  unitPrice: { amount: '1.00', currency: 'EUR' },
});
const order = (number: string, lines: object[]): ErpOrder =>
  erpOrderSchema.parse({
    id: number,
    number,
    reference: null,
    status: 'confirmed',
    orderedOn: '2026-11-20',
    promisedOn: null,
    total: { amount: '5.00', currency: 'EUR' },
    lines,
    deliveries: [],
  });
const orders = [
  order('SO-1', [line('A', '0')]),
  order('SO-2', [line('A', '2.5'), line('B', '0'), line('', '1')]),
  order('SO-3', [line('C', '1')]),
];

test('only what was delivered can come back', () => {
  const view = claimView(words, orders, null);
  expect(view.orders.map(({ value }) => value)).toEqual(['SO-2', 'SO-3']);
  expect(view.lines).toEqual([{ code: 'A', label: 'A Product A: quantity', hint: 'Delivered: 2.5' }]);
  expect(claimView(words, orders, 'SO-3').lines.map(({ code }) => code)).toEqual(['C']);
  expect(claimView(words, orders.slice(0, 1), null)).toMatchObject({
    order: null,
    lines: [],
    empty: 'No delivered orders to return from.',
  });
});

test.each([
  [{}, 'Damaged', 'Enter a quantity'],
  [{ A: ' ' }, 'Damaged', 'Enter a quantity'],
  [{ A: '0' }, 'Damaged', 'Enter a quantity'],
  [{ A: '-1' }, 'Damaged', 'Enter a quantity'],
  [{ A: '1', B: 'two' }, 'Damaged', 'Enter a quantity'],
  [{ A: '1' }, ' ?? '.trim(), 'Enter a reason'],
])('%j because "%s" is not sent: %s', (quantities, reason, missing) => {
  const typed = claimInput(words, { orderNumber: 'SO-2', quantities, reason });
  expect('missing' in typed ? typed.missing : '').toContain(missing);
});

test('what was typed is sent as decimals; an empty quantity leaves its product out', () => {
  expect(claimInput(words, { orderNumber: 'SO-2', quantities: { A: ' 1,5 ', B: '' }, reason: ' Wet box ' })).toEqual({
    input: { orderNumber: 'SO-2', reason: 'Wet box', lines: [{ code: 'A', quantity: decimal('1.5') }] },
  });
});
