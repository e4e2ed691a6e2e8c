import { expect, test } from 'vitest';
import { crmReserve } from './crm-reserve.ts';

test('the last calls of a CRM’s day are for writes; one read a minute finds out when the day is over', () => {
  let now = 0;
  const reserve = crmReserve(() => now);
  const read = () => {
    try {
      reserve.mayRead('salesforce:1');
      return 'read';
    } catch {
      return 'busy';
    }
  };
  expect(read()).toBe('read');
  reserve.spent('salesforce:1', 0.94);
  expect(read()).toBe('read');
  reserve.spent('salesforce:1', 0.96);
  expect(read()).toBe('busy');
  now += 61_000;
  expect([read(), read()]).toEqual(['read', 'busy']);
  reserve.spent('salesforce:1', 0.01);
  expect(read()).toBe('read');
});
