import { expect, test } from 'vitest';
import { ask } from '../support/card.ts';
import { startProduct } from '../support/product.ts';

type Preview = { revision: string; reference: string; checks: { code: string }[] };

/** The named instants of the engine at which the process dies as `kill -9` would have it. */
test.each(['before_create', 'after_create', 'before_write_back'])(
  'killed %s, the acknowledged order is there exactly once',
  async (CRASH_AT) => {
    const product = await startProduct({ BACKROOM_TEST: '1', CRASH_AT });
    try {
      const preview = await ask<Preview>(product.backendUrl, '/v1/records/deal/5001/preview', {
        method: 'POST',
        body: {},
      });
      const sent = await ask<{ id: string }>(product.backendUrl, '/v1/orders', {
        method: 'POST',
        body: { dealId: '5001', revision: preview.revision, acceptedWarnings: [], idempotencyKey: `kill-${CRASH_AT}` },
      });
      await product.ended();
      await product.restart({ CRASH_AT: '' });
      const read = () =>
        ask<{ state: string; writtenBack: boolean; erpNumber: string }>(
          product.backendUrl,
          `/v1/submissions/${sent.id}`,
        );
      await expect.poll(async () => (await read()).writtenBack, { timeout: 60_000, interval: 250 }).toBe(true);
      const { orders } = (await (await fetch(`${product.erpUrl}/orders`)).json()) as {
        orders: { number: string; reference: string }[];
      };
      expect(orders.filter(({ reference }) => reference === preview.reference).map(({ number }) => number)).toEqual([
        (await read()).erpNumber,
      ]);
    } finally {
      await product.remove();
    }
  },
  120_000,
);
