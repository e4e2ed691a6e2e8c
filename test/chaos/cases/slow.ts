import { z } from 'zod';
import { pause } from '../processes.ts';
import { type Fault, httpAnswer } from '../proxy.ts';
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

const listed = z.object({ orders: z.array(z.object({ id: z.string(), reference: z.string().nullable() })) });
const refusal = (words: string) =>
  httpAnswer(
    '422 Unprocessable Content',
    'application/problem+json',
    JSON.stringify({ kind: 'refused', words, field: null }),
  );

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
  {
    name: 'erp-database-away',
    what: 'the ERP answers that its own database is away; it goes on by itself when that is back',
    share: 1,
    most: 60,
    notOn: { tryton: 'the answer is the bridge’s', odoo: 'the answer is the bridge’s' },
    async run(run) {
      const { proxy } = run.world;
      const bytes = httpAnswer(
        '503 Service Unavailable',
        'application/problem+json',
        JSON.stringify({ kind: 'unreachable', words: 'The database is not there.', field: null }),
      );
      proxy.setRule(({ reference }) => (reference ? { kind: 'answer', bytes } : null));
      await run.convert(run.count, { patienceMs: 20_000 });
      await pause(8000);
      proxy.setRule(null);
      // Nobody's hand: what rests in `needs_attention` would be stuck.
      await run.settle(60_000);
    },
  },
  {
    name: 'copied-in-erp',
    what: 'the answer is lost, and somebody in the ERP copies the order before it is looked up: the original counts',
    share: 1,
    most: 40,
    notOn: {
      tryton: 'the copy is made on the demo ERP’s own page',
      odoo: 'the copy is made on the demo ERP’s own page',
    },
    async run(run) {
      const { world } = run;
      world.proxy.setRule(({ write, reference }) => (write && reference ? { kind: 'reset_after' } : null));
      const load = run.convert(run.count, { patienceMs: 20_000 });
      const own = `http://127.0.0.1:${world.erp.port}`;
      const copied = new Set<string>();
      const copy = async () => {
        const { orders } = listed.parse(await (await fetch(`${own}/orders`)).json());
        for (const { id, reference } of orders) {
          if (!reference?.startsWith('BR-') || copied.has(reference)) continue;
          copied.add(reference);
          await fetch(`${own}/orders/${id}/copy`, { method: 'POST' });
        }
      };
      let over = false;
      const copying = (async () => {
        while (!over) {
          await copy();
          await pause(20);
        }
      })();
      await load;
      world.proxy.setRule(null);
      await run.settle(60_000);
      over = true;
      await copying;
      run.fault('copies', copied.size);
    },
  },
  {
    name: 'control-characters',
    what: 'the ERP refuses in words with control characters and half emojis; a person sends again',
    share: 1,
    most: 60,
    notOn: { tryton: 'the answer is the bridge’s', odoo: 'the answer is the bridge’s' },
    async run(run) {
      const { proxy } = run.world;
      const bytes = refusal('Period\u0000 closed \ud83d.');
      proxy.setRule(({ write, reference }) => (write && reference ? { kind: 'answer', bytes } : null));
      await run.convert(run.count);
      await run.settle(3000);
      // Each was refused once, and no more: what could not be kept would be sent again and again.
      run.figure('answers', String(proxy.met.answer ?? 0));
      proxy.setRule(null);
      await run.mend();
    },
  },
];
