import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { keepPrivate } from './modes.ts';

/**
 * V8's optimising compiler, let loose on nine megabytes of Postgres, takes 200 MB and for minutes more time than it saves: measured with 2,000 inserts, 7,100 a
 * second and 177 MB without it, 2,100 and 238 MB with it. Once V8 runs, one flag sets no other: without the last two it still optimises what is called often.
 */
export const unoptimised = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'] as const;

/** Where data is kept if the environment does not say. */
export const DATA = '.data';
export const embeddedIn = (data: string): string => join(data, 'backend');

/**
 * Creates a new database in a short-lived process, which frees its 150 MB when it ends. It is created beside its final place, so that a killed first
 * start leaves no partial database.
 */
async function make(dir: string): Promise<void> {
  const unfinished = `${dir}.new`;
  mkdirSync(dirname(dir), { recursive: true, mode: 0o700 });
  rmSync(unfinished, { recursive: true, force: true });
  const script = `import { PGlite } from '@electric-sql/pglite'; await (await PGlite.create(process.argv[1])).close()`;
  await promisify(execFile)(process.execPath, [...unoptimised, '--input-type=module', '-e', script, unfinished], {
    cwd: import.meta.dirname,
  });
  renameSync(unfinished, dir);
}

const making = new Map<string, Promise<void>>();
/** The embedded database is there, if need be made. */
export function embeddedMade(dir: string): Promise<void> {
  keepPrivate(dir);
  const made = making.get(dir) ?? (existsSync(join(dir, 'PG_VERSION')) ? Promise.resolve() : make(dir));
  making.set(dir, made);
  return made.finally(() => making.delete(dir));
}
/** Starts to make the embedded database before the rest of the program is loaded. `openStore` throws if that fails. */
export function makeEarly({ DATABASE_URL, BACKROOM_DATA }: NodeJS.ProcessEnv): void {
  if (!DATABASE_URL) embeddedMade(embeddedIn(BACKROOM_DATA ?? DATA)).catch(() => {});
}
