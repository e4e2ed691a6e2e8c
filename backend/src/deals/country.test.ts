import { expect, test } from 'vitest';
import { countryCode } from './country.ts';

test.each([
  ['de', 'DE'],
  [' Germany ', 'DE'],
  ['Deutschland', 'DE'],
  ['ALLEMAGNE', 'DE'],
  ['Österreich', 'AT'],
  ['United States', 'US'],
  ['Côte d’Ivoire', 'CI'],
  ['Atlantis', null],
  ['', null],
  [null, null],
])('the country "%s" is %s', (text, code) => {
  expect(countryCode(text)).toBe(code);
});
