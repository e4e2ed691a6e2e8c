import { expect, test } from 'vitest';
import { lineOf, linesNamed } from './named-lines.ts';

test.each([
  ["Item '1850-ALT' is blocked for Sales order", ['1896-S', '1850-ALT'], [1]],
  ['Madde 1850-ALT satılamaz', ['1850', '1850-ALT'], [1]],
  ['Material 000000000000004711 ist gesperrt', ['47', '4711'], [1]],
  ['Quantity 10 is too much', ['10', 'X'], []],
  ['T-2000 and T-2005', ['T-2000', null, 'T-2005'], [0, 2]],
  ['An unexpected error has occurred.', ['T-2000'], []],
])('%s', (words, codes, lines) => {
  expect(linesNamed(words, codes)).toEqual(lines);
});

test('a wrong line is worse than none', () => {
  const unit = { index: 0, field: 'unit', sure: false };
  const gone = { index: 2, field: 'productId', sure: true };
  expect(lineOf([1], [unit, gone])).toBe('lines.1.productId');
  expect(lineOf([0], [unit, gone])).toBe('lines.0.unit');
  expect(lineOf([0, 1], [])).toBe(null);
  expect(lineOf([0, 2], [gone])).toBe('lines.2.productId');
  expect(lineOf([], [unit, gone])).toBe('lines.2.productId');
  expect(lineOf([], [unit])).toBe(null);
});
