import { decimal } from '@backroom/shared';
import { describe, expect, test } from 'vitest';
import { instalmentsOf, isOverdue, openOnes } from './receivables.ts';

const line = (dueOn: string | null, amount: string) => ({ dueOn, amount: decimal(amount) });
const zero = decimal('0');

describe('what payments leave of the instalments', () => {
  test('they pay what is due first', () => {
    const left = instalmentsOf([line('2026-03-01', '50'), line('2026-02-01', '50')], decimal('60'));
    expect(left).toEqual([
      { dueOn: '2026-02-01', open: '0' },
      { dueOn: '2026-03-01', open: '40' },
    ]);
    expect(openOnes(left)).toEqual([{ dueOn: '2026-03-01', open: '40' }]);
  });
  test('an entry below zero is a payment as well', () => {
    expect(instalmentsOf([line('2026-02-01', '50'), line(null, '-20')], zero)).toEqual([
      { dueOn: '2026-02-01', open: '30' },
    ]);
  });
  test('more than is owed leaves nothing, not less than nothing', () => {
    expect(instalmentsOf([line('2026-02-01', '50')], decimal('80'))).toEqual([{ dueOn: '2026-02-01', open: '0' }]);
  });
  test('what is due today is not overdue; what has no day never is', () => {
    expect(isOverdue({ dueOn: '2026-02-01', open: decimal('1') }, '2026-02-01')).toBe(false);
    expect(isOverdue({ dueOn: '2026-02-01', open: decimal('1') }, '2026-02-02')).toBe(true);
    expect(isOverdue({ dueOn: null, open: decimal('1') }, '2026-02-02')).toBe(false);
  });
});
