import type { RecordRef } from '@backroom/shared';
import { expect, test } from 'vitest';
import { eventsBetween, keyOf } from './events.ts';
import type { Plain } from './fields.ts';

const deal: RecordRef = { type: 'deal', id: '5001' };
const company: RecordRef = { type: 'company', id: '7001' };

test.each<[string, RecordRef, Plain, Plain, boolean, string[]]>([
  ['an order that was just made', deal, {}, { orderStatus: 'confirmed' }, true, ['order_confirmed']],
  ['an order of before, at the first fill', deal, {}, { orderStatus: 'delivered' }, false, []],
  ['an order on its way', deal, { orderStatus: 'queued' }, { orderStatus: 'sending' }, false, []],
  [
    'a draft that is confirmed',
    deal,
    { orderStatus: 'draft' },
    { orderStatus: 'confirmed' },
    false,
    ['order_confirmed'],
  ],
  ['a delivery', deal, { orderStatus: 'confirmed' }, { orderStatus: 'delivered' }, false, ['delivered']],
  ['a part of one', deal, { orderStatus: 'confirmed' }, { orderStatus: 'partly_delivered' }, false, []],
  ['an invoice after it', deal, { orderStatus: 'delivered' }, { orderStatus: 'invoiced' }, false, []],
  ['a credited return', deal, { returnStatus: 'received' }, { returnStatus: 'credited' }, false, ['return_credited']],
  ['an overdue customer', company, { creditAlert: 'ok' }, { creditAlert: 'overdue' }, false, ['overdue']],
  ['one that was overdue at the first fill', company, {}, { creditAlert: 'overdue' }, false, []],
  ['one over the limit', company, { creditAlert: 'overdue' }, { creditAlert: 'over_limit' }, false, ['over_limit']],
  ['the same on its deals', deal, { creditAlert: 'ok' }, { creditAlert: 'overdue' }, false, []],
])('%s', (_, ref, before, after, isNew, events) => {
  expect(eventsBetween(ref, before, after, isNew)).toEqual(events);
});
test('an order is told of once, a customer once a day', () => {
  expect(keyOf('delivered', deal, { orderNumber: 'SO-1' }, '2026-11-28')).toBe('delivered|deal|5001|SO-1');
  expect(keyOf('overdue', company, { orderNumber: null }, '2026-11-28')).toBe('overdue|company|7001|2026-11-28');
});
