// The door of every npm script. It must run on whatever Node npm came with, so: plain JavaScript, no dependency.
// It makes sure that what the lockfile names is installed, then hands over to the Node 24 of the npm package `node`.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.backroom-installed');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const scripts = {
  start: 'start.ts',
  test: 'test.ts',
  check: 'check.ts',
  bench: '../test/bench/main.ts',
  conformance: '../backend/src/erp/conformance/main.ts',
  'lab:tryton': '../test/labs/tryton/main.ts',
  screens: '../test/screens/main.ts',
  truth: '../test/truth/main.ts',
  chaos: '../test/chaos/main.ts',
  hostile: '../test/security/main.ts',
};

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing what the lockfile names (about a minute, once) …');
  // npm run sets npm_execpath to the npm that runs us; a bare `node .tools/run.mjs` falls back to the one on the PATH.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error('The installation failed; the lines above say why. Nothing was started.');
    process.exit(done.status ?? 1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

const [name = '', ...rest] = process.argv.slice(2);
const script = scripts[name];
if (!script) {
  console.error(`Unknown script "${name}". There are: ${Object.keys(scripts).join(', ')}.`);
  process.exit(2);
}
install();
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, '.tools', script), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    // Node strips the types of each file once, not at every start, and then need not load its stripper (20 MB a process).
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'backroom-node'),
    // glibc keeps a heap a thread otherwise, of which each of the servers then holds tens of megabytes that nobody uses.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
    PATH: `${dirname(node)}:${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
