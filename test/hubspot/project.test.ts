import { cpSync, globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { translate } from '@hubspot/project-parsing-lib/translate';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '..', '..', 'extension', 'hubspot');

test('HubSpot’s own parser accepts the project', async () => {
  // The parser walks everything below: a copy without node_modules is what an upload holds.
  const copy = join(mkdtempSync(join(tmpdir(), 'backroom-hubspot-')), 'src');
  cpSync(join(project, 'src'), copy, { recursive: true, filter: (path) => !path.includes('node_modules') });
  const result = await translate(
    { projectSourceDir: copy, platformVersion: '2026.03', accountId: 1 },
    { skipValidation: true },
  );
  // Frozen: another uid would lose the card's place on the customers' record pages.
  expect(Object.keys(result.intermediateRepresentation?.intermediateNodesIndexedByUid ?? {}).sort()).toEqual([
    'backroom',
    'backroom-company-credit',
    'backroom-company-invoices',
    'backroom-company-orders',
    'backroom-deal-invoices-credit',
    'backroom-deal-order',
    'backroom-deal-overview',
    'backroom-deal-returns',
    'backroom-deal-stock-prices',
    'backroom-settings',
    'backroom-webhooks',
  ]);
});
test('no card imports from outside its folder: the cloud build refuses it', () => {
  const folders = ['cards', 'settings'].map((name) => join(project, 'src', 'app', name));
  const bad = folders.flatMap((folder) =>
    globSync('**/*.{ts,tsx}', { cwd: folder, exclude: (name) => String(name).includes('node_modules') }).filter(
      (file) => {
        const depth = file.split('/').length;
        return new RegExp(`from '(\\.\\./){${depth},}`).test(readFileSync(join(folder, file), 'utf8'));
      },
    ),
  );
  expect(bad).toEqual([]);
});
