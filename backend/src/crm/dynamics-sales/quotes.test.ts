import { expect, test } from 'vitest';
import { sumGaps } from './quotes.ts';

test('sums are compared in the places of their currency', () => {
  const sums = { totallineitemamount: '2018', totaldiscountamount: '0', totalamountlessfreight: '2018' };
  const in3 = { transactioncurrencyid: { isocurrencycode: 'KWD' } };
  expect(sumGaps({ ...sums, ...in3, totalamount: '2018.004' })).toEqual([
    { kind: 'adjustment', what: 'totalamount: 2018.004', lineId: null },
  ]);
  expect(sumGaps({ ...sums, ...in3, totalamount: '2018.000' })).toEqual([]);
});
