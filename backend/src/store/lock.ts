import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Process id and start time. Ids alone are reused; a restarted container may even get the same one. */
function identityOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch {
    return null;
  }
  try {
    return `${pid} ${
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19]
    }`;
  } catch {
    // Without /proc the system is not Linux.
    return String(pid);
  }
}

/**
 * Locks an embedded database for one process; two would overwrite each other's pages. Throws where another running process holds the lock. The
 * lock of a killed process is taken over. Returns the release function.
 */
export function takeLock(path: string): () => void {
  const us = identityOf(process.pid) ?? '';
  try {
    writeFileSync(path, us, { flag: 'wx', mode: 0o600 });
  } catch {
    const holder = readFileSync(path, 'utf8').trim();
    const pid = Number.parseInt(holder, 10);
    if (holder !== us && pid > 0 && identityOf(pid) === holder)
      throw new Error(
        `The embedded database is open in another process (${pid}): ${path}. Stop that one, or give this one its own BACKROOM_DATA.`,
      );
    writeFileSync(path, us);
  }
  return () => rmSync(path, { force: true });
}
