import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Linux' own number for a file system in memory (statfs(2), TMPFS_MAGIC). */
const TMPFS = 0x01021994;
/** The tests keep less than 2 GB at a time; the rest is for the servers and browsers that they start. */
const NEEDED = 8 * 1024 ** 3;

/** Whether short-lived files may go into memory: Linux, and enough of it both in the file system and on the machine. */
function roomInMemory(): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(MEMORY);
    return type === TMPFS && bavail * bsize >= NEEDED && process.availableMemory() >= NEEDED;
  } catch {
    return false;
  }
}

/**
 * Vitest's global set-up. Databases, browser profiles and downloads of a run go into memory where there is room: each test file makes databases of a
 * thousand files, and a disk takes seconds for what memory does in a tenth of one. They are removed at the end, whatever a test left behind.
 */
export default function shortLived(): (() => void) | undefined {
  if (!roomInMemory()) return undefined;
  const folder = mkdtempSync(join(MEMORY, 'backroom-tests-'));
  // Postgres runs as a user of its own, who has to pass.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
