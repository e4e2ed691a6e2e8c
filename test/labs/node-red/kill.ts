import { bridge } from '@backroom/backend/erp/bridge/index';
import { expect } from 'vitest';
import { KEY } from './examples.ts';

type Lab = {
  url: string;
  erp: (path: string, body: object) => Promise<{ rows: { extRef: string }[] }>;
  kill: () => Promise<void>;
  start: () => Promise<void>;
};

/** Kills the flow in the middle of twenty writes and starts it again: each order is there once, and no answered one is missing. */
export async function killAmongWrites(lab: Lab): Promise<void> {
  const adapter = bridge({ url: lab.url, credentials: { key: KEY }, settings: {} });
  const call = () => ({ signal: AbortSignal.timeout(20_000) });
  const [customer] = (await adapter.customers?.search({ queries: [{ erpNumber: '10001' }] }, call()))?.results[0] ?? [];
  const [product] = (await adapter.products?.resolve({ codes: ['VLV-010'] }, call()))?.results ?? [];
  const references = Array.from({ length: 20 }, (_, nth) => `BR-KILLED${String(nth).padStart(4, '0')}`);
  const order = (reference: string) =>
    adapter.orders?.create(
      {
        reference,
        customerId: customer?.id,
        currency: 'EUR',
        requestedDate: null,
        note: null,
        lines: [
          {
            productId: product?.id,
            quantity: '1',
            unitPrice: { amount: '36.50', currency: 'EUR' },
            description: null,
          },
        ],
      } as never,
      call(),
    );
  const sent = Promise.allSettled(references.map(order));
  // Once the first of them is in the ERP, in the middle of the others.
  await expect
    .poll(async () => (await lab.erp('orders/search', { refs: references })).rows.length, {
      interval: 5,
      timeout: 30_000,
    })
    .toBeGreaterThan(0);
  await lab.kill();
  const acknowledged = (await sent).flatMap((each, nth) => (each.status === 'fulfilled' ? [references[nth]] : []));
  await lab.start();
  const { rows } = await lab.erp('orders/search', { refs: references });
  const kept = rows.map(({ extRef }) => extRef);
  expect(new Set(kept).size).toBe(kept.length);
  expect(acknowledged.filter((each) => !kept.includes(each ?? ''))).toEqual([]);
  // Who looks up first writes only what is not there.
  for (const reference of references) {
    const [found = []] =
      (await adapter.orders?.findByReference({ references: [reference as never] }, call()))?.results ?? [];
    if (found.length === 0) await order(reference);
  }
  const after = (await lab.erp('orders/search', { refs: references })).rows.map(({ extRef }) => extRef);
  expect(after.sort()).toEqual(references);
}
