import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { translate } from '@hubspot/project-parsing-lib/translate';
import {
  collectFileDependencies,
  findAndParsePackageJsonFiles,
  getPackableFiles,
} from '@hubspot/project-parsing-lib/workspaces';
import { buildSingleExtension } from '@hubspot/ui-extensions-dev-server/build';
import { expect, test } from 'vitest';
import { scopes } from '../../backend/src/crm/hubspot/install.ts';

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
    'backroom-action-convert',
    'backroom-action-credit',
    'backroom-action-stock',
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
test('the app file asks for the very scopes of the installation: HubSpot refuses it otherwise', () => {
  const app = JSON.parse(readFileSync(join(project, 'src', 'app', 'app-hsmeta.json'), 'utf8'));
  const { requiredScopes, optionalScopes } = app.config.auth;
  expect({ required: requiredScopes, optional: optionalScopes }).toEqual(scopes);
});
test('workflow actions are named in languages that HubSpot takes', () => {
  const taken = ['en', 'fr', 'de', 'ja', 'es', 'pt-br', 'nl'];
  const named = globSync('src/app/workflow-actions/*.json', { cwd: project }).flatMap((path) =>
    Object.keys(JSON.parse(readFileSync(join(project, path), 'utf8')).config.labels as object),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((language) => !taken.includes(language))).toEqual([]);
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

/**
 * Lays out what HubSpot's CLI uploads: `src` without node_modules, tests and ignored files, and each local package packed by npm's rules
 * into `_workspaces/<name>-<8 hex of its path>`. Third-party packages come from this machine, as the cloud build takes them from npm.
 */
async function layOutUpload(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'backroom-upload-'));
  const src = join(root, 'src');
  cpSync(join(project, 'src'), src, {
    recursive: true,
    filter: (path) => !path.includes('node_modules') && !path.includes('.test.'),
  });
  const modules = join(import.meta.dirname, '..', '..', 'node_modules');
  mkdirSync(join(root, 'node_modules', '@backroom'), { recursive: true });
  for (const name of readdirSync(modules))
    if (!name.startsWith('.') && name !== '@backroom')
      symlinkSync(join(modules, name), join(root, 'node_modules', name));
  // What npm did not hoist stands beside each package.json.
  for (const own of globSync('src/app/*/node_modules', { cwd: project }))
    symlinkSync(join(project, own), join(root, own));
  const found = await collectFileDependencies(await findAndParsePackageJsonFiles(join(project, 'src')));
  for (const [name, path] of new Map(found.map(({ packageName, localPath }) => [packageName, localPath]))) {
    const hash = createHash('sha256').update(path).digest('hex').slice(0, 8);
    const packed = join(src, '_workspaces', `${basename(path)}-${hash}`);
    for (const file of await getPackableFiles(path)) {
      mkdirSync(dirname(join(packed, file)), { recursive: true });
      cpSync(join(path, file), join(packed, file));
    }
    symlinkSync(packed, join(root, 'node_modules', name));
  }
  return root;
}
test('HubSpot’s own builder builds every card from what an upload holds', async () => {
  const root = await layOutUpload();
  try {
    const packed = globSync('src/_workspaces/**/*', { cwd: root });
    expect(packed.some((path) => path.endsWith('src/views.ts'))).toBe(true);
    expect(packed.filter((path) => path.includes('.test.'))).toEqual([]);
    for (const metafile of globSync('src/app/{cards,settings}/*-hsmeta.json', { cwd: root })) {
      const { config } = JSON.parse(readFileSync(join(root, metafile), 'utf8')) as { config: { entrypoint: string } };
      const file = basename(config.entrypoint);
      const built = join(root, 'built', file);
      await buildSingleExtension({
        file,
        root: join(root, dirname(metafile)),
        outputDir: built,
        emptyOutDir: false,
        minify: true,
        logLevel: 'error',
        // It would ask a registry.
        securityAuditPluginEnabled: false,
      });
      const code = readFileSync(join(built, file.replace(/\.tsx$/, '.js')), 'utf8');
      // Both halves of a bundle that works: the card registers itself, and React stays HubSpot's own.
      expect(code).toContain('extend_V2');
      expect(code).toMatch(/React, ?RemoteUI\)/);
      // No limit is documented and HubSpot's guidance is about 100 kB; ours is a page that opens fast on a train. Languages other than English
      // come from the backend.
      expect([file, /Actualiser|Aktualisieren|Vernieuwen/.test(code)]).toEqual([file, false]);
      expect([file, gzipSync(code).byteLength < 64_000]).toEqual([file, true]);
      // Answers are checked with panels/src/fits.ts: zod in a card would be a third of it.
      expect([file, code.includes('ZodError')]).toEqual([file, false]);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}, 240_000);
