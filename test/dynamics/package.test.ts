import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { homes, names, needed, ORDERS, VAT_ID } from '../../backend/src/crm/dynamics-sales/solution.ts';
import { accountColumns, orders, PUBLISHER } from '../../extension/dynamics/solution/columns.ts';
import { requests } from '../../extension/dynamics/solution/requests.ts';

const folder = new URL('../../extension/dynamics/Backroom/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const manifest = read('ControlManifest.Input.xml');
const attributesOf = (tag: string) =>
  [...manifest.matchAll(new RegExp(`<${tag} ([^>]*?)/?>`, 'g'))].map(([, inner = '']) =>
    Object.fromEntries([...inner.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  );

describe('the manifest of the control', () => {
  test('has what Microsoft’s schema asks of a control', () => {
    const [control] = attributesOf('control');
    expect(control).toMatchObject({ namespace: 'BackroomErp', constructor: 'Backroom', 'control-type': 'standard' });
    // Three numbers: a change without a higher one is not taken over by an organisation.
    expect(control?.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(`${control?.namespace}${control?.constructor}`).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
    const properties = attributesOf('property');
    expect(properties.filter(({ usage }) => usage === 'bound')).toHaveLength(1);
    for (const property of properties) {
      expect(['bound', 'input']).toContain(property.usage);
      expect(property['of-type']).toBe('SingleLine.Text');
      expect(property.name).toMatch(/^[A-Za-z]\w*$/);
    }
    // Nothing but its own code: no web API of the form, no further host.
    expect(manifest).not.toMatch(/uses-feature|external-service-usage|platform-library/);
  });
  test('names files that are there, and texts that each language has', () => {
    const keys = [...manifest.matchAll(/-key="(\w+)"/g)].map(([, key]) => key);
    const used = [...read('index.ts').matchAll(/'((?:Save|Not)_\w+|Control_Name)'/g)].map(([, key]) => key);
    const languages = attributesOf('resx').map(({ path = '' }) => path);
    expect(readdirSync(new URL('strings/', folder)).sort()).toEqual(
      languages.map((path) => path.replace('strings/', '')).sort(),
    );
    for (const path of languages) {
      const texts = new Map(
        [...read(path).matchAll(/<data name="(\w+)"[^>]*>\s*<value>([^<]+)<\/value>/g)].map(([, key, text]) => [
          key,
          text,
        ]),
      );
      for (const key of [...keys, ...used]) expect(texts.get(key)?.trim(), `${path} ${key}`).toBeTruthy();
    }
    expect(attributesOf('code').map(({ path }) => path)).toEqual(['index.ts']);
  });
  test('the control touches nothing that Microsoft forbids, and stores nothing', () => {
    for (const name of ['index.ts', 'frame.ts', 'place.ts'])
      expect(read(name)).not.toMatch(/\bXrm\b|localStorage|sessionStorage|document\.cookie|formContext|innerHTML/);
  });
});

describe('the solution', () => {
  test('brings each column that the backend writes or needs', () => {
    const brought = {
      [orders.table]: [orders.title, orders.key.column, ...orders.columns].map(({ name }) => name),
      account: accountColumns.map(({ name }) => name),
    };
    expect([orders.table, orders.key.name, orders.lookup.name]).toEqual([ORDERS.table, ORDERS.key, ORDERS.deal]);
    for (const type of ['deal', 'company'] as const)
      for (const field of needed[type]) expect(brought[homes[type]]).toContain(names[field]);
    const all = new Set([...Object.values(brought).flat(), VAT_ID]);
    for (const name of Object.values(names)) expect(all, name).toContain(name);
    for (const name of all) expect(name).toMatch(new RegExp(`^${PUBLISHER.prefix}_[a-z]+$`));
  });
  test('is made in an order in which each call has what it needs', () => {
    const paths = requests('p').rest.map(({ path }) => path);
    const at = (path: string) => paths.indexOf(path);
    expect(at('solutions')).toBe(0);
    expect(at('EntityDefinitions')).toBe(1);
    expect(at('RelationshipDefinitions')).toBeGreaterThan(1);
    // A key is made of a column that is there.
    expect(at("EntityDefinitions(LogicalName='bkrm_order')/Keys")).toBeGreaterThan(2);
    // Asked before: a second run makes nothing.
    for (const { exists } of requests('p').rest) expect(exists).toMatch(/\$filter=\w+ eq '/);
  });
});
