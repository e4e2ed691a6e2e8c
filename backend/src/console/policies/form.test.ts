import { expect, test } from 'vitest';
import { readPolicies, shownPolicies, type Typed } from './form.ts';

const typed = (more: Typed): Typed => ({ currency: 'EUR', role: '', people: '', ...more });

test('amounts are read as the language writes them, and shown so', () => {
  const read = readPolicies(typed({ orderAmount: '10000,50', discountPercent: '12,5' }), 'de');
  if ('wrong' in read) throw new Error(read.wrong.join());
  expect(read.policies.limits).toMatchObject({ orderAmount: { amount: '10000.50' }, discountPercent: '12.5' });
  expect(shownPolicies(read.policies, 'de')).toMatchObject({ orderAmount: '10000,50', discountPercent: '12,5' });
});
test.each([
  ['10.000', 'de'],
  ['10,000', 'en'],
] as const)('%s in %s may be ten or ten thousand, and is refused', (orderAmount, locale) =>
  expect(readPolicies(typed({ orderAmount }), locale)).toEqual({ wrong: ['orderAmount'] }),
);
