import { decimal, type ErpOrder, erpOrderSchema, erpReturnSchema } from '@backroom/shared';
import { wordsFor } from '@backroom/shared/messages/languages';
import { expect, test } from 'vitest';
import { claimInput, claimView, refusedClaim } from './claim.ts';
import * as samples from './samples.test.data.ts';

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

const back = (orderNumber: string, code: string, quantity: string, status = 'received') =>
  erpReturnSchema.parse({
    ...samples.full.returns.returns[0],
    orderNumber,
    status,
    lines: [{ code, name: code, quantity }],
  });
const hint = (quantity: string) => words.t('returns.returnable', { quantity });
const left = (view: ReturnType<typeof claimView>) => view.lines.map(({ code, hint: said }) => [code, said]);

test('only what was delivered can come back', () => {
  const view = claimView(words, { orders, returns: [] }, null);
  expect(view.orders.map(({ value }) => value)).toEqual(['SO-2', 'SO-3']);
  expect(left(view)).toEqual([['A', hint('2.5')]]);
  expect(left(claimView(words, { orders, returns: [] }, 'SO-3'))).toEqual([['C', hint('1')]]);
  expect(claimView(words, { orders: orders.slice(0, 1), returns: [] }, null)).toMatchObject({
    order: null,
    lines: [],
    empty: words.t('returns.no_orders'),
  });
});
test('what came back already is no longer returnable; a rejected return took nothing back', () => {
  const found = (...returns: ReturnType<typeof back>[]) => claimView(words, { orders, returns }, null);
  expect(left(found(back('SO-2', 'A', '2')))).toEqual([['A', hint('0.5')]]);
  expect(left(found(back('SO-2', 'A', '2', 'rejected'), back('SO-9', 'A', '1')))).toEqual([['A', hint('2.5')]]);
  expect(found(back('SO-2', 'A', '2.5')).orders.map(({ value }) => value)).toEqual(['SO-3']);
});
test('two lines of one product are one quantity to return', () => {
  const twice = [order('SO-4', [line('A', '1'), line('A', '2')])];
  expect(left(claimView(words, { orders: twice, returns: [] }, null))).toEqual([['A', hint('3')]]);
});

const typed = (quantities: Record<string, string>, reason: string, chosen: string | null = null) =>
  claimInput(words, claimView(words, { orders, returns: [] }, chosen, quantities), { quantities, reason });
const missing = (given: ReturnType<typeof typed>) => ('missing' in given ? given.missing : '');
test.each([
  [{}, 'Damaged', words.t('returns.need_quantity')],
  [{ A: ' ' }, 'Damaged', words.t('returns.need_quantity')],
  [{ A: '0' }, 'Damaged', words.t('returns.bad_quantity')],
  [{ A: '-1' }, 'Damaged', words.t('returns.bad_quantity')],
  [{ A: 'two' }, 'Damaged', words.t('returns.bad_quantity')],
  // A thousand or nearly ten: not guessed.
  [{ A: '9,999' }, 'Damaged', words.t('returns.bad_quantity')],
  [{ A: '2.6' }, 'Damaged', hint('2.5')],
  [{ A: '1' }, ' ?? '.trim(), words.t('returns.need_reason')],
])('%j because "%s" is not sent: %s', (quantities: Record<string, string>, reason, said) =>
  expect(missing(typed(quantities, reason))).toContain(said),
);
test('a quantity is checked while it is typed', () => {
  const wrong = (text: string) => claimView(words, { orders, returns: [] }, null, { A: text }).lines[0]?.wrong;
  expect([wrong(''), wrong('2.5'), wrong('2.51')]).toEqual([null, null, hint('2.5')]);
});
test('what was typed is sent as decimals; an empty quantity leaves its product out', () => {
  expect(typed({ A: ' 1,5 ' }, ' Wet box ')).toEqual({
    input: { orderNumber: 'SO-2', reason: 'Wet box', lines: [{ code: 'A', quantity: decimal('1.5') }] },
  });
});
test('only the last return can be corrected, and only while it is refused', () => {
  const claim = (state: string) => samples.submission(state, { kind: 'return' });
  expect(refusedClaim([samples.submission('queued'), claim('needs_attention'), claim('confirmed')])?.state).toBe(
    'needs_attention',
  );
  expect(refusedClaim([claim('confirmed'), claim('needs_attention')])).toBeNull();
  expect(refusedClaim(null)).toBeNull();
});
