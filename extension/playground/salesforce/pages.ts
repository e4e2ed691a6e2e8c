import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import { buildOf, file, isBuild, page } from '../server/files.ts';

const here = import.meta.dirname;
const build = join(here, '..', '.build', 'salesforce');
const styles = join(
  createRequire(import.meta.url).resolve('@salesforce-ux/design-system-2/package.json'),
  '..',
  'dist',
  'css',
  'bundled',
);

/** Building takes a quarter of a minute the first time, so only who opens the page waits for it. In a process of its own: it must not stop the rest. */
let built: Promise<void> | null = null;
let isBuilt = false;
const ensureBuilt = (): Promise<void> => {
  built ??= new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, [join(here, 'build.main.ts')], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error('the Salesforce page could not be built'))));
  });
  built.then(
    () => {
      isBuilt = true;
    },
    () => {
      built = null;
    },
  );
  return built;
};
const modulesSchema = z.array(z.string());
const folders = ['vendor', 'page'] as const;
/** Where the files of a folder are. */
const at = (folder: (typeof folders)[number]) => `/__salesforce/${folder}/${buildOf(join(build, folder))}/`;
const placed = (text: string) =>
  folders.reduce((left, folder) => left.replaceAll(`/__salesforce/${folder}/`, at(folder)), text);
/** Everything that the components import: a browser asks for all at once instead of for each when it has read the one before. */
const preloads = () =>
  modulesSchema
    .parse(JSON.parse(placed(readFileSync(join(build, 'page', 'modules.json'), 'utf8'))))
    .map((path) => `<link rel="modulepreload" href="${path}">`)
    .join('');

/** Everything of the Salesforce page but its data: the page, the built LWCs, SLDS. `context`, `org`: what it starts from; `web`: where its own script is. */
export function salesforcePages(options: { context: () => object; org: () => object; web: () => string }) {
  const app = new Hono();
  const waiting = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="1">
<title>Playground Salesforce</title></head><body><p>The Lightning components are being built; the first time takes a quarter of a minute …</p></body></html>`;
  const shown = async () => {
    // Built before: half a second to see that nothing changed. Otherwise the page comes again until it is done.
    if (!isBuilt) await Promise.race([ensureBuilt().catch(() => null), new Promise((done) => setTimeout(done, 1000))]);
    if (!isBuilt) return new Response(waiting, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    return page(
      join(here, 'page.html'),
      { context: options.context(), org: options.org(), labels: at('page') },
      {
        '"imports"': placed(readFileSync(join(build, 'page', 'imports.json'), 'utf8')),
        '<link rel="modulepreload">': preloads(),
        '/__salesforce/slds.css': `${at('vendor')}slds2.cosmos.css`,
        '/__web/': options.web(),
      },
    );
  };
  app.get('/salesforce', shown);
  app.get('/salesforce/*', shown);
  app.get('/__salesforce/:folder{vendor|page}/:build/:file', (c) => {
    const name = c.req.param('file');
    const folder = join(build, c.req.param('folder'));
    return file(name.endsWith('.css') ? styles : folder, name, isBuild(folder, c.req.param('build')));
  });
  return app;
}
