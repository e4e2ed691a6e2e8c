import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { cleanAtExit } from './processes.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * The code of an earlier release, from this repository's history, in a folder of its own. Packages are those that are installed here; the
 * workspaces (`@backroom/*`) are the earlier ones.
 */
export function checkOut(revision: string): { dir: string; commit: string; remove: () => void } {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, maxBuffer: 1 << 30 });
  const commit = git('rev-parse', '--verify', `${revision}^{commit}`).toString().trim();
  const dir = mkdtempSync(join(tmpdir(), 'backroom-earlier-'));
  const remove = cleanAtExit(() => rmSync(dir, { recursive: true, force: true }));
  execFileSync('tar', ['-x', '-C', dir], {
    input: git('archive', commit, 'package.json', 'shared', 'backend', 'extension'),
  });
  const [here, there] = [root, dir].map((each) => join(each, 'node_modules')) as [string, string];
  mkdirSync(join(there, '@backroom'), { recursive: true });
  for (const name of readdirSync(here))
    if (name !== '@backroom' && !name.startsWith('.')) symlinkSync(join(here, name), join(there, name));
  for (const name of readdirSync(join(here, '@backroom'))) {
    const real = relative(root, realpathSync(join(here, '@backroom', name)));
    if (existsSync(join(dir, real))) symlinkSync(join(dir, real), join(there, '@backroom', name));
  }
  // A workspace may have packages of its own.
  for (const own of ['backend', 'extension/playground', 'shared'].map((each) => join(each, 'node_modules')))
    if (existsSync(join(root, own)) && !existsSync(join(dir, own))) symlinkSync(join(root, own), join(dir, own));
  return { dir, commit, remove };
}
