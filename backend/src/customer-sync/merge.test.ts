import { expect, test } from 'vitest';
import { merge } from './merge.ts';

const names = { industry: 'sector' };
const of = (crm: string | null, erp: string | null, base?: string | null) => {
  const before: Record<string, string | null> = base === undefined ? {} : { industry: base };
  const given = { crm: { industry: crm }, erp: { industry: erp }, base: before };
  const { write, conflicts } = merge(given, names);
  return conflicts.length > 0 ? 'conflict' : (write.industry ?? 'nothing');
};

test.each([
  ['only the CRM changed', 'Steel', 'Iron', 'Iron', 'Steel'],
  ['both changed, and differ by case alone', 'Steel', 'steel', 'Iron', 'conflict'],
  ['both are the same in another spelling', 'Steel  works', 'Steel works', undefined, 'nothing'],
  ['only the ERP changed', 'Iron', 'Copper', 'Iron', 'nothing'],
  ['both changed', 'Steel', 'Copper', 'Iron', 'conflict'],
  ['nothing is known of before, and the ERP is empty', 'Steel', null, undefined, 'Steel'],
  ['nothing is known of before, and both have a value', 'Steel', 'Copper', undefined, 'conflict'],
  ['the CRM is empty', null, 'Copper', 'Iron', 'nothing'],
  ['the ERP was emptied, and the CRM changed', 'Steel', null, 'Iron', 'conflict'],
  ['numbers', '1500.50', '1500.5', undefined, 'nothing'],
])('%s', (_, crm, erp, base, what) => expect(of(crm, erp, base)).toBe(what));

test('what is written names what the ERP must still have, and is the base from then on', () => {
  const { write, expected, base } = merge(
    { crm: { industry: 'Steel' }, erp: { industry: 'Iron' }, base: { industry: 'Iron' } },
    names,
  );
  expect([write, expected, base]).toEqual([{ industry: 'Steel' }, { industry: 'Iron' }, { industry: 'Steel' }]);
});
test('a conflict names both fields and both values, and leaves the base as it was', () => {
  const { conflicts, base } = merge(
    { crm: { industry: 'Steel' }, erp: { industry: 'Copper' }, base: { industry: 'Iron' } },
    names,
  );
  expect(conflicts).toEqual([{ field: 'industry', crmField: 'sector', crm: 'Steel', erp: 'Copper' }]);
  expect(base).toEqual({ industry: 'Iron' });
});
