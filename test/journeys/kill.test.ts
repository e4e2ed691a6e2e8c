import { crashPoints } from '@backroom/backend/submissions/unsafe';
import { afterAll, beforeAll, test } from 'vitest';
import { oneOfMany } from '../../extension/playground/server/hubspot/many.ts';
import { pause } from '../chaos/processes.ts';
import { startBackend } from '../support/backend.ts';
import { ask } from '../support/card.ts';
import { type Product, startProduct, unhurried } from '../support/product.ts';

type Preview = { revision: string; reference: string; checks: { code: string; level: string }[] };

/** The demo ERP knows no drafts; what happens around a confirmation is killed in backend/src/submissions/engine.test.ts. */
const points = crashPoints.filter((point) => point !== 'before_confirm' && point !== 'after_confirm');

let product: Product;
beforeAll(async () => {
  product = await startProduct({ ...unhurried, PLAYGROUND_DEALS: String(points.length) });
});
afterAll(() => product?.remove());

/** At every named instant of the engine the process dies as `kill -9` would have it. Each has a backend of its own, and waits more than it works: some run at once. */
test.concurrent.for(points.map((point, index) => [point, oneOfMany(index).id] as const))(
  'killed %s, the acknowledged order is there exactly once',
  { timeout: 120_000 },
  async ([CRASH_AT, dealId], { expect }) => {
    const backend = await startBackend(product, { BACKROOM_TEST: '1', CRASH_AT });
    try {
      const preview = await ask<Preview>(backend.url, `/v1/records/deal/${dealId}/preview`, {
        method: 'POST',
        body: {},
      });
      const send = () =>
        ask<{ id: string }>(backend.url, '/v1/orders', {
          method: 'POST',
          body: {
            dealId,
            revision: preview.revision,
            acceptedWarnings: preview.checks.filter(({ level }) => level === 'warn').map(({ code }) => code),
            idempotencyKey: `kill-${CRASH_AT}`,
          },
        });
      // Killed before the answer, the rep sees an error and presses again; after it, that is a replay. Both must come to one order.
      let acknowledged = await send().catch(() => null);
      // A busy CRM or ERP refuses before the instant is reached: the rep presses again.
      while (!acknowledged && backend.alive()) {
        await pause(250);
        acknowledged = await send().catch(() => null);
      }
      if (crashPoints.indexOf(CRASH_AT) < crashPoints.indexOf('after_ack')) expect(acknowledged).toBeNull();
      await backend.ended();
      await backend.restart({ CRASH_AT: '' });
      const sent = await send();
      if (acknowledged) expect(sent.id).toBe(acknowledged.id);
      const read = () =>
        ask<{ state: string; writtenBack: boolean; erpNumber: string }>(backend.url, `/v1/submissions/${sent.id}`);
      await expect.poll(async () => (await read()).writtenBack, { timeout: 60_000, interval: 250 }).toBe(true);
      const { orders } = (await (await fetch(`${product.erpUrl}/orders`)).json()) as {
        orders: { number: string; reference: string }[];
      };
      expect(orders.filter(({ reference }) => reference === preview.reference).map(({ number }) => number)).toEqual([
        (await read()).erpNumber,
      ]);
    } finally {
      await backend.remove();
    }
  },
);
