import { pause } from '../processes.ts';
import type { Fault } from '../proxy.ts';
import type { Case, Run } from './case.ts';
import { plan } from './line.ts';

/** What the ERP of these cases says: it may commit so long after a request. */
export const SLOW_MAX_COMMIT_MS = 240_000;
/** Our time limit for a write, as an installation has it. */
export const SLOW_WRITE_MS = 20_000;
/** Longer than a lease: whoever does not answer for so long has lost its claims. */
const AWAY_MS = 12_000;

/** Half of the creates reach the ERP only after so long; look-ups answer at once. */
function delay(run: Run, seconds: number): void {
  const faults: Fault[] = [{ kind: 'late', ms: seconds * 1000 * run.scale }];
  plan({ proxy: run.world.proxy, chance: run.chance }, { faults, onWrites: 0.6, onReads: 0, most: 1 });
}
/** The rule stands until every order has met it: what is acknowledged at once is sent later. */
const throughAll = (run: Run) => run.settle(2 * SLOW_MAX_COMMIT_MS * run.scale + 30_000);
const slowly = (seconds: number): Case => ({
  name: `slow-commit-${seconds}`,
  what: `the ERP commits ${seconds} s after the request, our time limit is 20 s, look-ups answer at once`,
  share: 1,
  most: 16,
  place: 'slow',
  async run(run) {
    delay(run, seconds);
    await run.convert(run.count, { twice: 0.2 });
    await throughAll(run);
  },
});
/** The same while something happens to us in the middle of the slow creates. */
const harmed = (name: string, what: string, harm: (run: Run) => Promise<void>, more: Partial<Case> = {}): Case => ({
  name: `slow-commit-${name}`,
  what: `the ERP commits 45 s after the request, and ${what}`,
  share: 1,
  most: 16,
  place: 'slow',
  ...more,
  async run(run) {
    delay(run, 45);
    const load = run.convert(run.count, { patienceMs: 60_000 });
    await pause(1000);
    await harm(run);
    await load;
    await throughAll(run);
  },
});

export const slowCases: Case[] = [
  ...[15, 45, 90, 180].map(slowly),
  harmed('killed', 'the worker that sent it is killed', async ({ world, fault }) => {
    for (const each of world.workers) {
      await each.kill();
      fault('kills', 1);
      await each.start();
      await pause(1500);
    }
  }),
  harmed(
    'paused',
    'the worker that sent it stands still for longer than its lease (SIGSTOP)',
    async ({ world, fault }) => {
      for (const each of world.workers) {
        each.pause();
        fault('pauses', 1);
        await pause(AWAY_MS);
        each.resume();
      }
    },
  ),
  harmed(
    'database-cut',
    'our database is away for longer than a lease',
    async ({ world, fault }) => {
      await world.database?.kill();
      fault('kills', 1);
      await pause(AWAY_MS);
      await world.database?.start();
    },
    { stores: ['postgres'] },
  ),
];
