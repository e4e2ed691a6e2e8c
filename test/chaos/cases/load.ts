import { signedRequest } from '../../support/card.ts';
import { pause } from '../processes.ts';
import type { Case } from './case.ts';

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

export const loadCases: Case[] = [
  {
    name: 'twice',
    what: 'each event twice, 0 to 200 ms apart: the same request, a second rep, the CRM’s webhook',
    share: 6,
    async run(run) {
      const hooks = Array.from({ length: Math.min(run.count, 50) }, async (_, index) => {
        const body = [
          {
            eventId: index,
            subscriptionId: 1,
            portalId: 4242,
            appId: 99,
            occurredAt: Date.now(),
            subscriptionType: 'object.propertyChange',
            attemptNumber: 0,
            objectId: 1_000_000 + index,
            objectTypeId: '0-3',
            propertyName: 'dealstage',
            changeSource: 'CRM_UI',
          },
        ];
        for (const attempt of [0, 1]) {
          await pause(run.chance('hook', index, attempt) * 200);
          const url = run.world.webs[(index + attempt) % run.world.webs.length]?.url ?? '';
          await fetch(signedRequest(url, '/hubspot/webhooks', { method: 'POST', body, plain: true })).then(
            (answer) => answer.arrayBuffer(),
            () => null,
          );
        }
      });
      const sent = await run.convert(run.count, { twice: 1 });
      run.fault(
        'second events',
        sent.reduce((sum, { presses }) => sum + presses - 1, 0),
      );
      await Promise.all(hooks);
    },
  },
  {
    name: 'burst',
    what: '500 orders in ten seconds',
    share: 5,
    most: 500,
    async run(run) {
      const began = performance.now();
      const sent = await run.convert(run.count, { overMs: 10_000 });
      const acks = sent
        .filter(({ acknowledged }) => acknowledged !== null)
        .map(({ ackMs }) => ackMs)
        .sort((left, right) => left - right);
      const all = await run.settle(120_000);
      run.fault('orders', sent.length);
      for (const share of [0.5, 0.95, 0.99])
        run.figure(`ack p${share * 100}`, `${Math.round(percentile(acks, share))} ms`);
      run.figure('all in the ERP', all ? seconds(performance.now() - began) : 'not within two minutes');
    },
  },
  {
    name: 'two-hours',
    what: 'the ERP is down for two hours on a moved clock, orders come in meanwhile',
    share: 5,
    most: 500,
    place: 'movable',
    async run(run) {
      const { world } = run;
      const third = Math.ceil(run.count / 3);
      // The deals were looked at in the morning: what their pages showed is the last known figure.
      await run.open(third * 3);
      await world.proxy.refuse();
      for (const hours of [0, 1, 2]) {
        await world.moveClock(hours * 3_600_000);
        const sent = await run.convert(third, { concurrency: 8, patienceMs: 15_000 });
        run.fault('accepted while it was down', sent.filter(({ acknowledged }) => acknowledged !== null).length);
      }
      await world.proxy.listen();
      const began = performance.now();
      const all = await run.settle(180_000);
      run.figure('caught up after', all ? seconds(performance.now() - began) : 'not within three minutes');
    },
  },
  {
    name: 'clock-jumps',
    what: 'the backend’s clock is set two hours ahead, back, and a day behind',
    share: 1,
    most: 200,
    place: 'movable',
    async run(run) {
      const each = Math.ceil(run.count / 4);
      for (const hours of [0, 2, 0, -24]) {
        // Some wait at the moment of the jump.
        await run.world.proxy.refuse();
        const busy = run.convert(each, { concurrency: 8, patienceMs: 20_000 });
        await pause(1500);
        await run.world.moveClock(hours * 3_600_000, 'backends');
        run.fault('jumps', hours === 0 ? 0 : 1);
        await run.world.proxy.listen();
        await busy;
      }
      // The clock stays a day behind: what waits until tomorrow must not.
      run.figure('done a day behind', (await run.settle(30_000)) ? 'yes' : 'no');
    },
  },
];
