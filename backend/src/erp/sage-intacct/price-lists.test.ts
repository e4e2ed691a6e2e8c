import { decimal } from '@backroom/shared';
import { expect, test } from 'vitest';
import { type Entry, entriesOf, entryRow, type List, ownPrice, priceIn, stepsIn } from './price-lists.ts';

let keys = 0;
const entry = (list: string, over: object): Entry => {
  keys += 1;
  return entryRow.parse({
    key: String(keys),
    'item.key': '5',
    'priceList.id': list,
    status: 'active',
    value: '10.00',
    valueType: 'actual',
    ...over,
  });
};
const list = (id: string, off = '0'): List => ({ id, off: decimal(off), isActive: true });
const price = (entries: readonly Entry[], lists: readonly List[], quantity = '1') =>
  priceIn(entries, lists, decimal(quantity))?.price ?? null;

test('the most particular list has the price, and the base list the rest', () => {
  const entries = [entry('Base', { value: '10.00' }), entry('Own', { value: '9.00', minimumQuantity: '5' })];
  expect(price(entries, [list('Own'), list('Base')])).toBe('10');
  expect(price(entries, [list('Own'), list('Base')], '5')).toBe('9');
  expect(price(entries, [])).toBeNull();
});

test('an entry that is a difference counts from the lists behind it; without a price there it has none', () => {
  const base = entry('Base', { value: '10.00' });
  const of = (valueType: string, value: string) =>
    price([base, entry('Own', { valueType, value })], [list('Own'), list('Base')]);
  expect(of('dollarMarkup', '1.50')).toBe('11.5');
  expect(of('dollarDiscount', '1.50')).toBe('8.5');
  expect(of('markupPercent', '20')).toBe('12');
  expect(of('discountPercent', '20')).toBe('8');
  expect(of('somethingNew', '20')).toBeNull();
  expect(price([entry('Own', { valueType: 'discountPercent', value: '20' })], [list('Own'), list('Base')])).toBeNull();
});

test('the price of the item itself counts where no list has one, and a schedule takes off it as well', () => {
  const item = { key: '5', 'sales.basePrice': decimal('11') };
  const own = ownPrice(item, 'Base');
  expect(price(own, [list('Own'), list('Base')])).toBe('11');
  expect(price([entry('Base', { value: '10.00' }), ...own], [list('Base')])).toBe('10');
  expect(price([entry('Base', { value: '9.00', minimumQuantity: '5' }), ...own], [list('Base')], '4')).toBe('11');
  expect(price(own, [list('Base', '10')])).toBe('9.9');
  expect(ownPrice({ ...item, 'sales.basePrice': null }, 'Base')).toEqual([]);
});

test('a price schedule takes its percentage off the list that it names', () => {
  expect(price([entry('Base', { value: '10.00' })], [list('Base', '10'), list('Base')])).toBe('9');
  expect(price([entry('Base', { value: '10.00' })], [list('Base', '-10')])).toBe('11');
});

test('quantity ranges are closed at both ends; of several the one for the largest quantity counts, then the one that began last', () => {
  const entries = [
    entry('Base', { value: '10.00', minimumQuantity: '0', maximumQuantity: '9' }),
    entry('Base', { value: '8.00', minimumQuantity: '10', maximumQuantity: '0' }),
    entry('Base', { value: '7.50', minimumQuantity: '10', startDate: '2026-11-01' }),
  ];
  expect(price(entries, [list('Base')], '9')).toBe('10');
  expect(price(entries, [list('Base')], '9.5')).toBeNull();
  expect(price(entries, [list('Base')], '10')).toBe('7.5');
  expect(stepsIn(entries, list('Base'))).toEqual(['10']);
});

test('entries of another day, another currency or an inactive one do not count', () => {
  const entries = [
    entry('Base', { startDate: '2026-12-01' }),
    entry('Base', { endDate: '2026-11-27' }),
    entry('Base', { status: 'inactive' }),
    entry('Base', { currency: 'USD', value: '12.00' }),
    entry('Base', { value: '10.00' }),
  ];
  const on = (currency: string) => entriesOf(entries, '2026-11-28', currency, 'EUR').map(({ value }) => value);
  expect(on('EUR')).toEqual(['10']);
  expect(on('USD')).toEqual(['12']);
});
