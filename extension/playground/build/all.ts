import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildSingleExtension } from '@hubspot/ui-extensions-dev-server/build';
import { build } from 'esbuild';
import { z } from 'zod';
import { buildEmbed } from '../../embed/build.ts';

const here = join(import.meta.dirname, '..');
const app = join(here, '..', 'hubspot', 'src', 'app');
const metafile = z.object({
  uid: z.string(),
  type: z.string(),
  config: z.object({
    name: z.string().default('Settings'),
    location: z.string().default('settings'),
    entrypoint: z.string(),
    objectTypes: z.array(z.string()).default([]),
  }),
});

const odooModules = [
  ...['@odoo/owl', '@web/core/l10n/translation', '@web/core/registry', '@web/core/utils/hooks'],
  '@web/views/widgets/standard_widget_props',
];

/** Builds each card with HubSpot's own builder, and the page, the worker's runtime and the embed with esbuild and Vite, into `out`. */
export async function buildAll(out: string): Promise<void> {
  mkdirSync(join(out, 'cards'), { recursive: true });
  const files = globSync('{cards,settings}/*-hsmeta.json', { cwd: app }).sort();
  const cards = files.map((file) => metafile.parse(JSON.parse(readFileSync(join(app, file), 'utf8'))));
  for (const { config } of cards) {
    const path = config.entrypoint.replace(/^\/app\//, '');
    await buildSingleExtension({
      file: basename(path),
      root: join(app, dirname(path)),
      outputDir: join(out, 'cards'),
      emptyOutDir: false,
      minify: true,
      logLevel: 'error',
      // It would ask a registry on every start.
      securityAuditPluginEnabled: false,
    });
  }
  await build({
    entryPoints: [
      join(here, 'web', 'page.tsx'),
      join(here, 'web', 'worker.ts'),
      join(here, 'web', 'salesforce', 'salesforce.tsx'),
      join(here, 'web', 'pipedrive', 'pipedrive.tsx'),
      join(here, 'web', 'dynamics', 'dynamics.tsx'),
      join(here, 'web', 'sap-sales-cloud', 'sap-sales-cloud.tsx'),
      join(here, 'web', 'odoo', 'odoo.tsx'),
    ],
    entryNames: '[name]',
    outdir: join(out, 'web'),
    bundle: true,
    minify: true,
    format: 'iife',
    jsx: 'automatic',
    // The texts of the control for Dynamics.
    loader: { '.resx': 'text' },
    // What the widget for Odoo takes from Odoo.
    alias: Object.fromEntries(odooModules.map((name) => [name, join(here, 'web', 'odoo', 'owl.ts')])),
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  await buildEmbed();
  const index = cards.map(({ uid, type, config }) => ({
    uid,
    type,
    name: config.name,
    location: config.location,
    objectTypes: config.objectTypes,
    file: basename(config.entrypoint).replace(/\.tsx$/, '.js'),
  }));
  writeFileSync(join(out, 'cards', 'index.json'), JSON.stringify(index));
}
