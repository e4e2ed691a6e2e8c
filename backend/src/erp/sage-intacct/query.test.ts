import { expect, test } from 'vitest';
import { flat } from './client.ts';
import { above, all, among, any, containing, equal, filtersOf } from './query.ts';

test('a condition becomes numbered filters and a text that joins them', () => {
  expect(filtersOf(equal('id', 'C1'))).toEqual({ filters: [{ $eq: { id: 'C1' } }], filterExpression: '1' });
  expect(filtersOf(all(equal('a', '1'), any(among('b', ['2', '3']), containing('c', '4')), above('d', '5')))).toEqual({
    filters: [{ $eq: { a: '1' } }, { $in: { b: ['2', '3'] } }, { $contains: { c: '4' } }, { $gt: { d: '5' } }],
    filterExpression: '1 and (2 or 3) and 4',
  });
});

test('a condition of one part needs no brackets, at any depth', () => {
  expect(filtersOf(any(all(any(equal('a', '1'), equal('b', '2'))))).filterExpression).toBe('1 or 2');
  expect(filtersOf(all(any(equal('a', '1')), equal('b', '2'))).filterExpression).toBe('1 and 2');
});

test('fields of related records are named with dots, however the answer nests them', () => {
  expect(flat({ key: '1', customer: { key: '2', term: { id: 'Net 30' } }, 'item.id': 'A', lines: [{ a: 1 }] })).toEqual(
    {
      key: '1',
      'customer.key': '2',
      'customer.term.id': 'Net 30',
      'item.id': 'A',
      lines: [{ a: 1 }],
    },
  );
});
