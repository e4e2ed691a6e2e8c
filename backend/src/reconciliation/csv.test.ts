import { reconciliationTranslator } from '@backroom/shared/messages/reconciliation';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvHead, csvRows } from './csv.ts';
import type { Finding, Run } from './finding.ts';

const run: Run = {
  id: '00000000-0000-4000-8000-000000000001',
  state: 'finished',
  requestedBy: null,
  from: '2026-11-01',
  to: '2026-11-25',
  timeZone: 'Europe/Berlin',
  createdAt: '2026-11-25T08:00:00.000Z',
  finishedAt: null,
  phase: 'shared',
  compared: 1,
  counts: { missing: 0, double: 0, different: 1, not_converted: 0, not_checked: 0 },
};
const input = {
  run,
  words: reconciliationTranslator('en'),
  dealUrl: (id: string) => `https://crm.example/deal/${id}`,
};
const finding = (more: Partial<Finding> = {}): Finding => ({
  kind: 'different',
  code: 'differs',
  deal: { id: '5001', name: 'Pumps', company: 'Müller & Söhne' },
  submission: null,
  reference: 'BR-TEST000001' as Finding['reference'],
  orders: ['SO-1'],
  differences: [],
  problem: null,
  ...more,
});
/** RFC 4180, read as it is written there: what a spreadsheet makes of the file. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  for (let match = cell.exec(text); match && cell.lastIndex < text.length + 1; match = cell.exec(text)) {
    const [all, raw = '', end] = match;
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (all === '' || (end === '\r\n' && cell.lastIndex === text.length)) break;
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}
const table = (findings: readonly Finding[]) => {
  const [head = [], ...rows] = read(`${csvHead()}${csvRows(input, findings)}`.replace(/^\uFEFF/, ''));
  return rows.map((row) => Object.fromEntries(head.map((name, nth) => [name, row[nth]])));
};

test('it begins with a byte order mark, and lines end as RFC 4180 says', () => {
  const text = `${csvHead()}${csvRows(input, [finding()])}`;
  expect([...Buffer.from(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(text.split('\r\n')).toHaveLength(3);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});
test('a finding of two differences is two rows: decimals as they are, days and moments in ISO', () => {
  const money = (amount: string) => ({ amount, currency: 'EUR' }) as never;
  const differences: Finding['differences'] = [
    { field: 'total', line: null, ours: money('1234567.80'), erp: money('-12.50') },
    { field: 'quantity', line: 'PMP-003 Pump', ours: '4', erp: null },
  ];
  expect(table([finding({ differences })])).toMatchObject([
    {
      code: 'differs',
      deal_url: 'https://crm.example/deal/5001',
      company: 'Müller & Söhne',
      field: 'total',
      sold: '1234567.80',
      sold_currency: 'EUR',
      erp: '-12.50',
      period_from: '2026-11-01',
      run_begun_at: '2026-11-25T08:00:00.000Z',
    },
    { field: 'quantity', line: 'PMP-003 Pump', sold: '4', sold_currency: '', erp: '' },
  ]);
});
test('what a spreadsheet would calculate is text', () => {
  for (const name of ['=HYPERLINK("http://evil.example")', '+1+1', '-1+cmd|calc', '@SUM(A1)', '\t=1', '\r=1'])
    expect(table([finding({ deal: { id: '1', name, company: null } })])[0]?.deal_name).toBe(`'${name}`);
});
test('whatever people write, each cell comes back as it was', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', ';', '\r', '\n', ' ', '=', '’') });
  fc.assert(
    fc.property(text, text, (name, company) => {
      const [row] = table([finding({ deal: { id: '1', name, company } })]);
      const guarded = (value: string) => (/^[=\r]/.test(value) ? `'${value}` : value);
      expect([row?.deal_name, row?.company]).toEqual([guarded(name), guarded(company)]);
    }),
  );
});
