import { decimal } from '@backroom/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfEven } from '../kit/half-even.ts';
import { date, datetime, float, numeric, reference, toDate, toDatetime, toFloat, toNumeric } from './wire.ts';

describe('numbers as Python and JSON print them', () => {
  test.each([
    ['37.905000000000000', '37.905'],
    ['-0E-15', '0'],
    ['1.5E+3', '1500'],
    ['0E+2', '0'],
    ['-12.50', '-12.5'],
  ])('Decimal %s is %s', (text, expected) => {
    expect(numeric.parse({ __class__: 'Decimal', decimal: text })).toBe(expected);
  });
  test.each([
    [0.1 + 0.2, '0.3'],
    [1e-7, '0'],
    [1e21, '1000000000000000000000'],
    [-2.5, '-2.5'],
  ])('float %s is %s', (value, expected) => {
    expect(float.parse(value)).toBe(expected);
  });
  test.each([
    ['61.845', 2, '61.84'],
    ['61.855', 2, '61.86'],
    ['-0.005', 2, '0.00'],
    ['-0.015', 2, '-0.02'],
    ['2.5', 0, '2'],
    ['7', 4, '7.0000'],
  ])('%s to %i places is %s: ties go to the even digit', (text, places, expected) => {
    expect(halfEven(text, places).replace(/^-(?=0\.?0*$)/, '')).toBe(expected);
  });
  test('a quantity goes out and comes back as it was, or not at all', () => {
    const quantity = fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 999_999 }));
    fc.assert(
      fc.property(quantity, ([whole, part]) => {
        const text = decimal(`${whole}.${String(part).padStart(6, '0')}`);
        const sent = toFloat(text);
        if (sent !== null) expect(numeric.parse(toNumeric(text))).toBe(float.parse(sent));
      }),
    );
    expect(toFloat(decimal('9007199254740993'))).toBeNull();
  });
});

test('days and instants keep what they say', () => {
  expect(date.parse(toDate('2026-02-09'))).toBe('2026-02-09');
  expect(datetime.parse(toDatetime('2026-12-31T23:59:59.123Z'))).toBe('2026-12-31T23:59:59.123000Z');
});
test('a reference names model and record', () => {
  expect(reference.parse('sale.complaint.action-sale.line,12')).toEqual({
    model: 'sale.complaint.action-sale.line',
    id: 12,
  });
  expect(reference.safeParse('nonsense').success).toBe(false);
});
