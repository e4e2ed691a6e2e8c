import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '.output', 'peers');

/**
 * Installs one package from npm at one version, once, into an ignored folder of its own: nobody who does not compare pays for it. Throws with
 * npm's own words where that fails. `native`: of its packages with something to compile only these are made.
 */
export function installPeer(
  name: string,
  version: string,
  say: (line: string) => void,
  native: readonly string[] = [],
): string {
  const dir = join(root, `${name}@${version}`);
  const done = join(dir, '.installed');
  if (existsSync(done)) return dir;
  say(`Installing ${name} ${version} from npm (once; n8n takes some minutes and 2 GB) …`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ private: true }));
  const install = ['install', `${name}@${version}`, '--no-audit', '--no-fund', '--loglevel=error'];
  const steps =
    native.length > 0
      ? [
          [...install, '--ignore-scripts'],
          ['rebuild', ...native],
        ]
      : [install];
  for (const args of steps) {
    const { status, stderr } = spawnSync('npm', args, { cwd: dir, encoding: 'utf8' });
    const words = stderr.trim().split('\n').slice(0, 4).join(' ');
    if (status !== 0) throw new Error(`${name} ${version} cannot be installed here: ${words}`);
  }
  writeFileSync(done, '');
  return dir;
}
