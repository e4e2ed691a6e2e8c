import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Hono } from 'hono';

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

/** Everything of the Salesforce page but its data: the page, the built LWCs, SLDS. */
export function salesforcePages(file: (folder: string, name: string) => Response) {
  const app = new Hono();
  const waiting = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="1">
<title>Playground Salesforce</title></head><body><p>The Lightning components are being built; the first time takes a quarter of a minute …</p></body></html>`;
  const page = async () => {
    // Built before: half a second to see that nothing changed. Otherwise the page comes again until it is done.
    await Promise.race([ensureBuilt().catch(() => null), new Promise((done) => setTimeout(done, 1000))]);
    if (!isBuilt) return new Response(waiting, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    const html = readFileSync(join(here, 'page.html'), 'utf8').replace(
      '"imports"',
      readFileSync(join(build, 'page', 'imports.json'), 'utf8'),
    );
    return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } });
  };
  app.get('/salesforce', page);
  app.get('/salesforce/*', page);
  app.get(
    '/__salesforce/slds.css',
    () => new Response(readFileSync(join(styles, 'slds2.cosmos.css')), { headers: { 'content-type': 'text/css' } }),
  );
  app.get('/__salesforce/:folder{vendor|page}/:file', (c) =>
    file(join(build, c.req.param('folder')), c.req.param('file')),
  );
  return app;
}
