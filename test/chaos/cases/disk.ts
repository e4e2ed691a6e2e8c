import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pause } from '../processes.ts';
import type { Case } from './case.ts';

/** Fills the disk that `folder` is on to the last block. */
function fill(folder: string): string {
  const path = join(folder, 'ballast');
  const file = openSync(path, 'w');
  const block = Buffer.alloc(64 * 1024);
  for (const size of [block.length, 4096])
    try {
      for (;;) writeSync(file, block, 0, size);
    } catch {
      // Full: what was wanted.
    }
  closeSync(file);
  return path;
}

export const diskCases: Case[] = [
  {
    name: 'disk-full',
    what: 'the database’s disk is full: nothing is acknowledged that is not kept, and it goes on by itself when there is room',
    share: 1,
    most: 120,
    place: 'small disk',
    async run(run) {
      const { world } = run;
      const third = Math.max(4, Math.floor(run.count / 3));
      await run.convert(third, { concurrency: 4 });
      const ballast = fill(world.backendDir);
      const { bavail, bsize } = statfsSync(dirname(ballast));
      const left = bavail * bsize;
      run.figure('left on the disk', `${left} bytes`);
      const full = await run.convert(third, { concurrency: 4, patienceMs: 4000 });
      // A database keeps some room of its own (Postgres whole segments of its log), so a few are kept even now; those have to be there after.
      run.fault('presses with a full disk', left === 0 ? full.length : 0);
      run.figure('of them refused', String(full.filter(({ acknowledged }) => acknowledged === null).length));
      rmSync(ballast);
      await pause(1000);
      // A server that could not write may have ended; whoever watches over it starts it again.
      await world.database?.start().catch(() => {});
      await world.heal();
      await run.convert(third, { concurrency: 4 });
    },
  },
];
