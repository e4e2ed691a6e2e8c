import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** A process id alone is given again, in a container that starts anew even the same one: with its start time it is one process. */
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
    // No /proc: not Linux.
    return String(pid);
  }
}

/**
 * One process at a time for an embedded database, which has no lock of its own: two would overwrite each other's pages. Throws where
 * another living process holds it; a lock that a killed process left behind is taken over. Answers how to let it go.
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
