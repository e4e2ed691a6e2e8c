import { crashPoints } from '@backroom/backend/submissions/unsafe';
import { pause, until } from '../processes.ts';
import type { Backend } from '../world.ts';
import type { Case, Run } from './case.ts';

/** Servers that the environment names. */
const notOurs = {
  odoo: 'that Odoo is not ours to stop',
  dolibarr: 'that Dolibarr is not ours to stop',
  erpnext: 'that ERPNext is not ours to stop',
} as const;
/** Presses are spread over time, so that the kills meet them; few presses need few kills. */
const spreadMs = (count: number) => Math.min(12_000, count * 400);
const turnsOf = (count: number) => (count < 15 ? 1 : 3);

/** Converts in the background while `harm` goes on; the harm ends when the quotes are through, or at its own bound. */
async function during(run: Run, harm: (over: () => boolean) => Promise<void>): Promise<void> {
  let over = false;
  const pace = run.world.erp.atOnce ? {} : { overMs: spreadMs(run.count) };
  const load = run.convert(run.count, { twice: 0.2, ...pace }).finally(() => {
    over = true;
  });
  await harm(() => over);
  await load;
}
const pick = (run: Run, backends: readonly Backend[], turn: number): Backend | undefined =>
  backends[Math.floor(run.chance('victim', turn) * backends.length)];

/** kill -9 of one backend after another at moments that the seed draws, each started again at once. */
const random = (
  name: string,
  what: string,
  which: 'webs' | 'workers',
  share: number,
  stores?: Case['stores'],
): Case => ({
  name,
  what,
  share,
  ...(stores ? { stores } : {}),
  run: (run) =>
    during(run, async (over) => {
      let kills = 0;
      for (let turn = 0; turn < 8 && !over(); turn += 1) {
        // An ERP that takes seconds for an order would see none of them between two kills.
        await pause(150 + run.chance('kill after', turn) * (1500 + 5 * run.world.erp.orderMs));
        const victim = pick(run, run.world[which], turn);
        await victim?.kill();
        kills += 1;
        await victim?.start();
      }
      run.fault('kills', kills);
    }),
});

/** The process dies at a named instant of the engine, again and again at different orders. */
const crash = (point: (typeof crashPoints)[number]): Case => ({
  name: `crash-${point.replaceAll('_', '-')}`,
  what: `kill -9 at ${point}`,
  share: 1,
  most: 400,
  // One call makes an order of these ERPs whole: there is nothing to confirm.
  ...(point.endsWith('_confirm')
    ? {
        notOn: {
          demo: 'the demo ERP has no confirm step',
          'business-central': 'Business Central has no confirm step in its API',
          s4hana: 'SAP has no confirm step: an order is one as soon as it is stored',
          'finance-operations': 'Finance and Operations has no confirm step in its entities',
          netsuite: 'NetSuite has no confirm step: an order is one as soon as it is stored',
          'sage-intacct': 'Sage Intacct has no confirm step: an order is one as soon as it is stored',
          'sage-200': 'Sage 200 has no confirm step: an order is confirmed with its create',
          'sage-x3': 'Sage X3 has no confirm step: an order is one as soon as it is stored',
          n8n: 'the flow has no confirm step',
          'sage-accounting': 'Sage Accounting has no confirm step: a quote is one as soon as it is stored',
        },
      }
    : {}),
  async run(run) {
    // The points up to the acknowledgement are passed by a web process, the others by a worker.
    const inWeb = crashPoints.indexOf(point) <= crashPoints.indexOf('after_ack');
    const [victim, ...others] = inWeb ? run.world.webs : run.world.workers;
    if (!victim) return;
    // The other workers sleep until the victim has died once, or they could be through before it comes to the point; then they take over.
    const sleepers = inWeb ? [] : others;
    for (const each of sleepers) each.pause();
    // Armed before the first press: on a slow machine another worker would have done the lot before this one is up again.
    const arm = async (turn: number) => {
      const nth = 1 + Math.floor(run.chance('nth', turn) * Math.min(4, run.count / 8));
      await victim.kill();
      await victim.start({ BACKROOM_TEST: '1', CRASH_AT: `${point}@${nth}` });
    };
    await arm(0);
    await during(run, async (over) => {
      let deaths = 0;
      for (let turn = 1; ; turn += 1) {
        // A slow ERP on a busy machine takes its time to come to the point, and the first time it does come: nobody else works then.
        await Promise.race([victim.ended(), pause((turn === 1 ? 90_000 : 10_000) + 10 * run.world.erp.orderMs)]);
        if (!victim.alive()) deaths += 1;
        for (const each of sleepers) each.resume();
        if (victim.alive() && over()) break;
        if (turn >= turnsOf(run.count)) break;
        await arm(turn);
      }
      await victim.kill();
      await victim.start();
      run.fault('deaths', deaths);
    });
  },
});

export const killCases: Case[] = [
  ...crashPoints.map(crash),
  random('kill-process', 'kill -9 of the one process at random instants', 'workers', 4, ['pglite']),
  random('kill-web', 'kill -9 of a web process at random instants', 'webs', 3, ['postgres']),
  random('kill-worker', 'kill -9 of a worker at random instants', 'workers', 4, ['postgres']),
  {
    name: 'kill-database',
    what: 'kill -9 of the database server; embedded it dies with its process (kill-process)',
    share: 2,
    stores: ['postgres'],
    run: (run) =>
      during(run, async (over) => {
        for (let turn = 0; turn < 3 && !over(); turn += 1) {
          await pause(300 + run.chance('kill after', turn) * 1500);
          await run.world.database?.kill();
          run.fault('kills', 1);
          await pause(500);
          await run.world.database?.start();
        }
      }),
  },
  {
    name: 'kill-erp',
    what: 'kill -9 of the ERP, started again after a second',
    notOn: notOurs,
    share: 2,
    run: (run) =>
      during(run, async (over) => {
        for (let turn = 0; turn < 4 && !over(); turn += 1) {
          await pause(200 + run.chance('kill after', turn) * 1000);
          await run.world.erp.part.kill();
          run.fault('kills', 1);
          await pause(1000);
          await run.world.erp.part.start();
        }
      }),
  },
  {
    name: 'pause-erp',
    what: 'the ERP stands still for five seconds (SIGSTOP), then goes on with what it had',
    notOn: notOurs,
    share: 2,
    run: (run) =>
      during(run, async (over) => {
        for (let turn = 0; turn < 2 && !over(); turn += 1) {
          await pause(200 + run.chance('pause after', turn) * 800);
          run.world.erp.part.pause();
          run.fault('pauses', 1);
          await pause(5000);
          run.world.erp.part.resume();
        }
      }),
  },
  {
    name: 'kill-crm',
    what: 'the CRM is down while orders are written; it is told afterwards',
    notOn: notOurs,
    share: 1,
    most: 300,
    async run(run) {
      // Orders are accepted first: without the CRM nobody can press anything.
      run.world.erp.part.pause();
      const load = run.convert(run.count, { patienceMs: 20_000 });
      await pause(3000);
      await run.world.crm.kill();
      const before = (await run.world.erp.count()).size;
      run.world.erp.part.resume();
      const written = async () => (await run.world.erp.count()).size - before;
      // A slow ERP takes its time for the first one.
      await Promise.all([pause(4000), until(async () => (await written()) > 0, 10_000 + 10 * run.world.erp.orderMs)]);
      run.fault('written while the CRM was down', await written());
      await run.world.crm.start();
      await load;
    },
  },
];
