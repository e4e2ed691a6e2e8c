import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseChanges } from '@backroom/backend/crm/salesforce/events';
import { accountIdSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { readApex } from '../tools/apex.ts';

const app = join(import.meta.dirname, '..', 'force-app', 'main', 'default');
const files = globSync('classes/*.cls', { cwd: app }).sort();
const triggers = globSync('triggers/*.trigger', { cwd: app }).sort();
const read = (file: string) => readFileSync(join(app, file), 'utf8');
const classes = files.map((file) => ({ file, ...readApex(read(file)) }));

test.each(classes)('$file: parses, and keeps the rules', ({ file, name, errors }) => {
  expect(errors).toEqual([]);
  expect(name).toBe(basename(file, '.cls'));
});
test.each(triggers)('%s: parses, hands on to a class and holds nothing itself, and a test makes it run', (file) => {
  const source = read(file);
  expect(readApex(source).errors).toEqual([]);
  const [, name, event] = /^trigger (\w+) on (\w+)ChangeEvent\(after insert\)/m.exec(source) ?? [];
  expect(name).toBe(basename(file, '.trigger'));
  expect(source).toMatch(/\n {4}BackroomChanges\.tell\(headers\);\n}\n$/);
  const tests = classes.filter(({ isTest }) => isTest).map((each) => read(each.file));
  expect(tests.some((text) => text.includes('Test.enableChangeDataCapture()') && text.includes(event ?? '-'))).toBe(
    true,
  );
  // Without its channel the platform sends it nothing.
  expect(
    read(`platformEventChannelMembers/ChangeEvents_${event}ChangeEvent.platformEventChannelMember-meta.xml`),
  ).toContain(`<selectedEntity>${event}ChangeEvent</selectedEntity>`);
});
test('what the triggers tell is what the backend reads', () => {
  const told = [...read('classes/BackroomChanges.cls').matchAll(/'(\w+)' => header\.\w+/g)].map(([, key]) => key ?? '');
  const header = {
    entityName: 'Opportunity',
    recordIds: ['0065g00000AbCdEAAV'],
    changeOrigin: 'com/salesforce/api/rest/64.0;client=Other',
    changeType: 'UPDATE',
    changedFields: ['Amount'],
    commitTimestamp: 1_700_000_000_000,
  };
  expect(told.sort()).toEqual(Object.keys(header).sort());
  expect(parseChanges(accountIdSchema.parse('salesforce:00D'), [header])).toMatchObject([
    { kind: 'record_changed', record: { type: 'deal' } },
  ]);
});
test('each label that Apex says exists', () => {
  const labels = readFileSync(join(app, 'labels', 'CustomLabels.labels-meta.xml'), 'utf8');
  const said = files.flatMap((file) => [...read(file).matchAll(/\bLabel\.(\w+)/g)].map(([, name]) => name ?? ''));
  expect(said.length).toBeGreaterThan(10);
  expect(said.filter((name) => !labels.includes(`<fullName>${name}</fullName>`))).toEqual([]);
});

// The rules themselves: a check that cannot fail is none.
const inClass = (body: string) => `public with sharing class A { ${body} }`;
test.each([
  ['public class A { }', 'a class that does not say "with sharing"'],
  ['public without sharing class A { }', 'a class without sharing'],
  [inClass('void a() { List<Account> x = [SELECT Id FROM Account LIMIT 1]; }'), 'a query without WITH USER_MODE'],
  [inClass('void a() { List<Account> x = [SELECT Id FROM Account WITH USER_MODE]; }'), 'a query without LIMIT'],
  [inClass('void a() { insert new Account(); }'), 'insert without "as user"'],
  [inClass('void a() { Database.query(b, AccessLevel.USER_MODE); }'), 'a query that is put together from parts'],
  [inClass("void a() { Database.query('SELECT Id FROM Account'); }"), 'a Database call without AccessLevel.USER_MODE'],
  [inClass("void a() { Id b = '0065g00000AbCdEAAV'; }"), 'an id in the code'],
  [
    inClass('@AuraEnabled(cacheable=true) public static void a() { update as user b; }'),
    'a cacheable method that writes',
  ],
  [inClass('void a() { int = ; }'), 'expecting'],
  ['trigger A on Account(after insert) { insert x; }', 'insert without "as user"'],
  ['/** Why. */\ntrigger A on Account(after insert) { if }', 'expecting'],
])('%s is found', (source, error) => expect(readApex(source).errors.join()).toContain(error));
test('what is right is left alone', () =>
  expect(
    readApex(
      inClass(
        "void a() { List<Account> x = [SELECT Id FROM Account WITH USER_MODE LIMIT 1]; insert as user x; String s = 'a sentence of words'; }",
      ),
    ).errors,
  ).toEqual([]));
