import { currencySchema, decimal } from '@backroom/shared';
import { expect, test } from 'vitest';
import { ageingOf } from './ageing.ts';

const money = (amount: ReturnType<typeof decimal>) => ({ amount, currency: currencySchema.parse('EUR') });

test('an amount is in the bucket of its days, and in no other', () => {
  const items = [1, 30, 31, 60, 61, 90, 91, 400].map((late) => ({ late, amount: decimal('1.10') }));
  const rows = ageingOf([...items, { late: 0, amount: decimal('5') }], money);
  expect(rows.map(({ fromDays, toDays, amount }) => [fromDays, toDays, Number(amount.amount)])).toEqual([
    [1, 30, 2.2],
    [31, 60, 2.2],
    [61, 90, 2.2],
    [91, null, 2.2],
  ]);
});
