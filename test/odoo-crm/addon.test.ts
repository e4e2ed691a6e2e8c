import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MERGED_IDS, models, names, needed, QUOTATIONS } from '@backroom/backend/crm/odoo-crm/names';
import { describe, expect, test } from 'vitest';

const addon = join(import.meta.dirname, '..', '..', 'extension', 'odoo', 'backroom');
const filesOf = (pattern: string) => globSync(pattern, { cwd: addon }).sort();
const read = (file: string) => readFileSync(join(addon, file), 'utf8');
const python = spawnSync('python3', ['--version']).status === 0;
const all = filesOf('**/*.{py,xml,js,sql,csv}').filter((file) => !file.includes('__pycache__'));

describe('the app for Odoo', () => {
  test('names every file that it loads, and has what the Apps store asks for', () => {
    const manifest = read('__manifest__.py');
    const data = [...manifest.matchAll(/"((?:security|data|views)\/[\w./]+)"/g)].map(([, file = '']) => file);
    expect(data.length).toBeGreaterThan(5);
    expect(data.filter((file) => !existsSync(join(addon, file)))).toEqual([]);
    // Odoo runs this one by its name.
    const loaded = new Set([...data, 'data/neutralize.sql']);
    expect(filesOf('{security,data,views}/*').filter((file) => !loaded.has(file))).toEqual([]);
    for (const name of ['icon.png', 'banner.png', 'index.html'])
      expect(existsSync(join(addon, 'static', 'description', name)), name).toBe(true);
    expect(/"name": "([^"]*)"/.exec(manifest)?.[1]?.length).toBeLessThanOrEqual(25);
  });
  test('its Python compiles', ({ skip }) => {
    if (!python) skip('there is no Python here');
    const code = 'import ast, sys\nfor each in sys.argv[1:]: ast.parse(open(each).read(), each)';
    const files = filesOf('**/*.py').map((file) => join(addon, file));
    expect(spawnSync('python3', ['-c', code, ...files]).stderr.toString()).toBe('');
  });
  test('it has every field that Backroom reads and writes', () => {
    const fieldsIn = (file: string) =>
      new Set([...read(file).matchAll(/^ {4}(backroom_\w+) = fields\./gm)].map(([, name]) => name));
    const common = fieldsIn('models/figures.py');
    const own = { deal: fieldsIn('models/crm_lead.py'), company: fieldsIn('models/res_partner.py') };
    for (const type of ['deal', 'company'] as const) {
      const wanted = [
        ...needed[type].map((field) => names[field]),
        MERGED_IDS,
        ...(type === 'deal' ? [QUOTATIONS] : []),
      ];
      expect(
        wanted.filter((name) => !common.has(name) && !own[type].has(name)),
        models[type],
      ).toEqual([]);
    }
  });
  test('only compat.py looks at Odoo’s version', () => {
    const versions = /version_info|\brelease\b|\btype=['"](json|jsonrpc)['"]|groups_id|group_ids|check_access_rights/;
    expect(all.filter((file) => file !== 'compat.py' && versions.test(read(file)))).toEqual([]);
  });
  test('nothing leaves the database but to the address that an administrator typed', () => {
    const addresses = all.filter((file) => /https?:\/\/(?!erp\.example\.com)[\w.]/.test(read(file)));
    expect(addresses).toEqual([]);
  });
});
