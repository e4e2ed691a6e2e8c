import { pause } from '../processes.ts';
import type { Case, Run } from './case.ts';

/** Longer than the leases of both releases. */
const ASLEEP_MS = 45_000;

async function finish(run: Run, who: string, count: number): Promise<void> {
  await run.convert(count, { twice: 0.2 });
  if (!(await run.settle(180_000))) throw new Error(`${who} alone does not finish its orders`);
  run.fault(`orders by ${who}`, count);
}

/**
 * While processes are replaced one by one, an earlier release's worker goes on with the tables of this one. Both write for one account: each by
 * itself, both at once, and one after the other is stopped in the middle of its calls.
 */
export const earlierCases: readonly Case[] = [
  {
    name: 'earlier-release',
    what: 'the worker of an earlier release runs beside this one on one database',
    share: 1,
    most: 200,
    stores: ['postgres'],
    place: 'earlier release',
    async run(run) {
      const { workers, earlier } = run.world;
      const ours = workers.find((each) => each !== earlier);
      if (!earlier || !ours) throw new Error('the case needs a worker of each release');
      const quarter = Math.max(1, Math.floor(run.count / 4));
      // Ended, not asleep: a sleeper may hold a row that it was about to leave alone.
      await ours.stop();
      await finish(run, 'the earlier release', quarter);
      await ours.start();
      // It would not start again: the tables are newer than it knows.
      earlier.pause();
      await finish(run, 'this release', quarter);
      earlier.resume();
      await run.convert(quarter, { twice: 0.2 });
      const load = run.convert(quarter, { twice: 0.2, overMs: 8000 });
      for (const each of [earlier, ours]) {
        await pause(2000);
        each.pause();
        await pause(ASLEEP_MS);
        each.resume();
        run.fault('stops', 1);
      }
      await load;
    },
  },
];
