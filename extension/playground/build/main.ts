// Builds what the page shows, unless it was built from the same sources. The builders are loaded only then: that takes most of a second, at every start.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = join(import.meta.dirname, '..');
const out = join(here, '.build');
const sources = globSync(
  [
    'extension/{hubspot/src,panels/src,embed,dynamics/Backroom,playground/web,playground/build}/**/*.{ts,tsx,css,json,resx}',
    'extension/odoo/backroom/static/src/*.{js,xml}',
    'shared/src/**/*.ts',
  ],
  {
    cwd: join(here, '..', '..'),
    exclude: (name) => /node_modules|\.build/.test(String(name)),
  },
).sort();
const hash = createHash('sha256');
for (const path of sources) hash.update(path).update(readFileSync(join(here, '..', '..', path)));
hash.update(readFileSync(join(here, '..', '..', 'package-lock.json')));
const stamp = join(out, 'stamp');
const wanted = hash.digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  // As for HubSpot, also where a test runner starts this: cards for development are larger by two fifths, and slower.
  process.env.NODE_ENV = 'production';
  const { buildAll } = await import('./all.ts');
  // What is served meanwhile is of neither build.
  rmSync(stamp, { force: true });
  await buildAll(out);
  writeFileSync(stamp, wanted);
}
