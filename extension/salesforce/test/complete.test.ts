import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { incomplete } from '../tools/complete.ts';

test('every class has its test, every file its component, every component its line in the manifest', () =>
  expect(incomplete()).toEqual([]));

// And a package from which one is missing fails: shown on a copy.
let copy = '';
const inApp = (...path: string[]) => join(copy, 'force-app', 'main', 'default', ...path);
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'backroom-package-'));
  for (const folder of ['force-app', 'manifest'])
    cpSync(join(import.meta.dirname, '..', folder), join(copy, folder), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

test('a test class that was removed is missed', () => {
  for (const file of ['BackroomTokenTest.cls', 'BackroomTokenTest.cls-meta.xml']) rmSync(inApp('classes', file));
  expect(incomplete(copy)).toEqual([
    'BackroomToken has no test class',
    'the manifest lists ApexClass BackroomTokenTest, which is not there',
  ]);
});
test('a test class that tests something else is seen', () => {
  writeFileSync(
    inApp('classes', 'BackroomTokenTest.cls'),
    '@IsTest\nprivate with sharing class BackroomTokenTest { }\n',
  );
  expect(incomplete(copy)).toEqual(['BackroomTokenTest does not test BackroomToken']);
});
test('a component that nobody listed, and a file that is none, are seen', () => {
  writeFileSync(
    inApp('customPermissions', 'Backroom_Spy.customPermission-meta.xml'),
    '<?xml version="1.0" encoding="UTF-8"?>\n<CustomPermission xmlns="http://soap.sforce.com/2006/04/metadata"><isLicensed>false</isLicensed><label>Spy</label></CustomPermission>\n',
  );
  writeFileSync(inApp('classes', 'notes.txt'), 'to do');
  expect(incomplete(copy)).toEqual([
    'force-app/main/default/classes/notes.txt belongs to no component',
    'the manifest does not list CustomPermission Backroom_Spy',
  ]);
});
