import { expect, test } from 'vitest';
import { documentOf, LONGEST } from './parse.ts';
import { shipped, shippedNames } from './shipped.ts';

const erpnext = shipped('erpnext');
const faults = (text: string) => {
  const read = documentOf(text);
  return 'faults' in read ? read.faults : [];
};
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

test.each(shippedNames)('the document for %s is sound', (name) => expect(faults(shipped(name))).toEqual([]));
test('the same document as JSON', () => {
  const read = documentOf(erpnext);
  if ('faults' in read) throw new Error('not sound');
  expect(documentOf(JSON.stringify(read.document, null, 2))).toEqual(read);
});
test.each([
  ['a field that is none', 'total: grand_total', 'totl: grand_total', 'orders.fields.totl', 'totl'],
  ['an expression with a fault', 'total: grand_total', "total: 'a +'", 'orders.fields.total', ''],
  [
    'a function that is none',
    'total: grand_total',
    "total: '$fetch(grand_total)'",
    'orders.fields.total',
    'no function $fetch',
  ],
  [
    'a template with a fault',
    'path: "/api/resource/Sales Order/{{id}}"',
    'path: "/api/resource/Sales Order/{{id"',
    'orders.confirm.path',
    'it has no end',
  ],
  [
    'another host',
    'path: /api/method/frappe.utils.change_log.get_versions',
    'path: //evil.example/x',
    'health.path',
    'one "/"',
  ],
  ['a time zone that is none', 'timeZone: Europe/Paris', 'timeZone: Paris', 'company.timeZone', 'IANA'],
])('%s is named with its line and path', (_, from, to, path, words) => {
  const text = erpnext.replace(from, to);
  expect(text).not.toBe(erpnext);
  const fault = faults(text).find((each) => each.path === path);
  expect(fault?.message ?? '').toContain(words);
  expect(fault?.line).toBe(lineOf(text, to));
});
test('a missing part is named at what it is missing in', () => {
  const [fault] = faults(erpnext.replace('    total: grand_total\n', ''));
  expect(fault).toMatchObject({ path: 'orders.fields.total' });
  expect(fault?.line).toBeGreaterThan(lineOf(erpnext, 'orders:') - 1);
});
test('YAML that is none, aliases and a text without end are refused', () => {
  expect(faults('a: [')[0]?.line).toBe(1);
  expect(faults('a: &a [x]\nb: [*a, *a]')[0]?.message).toContain('aliases');
  expect(faults('x'.repeat(LONGEST + 1))[0]?.message).toContain('longer than');
  expect(faults('')).toHaveLength(1);
});
