import { bridge } from '@backroom/backend/erp/bridge/index';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEY } from './examples.ts';
import { kitOver } from './kit.ts';
import { NODE_RED, openNodeRed } from './lab.ts';

const isAsked = process.env.LAB_NODE_RED === '1';
const title = isAsked
  ? `Node-RED ${NODE_RED} with extension/bridges/node-red/flow.json`
  : 'Node-RED: skipped, LAB_NODE_RED=1 asks for it (installs node-red from npm into test/.output/peers)';

describe.skipIf(!isAsked)(title, () => {
  let lab: Awaited<ReturnType<typeof openNodeRed>>;
  beforeAll(async () => {
    lab = await openNodeRed();
  }, 600_000);
  afterAll(() => lab?.close());

  const adapterAt = (url: string, key = KEY) => bridge({ url, credentials: { key }, settings: {} });
  test.each(['before the flow', 'behind the flow'] as const)(
    'passes the kit with faults %s',
    async (where) => {
      const { failed, skipped, ok } = await kitOver(lab, where);
      console.log(`${where}: ${ok} ok, ${failed.length} failed, ${skipped.length} skipped`);
      expect(failed).toEqual([]);
      expect(ok).toBeGreaterThan(50);
    },
    300_000,
  );

  test('killed at a write and started again it has each order once, and answers it to who looks it up', async () => {
    const adapter = adapterAt(lab.url);
    const call = () => ({ signal: AbortSignal.timeout(5000) });
    const [customer] =
      (await adapter.customers?.search({ queries: [{ erpNumber: '10001' }] }, call()))?.results[0] ?? [];
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
        timeout: 10_000,
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
  }, 120_000);
});
