import { type Plan, plan } from '../cases/line.ts';
import type { LoadOptions, Sent } from '../load.ts';
import { pause } from '../processes.ts';
import { httpAnswer } from '../proxy.ts';
import type { Chance } from '../random.ts';
import type { Arena } from './system.ts';

type PeerRun = {
  arena: Arena;
  count: number;
  chance: Chance;
  convert: (count: number, more?: Partial<Omit<LoadOptions, 'from' | 'count' | 'chance'>>) => Promise<Sent[]>;
  /** The pages of the next deals are opened, as before a sale. */
  open: (count: number) => Promise<void>;
  /** What went wrong on purpose; see `Run.fault`. */
  fault: (name: string, times: number) => void;
  /** Milliseconds until the ERP has everything acknowledged; null when some of it does not come. */
  settle: () => Promise<number | null>;
};
export type PeerCase = {
  name: string;
  what: string;
  /** Submissions, against a plain case's. */
  weight?: number;
  movable?: boolean;
  /** Milliseconds from the end of the trouble (or of the burst's first order) until all is in the ERP; null: not measured. */
  run: (run: PeerRun) => Promise<number | null>;
};

const line = (name: string, what: string, rest: Plan): PeerCase => ({
  name,
  what,
  async run(run) {
    plan({ proxy: run.arena.proxy, chance: run.chance }, rest);
    await run.convert(run.count);
    return run.settle();
  },
});
const busy = httpAnswer('429 Too Many Requests', 'application/json', '', ['retry-after: 1']);
const failed = httpAnswer('500 Internal Server Error', 'application/json', '');

/** Kills, one after the other, while orders come in. */
const kills = (name: string, what: string, victim: (arena: Arena) => Arena['parts'][number] | undefined): PeerCase => ({
  name,
  what,
  async run(run) {
    const load = run.convert(run.count, { overMs: 12_000 });
    for (let turn = 0; turn < 3; turn += 1) {
      await pause(1500 + run.chance('kill after', turn) * 1500);
      const part = victim(run.arena);
      await part?.kill();
      run.fault('kills', 1);
      await part?.start();
    }
    await load;
    return run.settle();
  },
});

/** What is done to all of them, each with the same seed and the same orders. */
export const peerCases: readonly PeerCase[] = [
  {
    name: 'twice',
    what: 'each event twice, 0 to 200 ms apart',
    async run(run) {
      const sent = await run.convert(run.count, { twice: 1 });
      run.fault(
        'second events',
        sent.reduce((sum, { presses }) => sum + presses - 1, 0),
      );
      return run.settle();
    },
  },
  line('dropped answers', 'one answer in ten is dropped after the ERP has committed', {
    onWrites: 0.1,
    onReads: 0.1,
    most: 2,
    faults: [{ kind: 'reset_after' }],
  }),
  line('cut lines', 'one line in five is cut before or while the ERP has the request', {
    onWrites: 0.2,
    onReads: 0.2,
    most: 2,
    faults: [{ kind: 'reset_before' }, { kind: 'reset_during' }, { kind: 'cut' }],
  }),
  line('429', 'three writes in ten are told to wait a second', {
    onWrites: 0.3,
    onReads: 0.1,
    most: 2,
    faults: [{ kind: 'answer', bytes: busy }],
  }),
  line('500', 'three writes in ten are answered 500, half of them after the ERP has committed', {
    onWrites: 0.3,
    onReads: 0,
    most: 2,
    faults: [
      { kind: 'answer', bytes: failed },
      { kind: 'answer_after', bytes: failed },
    ],
  }),
  {
    name: 'mixed',
    what: 'all of these at once, one event in five twice',
    async run(run) {
      plan(
        { proxy: run.arena.proxy, chance: run.chance },
        {
          onWrites: 0.4,
          onReads: 0.1,
          most: 3,
          faults: [
            { kind: 'reset_before' },
            { kind: 'reset_during' },
            { kind: 'reset_after' },
            { kind: 'cut' },
            { kind: 'answer', bytes: busy },
            { kind: 'answer_after', bytes: failed },
          ],
        },
      );
      await run.convert(run.count, { twice: 0.2 });
      return run.settle();
    },
  },
  kills('kill', 'kill -9 of the process, three times, started again at once', ({ parts }) => parts[0]),
  kills('kill of the ERP', 'kill -9 of the ERP, three times, started again at once', ({ erp }) => erp.part),
  {
    name: 'burst',
    what: '500 orders in ten seconds',
    weight: 5 / 3,
    async run(run) {
      const began = performance.now();
      const sent = await run.convert(run.count, { overMs: 10_000 });
      run.fault('orders', sent.length);
      return (await run.settle()) === null ? null : performance.now() - began;
    },
  },
  {
    name: 'two hours',
    what: 'the ERP is down for two hours on a moved clock; orders for deals whose pages were open before come in after none, one and two hours',
    movable: true,
    async run(run) {
      const third = Math.ceil(run.count / 3);
      await run.open(third * 3);
      await run.arena.proxy.refuse();
      for (const hours of [0, 1, 2]) {
        await run.arena.moveClock(hours * 3_600_000);
        const sent = await run.convert(third, { concurrency: 8, patienceMs: 15_000 });
        run.fault('told while it was down', sent.length);
        await pause(3000);
      }
      await run.arena.proxy.listen();
      return run.settle();
    },
  },
];
