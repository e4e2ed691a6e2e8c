import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { components } from '../tools/manifest.ts';
import { metadataErrors } from '../tools/metadata.ts';

const app = join(import.meta.dirname, '..', 'force-app', 'main', 'default');
const read = (path: string) => readFileSync(join(app, path), 'utf8');
const parts = components()
  .getSourceComponents()
  .toArray()
  // A label is a part of the file of all labels, which is checked as a whole.
  .filter(({ type }) => type.name !== 'CustomLabel');
const withXml = parts.flatMap(({ type, fullName, xml }) => (xml ? [{ type: type.name, fullName, xml }] : []));

test.each(withXml)('$type $fullName: known fields, right values', ({ type, xml }) =>
  expect(metadataErrors(type, readFileSync(xml, 'utf8'))).toEqual([]),
);
test('what one component names, the package has', () => {
  const names = (pattern: RegExp, glob: string) =>
    globSync(glob, { cwd: app }).flatMap((path) => [...read(path).matchAll(pattern)].map(([, name]) => name ?? ''));
  const has = (kind: string) => parts.filter(({ type }) => type.name === kind).map(({ fullName }) => fullName);
  const missing = (wanted: string[], kind: string) => wanted.filter((name) => !has(kind).includes(name));
  const rights = 'permissionsets/*.xml';
  expect(missing(names(/<apexClass>(\w+)</g, rights), 'ApexClass')).toEqual([]);
  expect(missing(names(/<field>([\w.]+)</g, rights), 'CustomField')).toEqual([]);
  expect(missing(names(/<name>(Backroom_\w+)</g, rights), 'CustomPermission')).toEqual([]);
  expect(missing(names(/<componentName>(backroom\w+)</g, 'flexipages/*.xml'), 'LightningComponentBundle')).toEqual([]);
  expect(missing(names(/<lightningWebComponent>(\w+)</g, 'quickActions/*.xml'), 'LightningComponentBundle')).toEqual(
    [],
  );
  expect(missing(names(/<flexiPage>(\w+)</g, 'tabs/*.xml'), 'FlexiPage')).toEqual([]);
  expect(missing(names(/checkPermission\('(\w+)'\)/g, 'classes/*.cls'), 'CustomPermission')).toEqual([]);
  expect(missing(names(/callout:(\w+)'/g, 'classes/*.cls'), 'NamedCredential')).toEqual([]);
  expect(missing(names(/@salesforce\/apex\w*\/(\w+)\./g, 'lwc/*/*.js'), 'ApexClass')).toEqual([]);
  // Whoever may use Backroom may call its controllers.
  const controllers = globSync('classes/*.cls', { cwd: app }).filter((path) => read(path).includes('@AuraEnabled'));
  for (const set of globSync(rights, { cwd: app }))
    expect(
      controllers.map((path) => basename(path, '.cls')).filter((name) => !read(set).includes(`<apexClass>${name}<`)),
    ).toEqual([]);
});
test.each([
  ['<CustomPermission><label>A</label></CustomPermission>', 'isLicensed is missing'],
  ['<CustomPermission><isLicensed>maybe</isLicensed><label>A</label></CustomPermission>', 'true or false'],
  [
    '<CustomPermission><colour>red</colour><isLicensed>false</isLicensed><label>A</label></CustomPermission>',
    'has no colour',
  ],
  ['<CustomPermission><label>A</CustomPermission>', 'label'],
  ['<CustomTab></CustomTab>', 'the root is CustomTab'],
])('%s is found', (xml, error) => expect(metadataErrors('CustomPermission', xml).join()).toContain(error));
