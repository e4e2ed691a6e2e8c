import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, canonical, compare, decimal, divide, multiply, parseDecimal, round, subtract } from './decimal.ts';
import { createFormat } from './format.ts';
import { money } from './money.ts';

/** Numbers as ERPs keep them: up to 15 digits and 4 places, with sign. */
const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 9999 }))
  .map(([minus, whole, part]) => decimal(`${minus ? '-' : ''}${whole}.${String(part).padStart(4, '0')}`));

test('sums are exact: what is added can be taken off again', () =>
  fc.assert(fc.property(decimals, decimals, (a, b) => compare(subtract(add(a, b), b), a) === 0)));
test('sums do not depend on the order', () =>
  fc.assert(fc.property(decimals, decimals, decimals, (a, b, c) => add(a, b, c) === add(c, a, b))));
test('multiplying agrees with integers', () =>
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 10n }),
      fc.bigInt({ min: 0n, max: 10n ** 10n }),
      (a, b) => String(multiply(decimal(`${a}`), decimal(`${b}`))) === String(a * b),
    ),
  ));
test('the canonical form is one for equal numbers', () =>
  fc.assert(fc.property(decimals, (a) => canonical(a) === canonical(decimal(`${a}000`)))));
test('comparing is a total order', () =>
  fc.assert(fc.property(decimals, decimals, (a, b) => compare(a, b) === ((0 - compare(b, a)) as number))));
test('rounding goes half away from zero', () => {
  expect(round(decimal('1.005'), 2)).toBe('1.01');
  expect(round(decimal('-1.005'), 2)).toBe('-1.01');
  expect(() => divide(decimal('1'), decimal('0'))).toThrow();
});
test.each(['', '1e5', '1,5', '--1', ' 1', `${'9'.repeat(25)}`, 'NaN'])('%j is no decimal', (text) =>
  expect(() => decimal(text)).toThrow(),
);
test.each([
  ['33.333333333333336', '33.333333333333'],
  ['10.000000000000014', '10'],
  ['1.2E7', '12000000'],
  ['-1.5e-7', '-0.00000015'],
  [' +3. ', '3'],
  ['.5', '0.5'],
  ['-0.0000000000001', '0'],
  ['1234567890123456.78', '1234567890123456.78'],
])('%s, written elsewhere, is %s', (text, value) => expect(parseDecimal(text)).toBe(value));
test.each(['', 'x', '1,5', '1e', '1e9999', '9e40', 'Infinity', '0x10', '1 000', '--1'])('%j is no number', (text) =>
  expect(parseDecimal(text)).toBeNull(),
);
test('every double is read as what it is, to 12 places', () =>
  fc.assert(
    fc.property(fc.double({ min: -1e20, max: 1e20, noNaN: true }), (value) => {
      const read = Number(parseDecimal(String(value)));
      expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.max(1e-12, Math.abs(value) * 1e-15));
    }),
  ));
test('amounts beyond the exact range of a JS number are printed to the cent', () => {
  const format = createFormat({ locale: 'de_DE', timeZone: 'Europe/Berlin' });
  expect(format.money(money('9007199254740993.07', 'EUR'))).toBe('9.007.199.254.740.993,07\u00a0€');
  expect(format.date('2026-03-29')).toBe('29. März 2026');
});
test.each(['it', 'es', 'de', 'nl'])('in %s thousands are grouped in every figure of a column', (locale) => {
  const format = createFormat({ locale, timeZone: 'UTC' });
  const [small, large] = [money('6830.36', 'EUR'), money('50000', 'EUR')];
  for (const text of [format.money(small), format.price(small), format.quantity(decimal('6830.36'))])
    expect(text).toContain('6.830,36');
  expect(format.money(large)).toContain('50.000,00');
});
test.each([
  ['en', '1', '1 pc'],
  ['en', '1.5', '1.5 pcs'],
  ['fr', '1', '1 pce'],
  ['fr', '4', '4 pces'],
  ['es', '1', '1 ud.'],
  ['es', '0', '0 uds.'],
  ['de', '1', '1 Stk.'],
])('in %s %s piece(s) are “%s”, and the unit stays beside its number', (locale, quantity, text) =>
  expect(createFormat({ locale, timeZone: 'UTC' }).quantity(decimal(quantity), 'pcs')).toBe(
    text.replace(' ', '\u00a0'),
  ),
);
test('an unknown time zone or language falls back', () =>
  expect(createFormat({ locale: 'xx-!!', timeZone: 'Mars/Base' }).instant('2026-11-24T08:00:00.000Z')).toContain(
    '2026',
  ));
