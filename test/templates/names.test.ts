import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crmManifests } from '@backroom/backend/crm/registry';
import { erpManifests } from '@backroom/backend/erp/registry';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const files = execFileSync('git', ['ls-files', 'backend/src/*.ts'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && !path.endsWith('.test.ts'))
  .filter((path) => !/^backend\/src\/(erp|crm)\/(?!contract|kit|transport)/.test(path));
/**
 * Two files know the bridge. It may serve several companies at one address, so the flow of orders tells their sales apart by its key; and the preflight
 * says whether an ERP is reached by an adapter or by a bridge.
 */
const known = ['backend/src/flows/orders/sale.ts', 'backend/src/preflight/erp-checks.ts'];

test('nothing but its folder and the registry knows an ERP or a CRM by name', () => {
  const ids = [...crmManifests, ...erpManifests].map(({ id }) => id);
  const named = new RegExp(`['"\`](${ids.join('|')})[:'"\`]|\\b(${ids.join('|')}): '`);
  const naming = files.filter((path) => {
    const code = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    return named.test(code);
  });
  expect(naming).toEqual(known);
});
