import { until } from '../processes.ts';
import { markedInCrm } from '../verdict.ts';
import type { Case } from './case.ts';

export const backupCases: Case[] = [
  {
    name: 'restored-backup',
    what: 'our database is put back to a backup; quotes that it does not know are orders in the ERP already, and are pressed again',
    share: 2,
    most: 200,
    async run(run) {
      const { world } = run;
      const third = Math.max(4, Math.floor(run.count / 3));
      await run.convert(third, { concurrency: 4 });
      const putBack = await world.backUp();
      const written = await run.convert(third, { concurrency: 8 });
      await run.settle(60_000 + third * world.erp.orderMs);
      // And some that wait for the ERP: the backup has forgotten them, and nobody else has ever heard of them.
      await run.open(third);
      await world.proxy.refuse();
      const waiting = await run.convert(third, { concurrency: 4, patienceMs: 20_000 });
      const there = await world.erp.count();
      let marked = 0;
      // A deal says half a minute after its order was accepted that it is queued.
      await until(
        () => {
          const says = markedInCrm(world, 'backroom_order_status');
          marked = waiting.filter(({ dealId }) => says(dealId)).length;
          return marked === waiting.length;
        },
        60_000,
        500,
      );
      await putBack();
      run.fault('in the ERP, not in the backup', written.filter(({ reference }) => there.has(reference)).length);
      run.figure('in neither', String(waiting.filter(({ acknowledged }) => acknowledged !== null).length));
      run.figure('of these the deal says so', String(marked));
      await run.again([...written, ...waiting]);
    },
  },
];
