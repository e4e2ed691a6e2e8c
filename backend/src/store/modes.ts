import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/**
 * Makes an embedded database readable by its owner only. The umask covers new files. The walk covers files of older versions and the few files that
 * PGlite creates with 0666 despite the umask; until then the mode of the folder protects them.
 */
export function keepPrivate(dir: string): void {
  // Only the main thread can set the umask, which applies to all threads.
  if (isMainThread) process.umask(0o077);
  if (!existsSync(dir)) return;
  chmodSync(dir, 0o700);
  for (const entry of readdirSync(dir, { withFileTypes: true, recursive: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
}
