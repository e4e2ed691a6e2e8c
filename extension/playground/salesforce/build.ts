// Builds the Salesforce page: the real LWCs with Salesforce's open-source engine and compiler, against the real base components.
// What comes from npm is built once for a lockfile (the base library takes most of the time); what is ours is built in a second.

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { locales } from '@backroom/shared/messages/locale';
import lwc from '@lwc/rollup-plugin';
import { transform } from 'esbuild';
import { type Plugin, rollup } from 'rollup';
import { z } from 'zod';
import { labelsIn } from './labels.ts';
import { platform } from './resolve.ts';

const here = import.meta.dirname;
const root = join(here, '..', '..', '..');
const bundles = join(root, 'extension', 'salesforce', 'force-app', 'main', 'default', 'lwc');
const out = join(here, '..', '.build', 'salesforce');

const minified: Plugin = {
  name: 'minified',
  renderChunk: async (code) => ({
    code: (await transform(code, { minify: true, target: 'es2022', loader: 'js' })).code,
    map: null,
  }),
};
/** What a vendor file gives on: the LWC resolver wants an importer, so each entry is a module of one line. */
const entries = (modules: Record<string, string>): Plugin => ({
  name: 'entries',
  resolveId: { order: 'pre', handler: (id) => (id in modules ? join(here, `${id}.entry.js`) : null) },
  load: {
    order: 'pre',
    handler(id) {
      const module = modules[/([\w-]+)\.entry\.js$/.exec(id)?.[1] ?? ''];
      if (!module) return null;
      return module.startsWith('lightning/') ? `export { default } from '${module}';` : `export * from '${module}';`;
    },
  },
});
/** The engine asks for both while it starts; outside a bundler neither exists. */
const production: Plugin = {
  name: 'production',
  transform: (code) =>
    /process\.env\.NODE_ENV|import\.meta\.env\.SSR/.test(code)
      ? {
          code: code.replaceAll('process.env.NODE_ENV', '"production"').replaceAll('import.meta.env.SSR', 'false'),
          map: null,
        }
      : null,
};
/** Returns what each file imports. */
async function bundle(
  input: string[] | Record<string, string>,
  dir: string,
  external: (id: string) => boolean,
  first: Plugin[] = [],
): Promise<Record<string, string[]>> {
  const built = await rollup({
    input,
    external,
    preserveEntrySignatures: 'strict',
    plugins: [
      ...first,
      platform({ bundles, modules: join(here, 'modules') }),
      production,
      lwc({
        rootDir: root,
        modules: [{ dir: join(here, 'modules') }, { npm: 'lightning-base-components' }],
        enableDynamicComponents: true,
        enableLwcOn: true,
      }),
      minified,
    ],
    // The base library warns of itself hundreds of times; a warning of ours is a mistake.
    onwarn: (warning) => {
      const where = warning.id ?? warning.loc?.file ?? '';
      if (where.startsWith(bundles) || where.startsWith(here))
        throw new Error(`${relative(root, where)}: ${warning.message}`);
    },
  });
  const { output } = await built.write({
    dir,
    format: 'esm',
    entryFileNames: ({ name }) => `${name.replace('.entry', '')}.js`,
    // A chunk may be named after a label of the base library: `@salesforce-label-…`.
    chunkFileNames: ({ name }) => `${name.replace('.entry', '').replace(/[^\w-]/g, '')}-[hash].js`,
    assetFileNames: '[name][extname]',
  });
  await built.close();
  return Object.fromEntries(output.flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each.imports]] : [])));
}
/** Builds into a folder of its own and puts it in place at once: two processes may build at the same time. */
async function inPlace(name: string, stamp: string, build: (dir: string) => Promise<void>): Promise<void> {
  const place = join(out, name);
  const mark = join(place, 'stamp');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp) return;
  mkdirSync(out, { recursive: true });
  const made = mkdtempSync(join(out, `${name}-`));
  await build(made);
  writeFileSync(join(made, 'stamp'), stamp);
  rmSync(place, { recursive: true, force: true });
  try {
    renameSync(made, place);
  } catch (error) {
    // Somebody else put the same there meanwhile.
    if (!existsSync(mark)) throw error;
    rmSync(made, { recursive: true, force: true });
  }
}
const hashOf = (paths: readonly string[], more: string) => {
  const hash = createHash('sha256').update(more);
  for (const path of paths) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex');
};
const importedSchema = z.record(z.string(), z.array(z.string()));
const folder = { vendor: '/__salesforce/vendor/', page: '/__salesforce/page/' } as const;
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const camel = (tag: string) => tag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export async function buildSalesforcePage(): Promise<void> {
  const sources = globSync(['extension/salesforce/force-app/**/*', 'extension/playground/salesforce/**/*'], {
    cwd: root,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
  // Which base components are used is read from the templates: no list to forget.
  const used = [
    ...new Set(
      sources
        .filter((path) => path.endsWith('.html'))
        .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/<lightning-([a-z-]+)/g)])
        .map(([, tag]) => camel(tag ?? '')),
    ),
  ].filter((name) => name !== 'quickActionPanel');
  const vendor: Record<string, string> = {
    engine: 'lwc',
    shadow: '@lwc/synthetic-shadow',
    ...Object.fromEntries(used.map((name) => [`lightning-${kebab(name)}`, `lightning/${name}`])),
  };
  const outside = new Set(['lwc', ...used.map((name) => `lightning/${name}`)]);
  const ofVendor = hashOf(
    ['package-lock.json', ...sources.filter((path) => /salesforce\/(build|resolve)\.ts$/.test(path))],
    used.join(),
  );
  await inPlace('vendor', ofVendor, async (dir) => {
    const imported = await bundle(Object.keys(vendor), dir, () => false, [entries(vendor)]);
    writeFileSync(join(dir, 'imported.json'), JSON.stringify(imported));
  });
  await inPlace('page', hashOf(sources, ofVendor), async (dir) => {
    const imported = await bundle({ page: join(here, 'page.js') }, dir, (id) => outside.has(id));
    for (const language of locales)
      writeFileSync(join(dir, `labels-${language}.json`), JSON.stringify(labelsIn(language)));
    const imports = {
      // What the page around the components asks for by name.
      '@playground/shadow': `${folder.vendor}shadow.js`,
      '@playground/components': `${folder.page}page.js`,
      lwc: `${folder.vendor}engine.js`,
      ...Object.fromEntries(used.map((name) => [`lightning/${name}`, `${folder.vendor}lightning-${kebab(name)}.js`])),
    };
    writeFileSync(join(dir, 'imports.json'), JSON.stringify({ imports }));
    const importedThere = importedSchema.parse(JSON.parse(readFileSync(join(out, 'vendor', 'imported.json'), 'utf8')));
    const places: Readonly<Record<string, string>> = imports;
    const modules = new Set([imports['@playground/shadow'], imports['@playground/components']]);
    for (const each of imported['page.js'] ?? []) modules.add(places[each] ?? `${folder.page}${each}`);
    // A set that grows while it is walked through ends with everything that is imported.
    for (const each of modules)
      for (const next of importedThere[basename(each)] ?? []) modules.add(`${folder.vendor}${next}`);
    writeFileSync(join(dir, 'modules.json'), JSON.stringify([...modules]));
  });
}
