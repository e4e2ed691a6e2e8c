import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const store = join(root, 'backend', 'src', 'store');

/** Another release of a database is another template, and so is another line in the folder of the migrations. */
const version = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(
    globSync('*.ts', { cwd: store })
      .sort()
      .map((file) => readFileSync(join(store, file), 'utf8'))
      .join(''),
  )
  .digest('hex')
  .slice(0, 16);

/** Unlike Node's own copy, this keeps the owner: Postgres does not open the files of somebody else. */
const copy = (from: string, to: string) => execFileSync('cp', ['-a', from, to]);

/** A folder whose owner alone writes to it, and that Postgres' own user may pass. */
function folder(name: string): string {
  const made = mkdtempSync(join(tmpdir(), `backroom-${name}-`));
  chmodSync(made, 0o755);
  return made;
}

/**
 * Copies a migrated, empty database to a place that is not there yet. To make one takes three to seven seconds of a processor, which was half of what the
 * tests took; a copy takes a tenth of a second. `make` creates one at the place that it is given, and is called once for each version.
 */
export async function copyTemplate(name: string, to: string, make: (dir: string) => Promise<void>): Promise<void> {
  const kept = join(root, 'node_modules', '.cache', 'backroom-databases', version, name);
  if (!existsSync(kept)) {
    const workshop = folder('template');
    await make(join(workshop, 'data'));
    mkdirSync(dirname(kept), { recursive: true });
    const unfinished = `${kept}.${process.pid}`;
    copy(join(workshop, 'data'), unfinished);
    rmSync(workshop, { recursive: true });
    // Of two that make it at once the first one's is kept.
    if (existsSync(kept)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, kept);
  }
  mkdirSync(dirname(to), { recursive: true });
  copy(kept, to);
}

/** The same, in a new folder. */
export async function templateCopy(name: string, make: (dir: string) => Promise<void>): Promise<string> {
  const dir = join(folder(name), 'data');
  await copyTemplate(name, dir, make);
  return dir;
}
