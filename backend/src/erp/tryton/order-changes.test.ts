import type { ErpOrder } from '@backroom/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { labProblem, openTrytonLab, type TrytonLab } from '../../../../test/labs/tryton/lab.ts';
import { orderChanges } from '../conformance/cases/order-changes.ts';
import { type Context, contextOf, runCase } from '../conformance/kit.ts';
import { type TrytonClient, trytonClient } from './client.ts';
import { tryton } from './index.ts';

const problem = labProblem();
if (problem) console.log(`Tryton's changes of orders did not run: ${problem}`);
const call = () => ({ signal: AbortSignal.timeout(60_000) });
const write = { write: true };

/** A Tryton that processes its orders later, as one with a queue does: until then a confirmed order can be taken back. */
describe.skipIf(problem !== null)('orders of a real Tryton that wait to be processed', () => {
  let lab: TrytonLab;
  let admin: TrytonClient;
  let context: Context & { close: () => Promise<void> };

  async function deliver({ id }: ErpOrder): Promise<void> {
    await admin.button('sale.sale', 'process', Number(id), call());
    const row = z.object({ shipments: z.array(z.number()) });
    const domain = [['id', '=', Number(id)]];
    const [sale] = await admin.search('sale.sale', { domain, fields: ['shipments'], row }, call());
    for (const shipment of sale?.shipments ?? [])
      for (const name of ['assign_force', 'pick', 'pack', 'done'])
        await admin.call(`model.stock.shipment.out.${name}`, [[shipment]], call(), write);
  }
  /** Back to a draft, another quantity, and confirmed again. */
  async function edit({ id }: ErpOrder, quantity: string): Promise<void> {
    const sale = Number(id);
    const row = z.object({ lines: z.array(z.number()) });
    const [found] = await admin.search('sale.sale', { domain: [['id', '=', sale]], fields: ['lines'], row }, call());
    await admin.button('sale.sale', 'draft', sale, call());
    await admin.call('model.sale.line.write', [[found?.lines[0]], { quantity: Number(quantity) }], call(), write);
    await admin.button('sale.sale', 'quote', sale, call());
    await admin.button('sale.sale', 'confirm', sale, call());
  }

  beforeAll(async () => {
    lab = await openTrytonLab({ TRYTON_LAB_QUEUE: '1' });
    const { url, database, user, password, admin: boss } = lab.settings;
    admin = trytonClient({ url, database, ...boss, concurrency: 1 });
    const connect = (address: string) =>
      tryton({ url: address, credentials: { user, password }, settings: { database } });
    context = await contextOf({
      url,
      connect,
      examples: { write: true, products: ['TOOL-001', 'SCR-M8-40', 'SAFE-004'], customer: '9' },
      deliverOrder: deliver,
      editOrder: edit,
      close: async () => {},
    });
  });
  afterAll(async () => {
    await context?.close();
    await admin?.close();
    await lab?.remove();
  });

  const all = orderChanges.map((each) => [each.name, each] as const);
  // One of them changes an order once for each request that a change takes.
  test.each(all)(
    '%s',
    async (_, each) => {
      const outcome = await runCase(each, context);
      if (outcome.state === 'fail') throw outcome.error;
      expect(outcome).toMatchObject({ state: 'ok' });
    },
    120_000,
  );
});
