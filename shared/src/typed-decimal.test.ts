import { expect, test } from 'vitest';
import { decimal } from './decimal.ts';
import { locales } from './messages/locale.ts';
import { typedDecimal, writtenDecimal } from './typed-decimal.ts';

test.each([
  ['12', 'en', '12'],
  [' 2.5 ', 'en', '2.5'],
  ['2,5', 'en', '2.5'],
  ['1.125', 'en', '1.125'],
  ['2,5', 'de', '2.5'],
  ['2.5', 'de', '2.5'],
  ['19.90', 'fr', '19.90'],
  ['1,125', 'it', '1.125'],
  ['-3,5', 'nl', '-3.5'],
] as const)('%s in %s is %s', (text, locale, value) => expect(typedDecimal(text, locale)).toBe(value));

test.each([
  ['1,000', 'en'],
  ['1.000', 'de'],
  ['10.000', 'es'],
  ['1.000,50', 'de'],
  ['1,000.50', 'en'],
  ['1 000', 'fr'],
  ['1.', 'en'],
  ['', 'en'],
  ['2e3', 'en'],
  ['two', 'en'],
] as const)('%s in %s is not guessed', (text, locale) => expect(typedDecimal(text, locale)).toBeNull());

test.each(locales)('what a form shows in %s is read back as it was', (locale) => {
  for (const value of ['0', '2.5', '0.125', '1000.000', '-12.30'])
    expect(typedDecimal(writtenDecimal(decimal(value), locale), locale)).toBe(value);
});
