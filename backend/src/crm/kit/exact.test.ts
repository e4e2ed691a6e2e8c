import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExact, plain, rawNumber } from './exact.ts';

test('numbers keep every digit they were sent with', () => {
  expect(parseExact('{"a":4.0,"b":12345678901234567.89,"c":[0.1],"d":"4.0","e":null,"f":true}')).toEqual({
    a: '4.0',
    b: '12345678901234567.89',
    c: ['0.1'],
    d: '4.0',
    e: null,
    f: true,
  });
});
test('Java’s exponents are written out', () => {
  expect(['1.0E7', '1.234E7', '1.5E-4', '-9.99E10', '1E3', '0.0', '12.50'].map(plain)).toEqual([
    '10000000',
    '12340000',
    '0.00015',
    '-99900000000',
    '1000',
    '0.0',
    '12.50',
  ]);
});
test('an exponent written out is the same number', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: -12, max: 12 }), (digits, exponent) => {
      expect(Number(plain(`${digits}E${exponent}`))).toBe(Number(`${digits}E${exponent}`));
    }),
  ));
test('an amount goes out as a number, digit by digit', () =>
  expect(JSON.stringify({ total: rawNumber('12345678901234567.80') })).toBe('{"total":12345678901234567.80}'));
