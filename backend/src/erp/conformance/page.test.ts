import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cases } from './cases.ts';
import { conformancePage } from './page.ts';
import type { Run } from './run.ts';
import { subjects } from './subjects.ts';

const page = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'conformance.md');
const ran = (subject: string, note: string): Run => ({
  subject,
  state: 'ran',
  erp: 'An ERP',
  version: '1.0',
  results: [
    { name: 'a: works', outcome: { state: 'ok', note } },
    { name: 'b: cannot | be shown', outcome: { state: 'skip', reason: `no example for ${subject}` } },
    { name: 'c: fails', outcome: { state: 'fail', error: new Error('no') } },
  ],
});
const names = ['a: works', 'b: cannot | be shown', 'c: fails'];
const order = [{ name: 'First', proof: 'live' }, { name: 'Second' }];

test('the page keeps the column of an adapter that could not run, and is the same after the same run', () => {
  const both = conformancePage([ran('First', '1 call'), ran('Second', '2 calls')], names, order, '', '2026-11-24');
  const again = conformancePage(
    [ran('Second', '2 calls'), { subject: 'First', state: 'unavailable', reason: 'not here' }],
    names,
    order,
    both,
    '2026-11-24',
  );
  expect(again).toBe(both);
  expect(both).toContain('| a: works | ok (1 call) | ok (2 calls) |');
  expect(both).toContain('| Second | An ERP 1.0 |  | 2026-11-24 | 1 | 1 | 1 |');
  expect(both).toContain('- b: cannot \\| be shown — no example for First');
  expect(both).toContain('| First | An ERP 1.0 | live |');
  const later = conformancePage([ran('First', '7 calls')], names, order, both, '2026-11-25');
  expect(later).toContain('| a: works | ok (7 calls) | ok (2 calls) |');
  expect(later).toContain('| Second | An ERP 1.0 |  | 2026-11-24 |');
});

test('the page names every case of the kit; a new one is shown by `npm run conformance`', () => {
  const text = readFileSync(page, 'utf8');
  expect(cases.map(({ name }) => name).filter((name) => !text.includes(`| ${name.replaceAll('|', '\\|')} |`))).toEqual(
    [],
  );
});

test('no two cases have one name, and no two subjects', () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(new Set(subjects.map(({ name }) => name)).size).toBe(subjects.length);
});
