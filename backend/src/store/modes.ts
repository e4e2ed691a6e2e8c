import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/**
 * Makes an embedded database readable by its owner only. The mask covers what Postgres creates from now on, the walk what an older version
 * left behind and the few files that PGlite gives 0666 past the mask; the folder's own mode guards those meanwhile.
 */
export function keepPrivate(dir: string): void {
  // Only the main thread may set it, and it holds for all threads.
  if (isMainThread) process.umask(0o077);
  if (!existsSync(dir)) return;
  chmodSync(dir, 0o700);
  for (const entry of readdirSync(dir, { withFileTypes: true, recursive: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
}
