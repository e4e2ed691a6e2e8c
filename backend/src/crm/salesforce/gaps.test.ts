import { expect, test } from 'vitest';
import { goneGaps, numberGaps, recurringGaps } from './gaps.ts';

const line = (Id: string, more: object = {}) => ({ Id, Quantity: '1', Product2: { Name: `Product ${Id}` }, ...more });
const named = (gaps: ReturnType<typeof recurringGaps>) => gaps.map(({ kind, what }) => `${kind} ${what}`);

test('a quote’s line is scheduled where the opportunity’s line behind it is', () => {
  const lines = [line('q1', { OpportunityLineItemId: 'o1' }), line('q2', { OpportunityLineItemId: 'o2' }), line('q3')];
  const ofDeal = [
    line('o1', { HasSchedule: true }),
    line('o2', { HasSchedule: false }),
    line('o3', { HasSchedule: true }),
  ];
  expect(named(recurringGaps(lines, ofDeal))).toEqual(['recurring Product q1']);
});
test('a line of Revenue Cloud that is billed again is named, one that is billed once is not', () => {
  const billed = (Id: string, BillingFrequency: string | null) => line(Id, { BillingFrequency });
  const lines = [
    billed('monthly', 'Monthly'),
    billed('once', 'OneTime'),
    billed('once2', 'One-Time'),
    billed('none', null),
  ];
  expect(named(recurringGaps(lines, []))).toEqual(['recurring Product monthly']);
});
test('a number that does not parse is named with its label, an empty one is not', () => {
  const fields = new Map([['TotalPrice', { label: 'Gesamtpreis', updateable: false }]]);
  const row = { TotalPrice: `1${'0'.repeat(30)}`, UnitPrice: 'x', Discount: null, Quantity: '1.0E7' };
  const gaps = numberGaps(row, fields, ['TotalPrice', 'UnitPrice', 'Discount', 'Quantity'], 'l1');
  expect(gaps.map(({ what }) => what.slice(0, 20))).toEqual(['Gesamtpreis: 1000000', 'UnitPrice: x']);
});
test('a field that an account chose itself and that is gone is named; one of the package is found under its namespace', () => {
  const fields = new Map(
    ['Tax__c', 'ours__Backroom_VAT_Id__c'].map((name) => [name, { label: name, updateable: true }] as const),
  );
  const gaps = goneGaps(fields, ['Tax__c', 'Backroom_VAT_Id__c', 'Old__c', undefined]);
  expect(named(gaps)).toEqual(['hidden Old__c']);
  expect(goneGaps(null, ['Old__c'])).toEqual([]);
});
